"""Are the inputs taken, or the answers given, in another order?"""

from collections.abc import Callable, Sequence
from itertools import combinations, permutations
from typing import Any

from helpers.exercises.call_result import CallResult, call, is_sequence
from helpers.exercises.compare import difference
from helpers.exercises.contract import other_order
from helpers.exercises.exercise import Exercise
from helpers.exercises.labels import EachLayer

Answers = Sequence[CallResult]


def exchanged_parameters(exercise: Exercise, function: Callable[..., Any], needed: Answers) -> str:
    """A sentence if the `def` has the names of the exercise in another order, and the answer is right in that order."""
    if (order := other_order(exercise, function)) and _right_in_order(exercise, function, needed, order):
        taken = ", ".join(exercise.arguments[i] for i in order)
        return f"Your def takes ({taken}). The course calls {exercise.call}, in this order: take them so."
    return ""


def exchanged_inputs(exercise: Exercise, function: Callable[..., Any], needed: Answers) -> str:
    """A sentence if the answer is right with two inputs exchanged; "" if it isn't."""
    count = range(len(exercise.arguments))
    for i, j in combinations(count, 2):
        order = [j if k == i else i if k == j else k for k in count]
        if _right_in_order(exercise, function, needed, order):
            first, second = exercise.arguments[i], exercise.arguments[j]
            return f"{first} and {second} have changed places: each in the other's place, and the answer is right."
    return ""


def _right_in_order(exercise: Exercise, function: Callable[..., Any], needed: Answers, order: Sequence[int]) -> bool:
    for case, ours in zip(exercise.cases, needed, strict=True):
        result = call(function, tuple(case[i] for i in order))
        if result.error or difference(result.value, ours.value, exercise.returns):
            return False
    return True


def exchanged_outputs(exercise: Exercise, results: Answers, needed: Answers) -> str:
    """A sentence if the parts of the answer are right, and only in another order; "" if they aren't."""
    if not isinstance(exercise.returns, tuple):
        return ""
    for order in permutations(range(len(exercise.returns))):
        if all(_right_after(exercise, *pair, order) for pair in zip(results, needed, strict=True)):
            wanted = ", ".join(each.name if isinstance(each, EachLayer) else str(each) for each in exercise.returns)
            return f"The values are right, but they come in another order. Needed is ({wanted.replace(chr(39), '')})."
    return ""


def _right_after(exercise: Exercise, result: CallResult, ours: CallResult, order: Sequence[int]) -> bool:
    if not is_sequence(result.value) or len(result.value) != len(order):
        return False
    return difference([result.value[i] for i in order], ours.value, exercise.returns) is None
