"""Features to one scale, columns to length one: a reduction with keepdims, and a broadcast."""

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.vectorization import normalize_columns, standardize

_rng = np.random.default_rng(5)
_FEATURES = [
    (np.array([[1.0, 3.0]]),),
    (np.array([[1.0, 2.0, 6.0], [10.0, 20.0, 60.0]]),),
    (np.array([[1.0, 2.0, 6.0], [4.0, 0.0, 2.0], [9.0, 1.0, 5.0]]),),
    (np.array([[1.0, 2.0, 4.0, 5.0], [3.0, 3.0, 3.0, 3.0]]),),
    (np.array([[0.1, 0.2, 0.4, 0.3], [1.0, 5.0, 0.0, 2.0]]),),
    (_rng.normal(size=(5, 8)) * 10 + 3,),
]
_safe = 1e-300


STANDARDIZE = Exercise(
    reference=standardize,
    section="Features to one scale",
    returns="X",
    cases=_FEATURES,
    hints=(
        "Two numbers for each feature: X.mean and X.std. Along which axis do the examples lie?",
        "Each row has its own mean, so the result must be a column: axis=1, keepdims=True. Then X - mean stretches it.",
        "For the feature that never changes, divide by 1 in place of 0: np.where(deviation > 0, deviation, 1).",
    ),
    mistakes=(
        Mistake(
            lambda X: (X - X.mean(axis=1, keepdims=True)) / X.std(axis=1, keepdims=True),
            "Right, but for the feature that never changes: 0 over 0 is nan. Divide by 1 there: "
            "np.where(deviation > 0, deviation, 1).",
        ),
        Mistake(
            lambda X: (X - X.mean(axis=0, keepdims=True)) / np.where(X.std(axis=0) > 0, X.std(axis=0), 1),
            "axis=0 takes the mean of each example over its features. Each feature, a row, has its own mean: axis=1.",
        ),
        Mistake(
            lambda X: (X - X.mean()) / X.std(),
            "Without an axis there is one mean for everything. Each feature has its own: axis=1, keepdims=True.",
        ),
        Mistake(
            lambda X: (X - X.mean(axis=1)) / np.where(X.std(axis=1) > 0, X.std(axis=1), 1),
            "Without keepdims the means are a row, (n,), and are taken from the wrong numbers, or do not fit. Keep the "
            "axis: keepdims=True.",
        ),
        Mistake(
            lambda X: X - X.mean(axis=1, keepdims=True),
            "The means are off, but the scales are still different. Divide each row by its standard deviation too.",
        ),
        Mistake(
            lambda X: X / np.where(X.std(axis=1, keepdims=True) > 0, X.std(axis=1, keepdims=True), 1),
            "The scale is right, but the mean is still in. Take it off first: X - X.mean(axis=1, keepdims=True).",
        ),
        Mistake(
            lambda X: (
                X
                - X.mean(axis=1, keepdims=True)
                / np.where(X.std(axis=1, keepdims=True) > 0, X.std(axis=1, keepdims=True), 1)
            ),
            "Python divides before it subtracts. Put X - mean in brackets.",
        ),
        Mistake(
            lambda X: (
                (X - X.mean(axis=1, keepdims=True))
                / np.where(X.var(axis=1, keepdims=True) > 0, X.var(axis=1, keepdims=True), 1)
            ),
            "This divides by the variance, the square of what is needed. Use std, or take the root.",
        ),
        Mistake(
            lambda X: (
                (X - X.mean(axis=1, keepdims=True))
                / np.where(X.std(axis=1, keepdims=True, ddof=1) > 0, X.std(axis=1, keepdims=True, ddof=1), 1)
            ),
            "The deviation was divided by m - 1 here. The course divides by m: X.std without ddof.",
        ),
        Mistake(
            lambda X: (X - X.mean(axis=1, keepdims=True)) / np.maximum(X.std(axis=1, keepdims=True), 1),
            "np.maximum(deviation, 1) also changes deviations below 1. Only a deviation of 0 becomes 1: np.where.",
        ),
        Mistake(
            lambda X: (
                (X - X.min(axis=1, keepdims=True))
                / np.where(np.ptp(X, axis=1, keepdims=True) > 0, np.ptp(X, axis=1, keepdims=True), 1)
            ),
            "That takes the least to 0 and the largest to 1. Here the mean goes to 0, and the deviation to 1.",
        ),
        Mistake(
            lambda X: (
                (X + X.mean(axis=1, keepdims=True))
                / np.where(X.std(axis=1, keepdims=True) > 0, X.std(axis=1, keepdims=True), 1)
            ),
            "The mean was added. Take it off: X - mean.",
        ),
    ),
)

_COLUMNS = [
    (np.array([[3.0], [4.0]]),),
    (np.array([[3.0, 1.0, 2.0], [4.0, 0.0, -2.0]]),),
    (np.array([[3.0, 1.0], [4.0, 2.0]]),),
    (np.array([[0.0, 2.0, 1.0], [0.0, 0.0, 1.0], [0.0, 1.0, 1.0]]),),
    (_rng.normal(size=(4, 7)),),
]

NORMALIZE_COLUMNS = Exercise(
    reference=normalize_columns,
    section="Columns to length one",
    returns="X",
    cases=_COLUMNS,
    hints=(
        "The length of (3, 4) is 5: the root of 9 + 16. What has to be summed, and along which axis?",
        "np.sqrt(np.sum(X**2, axis=0, keepdims=True)) is a row with a length for each column.",
        "X / length stretches that row. For a column of zeros divide by 1: np.where(length > 0, length, 1).",
    ),
    mistakes=(
        Mistake(
            lambda X: X / np.sqrt(np.sum(X**2, axis=0)),
            "Right, but for the column of zeros: 0 over 0 is nan. Divide by 1 there: np.where(length > 0, length, 1).",
        ),
        Mistake(
            lambda X: X / np.where(np.sum(X**2, axis=0) > 0, np.sum(X**2, axis=0), 1),
            "This divides by the square of the length: the root is missing. Use np.sqrt of the sum.",
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
            "axis=1 gives each row its length. Columns are examples: sum down, along axis=0.",
        ),
        Mistake(
            lambda X: X / np.sqrt(np.sum(X**2, axis=1) + _safe),
            "axis=1 runs along the rows, and keepdims is lost as well. Sum down the columns: axis=0, keepdims=True.",
        ),
        Mistake(
            lambda X: X / np.sqrt(np.sum(X**2)),
            "Without an axis all columns share one length. Each has its own: axis=0, keepdims=True.",
        ),
        Mistake(
            lambda X: X / len(X),
            "len(X) is the number of rows. The length that is meant is the root of the sum of the squares of a column.",
        ),
        Mistake(
            lambda X: X / np.where(np.sqrt(np.mean(X**2, axis=0)) > 0, np.sqrt(np.mean(X**2, axis=0)), 1),
            "The mean of the squares divides by n once more. A length takes the sum: np.sum.",
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
