"""What hidden units see: each one's surface over the plane, and their weighted sum as it is built up."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from contourpy import contour_generator
from matplotlib.axes import Axes

from helpers.activations import Activation, as_activation
from helpers.plots.rendering import Limits
from helpers.plots.style import GREY, INK, PROBABILITY, Picture, house_style, limits, new_figure, scatter_classes
from helpers.validation import Array, Layers
from helpers.wording import signed


def grid(window: Limits, steps: int) -> Array:
    """The points of a grid over the window, (2, steps * steps), row by row from the bottom."""
    left, right, bottom, top = window
    x1, x2 = np.meshgrid(np.linspace(left, right, steps), np.linspace(bottom, top, steps))
    return np.stack([x1.ravel(), x2.ravel()])


def level_lines(Z: Array, window: Limits, level: float = 0.0) -> list[Array]:
    """Where Z (steps, steps) over the window crosses the level: a list of lines, each (points, 2)."""
    left, right, bottom, top = window
    columns, rows = np.linspace(left, right, Z.shape[1]), np.linspace(bottom, top, Z.shape[0])
    lines: Any = contour_generator(columns, rows, Z).lines(level)
    return list(lines)


def draw_surface(ax: Axes, Z: Array, window: Limits, limit: float) -> Any:
    """Heights over the plane: blue below 0, orange above, a line where they are 0."""
    image = ax.imshow(Z, extent=window, origin="lower", cmap=PROBABILITY, vmin=-limit, vmax=limit, aspect="auto")
    for line in level_lines(Z, window):
        ax.plot(*line.T, color=INK, linewidth=1)
    ax.set(xticks=[], yticks=[], xlim=window[:2], ylim=window[2:])
    return image


@house_style()
def hidden_units(params: Layers, X: Array, Y: Array, activation: str | Activation = "tanh", most: int = 5) -> Picture:
    """Above, each hidden unit's output over the plane; below, the score so far: the weighted sum of the first k.

    params: [(W1, b1), (W2, b2)] with two features and one output.  At most `most` units are drawn, those with the
    largest |w2| first; the last picture has them all, and the examples.
    """
    (W1, b1), (W2, b2) = params
    window, steps = limits(X), 100
    A1 = as_activation(activation)(np.dot(W1, grid(window, steps)) + b1)
    order = np.argsort(-np.abs(W2[0]), kind="stable")
    shown = order[:most]
    ratios = [1.0] * len(shown) + [1.9]
    figure, axes = new_figure(len(shown) + 1, 2, width=9, height=3.9, squeeze=False, width_ratios=ratios)
    limit = float(np.abs(np.dot(W2, A1) + b2).max()) or 1.0
    _draw_units(axes[0], A1, W2[0], shown, window)
    _draw_sums(axes[1], A1, W2[0], b2.item(), shown, order, window, limit)
    axes[0, -1].remove()
    axes[1, -1].set_subplotspec(axes[1, -1].get_gridspec()[:, -1])
    scatter_classes(axes[1, -1], X, Y)
    weights = ", ".join(signed(W2[0, k]) for k in shown)
    return Picture(
        figure,
        f"Above, what {len(shown)} of {len(W1)} hidden units put out over the plane, each a ramp in its own direction, "
        f"with their output weights {weights}. Below, the weighted sum grows unit by unit into the score; its zero "
        "line is the boundary.",
    )


def _draw_units(axes: Sequence[Axes], A1: Array, w2: Array, shown: Array, window: Limits) -> None:
    steps = int(A1.shape[1] ** 0.5)
    for ax, k in zip(axes, shown, strict=False):
        draw_surface(ax, A1[k].reshape(steps, steps), window, float(np.abs(A1[k]).max()) or 1.0)
        ax.set_title(f"unit {k + 1}", fontsize=10, fontweight="normal")
    axes[0].set_ylabel("output", color=GREY)


def _draw_sums(
    axes: Sequence[Axes], A1: Array, w2: Array, b2: float, shown: Array, order: Array, window: Limits, limit: float
) -> None:
    steps = int(A1.shape[1] ** 0.5)
    for count, ax in enumerate(axes[:-1], 1):
        added = shown[:count]
        draw_surface(ax, (w2[added] @ A1[added]).reshape(steps, steps), window, limit)
        k = shown[count - 1]
        weight = signed(w2[k])
        term = weight.removeprefix("+") if count == 1 else f"{weight[0]} {weight[1:]}"
        ax.set_title(f"{term} × unit {k + 1}", fontsize=10, fontweight="normal")
    draw_surface(axes[-1], (w2 @ A1 + b2).reshape(steps, steps), window, limit)
    rest = f"+ {len(order) - len(shown)} more " if len(order) > len(shown) else ""
    axes[-1].set_title(f"{rest}+ b2 = the score", fontsize=10)
    axes[-1].set(xlabel="x1", ylabel="x2")
    axes[0].set_ylabel("sum so far", color=GREY)
