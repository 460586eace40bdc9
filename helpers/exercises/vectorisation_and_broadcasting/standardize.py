"""standardize: each feature to mean 0 and deviation 1."""

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.vectorisation_and_broadcasting.inputs import FEATURES
from helpers.validation import Array
from helpers.vectorization import standardize


def _where_the_deviation_is_zero(X: Array) -> Array:
    deviation = X.std(axis=1, keepdims=True)
    return np.asarray((X - X.mean(axis=1, keepdims=True)) / np.where(deviation > 0, deviation, 1))


STANDARDIZE = Exercise(
    reference=standardize,
    section="Features to one scale",
    returns="X",
    cases=FEATURES,
    hints=(
        "Two numbers for each feature: its mean and its standard deviation. Along which axis are the examples?",
        "Each row has its own, as a column: mean = X.mean(axis=1, keepdims=True), deviation = "
        "X.std(axis=1, keepdims=True). Then X - mean stretches the column.",
        "A feature changes where its largest number is above its least: varies = X.max(axis=1, "
        "keepdims=True) > X.min(axis=1, keepdims=True). Rounding can leave a deviation that is not quite "
        "0.",
        "Where it does not, 0 over 1: np.where(varies, X - mean, 0) / np.where(varies, deviation, 1).",
    ),
    mistakes=(
        Mistake(
            lambda X: (X - X.mean(axis=1, keepdims=True)) / X.std(axis=1, keepdims=True),
            "Right, but for the feature that never changes: what does it divide there? 0 over 0 is nan, "
            "and rounding makes that -1 or 1 for a feature that is always 0.1.",
        ),
        Mistake(
            lambda X: (X - X.mean(axis=0, keepdims=True)) / np.where(X.std(axis=0) > 0, X.std(axis=0), 1),
            "axis=0 takes the mean of each example over its features. Each feature, a row, has its own "
            "mean: sum along the other axis.",
        ),
        Mistake(
            lambda X: (X - X.mean()) / X.std(),
            "Without an axis there is one mean for everything. Each feature, a row, has its own mean and "
            "its own deviation.",
        ),
        Mistake(
            lambda X: (X - X.mean(axis=1)) / np.where(X.std(axis=1) > 0, X.std(axis=1), 1),
            "Without keepdims the means are a row, (n,), and are taken from the wrong numbers, or do not "
            "fit. They must stand beside the rows, as a column.",
        ),
        Mistake(
            lambda X: X - X.mean(axis=1, keepdims=True),
            "The means are subtracted, but the scales are still different. Divide each row by its standard "
            "deviation too.",
        ),
        Mistake(
            lambda X: X / np.where(X.std(axis=1, keepdims=True) > 0, X.std(axis=1, keepdims=True), 1),
            "The scale is right, but the mean is not subtracted. Each feature loses its own mean first.",
        ),
        Mistake(
            lambda X: (
                X
                - X.mean(axis=1, keepdims=True)
                / np.where(X.std(axis=1, keepdims=True) > 0, X.std(axis=1, keepdims=True), 1)
            ),
            "Python divides before it subtracts. The difference is to be divided: it needs brackets.",
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
            "The deviation was divided by m - 1 here. The course divides by m, as std does if it is told nothing else.",
        ),
        Mistake(
            lambda X: (X - X.mean(axis=1, keepdims=True)) / np.maximum(X.std(axis=1, keepdims=True), 1),
            "np.maximum(deviation, 1) also changes deviations below 1. Only for a feature that never "
            "changes is there another divisor.",
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
            "The mean is added. A feature with mean 0 is what is left when it is taken off.",
        ),
        Mistake(
            _where_the_deviation_is_zero,
            "Right, but for a feature that is 0.1 everywhere: rounding makes its deviation a little more "
            "than 0, and tiny over tiny is -1. Which two numbers of a row are surely equal if it never "
            "changes?",
        ),
    ),
)
