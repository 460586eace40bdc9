"""Which functions are formulas of the course: ours, and a learner's that the exercises found to do the same.

What holds for gradient descent, such as training in the span of the examples, holds for these; of any other function
nobody knows what it does.
"""

from contextlib import suppress
from inspect import unwrap
from typing import Any
from weakref import WeakSet

_found_right: "WeakSet[Any]" = WeakSet()


def note_as_right(function: Any) -> None:
    """From now on this very function counts as one of the course's formulas."""
    with suppress(TypeError):  # NumPy's own, such as np.tanh, can't be noted: they stay unknown, which costs time only
        _found_right.add(function)


def is_formula(function: Any) -> bool:
    """Is it ours, or was it found right?  What a model wraps around a function is looked through."""
    while function not in _found_right and hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    return function in _found_right or is_ours(function)


def is_ours(function: Any) -> bool:
    """Was it written in the course's helpers?"""
    return str(unwrap(function).__module__).partition(".")[0] == "helpers"
