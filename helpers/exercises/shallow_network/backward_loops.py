"""backward_loops: the gradient of a shallow network by index, with loops over examples, outputs, units and features."""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers import shallow
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.labels import GRADIENTS, PARAMS
from helpers.exercises.shallow_network.inputs import GRADIENT_INPUTS
from helpers.validation import Array, Layers

Backward = Callable[[Layers, Any, Array, Array], Any]


def _gradient(dZ1: Array, dZ2: Array, A1: Array, X: Array, m: float) -> Layers:
    layers = ((dZ1, X), (dZ2, A1))
    return [(np.dot(dZ, A.T) / m, dZ.sum(axis=1, keepdims=True) / m) for dZ, A in layers]


def _wrong(
    *,
    error: Callable[[Array, Array], Array] = lambda A2, Y: A2 - Y,
    carried: Callable[[Array, Array], Array] = lambda W2, dZ2: np.dot(W2.T, dZ2),
    slope: Callable[[Array], Any] = lambda A1: 1 - A1**2,
    of: slice = slice(None),
    m: Callable[[Array], float] = lambda X: X.shape[1],
    change: Callable[..., Any] = lambda dW1, db1, dW2, db2: [(dW1, db1), (dW2, db2)],
) -> Backward:
    """The gradient with something else for dZ2, dA1, the slope, the examples that count, m, or what is returned."""

    def wrong(params: Layers, cache: Any, X: Array, Y: Array) -> Any:
        (A1, A2), W2 = cache, params[1][0]
        dZ2 = error(A2, Y)
        dZ1 = carried(W2, dZ2) * slope(A1)
        (dW1, db1), (dW2, db2) = _gradient(dZ1[:, of], dZ2[:, of], A1[:, of], X[:, of], m(X))
        return change(dW1, db1, dW2, db2)

    return wrong


def _indexed(
    w: Callable[[Array, int, int], Any] = lambda W2, k, j: W2[k, j],
    x: Callable[[Array, int, int], Any] = lambda X, i, e: X[i, e],
) -> Backward:
    """The loops as they are written when the indices of W2 or X have changed places."""

    def wrong(params: Layers, cache: Any, X: Array, Y: Array) -> Layers:
        (A1, A2), W2 = cache, params[1][0]
        (n1, n0), n2 = params[0][0].shape, len(Y)
        W2 = np.array([[w(W2, k, j) for j in range(n1)] for k in range(n2)])
        features = np.array([[x(X, i, e) for e in range(Y.shape[1])] for i in range(n0)])
        dZ2 = A2 - Y
        return _gradient(np.dot(W2.T, dZ2) * (1 - A1**2), dZ2, A1, features, Y.shape[1])

    return wrong


def _never_reset(W2: Array, dZ2: Array) -> Array:
    """da1 if it goes on growing from unit to unit and from example to example."""
    by_example = np.dot(W2.T, dZ2).T
    return np.asarray(np.cumsum(by_example).reshape(by_example.shape).T)


BACKWARD_LOOPS = Exercise(
    reference=shallow.backward_loops,
    section="As loops",
    takes={"params": PARAMS, "cache": ("A1", "A2")},
    returns=GRADIENTS,
    cases=GRADIENT_INPUTS,
    hints=(
        "The outer loop runs over the examples: for e in range(m). First the outputs: dz2 = A2[:, e] - Y[:, e].",
        "for k in range(n2) holds for j in range(n1) with dW2[k, j] += dz2[k] * A1[j, e] / m, and after it, once for "
        "each k, db2[k, 0] += dz2[k] / m.",
        "Then for each unit j begin with da1 = 0.0; for every k, da1 += W2[k, j] * dz2[k]. After that loop the slope: "
        "dz1 = da1 * (1 - A1[j, e] ** 2).",
        "Still for unit j: for i in range(n0), dW1[j, i] += dz1 * X[i, e] / m, and once db1[j, 0] += dz1 / m. At the "
        "very end return [(dW1, db1), (dW2, db2)].",
    ),
    mistakes=(
        Mistake(
            _wrong(of=slice(-1, None)),
            "Only the last example is left: `=` overwrites what the others gave. Each has to be added to it.",
        ),
        Mistake(
            _wrong(of=slice(0, 1)),
            "Only the first example counts: `return` is inside the loop. Move it to the left, to the level of `for e`.",
        ),
        Mistake(
            _wrong(m=lambda X: 1),
            "1/m is missing: this is the sum over the examples. The cost is their mean: divide each term by m.",
        ),
        Mistake(
            _wrong(m=lambda X: X.shape[1] ** 2),
            "m divides twice: in dz2, and again where the examples are added. dz2 belongs to one example: no m there.",
        ),
        Mistake(
            _wrong(m=len),
            "This divides by n0, the number of features. The mean is over the examples: m = X.shape[1].",
        ),
        Mistake(
            _wrong(error=lambda A2, Y: Y - A2),
            "The sign is wrong: dz2 is y - a here. With it, every step would go uphill.",
        ),
        Mistake(
            _wrong(error=lambda A2, Y: (A2 - Y) * A2 * (1 - A2)),
            "The sigmoid's slope a (1 - a) is in dz2. With the cross-entropy it cancels: dz2 is a - y alone.",
        ),
        Mistake(
            _wrong(carried=lambda W2, dZ2: W2[-1:].T * dZ2[-1:]),
            "da1 has only the last output's part. Unit j leads to every output, and where paths meet, they add.",
        ),
        Mistake(
            _wrong(carried=_never_reset),
            "da1 is never set back to 0, so it goes on growing. Each unit j begins anew.",
        ),
        Mistake(
            _wrong(carried=lambda W2, dZ2: np.repeat(dZ2.sum(axis=0, keepdims=True), W2.shape[1], axis=0)),
            "The weight is missing in da1. On the way back each arrow multiplies by its slope, and that is the weight.",
        ),
        Mistake(
            _wrong(slope=lambda A1: 1.0),
            "The slope of tanh is missing: da1 has to go through it to become dz1.",
        ),
        Mistake(
            _wrong(slope=lambda A1: A1 * (1 - A1)),
            "a (1 - a) is the slope of a sigmoid. The hidden units are tanh, and theirs is another one.",
        ),
        Mistake(
            _indexed(w=lambda W2, k, j: W2[j, k]),
            "The indices of W2 have changed places. The weight from unit j to output k is in row k, column j.",
        ),
        Mistake(
            _indexed(x=lambda X, i, e: X[e, i]),
            "The indices of X have changed places. Feature i of example e is in row i and column e.",
        ),
        Mistake(
            _wrong(change=lambda dW1, db1, dW2, db2: [(dW1, 0 * db1), (dW2, 0 * db2)]),
            "The weights are right, but db1 and db2 are still 0. Every example pushes the biases too.",
        ),
        Mistake(
            lambda params, cache, X, Y: [
                (layer[0], layer[1] * len(A))
                for layer, A in zip(shallow.backward(params, cache, X, Y), (X, cache[0]), strict=True)
            ],
            "db1 and db2 are too large: they are added in the innermost loops. Move each out by one indentation.",
        ),
        Mistake(
            _wrong(change=lambda dW1, db1, dW2, db2: [(dW2, db2), (dW1, db1)]),
            "The layers have changed places. They stand in the order of params: the first layer first.",
        ),
        Mistake(
            _wrong(change=lambda dW1, db1, dW2, db2: (dW1, db1, dW2, db2)),
            "These are the four arrays in one row. A gradient mirrors params: a list with a pair for each layer.",
        ),
    ),
)
