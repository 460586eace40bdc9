"""tanh_derivative: the slope of tanh, from z."""

import numpy as np

from helpers.activations import sigmoid_derivative, tanh, tanh_derivative
from helpers.exercises.activation_functions.inputs import SCORES
from helpers.exercises.exercise import Exercise, Mistake

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
        Mistake(lambda Z: 1 - np.tanh(Z), "This is 1 - a. The square is missing: the slope is 1 - a^2."),
        Mistake(
            lambda Z: 1 - Z**2,
            "This is 1 - z^2. The formula wants the output a, and z is what comes in.",
        ),
        Mistake(
            lambda Z: 1 - np.tanh(Z**2),
            "The square is inside tanh. It is the output that is squared.",
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
            "tanh is applied twice here. Once is enough: then a is known.",
        ),
        Mistake(
            lambda Z: np.tanh(Z) ** 2 - 1,
            "The sign is wrong: tanh only rises, so no slope is negative. Take 1 - a^2.",
        ),
        Mistake(lambda Z: np.tanh(Z) ** 2, "This is a^2. Subtract it from 1: where a is 0 the slope is 1."),
        Mistake(
            lambda Z: (1 - np.tanh(Z)) ** 2,
            "The brackets are too wide: this is (1 - a)^2. Only a is squared.",
        ),
        Mistake(tanh, "This is tanh itself, not its slope. The slope is 1 - a^2."),
        Mistake(
            lambda Z: 2 * sigmoid_derivative(2 * Z),
            "One 2 is missing: by the chain rule the 2 inside the sigmoid comes out as well. The slope is 4 times "
            "that of the sigmoid at 2z.",
        ),
        Mistake(
            lambda Z: 4 * sigmoid_derivative(Z),
            "The height at 0 is right, but the curve is too wide: the sigmoid's slope must be taken at 2z. "
            "Simpler: 1 - a^2 with a = tanh(z).",
        ),
        Mistake(
            lambda Z: 1 / np.cosh(Z),
            "This is 1 / cosh(z). The slope is its square; or 1 - a^2, which is the same number.",
        ),
    ),
)
