"""leaky_relu_derivative: the slope of leaky ReLU, from z."""

import numpy as np

from helpers.activations import leaky_relu, leaky_relu_derivative, relu_derivative
from helpers.exercises.activation_functions.inputs import SCORES_AND_SLOPES, either_side
from helpers.exercises.exercise import Exercise, Mistake

LEAKY_RELU_DERIVATIVE = Exercise(
    reference=leaky_relu_derivative,
    section="Leaky ReLU",
    returns="slope",
    between=either_side,
    optional=1,
    cases=SCORES_AND_SLOPES,
    hints=(
        "Two straight lines: what is the slope of each?",
        "Above 0 the line is z, with slope 1. Below 0 it is slope * z.",
        "np.where(Z > 0, 1.0, slope): no z is left in the derivative of a line.",
    ),
    mistakes=(
        Mistake(
            lambda Z, slope: relu_derivative(Z),
            "Below 0 this is 0, as for plain ReLU. Leaky ReLU is not flat there.",
        ),
        Mistake(
            lambda Z, slope: np.where(Z > 0, 1.0, slope * Z),
            "Below 0 this is slope times z, the function itself. Its derivative is a number without z.",
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
            "Below 0 it is 0.01 whatever is asked for. It comes as an argument.",
        ),
        Mistake(
            lambda Z, slope: np.where(Z > 0, Z, slope),
            "Above 0 this is z itself. The slope of z is 1, however large z is.",
        ),
        Mistake(
            lambda Z, slope: np.where(Z > 0, 1.0, -slope),
            "The sign below 0 is wrong: the line rises there too. Take slope, without a minus.",
        ),
        Mistake(
            lambda Z, slope: 1.0 if Z > 0 else slope,
            "`if` needs one True or False, and Z > 0 holds one for every element. NumPy has a function "
            "that chooses element by element.",
        ),
        Mistake(
            lambda Z, slope: np.full_like(Z, slope),
            "It is slope everywhere. Above 0 leaky ReLU rises as z does, with slope 1.",
        ),
        Mistake(
            lambda Z, slope: np.where(Z > 0, 1.0 + slope, slope),
            "Above 0 the small slope is added to 1. Only one of the two lines holds at each z: 1 above, slope below.",
        ),
        Mistake(
            lambda Z, slope: np.ones_like(Z),
            "It is 1 everywhere, as if it were one straight line. Below 0 the derivative is the number slope.",
        ),
    ),
)
