"""linear_forward: the scores of one layer."""

import numpy as np

from helpers import deep
from helpers.activations import sigmoid
from helpers.exercises.deep_network.inputs import LAYERS, LINEAR_FORWARD_WORK
from helpers.exercises.exercise import Exercise, Mistake

LINEAR_FORWARD = Exercise(
    reference=deep.linear_forward,
    section="The forward block",
    returns="Z",
    all_digits=True,
    work=LINEAR_FORWARD_WORK,
    cases=LAYERS,
    hints=(
        "The scores of a layer: a weighted sum for each unit and example, plus the unit's bias.",
        "W is (n, n_prev) and A_prev is (n_prev, m), so the product in this order is (n, m), the shape of Z.",
        "np.dot(W, A_prev) + b. The column b is stretched over all examples.",
    ),
    mistakes=(
        Mistake(
            lambda A_prev, W, b: np.dot(W, A_prev),
            "This is what comes out without the bias. Add it: np.dot(W, A_prev) + b.",
        ),
        Mistake(
            lambda A_prev, W, b: np.dot(W.T, A_prev) + b,
            "W has a row for each unit already. No transpose here: np.dot(W, A_prev).",
        ),
        Mistake(
            lambda A_prev, W, b: np.dot(A_prev, W) + b,
            "The factors have changed places. (n, n_prev) times (n_prev, m): np.dot(W, A_prev).",
        ),
        Mistake(
            lambda A_prev, W, b: np.dot(A_prev.T, W.T) + b.T,
            "The numbers are right, but transposed: examples are in rows. np.dot(W, A_prev) has them in columns.",
        ),
        Mistake(
            lambda A_prev, W, b: W * A_prev + b,
            "* multiplies element by element. A score sums over the units below: the matrix product np.dot(W, A_prev).",
        ),
        Mistake(
            lambda A_prev, W, b: np.dot(W, A_prev + b),
            "The bias is added to the input, before the weights. Add it to the product: np.dot(W, A_prev) + b.",
        ),
        Mistake(
            lambda A_prev, W, b: np.dot(W, A_prev) - b,
            "The bias is subtracted. Add it: np.dot(W, A_prev) + b.",
        ),
        Mistake(
            lambda A_prev, W, b: np.dot(W, A_prev) + np.sum(b),
            "All biases are added to every unit. Each unit has its own: + b, a column, is stretched by broadcasting.",
        ),
        Mistake(
            lambda A_prev, W, b: np.dot(W, A_prev) + b[:, 0],
            "b[:, 0] has rank 1, so it is used as a row. Add the column b itself.",
        ),
        Mistake(
            lambda A_prev, W, b: sigmoid(np.dot(W, A_prev) + b),
            "The activation is applied here already. Return the scores Z: the next function applies the activation.",
        ),
    ),
)
