"""What checks the arguments of a public function before it runs, so that the function itself is its formula.

`training.fit` checks its input once; under `checking(False)` the functions that it calls in every step check nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from inspect import signature
from typing import Any, ParamSpec, TypeVar

import numpy as np

from helpers.validation.annotations import Array
from helpers.validation.arrays import check_no_nan, check_same_shape, numbers
from helpers.validation.shapes import check_arguments

P = ParamSpec("P")
R = TypeVar("R")

_checking: ContextVar[bool] = ContextVar("checking", default=True)


@contextmanager
def checking(wanted: bool) -> Iterator[None]:
    """Within this block decorated functions look at their arguments, or not."""
    token = _checking.set(wanted)
    try:
        yield
    finally:
        _checking.reset(token)


def array_function(function: Callable[..., Array]) -> Callable[..., Array]:
    """Let an array function also take scalars, lists and integers; nan is refused.

    The result has the shape of the input and its float type (float64 for integers); a scalar gives a NumPy scalar.
    """
    name = next(iter(function.__annotations__))

    @wraps(function)
    def converted(*args: Any, **kwargs: Any) -> Array:
        __tracebackhide__ = True
        if not _checking.get() and args and _is_float_array(args[0]):
            return function(*args, **kwargs)
        Z, *args = (kwargs.pop(name), *args) if name in kwargs else args  # type: ignore[assignment]
        Z = numbers(Z, name)
        check_no_nan(Z, name)
        result: Array = np.asarray(function(Z, *args, **kwargs)).astype(Z.dtype, copy=False)[()]
        return result

    return converted


def _is_float_array(value: Any) -> bool:
    """Is there nothing to convert?"""
    return isinstance(value, np.ndarray) and value.dtype.kind == "f"


def same_shape(function: Callable[..., Array]) -> Callable[..., Array]:
    """Let a function of two arrays of equal shape also take scalars, lists, integers and booleans.

    Both become floats, the second of the first one's type: 1 - y of unsigned integers would wrap round; nan is refused.
    """
    bound_to = signature(function)
    first, second = bound_to.parameters

    @wraps(function)
    def converted(*args: Any, **kwargs: Any) -> Array:
        __tracebackhide__ = True
        A, Y = bound_to.bind(*args, **kwargs).args
        if not _checking.get() and _is_float_array(A) and _is_float_array(Y):
            return function(A, Y)
        A, Y = numbers(A, first), numbers(Y, second)
        check_same_shape(A, Y, (first, second))
        check_no_nan(A, first)
        check_no_nan(Y, second)
        result: Array = np.asarray(function(A, Y.astype(A.dtype, copy=False)))[()]
        return result

    return converted


def validated(
    check: Callable[..., object] | None = None, /, **shapes: Any
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Check the arguments first: by their shapes, X="(n, m)", or by a function that takes the same arguments.

    helpers.validation.shapes says how a shape is written.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        bound_to = signature(function)

        @wraps(function)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            __tracebackhide__ = True
            if _checking.get():
                given = bound_to.bind(*args, **kwargs)
                if check is not None:
                    check(*args, **kwargs)
                check_arguments(given.arguments, shapes)
                return function(*given.args, **given.kwargs)
            return function(*args, **kwargs)

        return guarded

    return decorate


def without_checks(function: Callable[..., R]) -> Callable[..., R]:
    """A function behind one of the checks above, without it; any other function as it is."""
    while getattr(function, "__globals__", {}).get("__name__") == __name__ and hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    return function
