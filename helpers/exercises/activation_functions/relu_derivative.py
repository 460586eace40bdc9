"""relu_derivative: the slope of ReLU, from z."""

import numpy as np

from helpers.activations import leaky_relu_derivative, relu, relu_derivative
from helpers.exercises.activation_functions.inputs import SCORES, either_side
from helpers.exercises.exercise import Exercise, Mistake
from helpers.validation import Array


def _slope_in_place(Z: Array) -> Array:
    Z[Z > 0] = 1
    Z[Z <= 0] = 0
    return Z


RELU_DERIVATIVE = Exercise(
    reference=relu_derivative,
    section="ReLU",
    returns="slope",
    between=either_side,
    cases=SCORES,
    hints=(
        "How steep is ReLU at z = 3? At z = 300? At z = -2?",
        "It asks only whether z is above 0. Z > 0 gives True or False for every element.",
        "np.where(condition, a, b) takes a where the condition holds and b elsewhere, in the shape of Z.",
        "1.0 above 0, and 0.0 elsewhere: np.where(Z > 0, 1.0, 0.0).",
    ),
    mistakes=(
        Mistake(relu, "This is ReLU itself. Its slope above 0 is 1, however large z is."),
        Mistake(
            lambda Z: np.where(Z > 0, 0.0, 1.0),
            "The two sides have changed places. The slope is 1 above 0, where ReLU rises, and 0 below.",
        ),
        Mistake(
            np.ones_like,
            "It is 1 everywhere. Below 0 ReLU is flat: 0. (After ReLU nothing is below 0: relu(Z) >= 0 is always "
            "true.)",
        ),
        Mistake(np.zeros_like, "It is 0 everywhere: that is the slope of a step. ReLU rises above 0, with slope 1."),
        Mistake(np.sign, "This is the sign of z: -1 below 0. ReLU is flat there, so its slope is 0."),
        Mistake(
            lambda Z: 1 if Z > 0 else 0,
            "`if` needs one True or False, and Z > 0 holds one for every element. NumPy has a function "
            "that chooses element by element.",
        ),
        Mistake(
            leaky_relu_derivative,
            "Below 0 this is 0.01, the slope of leaky ReLU. Plain ReLU is flat there: 0.",
        ),
        Mistake(
            lambda Z: np.where(Z > 0.5, 1.0, 0.0),
            "The score is compared with 0.5, the threshold of a probability. ReLU has its kink at z = 0.",
        ),
        Mistake(
            lambda Z: np.where(Z > 0),
            "np.where with a condition alone gives places, not values. It also takes what to put where the "
            "condition holds, and what elsewhere.",
        ),
        Mistake(
            _slope_in_place,
            "This writes into the caller's own array, and the second line sees what the first one wrote. "
            "Make a new array.",
        ),
        Mistake(
            lambda Z: float(np.any(Z > 0)),
            "This is one number for the whole array. Each element has its own slope.",
        ),
    ),
)
