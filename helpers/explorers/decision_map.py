"""The plane with its examples, and a decision boundary that moves: what several explorers have in common."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from helpers.plots.hidden_units import grid, level_lines
from helpers.plots.style import GREY, INK, PROBABILITY, limits, scatter_classes
from helpers.validation import Array

FINE = 80  # points along each side of the map
COARSE = 8  # signs along each side: + where the answer is class 1, - where it is class 0, for those who see no colour


class DecisionMap:
    """On `ax`, the examples X (2, m), Y (1, m) over P(class 1), with a line where it is the threshold.

    points: (2, FINE * FINE), where `show` wants to be told the probability.  artists: what moves; over_the_map: what
    moves where only the threshold does.
    """

    def __init__(self, ax: Axes, X: Array, Y: Array, title: str = "boundary") -> None:
        self.limits = left, right, bottom, top = limits(X)
        self.points = grid(self.limits, FINE)
        dx, dy = (right - left) / (FINE - 1) / 2, (top - bottom) / (FINE - 1) / 2  # a pixel is centred on its point
        extent = (left - dx, right + dx, bottom - dy, top + dy)
        self.map = ax.imshow(
            np.full((FINE, FINE), 0.5), cmap=PROBABILITY, vmin=0, vmax=1, extent=extent, origin="lower"
        )
        self.map.set(interpolation="nearest")
        self.boundary = LineCollection([], colors=INK, linewidths=2, zorder=4)
        ax.add_collection(self.boundary)
        look: dict[str, Any] = {"color": GREY, "markersize": 4.5, "mew": 0.7, "alpha": 0.75, "zorder": 3.5}
        self.signs = [ax.plot([], [], mark, **look)[0] for mark in "_+"]
        scatter_classes(ax, X, Y)
        ax.set(title=title, xlabel="x1", ylabel="x2", xlim=(left, right), ylim=(bottom, top), aspect="auto")
        self.over_the_map: list[Any] = [self.boundary, *self.signs]
        self.artists: list[Any] = [self.map, *self.over_the_map]

    def show(self, P: Array, threshold: float = 0.5) -> None:
        """P: the probability of class 1 at each of `points`, in any shape; the boundary is where it is `threshold`."""
        P = np.asarray(P, float).reshape(FINE, FINE)
        self.map.set_data(P)
        self.boundary.set_segments(level_lines(log_odds(P), self.limits, float(log_odds(threshold))))
        self._place_signs(P > threshold)

    def _place_signs(self, says_1: Array) -> None:
        step = FINE // COARSE
        inner = (slice(step // 2, None, step),) * 2
        points = self.points.reshape(2, FINE, FINE)[:, *inner]
        for sign, here in zip(self.signs, (~says_1[inner], says_1[inner]), strict=True):
            sign.set_data(*points[:, here])


def log_odds(P: Any) -> Array:
    """log(P / (1 - P)), finite everywhere: where a boundary is straight its level lines are, those of P are not."""
    P = np.clip(P, 1e-15, 1 - 1e-15)
    return np.asarray(np.log(P / (1 - P)))
