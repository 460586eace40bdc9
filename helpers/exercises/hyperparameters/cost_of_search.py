"""cost_of_search: how many runs a grid has, and how many steps."""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.hyperparameters.inputs import SEARCHES
from helpers.sweeps import cost_of_search
from helpers.validation import Array


def _runs(runs: Callable[[Array, int], Any]) -> Callable[..., Any]:
    """Another number of runs, and the steps that follow from it."""

    def wrong(counts: Array, seeds: int, iterations: int) -> Any:
        number = runs(counts, seeds)
        return number, number * iterations

    return wrong


def _steps(steps: Callable[[Array, int, int], Any]) -> Callable[..., Any]:
    """The right number of runs with another number of steps."""

    def wrong(counts: Array, seeds: int, iterations: int) -> Any:
        return cost_of_search(counts, seeds, iterations)[0], steps(counts, seeds, iterations)

    return wrong


COST_OF_SEARCH = Exercise(
    reference=cost_of_search,
    section="What does a search cost?",
    returns=("runs", "steps"),
    by_name=("seeds", "iterations"),
    cases=SEARCHES,
    hints=(
        "Two learning rates and three numbers of units: draw the table. How many cells has it? And with a third one?",
        "Every value goes with every other: the counts are multiplied. np.prod(counts) does that for all of them. "
        "Each combination is then started `seeds` times.",
        "runs = np.prod(counts) * seeds. Each run takes `iterations` steps: return runs, runs * iterations.",
    ),
    mistakes=(
        Mistake(
            _runs(lambda counts, seeds: int(counts.sum()) * seeds),
            "The counts are added. Each value goes with every value of the others: draw the table.",
        ),
        Mistake(
            _runs(lambda counts, seeds: int(np.prod(counts))),
            "The seeds are left out. Each combination is run once for each seed.",
        ),
        Mistake(
            _runs(lambda counts, seeds: int(np.prod(counts)) + seeds),
            "The seeds are added. Each combination is run once for each of them.",
        ),
        Mistake(
            _runs(lambda counts, seeds: int(np.prod(counts)) ** seeds),
            "The combinations are raised to a power. With twice as many seeds there are twice as many runs.",
        ),
        Mistake(
            _runs(lambda counts, seeds: len(counts) * seeds),
            "This counts the hyperparameters, not their values. Look at the numbers in counts.",
        ),
        Mistake(
            _runs(lambda counts, seeds: int(counts.max()) * seeds),
            "Only the largest count is used. All hyperparameters vary.",
        ),
        Mistake(
            _runs(lambda counts, seeds: int(counts[0]) * seeds),
            "Only the first count is used. All hyperparameters vary.",
        ),
        Mistake(
            _runs(lambda counts, seeds: counts * seeds),
            "There is a number for each hyperparameter. What is needed is one number of runs for all of them together.",
        ),
        Mistake(
            _steps(lambda counts, seeds, iterations: iterations),
            "The steps are those of a single run. Count those of all runs.",
        ),
        Mistake(
            _steps(lambda counts, seeds, iterations: int(np.prod(counts)) * iterations),
            "The runs are right, but the steps forget the seeds. Every run takes its steps.",
        ),
        Mistake(
            _steps(lambda counts, seeds, iterations: seeds * iterations),
            "The runs are right, but the steps are those of one combination. Every run takes its steps.",
        ),
        Mistake(
            lambda counts, seeds, iterations: cost_of_search(counts, seeds, iterations)[0],
            "The runs are right, and they come alone. Return the steps beside them.",
        ),
    ),
)
