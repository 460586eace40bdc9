"""What a function reads from other cells without being given it: an array or a number of the same name, as a rule."""

from collections.abc import Callable, Iterator
from dis import get_instructions
from inspect import unwrap
from types import CodeType
from typing import Any

import numpy as np


def warning(function: Callable[..., Any]) -> str:
    """A sentence that names the arrays and numbers that the function reads from outside; "" if there are none."""
    scope = getattr(unwrap(function), "__globals__", {})
    code = getattr(unwrap(function), "__code__", None)
    found = [name for name in _read(code) if _is_data(scope.get(name))] if code else []
    if not found:
        return ""
    names = " and ".join(dict.fromkeys(found))
    return f"Mind: it reads {names} from outside the function, where another cell left it. Use only what it is given."


def _read(code: CodeType) -> Iterator[str]:
    for step in get_instructions(code):
        if step.opname in ("LOAD_GLOBAL", "LOAD_NAME"):
            yield step.argval
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _read(constant)


def _is_data(value: Any) -> bool:
    return isinstance(value, (np.ndarray, int, float, list, tuple)) and not isinstance(value, bool)
