"""Small array functions without a loop: examples into columns, features to one scale, all distances at once.

Every one gives floats: float32 and float64 stay as they are, integers become float64.
Notebook 01; Harris et al., Array programming with NumPy (Nature, 2020).
"""

from typing import Any

import numpy as np

from helpers.validation import Array, check_finite, numbers


def _matrix(value: Any, name: str) -> Array:
    """`value` as floats in rows and columns, or a sentence."""
    array = numbers(value, name)
    if array.ndim != 2:
        fix = f": pass {name}.reshape(-1, 1) for one example" if array.ndim == 1 else ""
        raise ValueError(f"{name} has shape {array.shape}; it must be (features, examples){fix}")
    if not array.size:
        raise ValueError(f"{name} has shape {array.shape}, without a number in it; it needs a feature and an example")
    check_finite(array, name)
    return array


def flatten_images(images: Any) -> Array:
    """Each image as one column: (m, height, width, ...) becomes (height * width * ..., m).  A view of floats.

    Notebook 01, "Images become columns".
    """
    images = numbers(images, "images")
    if images.ndim < 2:
        raise ValueError(f"images has shape {images.shape}; it must be (m, height, width) or (m, height, width, 3)")
    if not images.size:
        raise ValueError(f"images has shape {images.shape}, without a pixel in it; it needs at least one image")
    m = images.shape[0]
    return images.reshape(m, -1).T


def weight_gradient(X: Any, dZ: Any) -> Array:
    """dw = X dZ.T / m, the mean of x dz over the examples: (n, m) and (1, m) give (n, 1).

    Notebook 01, "Three ways to one gradient".
    """
    X, dZ = _matrix(X, "X"), _matrix(dZ, "dZ")
    m = X.shape[1]
    if dZ.shape != (1, m):
        raise ValueError(f"dZ has shape {dZ.shape}; X has {m} examples, so it must be (1, {m})")
    return np.dot(X, dZ.T) / m


def as_column(a: Any) -> Array:
    """A rank-1 array as a column: (n,) becomes (n, 1); a row or a column becomes one too.  A view of floats.

    Notebook 01, "The rank-1 trap".
    """
    a = numbers(a, "a")
    if a.ndim > 2 or (a.ndim == 2 and 1 not in a.shape):
        raise ValueError(f"a has shape {a.shape}; a column is made of one row of numbers, (n,), (1, n) or (n, 1)")
    return a.reshape(-1, 1)


def standardize(X: Any) -> Array:
    """Each feature less its mean, over its standard deviation; a feature that never changes becomes 0.  Shape as X.

    Notebook 01, "Features to one scale".
    """
    X = _matrix(X, "X")
    mean = X.mean(axis=1, keepdims=True)
    deviation = X.std(axis=1, keepdims=True)
    varies = X.max(axis=1, keepdims=True) > X.min(axis=1, keepdims=True)  # rounding can lift a deviation of 0
    return np.where(varies, X - mean, 0) / np.where(varies, deviation, 1)


def normalize_columns(X: Any) -> Array:
    """Each column over its length, so that its length is 1; a column of zeros stays.  Shape as X.

    Notebook 01, "Columns to length one".
    """
    X = _matrix(X, "X")
    length = np.sqrt(np.sum(X**2, axis=0, keepdims=True))
    return X / np.where(length > 0, length, 1)


def pairwise_distances(A: Any, B: Any) -> Array:
    """The distance of each column of A from each column of B: (n, p) and (n, q) give (p, q).

    |a - b|^2 = |a|^2 + |b|^2 - 2 a.b needs no array of p x q x n numbers; rounding below 0 is cut off.
    Notebook 01, "All distances at once".
    """
    A, B = _matrix(A, "A"), _matrix(B, "B")
    if len(A) != len(B):
        raise ValueError(f"A has shape {A.shape} and B has shape {B.shape}; their columns must be equally long")
    squares = np.sum(A**2, axis=0)[:, np.newaxis] + np.sum(B**2, axis=0) - 2 * np.dot(A.T, B)
    return np.sqrt(np.maximum(squares, 0))
