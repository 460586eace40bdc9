"""relu_derivative_from_output: the slope of ReLU from its output."""

import numpy as np

from helpers.activations import relu_derivative_from_output
from helpers.exercises.activation_functions.inputs import RELU_OUTPUTS
from helpers.exercises.exercise import Exercise, Mistake

RELU_DERIVATIVE_FROM_OUTPUT = Exercise(
    reference=relu_derivative_from_output,
    section="The slope from the output",
    returns="slope",
    cases=RELU_OUTPUTS,
    hints=(
        "What comes in is a, the output of ReLU: 0 or above. Where was z below 0?",
        "Where z was 0 or below, a is exactly 0. Elsewhere a is above 0.",
        "The condition is that A is above 0, strictly: np.where(A > 0, 1.0, 0.0).",
    ),
    mistakes=(
        Mistake(
            np.ones_like,
            "It is 1 everywhere: an output of ReLU is never below 0, so A >= 0 is always true. The slope "
            "is 0 where a is exactly 0.",
        ),
        Mistake(lambda A: A + 0, "This is A itself. The slope is 1 wherever a is above 0, however large it is."),
        Mistake(
            np.zeros_like,
            "It is 0 everywhere: no output of ReLU is below 0. The slope is 1 where A is above 0.",
        ),
        Mistake(
            lambda A: np.where(A > 0, 0.0, 1.0),
            "The two sides have changed places: a = 0 is where z was below 0, and the slope there is 0.",
        ),
        Mistake(lambda A: A * (1 - A), "a (1 - a) is the slope of the sigmoid. That of ReLU is 1 where a is above 0."),
        Mistake(lambda A: 1 - A**2, "1 - a^2 is the slope of tanh. That of ReLU is 1 where a is above 0, else 0."),
        Mistake(
            lambda A: 1 if A > 0 else 0,
            "`if` needs one True or False, and A > 0 holds one for every element. NumPy has a function "
            "that chooses element by element.",
        ),
        Mistake(
            lambda A: np.where(A > 0, 1.0, -1.0),
            "Where a is 0 this says -1. ReLU is flat there: 0.",
        ),
        Mistake(
            lambda A: np.where(A > 0.5, 1.0, 0.0),
            "0.5 is the threshold of a probability. Every output above 0 has slope 1, small ones too.",
        ),
        Mistake(
            lambda A: np.where(A > 0, 1.0, 0.01),
            "Where a is 0 this says 0.01, the slope of leaky ReLU. Plain ReLU is flat there: 0.",
        ),
    ),
)
