"""Is an answer right?  If not, the first thing about it that differs, in a sentence."""

from dataclasses import dataclass
from numbers import Number
from typing import Any

import numpy as np

from helpers.exercises.call_result import CallResult, form, is_sequence, leaves

CACHE = ("A_prev", "W", "Z", "A")  # of a layer of the deep network
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
    def lost(self) -> bool:
        """Is there a nan or an inf in the answer?"""
        return self.given is not None and not np.isfinite(self.given).all()


def names(name: str, value: Any) -> list[str]:
    """What the lecture calls the arrays in a value: [(w, b)], [(dW1, db1), (dW2, db2)], (A1, A2), (W, b).

    A name such as "dZ2, dW2, db2" names them one by one.
    """
    found = _names(name, value)
    count = len(list(leaves(value)))
    return found if len(found) == count else [f"{name}, part {part}" for part in range(1, count + 1)]


def _names(name: str, value: Any) -> list[str]:
    if not is_sequence(value):
        return [name]
    if name == "layer" and len(value) == 2:
        return ["W", "b"]
    if ", " in name:
        return name.split(", ")
    if name == "cache":
        return list(CACHE)
    if name == "caches":
        return [f"{part}, layer {layer}" for layer, _ in enumerate(value, 1) for part in CACHE]
    if any(hasattr(leaf, "name") for leaf in leaves(value)):
        return [f"g{layer}" for layer, _ in enumerate(value, 1)]
    if not _is_layers(value):
        letter = "A" if name == "activations" else name
        return [f"{letter}{layer}" for layer, _ in enumerate(leaves(value), 1)]
    d = "d" if name == "gradients" else ""
    if len(value) == 1:
        return [f"{d}w", f"{d}b"]
    return [f"{d}{letter}{layer}" for layer in range(1, len(value) + 1) for letter in "Wb"]


def _is_layers(value: Any) -> bool:
    return all(is_sequence(layer) and len(layer) == 2 for layer in value)


def difference(given: Any, needed: Any, name: str, loose: bool = False) -> Difference | None:
    """The first difference between an answer and the one needed; None if there is none.

    Lists and tuples are the same, and a single number within them may be a float, () or (1, 1).
    loose: so may a single number that stands alone, and nan equals nan: to recognise a mistake.
    """
    if given is None:
        return Difference("It returns None: is the `return` missing?")
    if form(given) != form(needed):
        listed = isinstance(given, list) and isinstance(needed, np.ndarray)
        fix = " Turn it into one: np.array(...)." if listed else ""
        return Difference(f"It returns {kind(given)}; needed is {wanted(needed, name)}.{fix}")
    parts = zip(names(name, needed), leaves(given), leaves(needed), strict=True)
    found = (_leaf(g, n, part, loose, loose or is_sequence(needed)) for part, g, n in parts)
    return next(filter(None, found), None)


def _leaf(given: Any, needed: Any, name: str, loose: bool, single: bool) -> Difference | None:
    """The first difference between two arrays; single: a single number may come in any shape."""
    if not _is_numeric(given):
        return Difference(f"{name} is {kind(given)}; needed is {kind(needed, single)}.")
    g, n = np.shape(given), np.shape(needed)
    if g != n and not (single and np.size(given) == np.size(needed) == 1):
        return Difference(_shapes(name, given, needed), name, needed, given)
    wrong = _wrong_numbers(np.asarray(given), np.reshape(needed, g), loose)
    if not wrong.any():
        return None
    place = tuple(int(i) for i in np.argwhere(wrong)[0])
    sentence = _numbers(name, np.asarray(given), wrong, place)
    return Difference(sentence, name, np.reshape(needed, g), given, place)


def _is_numeric(value: Any) -> bool:
    return isinstance(value, (np.ndarray, np.generic, Number)) and np.asarray(value).dtype.kind in "biuf"


def _wrong_numbers(given: Any, needed: Any, loose: bool) -> Any:
    return ~np.isclose(given, needed, RELATIVE, ABSOLUTE, equal_nan=loose)


def _shapes(name: str, given: Any, needed: Any) -> str:
    """What is wrong with a shape, and where to look."""
    g, n = np.shape(given), np.shape(needed)
    if not n:
        return f"{name} is {kind(given)}; needed is one number: a sum or a mean over everything."
    message = f"{name} has shape {g}" if g else f"{name} is a single number"
    if len(g) == 1 and len(n) == 2:
        fix = f"keep the axis with keepdims=True, or end with .reshape{n}"
        return f"{message}, neither a row nor a column (the rank-1 trap); needed is {n}: {fix}."
    if g == n[::-1]:
        return f"{message}; needed is {n}. Rows and columns have changed places: look at every .T."
    return f"{message}; needed is {n}. Write the shape of each step beside it: where does it part?"


def _numbers(name: str, given: Any, wrong: Any, place: tuple[int, ...]) -> str:
    """Which numbers are wrong."""
    where = f" in {wrong.sum()} of {wrong.size} places, first at {list(place)}" if not wrong.all() else ""
    if not np.isfinite(given[wrong]).all():
        return f"{name} holds nan or inf{where}."
    if given.ndim == 0:
        return f"{name} is another number than the one needed."
    return f"{name} has the right shape, but wrong numbers{where}."


def kind(value: Any, single: bool = False) -> str:
    """What a value is, in the words of the course; single: an array of one number counts as a number."""
    if is_sequence(value):
        return f"a {type(value).__name__} of {len(value)} thing{'s' * (len(value) != 1)}"
    if not isinstance(value, (np.ndarray, np.generic, Number)):
        return "None" if value is None else f"a {type(value).__name__}"
    array = np.asarray(value)
    words = "" if array.dtype.kind in "biuf" else f" of type {array.dtype}"
    one = array.ndim == 0 or (single and array.size == 1)
    return ("a number" if one else f"an array of shape {array.shape}") + words


def wanted(needed: Any, name: str) -> str:
    """What is needed, spelled out where it is a list of layers: [(dw, db)]."""
    if not is_sequence(needed):
        return kind(needed)
    parts = names(name, needed)
    if not _is_layers(needed):
        return f"({', '.join(parts)})"
    pairs = ", ".join(f"({W}, {b})" for W, b in zip(parts[::2], parts[1::2], strict=False))
    return f"[{pairs}], a list with a pair for each layer"


def same(a: CallResult, b: CallResult, name: str) -> bool:
    """Did two functions do the same with one input?  Exceptions are the same if they are of one type."""
    if a.error or b.error:
        return type(a.error) is type(b.error)
    return a.changed == b.changed and difference(a.value, b.value, name, loose=True) is None
