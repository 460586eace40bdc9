"""A picture in numbers: maps, lines, dots and words, which the page draws on a canvas.

For a picture that moves all over, such as a network that learns, that is some ten times quicker than pixels from
matplotlib (benchmarks/two_ways_of_drawing.py), and the page draws it in its own colours, light or dark.
Lengths are page pixels, from the upper left corner.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from helpers.plots.style import CLASS_COLOURS, GREEN, GREY, INK, LIGHT, PINK, WHITE
from helpers.validation import Array

Box: TypeAlias = tuple[float, float, float, float]  # left, top, width, height
Colour: TypeAlias = str  # a key of COLOURS
ROWS = {"points": "<f4", "levels": "u1"}  # what a mark has many of, as numbers of which kind

# Weights have colours of their own, plus and minus: orange and blue are above 0 and below, class 1 and class 0.
# In each the ramp of a map runs from low over middle to high; the two ends differ in lightness too, for grey prints.
COLOURS: dict[str, dict[str, Any]] = {
    "light": {
        "ink": INK,
        "grey": GREY,
        "faint": LIGHT,
        "paper": WHITE,
        "neutral": "#b4b4b4",
        "class0": CLASS_COLOURS[0],
        "class1": CLASS_COLOURS[1],
        "plus": GREEN,
        "minus": PINK,
        "ramp": ["#7fb3de", "#f7f7f7", "#ffd8ad"],
    },
    "dark": {
        "ink": "#ececec",
        "grey": "#a6a6a6",
        "faint": "#4a4a4a",
        "paper": "#161616",
        "neutral": "#6a6a6a",
        "class0": "#7cc4f5",
        "class1": "#ff9d4d",
        "plus": "#3fcf9f",
        "minus": "#e6a0c8",
        "ramp": ["#12426b", "#1c1f23", "#8f5a26"],
    },
}
VALUES = 9  # strong colours for values from -1, "value0", to 1, "value8"


def _between(low: str, high: str, share: float) -> str:
    """The colour so far from one to another."""
    ends = ([int(colour[at : at + 2], 16) for at in (1, 3, 5)] for colour in (low, high))
    return "#" + "".join(f"{round(a + share * (b - a)):02x}" for a, b in zip(*ends, strict=True))


for _theme in COLOURS.values():
    _ends = [_theme["class0"], _theme["neutral"], _theme["class1"]]
    for _place, _value in enumerate(np.linspace(0, 2, VALUES)):
        _side = min(int(_value), 1)
        _theme[f"value{_place}"] = _between(_ends[_side], _ends[_side + 1], _value - _side)


@dataclass(frozen=True)
class Map:
    """Values (rows, columns) from -1 to 1, the first row at the bottom, as colours that run into each other."""

    box: Box
    values: Array

    def declared(self) -> dict[str, Any]:
        """Bytes from 0 to 254, the middle 127; what is no number stands in the middle."""
        levels = np.nan_to_num(127 + 127 * np.clip(self.values, -1, 1), nan=127).astype(np.uint8)
        return {"kind": "map", "box": self.box, "shape": self.values.shape, "levels": levels.ravel()}


@dataclass(frozen=True)
class Bar:
    """A box of one colour."""

    box: Box
    colour: Colour = "ink"

    def declared(self) -> dict[str, Any]:
        """For the page."""
        return {"kind": "bar", "box": self.box, "colour": self.colour}


@dataclass(frozen=True)
class Line:
    """Through points (n, 2); dash: lengths of stroke and gap."""

    points: Any
    colour: Colour = "ink"
    width: float = 1.5
    dash: Sequence[float] = ()

    def declared(self) -> dict[str, Any]:
        """For the page."""
        return vars(self) | {"kind": "line", "points": _flat(self.points)}


@dataclass(frozen=True)
class Dots:
    """At points (n, 2), one shape for all: circle, triangle, plus, minus or ring."""

    points: Any
    shape: str = "circle"
    colour: Colour = "ink"
    size: float = 3.5

    def declared(self) -> dict[str, Any]:
        """For the page."""
        return vars(self) | {"kind": "dots", "points": _flat(self.points)}


@dataclass(frozen=True)
class Words:
    """A line of text whose middle is at the height y; align: which end of it is at x, left, center or right.

    code: in letters that are all as wide as each other.
    """

    x: float
    y: float
    text: str
    colour: Colour = "ink"
    align: str = "left"
    size: float = 13
    bold: bool = False
    code: bool = False

    def declared(self) -> dict[str, Any]:
        """For the page."""
        return vars(self) | {"kind": "words"}


Mark: TypeAlias = Map | Bar | Line | Dots | Words


@dataclass(frozen=True)
class Drawing:
    """Marks on a sheet, each over those before it."""

    width: int
    height: int
    marks: Sequence[Mark]

    def declared(self) -> list[dict[str, Any]]:
        """What the page draws."""
        return [mark.declared() for mark in self.marks]

    def packed(self) -> dict[str, Any]:
        """The same as a text, and all points and levels each in a row: Jupyter looks at every number of a list."""
        marks = self.declared()
        rows = {name: [mark[name] for mark in marks if name in mark] for name in ROWS}
        packed = {name: np.concatenate([*row, []]).round(1).astype(ROWS[name]).tobytes() for name, row in rows.items()}
        for mark in marks:
            mark.update({name: mark[name].size for name in ROWS if name in mark})
        return packed | {"marks": json.dumps(marks, separators=(",", ":"))}


def frame(box: Box, colour: Colour = "grey", width: float = 1.0, dash: Sequence[float] = ()) -> Line:
    """The outline of a box."""
    left, top, wide, high = box
    right, bottom = left + wide, top + high
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    return Line(corners, colour, width, dash)


def _flat(points: Any) -> Array:
    """x, y, x, y ..."""
    return np.asarray(points, float).ravel()
