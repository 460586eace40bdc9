"""sigmoid: from a score to a probability."""

import math

import numpy as np

from helpers.activations import sigmoid
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.logistic_regression.inputs import SCORES

SIGMOID = Exercise(
    reference=sigmoid,
    section="From a score to a probability",
    returns="A",
    all_digits=True,
    within="forward",
    cases=SCORES,
    hints=(
        "Start from the formula: sigma(z) = 1 / (1 + e to the power of -z). What is it for z = 0? And for z = 100?",
        "np.exp(-Z) takes e to the power of every element of -Z at once; +, - and / work on every element too.",
        "The denominator needs brackets of its own: 1 / (1 + np.exp(-Z)).",
    ),
    mistakes=(
        Mistake(
            lambda Z: 1 / (1 + np.exp(Z)),
            "This curve falls from 1 to 0: it is what comes out with exp(z), or as 1 - sigma(z). The "
            "exponent needs its minus sign.",
        ),
        Mistake(
            lambda Z: 1 / 1 + np.exp(-Z),
            "This is 1 + e to the power of -z, and 1 is to be divided by it. 1 / 1 + ... divides first: a denominator "
            "with a sum in it needs brackets.",
        ),
        Mistake(
            lambda Z: 1 / np.exp(-Z),
            "The 1 + in the denominator is missing, so the value grows past 1. A probability never does.",
        ),
        Mistake(
            lambda Z: 1 / (1 + math.exp(-Z)),
            "math.exp takes one number, not an array. Use np.exp, which takes every element at once.",
        ),
        Mistake(
            lambda Z: np.array([1 / (1 + math.exp(-z)) for z in Z.flat]).reshape(Z.shape),
            "The formula is right, but math.exp fails for large numbers. NumPy's own exp gives inf there, "
            "and 1 / inf is 0, as it should be.",
        ),
        Mistake(
            lambda Z: np.exp(Z) / (1 + np.exp(Z)),
            "For large z both e^z and 1 + e^z overflow to inf, and inf / inf is nan. Divide both by e^z: 1 "
            "/ (1 + e^-z) is the same number and stays finite.",
        ),
        Mistake(
            lambda Z: np.where(Z > 0, 1.0, 0.0),
            "That is the perceptron's step: only 0 and 1, so it comes from a comparison or from rounding. "
            "Return the probability itself, without either.",
        ),
        Mistake(
            lambda Z: np.tanh(Z),
            "That is tanh, which runs from -1 to 1. A probability runs from 0 to 1.",
        ),
        Mistake(
            lambda Z: sigmoid(Z) * (1 - sigmoid(Z)),
            "That is the slope of the sigmoid, a (1 - a). Return a itself.",
        ),
        Mistake(
            lambda Z: np.exp(Z) / np.sum(np.exp(Z)),
            "Dividing by the sum over all elements mixes the examples with each other. Each has a "
            "denominator of its own, without a sum.",
        ),
        Mistake(
            lambda Z: 1 / (1 + 2.718**-Z),
            "Nearly right: 2.718 is e with only four digits, and the error grows with z. NumPy knows e to 16 digits.",
        ),
    ),
)
