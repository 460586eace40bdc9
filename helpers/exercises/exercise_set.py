"""check, hint and solution for one notebook: names such as `forward` come back in later ones."""

from collections import Counter
from collections.abc import Callable
from inspect import unwrap
from textwrap import wrap
from typing import Any

from helpers.course.tooltips import shorten_signatures
from helpers.exercises import lookup, progress_file
from helpers.exercises.exercise import Exercise
from helpers.exercises.format_arrays import WIDTH
from helpers.exercises.grade import grade
from helpers.exercises.registry import load
from helpers.exercises.report import paragraph
from helpers.exercises.source import source
from helpers.wording import listed

Function = Callable[..., Any]


def of(notebook: str) -> tuple[Function, Callable[..., None], Callable[..., None]]:
    """check, hint and solution for the exercises of a notebook, such as "02_logistic_regression"."""
    shorten_signatures()
    exercises = ExerciseSet(notebook)
    return exercises.check, exercises.hint, exercises.solution


def show_authors(*functions: Function, what: str = "network") -> None:
    """Print which of these functions the learner wrote and which are ours; what: that which runs on them."""
    yours = [f.__name__ for f in functions if not _ours(f)]
    ours = [f.__name__ for f in functions if _ours(f)]
    if not yours:
        print(f"This {what} runs on our {listed(ours)}. Each that you write takes the place of ours.")
    else:
        rest = f", and on our {listed(ours)}" if ours else ""
        print(f"This {what} runs on your own {listed(yours)}{rest}.")


def _ours(function: Function) -> bool:
    return str(unwrap(function).__module__).partition(".")[0] == "helpers"


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
        print(finding.text)
        if finding.printed:
            print(f"\n{finding.printed}")
        return function if finding.in_use else exercise.reference

    def hint(self, name: Any = "") -> None:
        """Print the next hint."""
        exercise = self.find(name)
        if exercise is None:
            return
        given, hints = self.hints[exercise.name], exercise.hints
        if given == len(hints):
            print(f'That was the last hint. solution("{exercise.name}") shows how we wrote {exercise.name}.')
            return
        self.hints[exercise.name] += 1
        print(f"Hint {given + 1} of {len(hints)} for {exercise.name}:\n{paragraph(hints[given])}")

    def solution(self, name: Any = "") -> None:
        """Print how we wrote it: the helper that the tests test, ready to paste into the cell."""
        exercise = self.find(name)
        if exercise is not None:
            names = list(self.exercises)
            above = names[: names.index(exercise.name)]
            print(f"# From {unwrap(exercise.reference).__module__}. Read it, close it, write your own.\n")
            *helpers, own = source(exercise.reference, above)
            print("\n\n\n".join([*helpers, f"@check\n{own}"]))

    def find(self, given: Any) -> Exercise | None:
        """The exercise of this name, or of this function's name; if there is none, a sentence, and None."""
        exercise = self.exercises.get(lookup.name_of(given))
        if exercise is None:
            print("\n".join(wrap(lookup.advice(given, self.exercises), WIDTH, break_on_hyphens=False)))
        return exercise
