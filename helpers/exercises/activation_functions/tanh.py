"""tanh, from the sigmoid."""

import math

import numpy as np

from helpers.activations import sigmoid, tanh, tanh_derivative
from helpers.exercises.activation_functions.inputs import SCORES
from helpers.exercises.exercise import Exercise, Mistake

TANH = Exercise(
    reference=tanh,
    section="The hyperbolic tangent",
    returns="A",
    cases=SCORES,
    hints=(
        "Three changes to the sigmoid, as in the picture: twice as fast, twice as high, lowered by 1.",
        "Twice as fast happens inside the brackets: sigmoid(2 * Z). The other two happen outside.",
        "Twice as high is 2 * sigmoid(2 * Z). Lower all of it by 1: 2 * sigmoid(2 * Z) - 1.",
    ),
    mistakes=(
        Mistake(
            lambda Z: 2 * sigmoid(Z) - 1,
            "It runs from -1 to 1, but too slowly: this is tanh(z/2). Twice as fast happens inside the brackets.",
        ),
        Mistake(
            lambda Z: sigmoid(2 * Z),
            "Twice as fast is done, but it still runs from 0 to 1. Make it twice as high, then lower it by 1.",
        ),
        Mistake(lambda Z: 2 * sigmoid(2 * Z), "This runs from 0 to 2. Lower it by 1, outside the brackets."),
        Mistake(
            lambda Z: 2 * (sigmoid(2 * Z) - 1),
            "The 1 is doubled along with the sigmoid, so this runs from -2 to 0. Double first, then subtract 1.",
        ),
        Mistake(
            lambda Z: 2 * sigmoid(2 * Z - 1),
            "The 1 went into the brackets, where it moves the curve sideways. Lowering happens outside of them.",
        ),
        Mistake(sigmoid, "This is the sigmoid as it was. Three changes are to make: faster, higher, lower."),
        Mistake(
            lambda Z: 1 - 2 * sigmoid(2 * Z),
            "The curve falls where tanh rises: it is -tanh(z). The two parts of the difference are in the wrong order.",
        ),
        Mistake(
            lambda Z: np.sinh(Z) / np.cosh(Z),
            "Right on paper, but e^800 is inf, and inf / inf is nan. The sigmoid stays finite, so build it from that.",
        ),
        Mistake(
            lambda Z: (np.exp(2 * Z) - 1) / (np.exp(2 * Z) + 1),
            "Right on paper, but for large z it is inf / inf, which is nan. Build it from the sigmoid, which stays "
            "finite.",
        ),
        Mistake(
            lambda Z: (1 - np.exp(-2 * Z)) / (1 + np.exp(-2 * Z)),
            "Right on paper, but far below 0 it is -inf / inf, which is nan. Build it from the sigmoid, which stays "
            "finite.",
        ),
        Mistake(
            math.tanh, "math.tanh takes one number, not an array. Build it from our sigmoid, which takes them all."
        ),
        Mistake(np.tan, "This is the tangent of an angle, which jumps from inf to -inf. Build tanh from the sigmoid."),
        Mistake(tanh_derivative, "This is the slope, 1 - a^2. Return a itself."),
    ),
)
