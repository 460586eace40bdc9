"""What can be said of a wrong answer that stands in no list: only what holds on every input."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import combinations, permutations
from typing import Any

import numpy as np

from helpers.exercises.call_result import CallResult, call, is_sequence, leaves, same_nesting
from helpers.exercises.compare import difference, is_numeric, wrong_numbers
from helpers.exercises.contract import other_order
from helpers.exercises.exercise import Exercise
from helpers.exercises.labels import EachLayer, names
from helpers.exercises.notice import unnoticed
from helpers.exercises.places import area, lines
from helpers.exercises.relations import Part, relation
from helpers.exercises.sizes import named, sizes

Answers = Sequence[CallResult]


def clue(exercise: Exercise, function: Callable[..., Any], results: Answers, needed: Answers) -> str:
    """The most telling true sentence about a wrong answer; "" if there is none."""
    if sentence := exchanged_inputs(exercise, function, needed):
        return sentence
    if any(result.error for result in results):
        return ""
    if sentence := exchanged_outputs(exercise, results, needed):
        return sentence
    pairs = list(zip(results, needed, strict=True))
    if not all(same_nesting(ours.value, theirs.value) for theirs, ours in pairs):
        return ""
    return of_parts(exercise, function, results, needed)


def exchanged_inputs(exercise: Exercise, function: Callable[..., Any], needed: Answers) -> str:
    """Is the answer right if the inputs come in another order?"""
    if order := other_order(exercise, function):
        if _right_in_order(exercise, function, needed, order):
            taken = ", ".join(exercise.arguments[i] for i in order)
            return f"Your def takes ({taken}). The course calls {exercise.call}, in this order: take them so."
    count = range(len(exercise.arguments))
    for i, j in combinations(count, 2):
        order = [j if k == i else i if k == j else k for k in count]
        if _right_in_order(exercise, function, needed, order):
            first, second = exercise.arguments[i], exercise.arguments[j]
            return f"{first} and {second} have changed places: with each in the other's place the answer would be right."
    return ""


def _right_in_order(exercise: Exercise, function: Callable[..., Any], needed: Answers, order: Sequence[int]) -> bool:
    for case, ours in zip(exercise.cases, needed, strict=True):
        result = call(function, tuple(case[i] for i in order))
        if result.error or difference(result.value, ours.value, exercise.returns):
            return False
    return True


def exchanged_outputs(exercise: Exercise, results: Answers, needed: Answers) -> str:
    """Are the parts right, and only in another order?"""
    first = results[-1].value
    if not is_sequence(first) or not is_sequence(needed[-1].value) or isinstance(exercise.returns, (str, EachLayer)):
        return ""
    for order in permutations(range(len(exercise.returns))):
        if all(_right_after(exercise, result, ours, order) for result, ours in zip(results, needed, strict=True)):
            wanted = ", ".join(each if isinstance(each, str) else "..." for each in exercise.returns)
            return f"The values are right, but they come in another order. Needed is ({wanted})."
    return ""


def _right_after(exercise: Exercise, result: CallResult, ours: CallResult, order: Sequence[int]) -> bool:
    if not is_sequence(result.value) or len(result.value) != len(order):
        return False
    return difference([result.value[i] for i in order], ours.value, exercise.returns) is None


def of_parts(exercise: Exercise, function: Callable[..., Any], results: Answers, needed: Answers) -> str:
    """What is wrong with each part of the answer, and which are right."""
    parts = _parts(exercise, results, needed)
    wrong = {name: pairs for name, pairs in parts.items() if not all(_right(exercise, i, *p) for i, p in pairs.items())}
    found = {name: _about(exercise, function, results, name, pairs) for name, pairs in wrong.items()}
    right = [name for name in parts if name not in wrong]
    sentences = _together(found)
    if right and wrong and not isinstance(exercise.returns, EachLayer):
        verb = "is" if len(right) == 1 else "are"
        sentences.append(f"{_listed(right)} {verb} right, {_listed(list(wrong))} {'is' if len(wrong) == 1 else 'are'} not.")
    elif right and wrong:
        sentences.append(f"Wrong: {_listed(list(wrong))}. Right: {_listed(right)}.")
    return " ".join(sentences)


def _together(found: dict[str, str]) -> list[str]:
    """One sentence for all the names of which the same is to be said."""
    sentences: list[str] = []
    for words in dict.fromkeys(filter(None, found.values())):
        own = [name for name, each in found.items() if each == words]
        sentences.append(words.format(name=_listed(own), s="is" if len(own) == 1 else "are"))
    return sentences


def _parts(exercise: Exercise, results: Answers, needed: Answers) -> dict[str, dict[int, tuple[Any, Any]]]:
    """name -> case -> (given, needed)."""
    parts: dict[str, dict[int, tuple[Any, Any]]] = {}
    for case, (result, ours) in enumerate(zip(results, needed, strict=True)):
        for name, *pair in zip(
            names(exercise.returns, ours.value), leaves(result.value), leaves(ours.value), strict=True
        ):
            parts.setdefault(name, {})[case] = (pair[0], pair[1])
    return parts


def _right(exercise: Exercise, case: int, given: Any, needed: Any) -> bool:
    if not is_numeric(given) or np.size(given) != np.size(needed):
        return False
    if np.shape(given) != np.shape(needed) and np.size(needed) > 1:
        return False
    return not wrong_numbers(np.asarray(given), np.reshape(needed, np.shape(given)), exercise.free(case)).any()


def _about(
    exercise: Exercise,
    function: Callable[..., Any],
    results: Answers,
    name: str,
    pairs: dict[int, tuple[Any, Any]],
) -> str:
    """A sentence with {name} and {s} in it, about one part; "" if nothing is certain."""
    if not all(is_numeric(given) for given, _ in pairs.values()):
        return ""
    parts = [Part(given, needed, sizes(exercise, exercise.cases[case])) for case, (given, needed) in pairs.items()]
    if words := relation(parts):
        return f"{{name}} {{s}} {words}, on every input."
    if ignored := unnoticed(exercise, function, results, name):
        return f"{{name}} {{s}} the same whatever {_listed(ignored, 'or')} {'is' if len(ignored) == 1 else 'are'}."
    if all(np.shape(part.given) == np.shape(part.needed) for part in parts):
        return _where(exercise, pairs)
    return ""


def _where(exercise: Exercise, pairs: dict[int, tuple[Any, Any]]) -> str:
    """In which places it is wrong, if an input or the shape tells."""
    wrong = [wrong_numbers(np.asarray(given), np.asarray(needed)) for given, needed in pairs.values()]
    inputs = [named(exercise, exercise.cases[case]) for case in pairs]
    for name in inputs[-1] if element_by_element(exercise) else ():
        if all(name in each and is_numeric(each[name]) for each in inputs):
            if words := area(wrong, [each[name] for each in inputs]):
                return f"{{name}} {{s}} wrong only where {name} is {words}, and right elsewhere."
    if words := lines(wrong):
        return f"{{name}} {{s}} wrong only {words}, and right elsewhere."
    return ""


@cache
def element_by_element(exercise: Exercise) -> bool:
    """Does each number of the answer come from one number of the first input, whatever stands beside it?"""
    Z, *rest = exercise.cases[-1]
    if not isinstance(Z, np.ndarray) or not isinstance(exercise.returns, str):
        return False
    results = [call(exercise.reference, (each, *rest)) for each in (Z, *(np.full((1, 1), z) for z in Z.flat))]
    if any(result.error for result in results):
        return False
    return np.array_equal(np.ravel(results[0].value), np.ravel([result.value for result in results[1:]]))


def _listed(names: Sequence[str], word: str = "and") -> str:
    *most, last = names
    return f"{', '.join(most)} {word} {last}" if most else last
