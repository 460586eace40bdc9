"""Is it an array of numbers, of the right shape, without nan?"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from helpers.validation.annotations import Array

Wanted = Sequence[int | None]  # the sides of a shape; None where any will do


def numbers(value: ArrayLike, name: str) -> Array:
    """`value` as an array of floats: float32 and float64 stay as they are, integers become float64."""
    try:
        array = np.asarray(value)
    except ValueError:
        raise ValueError(f"{name} is a ragged list: its rows must all be equally long") from None
    if array.dtype.kind in "biu":
        return array.astype(np.float64)
    if array.dtype.kind != "f":
        raise TypeError(f"{name} must hold numbers; given {_kind(value, array)}")
    return array


def _kind(value: object, array: Array) -> str:
    if value is None:
        return "None: is a `return` missing in the function that made it?"
    if array.dtype.kind in "US":
        return f"text ({str(array.flat[0])!r:.40}): convert it first, as in np.array(values, dtype=float)"
    return f"an array of type {array.dtype}" if array.ndim else f"a {type(value).__name__}"


def check_examples(X: Any, n: int, name: str = "X") -> None:
    """X must be (n, m): n features in rows, one example a column."""
    if not isinstance(X, np.ndarray):
        raise TypeError(f"{name} is a {type(X).__name__}; pass an array of shape ({n}, m): np.array({name})")
    if X.ndim == 1:
        fix = how_to_reach(X, name, (n, None))
        raise ValueError(f"{name} has shape {X.shape}; examples go in columns of a ({n}, m) array{fix}")
    if X.ndim != 2:
        raise ValueError(f"{name} has shape {X.shape}; flatten each example into a column: shape ({n}, m)")
    if X.shape[0] != n:
        fix = how_to_reach(X, name, (n, None))
        raise ValueError(f"{name} has shape {X.shape}; examples go in columns, {n} features each{fix}")
    numbers(X, name)


def how_to_reach(array: Array, name: str, wanted: Wanted) -> str:
    """ ": pass X.T" or ": pass X.reshape(2, 1)" for a matrix of the wanted shape, if that is plain; else nothing."""
    if array.ndim == 2 and all(n in (None, side) for n, side in zip(wanted, array.T.shape, strict=True)):
        return f": pass {name}.T"
    if array.ndim == 1 and len(wanted) == 2:
        rows, columns = wanted[0] or 1, wanted[1] or (1 if array.size == wanted[0] else -1)
        fits = array.size % rows == 0 if columns == -1 else rows * columns == array.size
        return f": pass {name}.reshape({rows}, {columns})" if fits else ""
    return ""


def check_finite(values: Array, name: str) -> None:
    """No nan and no inf in `values`.  Their sum, which needs no room, tells as a rule."""
    with np.errstate(all="ignore"):
        if np.isfinite(np.sum(values)):
            return
    bad = ~np.isfinite(values)
    if bad.any():
        advice = ": repair or drop those examples" if name in ("X", "Y") else ""
        raise ValueError(f"{name} holds {bad.sum()} nan or inf{_first(bad)}{advice}")


def check_no_nan(values: Array, name: str) -> None:
    """No nan in `values`; inf is a number as any other to an activation."""
    bad = np.isnan(values)
    if bad.any():
        raise ValueError(f"{name} holds nan{_first(bad)}: look where it was made")


def _first(bad: Array) -> str:
    """Where the first one is, if there is more than one number."""
    return f", the first at {np.argwhere(bad)[0].tolist()}" if bad.ndim else ""


def check_same_shape(A: Any, Y: Any, names: tuple[str, str] = ("A", "Y")) -> None:
    """A and Y, element for element: (1, m) against (m,) would broadcast to (m, m) without a word."""
    a, y = np.shape(A), np.shape(Y)
    if a != y:
        flat = 1 if len(y) > len(a) else 0  # the one to change: a row or column is never made flat
        fix = f": pass {names[1 - flat]}.reshape{(a, y)[flat]}" if math.prod(a) == math.prod(y) else ""
        fix = f": pass {names[1]}.T" if len(a) == 2 and a == y[::-1] else fix
        raise ValueError(f"{names[0]} has shape {a} and {names[1]} has shape {y}; they must be equal{fix}")
