"""What a search tries: every combination of given values, or random draws.  Notebook 07, "Grid search"."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any, TypeAlias

import numpy as np

from helpers.validation import Array, check_count, is_number, validated

Settings: TypeAlias = dict[str, Any]


def _check_values(values: Any) -> None:
    """A dict from the name of each hyperparameter to its values."""
    if not isinstance(values, Mapping) or not values:
        raise TypeError(
            f"the values are {values!r:.60}; they must be a dict of lists, such as {{'learning_rate': [0.1, 1.0]}}"
        )
    for name, each in values.items():
        if isinstance(each, (str, Mapping)) or not hasattr(each, "__len__") or len(each) == 0:
            raise ValueError(f"the values of {name} are {each!r:.60}; they must be a list with one value or more")


@validated(_check_values)
def combinations(values: Mapping[str, Sequence[Any]]) -> list[Settings]:
    """Every combination, a dict each; the last name changes fastest.

    combinations({"rate": [1, 3], "units": [2, 4]}) begins with {"rate": 1, "units": 2}, {"rate": 1, "units": 4}.
    """
    return [dict(zip(values, each, strict=True)) for each in product(*values.values())]


def _check_lists(values: Any) -> None:
    """One list of numbers or more, none of them empty."""
    if (
        not isinstance(values, (list, tuple))
        or not values
        or any(np.ndim(each) != 1 or not len(each) for each in values)
    ):
        raise ValueError(
            f"values is {values!r:.60}; it must be a list with a list of numbers for each hyperparameter, such as "
            "[[0.1, 1.0], [2, 4]]"
        )


@validated(_check_lists)
def grid(values: Sequence[Any]) -> Array:
    """Every combination as a row, (runs, hyperparameters); the last column changes fastest."""
    rows: list[list[float]] = [[]]
    for each in values:
        rows = [[*row, value] for row in rows for value in each]
    return np.array(rows)  # (runs, hyperparameters)


def _check_bounds(low: Any, high: Any, count: Any, seed: Any) -> None:
    if not (is_number(low) and is_number(high) and 0 < low < high):
        raise ValueError(
            f"low is {low!r} and high is {high!r}; on a log scale both are above 0, and low is the smaller one"
        )
    check_count(count, "count")


@validated(_check_bounds)
def log_uniform(low: float, high: float, count: int, seed: int) -> Array:
    """`count` random numbers between low and high, (count,), as many in 0.01 to 0.1 as in 0.1 to 1.

    The logarithm is uniform.  Bergstra and Bengio, Random search for hyper-parameter optimization (2012).
    """
    rng = np.random.default_rng(seed)
    return np.exp(rng.uniform(np.log(low), np.log(high), count))  # (count,)
