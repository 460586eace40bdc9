"""What both halves of the backward block share: dA_prev, dW and db as they follow from dZ."""

from typing import Any

import numpy as np

from helpers.validation import Array


def linear_gradients(dZ: Array, cache: Any, *, m: Any = None, dA: Any = None, dW: Any = None, db: Any = None) -> Any:
    """(dA_prev, dW, db), or with another m, or with another one of the three."""
    A_prev, W, _, _ = cache
    m = dZ.shape[1] if m is None else m
    right = np.dot(W.T, dZ), np.dot(dZ, A_prev.T) / m, dZ.sum(axis=1, keepdims=True) / m
    return tuple(own if own is not None else ours for own, ours in zip((dA, dW, db), right, strict=True))
