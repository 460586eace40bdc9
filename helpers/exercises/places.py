"""Where an answer of the right shape is wrong, if that is told by an input: only where Z is below 0, say."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

AREAS: dict[str, Callable[[Any], Any]] = {
    "0": lambda Z: Z == 0,
    "far above 0": lambda Z: Z > 30,
    "far below 0": lambda Z: Z < -30,
    "far from 0": lambda Z: np.abs(Z) > 30,
    "close to 0": lambda Z: np.abs(Z) < 0.02,
    "below 0": lambda Z: Z < 0,
    "above 0": lambda Z: Z > 0,
    "0 or below": lambda Z: Z <= 0,
    "0 or above": lambda Z: Z >= 0,
    "below 1": lambda Z: Z < 1,
    "above 1": lambda Z: Z > 1,
}


ENOUGH = 3  # arrays with something wrong in them
KINDS = {1: ("number",), 2: ("row", "column")}  # what the axes of an array count


def area(wrong: Sequence[Any], values: Sequence[Any]) -> str:
    """The smallest area in which all wrong places are, with several numbers outside, all right; "" if there is none."""
    if any(np.shape(w) != np.shape(v) for w, v in zip(wrong, values, strict=True)):
        return ""
    for words, inside in AREAS.items():
        masks = [inside(np.asarray(value)) for value in values]
        outside = np.concatenate([np.asarray(v)[~mask] for v, mask in zip(values, masks, strict=True)])
        right_there = not any(np.any(w & ~mask) for w, mask in zip(wrong, masks, strict=True))
        if right_there and len(np.unique(outside)) > 1:
            return words
    return ""


def lines(wrong: Sequence[Any]) -> str:
    """The one row, column or number that is wrong, or right, as "wrong only in the last row, and right elsewhere".

    Empty if there is no such, or if too few arrays have something wrong and others beside it.
    """
    for axis, kind in enumerate(KINDS.get({np.ndim(each) for each in wrong}.pop(), ())):
        for place, words in ((0, "first"), (-1, "last")):
            pairs = [(np.take(each, [place], axis), np.delete(each, place, axis)) for each in wrong]
            if sum(each.any() and rest.size > 0 for each, (_, rest) in zip(wrong, pairs, strict=True)) < ENOUGH:
                continue
            if not any(rest.any() for _, rest in pairs):
                return f"wrong only in the {words} {kind}, and right elsewhere"
            if not any(own.any() for own, _ in pairs) and all(rest.all() for _, rest in pairs):
                return f"right only in the {words} {kind}"
    return ""
