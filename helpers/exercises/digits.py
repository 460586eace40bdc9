"""Are the digits there that a gradient check needs?  Rounded numbers and float32 look right and are not enough."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from helpers.exercises.call_result import CallResult, leaves

WHY = "The gradient check further down takes differences of nearly equal numbers: it needs all the digits."


def rounded(results: Sequence[CallResult], needed: Sequence[CallResult]) -> str:
    """How the digits were lost, in a sentence; "" if they are all there."""
    pairs = [pair for result, ours in zip(results, needed, strict=True) for pair in _floats(result.value, ours.value)]
    if _loses(pairs, lambda array: np.asarray(array, np.float32)):
        return f"The answer is right, but in float32, to 7 digits. {WHY} Leave the type of the numbers as it is."
    for places in range(1, 11):
        if _loses(pairs, lambda array, places=places: np.round(array, places)):  # type: ignore[misc]
            return f"The answer is right, but rounded to {places} places. {WHY} Return it as it is."
    return ""


def _floats(given: Any, needed: Any) -> list[tuple[Any, Any]]:
    pairs = zip(leaves(given), leaves(needed), strict=True)
    return [(np.asarray(g), np.reshape(n, np.shape(g))) for g, n in pairs if np.asarray(n).dtype.kind == "f"]


def _loses(pairs: Sequence[tuple[Any, Any]], shorten: Callable[[Any], Any]) -> bool:
    """Are all the numbers given, but not those needed, what is left after shortening?"""
    same = all(np.array_equal(g, shorten(g)) for g, _ in pairs)
    return same and not all(np.array_equal(n, shorten(n)) for _, n in pairs)
