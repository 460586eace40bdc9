"""An exception in the learner's code: which line of theirs, and what it says; never a traceback."""

import linecache
from collections.abc import Callable
from inspect import unwrap
from traceback import walk_tb
from typing import Any

from helpers.exercises.exercise import Exercise
from helpers.exercises.plain_words import meaning
from helpers.exercises.time_limit import SECONDS, TimeIsUp


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
    """What the exception says, and what it means where that is plainer."""
    if isinstance(error, TimeIsUp):
        return f"It ran for {SECONDS:.0f} seconds on this small input and did not end. Is there a loop that never ends?"
    if isinstance(error, KeyboardInterrupt):
        return "You stopped it here. The inputs are small and take no time: is there a loop that never ends?"
    if isinstance(error, RecursionError):
        return "It calls itself without end. No recursion is needed here: did you mean another function?"
    message = str(error).strip().partition("\n")[0]
    if message and (ours := _refuses(error, function)):  # the advice that follows is for what was meant to be passed
        said = f"{ours}, which this line calls, can't take what it is given: {message.partition(': pass ')[0][:200]}."
    else:
        said = f"It says: {message[:200]}" if message else "It says no more than that."
    plain = meaning(error, _names(exercise, function))
    return f"{said.rstrip('.')}. {plain}" if plain else said


def _refuses(error: BaseException, function: Callable[..., Any]) -> str:
    """The function of the course that the learner's line calls, if it was there that it came to an end; else ""."""
    theirs = getattr(unwrap(function), "__globals__", None)
    frames = [frame for frame, _ in walk_tb(error.__traceback__)]
    last = max((place for place, frame in enumerate(frames) if frame.f_globals is theirs), default=len(frames))
    called = next(iter(frames[last + 1 :]), None)
    if called is None or not str(called.f_globals.get("__name__")).startswith("helpers."):
        return ""
    checked = called.f_locals.get("function")  # what looks at the arguments stands before the function itself
    return str(getattr(checked, "__name__", called.f_code.co_name))


def _names(exercise: Exercise, function: Callable[..., Any]) -> list[str]:
    """The names that the function may have meant."""
    plain = unwrap(function)
    own = getattr(getattr(plain, "__code__", None), "co_varnames", ())
    cells = [name for name in getattr(plain, "__globals__", {}) if not name.startswith("_")]
    return [*own, *exercise.arguments, *cells]
