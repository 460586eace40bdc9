"""Which run is it?  A digest of its settings, its seed and its function: of what it reads and calls, too.

Kept results are taken for a run only if all of this is the same, so that a changed cell never gets an old answer.
"""

import inspect
from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import sha256
from types import FunctionType, ModuleType
from typing import Any

import numpy as np

from helpers.sweeps.carrying import is_own, uses


def fingerprint(value: Any) -> str:
    """32 hexadecimal digits that are the same, in any session, as long as the value is."""
    digest = sha256()
    for part in _parts(value, []):
        digest.update(part)
        digest.update(b"\0")
    return digest.hexdigest()[:32]


def _parts(value: Any, above: list[Any]) -> Iterator[bytes]:
    """What a value is made of; above: what it is a part of, so that a function which calls itself comes to an end."""
    if any(value is each for each in above):
        yield b"itself"
        return
    match value:
        case np.ndarray():
            yield from (
                str(value.dtype).encode(),
                str(value.shape).encode(),
                np.ascontiguousarray(value).data.tobytes(),
            )
            return
        case np.generic():
            value = value.item()
    yield type(value).__qualname__.encode()
    inside = _inside(value)
    if isinstance(inside, str):
        yield inside.encode()
        return
    for name, part in inside.items():
        yield repr(name).encode()
        yield from _parts(part, [*above, value])


def _inside(value: Any) -> str | dict[Any, Any]:
    """A text that says it all, or named parts."""
    match value:
        case FunctionType() if is_own(value):
            return {"source": source(value), **uses(value)}
        case partial():
            return uses(value)
        case ModuleType():
            return value.__name__
        case type() | FunctionType():
            return f"{value.__module__}.{value.__qualname__}"
        case list() | tuple():
            return dict(enumerate(value))
        case Mapping():
            return dict(value)
        case set() | frozenset():
            return repr(sorted(map(repr, value)))
    return dict(vars(value)) if hasattr(value, "__dict__") else repr(value)


def source(function: FunctionType) -> str:
    """How it was written; of a function that was never in a cell or a file, what Python made of it."""
    try:
        return inspect.cleandoc(inspect.getsource(function))
    except (OSError, TypeError):
        code = function.__code__
        return repr((code.co_code, code.co_names, [each for each in code.co_consts if not inspect.iscode(each)]))
