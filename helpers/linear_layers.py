"""Linear layers, one after the other, are one linear layer: the matrix and the bias of the whole stack.

Notebook 03, "Why not linear?"; Goodfellow et al., Deep Learning (2016), section 6.1.
"""

from typing import Any

import numpy as np

from helpers.activations import by_name
from helpers.deep import check_layers
from helpers.parameters import pairs
from helpers.validation import Array, Layers, door, numbers


def _check(layers: Any) -> None:
    for layer, (W, b) in enumerate(pairs(layers, "layers"), 1):
        if np.ndim(W) != 2 or not isinstance(W, np.ndarray):
            raise ValueError(f"W{layer} must be an array of shape (n{layer}, n{layer - 1}); given {W!r:.40}")
        numbers(W, f"W{layer}")
        if np.shape(b) != (len(W), 1):
            raise ValueError(f"b{layer} has shape {np.shape(b)}; W{layer} is {W.shape}, so b{layer} is ({len(W)}, 1)")
        numbers(b, f"b{layer}")
    check_layers(layers, [by_name("identity")] * len(layers))


@door(_check)
def compose(layers: Layers) -> tuple[Array, Array]:
    """One layer (W, b) that does what all of them do in a row: W = WL ... W2 W1, b = WL (... W2 b1 + b2 ...) + bL.

    layers: [(W1, b1), ..., (WL, bL)] with W[l] (n_l, n_{l-1}) and b[l] (n_l, 1), without activations between them.
    Returns W (n_L, n_0) and b (n_L, 1).  Notebook 03, "Why not linear?".
    """
    W, b = layers[0]
    for W_next, b_next in layers[1:]:
        W, b = W_next @ W, W_next @ b + b_next
    return W, b
