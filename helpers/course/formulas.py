"""All formulas of the course on one sheet, each with the section that derives it.  Notebook 99, "Formulas"."""

from collections.abc import Iterator, Set
from typing import NamedTuple

from helpers.course import tables
from helpers.course.course_map import display_html, display_markdown, find, link

EARNED, OPEN = "✓", "○"

# On paper nothing scrolls: long lines of code are broken, and a page may end between two rows of a table.
ON_PAPER = """<style>
@media print {
  pre, pre * { white-space: pre-wrap !important; overflow-wrap: anywhere; }
  .jp-Cell, .jp-OutputArea-child, .jp-OutputArea-output { break-inside: auto !important; overflow: visible !important; }
  tr { break-inside: avoid; }
  .jp-RenderedHTMLCommon table { font-size: 90%; }
}
</style>"""


class Formula(NamedTuple):
    """What it is, the formula, the notebook and section that derive it, and the exercise that earns it, or ""."""

    what: str
    formula: str
    notebook: str
    section: str
    exercise: str


FORMULAS = tuple(Formula(*row) for row in tables.read("formulas.md"))


def rows(done: Set[tuple[str, str]] = frozenset()) -> Iterator[str]:
    """The sheet as lines of a Markdown table; `done`: (notebook, exercise) of those that are the reader's."""
    for line in FORMULAS:
        mark = (EARNED if (find(line.notebook).name, line.exercise) in done else OPEN) if line.exercise else ""
        yield f"| {mark} | {line.what}: {line.formula}<br>{link(line.notebook, line.section)} |"


def show(done: Set[tuple[str, str]] = frozenset()) -> None:
    """Display the sheet, with a style for paper: ✓ where you wrote the formula as a function, ○ where you can."""
    head = ["| yours | formula, and where it is derived |", "|---|---|"]
    display_markdown("\n".join([*head, *rows(done)]))
    display_html(ON_PAPER)
