"""linear_forward: the scores of one layer."""

import numpy as np

from helpers import deep
from helpers.activations import sigmoid
from helpers.exercises.deep_network.inputs import LAYERS, LINEAR_FORWARD_WORK
from helpers.exercises.exercise import Exercise, Mistake

A_ROW = "b is used as a row, so each example gets a bias, and not each unit. As it comes, b is a column: leave it so."

LINEAR_FORWARD = Exercise(
    reference=deep.linear_forward,
    section="The forward block",
    returns="Z",
    all_digits=True,
    within="layer_forward",
    work=LINEAR_FORWARD_WORK,
    cases=LAYERS,
    hints=(
        "The scores of a layer: a weighted sum for each unit and example, plus the unit's bias.",
        "W is (n, n_prev) and A_prev is (n_prev, m), so the product in this order is (n, m), the shape of Z.",
        "Return np.dot(W, A_prev) + b. The column b is stretched over all examples.",
    ),
    mistakes=(
        Mistake(
            lambda A_prev, W, b: np.dot(W, A_prev),
            "This is what comes out without the bias. Each unit adds its own.",
        ),
        Mistake(
            lambda A_prev, W, b: np.dot(W.T, A_prev) + b,
            "W has a row for each unit already. No transpose here: compare the sizes.",
        ),
        Mistake(
            lambda A_prev, W, b: np.dot(A_prev, W) + b,
            "The factors have changed places. (n, n_prev) times (n_prev, m) is (n, m): the weights come first.",
        ),
        Mistake(
            lambda A_prev, W, b: np.dot(A_prev.T, W.T) + b.T,
            "The numbers are right, but transposed: examples are in rows. The course has them in columns.",
        ),
        Mistake(
            lambda A_prev, W, b: W * A_prev + b,
            "* multiplies element by element. A score sums over the units below, as a matrix product does.",
        ),
        Mistake(
            lambda A_prev, W, b: np.dot(W, A_prev + b),
            "The bias is added to the input, before the weights. It belongs to the product.",
        ),
        Mistake(
            lambda A_prev, W, b: np.dot(W, A_prev) - b,
            "The bias is subtracted. A score is the weighted sum plus the bias.",
        ),
        Mistake(
            lambda A_prev, W, b: np.dot(W, A_prev) + np.sum(b),
            "All biases are added to every unit. Each unit has its own.",
        ),
        Mistake(lambda A_prev, W, b: np.dot(W, A_prev) + b[:, 0], A_ROW),
        Mistake(lambda A_prev, W, b: np.dot(W, A_prev) + b.T, A_ROW),
        Mistake(
            lambda A_prev, W, b: sigmoid(np.dot(W, A_prev) + b),
            "The activation is applied here already. Return the scores Z: the next function applies the activation.",
        ),
    ),
)
