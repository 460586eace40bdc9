"""The loop over epochs and mini-batches as one writes it, on the flat vector: what `fit_epochs` does, in six lines.

Notebook 06, "Digits, read"; Goodfellow et al., Deep Learning (2016), algorithm 8.2.
"""

import numpy as np

from helpers.training.batches import mini_batches
from helpers.training.optimizers import momentum_step
from helpers.validation import Array, Function


def train_epochs(
    w: Array,
    gradient: Function,
    X: Array,
    Y: Array,
    rates: Array,
    beta: float,
    batch_size: int,
    rng: np.random.Generator,
) -> Array:
    """One step with momentum for each mini-batch, epoch after epoch; rates: the learning rate of each.

    w: (k,), all weights and biases; it stays as it is.  gradient(w, X_batch, Y_batch): dw (k,).  X: (n, m), Y: (C, m).
    beta: how much of the velocity stays.  rng: draws the order of the examples.  Returns the last w.
    """
    v = np.zeros(w.shape)  # as w
    for rate in rates:
        for X_batch, Y_batch in mini_batches(X, Y, batch_size, rng):
            dw = gradient(w, X_batch, Y_batch)  # as w
            w, v = momentum_step(w, v, dw, rate, beta)
    return w
