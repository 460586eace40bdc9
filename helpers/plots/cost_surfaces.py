"""The cost as a landscape over two parameters, and the paths that gradient descent takes through it."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from helpers.plots.rendering import Limits
from helpers.plots.style import GREY, INK, SURFACE, Picture, house_style, new_figure
from helpers.validation import Array

Cost = Callable[[float, float], float]


def heights(cost: Cost, window: Limits, steps: int = 61) -> tuple[Array, Array, Array]:
    """The cost on a grid over the window: two axes and the (steps, steps) heights."""
    u = np.linspace(window[0], window[1], steps)
    v = np.linspace(window[2], window[3], steps)
    return u, v, np.array([[cost(a, b) for a in u] for b in v])


@house_style()
def two_surfaces(costs: Sequence[tuple[str, Cost]], window: Limits, alt: str, axes: tuple[str, str]) -> Picture:
    """Costs over the same two parameters as surfaces side by side."""
    figure, grid = new_figure(len(costs), width=7, height=3.2, subplot_kw={"projection": "3d"})
    for ax, (title, cost) in zip(grid, costs, strict=True):
        u, v, J = heights(cost, window, 45)
        ax.plot_surface(*np.meshgrid(u, v), J, cmap=SURFACE, linewidth=0, rstride=1, cstride=1, antialiased=True)
        ax.set(title=title, xlabel=axes[0], ylabel=axes[1], zlabel="J")
        ax.set_box_aspect(None, zoom=0.8)  # with its labels inside its own column
        ax.view_init(elev=28, azim=-60)
        ax.tick_params(labelsize=10, pad=0)
    return Picture(figure, alt)


def draw_contours(ax: Axes, cost: Cost, window: Limits, names: tuple[str, str] = ("w1", "w2")) -> None:
    """Lines of equal cost, close together where it is low."""
    u, v, J = heights(cost, window)
    levels = J.min() + (J.max() - J.min()) * np.linspace(0, 1, 16) ** 2.2
    ax.contourf(u, v, J, levels=levels, cmap=SURFACE, alpha=0.55)
    ax.contour(u, v, J, levels=levels, colors=GREY, linewidths=0.5)
    ax.set(xlabel=names[0], ylabel=names[1], xlim=window[:2], ylim=window[2:])


def draw_path(ax: Axes, path: Array, **style: Any) -> Any:
    """The path of gradient descent, (2, steps + 1), with a dot at every step."""
    return ax.plot(*path, **dict[str, Any](color=INK, marker="o", markersize=3, linewidth=1.2) | style)[0]


@house_style()
def descent_paths(cost: Cost, runs: Sequence[tuple[str, Array]], window: Limits, alt: str) -> Picture:
    """Several descents over the contours of the same cost, side by side."""
    figure, axes = new_figure(len(runs), width=3 * len(runs), height=3.2, sharey=True)
    for ax, (title, path) in zip(axes, runs, strict=True):
        draw_contours(ax, cost, window)
        draw_path(ax, path)
        ax.plot(*path[:, :1], "s", color=INK, markersize=6)
        ax.set_title(title)
    for ax in axes[1:]:
        ax.set_ylabel("")
    return Picture(figure, alt)
