"""Logistic regression: one unit, a = sigma(w.T x + b), read as P(y = 1 | x).

params: [(w, b)] with w (n, 1) and b (1, 1).  X: (n, m), one example a column.  Y: (1, m), each 0 or 1.
Notebook 02, where every line is derived; Bishop, Pattern Recognition and Machine Learning (2006), section 4.3.2.
"""

import numpy as np

from helpers.activations import sigmoid
from helpers.losses import cost as cost
from helpers.parameters import Parameters
from helpers.validation import Array, Layers, check_count, validated


def initialize(n: int, dtype: type = np.float64) -> Parameters:
    """w = 0, (n, 1), and b = 0, (1, 1), for n features: a fine start, since the cost is convex."""
    check_count(n, "n")
    return Parameters([(np.zeros((n, 1)), np.zeros((1, 1)))], dtype)


@validated(params="[(w, b)]", X="(n, m)")
def forward(params: Layers, X: Array) -> Array:
    """A = sigma(w.T X + b), the probability of class 1: (1, m).  Notebook 02, "All examples at once"."""
    [(w, b)] = params
    Z = np.dot(w.T, X) + b  # (1, m)
    return sigmoid(Z)  # (1, m)


@validated(params="[(w, b)]", A="(1, m) of probabilities", X="(n, m)", Y="(1, m) of 0 and 1")
def backward_loops(params: Layers, A: Array, X: Array, Y: Array) -> Layers:
    """The gradient [(dw, db)] with a loop over examples and a loop over features, as one would on paper.

    dw: (n, 1), db: a number.  Notebook 02, "Two loops".
    """
    n, m = X.shape
    dw, db = np.zeros((n, 1)), 0.0  # (n, 1), a number
    for i in range(m):
        dz = A[0, i] - Y[0, i]  # a number
        for j in range(n):
            dw[j, 0] += X[j, i] * dz / m
        db += dz / m
    return [(dw, db)]


@validated(params="[(w, b)]", A="(1, m) of probabilities", X="(n, m)", Y="(1, m) of 0 and 1")
def backward(params: Layers, A: Array, X: Array, Y: Array) -> Layers:
    """dZ = A - Y, dw = X dZ.T / m, db = sum of dZ / m: the gradient [(dw, db)], (n, 1) and (1, 1).

    Notebook 02, "No loop at all".
    """
    m = X.shape[1]
    dZ = A - Y  # (1, m)
    dw = np.dot(X, dZ.T) / m  # (n, 1)
    db = dZ.sum(axis=1, keepdims=True) / m  # (1, 1)
    return [(dw, db)]


@validated(params="[(w, b)]", gradients="like params", learning_rate="learning rate")
def update(params: Layers, gradients: Layers, learning_rate: float) -> Layers:
    """One step downhill: w - learning_rate dw, (n, 1), and b - learning_rate db, (1, 1).

    Notebook 02, "One step downhill".
    """
    [(w, b)], [(dw, db)] = params, gradients
    return [(w - learning_rate * dw, b - learning_rate * db)]  # as params


@validated(params="[(w, b)]", X="(n, m)", threshold="threshold")
def predict(params: Layers, X: Array, threshold: float = 0.5) -> Array:
    """1 where the probability is above the threshold, else 0: (1, m)."""
    A = forward(params, X)  # (1, m)
    return np.where(A > threshold, 1.0, 0.0)  # (1, m)


@validated(X="(n, m)", Y="(1, m) of 0 and 1", learning_rate="learning rate")
def train(X: Array, Y: Array, learning_rate: float, iterations: int) -> Layers:
    """Gradient descent from w = 0 and b = 0: [(w, b)] after so many steps.  Notebook 02, "The loop"."""
    n = X.shape[0]
    w, b = np.zeros((n, 1)), 0.0  # (n, 1) and a number
    for _ in range(iterations):
        A = forward([(w, b)], X)  # (1, m)
        gradients = backward([(w, b)], A, X, Y)  # [(dw, db)], as [(w, b)]
        [(w, b)] = update([(w, b)], gradients, learning_rate)
    return [(w, b)]
