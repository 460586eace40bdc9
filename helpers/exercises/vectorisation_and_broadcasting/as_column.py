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
        "reshape takes the new sizes, rows first, and works out the one that you give as -1.",
        "One column, and as many rows as it takes: a.reshape(-1, 1).",
    ),
    mistakes=(
        Mistake(
            lambda a: a.T,
            "It is rank 1 still, as it came. .T turns round only what has two axes, and a.reshape(...) gives a new "
            "array and leaves a as it is. A column has two axes, (n, 1).",
        ),
        Mistake(
            lambda a: a.reshape(1, -1),
            "That is a row, (1, n). A column is (n, 1): the other way round.",
        ),
        Mistake(
            lambda a: [[x] for x in a],
            "The brackets are right, but it is a list and not an array. NumPy can give `a` a second axis at once.",
        ),
        Mistake(
            lambda a: a.reshape(3, 1),
            "This only works for three numbers. How many rows there are, reshape can work out itself.",
        ),
        Mistake(
            lambda a: a.reshape(len(a), len(a)),
            "There are only n numbers, not n times n. A column has n rows and one column.",
        ),
        Mistake(
            lambda a: np.outer(a, a),
            "The outer product is a table of all products. Here the numbers stay as they are, and only the "
            "shape changes.",
        ),
        Mistake(
            lambda a: a.reshape(-1, 1, 1),
            "That is one axis too many: (n, 1, 1). A column has two axes, (n, 1).",
        ),
        Mistake(
            lambda a: a[:, 0],
            "a[:, 0] asks for a column of an array that has only one axis. First it needs a second axis.",
        ),
    ),
)
