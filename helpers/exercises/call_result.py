"""Run a function once, on copies of its inputs, and note all that happened."""

import warnings
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class CallResult:
    """What came of one call: a value or an exception, the inputs it changed, what NumPy warned of."""

    value: Any = None
    error: BaseException | None = None
    changed: tuple[int, ...] = ()
    warning: str = ""

    @property
    def not_written(self) -> bool:
        """Does the body still return `...`?"""
        return any(leaf is Ellipsis for leaf in leaves(self.value))


def call(function: Callable[..., Any], inputs: Sequence[Any]) -> CallResult:
    """function(*inputs), with copies: whatever it raises or warns of is kept, not shown."""
    given, value, error = deepcopy(inputs), None, None
    with warnings.catch_warnings(record=True) as warned, np.errstate(all="warn"):
        warnings.simplefilter("always")
        try:
            value = snapshot(function(*given))
        except (Exception, KeyboardInterrupt, SystemExit) as caught:
            error = caught
    changed = tuple(i for i, pair in enumerate(zip(given, inputs, strict=True)) if not equal(*pair))
    messages = [str(warning.message) for warning in warned if issubclass(warning.category, RuntimeWarning)]
    return CallResult(value, error, changed, messages[0] if messages else "")


def is_sequence(value: object) -> bool:
    """Is it a list or a tuple: something with parts?"""
    return isinstance(value, (list, tuple))


def leaves(value: Any) -> Iterator[Any]:
    """The arrays and numbers in nested lists and tuples, from left to right."""
    if is_sequence(value):
        for part in value:
            yield from leaves(part)
    else:
        yield value


def nesting(value: Any) -> Any:
    """How the lists and tuples are nested, whichever of the two they are."""
    return [nesting(part) for part in value] if is_sequence(value) else None


def snapshot(value: Any) -> Any:
    """The same value, safe from a function that goes on writing into its array at the next call."""
    if is_sequence(value):
        return [snapshot(part) for part in value] if isinstance(value, list) else tuple(map(snapshot, value))
    return value.copy() if isinstance(value, np.ndarray) else value


def equal(a: Any, b: Any) -> bool:
    """The same nesting and exactly the same numbers."""
    return bool(nesting(a) == nesting(b) and all(map(np.array_equal, leaves(a), leaves(b))))
