"""Which exercise is meant?  If none of this notebook's is, what to do: a name that is near, or another notebook."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import partial
from typing import Any

from helpers.exercises.exercise import Exercise
from helpers.exercises.registry import NOTEBOOKS, load, title
from helpers.wording import listed

LAMBDA = "<lambda>"


def name_of(given: Any) -> str:
    """The name itself, or that of a function; "" if it has none."""
    return given if isinstance(given, str) else getattr(given, "__name__", "")


def advice(given: Any, exercises: Mapping[str, Exercise]) -> str:
    """What to do with something that is no exercise of these."""
    name = name_of(given)
    if name == LAMBDA or isinstance(given, partial):
        return _nameless(given, exercises)
    return f"{name or 'That'} is not an exercise of this notebook. {_instead(name, exercises)}"


def _instead(name: str, exercises: Mapping[str, Exercise]) -> str:
    for notebook in NOTEBOOKS:
        if name in {exercise.name for exercise in load(notebook)}:
            return f"It belongs to notebook {title(notebook)}: write it there."
    if near := _near(name, exercises):
        return f"Did you mean {near}? Change the name and run the cell again."
    return f"Its exercises are {listed(list(exercises))}."


def _nameless(given: Any, exercises: Mapping[str, Exercise]) -> str:
    kind = "A lambda" if name_of(given) == LAMBDA else "A functools.partial"
    example = next(iter(exercises.values()))
    return (
        f"{kind} has no name, so check can't know which exercise it answers. Give it one with def: "
        f"def {example.call}: return ..., and @check in the line above."
    )


def _near(name: str, exercises: Mapping[str, Exercise]) -> str:
    """The exercise that was meant: capital letters and underscores don't count, nor does a slip of the keys."""
    plain = {each.lower().replace("_", ""): each for each in exercises}
    near = get_close_matches(name.lower().replace("_", ""), plain, 1, 0.75)
    return plain[near[0]] if near else ""
