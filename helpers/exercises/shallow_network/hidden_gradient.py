"""hidden_gradient: the three derivatives of the hidden layer."""

from typing import Any

import numpy as np

from helpers import shallow
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.shallow_network.inputs import HIDDEN
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
    section="As products",
    returns=("dZ1", "dW1", "db1"),
    cases=HIDDEN,
    hints=(
        "The error goes back through the same weights: W2.T dZ2, which is (n1, m).",
        "Then through the activation: element by element times the slope of tanh, which is 1 - A1**2.",
        "dZ1 = np.dot(W2.T, dZ2) * (1 - A1**2). dW1 and db1 follow from it as dW2 and db2 did, with X in place of A1.",
    ),
    mistakes=(
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2) + _slope(A1)),
            "The slope is added. By the chain rule slopes multiply: np.dot(W2.T, dZ2) * (1 - A1**2).",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2)),
            "The slope of tanh is missing: dZ1 is W2.T dZ2 times 1 - A1**2, element by element.",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2) * A1 * (1 - A1)),
            "A1 * (1 - A1) is the slope of a sigmoid. The hidden layer is tanh: 1 - A1**2.",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2) * (1 - A1)),
            "The square is missing: the slope of tanh is 1 - A1**2, not 1 - A1.",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2) * (1 - np.tanh(A1) ** 2)),
            "tanh is applied twice. A1 is tanh(Z1) already, so the slope is 1 - A1**2.",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2) * (A1 > 0)),
            "That is the slope of a ReLU. The hidden layer is tanh: 1 - A1**2.",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2) * A1**2),
            "The slope of tanh is 1 - A1**2. The 1 minus is missing.",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2) * A1),
            "dZ1 is multiplied by A1 itself. It needs the slope of tanh there: 1 - A1**2.",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2, dZ2) * _slope(A1)),
            "W2 takes hidden units to the output. For the way back it is transposed: np.dot(W2.T, dZ2).",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: W2.T * dZ2 * _slope(A1)),
            "W2.T * dZ2 multiplies element by element, which is right for one output only. Each hidden unit "
            "needs the sum over all outputs: np.dot(W2.T, dZ2).",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2) @ _slope(A1)),
            "Each number has its own slope: multiply element by element with *, not @.",
        ),
        Mistake(
            _with(dW=lambda dZ2, dZ1, X, m: np.dot(dZ2, X.T) / m),
            "dW1 is made from dZ2. The first layer's own error is dZ1: np.dot(dZ1, X.T) / m.",
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
            "dW1 was made with A1, which comes out of the hidden layer. What goes in is X: np.dot(dZ1, X.T) / m.",
        ),
        Mistake(
            lambda dZ2, W2, A1, X: sums(_dZ1(dZ2, W2, A1, X), X, 1),
            "The 1/m is missing in dW1 and db1. Divide both by m = X.shape[1].",
        ),
        Mistake(
            lambda dZ2, W2, A1, X: sums(_dZ1(dZ2, W2, A1, X), X, len(X)),
            "This divides by the number of features, X.shape[0]. The mean is over the examples: X.shape[1].",
        ),
        Mistake(
            _with(db=lambda dZ2, dZ1, X, m: np.sum(dZ1, axis=1) / m),
            "db1 lost its axis: shape (n1,), and b1 - learning_rate * db1 would become a matrix. Keep it: "
            "keepdims=True.",
        ),
        Mistake(
            _with(db=lambda dZ2, dZ1, X, m: np.sum(dZ1) / m),
            "db1 is one number for all hidden units. Each has its own: np.sum(dZ1, axis=1, keepdims=True) / m.",
        ),
        Mistake(
            _with(db=lambda dZ2, dZ1, X, m: np.mean(dZ1)),
            "db1 is one mean over everything. Each hidden unit has its own: np.mean(dZ1, axis=1, keepdims=True).",
        ),
        Mistake(
            _with(db=lambda dZ2, dZ1, X, m: np.sum(dZ1, axis=0, keepdims=True) / m),
            "db1 is summed over the units, axis 0, and still has a number for each example. Sum along axis=1.",
        ),
        Mistake(
            _with(dW=lambda dZ2, dZ1, X, m: np.dot(X, dZ1.T) / m),
            "dW1 is transposed: (n0, n1). It must have the shape of W1: np.dot(dZ1, X.T).",
        ),
        Mistake(
            _with(dW=lambda dZ2, dZ1, X, m: np.dot(dZ1, X) / m),
            "The inner sizes do not agree: dZ1 is (n1, m) and X is (n0, m). Transpose X: X.T.",
        ),
    ),
)
