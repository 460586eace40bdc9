"""leaky ReLU with any slope below 0, and its derivative from z."""

import numpy as np

from helpers.activations import leaky_relu, leaky_relu_derivative, relu, relu_derivative
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
    cases=SCORES_AND_SLOPES,
    hints=(
        "Two straight lines meet at 0: above it z itself, below it a flatter one. What is its formula?",
        "np.where(condition, a, b) takes a where the condition holds and b elsewhere.",
        "The condition is Z > 0, the first line is Z, the second slope * Z.",
    ),
    mistakes=(
        Mistake(
            lambda Z, slope: np.where(Z > 0, Z, slope),
            "Below 0 this is the number slope, the same for every z. The line there is slope * Z.",
        ),
        Mistake(
            lambda Z, slope: relu(Z),
            "This is plain ReLU: the slope is not used, and below 0 all is 0. There it should be slope * Z.",
        ),
        Mistake(
            lambda Z, slope: np.where(Z > 0, slope * Z, Z),
            "The two sides have changed places, as with np.minimum. Above 0 z stays as it is; below it leaks.",
        ),
        Mistake(
            lambda Z, slope: slope * Z,
            "This is one straight line with the small slope everywhere. Above 0 z stays as it is: use np.where.",
        ),
        Mistake(
            lambda Z, slope: leaky_relu(Z, 0.01),
            "The slope is 0.01 whatever is asked for. Use the argument: slope * Z below 0.",
        ),
        Mistake(
            lambda Z, slope: np.where(Z > 0, Z, -slope * Z),
            "Below 0 the sign is turned round, so it rises again to the left. Take slope * Z, which is negative there.",
        ),
        Mistake(
            lambda Z, slope: max(slope * Z, Z),
            "`if` and Python's own max need one True or False, and arrays hold many. Use np.where or np.maximum.",
        ),
        Mistake(
            lambda Z, slope: np.max(slope * Z, Z),
            "The second argument of np.max is an axis. To compare two arrays element by element: np.maximum, or "
            "np.where.",
        ),
        Mistake(
            leaky_relu_derivative,
            "This is the slope, 1 or slope. The function itself is z above 0 and slope * z below.",
        ),
        Mistake(
            lambda Z, slope: np.where(Z > 0, Z, Z / slope),
            "Dividing by a small slope makes it steep. Multiply: slope * Z.",
        ),
        Mistake(
            lambda Z, slope: relu(Z) + slope * Z,
            "Below 0 it is right, but above 0 the slope is added, so it rises with 1 + slope. Choose one of the two "
            "lines, with np.where.",
        ),
        Mistake(
            _in_place,
            "The numbers are right, but Z[Z < 0] *= slope writes into the caller's own array. Make a new one with "
            "np.where.",
        ),
    ),
)

LEAKY_RELU_DERIVATIVE = Exercise(
    reference=leaky_relu_derivative,
    section="Leaky ReLU",
    returns="slope",
    cases=SCORES_AND_SLOPES,
    hints=(
        "Two straight lines: what is the slope of each?",
        "Above 0 the line is z, with slope 1. Below 0 it is slope * z.",
        "np.where(Z > 0, 1.0, ...), and below 0 the number slope: no z is left in a derivative of a line.",
    ),
    mistakes=(
        Mistake(
            lambda Z, slope: relu_derivative(Z),
            "Below 0 this is 0, as for plain ReLU. Leaky ReLU has its slope there: put slope in place of 0.",
        ),
        Mistake(
            lambda Z, slope: np.where(Z > 0, 1.0, slope * Z),
            "Below 0 this is slope * z, the function itself. Its derivative is the number slope.",
        ),
        Mistake(
            leaky_relu,
            "This is the function itself. Its slope is 1 above 0, and the number slope below.",
        ),
        Mistake(
            lambda Z, slope: np.where(Z > 0, slope, 1.0),
            "The two sides have changed places. The slope is 1 above 0, and the small one below.",
        ),
        Mistake(
            lambda Z, slope: np.where(Z > 0, 1.0, 0.01),
            "Below 0 it is 0.01 whatever is asked for. Use the argument slope.",
        ),
        Mistake(
            lambda Z, slope: np.where(Z > 0, Z, slope),
            "Above 0 this is z itself. The slope of z is 1, however large z is.",
        ),
        Mistake(
            lambda Z, slope: np.where(Z > 0, 1.0, -slope),
            "The sign below 0 is turned round: the line rises there too. Take slope, without a minus.",
        ),
        Mistake(
            lambda Z, slope: 1.0 if Z > 0 else slope,
            "`if` needs one True or False, and Z > 0 holds one for every element. Use np.where(Z > 0, 1.0, slope).",
        ),
        Mistake(
            lambda Z, slope: np.full_like(Z, slope),
            "It is slope everywhere. Above 0 leaky ReLU rises with slope 1: use np.where.",
        ),
        Mistake(
            lambda Z, slope: np.where(Z > 0, 1.0 + slope, slope),
            "Above 0 the small slope is added to 1. Only one of the two lines holds at each z: 1 above, slope below.",
        ),
        Mistake(
            lambda Z, slope: np.ones_like(Z),
            "It is 1 everywhere, as if there were no kink. Below 0 the number slope belongs there.",
        ),
    ),
)
