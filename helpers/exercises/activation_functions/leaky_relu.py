"""leaky_relu: any slope below 0."""

import numpy as np

from helpers.activations import leaky_relu, leaky_relu_derivative, relu
from helpers.exercises.activation_functions.inputs import SCORES_AND_SLOPES
from helpers.exercises.exercise import Exercise, Mistake
from helpers.validation import Array


def _in_place(Z: Array, slope: float) -> Array:
    Z[Z < 0] *= slope
    return Z


LEAKY_RELU = Exercise(
    reference=leaky_relu,
    section="Leaky ReLU",
    returns="A",
    optional=1,
    cases=SCORES_AND_SLOPES,
    hints=(
        "Two straight lines meet at 0: above it z itself, below it a flatter one. What is its formula?",
        "np.where(condition, a, b) takes a where the condition holds and b elsewhere.",
        "The condition is Z > 0, the first line is Z, the second slope * Z: np.where(Z > 0, Z, slope * Z).",
    ),
    mistakes=(
        Mistake(
            lambda Z, slope: np.where(Z > 0, Z, slope),
            "Below 0 this is the number slope, the same for every z. The line there falls with z.",
        ),
        Mistake(
            lambda Z, slope: relu(Z),
            "This is plain ReLU: the slope is not used, and below 0 all is 0. There it should be slope times z.",
        ),
        Mistake(
            lambda Z, slope: np.where(Z > 0, slope * Z, Z),
            "The two sides have changed places, as with np.minimum. Above 0 z stays as it is.",
        ),
        Mistake(
            lambda Z, slope: slope * Z,
            "This is one straight line with the small slope everywhere. Above 0 z stays as it is.",
        ),
        Mistake(
            lambda Z, slope: leaky_relu(Z, 0.01),
            "The slope is 0.01 whatever is asked for. It comes as an argument.",
        ),
        Mistake(
            lambda Z, slope: np.where(Z > 0, Z, -slope * Z),
            "Below 0 the sign is wrong, so it rises again to the left. Slope times z is negative there.",
        ),
        Mistake(
            lambda Z, slope: max(slope * Z, Z),
            "`if` and Python's own max need one True or False, and arrays hold many. NumPy has functions "
            "that choose element by element.",
        ),
        Mistake(
            lambda Z, slope: np.max(slope * Z, Z),
            "The second argument of np.max is an axis. Another function of NumPy compares two arrays, "
            "element by element.",
        ),
        Mistake(
            leaky_relu_derivative,
            "This is the slope, 1 or slope. The function itself is z above 0 and slope times z below.",
        ),
        Mistake(
            lambda Z, slope: np.where(Z > 0, Z, Z / slope),
            "Dividing by a small slope makes it steep. Below 0 the line is flatter than z.",
        ),
        Mistake(
            lambda Z, slope: relu(Z) + slope * Z,
            "Below 0 it is right, but above 0 the slope is added, so it rises with 1 + slope. Only one of "
            "the two lines holds at each z.",
        ),
        Mistake(
            _in_place,
            "The numbers are right, but they are written into the caller's own array. Make a new array, "
            "and leave Z as it is.",
        ),
    ),
)
