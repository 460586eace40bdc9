"""Does the answer take notice of every input?  Another b1 must give another answer, if it does so for ours."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from helpers.exercises.call_result import CallResult, call, leaves
from helpers.exercises.exercise import Exercise
from helpers.exercises.labels import names
from helpers.exercises.sizes import named, replaced

TRIED = 3  # inputs: the largest ones, which have every part


def unnoticed(exercise: Exercise, function: Callable[..., Any], results: Sequence[CallResult], part: str) -> list[str]:
    """The inputs on which this part of the answer does not depend, though what is needed does."""
    cases = [case for case, result in enumerate(results) if not result.error][-TRIED:]
    wanted = [name for name in named(exercise, exercise.cases[cases[-1]]) if "A again" not in name]
    return [name for name in wanted if _never_changes(exercise, function, results, cases, name, part)]


def _never_changes(
    exercise: Exercise,
    function: Callable[..., Any],
    results: Sequence[CallResult],
    cases: Sequence[int],
    name: str,
    part: str,
) -> bool:
    seen = False
    for case in cases:
        before = part_of(exercise, call(exercise.reference, exercise.cases[case]), part)
        for inputs in altered(exercise, exercise.cases[case], name):
            ours = call(exercise.reference, inputs)
            if ours.error or _equal(part_of(exercise, ours, part), before):
                continue
            theirs = part_of(exercise, call(function, inputs), part)
            if theirs is None or not _equal(theirs, part_of(exercise, results[case], part)):
                return False
            seen = True
            break
    return seen


def altered(exercise: Exercise, inputs: tuple[Any, ...], name: str) -> Iterator[tuple[Any, ...]]:
    """The same inputs with another array of this name, in ways of which one is valid."""
    for i, (label, value) in enumerate(zip(exercise.labels, inputs, strict=True)):
        own = names(label, value)
        if name in own:
            place = own.index(name)
            for new in _others(list(leaves(value))[place]):
                yield (*inputs[:i], replaced(value, place, new), *inputs[i + 1 :])


def _others(value: Any) -> Iterator[Any]:
    if isinstance(value, int):
        yield value + 1
    elif isinstance(value, (float, np.ndarray)):
        yield value * 1.3 + 0.1
        yield 1 - value
        yield value * 0.9 + 0.05
        yield value * 0.5


def part_of(exercise: Exercise, result: CallResult, part: str) -> Any:
    """The array of this name in an answer; None if the answer is nested in another way."""
    if result.error:
        return None
    try:
        return dict(zip(names(exercise.returns, result.value), leaves(result.value), strict=True)).get(part)
    except (TypeError, ValueError, KeyError, IndexError):
        return None


def _equal(a: Any, b: Any) -> bool:
    return bool(np.shape(a) == np.shape(b) and np.array_equal(a, b))
