"""Is the learner's function one that the notebook can call?  What its `def` says, before it runs."""

from collections.abc import Callable
from inspect import Parameter, Signature, isasyncgenfunction, iscoroutinefunction, isgeneratorfunction, signature
from typing import Any

from helpers.exercises.exercise import Exercise


def odd_kind(exercise: Exercise, function: Callable[..., Any]) -> str:
    """What is wrong with it if it is no plain function, in a sentence; "" if nothing is.

    It may yield where the reference does.
    """
    if isinstance(function, type):
        return f"{function.__name__} is a class. The course calls a function: write def {function.__name__}(...)."
    if iscoroutinefunction(function) or isasyncgenfunction(function):
        return "It begins with `async def`, so a call gives a promise and no answer. Write def, without async."
    if isgeneratorfunction(function) and not isgeneratorfunction(exercise.reference):
        return "It has a `yield`, so a call gives a generator and no answer. Collect everything, and return it."
    return ""


def broken(exercise: Exercise, function: Callable[..., Any]) -> str:
    """What the notebook's calls don't find in the `def`, in a sentence; "" if all is there."""
    try:
        theirs = signature(function)
    except (TypeError, ValueError):  # built in, without a signature
        return ""
    if not _binds(theirs, len(exercise.arguments)):
        return f"The course calls it as {exercise.call}; yours takes {_written(theirs)}."
    if missing := [name for name in exercise.by_name if not _takes(theirs, name)]:
        called = ", ".join(f"{name}=..." if name in exercise.by_name else name for name in exercise.arguments)
        return (
            f"The notebook calls it as {exercise.name}({called}), and yours has no parameter "
            f"{' and no '.join(missing)}: it takes {_written(theirs)}. Give it the names of the notebook."
        )
    if not _binds(theirs, len(exercise.arguments) - exercise.optional):
        defaults = ", ".join(f"{name}={value!r}" for name, value in exercise.defaults.items())
        return f"The notebook also calls it without {', '.join(exercise.defaults)}. Give it its default: {defaults}."
    return ""


def other_order(exercise: Exercise, function: Callable[..., Any]) -> list[int]:
    """The places of the exercise's inputs in the order in which the function takes them, if that is another one."""
    try:
        own = list(signature(function).parameters)
    except (TypeError, ValueError):
        return []
    if own == exercise.arguments or sorted(own) != sorted(exercise.arguments):
        return []
    return [exercise.arguments.index(name) for name in own]


def _binds(theirs: Signature, count: int) -> bool:
    try:
        theirs.bind(*range(count))
    except TypeError:
        return False
    return True


def _takes(theirs: Signature, name: str) -> bool:
    """By name, or in *args and **kwargs?"""
    kinds = [parameter.kind for parameter in theirs.parameters.values()]
    loose = Parameter.VAR_KEYWORD in kinds or kinds == [Parameter.VAR_POSITIONAL]
    return loose or (name in theirs.parameters and theirs.parameters[name].kind is not Parameter.POSITIONAL_ONLY)


def _written(theirs: Signature) -> str:
    """(X, Y, n1): without the types."""
    bare = [each.replace(annotation=Parameter.empty) for each in theirs.parameters.values()]
    return str(theirs.replace(parameters=bare, return_annotation=Signature.empty))
