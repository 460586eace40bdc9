"""Small arrays as text: names and shapes on the left, rounded numbers on the right."""

from collections.abc import Callable
from typing import Any

import numpy as np

WIDTH = 96  # characters
LARGE = 24  # numbers: more are not shown one by one


def table(rows: list[tuple[str, str]]) -> str:
    """Labels on the left, arrays on the right, however many lines they have."""
    width = max(len(label) for label, _ in rows)
    indent = "\n" + " " * (width + 7)
    lines = [f"    {label:<{width}}   {text.replace(chr(10), indent)}" for label, text in rows]
    return "\n".join(line.rstrip() for line in "\n".join(lines).splitlines())


def with_shape(name: str, value: Any) -> str:
    """A name with its shape, as in 'X (2, 3)'."""
    return f"{name} {np.shape(value)}" if np.ndim(value) else name


def show(value: Any, beside: Any = None) -> str:
    """A short, rounded array, written as the one that will stand beside it; a function by its name."""
    if callable(value):
        return str(value.__name__)
    if isinstance(value, np.random.Generator):
        return "a fresh np.random.default_rng(...)"
    options: dict[str, Any] = {"threshold": LARGE, "edgeitems": 2, "formatter": {"float_kind": writer(value, beside)}}
    return np.array2string(np.asarray(value, float), WIDTH - 20, **options)


def writer(value: Any, beside: Any = None) -> Callable[[float], str]:
    """How to write each number of two arrays: with as few digits as tell them apart, and all equally wide."""
    both = [np.asarray(array, float) for array in (value, value if beside is None else beside)]
    places = None if beside is None and _lost(both[0]) else decimals(*both)
    width = max((len(_format_number(number, places)) for array in both for number in array.flat), default=1)
    return lambda number: f"{_format_number(number, places):>{width}}"


def _format_number(number: float, places: int | None) -> str:
    if places is None:
        return f"1{number - 1:+.1g}" if 0 < abs(number - 1) < 1e-4 else f"{number:.3g}"
    return f"{round(number, places) + 0.0:.{places}f}"  # + 0.0: and no -0


def _lost(array: Any) -> bool:
    """Is there a number that four decimals show as 0 or 1, and that is neither, not even but for rounding?"""
    off = np.minimum(np.abs(array), np.abs(array - 1))
    return bool(np.any((off > 1e-12) & (off < 5e-5)))


def decimals(a: Any, b: Any) -> int | None:
    """As few as show two arrays to four; eight if they would look equal; None if they are huge or tiny."""
    numbers = np.concatenate([np.ravel(a), np.ravel(b)])
    numbers = numbers[np.isfinite(numbers)]
    largest = np.abs(numbers).max(initial=0)
    if largest >= 1e6 or 0 < largest < 1e-3:
        return None
    if looks_equal(a, b):
        return 8
    return next((d for d in range(4) if np.abs(numbers - np.round(numbers, d)).max(initial=0) <= 5e-5), 4)


def looks_equal(a: Any, b: Any) -> bool:
    """Different, and yet the same to four decimals?"""
    if np.shape(a) != np.shape(b) or np.array_equal(a, b):
        return False
    return np.array_equal(np.round(a, 4), np.round(b, 4))
