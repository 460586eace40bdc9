"""normalize_columns: each column to length one."""

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.vectorisation_and_broadcasting.inputs import COLUMNS
from helpers.vectorization import normalize_columns

_safe = 1e-300


NORMALIZE_COLUMNS = Exercise(
    reference=normalize_columns,
    section="Columns to length one",
    returns="X",
    cases=COLUMNS,
    hints=(
        "The length of (3, 4) is 5: the root of 9 + 16. What has to be summed, and along which axis?",
        "length = np.sqrt(np.sum(X**2, axis=0, keepdims=True)) is a row with a length for each column.",
        "X / length stretches that row, but a column of zeros has length 0. np.where(condition, a, b) "
        "takes a where the condition holds and b elsewhere.",
        "For a column of zeros divide by 1: X / np.where(length > 0, length, 1).",
    ),
    mistakes=(
        Mistake(
            lambda X: X / np.sqrt(np.sum(X**2, axis=0)),
            "Right, but for the column of zeros: 0 over 0 is nan. What could such a column be divided by, "
            "so that it stays?",
        ),
        Mistake(
            lambda X: X / np.where(np.sum(X**2, axis=0) > 0, np.sum(X**2, axis=0), 1),
            "This divides by the square of the length: the root is missing. Take it before you divide.",
        ),
        Mistake(
            lambda X: X / np.where(np.sum(X, axis=0) != 0, np.sum(X, axis=0), 1),
            "This divides by the sum of the column, not by its length. Square, sum, and take the root.",
        ),
        Mistake(
            lambda X: X / np.where(np.sum(np.abs(X), axis=0) > 0, np.sum(np.abs(X), axis=0), 1),
            "This is the sum of the absolute values: another length. Here it is the root of the sum of the squares.",
        ),
        Mistake(
            lambda X: X / np.where(np.abs(X).max(axis=0) > 0, np.abs(X).max(axis=0), 1),
            "This divides by the largest number of each column. The length is the root of the sum of the squares.",
        ),
        Mistake(
            lambda X: X / np.sqrt(np.sum(X**2, axis=1, keepdims=True) + _safe),
            "axis=1 gives each row its length. Columns are examples: sum down each of them.",
        ),
        Mistake(
            lambda X: X / np.sqrt(np.sum(X**2, axis=1) + _safe),
            "axis=1 runs along the rows, and keepdims is lost as well. Columns are examples: sum down each of them.",
        ),
        Mistake(
            lambda X: X / np.sqrt(np.sum(X**2)),
            "Without an axis all columns share one length. Each column has its own.",
        ),
        Mistake(
            lambda X: X / len(X),
            "len(X) is the number of rows. The length that is meant is the root of the sum of the squares of a column.",
        ),
        Mistake(
            lambda X: X / np.where(np.sqrt(np.mean(X**2, axis=0)) > 0, np.sqrt(np.mean(X**2, axis=0)), 1),
            "The mean of the squares divides by n once more. A length is the root of their sum.",
        ),
        Mistake(
            lambda X: X / np.sqrt(np.dot(X.T, X) + _safe),
            "X.T @ X multiplies every column with every other. Each with itself: square element by element, and sum.",
        ),
        Mistake(
            lambda X: np.sqrt(np.sum(X**2, axis=0, keepdims=True)),
            "These are the lengths themselves. Now divide X by them.",
        ),
    ),
)
