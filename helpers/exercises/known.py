"""What the reference and the known mistakes do with the inputs of an exercise, and which mistake an answer is."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from functools import cache
from inspect import Parameter, signature
from typing import Any

from helpers.exercises.call_result import CallResult, call
from helpers.exercises.compare import same
from helpers.exercises.exercise import Exercise
from helpers.validation import checking

Function = Callable[..., Any]


def needed(exercise: Exercise, case: int) -> CallResult:
    """What the reference does with an input."""
    return _known(exercise, exercise.reference, case)


def diagnosis(exercise: Exercise, results: Sequence[CallResult]) -> str:
    """What the first known mistake that does the same with every input has to say."""
    for mistake in exercise.mistakes:
        if all(_same(exercise, mistake.wrong, case, result) for case, result in enumerate(results)):
            return mistake.diagnosis
    return ""


def _same(exercise: Exercise, wrong: Function, case: int, result: CallResult) -> bool:
    """A mistake that is built of our helpers may raise their sentence, or that of NumPy which it hides."""
    if same(result, _known(exercise, wrong, case), exercise.free(case)):
        return True
    return result.error is not None and same(result, _known(exercise, wrong, case, checked=False))


@cache
def _known(exercise: Exercise, function: Function, case: int, checked: bool = True) -> CallResult:
    inputs = exercise.cases[case]
    with nullcontext() if checked else checking(False):
        return call(function, inputs[: taken(function, len(inputs))])


def taken(function: Function, count: int) -> int:
    """How many of the inputs a known mistake takes."""
    kinds = [parameter.kind for parameter in signature(function).parameters.values()]
    return count if Parameter.VAR_POSITIONAL in kinds else min(count, len(kinds))
