"""Run the learner's function on every input, compare, and find the words for what comes out."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import cache
from inspect import Parameter, signature
from typing import Any

from helpers.exercises import contract, outside, report
from helpers.exercises.call_result import CallResult, call
from helpers.exercises.clues import clue
from helpers.exercises.compare import Difference, difference, same
from helpers.exercises.digits import rounded
from helpers.exercises.exercise import Exercise
from helpers.exercises.printed import labelled
from helpers.exercises.speed import slowness
from helpers.validation import unchecked

Function = Callable[..., Any]


@dataclass(frozen=True)
class Finding:
    """state: "open", "tried" or "done"; text: what the learner reads; in_use: does the course run on it from here?"""

    state: str
    text: str
    in_use: bool = False


def grade(exercise: Exercise, function: Function) -> Finding:
    """Is this function right?"""
    if function is exercise.reference:
        return Finding("open", report.not_written(exercise.name))
    if sentence := contract.odd_kind(function):
        return _tried(exercise, sentence)
    results = run(function, exercise.cases)
    if any(result.not_written for result in results):
        return Finding("open", report.not_written(exercise.name))
    found = _judged(exercise, function, results)
    prints = next((text for case, each in enumerate(results) if (text := labelled(each.printed, case))), "")
    return replace(found, text=f"{found.text}\n\n{prints}") if prints else found


def _judged(exercise: Exercise, function: Function, results: list[CallResult]) -> Finding:
    if sentence := contract.broken(exercise, function):
        return _tried(exercise, sentence)
    needed = [known(exercise, exercise.reference, case) for case in range(len(results))]
    problems = [problem(exercise, case, result) for case, result in enumerate(results)]
    if any(result.error for result in results) or any(problems):
        return Finding("tried", wrong(exercise, function, results, needed, problems))
    if found := late_problem(exercise, function, results, needed):
        return Finding("tried", report.wrong(exercise, 0, found, ""))
    if slow := slowness(exercise, function):
        return Finding("done", report.slow(exercise, slow.times, slow.minutes))
    return Finding("done", report.right(exercise), in_use=True)


def _tried(exercise: Exercise, sentence: str) -> Finding:
    return Finding("tried", report.wrong(exercise, 0, Difference(sentence), ""))


def run(function: Function, cases: Sequence[Any]) -> list[CallResult]:
    """What the function does with each input, up to the one at which patience was lost."""
    results: list[CallResult] = []
    with bound_to_own_name(function):
        for inputs in cases:
            results.append(call(function, inputs))
            if results[-1].endless:
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
    between = exercise.between(*exercise.cases[case]) if exercise.between else None
    found = difference(result.value, known(exercise, exercise.reference, case).value, exercise.returns, between)
    if found and found.not_finite and result.warning:
        return replace(found, sentence=f"{found.sentence} NumPy warned: {result.warning}.")
    return found


def wrong(
    exercise: Exercise,
    function: Function,
    results: list[CallResult],
    needed: list[CallResult],
    problems: list[Difference | None],
) -> str:
    """What a wrong answer is told: about an exception first, then about a shape, then about numbers."""
    with bound_to_own_name(function):
        words = diagnose(exercise, results) or ("" if results[-1].endless else clue(exercise, function, results, needed))
    warned = outside.warning(function)
    errors = [(case, result.error) for case, result in enumerate(results) if result.error]
    if errors:
        case, error = errors[-1] if results[-1].endless else errors[0]
        return report.raised(exercise, case, function, error, " ".join(filter(None, [words, warned])))
    case, found = worst(problems)
    if found.sentence == NONE:
        return _nothing(exercise, case, results, words)
    known_mistake = words and words == diagnose(exercise, results)
    shown = "" if known_mistake or words and not (found.form or found.not_finite) else found.sentence
    return report.wrong(exercise, case, found, " ".join(filter(None, [shown, words, warned])))


NONE = "It returns None."


def worst(problems: Sequence[Difference | None]) -> tuple[int, Difference]:
    """The first answer of a wrong shape; if there is none, the first with wrong numbers."""
    found = [(case, each) for case, each in enumerate(problems) if each]
    return next(((case, each) for case, each in found if each.form), found[0])


def _nothing(exercise: Exercise, case: int, results: list[CallResult], words: str) -> str:
    """None on every input, or on some of them only."""
    if all(result.value is None for result in results):
        return report.wrong(exercise, case, Difference(words or f"{NONE[:-1]}: is the `return` missing?"), "")
    return report.no_answer(exercise, case, "It returns None for the input below, and an answer for others: one way "
                            "through the function has no `return`.")


def late_problem(
    exercise: Exercise, function: Function, results: list[CallResult], needed: list[CallResult]
) -> Difference | None:
    """What can be wrong with numbers that are right: changed inputs, other defaults, lost digits."""
    if sentence := changed(exercise, results):
        return Difference(diagnose(exercise, results) or sentence)
    if sentence := defaults(exercise, function):
        return Difference(sentence)
    if exercise.all_digits and (sentence := rounded(results, needed)):
        return Difference(sentence)
    return None


def changed(exercise: Exercise, results: list[CallResult]) -> str:
    """Which inputs the function changes, and how."""
    arrays = {i for result in results for i in result.changed if i not in result.rebuilt}
    rebuilt = {i for result in results for i in result.rebuilt}
    if not arrays | rebuilt:
        return ""
    names = " and ".join(exercise.arguments[i] for i in sorted(arrays | rebuilt))
    how = (
        "pop, append or [0] = ... write into the caller's list. Make a new list instead."
        if rebuilt
        else "-= and the like write into the caller's array. Make a new array instead."
    )
    return f"The answer is right, but the function changes its input {names} on the way: {how}"


def defaults(exercise: Exercise, function: Function) -> str:
    """Is the answer another one where the notebook leaves the last inputs out?"""
    if not exercise.optional:
        return ""
    for inputs in exercise.cases:
        short = inputs[: -exercise.optional]
        found = difference(call(function, short).value, call(exercise.reference, short).value, exercise.returns)
        if found:
            wanted = ", ".join(f"{name}={value!r}" for name, value in exercise.defaults.items())
            return f"The answer is right, but not where {', '.join(exercise.defaults)} is left out. Its default: {wanted}."
    return ""


def diagnose(exercise: Exercise, results: list[CallResult]) -> str:
    """What the first known mistake that does the same with every input has to say."""
    for mistake in exercise.mistakes:
        if all(_same(exercise, mistake.wrong, case, result) for case, result in enumerate(results)):
            return mistake.diagnosis
    return ""


def _same(exercise: Exercise, wrong: Function, case: int, result: CallResult) -> bool:
    """A mistake that is built of our helpers may raise their sentence, or that of NumPy which it hides."""
    between = exercise.between(*exercise.cases[case]) if exercise.between else None
    return same(result, known(exercise, wrong, case), between) or (
        result.error is not None and same(result, known(exercise, wrong, case, checked=False))
    )


@cache
def known(exercise: Exercise, function: Function, case: int, checked: bool = True) -> CallResult:
    """What the reference or a known mistake does with an input: the same at each check."""
    inputs = exercise.cases[case]
    with nullcontext() if checked else unchecked():
        return call(function, inputs[: _taken(function, len(inputs))])


def _taken(function: Function, count: int) -> int:
    """How many of the inputs a known mistake takes."""
    kinds = [parameter.kind for parameter in signature(function).parameters.values()]
    return count if Parameter.VAR_POSITIONAL in kinds else min(count, len(kinds))
