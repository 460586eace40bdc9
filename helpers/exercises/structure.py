"""Lists and tuples within an answer, place by place: which thing is not of the kind that is needed there?"""

from numbers import Number
from typing import Any

import numpy as np

from helpers.exercises.call_result import Giant, is_sequence
from helpers.exercises.labels import EachLayer, Label, spelled_out

ORDER = ("first", "second", "third", "fourth", "fifth", "sixth")


def misplaced(given: Any, needed: Any, label: Label, where: str = "It returns") -> str:
    """The first place where lists and tuples are nested in another way, in a sentence; "" if there is none.

    where: how the sentence begins, such as "It returns" or "The second thing must be"
    """
    if not is_sequence(needed):
        return _instead(given, needed, label, where) if is_sequence(given) or _no_array(given) else ""
    if not is_sequence(given) or len(given) != len(needed):
        return _instead(given, needed, label, where)
    for place, (g, n) in enumerate(zip(given, needed, strict=True)):
        if found := misplaced(g, n, *_part(label, place, where)):
            return found
    return ""


def _part(label: Label, place: int, where: str) -> tuple[Label, str]:
    """What the thing at a place is called, and how a sentence about it begins."""
    if isinstance(label, EachLayer):
        item = label.item.format(l=place + 1)
        return _numbered(label.each, place + 1), f"{item[0].upper()}{item[1:]} must be"
    inside = "" if where == "It returns" else f" in {where.removesuffix(' must be').lower()}"
    part = label[place]
    called = part if isinstance(part, str) else part.name if isinstance(part, EachLayer) else ""
    return part, f"The {ORDER[place]} thing{inside}{f', {called},' if called else ''} must be"


def _numbered(label: Label, layer: int) -> Label:
    """A label with the number of its layer in it."""
    if isinstance(label, str):
        return label.format(l=layer)
    assert not isinstance(label, EachLayer)
    return tuple(_numbered(each, layer) for each in label)


def _instead(given: Any, needed: Any, label: Label, where: str) -> str:
    listed = isinstance(given, list) and isinstance(needed, np.ndarray)
    fix = " Turn it into one: np.array(...)." if listed else ""
    wanted = describe_needed(needed, label)
    if where == "It returns":
        return f"It returns {describe(given)}; needed is {wanted}.{fix}"
    return f"{where} {wanted}; yours is {describe(given)}.{fix}"


def _no_array(value: Any) -> bool:
    return value is None or isinstance(value, Giant) or _has_parts(value)


def _has_parts(value: Any) -> bool:
    return hasattr(value, "__len__") and not isinstance(value, (np.ndarray, np.generic))


def describe(value: Any, single: bool = False) -> str:
    """What a value is, in the words of the course; single: an array of one number counts as a number."""
    if isinstance(value, Giant):
        return value.kind
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
    layers = ""
    if isinstance(label, EachLayer):
        layers = f", a list with a {'pair' if not label.name else label.item.split()[0]} for each layer"
    return spelled_out(label, needed) + layers
