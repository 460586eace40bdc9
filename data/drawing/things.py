"""Things: houses, trees, cars, balls, flowers, cups. Each fills the frame it is given."""

import numpy as np

from .canvas import Canvas, curve, join, overlap
from .coats import BLACK, WHITE, pick, rgb

PAINTS = "c8473a 3f7fc0 e0b23c 6d8f4e dd8a3c f0ede6 7d7670 94714c 4a4650 a05a8c"
GLASS = rgb("a8cfe0")


def house(c: Canvas, rng: np.random.Generator) -> None:
    """A gable, a door, two windows, a chimney."""
    wall, roof, door = pick(rng, PAINTS), pick(rng, "a8442f 5b554f 7a4a30 4a5a6a"), pick(rng, PAINTS)
    c.paint(c.box(0.42, 0.65, 0.1, 0.25), roof * 0.8, rim=0.1)
    c.paint(c.box(0, -0.4, 0.68, 0.55), wall, rim=0)
    c.paint(c.polygon((-0.9, 0.1), (0.9, 0.1), (0, 0.92)), roof, rim=0.15)
    c.paint(c.box(0, -0.62, 0.16, 0.34), door, rim=0)
    c.paint(c.ellipse(0.09, -0.62, 0.03), WHITE, rim=0)
    for side in both_windows(c):
        side.paint(side.box(0, 0, 0.17, 0.19), WHITE, rim=0)
        side.paint(side.box(0, 0, 0.13, 0.15), GLASS, rim=0)
        side.paint(join(side.box(0, 0, 0.02, 0.15), side.box(0, 0, 0.15, 0.02)), WHITE, rim=0)


def both_windows(c: Canvas) -> tuple[Canvas, Canvas]:
    """The frames of the windows on both sides of a door."""
    return c.frame(-0.42, -0.3), c.frame(0.42, -0.3)


def tree(c: Canvas, rng: np.random.Generator) -> None:
    """A trunk with a round crown, or a fir."""
    trunk, leaves = pick(rng, "6e4a2f 5d4a3c 7a5c40"), pick(rng, "4f8a3c 6d8f4e 38703c c88a30 a8542f")
    c.paint(c.polygon((-0.15, -1), (0.15, -1), (0.09, 0.2), (-0.09, 0.2)), trunk)
    if rng.random() < 0.4:
        for y in (-0.5, -0.1, 0.3):
            width = 0.65 - 0.3 * (y + 0.5)
            c.paint(c.polygon((-width, y), (width, y), (0, y + 0.7)), leaves, rim=0.3)
        return
    for x, y, r in (
        (-0.35, 0.15, 0.36),
        (0.36, 0.12, 0.37),
        (-0.18, 0.52, 0.38),
        (0.2, 0.5, 0.4),
        (0, 0.22, 0.42),
    ):
        c.paint(c.ellipse(x, y, r * rng.uniform(0.9, 1.15)), leaves * rng.uniform(0.88, 1.08))


def car(c: Canvas, rng: np.random.Generator) -> None:
    """A car from the side."""
    c, body = c.frame(y=-0.3), pick(rng, PAINTS)
    roof = c.polygon((-0.62, -0.1), (0.5, -0.1), (0.2, 0.36), (-0.4, 0.36))
    c.paint(roof, body, rim=0.1)
    c.paint(overlap(roof - 0.25, -c.box(-0.06, 0.1, 0.04, 0.4)), GLASS, rim=0)
    c.paint(join(c.box(0, -0.26, 0.95, 0.2, 0.16)), body, rim=0.15)
    c.paint(c.ellipse(0.88, -0.2, 0.07), rgb("f6e6a0"), rim=0)
    c.paint(c.box(0, -0.38, 0.92, 0.03), body * 0.7, rim=0)
    for x in (-0.52, 0.54):
        c.paint(c.ellipse(x, -0.46, 0.23), BLACK, rim=0)
        c.paint(c.ellipse(x, -0.46, 0.11), 0.75 * WHITE, rim=0.3)


def ball(c: Canvas, rng: np.random.Generator) -> None:
    """A ball with coloured panels, or with dots."""
    colours = [pick(rng, PAINTS), pick(rng, PAINTS), WHITE]
    c = c.frame(y=-0.18)
    shape = c.ellipse(0, 0, 0.8)
    c.paint(shape, colours[0])
    if rng.random() < 0.5:
        for turn, colour in zip((-35, 35), colours[1:], strict=True):
            c.paint(overlap(shape, c.ellipse(0, 0, 0.25, 0.95, turn=turn)), colour, rim=0.35)
    else:
        for angle in np.arange(5) * 1.2566:
            c.paint(
                overlap(shape, c.ellipse(0.52 * np.cos(angle), 0.52 * np.sin(angle), 0.2)),
                colours[1],
                rim=0.2,
            )
        c.paint(c.ellipse(0, 0, 0.2), colours[1], rim=0)
    c.paint(c.ellipse(-0.3, 0.36, 0.16, 0.1, turn=35), WHITE, rim=0, opacity=0.6)


def flower(c: Canvas, rng: np.random.Generator) -> None:
    """A stem with two leaves, a ring of petals."""
    petals, middle, green = (
        pick(rng, "e05a7a f0c030 f4f0ea a05ac0 e07a3c c8473a"),
        pick(rng, "e8b020 6e4a2f"),
        pick(rng, "4f8a3c 6d8f4e"),
    )
    c.paint(c.stroke(curve((0, 0.2), (0.12, -0.5), (0, -1)), 0.055), green)
    for side in (c.frame(0, -0.8), c.frame(0, -0.8, mirror=True)):
        side.paint(side.ellipse(0.28, 0.12, 0.3, 0.1, turn=30), green)
    head, count = c.frame(0, 0.32, size=0.62), int(rng.integers(5, 10))
    for k in range(count):
        petal = head.frame(turn=360 * k / count)
        petal.paint(petal.ellipse(0.62, 0, 0.42, 2.2 / count), petals, rim=0.35)
    head.paint(head.ellipse(0, 0, 0.34), middle)


def cup(c: Canvas, rng: np.random.Generator) -> None:
    """A mug with a handle, seen a little from above."""
    c = c.frame(y=-0.15)
    glaze, drink = pick(rng, PAINTS), pick(rng, "4a2c1a 8a5a30 c89050")
    c.paint(overlap(c.ellipse(0.6, -0.1, 0.36, 0.4), -c.ellipse(0.6, -0.1, 0.21, 0.25)), glaze * 0.85)
    c.paint(join(c.box(0, -0.15, 0.6, 0.6, 0.15), c.ellipse(0, -0.66, 0.56, 0.16)), glaze, rim=0.1)
    c.paint(c.ellipse(0, 0.45, 0.6, 0.19), glaze * 1.05, rim=0)
    c.paint(c.ellipse(0, 0.43, 0.52, 0.14), drink, rim=0.2)
    if rng.random() < 0.5:
        c.paint(c.box(0, -0.15, 0.6, 0.13), pick(rng, PAINTS), rim=0.1)
