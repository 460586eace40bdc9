"""hidden_gradient: the three derivatives of the hidden layer."""

from typing import Any

import numpy as np

from helpers import shallow
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.shallow_network.inputs import HIDDEN, HIDDEN_WORK
from helpers.exercises.shallow_network.shared import group, sums
from helpers.validation import Array


def _slope(A1: Array) -> Array:
    return 1 - A1**2


def _hidden(dz: Any) -> Any:
    """The hidden group with something else for dZ1."""
    return lambda dZ2, W2, A1, X: group(dz(dZ2, W2, A1, X), X)


def _dZ1(dZ2: Array, W2: Array, A1: Array, X: Array) -> Array:
    return np.asarray(np.dot(W2.T, dZ2) * _slope(A1))


def _with(**parts: Any) -> Any:
    """The hidden group with another dW1 or db1, made from (dZ2, dZ1, X, m)."""

    def wrong(dZ2: Array, W2: Array, A1: Array, X: Array) -> Any:
        dZ1 = _dZ1(dZ2, W2, A1, X)
        return group(dZ1, X, **{name: make(dZ2, dZ1, X, X.shape[1]) for name, make in parts.items()})

    return wrong


HIDDEN_GRADIENT = Exercise(
    reference=shallow.hidden_gradient,
    section="Six equations",
    returns=("dZ1", "dW1", "db1"),
    work=HIDDEN_WORK,
    cases=HIDDEN,
    hints=(
        "The error goes back through the same weights: W2.T dZ2, which is (n1, m).",
        "Then through the activation: element by element times the slope of tanh, which is 1 - A1**2.",
        "dZ1 = np.dot(W2.T, dZ2) * (1 - A1**2). dW1 and db1 follow from it as dW2 and db2 did from dZ2, "
        "with X in place of A1.",
        "dW1 = np.dot(dZ1, X.T) / m, db1 = np.sum(dZ1, axis=1, keepdims=True) / m, with m = X.shape[1]. "
        "Return dZ1, dW1, db1.",
    ),
    mistakes=(
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2) + _slope(A1)),
            "The slope is added. By the chain rule slopes multiply.",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2)),
            "The slope of tanh is missing. The error passes through the activation too, element by element.",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2) * A1 * (1 - A1)),
            "a (1 - a) is the slope of a sigmoid. The hidden layer is tanh.",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2) * (1 - A1)),
            "The square is missing: the slope of tanh is 1 - a^2.",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2) * (1 - np.tanh(A1) ** 2)),
            "tanh is applied twice. A1 is its output already, and the slope needs no more than that.",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2) * (A1 > 0)),
            "That is the slope of a ReLU. The hidden layer is tanh.",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2) * A1**2),
            "The 1 minus is missing: the slope of tanh is 1 - a^2.",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2) * A1),
            "dZ1 is multiplied by A1 itself. The chain rule needs the slope of tanh there.",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2, dZ2) * _slope(A1)),
            "W2 takes hidden units to the output. For the way back, from (n2, m) to (n1, m), it has to be "
            "turned round.",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: W2.T * dZ2 * _slope(A1)),
            "W2.T * dZ2 multiplies element by element, which is right for one output only. Each hidden "
            "unit needs the sum over all outputs.",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2) @ _slope(A1)),
            "Each number has its own slope: the slope is multiplied element by element, not with @.",
        ),
        Mistake(
            _with(dW=lambda dZ2, dZ1, X, m: np.dot(dZ2, X.T) / m),
            "dW1 is made from dZ2. The first layer has an error of its own: dZ1.",
        ),
        Mistake(
            _with(
                dW=lambda dZ2, dZ1, X, m: np.dot(dZ2, X.T) / m,
                db=lambda dZ2, dZ1, X, m: np.sum(dZ2, axis=1, keepdims=True) / m,
            ),
            "dW1 and db1 are made from dZ2. The first layer's own error is dZ1.",
        ),
        Mistake(
            _with(db=lambda dZ2, dZ1, X, m: np.sum(dZ2, axis=1, keepdims=True) / m),
            "db1 is made from dZ2. It is the mean of the hidden layer's own error: dZ1.",
        ),
        Mistake(
            lambda dZ2, W2, A1, X: group(_dZ1(dZ2, W2, A1, X), A1),
            "dW1 was made with A1, which comes out of the hidden layer. Needed is what goes in.",
        ),
        Mistake(
            lambda dZ2, W2, A1, X: sums(_dZ1(dZ2, W2, A1, X), X, 1),
            "The 1/m is missing in dW1 and db1. The cost is a mean over the examples, and so are its derivatives.",
        ),
        Mistake(
            lambda dZ2, W2, A1, X: sums(_dZ1(dZ2, W2, A1, X), X, len(X)),
            "This divides by the number of features. The mean is over the examples.",
        ),
        Mistake(
            _with(db=lambda dZ2, dZ1, X, m: np.sum(dZ1, axis=1) / m),
            "db1 lost its axis: shape (n1,), and b1 - learning_rate * db1 would become a matrix. A bias is "
            "a column, and so is its derivative.",
        ),
        Mistake(
            _with(db=lambda dZ2, dZ1, X, m: np.sum(dZ1) / m),
            "db1 is one number for all hidden units. Each has its own sum, over the examples.",
        ),
        Mistake(
            _with(db=lambda dZ2, dZ1, X, m: np.mean(dZ1)),
            "db1 is one mean over everything. Each hidden unit has its own mean, over the examples.",
        ),
        Mistake(
            _with(db=lambda dZ2, dZ1, X, m: np.sum(dZ1, axis=0, keepdims=True) / m),
            "db1 is summed over the units, axis 0, and still has a number for each example. The sum is "
            "over the examples.",
        ),
        Mistake(
            _with(dW=lambda dZ2, dZ1, X, m: np.dot(X, dZ1.T) / m),
            "dW1 is transposed: (n0, n1). It must have the shape of W1: look at the order of the factors.",
        ),
        Mistake(
            _with(dW=lambda dZ2, dZ1, X, m: np.dot(dZ1, X) / m),
            "The inner sizes do not agree: dZ1 is (n1, m) and X is (n0, m). One of the two has to be turned round.",
        ),
        Mistake(
            _with(dW=lambda dZ2, dZ1, X, m: np.dot(dZ1, X.T)),
            "db1 is right, dW1 lacks its 1/m. Divide both by m.",
        ),
        Mistake(
            _with(db=lambda dZ2, dZ1, X, m: np.sum(dZ1, axis=1, keepdims=True)),
            "dW1 is right, db1 lacks its 1/m. Divide both by m.",
        ),
        Mistake(
            _with(dW=lambda dZ2, dZ1, X, m: np.dot(dZ1, X.T) / m**2),
            "db1 is right, but m divides twice in dW1. Once makes a mean.",
        ),
        Mistake(
            _with(db=lambda dZ2, dZ1, X, m: np.sum(dZ1, axis=1, keepdims=True) / m**2),
            "dW1 is right, but m divides twice in db1. Once makes a mean.",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: _dZ1(dZ2, W2, A1, X) / X.shape[1]),
            "m divides twice: once in dZ1, and again in dW1 and db1. dZ1 is the error of each example, and no mean.",
        ),
        Mistake(
            lambda dZ2, W2, A1, X: (_dZ1(dZ2, W2, A1, X), *group(np.dot(W2.T, dZ2), X)[1:]),
            "dZ1 is right, but dW1 and db1 are made before the error went through the slope. They follow from dZ1.",
        ),
        Mistake(
            lambda dZ2, W2, A1, X: group(_dZ1(dZ2, W2, A1, X), X)[1:],
            "dZ1 is missing: it comes back first. Three arrays are needed.",
        ),
    ),
)
