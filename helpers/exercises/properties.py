"""What holds for all that is needed, and not for what is given: each column sums to 1, nothing is below 0."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from helpers.exercises.relations import Part

ENOUGH = 12  # numbers: what holds for fewer may do so by chance
TOLERANCE = 1e-9

OF_TABLES: dict[str, Callable[[Any], Any]] = {
    "each column sums to 1": lambda n: _are(n.sum(axis=0), 1).all(),
    "each column has length 1 or is 0": lambda n: (_are(_lengths(n), 1) | ~n.any(axis=0)).all(),
    "each row has the mean 0": lambda n: _are(n.mean(axis=1), 0).all(),
}
BOUNDS = {"nothing is below 0": (-1, 0), "nothing is above 1": (1, 1), "nothing is below -1": (-1, -1)}


def missing(parts: Sequence[Part], of_one: bool = True) -> str:
    """The first property that all that is needed has, and not all that is given; "" if there is none.

    of_one: is the answer one array?  In one of several it may be chance, but that all is 0.
    """
    needed, given = ([np.asarray(array, float) for array in arrays] for arrays in _sides(parts))
    if sum(array.size for array in needed) < ENOUGH:
        return ""
    if not any(array.any() for array in needed):
        return "everything is 0"
    if not of_one:
        return ""
    for words, holds in OF_TABLES.items():
        if _are_tables(needed) and all(map(holds, needed)) and not all(map(holds, given)):
            return words
    for words, (side, bound) in BOUNDS.items():  # a bound that is not reached may be chance
        if abs(_furthest(needed, side) - side * bound) < TOLERANCE < _furthest(given, side) - side * bound:
            return words
    return ""


def _sides(parts: Sequence[Part]) -> tuple[list[Any], list[Any]]:
    return [part.needed for part in parts], [part.given for part in parts if np.isfinite(part.given).all()]


def _are_tables(arrays: Sequence[Any]) -> bool:
    """All of rank 2, and at least one with several rows and columns: of a single row a column says nothing."""
    return all(array.ndim == 2 for array in arrays) and any(min(array.shape) > 1 for array in arrays)


def _furthest(arrays: Sequence[Any], side: int) -> float:
    """The largest number of all; side -1: minus the least."""
    return max((float(np.max(side * array)) for array in arrays), default=-np.inf)


def _lengths(array: Any) -> Any:
    return np.sqrt(np.sum(array**2, axis=0))


def _are(array: Any, number: float) -> Any:
    return np.abs(array - number) < TOLERANCE
