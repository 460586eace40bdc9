"""standardize: each feature to mean 0 and deviation 1."""

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.vectorisation_and_broadcasting.inputs import FEATURES
from helpers.vectorization import standardize

STANDARDIZE = Exercise(
    reference=standardize,
    section="Features to one scale",
    returns="X",
    cases=FEATURES,
    hints=(
        "Two numbers for each feature: X.mean and X.std. Along which axis are the examples?",
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
            "The means are subtracted, but the scales are still different. Divide each row by its standard "
            "deviation too.",
        ),
        Mistake(
            lambda X: X / np.where(X.std(axis=1, keepdims=True) > 0, X.std(axis=1, keepdims=True), 1),
            "The scale is right, but the mean is not subtracted. Subtract it first: X - X.mean(axis=1, keepdims=True).",
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
            "The mean is added. Subtract it: X - mean.",
        ),
    ),
)
