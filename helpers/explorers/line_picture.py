"""The picture of one unit in the plane: its line with the arrow w, the examples; and the ramp across the line."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from helpers.activations import sigmoid
from helpers.plots.hidden_units import grid
from helpers.plots.rendering import Limits
from helpers.validation import Array
from helpers.widgets.drawing import Box, Dots, Line, Map, Mark, Words, frame
from helpers.widgets.hands import Plane
from helpers.wording import decimal

FINE, COARSE = 64, 8  # points along each side of the map; signs along each side
HEAD = 9.0  # length of an arrow's head


@dataclass(frozen=True)
class Layout:
    """Boxes of the picture, in page pixels."""

    width: int
    height: int
    plane: Box
    numbers: tuple[float, float]  # left, top
    ramp: Box
    text: float  # size of the letters


WIDE = Layout(760, 372, (16, 14, 344, 344), (400, 24), (416, 224, 320, 104), 14)
NARROW = Layout(300, 520, (6, 6, 288, 288), (10, 312), (24, 434, 262, 56), 12)


@dataclass(frozen=True)
class Unit:
    """What is drawn: a unit, the examples, the window of the plane, the arrow's two ends in the picture, and words."""

    w: Array  # (2, 1)
    b: float
    X: Array
    Y: Array
    window: Limits
    arrow: Array  # (2, 2): foot, tip
    words: list[tuple[str, bool]]  # each with whether it is bold

    @property
    def steepness(self) -> float:
        """|w|."""
        return float(np.hypot(*self.w.ravel()))


def draw(unit: Unit, layout: Layout) -> list[Mark]:
    """All marks, the ground first."""
    return [*_plane(unit, layout), *_numbers(unit, layout), *_ramp(unit, layout)]


def _plane(unit: Unit, layout: Layout) -> Iterator[Mark]:
    plane = Plane(layout.plane, unit.window)
    points = grid(unit.window, FINE)
    P = sigmoid(np.dot(unit.w.T, points) + unit.b).reshape(FINE, FINE)
    yield Map(layout.plane, 2 * P - 1)
    yield from _signs(P > 0.5, points, plane)
    size = 3.4 if unit.X.shape[1] > 4 else 9.0
    for label, shape in enumerate(("circle", "triangle")):
        yield Dots(plane.to_picture(unit.X[:, unit.Y[0] == label]), shape, f"class{label}", size)
    yield frame(layout.plane)
    ends = crossing(unit.w, unit.b, unit.window)
    if len(ends):
        yield Line(plane.to_picture(ends.T), "ink", 3.0)
        yield from _arrow(unit.arrow, layout)


def _signs(high: Array, points: Array, plane: Plane) -> Iterator[Mark]:
    """+ and - over the map, for those who see no colour."""
    inner = (slice(FINE // COARSE // 2, None, FINE // COARSE),) * 2
    here = points.reshape(2, FINE, FINE)[:, *inner]
    for side, shape in ((high[inner], "plus"), (~high[inner], "minus")):
        yield Dots(plane.to_picture(here[:, side]), shape, "grey", 3.0)


def crossing(w: Array, b: float, window: Limits) -> Array:
    """Where the line enters and leaves the window: (2, 2), one end a row; empty if it passes by."""
    left, right, bottom, top = window
    w1, w2 = w.ravel()
    found = [(x, -(w1 * x + b) / w2) for x in (left, right) if abs(w2) > 1e-12]
    found += [(-(w2 * y + b) / w1, y) for y in (bottom, top) if abs(w1) > 1e-12]
    near = 1e-9 * (right - left)
    inside = [p for p in found if left - near <= p[0] <= right + near and bottom - near <= p[1] <= top + near]
    ends = sorted(inside)
    return np.array([ends[0], ends[-1]]) if len(ends) > 1 else np.empty((0, 2))


def _arrow(arrow: Array, layout: Layout) -> Iterator[Mark]:
    """w: from its foot on the line to its tip, which can be grabbed."""
    foot, tip = arrow
    along = (tip - foot) / (np.hypot(*(tip - foot)) or 1.0)
    aside = np.array([-along[1], along[0]])
    back = tip - HEAD * along
    yield Line([foot, tip], "ink", 2.0)
    yield Line([back + 0.6 * HEAD * aside, tip, back - 0.6 * HEAD * aside], "ink", 2.0)
    yield Dots([foot], "circle", "ink", 6.0)
    yield Dots([tip], "ring", "ink", 9.0)
    left, top, wide, high = layout.plane
    x, y = np.clip(tip + 20 * along, (left + 10, top + 10), (left + wide - 10, top + high - 10))
    yield Words(x, y, "w", "ink", "center", layout.text + 1, True)


def _numbers(unit: Unit, layout: Layout) -> Iterator[Mark]:
    left, top = layout.numbers
    for place, (words, bold) in enumerate(unit.words):
        yield Words(left, top + place * 1.7 * layout.text, words, "ink", size=layout.text, bold=bold)


def _ramp(unit: Unit, layout: Layout) -> Iterator[Mark]:
    """The probability over the distance from the line, towards w, and each example at its place under or over it."""
    left, top, wide, high = layout.ramp
    reach = (unit.window[1] - unit.window[0]) / 2
    distances = np.linspace(-reach, reach, 81)
    yield Line([(left, top), (left, top + high), (left + wide, top + high)], "grey")
    yield Line([(left + wide / 2, top), (left + wide / 2, top + high)], "grey", 1.0, (3, 4))
    curve = sigmoid(unit.steepness * distances)
    yield Line(np.stack([left + wide * (distances / reach + 1) / 2, top + high * (1 - curve)], axis=1), "ink", 2.4)
    from_line = (np.dot(unit.w.T, unit.X) + unit.b)[0] / (unit.steepness or 1.0)
    x = left + wide * (from_line / reach + 1) / 2
    for label, (shape, y) in enumerate((("circle", top + high), ("triangle", top))):
        here = x[(unit.Y[0] == label) & (np.abs(from_line) <= reach)]
        yield Dots(np.stack([here, np.full(here.shape, y)], axis=1), shape, f"class{label}", 3.4)
    steep = f"the ramp across the line: steepness |w| = {decimal(unit.steepness)}"
    yield Words(left, top - 18, steep, "grey", size=layout.text - 1)
    yield Words(left - 6, top + 2, "1", "grey", "right", layout.text - 1)
    yield Words(left - 6, top + high - 2, "0", "grey", "right", layout.text - 1)
    yield Words(left + wide / 2, top + high + 16, "the line", "grey", "center", layout.text - 1)
    yield Words(left + wide, top + high + 16, "along w →", "grey", "right", layout.text - 1)
