"""Which run is the best, and what the search for it costs.  Notebook 07, "Choose, then judge"."""

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any

import numpy as np

from helpers.validation import check_count, numbers, validated


def _check_costs(costs: Any) -> None:
    costs = numbers(costs, "costs")
    if costs.ndim != 1 or len(costs) == 0:
        raise ValueError(f"costs has shape {costs.shape}; it must be a list of numbers, one for each run")
    if np.isnan(costs).all():
        raise ValueError("every cost is nan: no run came to an end, so there is none to choose")


@validated(_check_costs)
def choose(costs: Sequence[float]) -> int:
    """The number of the run with the least cost, counted from 0; of equal ones the first.

    costs: (runs,), nan where a run failed; such a run is never chosen.
    """
    known = np.flatnonzero(~np.isnan(costs))
    return int(known[np.argmin(np.asarray(costs)[known])])


def _check_search(values: Any, seeds: Any, iterations: Any) -> None:
    if not isinstance(values, Mapping) or not values:
        raise TypeError(f"the values are {values!r:.60}; they must be a dict of lists, such as {{'units': [2, 4]}}")
    check_count(seeds, "seeds")
    check_count(iterations, "iterations")


@validated(_check_search)
def cost_of_search(values: Mapping[str, Sequence[Any]], seeds: int, iterations: int) -> tuple[int, int]:
    """How many runs, and how many steps in all: every combination of the values, from `seeds` starts each."""
    runs = prod(len(each) for each in values.values()) * seeds
    return runs, runs * iterations
