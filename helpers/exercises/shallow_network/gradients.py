"""The six derivatives, in two groups: those of the output layer and those of the hidden layer."""

from typing import Any

import numpy as np

from helpers import shallow
from helpers.doors import Array
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.shallow_network.inputs import HIDDEN, OUTPUTS


def _group(dZ: Array, A_prev: Array, *, dW: Any = None, db: Any = None) -> Any:
    """(dZ, dW, db) as they follow from dZ, or with another dW or db."""
    m = dZ.shape[1]
    right = np.dot(dZ, A_prev.T) / m, dZ.sum(axis=1, keepdims=True) / m
    return dZ, right[0] if dW is None else dW, right[1] if db is None else db


def _output(change: Any) -> Any:
    """The output group with something else for dZ2."""
    return lambda A1, A2, Y: _group(change(A1, A2, Y), A1)


def _sums(dZ: Array, A_prev: Array, m: Any) -> Any:
    """dW and db over m."""
    return dZ, np.dot(dZ, A_prev.T) / m, dZ.sum(axis=1, keepdims=True) / m


OUTPUT_GRADIENT = Exercise(
    reference=shallow.output_gradient,
    section="Six equations",
    returns="dZ2, dW2, db2",
    cases=OUTPUTS,
    hints=(
        "dZ2 is the error of each answer, as in logistic regression. dW2 is a mean of products, db2 a mean.",
        "dW2 must be (n2, n1): dZ2 is (n2, m), so A1, which is (n1, m), has to be turned round.",
        "dZ2 = A2 - Y, dW2 = np.dot(dZ2, A1.T) / m, db2 = np.sum(dZ2, axis=1, keepdims=True) / m.",
    ),
    mistakes=(
        Mistake(
            lambda A1, A2, Y: _group(A2 - Y, A1, dW=np.dot(A2 - Y, A2.T) / Y.shape[1]),
            "dW2 was made with A2. What came into the second layer is A1: np.dot(dZ2, A1.T) / m.",
        ),
        Mistake(
            _output(lambda A1, A2, Y: Y - A2),
            "The sign is turned round: this is y - a. With it, every step would go uphill. dZ2 = A2 - Y.",
        ),
        Mistake(
            lambda A1, A2, Y: _sums(A2 - Y, A1, 1),
            "The 1/m is missing in dW2 and db2. The cost is a mean over the examples: divide by m = Y.shape[1].",
        ),
        Mistake(
            lambda A1, A2, Y: _group(A2 - Y, A1, dW=np.dot(A2 - Y, A1.T)),
            "db2 is right, dW2 lacks its 1/m. Divide both by m.",
        ),
        Mistake(
            lambda A1, A2, Y: _group(A2 - Y, A1, db=np.sum(A2 - Y, axis=1, keepdims=True)),
            "dW2 is right, db2 lacks its 1/m. Divide both by m.",
        ),
        Mistake(
            lambda A1, A2, Y: _sums(A2 - Y, A1, len(A1)),
            "This divides by n1, the number of hidden units. The mean is over the examples: m = Y.shape[1].",
        ),
        Mistake(
            _output(lambda A1, A2, Y: (A2 - Y) * A2 * (1 - A2)),
            "The sigmoid's slope a (1 - a) is still in dZ2. With the cross-entropy it cancels: dZ2 = A2 - Y.",
        ),
        Mistake(
            _output(lambda A1, A2, Y: (A2 - Y) * (1 - A2**2)),
            "The slope of tanh is in dZ2, but tanh is in the hidden layer. dZ2 = A2 - Y.",
        ),
        Mistake(
            lambda A1, A2, Y: _group((A2 - Y) / Y.shape[1], A1),
            "m divides twice: once in dZ2, and again in dW2 and db2. Keep dZ2 = A2 - Y whole.",
        ),
        Mistake(
            lambda A1, A2, Y: ((A2 - Y) / Y.shape[1], *_group(A2 - Y, A1)[1:]),
            "dW2 and db2 are right, but dZ2 is already divided by m. Here dZ2 = A2 - Y, and the next two divide.",
        ),
        Mistake(
            lambda A1, A2, Y: _group(A2 - Y, A1, db=np.sum(A2 - Y, axis=1) / Y.shape[1]),
            "db2 lost its axis: shape (n2,), and b2 - rate * db2 would become a table. Keep it: keepdims=True.",
        ),
        Mistake(
            lambda A1, A2, Y: _group(A2 - Y, A1, db=np.sum(A2 - Y, axis=0, keepdims=True) / Y.shape[1]),
            "db2 is summed over the units, axis 0, and still has a number for each example. Sum along axis=1.",
        ),
        Mistake(
            lambda A1, A2, Y: _group(A2 - Y, A1, db=np.sum(A2 - Y) / Y.shape[1]),
            "db2 is one number for the whole layer. Each unit has its own: np.sum(dZ2, axis=1, keepdims=True) / m.",
        ),
        Mistake(
            lambda A1, A2, Y: _group(A2 - Y, A1, db=np.mean(A2 - Y)),
            "db2 is one mean over everything. Each output has its own: np.mean(dZ2, axis=1, keepdims=True).",
        ),
        Mistake(
            lambda A1, A2, Y: _group(A2 - Y, A1, dW=np.dot(A1, (A2 - Y).T) / Y.shape[1]),
            "dW2 is turned round: (n1, n2). It must have the shape of W2: np.dot(dZ2, A1.T).",
        ),
        Mistake(
            lambda A1, A2, Y: _group(A2 - Y, A1, dW=np.dot(A2 - Y, A1) / Y.shape[1]),
            "The inner sizes do not agree: dZ2 is (n2, m), A1 is (n1, m). Turn A1 round: A1.T.",
        ),
        Mistake(
            lambda A1, A2, Y: _group(A2 - Y, A1, dW=(A2 - Y) * A1 / Y.shape[1]),
            "dW2 is multiplied element by element, and nothing is summed. Take the matrix product np.dot(dZ2, A1.T).",
        ),
        Mistake(
            lambda A1, A2, Y: _group(A2 - Y, A1, dW=np.sum(A2 - Y, axis=1, keepdims=True) / Y.shape[1]),
            "That is db2 in the place of dW2. A weight's derivative has what came in as a factor: np.dot(dZ2, A1.T).",
        ),
        Mistake(
            lambda A1, A2, Y: _group(A2 - Y, A1)[1:],
            "dZ2 is missing: the hidden layer needs it. Return dZ2, dW2, db2.",
        ),
    ),
)


def _slope(A1: Array) -> Array:
    return 1 - A1**2


def _hidden(dz: Any) -> Any:
    """The hidden group with something else for dZ1."""
    return lambda dZ2, W2, A1, X: _group(dz(dZ2, W2, A1, X), X)


def _dZ1(dZ2: Array, W2: Array, A1: Array, X: Array) -> Array:
    return np.asarray(np.dot(W2.T, dZ2) * _slope(A1))


def _with(**parts: Any) -> Any:
    """The hidden group with another dW1 or db1, made from (dZ2, dZ1, X, m)."""

    def wrong(dZ2: Array, W2: Array, A1: Array, X: Array) -> Any:
        dZ1 = _dZ1(dZ2, W2, A1, X)
        return _group(dZ1, X, **{name: make(dZ2, dZ1, X, X.shape[1]) for name, make in parts.items()})

    return wrong


HIDDEN_GRADIENT = Exercise(
    reference=shallow.hidden_gradient,
    section="Six equations",
    returns="dZ1, dW1, db1",
    cases=HIDDEN,
    hints=(
        "The error goes back through the weights that it came along: W2' dZ2, which is (n1, m).",
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
            "The slope of tanh is missing: dZ1 is W2' dZ2 times 1 - A1**2, element by element.",
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
            "W2 leads from the hidden units to the output. On the way back it is turned round: np.dot(W2.T, dZ2).",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: W2.T * dZ2 * _slope(A1)),
            "W2.T * dZ2 goes element by element, which fits by luck for one output. A hidden unit hears from every "
            "output: np.dot(W2.T, dZ2).",
        ),
        Mistake(
            _hidden(lambda dZ2, W2, A1, X: np.dot(W2.T, dZ2) @ _slope(A1)),
            "The slope belongs to each number by itself: element by element with *, not @.",
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
            lambda dZ2, W2, A1, X: _group(_dZ1(dZ2, W2, A1, X), A1),
            "dW1 was made with A1, which comes out of the hidden layer. What goes in is X: np.dot(dZ1, X.T) / m.",
        ),
        Mistake(
            lambda dZ2, W2, A1, X: _sums(_dZ1(dZ2, W2, A1, X), X, 1),
            "The 1/m is missing in dW1 and db1. Divide both by m = X.shape[1].",
        ),
        Mistake(
            lambda dZ2, W2, A1, X: _sums(_dZ1(dZ2, W2, A1, X), X, len(X)),
            "This divides by the number of features, X.shape[0]. The mean is over the examples: X.shape[1].",
        ),
        Mistake(
            _with(db=lambda dZ2, dZ1, X, m: np.sum(dZ1, axis=1) / m),
            "db1 lost its axis: shape (n1,), and b1 - rate * db1 would become a table. Keep it: keepdims=True.",
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
            "dW1 is turned round: (n0, n1). It must have the shape of W1: np.dot(dZ1, X.T).",
        ),
        Mistake(
            _with(dW=lambda dZ2, dZ1, X, m: np.dot(dZ1, X) / m),
            "The inner sizes do not agree: dZ1 is (n1, m) and X is (n0, m). Turn X round: X.T.",
        ),
    ),
)
