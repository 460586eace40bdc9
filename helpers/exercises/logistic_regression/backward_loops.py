"""backward_loops: the gradient with a loop over examples and a loop over features."""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers import logistic
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.logistic_regression.inputs import EXAMPLES, GRADIENTS, PARAMS
from helpers.exercises.logistic_regression.shared import SHARED, Backward, gradient, of_parts
from helpers.validation import Array, Layers


def _of_examples(which: slice) -> Backward:
    """The gradient that comes out if only some examples are counted, though all of them divide."""
    return lambda params, A, X, Y: gradient(X[:, which], ((A - Y) / X.shape[1])[:, which])


def _loops(
    x: Callable[..., Any] = lambda X, j, i: X[j, i],
    row: Callable[..., Any] = lambda A, i: A[0, i],
    sizes: Callable[..., Any] = np.shape,
) -> Backward:
    """The loops as they are written when an index or a size is wrong."""

    def wrong(params: Layers, A: Array, X: Array, Y: Array) -> Any:
        n, m = sizes(X)
        dw, db = np.zeros((n, 1)), 0.0
        for i in range(m):
            dz = row(A, i) - row(Y, i)
            for j in range(n):
                dw[j, 0] += x(X, j, i) * dz / m
            db += dz / m
        return [(dw, db)]

    return wrong


BACKWARD_LOOPS = Exercise(
    reference=logistic.backward_loops,
    section="Two loops",
    takes={"params": PARAMS},
    returns=GRADIENTS,
    cases=EXAMPLES,
    hints=(
        "On paper, for one example: dz = a - y, dw_j = x_j dz for every feature j, db = dz. Now add up "
        "over the examples.",
        "n, m = X.shape. Begin with dw = np.zeros((n, 1)) and db = 0.0; the outer loop, for i in range(m), "
        "runs over the examples.",
        "For example i: dz = A[0, i] - Y[0, i]; then, in a loop for j in range(n), dw[j, 0] += X[j, i] * dz.",
        "db += dz is in the outer loop, not in the inner one. At the end divide both: return [(dw / m, db / m)].",
    ),
    mistakes=(
        *SHARED,
        Mistake(
            _of_examples(slice(-1, None)),
            "Only the last example is left: `=` overwrites what the others gave. Each has to be added to "
            "what is there.",
        ),
        Mistake(
            lambda params, A, X, Y: [
                (_of_examples(slice(-1, None))(params, A, X, Y)[0][0], np.mean(A - Y, keepdims=True))
            ],
            "db is right, but dw holds the last example alone: `=` overwrites what the others gave. Each "
            "has to be added.",
        ),
        Mistake(
            of_parts(lambda dw, db, X: (dw, db * X.shape[0])),
            "db grew n times too large: it is added inside the inner loop, once for every feature. An "
            "example has one dz.",
        ),
        Mistake(
            _of_examples(slice(0, 1)),
            "Only the first example is counted: `return` is inside the loop. It may run only when the loop is over.",
        ),
        Mistake(
            _of_examples(slice(0, -1)),
            "The last example is left out: the loop ends one too soon. range(k) already ends at k - 1.",
        ),
        Mistake(
            _of_examples(slice(1, None)),
            "The first example is left out. Python counts from 0.",
        ),
        Mistake(
            _loops(x=lambda X, j, i: X[i, j]),
            "The indices of X have changed places. Feature j of example i is in row j and column i.",
        ),
        Mistake(
            _loops(sizes=lambda X: X.shape[::-1]),
            "The two sizes of X have changed places: features are rows and examples are columns. So n comes first.",
        ),
        Mistake(
            _loops(row=lambda A, i: A[i]),
            "A and Y have one row and m columns, so A[i] asks for a row that is not there. An entry has "
            "two indices: row and column.",
        ),
        Mistake(
            lambda params, A, X, Y: [(pair[0][:, 0], pair[1]) for pair in logistic.backward(params, A, X, Y)],
            "The numbers are right, but dw has shape (n,), neither row nor column (the rank-1 trap). It "
            "must be a column, as w is.",
        ),
    ),
)
