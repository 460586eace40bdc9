"""What every picture of a network draws: weights as curves, maps with signs, points of two kinds, columns of maps."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from helpers.plots.hidden_units import grid, level_lines
from helpers.validation import Array
from helpers.widgets.drawing import Box, Dots, Line, Mark
from helpers.widgets.hands import Plane

COARSE = 8  # signs along each side of a map
WIDEST, THINNEST = 5.5, 0.6  # strokes of the largest weight and of the smallest
LONG = 60.0  # page pixels across: from here on a curve has more points


def _bend(points: int) -> Array:
    """A curve from (0, 0) to (1, 1) that leaves and arrives level, with more points where it bends."""
    t = (1 - np.cos(np.linspace(0, np.pi, points))) / 2
    return np.stack([t, (3 - 2 * t) * t * t], axis=1)


SHORT_BEND, LONG_BEND = _bend(9), _bend(21)


def curve(start: Any, end: Any) -> Array:
    """From one place to another, (points, 2)."""
    bend = LONG_BEND if end[0] - start[0] > LONG else SHORT_BEND
    return np.asarray(start + np.subtract(end, start) * bend)


def weight(points: Array, value: float, largest: float, widest: float = WIDEST) -> Line:
    """A curve, as wide as the weight is large; whole if it is positive, dashed if negative."""
    if value == 0:
        return Line(points, "grey", THINNEST)
    width = round(THINNEST + (widest - THINNEST) * float(abs(value) / largest), 2)
    return Line(points, "plus", width) if value > 0 else Line(points, "minus", width, (3 + width, 4 + width))


def signs(values: Array, plane: Plane) -> Iterator[Mark]:
    """+ and - over a map (steps, steps), where it is above 0 and below, for those who see no colour."""
    steps = len(values)
    every = steps // COARSE
    inner = (slice(every // 2, None, every),) * 2
    points = grid(plane.window, steps).reshape(2, steps, steps)[:, *inner]
    for here, shape in ((values[inner] > 0, "plus"), (values[inner] < 0, "minus")):
        yield Dots(plane.to_picture(points[:, here]), shape, "grey", 3.0)


def zero_lines(Z: Array, plane: Plane, width: float) -> Iterator[Mark]:
    """Where Z (steps, steps) over the plane is 0."""
    for line in level_lines(Z, plane.window):
        yield Line(plane.to_picture(line.T), "ink", width)


def two_kinds(X: Array, Y: Array, plane: Plane) -> Iterator[Mark]:
    """The points X (2, m): circles of class 0 and triangles of class 1."""
    for label, shape in enumerate(("circle", "triangle")):
        yield Dots(plane.to_picture(X[:, Y[0] == label]), shape, f"class{label}", 3.6)


def scaled(heights: Array) -> Array:
    """The heights (steps * steps), from -1 to 1, as a map (steps, steps)."""
    steps = int(len(heights) ** 0.5)
    return (heights / (np.abs(heights).max() or 1.0)).reshape(steps, steps)


def column(x: float, top: float, high: float, count: int, side: float, gap: float, least: float = 5.0) -> list[Box]:
    """So many squares about x, one below the other in the middle of the height, as large as `side` if they can.

    gap: from one to the next where there is room.  least: and where there is not.
    """
    pitch = min(high / count, side + gap)
    side = min(side, pitch - least)
    first = top + (high - pitch * count) / 2 + (pitch - side) / 2
    return [(x - side / 2, first + pitch * place, side, side) for place in range(count)]


def left_of(box: Box) -> tuple[float, float]:
    """The middle of its left side."""
    return box[0], box[1] + box[3] / 2


def right_of(box: Box) -> tuple[float, float]:
    """The middle of its right side."""
    return box[0] + box[2], box[1] + box[3] / 2
