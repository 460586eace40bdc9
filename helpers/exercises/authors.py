"""show_authors(): which functions a network runs on, the learner's and ours."""

import dis
from collections.abc import Callable, Iterator
from inspect import isfunction, unwrap
from types import CodeType
from typing import Any

from helpers.networks.formulas import is_ours
from helpers.wording import listed

Function = Callable[..., Any]


def show_authors(*functions: Function, what: str = "network") -> None:
    """Print which of these functions, and of those that they call, the learner wrote and which are ours.

    what: that which runs on them
    """
    used = list(dict.fromkeys(each for function in functions for each in _with_callees(function, [])))
    yours = [f.__name__ for f in used if not is_ours(f)]
    ours = [f.__name__ for f in used if is_ours(f)]
    if not yours:
        print(f"This {what} runs on our {listed(ours)}. Each that you write takes the place of ours.")
    else:
        rest = f", and on our {listed(ours)}" if ours else ""
        print(f"This {what} runs on your own {listed(yours)}{rest}.")


def _with_callees(function: Function, seen: list[Function]) -> Iterator[Function]:
    """A function, and the learner's that it calls: ours bring their own parts, whatever the learner has written."""
    if function in seen:
        return
    seen.append(function)
    yield function
    plain = unwrap(function)
    if isfunction(plain) and not is_ours(plain):
        used = [plain.__globals__.get(name) for name in _globals_of(plain.__code__)]
        for each in used:
            if isfunction(each) and not is_ours(each):
                yield from _with_callees(each, seen)


def _globals_of(code: CodeType) -> Iterator[str]:
    """The global names that a function's code reads, in its inner functions too."""
    for instruction in dis.get_instructions(code):
        if instruction.opname in ("LOAD_GLOBAL", "LOAD_NAME"):
            yield instruction.argval
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _globals_of(constant)
