"""Small array functions without a loop: examples into columns, features to one scale, all distances at once.

Every one gives floats: float32 and float64 stay as they are, integers become float64.
Notebook 01; Harris et al., Array programming with NumPy (Nature, 2020).
"""

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import Any

import numpy as np

from helpers.activations import softmax
from helpers.validation import Array, check_finite, numbers


def _of_floats(check: Callable[..., None]) -> Callable[[Callable[..., Array]], Callable[..., Array]]:
    """Make the arguments arrays of floats and look at them with `check` first: the function itself is its formula."""

    def decorate(function: Callable[..., Array]) -> Callable[..., Array]:
        bound_to = signature(function)

        @wraps(function)
        def checked(*args: Any, **kwargs: Any) -> Array:
            __tracebackhide__ = True
            given = bound_to.bind(*args, **kwargs).arguments
            arrays = [numbers(value, name) for name, value in given.items()]
            check(*arrays)
            return function(*arrays)

        return checked

    return decorate


def _check_images(images: Array) -> None:
    if images.ndim < 2:
        raise ValueError(f"images has shape {images.shape}; it must be (m, height, width) or (m, height, width, 3)")
    if not images.size:
        raise ValueError(f"images has shape {images.shape}, without a pixel in it; it needs at least one image")


def _check_matrix(X: Array, name: str = "X") -> None:
    """Rows and columns, and something in them."""
    if X.ndim != 2:
        fix = f": pass {name}.reshape(-1, 1) for one example" if X.ndim == 1 else ""
        raise ValueError(f"{name} has shape {X.shape}; it must be (features, examples){fix}")
    if not X.size:
        raise ValueError(f"{name} has shape {X.shape}, without a number in it; it needs a feature and an example")
    check_finite(X, name)


def _check_errors(X: Array, dZ: Array) -> None:
    _check_matrix(X)
    _check_matrix(dZ, "dZ")
    m = X.shape[1]
    if dZ.shape != (1, m):
        raise ValueError(f"dZ has shape {dZ.shape}; X has {m} examples, so it must be (1, {m})")


def _check_row(a: Array) -> None:
    if a.ndim > 2 or (a.ndim == 2 and 1 not in a.shape):
        raise ValueError(f"a has shape {a.shape}; a column is made of one row of numbers, (n,), (1, n) or (n, 1)")


def _check_columns(A: Array, B: Array, a: str = "A", b: str = "B") -> None:
    _check_matrix(A, a)
    _check_matrix(B, b)
    if len(A) != len(B):
        raise ValueError(f"{a} has shape {A.shape} and {b} has shape {B.shape}; their columns must be equally long")


def _check_votes(known: Array, Y: Array, unknown: Array) -> None:
    _check_columns(known, unknown, "known", "unknown")
    _check_matrix(Y, "Y")
    if Y.shape[1] != known.shape[1]:
        raise ValueError(f"Y has shape {Y.shape} and known {known.shape}; each needs a column for each example")


@_of_floats(_check_images)
def flatten_images(images: Array) -> Array:
    """Each image as one column: (m, height, width, ...) becomes (height * width * ..., m).  A view of floats.

    Notebook 01, "Images become columns".
    """
    m = images.shape[0]
    return images.reshape(m, -1).T  # (height * width * ..., m)


@_of_floats(_check_errors)
def weight_gradient(X: Array, dZ: Array) -> Array:
    """dw = X dZ.T / m, the mean of x dz over the examples: (n, m) and (1, m) give (n, 1).

    Notebook 01, "Three ways to one gradient".
    """
    m = X.shape[1]
    return np.dot(X, dZ.T) / m  # (n, 1)


@_of_floats(_check_row)
def as_column(a: Array) -> Array:
    """A rank-1 array as a column: (n,) becomes (n, 1); a row or a column becomes one too.  A view of floats.

    Notebook 01, "The rank-1 trap".
    """
    return a.reshape(-1, 1)  # (n, 1)


@_of_floats(_check_matrix)
def standardize(X: Array) -> Array:
    """Each feature less its mean, over its standard deviation; a feature that never changes becomes 0.  Shape as X.

    Whether it changes is asked of its largest and its least number: of 0.1, 0.1, 0.1 rounding makes a deviation that is
    not 0.  Notebook 01, "Features to one scale".
    """
    mean = X.mean(axis=1, keepdims=True)  # (n, 1)
    deviation = X.std(axis=1, keepdims=True)  # (n, 1)
    varies = X.max(axis=1, keepdims=True) > X.min(axis=1, keepdims=True)  # (n, 1)
    return np.where(varies, X - mean, 0) / np.where(varies, deviation, 1)  # (n, m)


@_of_floats(_check_matrix)
def normalize_columns(X: Array) -> Array:
    """Each column over its length, so that its length is 1; a column of zeros stays.  Shape as X.

    Notebook 01, "Columns to length one".
    """
    length = np.sqrt(np.sum(X**2, axis=0, keepdims=True))  # (1, m)
    return X / np.where(length > 0, length, 1)  # (n, m)


@_of_floats(_check_columns)
def pairwise_distances(A: Array, B: Array) -> Array:
    """The distance of each column of A from each column of B: (n, p) and (n, q) give (p, q).

    |a - b|^2 = |a|^2 + |b|^2 - 2 a.b needs no array of p x q x n numbers; rounding below 0 is cut off.
    Notebook 01, "All distances at once".
    """
    squares = np.sum(A**2, axis=0)[:, np.newaxis] + np.sum(B**2, axis=0) - 2 * np.dot(A.T, B)  # (p, q)
    return np.sqrt(np.maximum(squares, 0))  # (p, q)


@_of_floats(_check_votes)
def class_votes(known: Array, Y: Array, unknown: Array) -> Array:
    """P = Y softmax(-30 D): each known example votes for its own class, the more the nearer it is.

    known: (n, p).  Y: (C, p), one-hot.  unknown: (n, q).  Returns (C, q); each column sums to 1.  A soft form of the
    nearest neighbour (Nadaraya, 1964; Watson, 1964).  Notebook 01, "Digits, read by your functions".
    """
    shares = softmax(-30 * pairwise_distances(known, unknown))  # (p, q)
    return np.dot(Y, shares)  # (C, q)
