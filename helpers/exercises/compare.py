"""Is an answer right?  If not, the first thing about it that differs, in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from numbers import Number
from typing import Any

import numpy as np

from helpers.exercises.outcome import Outcome, form, is_sequence, leaves

RELATIVE, ABSOLUTE = 1e-5, 1e-6  # float32 passes, a wrong formula does not


@dataclass(frozen=True)
class Difference:
    """What is wrong with an answer; `needed` and `given` are shown side by side if there is a part to point at."""

    sentence: str
    part: str = ""
    needed: Any = None
    given: Any = None


def names(name: str, value: Any) -> list[str]:
    """What the lecture calls the arrays in a value: [(w, b)], [(W1, b1), (W2, b2)], with a d before gradients."""
    if not is_sequence(value):
        return [name]
    if not all(is_sequence(layer) and len(layer) == 2 for layer in value):
        return [f"{name}[{i}]" for i, _ in enumerate(leaves(value))]
    d = "d" if name.startswith("grad") else ""
    if len(value) == 1:
        return [f"{d}w", f"{d}b"]
    return [f"{d}{letter}{layer}" for layer in range(1, len(value) + 1) for letter in "Wb"]


def difference(given: Any, needed: Any, name: str, loose: bool = False) -> Difference | None:
    """The first difference between an answer and the one needed; None if there is none.

    Lists and tuples are the same, and a single number within them may be a float, () or (1, 1).
    loose: so may a single number that stands alone, and nan equals nan: to recognise a mistake.
    """
    if given is None:
        return Difference("It returns None: is the `return` missing?")
    if form(given) != form(needed):
        mend = " Turn it into one: np.array(...)." if isinstance(given, list) and np.ndim(needed) == 2 else ""
        return Difference(f"It returns {kind(given)}; needed is {wanted(needed, name)}.{mend}")
    for part, g, n in zip(names(name, needed), leaves(given), leaves(needed), strict=True):
        sentence = _leaf(g, n, part, loose or is_sequence(needed)) or _values(g, n, part, loose)
        if sentence:
            return Difference(
                sentence, part, n, g if isinstance(g, (np.ndarray, np.generic, Number)) else None
            )
    return None


def _leaf(given: Any, needed: Any, name: str, single: bool) -> str:
    """What is wrong with the type or the shape of one array."""
    if not isinstance(given, (np.ndarray, np.generic, Number)) or np.asarray(given).dtype.kind not in "biuf":
        return f"{name} is {kind(given)}; needed is {kind(needed)}."
    g, n = np.shape(given), np.shape(needed)
    if g == n or (single and np.size(given) == np.size(needed) == 1):
        return ""
    if len(g) == 1 and len(n) == 2:
        mend = f"keep the axis with keepdims=True, or end with .reshape{n}"
        return f"{name} has shape {g}: neither a row nor a column (the rank-1 trap). Needed is {n}: {mend}."
    if g == n[::-1]:
        return f"{name} has shape {g}, needed is {n}: rows and columns have changed places. Look at every .T."
    if not n:
        return f"{name} is {kind(given)}, needed is a single number: a sum or a mean over all examples."
    return f"{name} is {kind(given)}, needed is {kind(needed)}: write the shape of each step beside it."


def _values(given: Any, needed: Any, name: str, loose: bool) -> str:
    """What is wrong with the numbers of one array whose shape is right."""
    given, needed = np.asarray(given), np.asarray(needed).reshape(np.shape(given))
    lost = ~np.isfinite(given) & np.isfinite(needed)
    if lost.any() and not loose:
        return f"{name} holds {given[lost][0]}{_where(lost)}."
    wrong = ~np.isclose(given, needed, RELATIVE, ABSOLUTE, equal_nan=loose)
    count = f" in {wrong.sum()} of {wrong.size} places" if 0 < wrong.sum() < wrong.size else ""
    return f"{name} has the right shape and wrong numbers{count}{_where(wrong)}." if wrong.any() else ""


def _where(mask: Any) -> str:
    """The first place, if there is more than one to look at and not all of them are meant."""
    first = ", ".join(map(str, np.argwhere(mask)[0])) if mask.any() else ""
    return f", the first at [{first}]" if first and not mask.all() else ""


def kind(value: Any) -> str:
    """What a value is, in the words of the course."""
    if isinstance(value, np.ndarray) and value.ndim:
        words = "" if value.dtype.kind in "biuf" else f" of type {value.dtype}"
        return f"an array of shape {value.shape}{words}"
    if isinstance(value, (np.ndarray, np.generic, Number)):
        return "a number" if np.asarray(value).dtype.kind in "biuf" else f"of type {np.asarray(value).dtype}"
    if is_sequence(value):
        return f"a {type(value).__name__} of {len(value)}"
    return "None" if value is None else f"a {type(value).__name__}"


def wanted(needed: Any, name: str) -> str:
    """What is needed, spelled out where it is a list of layers: [(dw, db)]."""
    if not is_sequence(needed):
        return kind(needed)
    pairs = iter(names(name, needed))
    return f"[{', '.join(f'({W}, {b})' for W, b in zip(pairs, pairs, strict=False))}], a list with a pair for each layer"


def same(a: Outcome, b: Outcome, name: str) -> bool:
    """Did two functions do the same with one input?  Exceptions are the same if they are of one type."""
    if a.error or b.error:
        return type(a.error) is type(b.error)
    return a.changed == b.changed and difference(a.value, b.value, name, loose=True) is None


def recognise(outcomes: Sequence[Outcome], wrong: Sequence[Outcome], name: str) -> bool:
    """Did the learner's function do what this mistake does, with every input?"""
    return all(same(a, b, name) for a, b in zip(outcomes, wrong, strict=True))
