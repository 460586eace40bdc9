"""sigmoid_derivative: the slope of the sigmoid, from z."""

import numpy as np

from helpers.activations import sigmoid, sigmoid_derivative
from helpers.exercises.activation_functions.inputs import SCORES
from helpers.exercises.exercise import Exercise, Mistake

SIGMOID_DERIVATIVE = Exercise(
    reference=sigmoid_derivative,
    section="The sigmoid",
    returns="slope",
    cases=SCORES,
    hints=(
        "The slope is a (1 - a). What is a, if z is what you are given?",
        "First A = sigmoid(Z). The function sigmoid is there already.",
        "Then A * (1 - A), element by element: with *, not with @.",
    ),
    mistakes=(
        Mistake(
            lambda Z: Z * (1 - Z),
            "This is z (1 - z). The formula wants the output a, and z is what comes in.",
        ),
        Mistake(
            lambda Z: sigmoid(Z) * (1 - Z),
            "One factor has a, the other z. Both are made of the output.",
        ),
        Mistake(sigmoid, "This is the sigmoid itself, not its slope. The slope is a (1 - a)."),
        Mistake(
            lambda Z: 1 - sigmoid(Z),
            "This is 1 - a alone. The slope is the product of a and 1 - a: the factor a is missing.",
        ),
        Mistake(
            lambda Z: 1 - sigmoid(Z) ** 2,
            "1 - a^2 is the slope of tanh. That of the sigmoid is a (1 - a).",
        ),
        Mistake(
            lambda Z: sigmoid_derivative(sigmoid(Z)),
            "The sigmoid is applied twice here. Once is enough: then a is known, and the rest is a product.",
        ),
        Mistake(
            lambda Z: np.exp(-Z) / (1 + np.exp(-Z)) ** 2,
            "The formula is right on paper, but far below 0 it is inf / inf, which is nan. The same slope, "
            "written with a alone, stays finite.",
        ),
        Mistake(
            lambda Z: -sigmoid_derivative(Z),
            "The sign is wrong: the sigmoid only rises, so no slope is negative. Two minus signs cancel in the "
            "chain rule; look for the one that is missing.",
        ),
        Mistake(
            lambda Z: sigmoid(Z) * (1 + sigmoid(Z)),
            "This is a (1 + a). The sign in the second factor is wrong: it is 1 - a.",
        ),
        Mistake(
            lambda Z: sigmoid(Z) @ (1 - sigmoid(Z)),
            "@ is a product of matrices, but each element has its own slope. Multiply element by element.",
        ),
        Mistake(
            lambda Z: np.sum(sigmoid_derivative(Z)),
            "The slopes are added up here. Each element has its own: return the array without a sum.",
        ),
    ),
)
