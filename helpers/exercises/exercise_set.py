"""check, hint and solution for one notebook: names such as `forward` come back in later ones."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from inspect import unwrap
from textwrap import wrap
from typing import Any

from helpers.course.tooltips import shorten_signatures
from helpers.exercises import lookup, progress_file
from helpers.exercises.exercise import Exercise
from helpers.exercises.format_arrays import WIDTH
from helpers.exercises.grade import grade
from helpers.exercises.hints import show_hints
from helpers.exercises.progress import count, marks
from helpers.exercises.registry import load
from helpers.exercises.rich_output import show
from helpers.exercises.source import source
from helpers.exercises.verdict_card import verdict_card
from helpers.networks.formulas import note_as_right

Function = Callable[..., Any]


def of(notebook: str) -> tuple[Function, Callable[..., None], Callable[..., None]]:
    """check, hint and solution for the exercises of a notebook, such as "02_logistic_regression"."""
    shorten_signatures()
    exercises = ExerciseSet(notebook)
    return exercises.check, exercises.hint, exercises.solution


class ExerciseSet:
    """The exercises of one notebook, and how many hints were given."""

    def __init__(self, notebook: str) -> None:
        self.notebook = notebook
        self.exercises = {exercise.name: exercise for exercise in load(notebook)}
        self.hints: Counter[str] = Counter()

    def check(self, function: Any = None) -> Any:
        """Say whether a function is right.  Returns it if so, and ours if not: the notebook runs on."""
        if function is None:  # written as @check()
            return self.check
        if not callable(function):
            print("check takes a function: write @check in the line above its def.")
            return function
        exercise = self.find(function)
        if exercise is None:
            return function
        finding = grade(exercise, function)
        progress_file.record(self.notebook, exercise.name, finding.state)
        verdict = finding.verdict
        if finding.in_use:
            verdict = replace(verdict, closing=f"{verdict.closing} {count(marks(self.notebook))}.")
        show(verdict_card(verdict, exercise.hints, self.hints[exercise.name]), verdict.text)
        if not finding.in_use:
            return exercise.reference
        note_as_right(function)
        return function

    def hint(self, name: Any = "") -> None:
        """Show one hint more than the last time, those before it too."""
        exercise = self.find(name)
        if exercise is not None:
            self.hints[exercise.name] += 1
            show_hints(exercise, self.hints[exercise.name])

    def solution(self, name: Any = "") -> None:
        """Print how we wrote it: the helper that the tests test, ready to paste into the cell."""
        exercise = self.find(name)
        if exercise is not None:
            print(f"# From {unwrap(exercise.reference).__module__}. Read it, close it, write your own.\n")
            print(f"@check\n{source(exercise.reference)}")

    def find(self, given: Any) -> Exercise | None:
        """The exercise of this name, or of this function's name; if there is none, a sentence, and None."""
        exercise = self.exercises.get(lookup.name_of(given))
        if exercise is None:
            print("\n".join(wrap(lookup.advice(given, self.exercises), WIDTH, break_on_hyphens=False)))
        return exercise
