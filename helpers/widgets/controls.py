"""What a panel declares for its page: sliders, choices, toggles, buttons and fields.

Each stands at a position in a list of values.  The page knows only the position, a whole number, and the
texts; the values stay in Python and may be anything: numbers on a logarithmic scale, functions, data sets.
A field is the exception: its position is the text that was typed, which Python reads.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from numbers import Real
from typing import Any, TypeAlias

import numpy as np

from helpers.wording import rounded

LONGEST = 200  # letters of a field
SHEET, ROOM = 280, 4000  # of ink.js: side of a sheet, and numbers in all its strokes together
Position: TypeAlias = int | str | list[list[int]]
Texts: TypeAlias = Callable[[Any], str] | Sequence[str]


def _plain(value: Any) -> str:
    return rounded(float(value), 6) if isinstance(value, Real) else str(value)


@dataclass(frozen=True)
class Control:
    """The kind of a control, the name of its setting, its visible label, its values and a text for each.

    read: what makes a value of the text of a field.  fold: the name of what it is folded away in, if it is.
    """

    kind: str
    name: str
    label: str
    values: Sequence[Any]
    texts: Sequence[str] = ()
    start: Position = 0
    play: bool = False
    read: Callable[[str], Any] | None = None
    fold: str = ""

    def declared(self) -> dict[str, Any]:
        """What the page needs to build it."""
        declared = {key: getattr(self, key) for key in ("kind", "name", "label", "play", "fold")}
        return declared | {"texts": list(self.texts)}

    def value(self, position: Position) -> Any:
        """The value that a position stands for; a field raises ValueError for a text that it can't read."""
        if isinstance(position, list):
            return [np.array(stroke).reshape(-1, 2) / SHEET for stroke in position]
        return self.values[int(position)] if self.read is None else self.read(str(position))

    def position(self, value: Any) -> Position:
        """Where it stands for a value; ValueError if it has no such value.  A field stands at its text."""
        return str(value) if self.read is not None else _position(value, list(self.values), self.label)

    def checked(self, position: Any) -> Position:
        """`position` if the control can stand there; ValueError if not.  The page is never trusted."""
        if self.kind == "ink":
            return _strokes(position, self.label)
        if self.read is not None:
            if type(position) is not str or len(position) > LONGEST:
                raise ValueError(
                    f"the page sent {position!r:.40} for {self.label}; a text has at most {LONGEST} letters"
                )
            return position
        if type(position) is not int or not 0 <= position < len(self.values):
            raise ValueError(f"the page sent {position!r:.40} for {self.label}, which has no such position")
        return position


def slider(
    name: str, label: str, values: Sequence[Any], start: Any, *, text: Texts = _plain, play: bool = False
) -> Control:
    """A slider through `values`; `np.geomspace(0.001, 1, 31)` makes it logarithmic.

    start: one of the values.  text: what is shown for each, a function or a list.  play: with a Play button,
    which moves it on to its end, each step as soon as the last one is to be seen.
    """
    return _through("slider", name, label, values, start, text, play)


def choice(name: str, label: str, options: Sequence[Any], start: Any, *, text: Texts = _plain) -> Control:
    """A drop-down list of `options`, of which `start` is chosen at first.  text: as for a slider."""
    return _through("choice", name, label, options, start, text)


def toggle(name: str, label: str, start: bool = False) -> Control:
    """A check box: False or True."""
    return Control("toggle", name, label, (False, True), start=int(start))


def button(name: str, label: str) -> Control:
    """A button; its value is how often it was pressed, 0 at first: a seed, for instance."""
    return Control("button", name, label, range(1_000_000))


def field(name: str, label: str, start: str, *, read: Callable[[str], Any] = str) -> Control:
    """A line of text, `start` at first.  read: makes a value of it, or raises ValueError, whose sentence is shown."""
    read(start)
    return Control("field", name, label, (), start=start, read=read)


def ink(name: str, label: str, start: Sequence[Sequence[int]] = ()) -> Control:
    """A sheet to draw on, by pointer or keys.  start: strokes that are there at first, x, y, x, y ... from 0 to 280.

    Its value: a list of strokes, each (points, 2), x to the right and y down from 0 to 1.
    """
    return Control("ink", name, label, (), start=_strokes([list(stroke) for stroke in start], label))


def folded(name: str, controls: Sequence[Control]) -> list[Control]:
    """The same controls, folded away below the others until the reader opens what is called `name`."""
    return [replace(control, fold=name) for control in controls]


def _strokes(sent: Any, label: str) -> list[list[int]]:
    """Strokes as the page sends them, if they are: pairs of whole numbers on the sheet."""
    flat = [value for stroke in sent for value in stroke] if _lists(sent) else [None]
    if len(flat) > ROOM + 4 or not all(type(value) is int and 0 <= value <= SHEET for value in flat):
        raise ValueError(f"the page sent {sent!r:.40} for {label}; strokes are lists of whole numbers, 0 to {SHEET}")
    return list(sent)


def _lists(sent: Any) -> bool:
    return isinstance(sent, list) and all(isinstance(s, list) and len(s) % 2 == 0 and s for s in sent)


def _through(
    kind: str, name: str, label: str, values: Sequence[Any], start: Any, text: Texts, play: bool = False
) -> Control:
    values = list(values)
    texts = [text(value) for value in values] if callable(text) else text
    if not values or len(texts) != len(values):
        raise ValueError(f"{label} has {len(values)} values and {len(texts)} texts; each value needs one text")
    return Control(kind, name, label, values, texts, _position(start, values, label), play)


def _position(start: Any, values: list[Any], label: str) -> int:
    for position, value in enumerate(values):
        both_numbers = isinstance(value, Real) and isinstance(start, Real)
        if value == start or (both_numbers and math.isclose(value, start)):
            return position
    raise ValueError(f"{label} starts at {start!r}; its values are {', '.join(map(_plain, values)):.200}")
