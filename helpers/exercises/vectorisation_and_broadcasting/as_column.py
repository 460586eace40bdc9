"""as_column: a rank-1 array becomes a column."""

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.vectorisation_and_broadcasting.inputs import VECTORS
from helpers.vectorization import as_column

AS_COLUMN = Exercise(
    reference=as_column,
    section="The rank-1 trap",
    returns="column",
    cases=VECTORS,
    hints=(
        "It has one axis and needs two: as many rows as numbers, and one column.",
        "reshape takes the new sizes, and works out the one that you give as -1.",
        "a.reshape(-1, 1), or a[:, np.newaxis], which adds an axis on the right.",
    ),
    mistakes=(
        Mistake(
            lambda a: a.T,
            "It is rank 1 still. Neither .T nor reshape(-1) gives it a second axis: a.reshape(-1, 1) does.",
        ),
        Mistake(
            lambda a: a.reshape(1, -1),
            "That is a row, (1, n). A column is (n, 1): a.reshape(-1, 1).",
        ),
        Mistake(
            lambda a: [[x] for x in a],
            "The brackets are right, but it is a list and not an array. Wrap it in np.array, or take a.reshape(-1, 1).",
        ),
        Mistake(
            lambda a: a.reshape(3, 1),
            "This only works for three numbers. Let NumPy count: a.reshape(-1, 1).",
        ),
        Mistake(
            lambda a: a.reshape(len(a), len(a)),
            "There are only n numbers, not n times n. A column has n rows and one column: a.reshape(-1, 1).",
        ),
        Mistake(
            lambda a: np.outer(a, a),
            "The outer product is a table of all products. Here only the shape must change: a.reshape(-1, 1).",
        ),
        Mistake(
            lambda a: a.reshape(-1, 1, 1),
            "That is one axis too many: (n, 1, 1). A column has two axes: a.reshape(-1, 1).",
        ),
        Mistake(
            lambda a: a[:, 0],
            "a[:, 0] asks for a column of an array that has only one axis. Give it a second one: a[:, np.newaxis].",
        ),
    ),
)
