"""The notebooks' sources as text: their headings and sections, and what of them is prose."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

SOURCES = Path(__file__).parents[1] / "notebooks" / "source"
NAMES = [path.stem for path in sorted(SOURCES.glob("[0-9]*.md"))]

CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
NOT_PROSE = re.compile(r"\$\$.*?\$\$|\$[^$]*\$|`[^`]*`|\{\{.*?\}\}|\]\([^)]*\)|<[^>]*>", re.DOTALL)


class Section(NamedTuple):
    """A heading, of any level, and the text up to the next one; the opening has the heading of the notebook."""

    heading: str
    level: int
    text: str


@cache
def source(name: str) -> str:
    """Of a notebook such as "00_start_here": its text, without the cells of code."""
    return CODE.sub("", (SOURCES / f"{name}.md").read_text(encoding="utf-8"))


@cache
def sections(name: str) -> tuple[Section, ...]:
    parts = re.split(r"^(#+) (.+)\n", source(name), flags=re.MULTILINE)[1:]
    return tuple(Section(heading, len(level), text) for level, heading, text in zip(*[iter(parts)] * 3, strict=True))


def headings(name: str) -> list[str]:
    return [section.heading for section in sections(name)]


def text_under(name: str, heading: str) -> str:
    """All of the text from a heading to the next one of its level or above, without the headings between."""
    found = sections(name)
    first = headings(name).index(heading)
    own = [found[first].text]
    for section in found[first + 1 :]:
        if section.level <= found[first].level:
            break
        own.append(section.text)
    return "\n".join(own)


def prose(text: str) -> str:
    """Without formulas, code, the targets of links, tags, and fields that the build fills."""
    return NOT_PROSE.sub(" … ", text)


def sentences(text: str) -> Iterator[str]:
    """The sentences of prose; a paragraph, a line of a list and one of a table end a sentence too."""
    for part in re.split(r"(?<=[.?!:;])\s+|\n\s*\n|\n(?=[-|\d])", prose(text)):
        if part.strip():
            yield " ".join(part.split())
