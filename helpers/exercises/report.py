"""What the learner reads, as a verdict: the most useful sentence first, then the numbers that show it."""

import ast
from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.exercises.call_result import leaves
from helpers.exercises.compare import Difference
from helpers.exercises.exception_message import explanation, failing_line
from helpers.exercises.exercise import Exercise
from helpers.exercises.format_arrays import LARGE
from helpers.exercises.labels import names
from helpers.exercises.source import source
from helpers.exercises.verdict import OPEN, RIGHT, WRONG, Shown, Verdict

Function = Callable[..., Any]

MEANWHILE = "The cells below use ours meanwhile."


def not_written(name: str) -> Verdict:
    """The answer to a function that is still `return ...`."""
    return Verdict(OPEN, name, "not written yet.", closing=MEANWHILE)


def right(exercise: Exercise) -> Verdict:
    """The answer to a right function."""
    closing = f"From here on the course runs on your {exercise.name}."
    if exercise.within:
        closing = f"Networks run on it once your {exercise.within} calls it."
    return Verdict(RIGHT, exercise.name, f"right on {len(exercise.cases)} inputs.", closing=closing)


def slow(exercise: Exercise, times: float, minutes: float) -> Verdict:
    """The answer to a function that is right, but would make the cells below take minutes."""
    much = f"about {times:.0f} times" if times < 1000 else "more than 1000 times"
    wait = f"about {minutes:.0f} minute{'s' * (round(minutes) != 1)}" if minutes >= 1 else f"{60 * minutes:.0f} seconds"
    quicker = "loops only over the layers" if loops(exercise) else "does without the loop"
    sentence = (
        f"It is right, and {much} slower than ours: the cells below would take {wait} on it. They use ours "
        f"until yours {quicker}. (`%%time` above a cell tells how long it takes.)"
    )
    title = f"right on {len(exercise.cases)} inputs, but slow."
    return Verdict(RIGHT, exercise.name, title, sentences=(sentence,))


def loops(exercise: Exercise) -> bool:
    """Is there a loop in ours?"""
    return any(isinstance(node, (ast.For, ast.While)) for node in ast.walk(ast.parse(source(exercise.reference))))


def no_answer(exercise: Exercise, case: int, sentence: str) -> Verdict:
    """The answer to one that has nothing to compare at one input: a sentence, and this input."""
    shown = inputs(exercise, case)
    return Verdict(WRONG, exercise.name, "not right yet.", sentences=(sentence,), inputs=shown, closing=MEANWHILE)


def wrong(exercise: Exercise, case: int, difference: Difference, diagnosis: str) -> Verdict:
    """The answer to a wrong one: the diagnosis, then the smallest input that shows it and what comes out."""
    sentences = (diagnosis or difference.sentence,)
    if difference.given is None:
        return Verdict(WRONG, exercise.name, "not right yet.", sentences=sentences, closing=MEANWHILE)
    return Verdict(
        WRONG,
        exercise.name,
        "not right yet.",
        sentences=sentences,
        compared=needed_and_given(difference),
        which=f"Input {case + 1} of {len(exercise.cases)} is the smallest that shows it:",
        inputs=inputs(exercise, case),
        closing=MEANWHILE,
    )


def raised(exercise: Exercise, case: int, function: Function, error: BaseException, diagnosis: str) -> Verdict:
    """The answer to one that raises: the line of the learner's code, what it says, and the input."""
    place, line = failing_line(error, function)
    return Verdict(
        WRONG,
        exercise.name,
        f"{type(error).__name__}{place}{':' if line else '.'}",
        code=line,
        sentences=tuple(text for text in (explanation(error, exercise, function), diagnosis) if text),
        inputs=inputs(exercise, case) if place else (),
        closing=MEANWHILE,
    )


def inputs(exercise: Exercise, case: int) -> tuple[Shown, ...]:
    """The arrays of an input, each under its name."""
    labelled = zip(exercise.labels, exercise.cases[case], strict=True)
    return tuple(
        Shown(name, array)
        for label, value in labelled
        for name, array in zip(names(label, value), leaves(value), strict=True)
    )


def needed_and_given(difference: Difference) -> tuple[Shown, Shown]:
    """What is needed and what was given; of large arrays the first wrong number alone."""
    part, needed, given, wrong = difference.part, difference.needed, difference.given, difference.wrong
    if difference.place and np.size(needed) > LARGE:
        part = f"{part}{list(difference.place)}"
        needed, given, wrong = needed[difference.place], given[difference.place], np.array(True)
    beside = np.size(given) == np.size(needed)
    return (
        Shown(f"needed {part}", needed, given if beside else None, wrong),
        Shown(f"your {part}", given, needed if beside else None, wrong, sign="≠"),
    )
