"""The L2 penalty: large weights cost something.

J = cost + l2/(2m) times the sum of all squared weights; biases are left alone.
Notebook 06, "L2"; Goodfellow et al., Deep Learning (2016), section 7.1.1.
"""

import numpy as np

from helpers.validation import Layers


def l2_cost(params: Layers, l2: float, m: int) -> float:
    """What the penalty adds to the cost of m examples: l2/(2m) times the sum of all squared weights."""
    return l2 / (2 * m) * sum(float(np.sum(W**2)) for W, _ in params)


def add_l2(gradients: Layers, params: Layers, l2: float, m: int) -> Layers:
    """The gradient with the penalty's: dW + l2/m W in each layer, db as it is.  Returns [(dW1, db1), ...]."""
    layers = zip(gradients, params, strict=True)
    return [(dW + l2 / m * W, db) for (dW, db), (W, _) in layers]  # as params
