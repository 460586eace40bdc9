"""grid: every combination, a row each."""

from itertools import zip_longest
from typing import Any

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.hyperparameters.inputs import LISTS, VALUES
from helpers.sweeps import grid
from helpers.validation import Array

Values = list[Array]


def _first_fastest(values: Values) -> Any:
    return grid(values[::-1])[:, ::-1]


def _meshgrid(values: Values) -> Any:
    return np.stack([each.ravel() for each in np.meshgrid(*values)], axis=1)


def _middle_on(values: Values) -> Any:
    """The best of one hyperparameter at a time: the others at their first values."""
    first = [each[0] for each in values]
    return np.array([[*first[:k], value, *first[k + 1 :]] for k, each in enumerate(values) for value in each])


GRID = Exercise(
    reference=grid,
    section="Grid search",
    takes={"values": VALUES},
    returns="rows",
    cases=LISTS,
    hints=(
        "Begin with two lists: a loop over the first, and within it a loop over the second. "
        "But how many lists will there be?",
        "Let the rows grow. Begin with rows = [[]], a single row with nothing in it. "
        "For each list, for each in values, every row is continued with every value of it.",
        "[*row, value] is a row with one more number. In the loop: "
        "rows = [[*row, value] for row in rows for value in each]. After it, return np.array(rows).",
    ),
    mistakes=(
        Mistake(
            lambda values: np.array(list(zip(*values, strict=False))),
            "The first value goes with the first, the second with the second, and no others. "
            "Every value goes with every other.",
        ),
        Mistake(
            lambda values: np.array(list(zip_longest(*values, fillvalue=np.nan))),
            "Each value is used once, beside the one in its place. Every value goes with every other.",
        ),
        Mistake(
            _first_fastest,
            "All the rows are there, in another order: here the first column changes fastest. "
            "Exchange the inner loop and the outer one.",
        ),
        Mistake(
            lambda values: grid(values[::-1]),
            "The columns come in the opposite order. The first column belongs to the first list.",
        ),
        Mistake(
            lambda values: grid(values).T,
            "Rows and columns have changed places. A run is a row.",
        ),
        Mistake(
            _meshgrid,
            "All the rows are there, in another order: that of np.meshgrid, unless it is told indexing='ij'. "
            "The last column has to change fastest.",
        ),
        Mistake(
            lambda values: grid(values).ravel(),
            "All the numbers are in one long row. Give each combination a row of its own.",
        ),
        Mistake(
            lambda values: grid(values[:2]),
            "Only the first two lists are used. There may be any number of them: go through all.",
        ),
        Mistake(
            lambda values: grid(values[-1:]),
            "Only the values of the last list are there: each list begins with no rows again. "
            "Continue the rows of the one before.",
        ),
        Mistake(
            lambda values: grid(values[:1]),
            "Only the values of the first list are there: return is inside the loop. Give it less indentation.",
        ),
        Mistake(
            lambda values: np.concatenate(values),
            "These are all the values, one after the other. A row has one value of each list.",
        ),
        Mistake(
            _middle_on,
            "One hyperparameter varies at a time, with the others at their first values. Vary them together.",
        ),
        Mistake(
            lambda values: len(grid(values)),
            "This is how many combinations there are. Return the combinations themselves.",
        ),
        Mistake(
            lambda values: grid([np.sort(each) for each in values]),
            "The values are sorted first. Keep the order in which they were given.",
        ),
    ),
)
