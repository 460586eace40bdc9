"""What others would reach on the same examples: the best line, the best plane, and the nearest neighbours."""

import numpy as np

from helpers.validation import Array

ANGLES = 360
NEIGHBOURS = 5


def best_line(X: Array, Y: Array) -> float:
    """The share that the best straight line gets right: lines in 360 directions, between any two examples.

    X: (2, m).  Y: (1, m) of 0 and 1.
    """
    angles, m = np.linspace(0, np.pi, ANGLES, endpoint=False), Y.shape[1]
    order = np.argsort(np.dot(np.stack([np.cos(angles), np.sin(angles)], axis=1), X), axis=1)  # (360, m)
    gains = np.cumsum(2 * Y[0][order] - 1, axis=1)  # right answers won by calling the first 1, 2, ... class 1
    right = m - Y.sum() + np.array([gains.max(), gains.min(), 0])  # none of them: the examples of class 0 are right
    return float(max(right.max(), m - right.min()) / m)


def best_plane(X: Array, Y: Array) -> float:
    """The least mean squared error of any w X + b, X (n, m) and Y (1, m)."""
    design = np.vstack([X, np.ones((1, X.shape[1]))]).T  # (m, n + 1)
    w = np.linalg.lstsq(design, Y[0], rcond=None)[0]
    return float(np.mean((np.dot(design, w) - Y[0]) ** 2))


def by_neighbours(points: Array, Y: Array) -> Array:
    """(1, m): for each point the mean label of the five others nearest to it, which no form of boundary limits."""
    distances = np.sum((points[:, :, None] - points[:, None, :]) ** 2, axis=0)  # (m, m)
    np.fill_diagonal(distances, np.inf)
    nearest = np.argsort(distances, axis=1)[:, : min(NEIGHBOURS, len(distances) - 1)]  # (m, 5)
    return np.array(np.mean(Y[0][nearest], axis=1, keepdims=True).T)
