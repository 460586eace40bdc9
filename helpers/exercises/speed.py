"""Right, but slow?  Measured against ours on an input as large as the notebook's."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from helpers.exercises.call_result import call
from helpers.exercises.exercise import Exercise, Work

TIMES, SECONDS = 10, 60.0  # slower than ours by this factor, and so long for the cells below: then it's told
PATIENCE = 2.0  # seconds for one call; a slower one counts as this slow
ROUNDS = 5

Clock = Callable[[], float]


@dataclass(frozen=True)
class Slowness:
    """How many times slower than ours, and how many minutes the cells below would take."""

    times: float
    minutes: float


def slowness(exercise: Exercise, function: Callable[..., Any], clock: Clock = perf_counter) -> Slowness | None:
    """How slow a right function is, if the learner would feel it; None if not, or if the exercise asks for loops."""
    work = exercise.work
    if work is None:
        return None
    theirs = best(function, work, clock)
    if theirs * work.calls < SECONDS:
        return None
    ours = best(exercise.reference, work, clock)
    if theirs < TIMES * ours:
        return None
    return Slowness(theirs / max(ours, 1e-9), theirs * work.calls / 60)


def best(function: Callable[..., Any], work: Work, clock: Clock) -> float:
    """The shortest of a few calls, in seconds: a busy machine only lengthens them.  A slow one is called once."""
    shortest = PATIENCE
    for _ in range(ROUNDS):
        start = clock()
        call(function, work.inputs, PATIENCE)
        shortest = min(shortest, clock() - start)
        if shortest * work.calls < SECONDS or shortest >= PATIENCE:
            break
    return shortest
