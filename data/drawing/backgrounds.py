"""What stands behind the subject: rooms, a sofa, a garden, a beach, plain paper, a blur of colours."""

import numpy as np

from .canvas import Canvas, Field, join
from .coats import WHITE, Colour, pick, vary
from .things import flower, tree

WALLS = "c9b79c a8b8c0 d8cbb8 8fa08a b88f80 7d8794 e0d8c8 6a7078 c0a060"
FLOORS = "8a6444 b09070 6a5a50 a89a88 4f5f6f 94564a"
CLOTHS = "9a4a44 4a6a8a 6f8a5a c09040 7a5a80 b8a890 4a4a52"


def fill(c: Canvas, low: Colour, high: Colour) -> None:
    """Fade from `low` at the bottom to `high` at the top."""
    c.colours[:] = low + (c.y[..., None] + 1) / 2 * (high - low)


def room(c: Canvas, rng: np.random.Generator) -> None:
    """A wall, plain or papered, a skirting board and a floor; often a picture or a window."""
    wall, floor, edge = pick(rng, WALLS), pick(rng, FLOORS), rng.uniform(-0.75, -0.2)
    fill(c, 0.85 * wall, wall)
    if rng.random() < 0.4:
        stripes = np.sin(c.x * rng.uniform(8, 25) + rng.uniform(0, 6))
        c.paint(stripes, vary(wall, rng, 0.25), rim=0)
    if rng.random() < 0.6:
        _hang(c.frame(rng.uniform(-0.8, 0.8), rng.uniform(0.3, 0.8), size=rng.uniform(0.25, 0.45)), rng)
    c.paint(edge - c.y, floor, rim=0)
    c.paint(c.box(0, edge, 2, 0.05), 0.5 * wall + 0.5 * WHITE, rim=0)


def _hang(c: Canvas, rng: np.random.Generator) -> None:
    c.paint(c.box(0, 0, 0.8, 0.95), pick(rng, FLOORS), rim=0)
    c.paint(c.box(0, 0, 0.66, 0.8), pick(rng, "bcd8e8 e8e0d0 6a7f9a 2c3648"), rim=0)
    if rng.random() < 0.5:
        c.paint(join(c.box(0, 0, 0.05, 0.9), c.box(0, 0, 0.7, 0.05)), WHITE, rim=0)
    else:
        c.paint(c.ellipse(0, -0.4, 0.6, 0.35), pick(rng, CLOTHS), rim=0)


def sofa(c: Canvas, rng: np.random.Generator) -> None:
    """A sofa with cushions in front of a wall."""
    room(c, rng)
    cloth, seat = pick(rng, CLOTHS), rng.uniform(-0.75, -0.45)
    c.paint(c.box(0, seat + 0.4, 1.15, 0.55, 0.25), cloth, rim=0.1)
    c.paint(c.box(0, seat - 0.15, 1.3, 0.2, 0.12), cloth * 1.1, rim=0.2)
    c.paint(c.box(0, seat - 0.6, 1.3, 0.28, 0.05), cloth * 0.8, rim=0.1)
    for _ in range(rng.integers(0, 3)):
        cushion = c.frame(rng.uniform(-0.9, 0.9), seat + 0.3, size=0.32, turn=rng.uniform(-25, 25))
        cushion.paint(cushion.box(0, 0, 1, 0.9, 0.4), pick(rng, CLOTHS))


def garden(c: Canvas, rng: np.random.Generator) -> None:
    """Grass under a sky, with hills, trees or flowers."""
    sky(c, rng)
    grass, horizon = pick(rng, "6a9a44 8aa050 5a8a50 a8a058 b8b070"), rng.uniform(-0.5, 0.2)
    c.paint(c.ellipse(rng.uniform(-1, 1), horizon - 0.3, 1.1, 0.55), 0.8 * grass, rim=0.1)
    for _ in range(rng.integers(0, 3)):
        tree(c.frame(rng.uniform(-1, 1), horizon + 0.2, size=rng.uniform(0.25, 0.45)), rng)
    c.paint(horizon - c.y, grass, rim=0.15)
    for _ in range(rng.integers(0, 5)):
        flower(c.frame(rng.uniform(-1, 1), rng.uniform(-1, horizon - 0.1), size=rng.uniform(0.1, 0.16)), rng)


def sky(c: Canvas, rng: np.random.Generator) -> None:
    """The sky by day or at dusk, with clouds."""
    low, high = pick(rng, "d8e8f0 f0d8b8 b8c8d8 e0b8a8"), pick(rng, "7ab0d8 5a8ac0 a8c0d0 4a5a80")
    fill(c, low, high)
    for _ in range(rng.integers(0, 4)):
        cloud = c.frame(rng.uniform(-1, 1), rng.uniform(0, 0.9), size=rng.uniform(0.2, 0.45))
        puffs = join(cloud.ellipse(0, 0, 1, 0.35), cloud.ellipse(-0.3, 0.25, 0.45), cloud.ellipse(0.3, 0.2, 0.4))
        cloud.paint(puffs, WHITE, rim=0.1, opacity=0.8)


def beach(c: Canvas, rng: np.random.Generator) -> None:
    """Sand, the sea and a sky."""
    sky(c, rng)
    horizon, shore = rng.uniform(0.0, 0.4), rng.uniform(-0.7, -0.2)
    c.paint(horizon - c.y, pick(rng, "3f7fa8 4a90a8 5f8fb8"), rim=0)
    c.paint(c.ellipse(rng.uniform(-1, 1), shore - 1, 3.2, 1.05), WHITE, rim=0, opacity=0.8)
    c.paint(c.ellipse(rng.uniform(-1, 1), shore - 1.05, 3.2, 1.05), pick(rng, "d8c090 e0c8a0 c0a878"), rim=0.1)


def paper(c: Canvas, rng: np.random.Generator) -> None:
    """One colour that fades into another, as in a studio."""
    tones = f"{WALLS} {CLOTHS} 2c2e34 f0ede6"
    fill(c.frame(turn=rng.uniform(0, 360)), pick(rng, tones), pick(rng, tones))


def blur(c: Canvas, rng: np.random.Generator) -> None:
    """Large soft spots, as of a lens that looks at something near."""
    paper(c, rng)
    tones = f"{WALLS} {CLOTHS} 6a9a44 7ab0d8"
    for _ in range(rng.integers(6, 14)):
        spot = c.ellipse(*rng.uniform(-1, 1, 2), rng.uniform(0.1, 0.5))
        c.paint(spot, pick(rng, tones), rim=0, opacity=rng.uniform(0.2, 0.7))


INDOORS, OUTDOORS, ANYWHERE = (room, sofa), (garden, beach), (paper, blur)


def light(pixels: Field, rng: np.random.Generator) -> Field:
    """Another exposure, warmer or colder, a side nearer the lamp, and the grain of the film."""
    slope = rng.uniform(-0.2, 0.2, 2)
    steps = np.linspace(-1, 1, len(pixels))
    lamp = 1 + slope[0] * steps[:, None, None] + slope[1] * steps[:, None]
    grain = rng.uniform(-0.02, 0.02, pixels.shape)
    return pixels * lamp * rng.uniform(0.8, 1.1) * rng.uniform(0.92, 1.08, 3) + grain
