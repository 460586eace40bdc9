"""Which run is the best, and what the search for it costs.  Notebook 07, "Choose, then judge"."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from helpers.sweeps.search_space import grid
from helpers.validation import Array, Function, check_count, numbers, validated


def _check_costs(costs: Any) -> None:
    costs = numbers(costs, "costs")
    if costs.ndim != 1 or len(costs) == 0:
        raise ValueError(f"costs has shape {costs.shape}; it must be (runs,), a number for each run")
    if np.isnan(costs).all():
        raise ValueError("every cost is nan: no run came to an end, so there is none to choose")


@validated(_check_costs)
def choose(costs: Array) -> int:
    """The number of the run with the least cost, counted from 0, the first of equal ones; nan: the run failed."""
    done = np.flatnonzero(~np.isnan(costs))  # (runs that came to an end,)
    return int(done[np.argmin(costs[done])])


def _check_run(run: Any, values: Any) -> None:
    if not callable(run):
        raise TypeError(f"run is {run!r:.40}; it must be a function that takes a value of each list")


@validated(_check_run)
def grid_search(run: Function, values: Sequence[Any]) -> tuple[Array, float]:
    """The row of the grid for which run(*row) is least, (hyperparameters,), and that cost."""
    rows = grid(values)  # (runs, hyperparameters)
    costs = np.array([run(*row) for row in rows])  # (runs,)
    best = choose(costs)
    return rows[best], costs[best]


def _check_search(counts: Any, seeds: Any, iterations: Any) -> None:
    for each in np.ravel(counts).tolist() or [None]:
        check_count(each, "a number of values")
    check_count(seeds, "seeds")
    check_count(iterations, "iterations")


@validated(_check_search)
def cost_of_search(counts: Array, seeds: int, iterations: int) -> tuple[int, int]:
    """How many runs, and how many steps in all: every combination, from `seeds` starts each."""
    runs = int(np.prod(counts)) * seeds  # as many for each start
    return runs, runs * iterations
