"""pairwise_distances: every column with every other one, without a loop."""

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.vectorisation_and_broadcasting.inputs import PAIRS
from helpers.validation import Array
from helpers.vectorization import pairwise_distances


def _squares(A: Array, B: Array, *, two: float = 2.0, sign: float = -1.0) -> Array:
    """|a|^2 + |b|^2 - 2 a.b, with what may go wrong in it."""
    return np.asarray(np.sum(A**2, axis=0)[:, np.newaxis] + np.sum(B**2, axis=0) + sign * two * np.dot(A.T, B))


def _root(squares: Array) -> Array:
    return np.sqrt(np.maximum(squares, 0))


PAIRWISE_DISTANCES = Exercise(
    reference=pairwise_distances,
    section="All distances at once",
    returns="D",
    cases=PAIRS,
    hints=(
        "Three parts: |a|^2 for each column of A, as a column; |b|^2 for each column of B, as a row; and the products.",
        "a2 = np.sum(A**2, axis=0) has shape (p,); b2 = np.sum(B**2, axis=0) has shape (q,), and counts as "
        "a row. a2[:, np.newaxis] is a column.",
        "np.dot(A.T, B) is (p, q), all products: D2 = a2[:, np.newaxis] + b2 - 2 * np.dot(A.T, B).",
        "Cut off what rounding left below 0, then take the root: np.sqrt(np.maximum(D2, 0)).",
    ),
    mistakes=(
        Mistake(
            lambda A, B: np.maximum(_squares(A, B), 0),
            "These are the squares of the distances. One step is left: the root.",
        ),
        Mistake(
            lambda A, B: np.sqrt(_squares(A, B)),
            "Right, but for a point and itself: rounding leaves a tiny negative number there, and its root "
            "is nan. Cut off what is below 0 first.",
        ),
        Mistake(
            lambda A, B: _root(_squares(A, B, two=1.0)),
            "The 2 is missing: (a - b)^2 is a^2 + b^2 - 2ab. Each product counts twice.",
        ),
        Mistake(
            lambda A, B: _root(_squares(A, B, sign=1.0)),
            "With a plus before the products this is |a + b|. In (a - b)^2 they have a minus.",
        ),
        Mistake(
            lambda A, B: _root(_squares(A, B)).T,
            "Rows and columns have changed places: this is (q, p). Each row is a column of A, each column one of B.",
        ),
        Mistake(
            lambda A, B: np.sum(np.abs(A[:, :, np.newaxis] - B[:, np.newaxis, :]), axis=0),
            "These are sums of absolute differences, the city-block distance. Here differences are "
            "squared, summed, and the root is taken.",
        ),
        Mistake(
            lambda A, B: np.dot(A.T, B),
            "These are the products a.b alone. The square is |a|^2 + |b|^2 - 2 a.b.",
        ),
        Mistake(
            lambda A, B: _root(np.sum(A**2, axis=0) + np.sum(B**2, axis=0) - 2 * np.dot(A.T, B)),
            "Both sums of squares are rows, so those of A go to the wrong places, or do not fit. Those of "
            "A have to stand up, as a column.",
        ),
        Mistake(
            lambda A, B: _root(np.sum(A**2, axis=1)[:, np.newaxis] + np.sum(B**2, axis=1) - 2 * np.dot(A.T, B)),
            "axis=1 sums along the rows, over the examples. |a|^2 sums the features of one column.",
        ),
        Mistake(
            lambda A, B: np.sqrt(np.sum((A - B) ** 2, axis=0)),
            "A - B pairs the first with the first, the second with the second. Every column must meet "
            "every other one: give them different axes.",
        ),
        Mistake(
            lambda A, B: _root(np.sum(A**2, axis=0)[:, np.newaxis] + np.sum(B**2, axis=0) - 2 * np.dot(A, B.T)),
            "np.dot(A, B.T) pairs features with features. It is columns that meet columns: (p, n) times "
            "(n, q) is (p, q).",
        ),
        Mistake(
            lambda A, B: _root(np.sum(A**2) + np.sum(B**2) - 2 * np.dot(A.T, B)),
            "np.sum without an axis adds up all columns. Each column has its own |a|^2.",
        ),
        Mistake(
            lambda A, B: np.sqrt(np.abs(A.T[:, np.newaxis] - B.T[np.newaxis])).sum(axis=2),
            "The root is taken of each difference. First square, then sum over the features, and take one root.",
        ),
        Mistake(
            lambda A, B: np.sqrt(np.sum((A[:, :, np.newaxis] - B[:, np.newaxis, :]) ** 2, axis=1)),
            "The sum runs over the wrong axis. The features are axis 0 of that block, and they are what is summed.",
        ),
        Mistake(
            lambda A, B: np.sum(A[:, :, np.newaxis] - B[:, np.newaxis, :], axis=0) ** 2,
            "Here differences are summed before they are squared, so they cancel. Square each, then sum, "
            "then take the root.",
        ),
    ),
)
