"""Heads of animals, seen from the front: about 1 from the middle to the cheek, in the frame they are given."""

import numpy as np

from .canvas import Canvas, Point, curve, join
from .coats import BLACK, PINK, WHITE, Coat, Colour


def both(c: Canvas) -> tuple[Canvas, Canvas]:
    """The frame and its mirror image: draw one ear, get two."""
    return c, c.frame(mirror=True)


def face_of(c: Canvas, rng: np.random.Generator) -> Canvas:
    """The front of a head that looks a little to one side, up or down."""
    return c.frame(x=rng.uniform(-0.2, 0.2), y=rng.uniform(-0.06, 0.06))


def eye(c: Canvas, at: Point, size: float, iris: Colour, pupil: tuple[float, float], rng: np.random.Generator) -> None:
    """An eye: an iris, a pupil of these half-axes, a glint."""
    x, y = at
    c.paint(c.ellipse(x, y, 1.18 * size, 1.14 * size), BLACK, rim=0)
    c.paint(c.ellipse(x, y, size), iris, rim=0.25)
    c.paint(c.ellipse(x, y, *pupil), BLACK, rim=0)
    c.paint(c.ellipse(x + 0.3 * size, y + 0.4 * size, 0.3 * size), WHITE, rim=0)


def closed_eye(c: Canvas, at: Point, size: float) -> None:
    """A lid: a dark arc that hangs."""
    x, y = at
    c.paint(c.stroke(curve((x - size, y), (x, y - size), (x + size, y)), 0.055), BLACK, rim=0)


def smile(c: Canvas, y: float, width: float, colour: Colour = BLACK) -> None:
    """The two arcs below a nose."""
    for side in both(c):
        side.paint(side.stroke(curve((0, y), (0.05, y - width), (width, y - 0.6 * width)), 0.04), colour, rim=0)


def cat_head(c: Canvas, coat: Coat, rng: np.random.Generator, asleep: bool = False) -> None:
    """Pointed ears, a wide face, almond eyes with slit pupils, whiskers."""
    for side in both(c):
        side.paint(side.polygon((0.95, 0.2), (0.86, 1.28), (0.18, 0.72)), coat.points, rim=0.35)
        side.paint(side.polygon((0.84, 0.4), (0.8, 1.08), (0.38, 0.72)), 0.75 * PINK + 0.25 * coat.points, rim=0.2)
    c.paint(join(c.ellipse(0, 0, 1, 0.85), c.ellipse(0, -0.25, 1.06, 0.56)), coat.fur(c))
    face = face_of(c, rng)
    _cat_markings(face, coat)
    _cat_eyes(face, coat, rng, asleep)
    for side in both(face):
        side.paint(side.ellipse(0.17, -0.4, 0.25, 0.19), 0.5 * coat.bib + 0.5 * WHITE, rim=0.12)
    face.paint(face.polygon((0, -0.34), (0.14, -0.18), (-0.14, -0.18)), PINK * 0.9, rim=0.2)
    smile(face, -0.34, 0.22)
    _whiskers(face, coat)


def _cat_markings(c: Canvas, coat: Coat) -> None:
    if coat.pattern == "stripes":
        for x in (-0.26, 0, 0.26):
            c.paint(c.stroke([(x, 0.38), (1.25 * x, 0.76)], 0.065), coat.marks, rim=0)
        for side in both(c):
            side.paint(side.stroke([(0.62, -0.1), (0.92, -0.02)], 0.05), coat.marks, rim=0)
    if coat.points.sum() < coat.bib.sum() - 1:
        c.paint(c.ellipse(0, -0.15, 0.6, 0.55), coat.points, rim=-0.6, opacity=0.85)
    elif coat.bib.sum() > coat.base.sum() + 0.3:
        c.paint(
            join(c.ellipse(0, -0.5, 0.5, 0.33), c.polygon((-0.2, -0.4), (0.2, -0.4), (0, 0.6))),
            coat.bib,
            rim=0,
        )


def _cat_eyes(c: Canvas, coat: Coat, rng: np.random.Generator, asleep: bool) -> None:
    slit = rng.uniform(0.06, 0.16)
    for side in both(c):
        if asleep:
            closed_eye(side, (0.42, 0.1), 0.2)
        else:
            eye(side, (0.42, 0.1), 0.24, coat.eyes, (slit, 0.21), rng)


def _whiskers(c: Canvas, coat: Coat) -> None:
    colour = WHITE if coat.base.sum() < 2 else 0.45 * WHITE
    for side in both(c):
        for lift in (-0.22, 0.0, 0.2):
            side.paint(
                side.stroke([(0.38, -0.38 + 0.3 * lift), (1.3, -0.34 + lift)], 0.025),
                colour,
                rim=0,
                opacity=0.8,
            )


def dog_head(c: Canvas, coat: Coat, rng: np.random.Generator, asleep: bool = False) -> None:
    """Ears that hang, a long muzzle with a large black nose, often a tongue."""
    c.paint(join(c.ellipse(0, 0.12, 0.78, 0.8), c.ellipse(0, -0.35, 0.6, 0.6)), coat.fur(c))
    face = face_of(c, rng)
    if rng.random() < 0.5:
        face.paint(face.polygon((-0.16, -0.4), (0.16, -0.4), (0.1, 0.85), (-0.1, 0.85)), coat.bib, rim=0)
    for side in both(face):
        if asleep:
            closed_eye(side, (0.33, 0.16), 0.15)
        else:
            eye(side, (0.33, 0.16), 0.14, coat.eyes, (0.1, 0.1), rng)
    if rng.random() < 0.6:
        face.paint(face.ellipse(0.04, -0.88, 0.17, 0.3), PINK, rim=0.2)
    face.paint(face.ellipse(0, -0.48, 0.45, 0.37), coat.bib, rim=0.2)
    face.paint(face.ellipse(0, -0.28, 0.22, 0.16), BLACK, rim=0)
    smile(face, -0.42, 0.26)
    droop = rng.uniform(-8, 25)
    for side in both(c):
        side.paint(side.ellipse(0.84, 0.0, 0.27, 0.66, turn=droop), coat.points * 0.82, rim=0.35)


def rabbit_head(c: Canvas, coat: Coat, rng: np.random.Generator, asleep: bool = False) -> None:
    """Long upright ears, a small face, two front teeth."""
    spread = rng.uniform(-22, -4)
    for side in both(c):
        ear = side.frame(0.36, 0.6, turn=spread)
        ear.paint(ear.ellipse(0, 0.62, 0.25, 0.8), coat.fur(ear))
        ear.paint(ear.ellipse(0, 0.62, 0.12, 0.6), PINK, rim=0.15)
    c.paint(join(c.ellipse(0, 0.05, 0.76, 0.76), c.ellipse(0, -0.3, 0.84, 0.5)), coat.fur(c))
    face = face_of(c, rng)
    for side in both(face):
        if asleep:
            closed_eye(side, (0.46, 0.1), 0.15)
        else:
            eye(side, (0.46, 0.1), 0.16, coat.eyes, (0.11, 0.12), rng)
        side.paint(side.ellipse(0.15, -0.36, 0.22, 0.17), coat.bib, rim=0.1)
    face.paint(face.box(0, -0.6, 0.12, 0.14), WHITE, rim=0.1)
    face.paint(face.ellipse(0, -0.22, 0.11, 0.08), PINK * 0.85, rim=0)
    smile(face, -0.3, 0.17)


def bear_head(c: Canvas, coat: Coat, rng: np.random.Generator, asleep: bool = False) -> None:
    """Round ears far apart, small eyes, a broad light muzzle."""
    for side in both(c):
        side.paint(side.ellipse(0.68, 0.68, 0.34), coat.points, rim=0.3)
        side.paint(side.ellipse(0.68, 0.66, 0.19), 0.5 * coat.points + 0.5 * coat.bib, rim=0.1)
    c.paint(c.ellipse(0, 0, 0.95, 0.86), coat.fur(c))
    face = face_of(c, rng)
    for side in both(face):
        if coat.points.sum() < coat.base.sum() - 1:
            side.paint(side.ellipse(0.38, 0.08, 0.2, 0.26, turn=-35), coat.points, rim=0)
        if asleep:
            closed_eye(side, (0.36, 0.12), 0.13)
        else:
            eye(side, (0.36, 0.12), 0.11, coat.eyes, (0.09, 0.09), rng)
    face.paint(face.ellipse(0, -0.36, 0.42, 0.34), coat.bib, rim=0.15)
    face.paint(face.ellipse(0, -0.2, 0.18, 0.12), BLACK, rim=0)
    smile(face, -0.3, 0.2)
