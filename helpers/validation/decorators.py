"""What puts a check in front of a function."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import numpy as np
from numpy.typing import ArrayLike

from helpers.validation.annotations import Array
from helpers.validation.arrays import check_same_shape, numbers

P = ParamSpec("P")
R = TypeVar("R")


def array_function(function: Callable[..., Array]) -> Callable[..., Array]:
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


@contextmanager
def unchecked() -> Iterator[None]:
    """While training runs, what was checked at its door is not checked again in every step."""
    yield


def without_checks(function: Callable[..., R]) -> Callable[..., R]:
    """A function behind one of the checks above, without it; any other function as it is."""
    while getattr(function, "__globals__", {}).get("__name__") == __name__ and hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    return function
