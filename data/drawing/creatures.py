"""Animals without fur: birds, owls, fish; and a human face. Each fills the frame it is given."""

import numpy as np

from .canvas import Canvas, curve, join, overlap
from .coats import BLACK, PINK, WHITE, pick
from .heads import both, eye, face_of

FEATHERS = "3f7fc0 c8473a e0b23c 6d8f4e 7d6a58 4a4650 dd8a3c 9a948c"
BEAKS = "e8a02c d9772b 5b554f"


def bird(c: Canvas, rng: np.random.Generator) -> None:
    """A small bird from the side, on two thin legs."""
    back, belly, beak = pick(rng, FEATHERS), pick(rng, "f2eadc e9c79c d98a5a f0e2a0"), pick(rng, BEAKS)
    for x in (-0.08, 0.12):
        c.paint(c.stroke([(x, -0.4), (x + 0.04, -0.86), (x + 0.18, -0.9)], 0.035), beak * 0.7, rim=0)
    c.paint(c.polygon((-0.98, -0.3), (-0.85, -0.48), (-0.3, -0.25), (-0.35, 0.1)), back * 0.8, rim=0.1)
    c.paint(c.polygon((0.75, 0.34), (1.08, 0.42), (0.75, 0.56)), beak, rim=0.1)
    c.paint(join(c.ellipse(-0.02, -0.12, 0.62, 0.44, turn=22), c.ellipse(0.5, 0.42, 0.34)), back)
    c.paint(c.ellipse(0.2, -0.22, 0.42, 0.32, turn=30), belly, rim=0.1)
    c.paint(c.ellipse(-0.2, -0.1, 0.48, 0.24, turn=25), back * 0.75, rim=0.3)
    eye(c, (0.58, 0.48), 0.1, BLACK, (0.07, 0.07), rng)


def owl(c: Canvas, rng: np.random.Generator) -> None:
    """An owl: upright, with tufts, and eyes in two pale discs."""
    back, disc, iris = (
        pick(rng, "7a5c40 9a948c 5d4a3c c4a57e"),
        pick(rng, "ecdcc0 f2eadc"),
        pick(rng, "e8b020 e07a1c"),
    )
    for side in both(c):
        side.paint(side.polygon((0.6, 0.45), (0.62, 1.0), (0.22, 0.75)), back * 0.85)
        side.paint(side.ellipse(0.15, -0.95, 0.16, 0.08), iris)
    c.paint(join(c.ellipse(0, -0.25, 0.66, 0.74), c.ellipse(0, 0.4, 0.62, 0.5)), back)
    c.paint(c.ellipse(0, -0.4, 0.4, 0.5), disc, rim=0.1)
    for row in range(3):
        for x in (-0.2, 0, 0.2):
            c.paint(c.ellipse(x + 0.1 * (row % 2), -0.18 - 0.2 * row, 0.06, 0.05), back, rim=0)
    for side in both(c):
        side.paint(side.ellipse(0.62, -0.3, 0.16, 0.5, turn=6), back * 0.75)
        side.paint(side.ellipse(0.28, 0.42, 0.32), disc, rim=0.15)
        eye(side, (0.27, 0.42), 0.19, iris, (0.1, 0.1), rng)
    c.paint(c.polygon((0, 0.1), (0.11, 0.34), (-0.11, 0.34)), pick(rng, BEAKS), rim=0.2)


def fish(c: Canvas, rng: np.random.Generator) -> None:
    """A fish from the side: a tail, fins, perhaps bands."""
    body, fin = (
        pick(rng, "e8842c 4a90c0 d8c040 c8505a 7fa08a 9a948c"),
        pick(rng, "f0b050 5fa8d0 e87a5a f0e2a0"),
    )
    c.paint(c.polygon((-0.98, 0.5), (-0.88, 0.0), (-0.45, 0.0)), fin)
    c.paint(c.polygon((-0.88, 0.0), (-0.98, -0.5), (-0.45, 0.0)), fin)
    c.paint(c.polygon((-0.35, 0.2), (0.35, 0.3), (-0.15, 0.78)), fin)
    c.paint(c.polygon((-0.3, -0.2), (-0.2, -0.68), (0.2, -0.3)), fin)
    shape = c.ellipse(0.1, 0, 0.78, 0.45)
    c.paint(shape, body)
    if rng.random() < 0.6:
        for x in (-0.3, 0.18):
            c.paint(overlap(shape, c.box(x, 0, 0.09, 0.6)), WHITE, rim=0.1)
    c.paint(c.ellipse(0.02, -0.06, 0.2, 0.12, turn=-20), fin, rim=0.3)
    c.paint(c.stroke(curve((0.88, -0.1), (0.76, -0.06), (0.7, -0.14)), 0.03), BLACK, rim=0)
    eye(c, (0.58, 0.12), 0.13, WHITE, (0.08, 0.08), rng)


def person(c: Canvas, rng: np.random.Generator) -> None:
    """Head and shoulders of a person."""
    skin, shirt = pick(rng, "f0c8a4 d9a47a a8714a 7d5236"), pick(rng, FEATHERS)
    hair = pick(rng, "2c2a2d 5b3a22 b4803c a85a2c 8d867e")
    if rng.random() < 0.5:
        c.paint(join(c.ellipse(0, 0.1, 0.72, 0.78), c.box(0, -0.3, 0.66, 0.42, 0.25)), hair)
    c.paint(c.box(0, -1.55, 0.72, 0.85, 0.4), shirt, rim=0.15)
    c.paint(c.box(0, -0.62, 0.18, 0.22, 0.1), skin * 0.85, rim=0.1)
    c.paint(join(c.ellipse(0, 0.05, 0.56, 0.64), c.ellipse(-0.56, 0, 0.1), c.ellipse(0.56, 0, 0.1)), skin, rim=0.2)
    parting = rng.uniform(-0.3, 0.3)
    c.paint(overlap(c.ellipse(0, 0.16, 0.63, 0.63), -c.ellipse(parting, -0.1, 0.62, 0.5)), hair)
    face = face_of(c.frame(size=0.62), rng)
    for side in both(face):
        eye(side, (0.34, 0.08), 0.16, WHITE, (0.1, 0.11), rng)
        side.paint(side.stroke(curve((0.18, 0.36), (0.34, 0.46), (0.5, 0.36)), 0.04), hair, rim=0)
        side.paint(side.ellipse(0.5, -0.26, 0.16, 0.11), PINK, rim=0, opacity=0.3)
    face.paint(face.ellipse(0, -0.14, 0.07, 0.1), skin * 0.82, rim=0)
    face.paint(face.stroke(curve((-0.26, -0.4), (0, -0.66), (0.26, -0.4)), 0.05), 0.6 * PINK * [1, 0.5, 0.5], rim=0)
