"""Linear layers, one after the other, are one linear layer: the matrix and the bias of the whole stack.

Notebook 03, "Why not linear?"; Goodfellow et al., Deep Learning (2016), section 6.1.
"""

import numpy as np

from helpers.validation import Array, Layers, validated


@validated(layers="[(W, b), ...]")
def compose(layers: Layers) -> tuple[Array, Array]:
    """One layer (W, b) that does what all of them do in a row: W = WL ... W2 W1, b = WL (... W2 b1 + b2 ...) + bL.

    layers: [(W1, b1), ..., (WL, bL)] with W[l] (n_l, n_{l-1}) and b[l] (n_l, 1), without activations between them.
    Returns W (n_L, n_0) and b (n_L, 1).  Notebook 03, "Why not linear?".
    """
    W, b = layers[0]
    for W_next, b_next in layers[1:]:
        W, b = np.dot(W_next, W), np.dot(W_next, b) + b_next  # (n, n0), (n, 1)
    return W, b
