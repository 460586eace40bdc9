"""What the learner reads: one screen of plain text, the most useful sentence first."""

from collections.abc import Callable
from textwrap import fill
from typing import Any

import numpy as np

from helpers.exercises.compare import Difference, names
from helpers.exercises.exercise import Exercise
from helpers.exercises.outcome import leaves
from helpers.exercises.tables import WIDTH, label, show, table
from helpers.exercises.trace import saying, where


def not_written(name: str) -> str:
    """The answer to a function that is still `return ...`."""
    return f"○ {name}: not written yet. {meanwhile(name)}"


def right(exercise: Exercise) -> str:
    """The answer to a right function."""
    count = f"{len(exercise.cases)} inputs"
    return f"✓ {exercise.name}: right on {count}. From here on the course runs on your {exercise.name}."


def wrong(exercise: Exercise, case: int, difference: Difference, diagnosis: str) -> str:
    """The answer to a wrong one: the diagnosis, then the smallest input that shows it, needed against given."""
    said = paragraph(diagnosis or difference.sentence)
    number = f"  Input {case + 1} of {len(exercise.cases)} is the smallest that shows it:"
    shown = table(inputs(exercise, case) + sides(difference))
    return page(f"✗ {exercise.name}: not right yet.\n{said}", f"{number}\n{shown}", exercise)


def raised(
    exercise: Exercise, case: int, function: Callable[..., Any], error: BaseException, diagnosis: str
) -> str:
    """The answer to one that raises: the line of the learner's code, what it says, and the input."""
    place, line = where(error, function)
    said = [paragraph(text) for text in (saying(error, exercise, function), diagnosis) if text]
    code = [f"      {line}"] if line else []
    head = "\n".join([f"✗ {exercise.name}: {type(error).__name__}{place}{':' if line else '.'}", *code, *said])
    return page(head, table(inputs(exercise, case)), exercise)


def page(head: str, shown: str, exercise: Exercise) -> str:
    """The three paragraphs of an answer."""
    return f"{head}\n\n{shown}\n\n  {meanwhile(exercise.name)}"


def meanwhile(name: str) -> str:
    """How it goes on, whatever is wrong."""
    return f'The cells below use ours meanwhile. Stuck? hint("{name}")'


def paragraph(text: str) -> str:
    """Text indented by two and wrapped."""
    return fill(text, WIDTH, initial_indent="  ", subsequent_indent="  ", break_long_words=False)


def inputs(exercise: Exercise, case: int) -> list[tuple[str, str]]:
    """A row for each array of an input."""
    values = zip(exercise.arguments, exercise.cases[case], strict=True)
    arrays = [pair for name, value in values for pair in zip(names(name, value), leaves(value), strict=True)]
    return [(label(name, array), show(array)) for name, array in arrays]


def sides(difference: Difference) -> list[tuple[str, str]]:
    """Two rows: what is needed against what was given."""
    part, needed, given = difference.part, difference.needed, difference.given
    if given is None:
        return []
    beside = given if np.size(given) == np.size(needed) else None
    return [
        (label(f"needed {part}", needed), show(needed, beside)),
        (label(f"your {part}", given), show(given, needed if beside is not None else None)),
    ]
