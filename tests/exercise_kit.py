"""What tests of the exercises share: an exercise by its number and name, and what a learner reads who typed this."""

from collections.abc import Callable
from inspect import unwrap
from textwrap import dedent
from typing import Any

import numpy as np

from helpers.exercises import registry
from helpers.exercises.exercise import Exercise
from helpers.exercises.grade import Finding, grade

EXERCISES: dict[str, Exercise] = {
    f"{notebook[:2]}-{exercise.name}": exercise
    for notebook in registry.NOTEBOOKS
    for exercise in registry.load(notebook)
}


def scope_of(name: str) -> dict[str, Any]:
    """What the notebook has when the learner comes to an exercise: our functions, under the names of the course."""
    notebook = next(each for each in registry.NOTEBOOKS if each.startswith(name[:2]))
    ours = {exercise.name: exercise.reference for exercise in registry.load(notebook)}
    return {"np": np, **unwrap(EXERCISES[name].reference).__globals__, **ours}


def typed(name: str, code: str, **cells: Any) -> Callable[..., Any]:
    """The function that a learner has who typed this code; cells: what other cells left behind."""
    scope = scope_of(name) | cells
    exec(compile(dedent(code).strip(), "cell", "exec"), scope)
    function: Callable[..., Any] = scope[EXERCISES[name].name]
    return function


def body(name: str, lines: str, **cells: Any) -> Callable[..., Any]:
    """The same from what stands beneath its `def`."""
    lines = dedent(lines).strip()
    last = lines if "return " in lines else f"return {lines}"
    return typed(name, f"def {EXERCISES[name].call}:\n    " + last.replace("\n", "\n    "), **cells)


def finding(name: str, function: Callable[..., Any]) -> Finding:
    """What comes of check."""
    return grade(EXERCISES[name], function)


def said(name: str, function: Callable[..., Any]) -> str:
    """What the learner reads, in one line."""
    return " ".join(finding(name, function).text.split())
