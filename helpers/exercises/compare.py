"""Is an answer right?  If not, the first thing about it that differs, in a sentence."""

from dataclasses import dataclass
from numbers import Number
from typing import Any

import numpy as np

from helpers.exercises.call_result import CallResult, is_sequence, leaves, nesting
from helpers.exercises.labels import EachLayer, Label, names, spelled_out

RELATIVE, ABSOLUTE = 1e-5, 1e-6  # float32 passes, a wrong formula does not


@dataclass(frozen=True)
class Difference:
    """What is wrong with an answer; `part`, `needed` and `given` if there is something to show side by side.

    place: the index of the first wrong number, if the shape is right
    """

    sentence: str
    part: str = ""
    needed: Any = None
    given: Any = None
    place: tuple[int, ...] = ()

    @property
    def not_finite(self) -> bool:
        """Is there a nan or an inf in the answer?"""
        return self.given is not None and not np.isfinite(self.given).all()


def difference(given: Any, needed: Any, label: Label) -> Difference | None:
    """The first difference between an answer and the one needed; None if there is none.

    Lists and tuples are the same, and a single number within them may be a float, () or (1, 1).
    """
    if given is None:
        return Difference("It returns None: is the `return` missing?")
    if nesting(given) != nesting(needed):
        listed = isinstance(given, list) and isinstance(needed, np.ndarray)
        fix = " Turn it into one: np.array(...)." if listed else ""
        return Difference(f"It returns {describe(given)}; needed is {describe_needed(needed, label)}.{fix}")
    parts = zip(names(label, needed), leaves(given), leaves(needed), strict=True)
    single = is_sequence(needed)
    return next(filter(None, (_array_difference(g, n, name, single) for name, g, n in parts)), None)


def _array_difference(given: Any, needed: Any, name: str, single: bool, equal_nan: bool = False) -> Difference | None:
    """The first difference between two arrays; single: a single number may come in any shape."""
    if not _is_numeric(given):
        return Difference(f"{name} is {describe(given)}; needed is {describe(needed, single)}.")
    g, n = np.shape(given), np.shape(needed)
    if g != n and not (single and np.size(given) == np.size(needed) == 1):
        return Difference(_shape_sentence(name, given, needed), name, needed, given)
    wrong = _wrong_numbers(np.asarray(given), np.reshape(needed, g), equal_nan)
    if not wrong.any():
        return None
    place = tuple(int(i) for i in np.argwhere(wrong)[0])
    sentence = _number_sentence(name, np.asarray(given), wrong, place)
    return Difference(sentence, name, np.reshape(needed, g), given, place)


def _is_numeric(value: Any) -> bool:
    return isinstance(value, (np.ndarray, np.generic, Number)) and np.asarray(value).dtype.kind in "biuf"


def _wrong_numbers(given: Any, needed: Any, equal_nan: bool) -> Any:
    return ~np.isclose(given, needed, RELATIVE, ABSOLUTE, equal_nan=equal_nan)


def _shape_sentence(name: str, given: Any, needed: Any) -> str:
    """What is wrong with a shape, and where to look."""
    g, n = np.shape(given), np.shape(needed)
    if not n:
        return f"{name} is {describe(given)}; needed is one number: a sum or a mean over everything."
    message = f"{name} has shape {g}" if g else f"{name} is a single number"
    if len(g) == 1 and len(n) == 2:
        fix = f"keep the axis with keepdims=True, or end with .reshape{n}"
        return f"{message}, neither a row nor a column (the rank-1 trap); needed is {n}: {fix}."
    if g == n[::-1]:
        return f"{message}; needed is {n}. Rows and columns have changed places: look at every .T."
    return f"{message}; needed is {n}. Write the shape beside each line of yours: which is the first wrong one?"


def _number_sentence(name: str, given: Any, wrong: Any, place: tuple[int, ...]) -> str:
    """Which numbers are wrong."""
    where = f" in {wrong.sum()} of {wrong.size} places, first at {list(place)}" if not wrong.all() else ""
    if not np.isfinite(given[wrong]).all():
        return f"{name} holds nan or inf{where}."
    if given.ndim == 0:
        return f"{name} is another number than the one needed."
    return f"{name} has the right shape, but wrong numbers{where}."


def describe(value: Any, single: bool = False) -> str:
    """What a value is, in the words of the course; single: an array of one number counts as a number."""
    if is_sequence(value):
        return f"a {type(value).__name__} of {len(value)} thing{'s' * (len(value) != 1)}"
    if not isinstance(value, (np.ndarray, np.generic, Number)):
        return "None" if value is None else f"a {type(value).__name__}"
    array = np.asarray(value)
    words = "" if array.dtype.kind in "biuf" else f" of type {array.dtype}"
    one = array.ndim == 0 or (single and array.size == 1)
    return ("a number" if one else f"an array of shape {array.shape}") + words


def describe_needed(needed: Any, label: Label) -> str:
    """What is needed, spelled out if it has parts: (dZ2, dW2, db2), or [(dw, db)]."""
    if isinstance(label, str):
        return describe(needed)
    layers = ", a list with a pair for each layer" if isinstance(label, EachLayer) else ""
    return spelled_out(label, needed) + layers


def same(a: CallResult, b: CallResult) -> bool:
    """Did two functions do the same with one input?  Exceptions are the same if they are of one type.

    Looser than `difference`, to recognise a mistake: a number may come in any shape, and nan equals nan.
    """
    if a.error or b.error:
        return type(a.error) is type(b.error)
    if a.changed != b.changed or nesting(a.value) != nesting(b.value):
        return False
    pairs = zip(leaves(a.value), leaves(b.value), strict=True)
    return all(_array_difference(given, needed, "", single=True, equal_nan=True) is None for given, needed in pairs)
