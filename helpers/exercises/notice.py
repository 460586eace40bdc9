"""Does the answer take notice of every input?  Another b1 must give another answer, if it does so for ours."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from helpers.exercises.call_result import CallResult, call, leaves
from helpers.exercises.exercise import Exercise
from helpers.exercises.labels import names
from helpers.exercises.sizes import named, replaced

TRIED = 3  # inputs on which what is needed is tried: the largest ones, which have every part


def unnoticed(exercise: Exercise, function: Callable[..., Any], results: Sequence[CallResult], part: str) -> list[str]:
    """The inputs on which this part of the answer does not depend, though what is needed does."""
    cases = [case for case, result in enumerate(results) if not result.error]
    wanted = list(named(exercise, exercise.cases[cases[-1]]))
    wanted = [name for name in wanted if "A again" not in name and f"Z{name[1:]}" not in set(wanted) - {name}]
    matters = (name for name in wanted if _matters(exercise, cases[-TRIED:], name, part))
    return [name for name in matters if _never_changes(exercise, function, results, cases, name, part)]


def _matters(exercise: Exercise, cases: Sequence[int], name: str, part: str) -> bool:
    """Does what is needed depend on this input?"""
    for case in cases:
        before = part_of(exercise, call(exercise.reference, exercise.cases[case]), part)
        for inputs in altered(exercise, exercise.cases[case], name):
            ours = call(exercise.reference, inputs)
            if not ours.error and not _equal(part_of(exercise, ours, part), before):
                return True
    return False


def _never_changes(
    exercise: Exercise,
    function: Callable[..., Any],
    results: Sequence[CallResult],
    cases: Sequence[int],
    name: str,
    part: str,
) -> bool:
    """Does no other value change the answer to any input?  A step or an argmax answers to large changes alone."""
    for case in cases:
        before = part_of(exercise, results[case], part)
        if before is None:  # an input with fewer layers
            continue
        if not np.isfinite(before).all():
            return False
        for inputs in altered(exercise, exercise.cases[case], name):
            if call(exercise.reference, inputs).error:
                continue
            theirs = part_of(exercise, call(function, inputs), part)
            if theirs is None or not _equal(theirs, before):
                return False
    return True


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
        yield -3 * value
        yield value + 5
        yield value - 5


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
