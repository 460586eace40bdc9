"""one_hot: a column for each label."""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.training.inputs import LABELS
from helpers.labels import one_hot
from helpers.validation import Array


def _ones_at(place: Callable[[Array, Array], Any]) -> Callable[[Array, int], Array]:
    """Zeros, and ones at other places: place(labels, the numbers of the examples)."""

    def wrong(labels: Array, C: int) -> Array:
        Y = np.zeros((C, labels.size))
        Y[place(labels, np.arange(labels.size))] = 1
        return Y

    return wrong


def _label_as_value(labels: Array, C: int) -> Array:
    return one_hot(labels, C) * labels


def _rows_that_occur(labels: Array, C: int) -> Array:
    return np.eye(C)[np.unique(labels)][:, labels]


EXACT = "Each label chooses the row, and its example the column: one place a column."

ONE_HOT = Exercise(
    reference=one_hot,
    section="Cross-entropy over classes",
    returns="Y",
    cases=LABELS,
    hints=(
        "Column i has its 1 in the row labels[i]. So a row of Y says of each example: is it of this class?",
        "Broadcasting asks all classes at once: a column of the classes, (C, 1), meets the row of labels.",
        "classes = np.arange(C).reshape(C, 1) is that column; == compares each class with each label.",
        "The answers are True and False. As numbers: return (classes == labels) * 1.0.",
    ),
    mistakes=(
        Mistake(
            lambda labels, C: np.eye(C)[labels],
            "Each example is a row here. In the course an example is a column, so that Y is (C, m).",
        ),
        Mistake(
            lambda labels, C: np.eye(C)[:, labels - 1],
            "Each 1 is one row too high, that of class 0 in the last row. Classes are counted from 0, as rows are.",
        ),
        Mistake(
            lambda labels, C: np.eye(C + 1)[:, labels],
            "There is one row too many. Classes are counted from 0, so C rows are enough.",
        ),
        Mistake(
            lambda labels, C: np.eye(labels.max() + 1)[:, labels],
            "The rows end with the largest label that comes. A class without an example has its row too: there are C.",
        ),
        Mistake(
            lambda labels, C: np.eye(len(np.unique(labels)))[:, labels],
            "The rows are those of the labels that come. A class without an example has its row too: there are C.",
        ),
        Mistake(
            _rows_that_occur,
            "A class without an example has lost its row. It is a row of zeros: there are C rows, whatever comes.",
        ),
        Mistake(
            _ones_at(lambda labels, i: labels),
            f"Whole rows are filled with 1: an index alone chooses a row. {EXACT}",
        ),
        Mistake(
            _ones_at(lambda labels, i: (slice(None), labels)),
            f"The labels choose columns here. {EXACT}",
        ),
        Mistake(
            _ones_at(lambda labels, i: (i, labels)),
            "Row and column have changed places in the index. The row comes first, and the label is the row.",
        ),
        Mistake(
            _ones_at(lambda labels, i: (labels[:1], i[:1])),
            "Only the first example has its 1. Is return inside the loop? Go through all examples first.",
        ),
        Mistake(
            _ones_at(lambda labels, i: (labels[-1:], i[-1:])),
            "Only the last example has its 1. Is Y made anew in each round of the loop? Make it once, before.",
        ),
        Mistake(
            _label_as_value,
            "The label itself stands in its row, and class 0 has nothing. What stands there is a 1.",
        ),
        Mistake(
            lambda labels, C: 1 - one_hot(labels, C),
            "0 and 1 have changed places: each column has a single 0. It should have a single 1.",
        ),
        Mistake(
            lambda labels, C: one_hot(labels, C)[::-1],
            "The rows stand upside down. Row 0 is class 0.",
        ),
        Mistake(
            lambda labels, C: one_hot(labels, C)[:, ::-1],
            "The examples stand in the reverse order. Column i belongs to labels[i].",
        ),
        Mistake(
            lambda labels, C: np.zeros((C, labels.size)),
            "All of it is 0. Where does each column have its 1?",
        ),
        Mistake(
            lambda labels, C: labels.reshape(1, -1),
            "These are the labels in one row. Each becomes a column of C numbers.",
        ),
        Mistake(
            lambda labels, C: (np.arange(C).reshape(C, 1) >= labels) * 1.0,
            "There are ones below the class too. Only where class and label are equal there is a 1.",
        ),
    ),
)
