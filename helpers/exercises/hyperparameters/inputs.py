"""What the functions of notebook 07 are tried on."""

from typing import Any

import numpy as np

from helpers.exercises.labels import EachLayer

VALUES = EachLayer("values {l}")
NAN = np.nan


def _lists(*lists: Any) -> tuple[Any, ...]:
    return ([np.array(each, float) for each in lists],)


SEARCHES = [  # how many values each hyperparameter has, seeds, iterations
    (np.array([3]), 1, 5),
    (np.array([2, 3]), 1, 10),
    (np.array([4, 2]), 5, 100),
    (np.array([1, 7]), 2, 1),
    (np.array([2, 3, 4]), 3, 20),
    (np.array([5, 2, 2, 3]), 4, 1000),
]
LISTS = [
    _lists([0.1, 1.0]),
    _lists([0.1], [2, 4]),
    _lists([1.0, 0.1], [8, 2]),
    _lists([3.0, 0.3, 0.03], [1, 2]),
    _lists([1, 2], [1, 2]),
    _lists([0.5, 0.1], [4, 2], [10, 30]),
    _lists([1, 10, 100], [5, 3], [0, 1, 2, 7]),
]
COSTS = [
    (np.array([0.3]),),
    (np.array([0.2, 0.4]),),
    (np.array([0.4, 0.1, 0.3]),),
    (np.array([0.5, 0.2, 0.2]),),  # two equal ones
    (np.array([NAN, 0.7, 0.6, 0.8]),),  # the first run failed
    (np.array([0.9, NAN, NAN, 0.0, 0.1]),),
    (np.array([np.inf, 0.6, 0.55, NAN, 0.55, 2.5]),),
    (np.array([-0.1, -0.3, NAN, 0.2, -0.2, 0.3, 0.1]),),  # any measure may be lowered
]
DRAWS = [  # low, high, count, seed
    (0.1, 1.0, 1, 0),
    (1.0, 1000.0, 2, 3),
    (0.001, 10.0, 5, 1),
    (1e-6, 1e-2, 7, 2),
    (0.3, 3000.0, 12, 5),
]


def bowl(*row: float) -> float:
    """Least where each value is as near as can be to 0.4."""
    return float(sum((value - 0.4) ** 2 for value in row))


def slope(*row: float) -> float:
    """The less, the larger the values are; below 0."""
    return -float(sum((k + 1) * value for k, value in enumerate(row)))


def plateau(*row: float) -> float:
    """The same cost for all."""
    return 0.5 + 0.0 * len(row)


def fragile(*row: float) -> float:
    """Fails at the first values that are tried, and where the first value is large."""
    return NAN if row[0] > 2 or min(row) == 0.1 else float(abs(row[0] - row[-1]) + row[0])


SEARCHED = [
    (bowl, [np.array([0.1, 0.5])]),
    (slope, [np.array([0.1, 1.0]), np.array([2.0])]),
    (plateau, [np.array([1.0, 0.1]), np.array([8.0, 2.0])]),
    (bowl, [np.array([1.0, 0.3, 0.1]), np.array([2.0, 0.5])]),
    (fragile, [np.array([0.1, 0.3, 3.0]), np.array([0.1, 1.0, 2.0])]),
    (slope, [np.array([1.0, 2.0]), np.array([3.0, 1.0]), np.array([0.5, 0.7, 0.6])]),
]
