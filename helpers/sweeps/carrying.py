"""How a function of the learner's, from a cell of a notebook, gets to another process: cloudpickle carries it."""

import sys
from collections.abc import Iterator
from functools import partial
from types import CodeType, FunctionType
from typing import Any

import cloudpickle

from helpers.validation import Function


def packed(function: Function) -> bytes:
    """The function as bytes, with all that it uses.  Raises TypeError, in a sentence, if that can't be sent."""
    try:
        return bytes(cloudpickle.dumps(function))
    except Exception as error:  # each kind of object refuses in its own way
        raise TypeError(_why_not(function, error)) from None


def _why_not(function: Function, error: Exception) -> str:
    name = getattr(function, "__name__", "run")
    culprit = next(_culprits(function, name, set()), None)
    if culprit is None:
        return f"{name} can't be sent to another process ({error}); define it in a cell, with def"
    user, used, value = culprit
    return (
        f"{user} uses {used}, a {type(value).__name__}, which can't be sent to another process: "
        f"make it inside {user}, or pass what is in it"
    )


def _culprits(function: Any, name: str, seen: set[int]) -> Iterator[tuple[str, str, Any]]:
    """(the function, the name in it, the value) for whatever can't be packed, also in the functions that it calls."""
    seen.add(id(function))
    for used, value in uses(function).items():
        if id(value) in seen or _can_be_packed(value):
            continue
        if is_own(value):
            yield from _culprits(value, used, seen)
        else:
            yield name, used, value


def _can_be_packed(value: Any) -> bool:
    try:
        cloudpickle.dumps(value)
    except Exception:
        return False
    return True


def is_own(value: Any) -> bool:
    """Is it a function that no module holds, such as one from a cell?  Then it travels with all that it uses."""
    if not isinstance(value, FunctionType):
        return False
    module = sys.modules.get(value.__module__ or "")
    return value.__module__ == "__main__" or getattr(module, value.__qualname__, None) is not value


def uses(function: Any) -> dict[str, Any]:
    """Name -> value of all that a function reads without being given it: from cells, from around it, defaults."""
    if isinstance(function, partial):
        return {"function": function.func, "arguments": function.args, **function.keywords}
    if not isinstance(function, FunctionType):
        return {}
    names = dict.fromkeys(_names(function.__code__))
    found = {name: function.__globals__[name] for name in names if name in function.__globals__}
    for name, place in zip(function.__code__.co_freevars, function.__closure__ or (), strict=True):
        found[name] = _content(place)
    defaults = function.__defaults__ or (), function.__kwdefaults__ or {}
    return {**found, "its defaults": defaults} if any(defaults) else found


def _names(code: CodeType) -> Iterator[str]:
    """The global names in a piece of code, and in the functions and comprehensions within it."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)


def _content(place: Any) -> Any:
    try:
        return place.cell_contents
    except ValueError:  # nothing yet: a function within it that is defined further down
        return None
