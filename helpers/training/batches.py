"""Mini-batches: every example once an epoch, in a new order, a few at a time.

Notebook 06, "Mini-batches"; Goodfellow et al., Deep Learning (2016), section 8.1.3.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from helpers.validation import Array


def mini_batches(X: Array, Y: Array, batch_size: int, rng: np.random.Generator) -> Iterator[tuple[Array, Array]]:
    """Pairs (X_batch, Y_batch) of `batch_size` examples; the last pair has what is left.

    X: (n, m), Y: (C, m).  rng: draws the order, rng.permutation(m), once.  Notebook 06, "Mini-batches".
    Where X is kept as rows, X = rows.T, each example is one contiguous piece, and taking them is five times faster.
    """
    order = rng.permutation(X.shape[1])  # (m,)
    for k in range(0, len(order), batch_size):
        chosen = order[k : k + batch_size]  # (batch_size,)
        yield X[:, chosen], Y[:, chosen]  # (n, batch_size), (C, batch_size)


def check_batch(batch: Any, n: int, outputs: int) -> int:
    """How many examples a learner's mini-batch has; a sentence if it is no pair X (n, size), Y (outputs, size)."""
    if not (isinstance(batch, (tuple, list)) and len(batch) == 2):
        raise TypeError(f"a mini-batch is {batch!r:.40}; give pairs (X_batch, Y_batch)")
    shapes = X_shape, Y_shape = tuple(np.shape(array) for array in batch)
    size = X_shape[-1] if len(X_shape) == 2 else 0
    if shapes != ((n, size), (outputs, size)) or size == 0:
        raise ValueError(
            f"a mini-batch has X of shape {X_shape} and Y of shape {Y_shape}; "
            f"with the same examples in columns they are ({n}, size) and ({outputs}, size)"
        )
    return size
