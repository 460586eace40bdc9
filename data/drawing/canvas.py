"""A canvas and the shapes on it, in NumPy alone.

A shape is a field: one number for every point of the canvas, above 0 inside (1 in the middle), 0 on the edge, below 0
outside.  So `join` is a maximum, `overlap` a minimum, and `-shape` is everything outside it.
The canvas has FINE x FINE points for each pixel; their mean is the pixel, which makes edges smooth.
"""

import math
from collections.abc import Sequence
from functools import reduce

import numpy as np
from numpy.typing import ArrayLike, NDArray

SIZE = 64
FINE = 3

Field = NDArray[np.float64]
Point = tuple[float, float]


class Canvas:
    """Points and their colours, seen through a frame: x runs to the right and y up, -1 to 1 across the picture."""

    def __init__(self, colours: Field, x: Field, y: Field) -> None:
        self.colours, self.x, self.y = colours, x, y

    @classmethod
    def blank(cls) -> "Canvas":
        """A black canvas."""
        steps = (np.arange(SIZE * FINE) + 0.5) * 2 / (SIZE * FINE) - 1
        x, y = np.meshgrid(steps, -steps)
        return cls(np.zeros((*x.shape, 3)), x, y)

    def frame(self, x: float = 0, y: float = 0, size: float = 1, turn: float = 0, mirror: bool = False) -> "Canvas":
        """The same canvas with its origin at (x, y), `size` times as large, turned left by `turn` degrees."""
        cos, sin = math.cos(math.radians(turn)) / size, math.sin(math.radians(turn)) / size
        right, up = self.x - x, self.y - y
        across = cos * right + sin * up
        return Canvas(self.colours, -across if mirror else across, cos * up - sin * right)

    def ellipse(self, x: float, y: float, rx: float, ry: float | None = None, turn: float = 0) -> Field:
        """An ellipse about (x, y) with half-axes rx and ry; a disc without ry."""
        local = self.frame(x, y, turn=turn) if turn else self
        dx, dy = (local.x, local.y) if turn else (self.x - x, self.y - y)
        return 1 - (dx / rx) ** 2 - (dy / (ry or rx)) ** 2

    def box(self, x: float, y: float, rx: float, ry: float, corner: float = 0.02) -> Field:
        """A rectangle about (x, y) with half-sides rx and ry and rounded corners."""
        dx = np.maximum(abs(self.x - x) - rx + corner, 0)
        dy = np.maximum(abs(self.y - y) - ry + corner, 0)
        return 1 - (dx**2 + dy**2) / corner**2

    def polygon(self, *corners: Point) -> Field:
        """A convex polygon; its corners follow each other anticlockwise."""
        edges = zip(corners, corners[1:] + corners[:1], strict=True)
        field = reduce(np.minimum, [self._left_of(a, b) for a, b in edges])
        return field / max(field.max(), 1e-9)

    def _left_of(self, a: Point, b: Point) -> Field:
        dx, dy = b[0] - a[0], b[1] - a[1]
        return (dx * (self.y - a[1]) - dy * (self.x - a[0])) / math.hypot(dx, dy)

    def stroke(self, points: Sequence[Point], width: float) -> Field:
        """A line through the points with round ends, `width` from its middle to its edge."""
        squares = [self._square_distance(a, b) for a, b in zip(points, points[1:], strict=False)]
        return 1 - reduce(np.minimum, squares) / width**2

    def _square_distance(self, a: Point, b: Point) -> Field:
        dx, dy = b[0] - a[0], b[1] - a[1]
        right, up = self.x - a[0], self.y - a[1]
        along = np.clip((right * dx + up * dy) / (dx * dx + dy * dy), 0, 1)
        return (right - along * dx) ** 2 + (up - along * dy) ** 2

    def paint(self, shape: Field, colour: ArrayLike, rim: float = 0.3, opacity: float = 1) -> None:
        """Fill the shape with a colour (3 numbers of 0 to 1, or 3 a point), darker by `rim` towards its edge."""
        inside = shape > 0
        colour = np.broadcast_to(colour, self.colours.shape)[inside]
        shade = 1 - rim * (1 - np.minimum(shape[inside], 1)) ** 2
        self.colours[inside] += opacity * (colour * shade[:, None] - self.colours[inside])

    def pixels(self) -> Field:
        """The picture: (SIZE, SIZE, 3), each pixel the mean of its points."""
        return self.colours.reshape(SIZE, FINE, SIZE, FINE, 3).mean(axis=(1, 3))


def join(*shapes: Field) -> Field:
    """What lies in any of the shapes."""
    return reduce(np.maximum, shapes)


def overlap(*shapes: Field) -> Field:
    """What lies in all of the shapes."""
    return reduce(np.minimum, shapes)


def curve(start: Point, bend: Point, end: Point, pieces: int = 7) -> list[Point]:
    """Points along a Bezier curve that leaves `start` towards `bend` and comes from there to `end`."""
    ts = [i / pieces for i in range(pieces + 1)]
    weights = [((1 - t) ** 2, 2 * t * (1 - t), t * t) for t in ts]
    return [tuple(p * start[k] + q * bend[k] + r * end[k] for k in (0, 1)) for p, q, r in weights]  # type: ignore
