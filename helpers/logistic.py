"""Logistic regression: one unit, a = sigma(w'x + b), read as P(y = 1 | x).

params: [(w, b)] with w (n, 1) and b (1, 1).  X: (n, m), one example a column.  Y: (1, m), each 0 or 1.
Notebook 02, where every line is derived; Bishop, Pattern Recognition and Machine Learning (2006), section 4.3.2.
"""

from typing import Any

import numpy as np

from helpers.activations import sigmoid
from helpers.losses import binary_cross_entropy
from helpers.networks.model import Model
from helpers.parameters import Parameters
from helpers.validation import Array, Layers, check_count, check_examples, check_same_shape, door


def initialize(n: int, dtype: Any = np.float64) -> Parameters:
    """w = 0 and b = 0 for n features: a fine start, since the cost has one valley and no other."""
    check_count(n, "n")
    return Parameters([(np.zeros((n, 1)), np.zeros((1, 1)))], dtype)


def _check(params: Layers, X: Array, *_: Any, **__: Any) -> None:
    check_examples(X, len(params[0][0]))


def _check_backward(params: Layers, A: Array, X: Array, Y: Array) -> None:
    _check(params, X)
    check_same_shape(A, Y)


@door(_check)
def forward(params: Layers, X: Array) -> Array:
    """A = sigma(w'X + b), the probability of class 1: (1, m).  Notebook 02, "All examples at once"."""
    [(w, b)] = params
    Z = np.dot(w.T, X) + b
    return sigmoid(Z)


@door(check_same_shape)
def cost(A: Array, Y: Array) -> float:
    """J = -(1/m) sum of y log a + (1 - y) log(1 - a), the mean loss.  Notebook 02, "The cost"."""
    return float(np.mean(binary_cross_entropy(A, Y)))


@door(_check_backward)
def backward_loops(params: Layers, A: Array, X: Array, Y: Array) -> list[tuple[Array, Any]]:
    """The gradient [(dw, db)] with a loop over examples and a loop over features, as one would on paper."""
    n, m = X.shape
    dw, db = np.zeros((n, 1)), 0.0
    for i in range(m):
        dz = A[0, i] - Y[0, i]
        for j in range(n):
            dw[j, 0] += X[j, i] * dz / m
        db += dz / m
    return [(dw, db)]


@door(_check_backward)
def backward_one_loop(params: Layers, A: Array, X: Array, Y: Array) -> list[tuple[Array, Any]]:
    """The gradient [(dw, db)] with a loop over examples; all features of an example at once."""
    n, m = X.shape
    dw, db = np.zeros((n, 1)), 0.0
    for i in range(m):
        dz = A[0, i] - Y[0, i]
        dw += X[:, i : i + 1] * dz / m
        db += dz / m
    return [(dw, db)]


@door(_check_backward)
def backward(params: Layers, A: Array, X: Array, Y: Array) -> list[tuple[Array, Any]]:
    """dZ = (A - Y)/m, dw = X dZ', db = sum of dZ: the gradient [(dw, db)].  Notebook 02, "No loop at all"."""
    m = X.shape[1]
    dZ = (A - Y) / m
    dw = np.dot(X, dZ.T)
    db = dZ.sum(axis=1, keepdims=True)
    return [(dw, db)]


def update(params: Layers, gradients: Layers, learning_rate: float) -> list[tuple[Array, Any]]:
    """One step downhill: w - rate dw and b - rate db.  Notebook 02, "One step downhill"."""
    [(w, b)], [(dw, db)] = params, gradients
    return [(w - learning_rate * dw, b - learning_rate * db)]


@door(_check)
def predict(params: Layers, X: Array, threshold: float = 0.5) -> Array:
    """1 where the probability is above the threshold, else 0: (1, m)."""
    A = forward(params, X)
    return np.where(A > threshold, 1.0, 0.0)


model = Model("logistic regression", forward, backward, cost, predict, features_axis=0)
