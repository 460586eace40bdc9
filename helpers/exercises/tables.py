"""Small arrays as text: names and shapes on the left, rounded numbers on the right."""

from typing import Any

import numpy as np

from helpers.exercises.outcome import finite

WIDTH = 96


def table(rows: list[tuple[str, str]]) -> str:
    """Labels on the left, arrays on the right, however many lines they have."""
    width = max(len(name) for name, _ in rows)
    return "\n".join(
        f"    {name:<{width}}   " + text.replace("\n", "\n" + " " * (width + 7)) for name, text in rows
    )


def label(name: str, value: Any) -> str:
    """A name with its shape, as in 'X (2, 3)'."""
    return f"{name} {np.shape(value)}" if np.ndim(value) else name


def show(value: Any, beside: Any = None) -> str:
    """A short, rounded array, with the same number of decimals as the one that will stand beside it."""
    array, places = np.asarray(value), decimals(value, value if beside is None else beside)
    write = "{:.3g}".format if places is None else f"{{:.{places}f}}".format
    if array.dtype.kind == "f" and places is not None:
        array = np.round(array, places) + 0.0  # and no -0
    with np.printoptions(threshold=24, edgeitems=2, linewidth=WIDTH - 20, formatter={"float_kind": write}):
        return str(array) if array.ndim or array.dtype.kind != "f" else write(float(array))


def decimals(a: Any, b: Any) -> int | None:
    """As few as show two arrays to four decimals; eight if they would look equal; None if they are huge or tiny."""
    numbers = np.concatenate([finite(a), finite(b)])
    largest = np.abs(numbers).max(initial=0)
    if largest >= 1e6 or 0 < largest < 1e-3:
        return None
    if looks_equal(a, b):
        return 8
    return next((d for d in range(4) if np.allclose(numbers, np.round(numbers, d), rtol=0, atol=5e-5)), 4)


def looks_equal(a: Any, b: Any) -> bool:
    """Different, and yet the same to four decimals?"""
    if np.shape(a) != np.shape(b) or np.array_equal(a, b):
        return False
    return np.array_equal(np.round(np.asarray(a, float), 4), np.round(np.asarray(b, float), 4))
