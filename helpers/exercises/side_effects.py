"""What can be wrong with a function whose numbers are right: changed inputs, other defaults, lost digits."""

from collections.abc import Callable, Sequence
from typing import Any

from helpers.exercises.call_result import CallResult, call
from helpers.exercises.compare import difference
from helpers.exercises.digits import rounded
from helpers.exercises.exercise import Exercise
from helpers.exercises.known import diagnosis


def besides(
    exercise: Exercise, function: Callable[..., Any], results: Sequence[CallResult], needed: Sequence[CallResult]
) -> str:
    """The first thing that is wrong besides the numbers, in a sentence; "" if nothing is."""
    if sentence := changed(exercise, results):
        return diagnosis(exercise, results) or sentence
    if sentence := other_default(exercise, function):
        return sentence
    return rounded(results, needed) if exercise.all_digits else ""


def changed(exercise: Exercise, results: Sequence[CallResult]) -> str:
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


def other_default(exercise: Exercise, function: Callable[..., Any]) -> str:
    """Is the answer another one where the notebook leaves the last inputs out?"""
    names = list(exercise.defaults)
    for inputs in exercise.cases if names else ():
        short = inputs[: -len(names)]
        result, ours = call(function, short), call(exercise.reference, short)
        if result.error or difference(result.value, ours.value, exercise.returns, exercise.free_at(short)):
            wanted = ", ".join(f"{name}={value!r}" for name, value in exercise.defaults.items())
            return f"The answer is right, but not where {', '.join(names)} is left out. Its default is {wanted}."
    return ""
