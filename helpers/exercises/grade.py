"""Run the learner's function on every input, compare, and find the words for what comes out."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from inspect import isgeneratorfunction
from typing import Any

from helpers.exercises import contract, outside, report
from helpers.exercises.call_result import CallResult, call, gathered, parted
from helpers.exercises.clues import clue
from helpers.exercises.compare import Difference, difference
from helpers.exercises.exchanged import exchanged_outputs, exchanged_parameters
from helpers.exercises.exercise import Exercise
from helpers.exercises.known import diagnosis, needed
from helpers.exercises.printed import shortened
from helpers.exercises.side_effects import besides
from helpers.exercises.speed import slowness
from helpers.exercises.verdict import Verdict

Function = Callable[..., Any]


@dataclass(frozen=True)
class Finding:
    """state: "open", "tried" or "done"; verdict: what the learner reads.

    in_use: does the course run on the function from here?
    """

    state: str
    verdict: Verdict
    in_use: bool = False

    @property
    def text(self) -> str:
        """The verdict as plain text."""
        return self.verdict.text


def grade(exercise: Exercise, function: Function) -> Finding:
    """Is this function right?"""
    if function is exercise.reference:
        return Finding("open", report.not_written(exercise.name))
    if sentence := contract.odd_kind(exercise, function):
        return _tried(exercise, sentence)
    results = run(gathered(function) if isgeneratorfunction(exercise.reference) else function, exercise.cases)
    if any(result.not_written for result in results):
        return Finding("open", report.not_written(exercise.name))
    results = [replace(each, value=parted(each.value, ours.value)) for each, ours in _beside(exercise, results)]
    with bound_to_own_name(function):
        found = _judged(exercise, function, results)
    prints = (shortened(result.printed, case) for case, result in enumerate(results))
    return replace(found, verdict=replace(found.verdict, printed=next(filter(None, prints), "")))


def _judged(exercise: Exercise, function: Function, results: list[CallResult]) -> Finding:
    if sentence := contract.broken(exercise, function):
        return _tried(exercise, sentence)
    problems = [problem(exercise, case, result) for case, result in enumerate(results)]
    if any(problems):
        return Finding("tried", wrong(exercise, function, results, problems))
    if sentence := besides(exercise, function, results, _needed(exercise, results)):
        return _tried(exercise, sentence)
    if slow := slowness(exercise, function):
        return Finding("done", report.slow(exercise, slow.times, slow.minutes))
    return Finding("done", report.right(exercise), in_use=True)


def _tried(exercise: Exercise, sentence: str) -> Finding:
    return Finding("tried", report.wrong(exercise, 0, Difference(sentence), ""))


def _beside(exercise: Exercise, results: Sequence[CallResult]) -> Iterator[tuple[CallResult, CallResult]]:
    return zip(results, _needed(exercise, results), strict=True)


def _needed(exercise: Exercise, results: Sequence[CallResult]) -> list[CallResult]:
    return [needed(exercise, case) for case in range(len(results))]


def run(function: Function, cases: Sequence[Any]) -> list[CallResult]:
    """What the function does with each input, up to the one at which patience was lost."""
    results: list[CallResult] = []
    with bound_to_own_name(function):
        for inputs in cases:
            results.append(call(function, inputs))
            if results[-1].last:
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
    if result.error:
        return Difference(str(result.error))
    found = difference(result.value, needed(exercise, case).value, exercise.returns, exercise.free(case))
    if found and found.not_finite and result.warning:
        return replace(found, sentence=f"{found.sentence} NumPy warned: {result.warning}.")
    return found


def wrong(
    exercise: Exercise, function: Function, results: list[CallResult], problems: Sequence[Difference | None]
) -> Verdict:
    """What a wrong answer is told: about an exception first, then about a shape, then about numbers."""
    known = told = ""
    if not results[-1].last:
        ours = _needed(exercise, results)
        known = exchanged_parameters(exercise, function, ours) or diagnosis(exercise, results)
        known = known or exchanged_outputs(exercise, results, ours)
        told = known or clue(exercise, function, results, ours)
    case, found = worst(results, problems)
    warned = outside.warning(function)
    if error := results[case].error:
        return report.raised(exercise, case, function, error, _joined(told, warned))
    if results[case].value is None and any(result.value is not None for result in results):
        return report.no_answer(
            exercise,
            case,
            "It returns None here, and an answer for other inputs: one way through the function ends without `return`.",
        )
    shown = "" if known or (told and not found.form and not found.not_finite) else found.sentence
    return report.wrong(exercise, case, found, _joined(shown, told, warned))


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def worst(results: Sequence[CallResult], problems: Sequence[Difference | None]) -> tuple[int, Difference]:
    """The input to speak of: what did not end, the first exception, the first wrong shape, the first wrong numbers."""
    found = [(case, each) for case, each in enumerate(problems) if each]
    ranks = [(not results[case].endless, not results[case].error, not each.form, case) for case, each in found]
    return found[ranks.index(min(ranks))]
