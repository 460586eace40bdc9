"""What can be said of a wrong answer that stands in no list: only what holds on every input."""

from collections.abc import Callable, Iterator, Sequence, Sized
from functools import cache
from typing import Any

import numpy as np

from helpers.exercises.call_result import CallResult, call, leaves, same_nesting
from helpers.exercises.compare import is_numeric, wrong_numbers
from helpers.exercises.exchanged import exchanged_inputs
from helpers.exercises.exercise import Exercise
from helpers.exercises.labels import EachLayer, names
from helpers.exercises.notice import unnoticed
from helpers.exercises.places import area, lines
from helpers.exercises.properties import missing
from helpers.exercises.relations import Part, relation
from helpers.exercises.sizes import sizes
from helpers.wording import listed

FEW = 6  # names in a sentence

Answers = Sequence[CallResult]
Pairs = dict[int, tuple[Any, Any]]  # number of the input -> given and needed


def clue(exercise: Exercise, function: Callable[..., Any], results: Answers, needed: Answers) -> str:
    """The most telling true sentences about a wrong answer; "" if there are none."""
    if sentence := exchanged_inputs(exercise, function, needed):
        return sentence
    if any(result.error for result in results):
        return ""
    nested = zip(results, needed, strict=True)
    if not all(same_nesting(theirs.value, ours.value) for theirs, ours in nested):
        return ""
    return _of_parts(exercise, function, results, _parts(exercise, results, needed))


def _parts(exercise: Exercise, results: Answers, needed: Answers) -> dict[str, Pairs]:
    """The arrays of all answers by their names."""
    parts: dict[str, Pairs] = {}
    for case, (result, ours) in enumerate(zip(results, needed, strict=True)):
        pairs = zip(leaves(result.value), leaves(ours.value), strict=True)
        for name, pair in zip(names(exercise.returns, ours.value), pairs, strict=True):
            parts.setdefault(name, {})[case] = pair
    return parts


def _of_parts(exercise: Exercise, function: Callable[..., Any], results: Answers, parts: dict[str, Pairs]) -> str:
    """What is wrong with each part of the answer, and which are right."""
    wrong = {name: pairs for name, pairs in parts.items() if not all(_right(exercise, i, *p) for i, p in pairs.items())}
    found = {name: _about(exercise, function, results, name, pairs) for name, pairs in wrong.items()}
    right = [name for name in parts if name not in wrong]
    sentences = _together(found)
    if not wrong:
        return ""
    if right and isinstance(exercise.returns, EachLayer):
        sentences.append(f"Wrong: {_listed(list(wrong))}. Right: {_listed(right)}.")
    elif right:
        sentences.append(f"{_listed(right)} {_is(right)} right, {_listed(list(wrong))} {_is(wrong)} not.")
    return " ".join(sentences)


def _listed(names: Sequence[str], last: str = "and") -> str:
    """The names; of many the first one alone, and their number."""
    if len(names) <= FEW:
        return listed(list(names), last)
    return f"{names[0]} {last} {len(names) - 1} other arrays"


def _right(exercise: Exercise, case: int, given: Any, needed: Any) -> bool:
    if not is_numeric(given) or np.size(given) != np.size(needed):
        return False
    if np.shape(given) != np.shape(needed) and np.size(needed) > 1:
        return False
    return not wrong_numbers(np.asarray(given), np.reshape(needed, np.shape(given)), exercise.free(case)).any()


def _together(found: dict[str, str]) -> list[str]:
    """One sentence for all the names of which the same is to be said."""
    sentences = []
    for words in dict.fromkeys(filter(None, found.values())):
        own = [name for name, each in found.items() if each == words]
        sentences.append(words.format(name=_listed(own), s=_is(own)))
    return sentences


def _is(names: Sized) -> str:
    return "is" if len(names) == 1 else "are"


def _numbers(pairs: Pairs) -> Iterator[tuple[int, tuple[Any, Any]]]:
    """The pairs with True and False as 1 and 0, which can be subtracted."""
    for case, pair in pairs.items():
        given, needed = (np.asarray(each, float) if np.asarray(each).dtype == bool else each for each in pair)
        yield case, (given, needed)


def _about(exercise: Exercise, function: Callable[..., Any], results: Answers, name: str, pairs: Pairs) -> str:
    """A sentence with {name} and {s} in it, about one part; "" if nothing is certain."""
    if not all(is_numeric(given) for given, _ in pairs.values()):
        return ""
    parts = [Part(given, needed, sizes(exercise, exercise.cases[case])) for case, (given, needed) in _numbers(pairs)]
    if words := relation(parts):
        return f"{{name}} {{s}} {words}, on every input."
    if ignored := unnoticed(exercise, function, results, name):
        given = [f"the {each} given" if each == name else each for each in ignored]
        return f"{{name}} {{s}} the same whatever {_listed(given, 'or')} {_is(given)}."
    if any(np.shape(part.given) != np.shape(part.needed) for part in parts):
        return ""
    wrong = [wrong_numbers(np.asarray(given), np.asarray(needed)) for given, needed in pairs.values()]
    return _where(exercise, pairs, wrong) or (
        _property(parts, isinstance(exercise.returns, str)) if _most(wrong) else ""
    )


def _most(wrong: Sequence[Any]) -> bool:
    """Are at least half of all numbers wrong?  If it is a few, where they are tells more."""
    return 2 * sum(map(np.count_nonzero, wrong)) >= sum(map(np.size, wrong))


def _property(parts: Sequence[Part], of_one: bool) -> str:
    """What holds for all that is needed, and should for what is given; of_one: is the answer one array?"""
    words = missing(parts, of_one=of_one)
    return f"In what is needed {words}. In your {{name}} that is not so." if words else ""


def _where(exercise: Exercise, pairs: Pairs, wrong: Sequence[Any]) -> str:
    """In which places a part is wrong, if an input or the shape tells."""
    if element_by_element(exercise):
        name, values = exercise.arguments[0], [exercise.cases[case][0] for case in pairs]
        if words := area(wrong, values):
            return f"{{name}} {{s}} wrong only where {name} is {words}, and right elsewhere."
    words = lines(wrong)
    return f"{{name}} {{s}} {words}." if words else ""


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
