"""An exception in the learner's code: which line of theirs, and what it says; never a traceback."""

import linecache
from collections.abc import Callable
from inspect import signature, unwrap
from traceback import walk_tb
from typing import Any

from helpers.exercises.exercise import Exercise


def failing_line(error: BaseException, function: Callable[..., Any]) -> tuple[str, str]:
    """The deepest line that the learner wrote, in this cell or another: where it is, and the line itself."""
    theirs = getattr(unwrap(function), "__globals__", None)
    frames = [(frame.f_code, line) for frame, line in walk_tb(error.__traceback__) if frame.f_globals is theirs]
    if not frames:
        return "", ""
    code, number = frames[-1]
    elsewhere = code.co_name.isidentifier() and code.co_name != function.__name__
    owner = f"{code.co_name}'s" if elsewhere else "its"
    return f" in line {number} of {owner} cell", linecache.getline(code.co_filename, number).strip()


def explanation(error: BaseException, exercise: Exercise, function: Callable[..., Any]) -> str:
    """What the exception says, or what it means where that is plainer."""
    if isinstance(error, KeyboardInterrupt):
        return "You stopped it here. The inputs are small and take no time: is there a loop that never ends?"
    if isinstance(error, RecursionError):
        return "It calls itself without end. No recursion is needed here: did you mean another function?"
    if isinstance(error, TypeError) and not accepts(function, len(exercise.arguments)):
        return f"The course calls it as {exercise.call}; yours takes {signature(function)}."
    message = str(error).strip().partition("\n")[0]
    return f"It says: {message[:200]}" if message else "It says no more than that."


def accepts(function: Callable[..., Any], count: int) -> bool:
    """Can the function be called with so many arguments?"""
    try:
        signature(function).bind(*range(count))
    except TypeError:
        return False
    except ValueError:  # built in, without a signature
        return True
    return True
