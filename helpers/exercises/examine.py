"""Run the learner's function on every input, compare, and find the words for what comes out."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from helpers.exercises import report
from helpers.exercises.compare import Difference, difference, recognise
from helpers.exercises.exercise import Exercise
from helpers.exercises.outcome import Outcome, call, finite

Function = Callable[..., Any]


@dataclass(frozen=True)
class Finding:
    """state: "open", "tried" or "done"; text: what the learner reads."""

    state: str
    text: str


def examine(exercise: Exercise, function: Function) -> Finding:
    """Is this function right?"""
    outcomes = run(function, exercise.cases)
    if function is exercise.reference or any(outcome.unwritten for outcome in outcomes):
        return Finding("open", report.not_written(exercise.name))
    for case, (outcome, inputs) in enumerate(zip(outcomes, exercise.cases, strict=False)):
        if interrupted(outcomes) and outcome is not outcomes[-1]:
            continue
        found = problem(outcome, call(exercise.reference, inputs), exercise)
        if outcome.error or found:
            return Finding("tried", _words(exercise, case, function, outcomes, found))
    return Finding("done", report.right(exercise))


def run(function: Function, cases: Sequence[Any]) -> list[Outcome]:
    """What the function does with each input, up to the one at which the learner lost patience."""
    outcomes: list[Outcome] = []
    with itself(function):
        for inputs in cases:
            outcomes.append(call(function, inputs))
            if interrupted(outcomes):
                break
    return outcomes


@contextmanager
def itself(function: Function) -> Iterator[None]:
    """If the function uses its own name, it meets itself there, and not what an earlier run of the cell left."""
    scope = getattr(function, "__globals__", {})
    before = {name: scope[name] for name in [function.__name__] if name in scope}
    scope[function.__name__] = function
    try:
        yield
    finally:
        del scope[function.__name__]
        scope.update(before)


def interrupted(outcomes: list[Outcome]) -> bool:
    """Did the learner stop it?"""
    return isinstance(outcomes[-1].error, KeyboardInterrupt)


def problem(outcome: Outcome, needed: Outcome, exercise: Exercise) -> Difference | None:
    """What is wrong with one answer, apart from an exception."""
    found = difference(outcome.value, needed.value, exercise.returns)
    if (
        found
        and outcome.warning
        and found.given is not None
        and finite(found.given).size < np.size(found.given)
    ):
        return replace(found, sentence=f"{found.sentence} NumPy warned: {outcome.warning}.")
    if found or not outcome.changed:
        return found
    changed = " and ".join(exercise.arguments[i] for i in outcome.changed)
    said = f"The answer is right, but the function changes its input {changed} on the way"
    return Difference(f"{said}: -= and the like write into the caller's array. Make a new array instead.")


def diagnose(exercise: Exercise, outcomes: list[Outcome]) -> str:
    """What the first known mistake that does the same has to say."""
    for mistake in exercise.mistakes:
        if recognise(outcomes, run(mistake.wrong, exercise.cases), exercise.returns):
            return mistake.diagnosis
    return ""


def _words(
    exercise: Exercise, case: int, function: Function, outcomes: list[Outcome], found: Difference | None
) -> str:
    diagnosis = "" if interrupted(outcomes) else diagnose(exercise, outcomes)
    error = outcomes[case].error
    if error or not found:
        return report.raised(exercise, case, function, error or AssertionError(), diagnosis)
    return report.wrong(exercise, case, found, diagnosis)
