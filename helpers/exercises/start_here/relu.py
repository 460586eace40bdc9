"""relu, the warm-up: the larger of z and 0."""

from typing import Any

import numpy as np

from helpers.activations import leaky_relu, relu, sigmoid, step
from helpers.exercises.activation_functions.inputs import SCORES
from helpers.exercises.exercise import Exercise, Mistake
from helpers.validation import Array


def _max_of_all(Z: Array) -> Any:
    return max(0, np.max(Z))


def _in_place(Z: Array) -> Array:
    Z[Z < 0] = 0
    return Z


RELU = Exercise(
    reference=relu,
    section="Write one yourself",
    returns="A",
    cases=SCORES,
    hints=(
        "Where z is above 0 it stays, elsewhere it becomes 0: the larger of z and 0.",
        "np.max looks for the largest number of one array. Which function of NumPy compares two, element by element?",
        "np.maximum(a, b) keeps the larger at each place; b may be one number for all places.",
        "Return np.maximum(Z, 0).",
    ),
    mistakes=(
        Mistake(
            np.max,
            "np.max gives the one largest number of the whole array. Each element of Z has an answer of "
            "its own: the larger of itself and 0.",
        ),
        Mistake(
            _max_of_all,
            "This is one number for the whole array. Each element is compared with 0 by itself, so the "
            "result has the shape of Z.",
        ),
        Mistake(
            lambda Z: np.max(0, Z),
            "The second argument of np.max is an axis, not a number to compare with. Another function of "
            "NumPy compares two, element by element.",
        ),
        Mistake(
            lambda Z: Z if Z > 0 else 0,
            "`if` and Python's own max need one True or False, and Z > 0 holds one for every element. Take "
            "a function of NumPy that compares element by element.",
        ),
        Mistake(
            lambda Z: np.minimum(Z, 0),
            "This keeps what is below 0. ReLU keeps what is above, so take the larger of the two.",
        ),
        Mistake(np.abs, "This is |z|: what is below 0 comes out positive. In ReLU it comes out as 0."),
        Mistake(step, "This is 1 above 0: the step, or the slope of ReLU. ReLU itself keeps z there."),
        Mistake(
            lambda Z: Z[Z > 0],
            "Z[Z > 0] keeps only the positive numbers, and the shape is lost. Keep every place, with 0 for the others.",
        ),
        Mistake(
            _in_place,
            "The numbers are right, but they are written into the caller's own array. Make a new array, "
            "and leave Z as it is.",
        ),
        Mistake(lambda Z: np.clip(Z, 0, 1), "This stops at 1 as well. ReLU has no upper limit: only 0 is a floor."),
        Mistake(leaky_relu, "This is leaky ReLU, with slope 0.01 below 0. ReLU itself is 0 there."),
        Mistake(sigmoid, "This is the sigmoid. ReLU needs no exp: it is the larger of z and 0."),
        Mistake(
            lambda Z: np.max(Z, 0),
            "In np.max(Z, 0) the 0 names an axis, so this is the largest number of each column. Each "
            "element has an answer of its own.",
        ),
    ),
)
