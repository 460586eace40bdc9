"""How an array is related to the one needed, if it is so on every input: m times it, its transpose, its square ..."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

EXAMPLES = ("X", "Y", "A", "A1", "A2", "A_prev", "dZ", "dZ2", "dA", "Z", "B")  # their columns are examples

ENOUGH = 4  # numbers that are not 0: from fewer no factor can be read with certainty

RAVELLED = "what is needed, in an array of rank 1"

SHAPES: dict[str, Callable[[Any], Any]] = {  # what comes out, from the array needed
    "the transpose of what is needed": np.transpose,
    RAVELLED: np.ravel,
    "what is needed, in a row": lambda n: np.reshape(n, (1, -1)),
    "what is needed, in a column": lambda n: np.reshape(n, (-1, 1)),
    "one number, the sum of all that is needed": np.sum,
    "one number, the mean of all that is needed": np.mean,
    "the sum over the columns of what is needed": lambda n: np.sum(n, axis=0),
    "the sum over the rows of what is needed": lambda n: np.sum(n, axis=1),
    "the first row of what is needed, without the others": lambda n: n[:1],
    "the first column of what is needed, without the others": lambda n: n[:, :1],
}

FORMULAS: dict[str, Callable[[Any], Any]] = {
    "0 everywhere": np.zeros_like,
    "1 everywhere": np.ones_like,
    "minus what is needed": np.negative,
    "twice what is needed": lambda n: 2 * n,
    "half of what is needed": lambda n: n / 2,
    "what is needed plus 1": lambda n: n + 1,
    "what is needed minus 1": lambda n: n - 1,
    "1 minus what is needed": lambda n: 1 - n,
    "the square of what is needed": np.square,
    "the root of what is needed": np.sqrt,
    "1 over what is needed": lambda n: 1 / n,
    "the logarithm of what is needed": np.log,
    "e to the power of what is needed": np.exp,
    "what is needed without its sign": np.abs,
    "what is needed, with the rows in the opposite order": lambda n: n[::-1],
    "what is needed, with the columns in the opposite order": lambda n: n[:, ::-1],
    "what is needed where that is above 0, and 0 elsewhere": lambda n: np.maximum(n, 0),
}


@dataclass(frozen=True)
class Part:
    """One array of an answer to one input; sizes: those of the input's arrays, "X.shape[1]" -> 4."""

    given: Any
    needed: Any
    sizes: dict[str, int]


def relation(parts: Sequence[Part]) -> str:
    """What the arrays are on every input, such as "minus what is needed"; "" if no single phrase fits them all."""
    if not all(np.isfinite(part.given).all() for part in parts):
        return ""
    if any(np.shape(part.given) != np.shape(part.needed) for part in parts):
        return _first(SHAPES, parts)
    if len(parts) == 1 or sum(np.count_nonzero(part.needed) for part in parts) < ENOUGH:
        return _first(FORMULAS, parts)
    return _first(FORMULAS, parts) or _constant(parts) or _of_size(parts) or _first(SHAPES, parts)


def _first(formulas: dict[str, Callable[[Any], Any]], parts: Sequence[Part]) -> str:
    return next((words for words, formula in formulas.items() if _fits(formula, parts)), "")


def _fits(formula: Callable[[Any], Any], parts: Sequence[Part]) -> bool:
    """Does the formula of what is needed give all the arrays, and at least one that is neither 0 nor needed?"""
    with np.errstate(all="ignore"):
        try:
            made = [np.asarray(formula(np.asarray(part.needed, float))) for part in parts]
        except (ValueError, IndexError, np.exceptions.AxisError):
            return False
    return all(close(part.given, array) for part, array in zip(parts, made, strict=True))


def close(given: Any, made: Any) -> bool:
    """The same shape and numbers, to rounding."""
    return np.shape(given) == np.shape(made) and bool(np.allclose(given, made, 1e-7, 1e-10, equal_nan=True))


def _constant(parts: Sequence[Part]) -> str:
    """A factor or a difference that is the same number on every input."""
    factors = [each for each in map(_factor, parts) if each is not None]
    if factors and _scaled(parts, [factors[0]] * len(parts)) and np.isfinite(factors[0]):
        return f"{factors[0]:.6g} times what is needed"
    offset = float(np.ravel(np.subtract(parts[0].given, parts[0].needed))[0])
    if all(close(part.given, np.add(part.needed, offset)) for part in parts):
        return f"what is needed {'plus' if offset > 0 else 'minus'} {abs(offset):.6g}"
    return ""


def _of_size(parts: Sequence[Part]) -> str:
    """A factor that is a size of the inputs: m times, divided by m, divided by m twice."""
    for name in parts[-1].sizes:
        counts = [part.sizes.get(name) for part in parts]
        if None in counts:
            continue
        for words, power in _powers(name):
            if _scaled(parts, [float(count or 0) ** power for count in counts]):
                return words
    return ""


def _powers(name: str) -> Iterator[tuple[str, int]]:
    what = f"{name}, the number of examples" if name.endswith("shape[1]") else name
    yield f"what is needed times m ({what}): m times too large", 1
    yield f"what is needed divided by {what}, once too often", -1
    yield f"what is needed divided by the square of {what}", -2
    yield f"what is needed times the square of {what}", 2


def _scaled(parts: Sequence[Part], factors: Sequence[float]) -> bool:
    return all(close(part.given, factor * np.asarray(part.needed)) for part, factor in zip(parts, factors, strict=True))


def _factor(part: Part) -> float | None:
    """given / needed at the largest number needed; None if all is 0."""
    given, needed = np.ravel(part.given), np.ravel(part.needed)
    place = int(np.argmax(np.abs(needed)))
    return float(given[place] / needed[place]) if needed[place] else None
