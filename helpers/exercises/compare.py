"""Is an answer right?  If not, the first thing about it that differs, in a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass
from numbers import Integral, Number
from typing import Any

import numpy as np

from helpers.exercises.call_result import CallResult, is_sequence, leaves, parted, same_nesting
from helpers.exercises.labels import Label, names
from helpers.exercises.plain_words import signature_of
from helpers.exercises.structure import describe, misplaced

RELATIVE, ABSOLUTE = 1e-5, 1e-6  # float32 passes, a wrong formula does not
ONE = ((), (1, 1))  # the shapes of a single number within an answer
SHOWN = 10_000  # numbers: larger answers of a wrong shape are not looked at
TRACE = "Write the shape beside each line of yours: which is the first wrong one?"

Between = tuple[Any, Any] | None


@dataclass(frozen=True)
class Difference:
    """What is wrong with an answer; `part`, `needed` and `given` if there is something to show side by side.

    place: the index of the first wrong number, if the shape is right
    wrong: where the wrong numbers are, if the shape is right
    form:  is it what kind of thing comes back, or its shape, and not its numbers?
    """

    sentence: str
    part: str = ""
    needed: Any = None
    given: Any = None
    place: tuple[int, ...] = ()
    wrong: Any = None
    form: bool = False

    @property
    def not_finite(self) -> bool:
        """Is there a nan or an inf in the answer?"""
        return not self.form and self.given is not None and not np.isfinite(self.given).all()


def difference(given: Any, needed: Any, label: Label, between: Between = None) -> Difference | None:
    """The first difference between an answer and the one needed; None if there is none.

    Lists and tuples are the same, so is an array of plain numbers, and a single number within them may be a float, ()
    or (1, 1).  A shape that is wrong in any of several arrays is told before numbers.  between: the least and the
    largest right answer, where it is free.
    """
    given = parted(given, needed)
    if given is None:
        return Difference("It returns None: is the `return` missing?", form=True)
    if sentence := misplaced(given, needed, label):
        return Difference(sentence, form=True)
    found = list(differences(given, needed, label, between).values())
    return next((each for each in found if each.form), found[0] if found else None)


def differences(given: Any, needed: Any, label: Label, between: Between = None) -> dict[str, Difference]:
    """What is wrong in each array of an answer that is nested as the one needed: name -> difference."""
    single = is_sequence(needed)
    parts = zip(names(label, needed), leaves(given), leaves(needed), strict=True)
    found = {name: _form(g, n, name, single) or _numbers(g, n, name, between) for name, g, n in parts}
    return {name: each for name, each in found.items() if each}


def _form(given: Any, needed: Any, name: str, single: bool) -> Difference | None:
    """Is it an array of the shape needed?  single: a single number may be bare, or (1, 1)."""
    if not is_numeric(given):
        return Difference(f"{name} is {describe(given)}; needed is {describe(needed, single)}.", form=True)
    if isinstance(given, np.matrix):
        return Difference(f"{name} is a np.matrix, whose * is another product. Use np.array.", form=True)
    if isinstance(needed, Integral) and not isinstance(given, (Integral, np.integer, np.bool_)):
        return Difference(f"{name} is {given!r}, a float; the next cell needs a whole number, an int.", form=True)
    g, n = np.shape(given), np.shape(needed)
    if g == n or (single and g in ONE and n in ONE):
        return None
    sentence = _shape_sentence(name, given, needed)
    if np.size(given) > SHOWN:
        return Difference(sentence, form=True)
    return Difference(sentence, name, needed, given, form=True)


def _numbers(given: Any, needed: Any, name: str, between: Between = None) -> Difference | None:
    needed = np.reshape(needed, np.shape(given))
    wrong = wrong_numbers(np.asarray(given), needed, between)
    if not wrong.any():
        return None
    place = tuple(int(i) for i in np.argwhere(wrong)[0])
    return Difference(_number_sentence(name, np.asarray(given), wrong, place), name, needed, given, place, wrong)


def is_numeric(value: Any) -> bool:
    """An array or a number, of a type to calculate with?"""
    return isinstance(value, (np.ndarray, np.generic, Number)) and np.asarray(value).dtype.kind in "biuf"


def wrong_numbers(given: Any, needed: Any, between: Between = None, equal_nan: bool = False) -> Any:
    """Where two arrays of one shape differ; with `between` every number from the low to the high is right."""
    wrong = ~np.isclose(given, needed, RELATIVE, ABSOLUTE, equal_nan=equal_nan)
    if between is not None:
        low, high = between
        wrong &= ~((given >= low - ABSOLUTE) & (given <= high + ABSOLUTE))
    return wrong


def _shape_sentence(name: str, given: Any, needed: Any) -> str:
    """What is wrong with a shape, and where to look."""
    g, n = np.shape(given), np.shape(needed)
    if not n and np.size(given) == 1 and _as_needed(np.reshape(given, ()), needed):
        return f"{name} is {describe(given)}, with the right number in it; needed is the number: .item() takes it out."
    if not n:
        return f"{name} is {describe(given)}; needed is one number: a sum or a mean over everything."
    message = f"{name} has shape {g}" if g else f"{name} is a single number"
    if len(g) == 1 and len(n) == 2 and np.size(given) == np.size(needed):
        fix = f"keep the axis with keepdims=True, or end with .reshape{n}"
        trap = f"{message}, neither a row nor a column (the rank-1 trap); needed is {n}"
        return f"{trap}: {fix}." if _as_needed(np.reshape(given, n), needed) else f"{trap}. {TRACE}"
    if g == n[::-1] and _as_needed(np.transpose(given), needed):
        fix = "is there a .T too many or too few, or a size exchanged?"
        return f"{message}; needed is {n}. Rows and columns have changed places: {fix}"
    return f"{message}; needed is {n}. {TRACE}"


def _as_needed(given: Any, needed: Any) -> bool:
    """Are the numbers right, once the shape is?"""
    return not wrong_numbers(given, needed).any()


def _number_sentence(name: str, given: Any, wrong: Any, place: tuple[int, ...]) -> str:
    """Which numbers are wrong."""
    where = f" in {wrong.sum()} of {wrong.size} places, first at {list(place)}" if not wrong.all() else ""
    if not np.isfinite(given[wrong]).all():
        return f"{name} holds nan or inf{where}."
    if given.ndim == 0:
        return f"{name} is another number than the one needed."
    return f"{name} has the right shape, but wrong numbers{where}."


def same(a: CallResult, b: CallResult, between: Between = None) -> bool:
    """Did two functions do the same with one input?  Exceptions are the same if they are of one type and say the same.

    Looser than `difference`, to recognise a mistake: a number may come in any shape, and nan equals nan.
    """
    if a.error and b.error:
        return signature_of(a.error) == signature_of(b.error)
    if a.error or b.error:
        return False
    if (a.changed, a.rebuilt) != (b.changed, b.rebuilt) or not same_nesting(a.value, b.value):
        return False
    return all(same_array(given, needed, between) for given, needed in _pairs(a.value, b.value))


def _pairs(a: Any, b: Any) -> Iterator[tuple[Any, Any]]:
    return zip(leaves(a), leaves(b), strict=True)


def same_array(a: Any, b: Any, between: Between = None) -> bool:
    """The same numbers in the same shape; a single one in any shape."""
    if not (is_numeric(a) and is_numeric(b)) or np.size(a) != np.size(b):
        return a is b
    if np.shape(a) != np.shape(b) and np.size(a) != 1:
        return False
    wrong = wrong_numbers(np.asarray(a), np.reshape(b, np.shape(a)), equal_nan=True)
    if between is not None and np.shape(between[0]) == np.shape(a):
        wrong &= np.equal(*between)  # where the answer is free, it tells no mistakes apart
    return not wrong.any()
