"""Right, but slow?  The lines of Python that it runs tell, the same on every machine; a clock tells how slow."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from inspect import unwrap
from time import perf_counter
from types import FrameType
from typing import Any

from helpers.exercises.call_result import call
from helpers.exercises.exercise import Exercise, Work

MANY = 60_000_000  # lines of Python in the cells below: at a microsecond or so for each, a minute
PATIENCE = 2.0  # seconds for one call; a slower one counts as this slow
ROUNDS = 3

Clock = Callable[[], float]


@dataclass(frozen=True)
class Slowness:
    """How many times slower than ours, and how many minutes the cells below would take."""

    times: float
    minutes: float


def slowness(exercise: Exercise, function: Callable[..., Any], clock: Clock = perf_counter) -> Slowness | None:
    """How slow a right function is, if it loops in Python; None if not, or if the exercise asks for loops."""
    work = exercise.work
    if work is None or lines(function, work) * work.calls <= MANY:
        return None
    theirs, ours = best(function, work, clock), best(exercise.reference, work, clock)
    return Slowness(theirs / max(ours, 1e-9), theirs * work.calls / 60)


def lines(function: Callable[..., Any], work: Work) -> int:
    """How many lines run in one call, the learner's and those of ours that they call; enough is enough."""
    enough, count, before = MANY // work.calls + 1, 0, sys.gettrace()
    own = getattr(unwrap(function), "__globals__", None)

    def note(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        if frame.f_globals is not own and not _is_formula(frame):
            return None
        count += event in ("call", "line")
        if count < enough:
            return note
        sys.settrace(before)
        return None

    def traced(*given: Any) -> Any:
        sys.settrace(note)
        try:
            return function(*given)
        finally:
            sys.settrace(before)

    call(traced, work.inputs, PATIENCE)
    return count


def _is_formula(frame: FrameType) -> bool:
    """Is it one of the course's functions, and not what looks at their arguments?"""
    name = str(frame.f_globals.get("__name__"))
    return name.startswith("helpers.") and not name.startswith("helpers.validation")


def best(function: Callable[..., Any], work: Work, clock: Clock) -> float:
    """The shortest of a few calls, in seconds: a busy machine only lengthens them.  A slow one is called once."""
    shortest = PATIENCE
    for _ in range(ROUNDS):
        start = clock()
        call(function, work.inputs, PATIENCE)
        shortest = min(shortest, clock() - start)
        if shortest >= PATIENCE:
            break
    return shortest
