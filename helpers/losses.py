"""Losses of single examples and their derivatives; the cost of a data set is the mean of its losses.

A: what the network says, Y: what is true: numbers, lists or arrays of equal shape.
Notebook 02, "How wrong is one answer?"; Goodfellow et al., Deep Learning (2016), sections 5.5 and 6.2.
"""

from functools import wraps

import numpy as np

from helpers.validation import Array, Function, check_kind, same_shape, validated


def _check_probabilities(A: Array, Y: Array) -> None:
    check_kind(A, "A", "probabilities")


def _away_from_0_and_1(loss: Function) -> Function:
    """Let no probability be nearer to 0 and 1 than one rounding step of its type: there a logarithm is infinite."""

    @wraps(loss)
    def clipped(A: Array, Y: Array) -> Array:
        eps = np.finfo(A.dtype).eps
        return loss(np.clip(A, eps, 1 - eps), Y)

    return clipped


@same_shape
@validated(_check_probabilities)
@_away_from_0_and_1
def binary_cross_entropy(A: Array, Y: Array) -> Array:
    """-(y log a + (1 - y) log(1 - a)), element by element: (1, m) gives (1, m)."""
    return -(Y * np.log(A) + (1 - Y) * np.log(1 - A))  # as A


@same_shape
@validated(_check_probabilities)
@_away_from_0_and_1
def binary_cross_entropy_derivative(A: Array, Y: Array) -> Array:
    """dL/da = -y/a + (1 - y)/(1 - a), element by element."""
    return -Y / A + (1 - Y) / (1 - A)  # as A


@same_shape
def binary_cross_entropy_from_scores(Z: Array, Y: Array) -> Array:
    """The same loss from z, where a = sigma(z): log(1 + exp(z)) - y z, element by element.

    Written so that nothing cancels: right to rounding for every z, however large.
    """
    return np.maximum(Z, 0) - Y * Z + np.log1p(np.exp(-np.abs(Z)))  # as Z


@validated(A="(n, m) of probabilities", Y="(n, m) of 0 and 1")
def cost(A: Array, Y: Array) -> float:
    """J = -(1/m) sum of y log a + (1 - y) log(1 - a): the mean loss of m examples.

    A, Y: (n, m).  Returns a number.  Notebook 02, "The cost".
    """
    m = Y.shape[1]
    losses = binary_cross_entropy(A, Y)  # as Y
    return float(np.sum(losses) / m)


@same_shape
@validated(_check_probabilities)
@_away_from_0_and_1
def cross_entropy(A: Array, Y: Array) -> Array:
    """-sum of y_k log a_k down each column: (C, m) of probabilities and one-hot labels give (1, m).

    Notebook 06, "Cross-entropy over classes".
    """
    return -np.sum(Y * np.log(A), axis=0, keepdims=True)  # (1, m)


@same_shape
@validated(_check_probabilities)
@_away_from_0_and_1
def cross_entropy_derivative(A: Array, Y: Array) -> Array:
    """dL/da_k = -y_k / a_k, (C, m)."""
    return -Y / A  # (C, m)


@same_shape
def squared_error(A: Array, Y: Array) -> Array:
    """Sum of (a_k - y_k)^2 down each column: (C, m) gives (1, m)."""
    return np.sum((A - Y) ** 2, axis=0, keepdims=True)


@same_shape
def squared_error_derivative(A: Array, Y: Array) -> Array:
    """dL/da_k = 2 (a_k - y_k), (C, m)."""
    return 2 * (A - Y)
