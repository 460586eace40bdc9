"""The words of the course, in English and Korean, each with the section that introduces it.  Notebook 99, "Words"."""

from collections.abc import Iterator
from typing import NamedTuple

from helpers.course import tables
from helpers.course.course_map import display_markdown, link


class Word(NamedTuple):
    """A word, its Korean, its symbol, what it is, and where it is introduced."""

    english: str
    korean: str
    symbol: str
    meaning: str
    notebook: str
    section: str


WORDS = tuple(Word(*row) for row in tables.read("glossary.md"))


def rows() -> Iterator[str]:
    """The glossary as lines of a Markdown table."""
    for word in WORDS:
        korean = f'<span style="white-space: nowrap">{word.korean}</span>'  # else a line may end inside a word
        place = link(word.notebook, word.section)
        yield f"| **{word.english}** {word.symbol}<br>{korean} | {word.meaning}<br>{place} |"


def show() -> None:
    """Display the glossary: words of notebooks that are there are links to the section that introduces them."""
    head = ["| word, symbol, 한국어 | what it is, and where it comes first |", "|---|---|"]
    display_markdown("\n".join([*head, *rows()]))
