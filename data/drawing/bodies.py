"""Bodies under the heads: sitting, walking, lying, curled up, or a portrait; any head goes on any of them."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .canvas import Canvas, curve, join
from .coats import Coat, dimmed
from .heads import both

Head = Callable[..., None]


@dataclass(frozen=True)
class Animal:
    """A head, a coat, and a tail of this length and width."""

    head: Head
    coat: Coat
    tail: float
    tail_width: float


def _tail(c: Canvas, a: Animal, bend: float) -> None:
    """A tail from the origin to the right and up (bend > 0) or along the floor (bend < 0)."""
    points = curve((0, 0), (1.1 * a.tail, 0.1 * bend), (a.tail, bend * a.tail))
    c.paint(c.stroke(points, a.tail_width), a.coat.fur(c))
    c.paint(c.stroke(points[-3:], 0.98 * a.tail_width), a.coat.points)


def _leg(c: Canvas, a: Coat, x: float, top: float, foot: float, step: float = 0.0) -> None:
    c.paint(c.stroke([(x, top), (x + step, foot + 0.08)], 0.115), a.fur(c))
    c.paint(c.ellipse(x + step + 0.03, foot + 0.06, 0.15, 0.085), a.points)


def portrait(c: Canvas, a: Animal, rng: np.random.Generator) -> None:
    """The head, large, above the shoulders."""
    c.paint(c.ellipse(0, -1.15, 0.72, 0.85), a.coat.fur(c))
    c.paint(c.ellipse(0, -1.0, 0.36, 0.6), a.coat.bib, rim=0.15)
    a.head(c.frame(y=-0.05, size=0.66), a.coat, rng)


def sitting(c: Canvas, a: Animal, rng: np.random.Generator) -> None:
    """Upright, seen from the front, the tail to one side."""
    _tail(c.frame(0.32, -0.82), a, rng.uniform(-0.05, 1.2))
    for side in both(c):
        side.paint(side.ellipse(0.36, -0.7, 0.27, 0.27), a.coat.fur(c))
    c.paint(join(c.ellipse(0, -0.5, 0.45, 0.48), c.ellipse(0, -0.15, 0.33, 0.42)), a.coat.fur(c))
    c.paint(c.ellipse(0, -0.2, 0.23, 0.36), a.coat.bib, rim=0.1)
    for side in both(c):
        _leg(side, a.coat, 0.15, -0.35, -1.0)
    a.head(c.frame(rng.uniform(-0.1, 0.1), 0.36, size=0.48, turn=rng.uniform(-10, 10)), a.coat, rng)


def walking(c: Canvas, a: Animal, rng: np.random.Generator) -> None:
    """On four legs, seen from the side, the head towards us."""
    step = rng.uniform(-0.14, 0.14)
    _tail(c.frame(-0.5, 0.0, mirror=True), a, rng.uniform(0.3, 1.4))
    for x, stride in ((-0.36, step), (0.46, -step)):
        _leg(c, dimmed(a.coat, 0.75), x, -0.3, -0.86, stride)
    c.paint(
        join(c.stroke([(-0.42, -0.12), (0.36, -0.08)], 0.3), c.ellipse(-0.38, -0.16, 0.3, 0.33)),
        a.coat.fur(c),
    )
    for x, stride in ((-0.5, -step), (0.34, step)):
        _leg(c, a.coat, x, -0.3, -0.92, stride)
    a.head(c.frame(0.52, 0.3, size=0.4, turn=rng.uniform(-10, 10)), a.coat, rng)


def lying(c: Canvas, a: Animal, rng: np.random.Generator) -> None:
    """Resting on the belly, front paws together, the head up."""
    _tail(c.frame(-0.6, -0.68, mirror=True), a, rng.uniform(-0.1, 0.5))
    c.paint(join(c.ellipse(-0.1, -0.45, 0.74, 0.38), c.ellipse(-0.42, -0.4, 0.4, 0.42)), a.coat.fur(c))
    c.paint(c.ellipse(0.42, -0.45, 0.2, 0.28), a.coat.bib, rim=0.1)
    for x in (0.3, 0.56):
        c.paint(c.stroke([(x - 0.1, -0.72), (x + 0.12, -0.78)], 0.1), a.coat.points)
    a.head(c.frame(0.4, 0.05, size=0.46, turn=rng.uniform(-12, 12)), a.coat, rng)


def curled(c: Canvas, a: Animal, rng: np.random.Generator) -> None:
    """Asleep in a ring, the chin on the paws."""
    c.paint(c.ellipse(0, -0.3, 0.82, 0.55), a.coat.fur(c))
    c.paint(c.ellipse(-0.34, -0.3, 0.42, 0.42), a.coat.fur(c), rim=0.2)
    tail = curve((-0.7, -0.5), (-0.2, -0.95), (0.2 + 0.4 * a.tail, -0.68))
    c.paint(c.stroke(tail, a.tail_width), a.coat.fur(c))
    c.paint(c.stroke(tail[-3:], a.tail_width), a.coat.points)
    a.head(c.frame(0.36, -0.22, size=0.44, turn=rng.uniform(-30, 5)), a.coat, rng, asleep=True)


POSES = (portrait, sitting, walking, lying, curled)
