"""Values over the plane, for regression, each set a formula: a new one is a function and a line in SURFACES."""

from collections.abc import Callable

import numpy as np

from helpers.validation import Array, check_count, check_noise, check_seed

Surface = Callable[[Array, Array], Array]

SIDE = 3.0  # points lie in the square from -SIDE to SIDE
NOISE = 0.1  # how far values stray from the formula, as a rule
HILLS = (  # x1 and x2 of the middle, height
    (-1.9, 1.3, 1.0),
    (0.1, 1.7, -1.0),
    (1.9, 1.2, 1.0),
    (-1.7, -1.4, -1.0),
    (0.2, -1.2, 1.0),
    (2.0, -1.6, -1.0),
)
WIDTH = 0.7  # of a hill


def plane(x1: Array, x2: Array) -> Array:
    """It rises evenly from corner to corner."""
    return (x1 + x2) / (2 * SIDE)


def hills(x1: Array, x2: Array) -> Array:
    """Three bumps and three pits."""
    parts = [height * np.exp(-((x1 - a) ** 2 + (x2 - b) ** 2) / (2 * WIDTH**2)) for a, b, height in HILLS]
    return np.asarray(sum(parts))


def saddle(x1: Array, x2: Array) -> Array:
    """Up towards two corners that lie opposite, down towards the other two."""
    return x1 * x2 / SIDE**2


def ripples(x1: Array, x2: Array) -> Array:
    """Rings around the origin, as where a stone fell into water."""
    return np.cos(2 * np.hypot(x1, x2))


SURFACES: dict[str, Surface] = {"plane": plane, "hills": hills, "saddle": saddle, "ripples": ripples}


def draw(surface: Surface, *, m: int = 400, noise: float = NOISE, seed: int = 1) -> tuple[Array, Array, Array, Array]:
    """Points of the square and the values there: X (2, m), Y (1, m), and as many held out, X_test and Y_test.

    surface: one of SURFACES, or any function of x1 and x2.  noise: the standard deviation of what is added to values.
    """
    check_count(m, "m")
    check_noise(noise, NOISE)
    check_seed(seed)
    streams = np.random.default_rng(seed).spawn(2)
    (X, Y), (X_test, Y_test) = (_draw(surface, m, noise, rng) for rng in streams)
    return X, Y, X_test, Y_test


def uniform(m: int, rng: np.random.Generator) -> Array:
    """m points anywhere in the square: (2, m)."""
    return rng.uniform(-SIDE, SIDE, (2, m))


def _draw(surface: Surface, m: int, noise: float, rng: np.random.Generator) -> tuple[Array, Array]:
    X = uniform(m, rng)
    values = surface(X[0], X[1]) + noise * rng.standard_normal(m)  # (m,)
    return X, values.reshape(1, m)
