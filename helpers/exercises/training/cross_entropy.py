"""cross_entropy: the loss of each example, over all classes."""

from collections.abc import Callable

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.training.inputs import ANSWERED
from helpers.losses import binary_cross_entropy, cross_entropy
from helpers.validation import Array

SMALL = (1e-4, 1e-5, 1e-6, 1e-7, 1e-8)  # how far people keep a probability away from 0 and 1


def _other(A_to: Callable[[Array], Array], diagnosis: str) -> Mistake:
    """The right loss of other probabilities."""
    return Mistake(lambda A, Y: -np.sum(Y * np.log(A_to(A)), axis=0, keepdims=True), diagnosis)


def _clipped(low: float, high: float) -> Mistake:
    return _other(
        lambda A: np.clip(A, low, high),
        "The probabilities are clipped, so an answer that is surely wrong costs too little. Take the logarithm of "
        "each as it comes.",
    )


def _raised(eps: float) -> Mistake:
    return _other(
        lambda A: A + eps,
        "A small number is added inside the logarithm, and it changes every loss a little. Take the "
        "logarithm of the probability itself.",
    )


def _scaled(by: Callable[[Array], float], diagnosis: str) -> Mistake:
    """The right losses times a number: by(Y)."""
    return Mistake(lambda A, Y: cross_entropy(A, Y) * by(Y), diagnosis)


CROSS_ENTROPY = Exercise(
    reference=cross_entropy,
    section="Cross-entropy over classes",
    returns="L",
    all_digits=True,
    cases=ANSWERED,
    hints=(
        "Y * np.log(A) has the true class's logarithm in each column and zeros elsewhere. What is left to do?",
        "The formula adds over the classes k, which are the rows: down each column, axis=0.",
        "keepdims=True keeps the row: the result is (1, m), one loss for each example.",
        "Do not forget the minus: return -np.sum(Y * np.log(A), axis=0, keepdims=True).",
    ),
    mistakes=(
        _scaled(
            lambda Y: -1.0,
            "The minus is missing: the logarithm of a probability is below 0. A loss is 0 or more.",
        ),
        Mistake(
            lambda A, Y: -np.sum(Y * np.log(A), axis=1, keepdims=True),
            "This adds along the rows, over the examples: one number for each class. Add down each column.",
        ),
        Mistake(
            lambda A, Y: -np.sum(Y * np.log(A), axis=1),
            "axis=1 adds along the rows, over the examples, and leaves C numbers. Add down each column.",
        ),
        Mistake(
            lambda A, Y: np.mean(cross_entropy(A, Y)),
            "This is the mean over the examples: the cost. Here each example keeps its own loss.",
        ),
        Mistake(
            lambda A, Y: np.sum(cross_entropy(A, Y)),
            "This is the sum over the examples too. Here each example keeps its own loss.",
        ),
        Mistake(
            lambda A, Y: -np.mean(Y * np.log(A)),
            "This is one number, the mean over classes and examples. Add over the classes; each example keeps its own.",
        ),
        _scaled(
            lambda Y: 1 / len(Y),
            "It is divided by the number of classes. A loss is their sum, not their mean.",
        ),
        _scaled(
            lambda Y: 1 / Y.shape[1],
            "It is divided by m. The loss of one example does not know how many others there are.",
        ),
        _scaled(
            lambda Y: 1 / Y.size,
            "It is divided by all the numbers of Y. A loss is a sum over the classes, divided by nothing.",
        ),
        Mistake(
            lambda A, Y: np.sum(binary_cross_entropy(A, Y), axis=0, keepdims=True),
            "There are terms with 1 - a, as for one sigmoid unit. Over classes there is only the first kind.",
        ),
        Mistake(
            lambda A, Y: np.mean(binary_cross_entropy(A, Y), axis=0, keepdims=True),
            "There are terms with 1 - a, and a mean over the classes. Only y log a is needed, and its sum.",
        ),
        Mistake(
            lambda A, Y: -np.sum((1 - Y) * np.log(1 - A), axis=0, keepdims=True),
            "These are the terms of the classes that are not true. The loss looks at the true class alone.",
        ),
        Mistake(
            lambda A, Y: -np.sum(np.log(A), axis=0, keepdims=True),
            "Y is missing: every class counts here. Only the true one does.",
        ),
        Mistake(
            lambda A, Y: -np.sum(A * np.log(Y), axis=0, keepdims=True),
            "A logarithm is taken where a label is 0, and log 0 is minus infinity. Take that of the answers A alone.",
        ),
        Mistake(
            lambda A, Y: -np.sum(A * np.log(A), axis=0, keepdims=True),
            "A stands where Y should: this is the entropy of the answer, whatever is true. The labels are missing.",
        ),
        _scaled(
            lambda Y: 1 / np.log(2),
            "That is the logarithm to base 2. The lecture's log is the natural one: np.log.",
        ),
        _scaled(
            lambda Y: 1 / np.log(10),
            "That is the logarithm to base 10. The lecture's log is the natural one: np.log.",
        ),
        Mistake(
            lambda A, Y: -Y * np.log(A),
            "Nothing is added up: there is a number for each class. One loss for each example is needed.",
        ),
        Mistake(
            lambda A, Y: -np.dot(Y.T, np.log(A)),
            "There are (m, m) numbers: the label of each example meets the answers of all. It meets its own alone, "
            "element by element.",
        ),
        Mistake(
            lambda A, Y: -np.dot(Y, np.log(A).T),
            "There are (C, C) numbers: every class meets every class. Each label meets its own answer alone, "
            "element by element.",
        ),
        *(
            Mistake(
                wrong,
                "A[Y == 1] picks the right probabilities row by row, so they come in the order of the classes. "
                "The order of the examples is needed: add down the columns instead.",
            )
            for wrong in (
                lambda A, Y: -np.log(A[Y == 1]).reshape(1, -1),
                lambda A, Y: -np.log(A[Y == 1]),
            )
        ),
        Mistake(
            lambda A, Y: -np.log(A.max(axis=0, keepdims=True)),
            "This is the logarithm of the largest probability, right or wrong. That of the true class is needed.",
        ),
        Mistake(
            lambda A, Y: -np.sum(Y * A, axis=0, keepdims=True),
            "The logarithm is missing. Each probability goes through np.log.",
        ),
        Mistake(
            lambda A, Y: 1 - np.sum(Y * A, axis=0, keepdims=True),
            "This is 1 minus the probability of the true class. The loss is minus its logarithm.",
        ),
        Mistake(
            lambda A, Y: np.sum((A - Y) ** 2, axis=0, keepdims=True),
            "That is the squared error. Needed is the cross-entropy: minus the logarithm of what the true class got.",
        ),
        *(_clipped(eps, 1 - eps) for eps in SMALL),
        *(_clipped(eps, 1.0) for eps in SMALL),
        *map(_raised, (*SMALL, 1e-9, 1e-10)),
    ),
)
