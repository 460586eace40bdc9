"""Run the learner's function on every input, compare, and find the words for what comes out."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from helpers.exercises import report
from helpers.exercises.call_result import CallResult, call
from helpers.exercises.compare import Difference, difference, same
from helpers.exercises.exercise import Exercise
from helpers.exercises.verdict import Verdict

Function = Callable[..., Any]


@dataclass(frozen=True)
class Finding:
    """state: "open", "tried" or "done"; verdict: what the learner reads."""

    state: str
    verdict: Verdict

    @property
    def text(self) -> str:
        """The verdict as plain text."""
        return self.verdict.text


def grade(exercise: Exercise, function: Function) -> Finding:
    """Is this function right?"""
    if function is exercise.reference:
        return Finding("open", report.not_written(exercise.name))
    results = run(function, exercise.cases)
    if any(result.not_written for result in results):
        return Finding("open", report.not_written(exercise.name))
    if isinstance(error := results[-1].error, KeyboardInterrupt):
        return Finding("tried", report.raised(exercise, len(results) - 1, function, error, ""))
    for case, result in enumerate(results):
        if result.error:
            diagnosis = diagnose(exercise, results)
            return Finding("tried", report.raised(exercise, case, function, result.error, diagnosis))
        if found := problem(exercise, case, result):
            return Finding("tried", report.wrong(exercise, case, found, diagnose(exercise, results)))
    return Finding("done", report.right(exercise))


def run(function: Function, cases: Sequence[Any]) -> list[CallResult]:
    """What the function does with each input, up to the one at which the learner lost patience."""
    results: list[CallResult] = []
    with bound_to_own_name(function):
        for inputs in cases:
            results.append(call(function, inputs))
            if isinstance(results[-1].error, KeyboardInterrupt):
                break
    return results


@contextmanager
def bound_to_own_name(function: Function) -> Iterator[None]:
    """While it is tested, a function's own name means the function itself, not what an earlier run of the cell left."""
    scope = getattr(function, "__globals__", {})
    before = {name: scope[name] for name in [function.__name__] if name in scope}
    scope[function.__name__] = function
    try:
        yield
    finally:
        del scope[function.__name__]
        scope.update(before)


def problem(exercise: Exercise, case: int, result: CallResult) -> Difference | None:
    """What is wrong with one answer; None if it is right."""
    found = difference(result.value, known(exercise, exercise.reference, case).value, exercise.returns)
    if found and found.not_finite and result.warning:
        return replace(found, sentence=f"{found.sentence} NumPy warned: {result.warning}.")
    if found or not result.changed:
        return found
    changed = " and ".join(exercise.arguments[i] for i in result.changed)
    return Difference(
        f"The answer is right, but the function changes its input {changed} on the way: "
        "-= and the like write into the caller's array. Make a new array instead."
    )


def diagnose(exercise: Exercise, results: list[CallResult]) -> str:
    """What the first known mistake that does the same with every input has to say."""
    for mistake in exercise.mistakes:
        if all(same(result, known(exercise, mistake.wrong, case)) for case, result in enumerate(results)):
            return mistake.diagnosis
    return ""


@cache
def known(exercise: Exercise, function: Function, case: int) -> CallResult:
    """What the reference or a known mistake does with an input: the same at each check."""
    return call(function, exercise.cases[case])
