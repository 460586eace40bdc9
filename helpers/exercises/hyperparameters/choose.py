"""choose: the run with the least cost."""

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.hyperparameters.inputs import COSTS
from helpers.sweeps import choose
from helpers.validation import Array


def _last(costs: Array) -> int:
    return len(costs) - 1 - choose(costs[::-1])


def _loop_from_zero(costs: Array) -> int:
    """The loop that begins with best = 0 and compares with <, where a nan at the start is never passed."""
    best = 0
    for k, cost in enumerate(costs):
        if cost < costs[best]:
            best = k
    return best


CHOOSE = Exercise(
    reference=choose,
    section="Choose, then judge",
    returns="best",
    cases=COSTS,
    hints=(
        "np.argmin(costs) gives the place of the least number, the first of equal ones. What does it make of nan?",
        "A run that failed left nan. No comparison with nan is true, and np.argmin takes nan for the least. "
        "np.nanargmin passes over it.",
        "One line: return np.nanargmin(costs).",
    ),
    mistakes=(
        Mistake(
            lambda costs: int(np.argmin(costs)),
            "A run that failed is chosen: nan counts as the least here. Leave out what is nan.",
        ),
        Mistake(
            lambda costs: int(np.nanargmax(costs)),
            "This is the run with the largest cost. The least is wanted.",
        ),
        Mistake(
            lambda costs: int(np.argmax(costs)),
            "This is the run with the largest cost, and nan counts as larger still. The least is wanted.",
        ),
        Mistake(
            lambda costs: float(np.nanmin(costs)),
            "This is the least cost itself. Which run has it? Return its number.",
        ),
        Mistake(
            lambda costs: float(np.min(costs)),
            "This is the least cost itself, or nan. Which run has it? Return its number.",
        ),
        Mistake(
            _last,
            "Where two runs are equal, this is the last one. Of equal ones take the first.",
        ),
        Mistake(
            lambda costs: choose(costs) + 1,
            "This counts from 1. The first run has the number 0, as in costs[0].",
        ),
        Mistake(
            lambda costs: int(np.argmin(costs[~np.isnan(costs)])),
            "The runs that failed are taken out first, and then those behind them have other numbers. "
            "Count in the whole list.",
        ),
        Mistake(
            lambda costs: int(np.argmin(np.nan_to_num(costs))),
            "nan has become 0 here, and 0 is less than any cost: a run that failed is chosen. Leave it out.",
        ),
        Mistake(
            _loop_from_zero,
            "The loop begins at run 0, and if that failed, no comparison with its nan is true. "
            "Begin at a run that came to an end.",
        ),
        Mistake(
            lambda costs: int(np.nanargmin(np.abs(costs))),
            "The signs are dropped here, so a number below 0 counts for its size. The least is wanted.",
        ),
        Mistake(
            lambda costs: np.argsort(costs),
            "These are all the runs in the order of their costs. The first of them alone is wanted.",
        ),
        Mistake(
            lambda costs: np.flatnonzero(costs == np.nanmin(costs)),
            "These are all the runs with the least cost, in an array. One number is wanted: the first.",
        ),
    ),
)
