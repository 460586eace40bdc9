"""cost: one number for all the answers."""

import numpy as np

from helpers import logistic
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.logistic_regression.inputs import ANSWERS
from helpers.validation import Array


def _loss(A: Array, Y: Array) -> Array:
    return np.asarray(-(Y * np.log(A) + (1 - Y) * np.log(1 - A)))


COST = Exercise(
    reference=logistic.cost,
    section="The cost",
    returns="J",
    all_digits=True,
    cases=ANSWERS,
    hints=(
        "First the loss of every example, a (1, m) row; then their mean, one number.",
        "The loss is -(y log a + (1 - y) log(1 - a)). The minus is for both terms: look at the brackets.",
        (
            "np.log takes the natural logarithm of every element; * multiplies element by element; np.mean "
            "adds up all and divides by their number, m."
        ),
        "losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A)), and what you return is their mean.",
    ),
    mistakes=(
        Mistake(
            lambda A, Y: -np.mean(_loss(A, Y)),
            "The minus in front is missing, so going downhill would make the answers worse. Put it before both terms.",
        ),
        Mistake(
            lambda A, Y: np.sum(_loss(A, Y)),
            "This is the sum over the examples, not their mean (A.shape[0] and len(A) are 1, so dividing by "
            "them does nothing). Divide by m = A.shape[1].",
        ),
        Mistake(
            lambda A, Y: np.mean(-Y * np.log(A)),
            "Only y log a is there, so an example with y = 0 costs nothing, however wrong. Add (1 - Y) * "
            "np.log(1 - A).",
        ),
        Mistake(
            lambda A, Y: np.mean(-(1 - Y) * np.log(1 - A)),
            "Only (1 - y) log(1 - a) is there, so an example with y = 1 costs nothing. Add Y * np.log(A).",
        ),
        Mistake(
            lambda A, Y: np.mean(-Y * np.log(A) + (1 - Y) * np.log(1 - A)),
            "The minus reaches the first term only. Put both terms in brackets: -(... + ...).",
        ),
        Mistake(
            lambda A, Y: np.mean(-(Y * np.log(A) + (1 - Y) * np.log(A))),
            "The second term has log(a) where it needs log(1 - a), the probability of class 0. Write np.log(1 - A).",
        ),
        Mistake(
            lambda A, Y: np.mean(-(Y * np.log(A) + (1 - Y) * (1 - np.log(A)))),
            "1 - np.log(A) is not the logarithm of 1 - a. The subtraction goes inside: np.log(1 - A).",
        ),
        Mistake(
            lambda A, Y: np.mean(-(A * np.log(Y) + (1 - A) * np.log(1 - Y))),
            "A and Y have changed places, so you take the logarithm of labels, and log(0) is minus "
            "infinity. Take the logarithm of A: Y * np.log(A).",
        ),
        Mistake(
            lambda A, Y: np.mean(_loss(A, Y)).reshape(1, 1),
            "The number is right, but it comes in an array, as np.dot or keepdims leaves it. Take it out: "
            "end with .item().",
        ),
        Mistake(
            lambda A, Y: -(np.dot(Y, np.log(A)) + np.dot(1 - Y, np.log(1 - A))) / Y.shape[1],
            "Two rows have no matrix product: (1, m) times (1, m). Multiply element by element with *, then "
            "take the mean.",
        ),
        Mistake(
            lambda A, Y: -(np.dot(Y.T, np.log(A)) + np.dot((1 - Y).T, np.log(1 - A))) / Y.shape[1],
            "(m, 1) times (1, m) pairs every label with every answer: (m, m) numbers. Each label meets its "
            "own answer: multiply element by element with *.",
        ),
        Mistake(
            _loss,
            "These are the losses, one for each example. The cost is one number, their mean: np.mean.",
        ),
        Mistake(
            lambda A, Y: np.mean(_loss(A, Y), axis=0),
            "axis=0 runs down the columns, and each holds one example alone, so nothing is averaged. Leave "
            "the axis out of np.mean or np.sum.",
        ),
        Mistake(
            lambda A, Y: np.mean(_loss(A, Y)) / np.log(10),
            "That is the logarithm to base 10. The lecture's log is the natural one: np.log.",
        ),
        Mistake(
            lambda A, Y: np.mean(_loss(A, Y)) / np.log(2),
            "That is the logarithm to base 2. The lecture's log is the natural one: np.log.",
        ),
        Mistake(
            lambda A, Y: np.mean((A - Y) ** 2),
            "That is the mean squared error, which can have several minima when it follows a sigmoid. Use the "
            "cross-entropy: -(y log a + (1 - y) log(1 - a)).",
        ),
        Mistake(
            lambda A, Y: np.mean((A - Y) ** 2) / 2,
            "That is half the mean squared error, which can have several minima when it follows a sigmoid. Use "
            "the cross-entropy: -(y log a + (1 - y) log(1 - a)).",
        ),
        Mistake(
            lambda A, Y: np.mean(np.abs(A - Y)),
            "That is the mean distance |a - y|. Use the cross-entropy: -(y log a + (1 - y) log(1 - a)).",
        ),
    ),
)
