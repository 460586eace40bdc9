"""tanh, from the sigmoid, and its slope from z."""

import math

import numpy as np

from helpers.activations import sigmoid, sigmoid_derivative, tanh, tanh_derivative
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
        "Twice as high is 2 * sigmoid(2 * Z). Lower all of it by 1.",
    ),
    mistakes=(
        Mistake(
            lambda Z: 2 * sigmoid(Z) - 1,
            "It runs from -1 to 1, but too slowly: this is tanh(z/2). Double z inside: sigmoid(2 * Z).",
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
            "The 1 went into the brackets, where it moves the curve sideways. Close them before it: sigmoid(2 * Z) - "
            "1, with the 2 in front.",
        ),
        Mistake(sigmoid, "This is the sigmoid as it was. Three changes are to make: faster, higher, lower."),
        Mistake(
            lambda Z: 1 - 2 * sigmoid(2 * Z),
            "The curve falls where tanh rises: it is -tanh(z). Turn the difference round: 2 * sigmoid(...) minus 1.",
        ),
        Mistake(
            lambda Z: np.sinh(Z) / np.cosh(Z),
            "Right on paper, but e^800 is inf, and inf / inf is nan. 2 * sigmoid(2 * Z) - 1 is the same number and "
            "stays finite.",
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
        Mistake(tanh_derivative, "This is the slope, 1 - a^2. Return a itself: 2 * sigmoid(2 * Z) - 1."),
    ),
)

TANH_DERIVATIVE = Exercise(
    reference=tanh_derivative,
    section="The hyperbolic tangent",
    returns="slope",
    cases=SCORES,
    hints=(
        "The slope is 1 - a^2. What is a, if z is what you are given?",
        "First A = tanh(Z): yours, or np.tanh.",
        "Then 1 - A**2. In Python ** is a power; ^ is something else.",
    ),
    mistakes=(
        Mistake(lambda Z: 1 - np.tanh(Z), "This is 1 - a. The square is missing: 1 - A**2."),
        Mistake(
            lambda Z: 1 - Z**2,
            "This is 1 - z^2. The formula wants the output: A = tanh(Z) first, then 1 - A**2.",
        ),
        Mistake(
            lambda Z: 1 - np.tanh(Z**2),
            "The square stands inside tanh. It is the output that is squared: np.tanh(Z) ** 2.",
        ),
        Mistake(
            lambda Z: np.tanh(Z) * (1 - np.tanh(Z)),
            "a (1 - a) is the slope of the sigmoid. That of tanh is 1 - a^2.",
        ),
        Mistake(
            sigmoid_derivative,
            "This is the slope of the sigmoid, 0.25 at most. Put tanh in place of sigmoid, and take 1 - a^2.",
        ),
        Mistake(
            lambda Z: tanh_derivative(np.tanh(Z)),
            "tanh is applied twice here. Once is enough: A = tanh(Z), then 1 - A**2.",
        ),
        Mistake(
            lambda Z: np.tanh(Z) ** 2 - 1,
            "The sign is turned round: tanh only rises, so no slope is negative. Take 1 - a^2.",
        ),
        Mistake(lambda Z: np.tanh(Z) ** 2, "This is a^2. Subtract it from 1: where a is 0 the slope is 1."),
        Mistake(
            lambda Z: (1 - np.tanh(Z)) ** 2,
            "The brackets are too wide: this is (1 - a)^2. Only a is squared: 1 - A**2.",
        ),
        Mistake(tanh, "This is tanh itself, not its slope. Return 1 - A**2."),
        Mistake(
            lambda Z: 2 * sigmoid_derivative(2 * Z),
            "One 2 is missing: by the chain rule the 2 inside the sigmoid comes out as well. The slope is 4 times "
            "that of the sigmoid at 2z.",
        ),
        Mistake(
            lambda Z: 4 * sigmoid_derivative(Z),
            "The height at 0 is right, but the curve is too wide: the sigmoid's slope is to be taken at 2z. Simpler: "
            "1 - a^2 with a = tanh(z).",
        ),
        Mistake(
            lambda Z: 1 / np.cosh(Z),
            "This is 1 / cosh(z). The slope is its square; or 1 - a^2, which is the same number.",
        ),
    ),
)
