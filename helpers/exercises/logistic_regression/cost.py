"""cost: one number for all the answers."""

import numpy as np

from helpers import logistic
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.logistic_regression.inputs import COSTS
from helpers.validation import Array


def _loss(A: Array, Y: Array) -> Array:
    return np.asarray(-(Y * np.log(A) + (1 - Y) * np.log(1 - A)))


def _clipped(eps: float) -> Mistake:
    return Mistake(
        lambda A, Y: np.mean(_loss(np.clip(A, eps, 1 - eps), Y)),
        "The probabilities are clipped, so an answer that is surely wrong costs too little. Take the logarithm of "
        "each as it comes.",
    )


def _raised(eps: float) -> Mistake:
    return Mistake(
        lambda A, Y: np.mean(-Y * np.log(A + eps) - (1 - Y) * np.log(1 - A + eps)),
        "A small number is added inside the logarithm, and it changes every loss a little. Take the "
        "logarithm of the probability itself.",
    )


SMALL = (1e-4, 1e-5, 1e-6, 1e-7, 1e-8)  # how far people keep a probability away from 0 and 1

COST = Exercise(
    reference=logistic.cost,
    section="The cost",
    returns="J",
    all_digits=True,
    cases=COSTS,
    hints=(
        "First the loss of every example, a (1, m) row; then their mean, one number.",
        "The loss is -(y log a + (1 - y) log(1 - a)). The minus is for both terms: look at the brackets.",
        (
            "np.log takes the natural logarithm of every element; * multiplies element by element; np.mean "
            "adds up all and divides by their number, m."
        ),
        "losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A)), and what you return is their mean: np.mean(losses).",
    ),
    mistakes=(
        Mistake(
            lambda A, Y: -np.mean(_loss(A, Y)),
            "The minus in front is missing, so going downhill would make the answers worse. Put it before both terms.",
        ),
        Mistake(
            lambda A, Y: np.sum(_loss(A, Y)),
            "This is the sum over the examples, not their mean: nothing divides by m. Careful: len(A) and "
            "A.shape[0] are 1.",
        ),
        Mistake(
            lambda A, Y: np.mean(-Y * np.log(A)),
            "Only y log a is there, so an example with y = 0 costs nothing, however wrong. The term for "
            "class 0 is missing.",
        ),
        Mistake(
            lambda A, Y: np.mean(-(1 - Y) * np.log(1 - A)),
            "Only (1 - y) log(1 - a) is there, so an example with y = 1 costs nothing. The term for class "
            "1 is missing.",
        ),
        Mistake(
            lambda A, Y: np.mean(-Y * np.log(A) + (1 - Y) * np.log(1 - A)),
            "The minus reaches the first term only. It is for both: put them in brackets.",
        ),
        Mistake(
            lambda A, Y: np.mean(-(Y * np.log(A) + (1 - Y) * np.log(A))),
            "Every example costs -log(a) here, whatever its label. One of class 0 had the probability 1 - a: its term "
            "has log(1 - a).",
        ),
        Mistake(
            lambda A, Y: np.mean(-(Y * np.log(A) + (1 - Y) * (1 - np.log(A)))),
            "1 minus a logarithm is not the logarithm of 1 - a. The subtraction goes inside.",
        ),
        Mistake(
            lambda A, Y: np.mean(-(A * np.log(Y) + (1 - A) * np.log(1 - Y))),
            "A and Y have changed places, so you take the logarithm of labels, and log(0) is minus "
            "infinity. The logarithm is for the answers.",
        ),
        Mistake(
            lambda A, Y: np.mean(_loss(A, Y)).reshape(1, 1),
            "The number is right, but it comes in an array, as np.dot or keepdims leaves it. A cost is one "
            "number: take it out.",
        ),
        Mistake(
            lambda A, Y: -(np.dot(Y, np.log(A)) + np.dot(1 - Y, np.log(1 - A))) / Y.shape[1],
            "Two rows have no matrix product: (1, m) times (1, m). Each label meets its own answer, "
            "element by element.",
        ),
        Mistake(
            lambda A, Y: -(np.dot(Y.T, np.log(A)) + np.dot((1 - Y).T, np.log(1 - A))) / Y.shape[1],
            "(m, 1) times (1, m) pairs every label with every answer: (m, m) numbers. Each label meets its "
            "own answer alone, element by element.",
        ),
        Mistake(
            _loss,
            "These are the losses, one for each example. The cost is one number: their mean.",
        ),
        Mistake(
            lambda A, Y: np.mean(_loss(A, Y), axis=0),
            "axis=0 runs down the columns, and each holds one example alone, so nothing is averaged. The "
            "mean is over all examples.",
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
            "That is the mean squared error, which can have several minima when it follows a sigmoid. "
            "Needed is the cross-entropy: -(y log a + (1 - y) log(1 - a)).",
        ),
        Mistake(
            lambda A, Y: np.mean((A - Y) ** 2) / 2,
            "That is half the mean squared error, which can have several minima when it follows a sigmoid. "
            "Needed is the cross-entropy: -(y log a + (1 - y) log(1 - a)).",
        ),
        Mistake(
            lambda A, Y: np.mean(np.abs(A - Y)),
            "That is the mean distance |a - y|. Needed is the cross-entropy: -(y log a + (1 - y) log(1 - a)).",
        ),
        *map(_clipped, SMALL),
        *map(_raised, (*SMALL, 1e-9, 1e-10)),
        Mistake(
            lambda A, Y: logistic.cost(A, Y) / Y.shape[1],
            "m divides twice here: a mean has divided by it already. Once is enough.",
        ),
    ),
)
