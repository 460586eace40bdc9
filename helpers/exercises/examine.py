"""Run the learner's function on every input, compare, and find the words for what comes out."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from helpers.exercises import report
from helpers.exercises.compare import Difference, difference, same
from helpers.exercises.exercise import Exercise
from helpers.exercises.outcome import Outcome, call

Function = Callable[..., Any]


@dataclass(frozen=True)
class Finding:
    """state: "open", "tried" or "done"; text: what the learner reads."""

    state: str
    text: str


def examine(exercise: Exercise, function: Function) -> Finding:
    """Is this function right?"""
    if function is exercise.reference:
        return Finding("open", report.not_written(exercise.name))
    outcomes = run(function, exercise.cases)
    if any(outcome.unwritten for outcome in outcomes):
        return Finding("open", report.not_written(exercise.name))
    if isinstance(error := outcomes[-1].error, KeyboardInterrupt):
        return Finding("tried", report.raised(exercise, len(outcomes) - 1, function, error, ""))
    for case, outcome in enumerate(outcomes):
        if outcome.error:
            diagnosis = diagnose(exercise, outcomes)
            return Finding("tried", report.raised(exercise, case, function, outcome.error, diagnosis))
        if found := problem(exercise, case, outcome):
            return Finding("tried", report.wrong(exercise, case, found, diagnose(exercise, outcomes)))
    return Finding("done", report.right(exercise))


def run(function: Function, cases: Sequence[Any]) -> list[Outcome]:
    """What the function does with each input, up to the one at which the learner lost patience."""
    outcomes: list[Outcome] = []
    with itself(function):
        for inputs in cases:
            outcomes.append(call(function, inputs))
            if isinstance(outcomes[-1].error, KeyboardInterrupt):
                break
    return outcomes


@contextmanager
def itself(function: Function) -> Iterator[None]:
    """A function that uses its own name meets itself there, not what an earlier run of the cell left."""
    scope = getattr(function, "__globals__", {})
    before = {name: scope[name] for name in [function.__name__] if name in scope}
    scope[function.__name__] = function
    try:
        yield
    finally:
        del scope[function.__name__]
        scope.update(before)


def problem(exercise: Exercise, case: int, outcome: Outcome) -> Difference | None:
    """What is wrong with one answer; None if it is right."""
    needed = call(exercise.reference, exercise.cases[case])
    found = difference(outcome.value, needed.value, exercise.returns)
    if found and found.lost and outcome.warning:
        return replace(found, sentence=f"{found.sentence} NumPy warned: {outcome.warning}.")
    if found or not outcome.changed:
        return found
    changed = " and ".join(exercise.arguments[i] for i in outcome.changed)
    said = f"The answer is right, but the function changes its input {changed} on the way"
    return Difference(f"{said}: -= and the like write into the caller's array. Make a new array instead.")


def diagnose(exercise: Exercise, outcomes: list[Outcome]) -> str:
    """What the first known mistake that does the same with every input has to say."""
    for mistake in exercise.mistakes:
        wrong = (call(mistake.wrong, inputs) for inputs in exercise.cases)
        if all(same(a, b, exercise.returns) for a, b in zip(outcomes, wrong, strict=True)):
            return mistake.diagnosis
    return ""
