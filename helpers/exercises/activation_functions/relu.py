"""ReLU, and its slope from z."""

from typing import Any

import numpy as np

from helpers.activations import leaky_relu, leaky_relu_derivative, relu, relu_derivative, sigmoid, step
from helpers.exercises.activation_functions.inputs import SCORES, SCORES_AND_ZERO
from helpers.exercises.exercise import Exercise, Mistake
from helpers.validation import Array


def _max_of_all(Z: Array) -> Any:
    return max(0, np.max(Z))


def _in_place(Z: Array) -> Array:
    Z[Z < 0] = 0
    return Z


def _slope_in_place(Z: Array) -> Array:
    Z[Z > 0] = 1
    Z[Z <= 0] = 0
    return Z


RELU = Exercise(
    reference=relu,
    section="ReLU",
    returns="A",
    cases=SCORES_AND_ZERO,
    hints=(
        "Where z is above 0 it stays, elsewhere it becomes 0: the larger of z and 0.",
        "np.max looks for the largest of one array. Which function of NumPy compares two, element by element?",
        "np.maximum takes two arrays, or an array and a number, and keeps the larger at each place.",
    ),
    mistakes=(
        Mistake(
            np.max,
            "np.max gives the one largest number of the whole array. np.maximum(Z, 0) compares each with 0.",
        ),
        Mistake(
            _max_of_all,
            "This is one number for the whole array. Each element is compared with 0 by itself: np.maximum(Z, 0).",
        ),
        Mistake(
            lambda Z: np.max(0, Z),
            "The second argument of np.max is an axis, not a number to compare with. You are looking for "
            "np.maximum(0, Z).",
        ),
        Mistake(
            lambda Z: Z if Z > 0 else 0,
            "`if` and Python's own max need one True or False, and Z > 0 holds one for every element. Use np.maximum "
            "or np.where.",
        ),
        Mistake(lambda Z: np.minimum(Z, 0), "This keeps what is below 0. ReLU keeps what is above: np.maximum."),
        Mistake(
            np.abs, "This is |z|: what is below 0 comes out positive. In ReLU it comes out as 0: np.maximum(Z, 0)."
        ),
        Mistake(step, "This is 1 above 0: the step, or the slope of ReLU. ReLU itself keeps z there."),
        Mistake(
            lambda Z: Z[Z > 0],
            "Z[Z > 0] picks the positive numbers out and loses the shape. Keep all, and put 0 for the others: "
            "np.maximum(Z, 0).",
        ),
        Mistake(
            _in_place,
            "The numbers are right, but Z[Z < 0] = 0 writes into the caller's own array. Make a new one: "
            "np.maximum(Z, 0).",
        ),
        Mistake(lambda Z: np.clip(Z, 0, 1), "This stops at 1 as well. ReLU has no upper limit: only 0 is a floor."),
        Mistake(leaky_relu, "This leaks: it is leaky ReLU, with slope 0.01 below 0. ReLU itself is 0 there."),
        Mistake(sigmoid, "This is the sigmoid. ReLU needs no exp: it is the larger of z and 0."),
    ),
)

RELU_DERIVATIVE = Exercise(
    reference=relu_derivative,
    section="ReLU",
    returns="slope",
    cases=SCORES,
    hints=(
        "How steep is ReLU at z = 3? At z = 300? At z = -2?",
        "It asks only whether z is above 0. Z > 0 gives True or False for every element.",
        "np.where(condition, 1.0, 0.0) makes 1 and 0 of it, in the shape of Z.",
    ),
    mistakes=(
        Mistake(relu, "This is ReLU itself. Its slope above 0 is 1, however large z is."),
        Mistake(
            lambda Z: np.where(Z > 0, 0.0, 1.0),
            "The two sides have changed places. The slope is 1 above 0, where ReLU rises, and 0 below.",
        ),
        Mistake(
            np.ones_like,
            "It is 1 everywhere. After ReLU nothing is below 0, so relu(Z) >= 0 is always true: compare with > 0.",
        ),
        Mistake(np.zeros_like, "It is 0 everywhere: that is the slope of a step. ReLU rises above 0, with slope 1."),
        Mistake(np.sign, "This is the sign of z: -1 below 0. ReLU is flat there, so its slope is 0."),
        Mistake(
            lambda Z: 1 if Z > 0 else 0,
            "`if` needs one True or False, and Z > 0 holds one for every element. Use np.where(Z > 0, 1.0, 0.0).",
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
            "np.where with a condition alone gives places, not values. Say what to put there: np.where(Z > 0, 1.0, "
            "0.0).",
        ),
        Mistake(
            _slope_in_place,
            "This writes into the caller's own array, and the second line sees what the first one wrote. Make a new "
            "one: np.where(Z > 0, 1.0, 0.0).",
        ),
        Mistake(
            lambda Z: float(np.any(Z > 0)),
            "This is one number for the whole array. Each element has its own slope: np.where(Z > 0, 1.0, 0.0).",
        ),
    ),
)
