"""What the learner reads: one screen of plain text, the most useful sentence first."""

import re
from collections.abc import Callable
from textwrap import fill
from typing import Any

import numpy as np

from helpers.exercises.call_result import leaves
from helpers.exercises.compare import Difference, names
from helpers.exercises.exception_message import saying, where
from helpers.exercises.exercise import Exercise
from helpers.exercises.format_arrays import LARGE, WIDTH, label, show, table


def not_written(name: str) -> str:
    """The answer to a function that is still `return ...`."""
    return f"○ {name}: not written yet. {meanwhile(name)}"


def right(exercise: Exercise) -> str:
    """The answer to a right function."""
    count = f"{len(exercise.cases)} inputs"
    return f"✓ {exercise.name}: right on {count}. From here on the course runs on your {exercise.name}."


def wrong(exercise: Exercise, case: int, difference: Difference, diagnosis: str) -> str:
    """The answer to a wrong one: the diagnosis, then the smallest input that shows it and what comes out."""
    head = f"✗ {exercise.name}: not right yet.\n{paragraph(diagnosis or difference.sentence)}"
    if difference.given is None:
        return page(head, "", exercise)
    number = f"  Input {case + 1} of {len(exercise.cases)} is the smallest that shows it:"
    shown = table([*inputs(exercise, case), ("", ""), *sides(difference)])
    return page(head, f"{number}\n{shown}", exercise)


def raised(exercise: Exercise, case: int, function: Callable[..., Any], error: BaseException, diagnosis: str) -> str:
    """The answer to one that raises: the line of the learner's code, what it says, and the input."""
    place, line = where(error, function)
    message = [paragraph(text) for text in (saying(error, exercise, function), diagnosis) if text]
    code = [f"      {line}"] if line else []
    head = f"✗ {exercise.name}: {type(error).__name__}{place}{':' if line else '.'}"
    return page("\n".join([head, *code, *message]), table(inputs(exercise, case)) if place else "", exercise)


def page(head: str, shown: str, exercise: Exercise) -> str:
    """The paragraphs of an answer."""
    return "\n\n".join(part for part in (head, shown, f"  {meanwhile(exercise.name)}") if part)


def meanwhile(name: str) -> str:
    """How it goes on, whatever is wrong."""
    return f'The cells below use ours meanwhile. Stuck? hint("{name}")'


def paragraph(text: str) -> str:
    """Text indented by two and wrapped, but never within a formula: its spaces do not break."""
    formula = r"\([^()]{1,40}\)| [-+*/<>=]+ "
    kept = re.sub(formula, lambda found: found[0].replace(" ", "\u00a0"), text)
    lines = fill(kept, WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    return lines.replace("\u00a0", " ")


def inputs(exercise: Exercise, case: int) -> list[tuple[str, str]]:
    """A row for each array of an input."""
    values = zip(exercise.arguments, exercise.cases[case], strict=True)
    arrays = [pair for name, value in values for pair in zip(names(name, value), leaves(value), strict=True)]
    return [(label(name, array), show(array)) for name, array in arrays]


def sides(difference: Difference) -> list[tuple[str, str]]:
    """Two rows: what is needed against what was given; of large arrays the first place where they part."""
    part, needed, given = difference.part, difference.needed, difference.given
    if difference.place and np.size(needed) > LARGE:
        part = f"{part}{list(difference.place)}"
        needed, given = needed[difference.place], given[difference.place]
    beside = np.size(given) == np.size(needed)
    return [
        (label(f"needed {part}", needed), show(needed, given if beside else None)),
        (label(f"your {part}", given), show(given, needed if beside else None)),
    ]
