"""From a section of the notes to the same matter in the course.  Notebook 99, "From the notes to the course"."""

from collections.abc import Iterator
from typing import NamedTuple

from helpers.course import tables
from helpers.course.course_map import display_markdown, link


class Passage(NamedTuple):
    """A section of the notes, what it is about, and where the course does it, such as "04 Shapes; 99 Symbols"."""

    notes: str
    section: str
    about: str
    places: str

    def headings(self) -> list[tuple[str, str]]:
        """The places as pairs of a notebook's number and a heading."""
        return [(place[:2], place[3:]) for place in self.places.split("; ")]


PASSAGES = tuple(Passage(*row) for row in tables.read("concordance.md"))


def rows() -> Iterator[str]:
    """The concordance as lines of a Markdown table, each set of notes named once."""
    named = ""
    for passage in PASSAGES:
        notes = f"**{passage.notes}**<br>" if passage.notes != named else ""
        named = passage.notes
        links = "<br>".join(link(*place) for place in passage.headings())
        yield f"| {notes}{passage.section} | {passage.about}<br>{links} |"


def show() -> None:
    """Display the concordance; what is in a notebook that is not written yet has no link."""
    head = ["| notes, section | what it is about, and where the course does it |", "|---|---|"]
    display_markdown("\n".join([*head, *rows()]))
