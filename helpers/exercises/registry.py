"""The notebooks that have exercises, in their order: a new one needs its line here and its module."""

from collections.abc import Sequence
from importlib import import_module

from helpers.course.course_map import find
from helpers.exercises.exercise import Exercise

NOTEBOOKS = (
    "00_start_here",
    "01_vectorisation_and_broadcasting",
    "02_logistic_regression",
    "03_activation_functions",
    "04_shallow_network",
    "05_deep_network",
    "06_training",
    "07_hyperparameters",
)


def load(notebook: str) -> Sequence[Exercise]:
    """The exercises of a notebook, in its order: `EXERCISES` of the module of its name, less the number."""
    if notebook not in NOTEBOOKS:
        raise ValueError(f"{notebook!r} has no exercises; the notebooks that do are {', '.join(NOTEBOOKS)}")
    module = import_module(f"helpers.exercises.{notebook.partition('_')[2]}")
    exercises: Sequence[Exercise] = module.EXERCISES
    return exercises


def title(notebook: str) -> str:
    """'02_logistic_regression' as people say it: '02 Logistic regression'."""
    lesson = find(notebook[:2])
    return f"{lesson.number} {lesson.title}"
