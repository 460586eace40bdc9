"""softmax: scores to probabilities, each column by its own sum."""

import numpy as np

from helpers.activations import softmax
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.vectorisation_and_broadcasting.inputs import SCORES

SOFTMAX = Exercise(
    reference=softmax,
    section="Softmax by broadcasting",
    returns="A",
    cases=SCORES,
    hints=(
        "Two steps: E = np.exp(Z) for all scores at once, then each column over its sum.",
        "The classes are in the rows, so sum down the columns: axis=0. Keep the result a row, so that it "
        "can be stretched.",
        "(C, m) over (1, m): E / np.sum(E, axis=0, keepdims=True).",
    ),
    mistakes=(
        Mistake(
            lambda Z: np.exp(Z) / np.sum(np.exp(Z), axis=1, keepdims=True),
            "Here each row sums to 1. The probabilities of one example are one column: the sum has to run down.",
        ),
        Mistake(
            lambda Z: np.exp(Z) / np.sum(np.exp(Z), axis=1),
            "axis=1 sums along the rows, and keepdims is lost as well. The probabilities of one example "
            "are one column.",
        ),
        Mistake(
            lambda Z: np.exp(Z) / np.sum(np.exp(Z)),
            "Without an axis all examples share one sum, so they are mixed with each other. Each column has its own.",
        ),
        Mistake(
            lambda Z: Z / np.sum(Z, axis=0, keepdims=True),
            "The exponential is missing, so there are negative shares. First e to the power of each score, "
            "then the shares.",
        ),
        Mistake(
            np.exp,
            "These are the exponentials; they do not sum to 1 yet. Divide each column by its sum.",
        ),
        Mistake(
            lambda Z: np.exp(Z) / np.sum(Z, axis=0, keepdims=True),
            "The sum is that of the scores. What must sum to 1 are the exponentials, so divide by their sum.",
        ),
        Mistake(
            lambda Z: np.exp(-Z) / np.sum(np.exp(-Z), axis=0, keepdims=True),
            "With -Z the smallest score gets the largest share. The exponent is the score itself.",
        ),
        Mistake(
            lambda Z: np.exp(Z) / np.max(np.exp(Z), axis=0, keepdims=True),
            "This divides by the largest, so each column has a 1 in it. Divide by the sum.",
        ),
        Mistake(
            lambda Z: np.exp(Z) / np.mean(np.exp(Z), axis=0, keepdims=True),
            "This divides by the mean, so each column sums to C. Divide by the sum.",
        ),
        Mistake(
            lambda Z: 1 / (1 + np.exp(-Z)),
            "That is the sigmoid, of each score by itself. Softmax divides by the sum over all the classes.",
        ),
        Mistake(
            lambda Z: np.where(Z == np.max(Z, axis=0), 1.0, 0.0),
            "This gives all to the largest score. Softmax gives it the largest share: exponentials over their sum.",
        ),
        Mistake(
            lambda Z: np.log(np.exp(Z) / np.sum(np.exp(Z), axis=0, keepdims=True)),
            "These are the logarithms of the probabilities. Return the probabilities themselves, between 0 and 1.",
        ),
    ),
)
