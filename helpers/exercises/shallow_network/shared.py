"""What both groups of derivatives share: dW and db as they follow from dZ."""

from typing import Any

import numpy as np

from helpers.validation import Array


def group(dZ: Array, A_prev: Array, *, dW: Any = None, db: Any = None) -> Any:
    """(dZ, dW, db) as they follow from dZ, or with another dW or db."""
    m = dZ.shape[1]
    right = np.dot(dZ, A_prev.T) / m, dZ.sum(axis=1, keepdims=True) / m
    return dZ, right[0] if dW is None else dW, right[1] if db is None else db


def sums(dZ: Array, A_prev: Array, m: Any) -> Any:
    """dW and db over m."""
    return dZ, np.dot(dZ, A_prev.T) / m, dZ.sum(axis=1, keepdims=True) / m
