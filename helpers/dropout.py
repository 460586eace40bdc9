"""Inverted dropout: in training each unit is silent now and then, for each example anew.

What stays is divided by the share that stays, so that the mean of what the next layer hears does not change, and
nothing at all is done when the network is used.
Notebook 06, "Dropout"; Srivastava et al. (2014); Goodfellow et al., Deep Learning (2016), section 7.12.
"""

import numpy as np

from helpers.validation import Array


def dropout_forward(A: Array, keep: float, rng: np.random.Generator) -> tuple[Array, Array]:
    """Silence each entry of A with the probability 1 - keep.  A: (n, m).  rng draws rng.random(A.shape).

    Returns the new A (n, m) and the mask (n, m), True where an entry stays; the way back needs it.
    """
    mask = rng.random(A.shape) < keep  # (n, m)
    return A * mask / keep, mask  # (n, m), (n, m)


def dropout_backward(dA: Array, mask: Array, keep: float) -> Array:
    """The same on the way back: no gradient goes through what was silent, and the others are divided by keep.

    dA, mask: (n, m), the mask of the forward pass.  Returns (n, m).
    """
    return dA * mask / keep  # (n, m)
