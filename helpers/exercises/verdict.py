"""What check says of a function, in parts: the same parts become plain text here, and a card on the page."""

import re
from dataclasses import dataclass
from textwrap import fill
from typing import Any

from helpers.exercises.format_arrays import WIDTH, show, table, with_shape

RIGHT, WRONG, OPEN = "✓", "✗", "○"


@dataclass(frozen=True, eq=False)
class Shown:
    """An array under its name.

    beside: the array that it is compared with, so that both are written with the same digits
    wrong:  where the two differ, True or False for each number; None if their shapes do
    sign:   what stands before each number that is wrong
    """

    name: str
    value: Any
    beside: Any = None
    wrong: Any = False
    sign: str = ""

    @property
    def row(self) -> tuple[str, str]:
        """Its name with its shape, and its numbers."""
        return with_shape(self.name, self.value), show(self.value, self.beside)


@dataclass(frozen=True, eq=False)
class Verdict:
    """sign, name and title: "✓ sigmoid: right on 6 inputs."; the rest is there where there is something to say.

    code:      the line of the learner's code that raised
    sentences: what is wrong, the most useful first
    compared:  what is needed, and what was given
    which:     the sentence above the input
    inputs:    the arrays of the input
    closing:   how to go on
    printed:   what the function printed while it was tested
    """

    sign: str
    name: str
    title: str
    code: str = ""
    sentences: tuple[str, ...] = ()
    compared: tuple[Shown, ...] = ()
    which: str = ""
    inputs: tuple[Shown, ...] = ()
    closing: str = ""
    printed: str = ""

    @property
    def text(self) -> str:
        """One screen of plain text; one line if there is nothing to show."""
        head = f"{self.sign} {self.name}: {self.title}"
        way_on = self.closing if self.sign == RIGHT else f'{self.closing} Stuck? hint("{self.name}")'
        if not self.sentences:
            head, way_on = f"{head} {way_on}", ""
        code = [f"      {self.code}"] if self.code else []
        head = "\n".join([head, *code, *map(paragraph, self.sentences)])
        return "\n\n".join(part for part in (head, self._numbers(), way_on and f"  {way_on}", self.printed) if part)

    def _numbers(self) -> str:
        """The input, then what is needed and what was given, in one table."""
        gap = [("", "")] if self.inputs and self.compared else []
        rows = [*(each.row for each in self.inputs), *gap, *(each.row for each in self.compared)]
        which = [f"  {self.which}"] if self.which else []
        return "\n".join([*which, table(rows)]) if rows else ""


def paragraph(text: str) -> str:
    """Text indented by two and wrapped, but never within a formula: its spaces do not break."""
    formula = r"\([^()]{1,40}\)| [-+*/<>=]+ "
    kept = re.sub(formula, lambda found: found[0].replace(" ", "\u00a0"), text)
    lines = fill(kept, WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    return lines.replace("\u00a0", " ")
