"""Points of two classes in the plane, each set a formula: a new one is a function and a line in PLANAR."""

from collections.abc import Callable

import numpy as np

from helpers.validation import Array

Points = Callable[[Array, float, np.random.Generator], Array]


def blobs(y: Array, noise: float, rng: np.random.Generator) -> Array:
    """Two round clouds around (-1, -1) and (1, 1)."""
    return 2 * y - 1 + noise * rng.standard_normal((2, y.size))


def moons(y: Array, noise: float, rng: np.random.Generator) -> Array:
    """Two half circles, each with its end inside the other."""
    angle, side = np.pi * rng.random(y.size), 1 - 2 * y
    points = np.stack([side * np.cos(angle) + y - 0.5, side * np.sin(angle) + 0.5 * y - 0.25])
    return 1.5 * points + noise * rng.standard_normal((2, y.size))


def circles(y: Array, noise: float, rng: np.random.Generator) -> Array:
    """A ring of radius 1 inside a ring of radius 2."""
    angle, radius = 2 * np.pi * rng.random(y.size), 2 - y
    return radius * np.stack([np.cos(angle), np.sin(angle)]) + noise * rng.standard_normal((2, y.size))


def xor(y: Array, noise: float, rng: np.random.Generator) -> Array:
    """Four clouds at the corners of a square: class 1 where exactly one coordinate is positive."""
    first = 2.0 * rng.integers(0, 2, y.size) - 1
    return 1.2 * np.stack([first, first * (1 - 2 * y)]) + noise * rng.standard_normal((2, y.size))


def spirals(y: Array, noise: float, rng: np.random.Generator) -> Array:
    """Two arms that wind round each other."""
    t = np.sqrt(rng.random(y.size))
    angle = 3 * np.pi * t + np.pi * y
    return 2.5 * t * np.stack([np.cos(angle), np.sin(angle)]) + noise * rng.standard_normal((2, y.size))


def flower(y: Array, noise: float, rng: np.random.Generator) -> Array:
    """The flower of the lectures: petals r = 4 sin(4 theta), one class for each half turn, noise on both."""
    theta = np.pi * (y + rng.random(y.size)) + noise * rng.standard_normal(y.size)
    radius = 4 * np.sin(4 * theta) + noise * rng.standard_normal(y.size)
    return radius * np.stack([np.sin(theta), np.cos(theta)])


PLANAR: dict[str, tuple[Points, float]] = {
    "blobs": (blobs, 0.8),
    "moons": (moons, 0.25),
    "circles": (circles, 0.2),
    "xor": (xor, 0.4),
    "spirals": (spirals, 0.1),
    "flower": (flower, 0.2),
}
