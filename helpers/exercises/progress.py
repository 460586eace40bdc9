"""progress(): a strip for each notebook, with a mark for each exercise: ✓ yours, ◐ tried, ○ open."""

from collections.abc import Sequence
from html import escape
from textwrap import fill
from typing import NamedTuple

from helpers.course.course_map import anchor
from helpers.exercises import progress_file
from helpers.exercises.card import card
from helpers.exercises.format_arrays import WIDTH
from helpers.exercises.registry import NOTEBOOKS, load, title
from helpers.exercises.rich_output import show

MARKS = {"done": "✓", "tried": "◐", "open": "○"}
WORDS = {"done": "yours", "tried": "tried", "open": "open"}
LEGEND = ", ".join(f"{MARKS[state]} {word}" for state, word in WORDS.items())


class Mark(NamedTuple):
    """An exercise and its state; one that a newer course wrote counts as done."""

    name: str
    section: str
    state: str


def progress(notebook: str = "") -> None:
    """Show the exercises of a notebook, such as "02_logistic_regression", or of all: ✓ yours, ◐ tried, ○ open."""
    if notebook:
        strip = marks(notebook)
        _show("strip", _html(notebook, strip), _text(notebook, strip))
        return
    strips = {each: marks(each) for each in NOTEBOOKS}
    whole = f"The course: {count([mark for strip in strips.values() for mark in strip])}."
    html = "".join(_html(each, strip, f"{each}.ipynb") for each, strip in strips.items())
    text = "\n".join(_text(each, strip) for each, strip in strips.items())
    _show("course", f"<p><b>{whole}</b></p>\n{html}", f"{whole}\n{text}")


def done() -> set[tuple[str, str]]:
    """The exercises that are the learner's, such as ("02_logistic_regression", "sigmoid")."""
    return {(each, mark.name) for each in NOTEBOOKS for mark in marks(each) if mark.state == "done"}


def _show(kind: str, html: str, text: str) -> None:
    show(card(kind, f"{html}<p><small>{LEGEND}</small></p>\n"), f"{text}\n{LEGEND}")


def marks(notebook: str) -> Sequence[Mark]:
    """The exercises of a notebook, each with its state."""
    known = progress_file.read().get(notebook, {})
    states = ((exercise, known.get(exercise.name, "open")) for exercise in load(notebook))
    return [
        Mark(exercise.name, exercise.section, state if state in progress_file.STATES else "done")
        for exercise, state in states
    ]


def count(strip: Sequence[Mark]) -> str:
    """Such as "5 of 7 are yours"."""
    done = sum(mark.state == "done" for mark in strip)
    return f"{done} of {len(strip)} {'is' if done == 1 else 'are'} yours"


def _text(notebook: str, strip: Sequence[Mark]) -> str:
    signs = "  ".join(f"{MARKS[mark.state]}\u00a0{mark.name}" for mark in strip)
    lines = fill(signs, WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    return f"{title(notebook)}: {count(strip)}\n{lines}".replace("\u00a0", " ")


def _html(notebook: str, strip: Sequence[Mark], file: str = "") -> str:
    """Each name leads to the section that the exercise belongs to, in this notebook or in another file."""
    items = "".join(
        f'<li class="{mark.state}"><span class="sign" role="img" aria-label="{WORDS[mark.state]}">'
        f'{MARKS[mark.state]}</span> <a href="{file}#{escape(anchor(mark.section))}">{mark.name}</a></li>'
        for mark in strip
    )
    return f"<p><b>{title(notebook)}</b>: {count(strip)}</p>\n<ul>{items}</ul>\n"
