"""tanh_derivative_from_output: the slope of tanh from its output."""

import numpy as np

from helpers.activations import tanh_derivative, tanh_derivative_from_output
from helpers.exercises.activation_functions.inputs import TANH_OUTPUTS
from helpers.exercises.exercise import Exercise, Mistake

TANH_DERIVATIVE_FROM_OUTPUT = Exercise(
    reference=tanh_derivative_from_output,
    section="The hyperbolic tangent",
    returns="slope",
    cases=TANH_OUTPUTS,
    hints=(
        "What comes in is a, the output of tanh. Write s for the sigmoid at 2z: then a = 2s - 1, and the slope is "
        "4 s (1 - s). What is s, if you know a?",
        "s = (1 + a) / 2, so 1 - s = (1 - a) / 2. Multiply: 4 s (1 - s) = (1 + a)(1 - a).",
        "(1 + a)(1 - a) = 1 - a^2. A square in Python is A**2: return 1 - A**2.",
    ),
    mistakes=(
        Mistake(
            tanh_derivative,
            "tanh is applied once more here, but A is already its output. What has to be squared is A itself.",
        ),
        Mistake(lambda A: 1 - A, "This is 1 - a. The square is missing: the slope is 1 - a^2."),
        Mistake(lambda A: A * (1 - A), "a (1 - a) is the slope of the sigmoid. That of tanh is 1 - a^2."),
        Mistake(lambda A: A**2, "This is a^2. Subtract it from 1: where a is 0 tanh is steepest."),
        Mistake(lambda A: 1 - 2 * A, "2a is not a square. In Python ** is a power."),
        Mistake(lambda A: A**2 - 1, "The sign is wrong: no slope of tanh is negative. Take 1 - a^2."),
        Mistake(lambda A: (1 - A) ** 2, "The brackets are too wide: this is (1 - a)^2. Only a is squared."),
        Mistake(
            lambda A: 1 - A @ A,
            "@ is a product of matrices, but each element has its own slope. Square element by element.",
        ),
        Mistake(
            lambda A: -2 * A,
            "This is the derivative of 1 - a^2, one derivative too many. 1 - a^2 is the slope already.",
        ),
        Mistake(np.ones_like, "It is 1 everywhere: that is the slope at a = 0 only. Take 1 - a^2 for each a."),
    ),
)
