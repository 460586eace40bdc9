"""What the learner reads: one screen of plain text, the most useful sentence first."""

import re
from collections.abc import Callable
from textwrap import fill
from typing import Any

import numpy as np

from helpers.exercises.call_result import leaves
from helpers.exercises.compare import Difference
from helpers.exercises.exception_message import explanation, failing_line
from helpers.exercises.exercise import Exercise
from helpers.exercises.format_arrays import LARGE, WIDTH, show, table, with_shape
from helpers.exercises.labels import names


def not_written(name: str) -> str:
    """The answer to a function that is still `return ...`."""
    return f"○ {name}: not written yet. {closing_line(name)}"


def right(exercise: Exercise) -> str:
    """The answer to a right function."""
    count = f"{len(exercise.cases)} inputs"
    return f"✓ {exercise.name}: right on {count}. From here on the course runs on your {exercise.name}."


def slow(exercise: Exercise, times: float, minutes: float) -> str:
    """The answer to a function that is right, but would make the cells below take minutes."""
    much = f"about {times:.0f} times" if times < 1000 else "more than 1000 times"
    wait = f"about {minutes:.0f} minute{'s' * (round(minutes) != 1)}"
    text = (
        f"It is right, and {much} slower than ours: the cells below would take {wait} on it. They use ours "
        "until yours does without the loop. (`%%time` above a cell tells how long it takes.)"
    )
    return f"✓ {exercise.name}: right on {len(exercise.cases)} inputs, but slow.\n{paragraph(text)}"


def no_answer(exercise: Exercise, case: int, sentence: str) -> str:
    """The answer to one that has nothing to compare at one input: a sentence, and this input."""
    return one_screen(
        f"✗ {exercise.name}: not right yet.\n{paragraph(sentence)}", table(inputs(exercise, case)), exercise
    )


def wrong(exercise: Exercise, case: int, difference: Difference, diagnosis: str) -> str:
    """The answer to a wrong one: the diagnosis, then the smallest input that shows it and what comes out."""
    head = f"✗ {exercise.name}: not right yet.\n{paragraph(diagnosis or difference.sentence)}"
    if difference.given is None:
        return one_screen(head, "", exercise)
    number = f"  Input {case + 1} of {len(exercise.cases)} is the smallest that shows it:"
    shown = table([*inputs(exercise, case), ("", ""), *needed_and_given(difference)])
    return one_screen(head, f"{number}\n{shown}", exercise)


def raised(exercise: Exercise, case: int, function: Callable[..., Any], error: BaseException, diagnosis: str) -> str:
    """The answer to one that raises: the line of the learner's code, what it says, and the input."""
    place, line = failing_line(error, function)
    sentences = [paragraph(text) for text in (explanation(error, exercise, function), diagnosis) if text]
    code = [f"      {line}"] if line else []
    head = f"✗ {exercise.name}: {type(error).__name__}{place}{':' if line else '.'}"
    return one_screen("\n".join([head, *code, *sentences]), table(inputs(exercise, case)) if place else "", exercise)


def one_screen(head: str, shown: str, exercise: Exercise) -> str:
    """An answer: what is wrong, the numbers that show it, and how to go on."""
    return "\n\n".join(part for part in (head, shown, f"  {closing_line(exercise.name)}") if part)


def closing_line(name: str) -> str:
    """How to go on, whatever is wrong."""
    return f'The cells below use ours meanwhile. Stuck? hint("{name}")'


def paragraph(text: str) -> str:
    """Text indented by two and wrapped, but never within a formula: its spaces do not break."""
    formula = r"\([^()]{1,40}\)| [-+*/<>=]+ "
    kept = re.sub(formula, lambda found: found[0].replace(" ", "\u00a0"), text)
    lines = fill(kept, WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    return lines.replace("\u00a0", " ")


def inputs(exercise: Exercise, case: int) -> list[tuple[str, str]]:
    """A row for each array of an input."""
    rows = []
    for label, value in zip(exercise.labels, exercise.cases[case], strict=True):
        rows += [(with_shape(name, a), show(a)) for name, a in zip(names(label, value), leaves(value), strict=True)]
    return rows


def needed_and_given(difference: Difference) -> list[tuple[str, str]]:
    """Two rows: what is needed against what was given; of large arrays the first wrong number alone."""
    part, needed, given = difference.part, difference.needed, difference.given
    if difference.place and np.size(needed) > LARGE:
        part = f"{part}{list(difference.place)}"
        needed, given = needed[difference.place], given[difference.place]
    beside = np.size(given) == np.size(needed)
    return [
        (with_shape(f"needed {part}", needed), show(needed, given if beside else None)),
        (with_shape(f"your {part}", given), show(given, needed if beside else None)),
    ]
