"""Checks at the doors of the public functions: what was given, what is needed, how to mend it.

Each is a plain function that raises one sentence.  `elementwise` and `door` put them in front of a function;
`training.fit` calls what stands behind the door, so that nothing is checked twice inside a loop.
"""

import math
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, ParamSpec, TypeAlias, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[Any]
Layers: TypeAlias = Sequence[tuple[Any, Any]]

P = ParamSpec("P")
R = TypeVar("R")


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


def elementwise(function: Callable[..., Array]) -> Callable[..., Array]:
    """Let an array function also take scalars, lists and integers.

    The result has the shape of the input and its float type (float64 for integers); a scalar gives a NumPy scalar.
    """

    name = next(iter(function.__annotations__))

    @wraps(function)
    def door(*args: Any, **kwargs: Any) -> Array:
        Z, *args = (kwargs.pop(name), *args) if name in kwargs else args  # type: ignore[assignment]
        if type(Z) is np.ndarray and Z.dtype == np.float64 and Z.ndim:
            return function(Z, *args, **kwargs)  # nothing to convert: training passes here in every step
        Z = numbers(Z, name)
        result: Array = np.asarray(function(Z, *args, **kwargs)).astype(Z.dtype, copy=False)[()]
        return result

    return door


def pairwise(function: Callable[..., Array]) -> Callable[..., Array]:
    """Let a function of two arrays of equal shape also take scalars, lists, integers and booleans.

    Both become floats, the second of the first one's type: 1 - y of unsigned integers would wrap round.
    """
    first, second, *_ = function.__annotations__

    @wraps(function)
    def door(A: ArrayLike, Y: ArrayLike) -> Array:
        A, Y = numbers(A, first), numbers(Y, second)
        check_same_shape(A, Y, (first, second))
        result: Array = np.asarray(function(A, Y.astype(A.dtype, copy=False)))[()]
        return result

    return door


def door(check: Callable[..., object]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Call `check` with the same arguments first: it raises one sentence if they do not fit."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            check(*args, **kwargs)
            return function(*args, **kwargs)

        return guarded

    return decorate


def explained(check: Callable[..., object]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """As `door`, but `check` is called only when the function fails: inside a loop that costs next to nothing."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return function(*args, **kwargs)
            except (ValueError, TypeError, AttributeError):
                check(*args, **kwargs)
                raise

        return guarded

    return decorate


def check_examples(X: Any, n: int, name: str = "X") -> None:
    """X must be (n, m): n features in rows, one example a column."""
    if not isinstance(X, np.ndarray):
        raise TypeError(f"{name} is a {type(X).__name__}; pass an array of shape ({n}, m): np.array({name})")
    if X.ndim == 1:
        mend = f"{name}.reshape({n}, 1)" if X.size == n else f"{name}.reshape({n}, -1)"
        raise ValueError(f"{name} has shape {X.shape}; examples go in columns of a ({n}, m) array: pass {mend}")
    if X.ndim != 2:
        raise ValueError(f"{name} has shape {X.shape}; flatten each example into a column: shape ({n}, m)")
    if X.shape[0] != n:
        turned = f": pass {name}.T" if X.shape[1] == n else ""
        raise ValueError(f"{name} has shape {X.shape}; examples go in columns, {n} features each{turned}")
    numbers(X, name)


def check_finite(values: Array, name: str) -> None:
    """No nan and no inf in `values`."""
    bad = np.argwhere(~np.isfinite(values))
    if len(bad):
        where = ", ".join(map(str, bad[0]))
        raise ValueError(f"{name} holds {len(bad)} nan or inf, the first at [{where}]: mend or drop those examples")


def check_same_shape(A: Any, Y: Any, names: tuple[str, str] = ("A", "Y")) -> None:
    """A and Y, element for element: (1, m) against (m,) would broadcast to (m, m) without a word."""
    a, y = np.shape(A), np.shape(Y)
    if a != y:
        mend = f": pass {names[1]}.reshape{a}" if math.prod(a) == math.prod(y) else ""
        mend = f": pass {names[1]}.T" if len(a) == 2 and a == y[::-1] else mend
        raise ValueError(f"{names[0]} has shape {a} and {names[1]} has shape {y}; they must be equal{mend}")


def check_rate(rate: Any) -> None:
    """A learning rate is a finite number above 0."""
    if not isinstance(rate, (int, float, np.number)) or not math.isfinite(rate) or rate <= 0:
        raise ValueError(f"the learning rate is {rate!r}; it must be a number above 0, such as 0.1")


def check_count(value: Any, name: str) -> None:
    """A count is a whole number, 1 or more."""
    if isinstance(value, bool) or not isinstance(value, (int, np.integer)) or value < 1:
        raise ValueError(f"{name} is {value!r}; it must be a whole number, 1 or more")
