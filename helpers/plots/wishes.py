"""What each example wants of one unit's weights: the terms of a gradient before they are added."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from helpers.plots.rendering import Limits
from helpers.plots.style import CLASS_COLOURS, GREEN, INK, Picture, house_style, limits, new_figure, scatter_classes
from helpers.validation import Array
from helpers.wording import rounded

STEP = 2.0  # learning rate of the step that the dashed line shows
LONGEST = 0.3  # of the examples' width


@house_style()
def wishes(X: Array, Y: Array, dz: Array, w: Array, b: float, example: int | None = None) -> Picture:
    """Minus dz x of each example, at its point and from one origin; their mean; and how a step along it turns the line.

    X: (2, m).  Y: (1, m).  dz: (m,), how each example's loss follows the unit's score.  w (2,) and b: the unit's line.
    example: the number of one that is picked out; then the step is along its wish alone.
    """
    wish = -dz * X  # (2, m)
    chosen = slice(None) if example is None else [example]
    step, step_b = wish[:, chosen].mean(axis=1), float(-dz[chosen].mean())
    whose = "the mean" if example is None else f"example {example}"
    figure, (plane, weights) = new_figure(2, width=7.4, height=4.5)
    at_examples = wish * LONGEST * np.ptp(X[0]) / np.abs(wish).max()
    window = square(limits(np.hstack([X, X + at_examples])))
    _draw_arrows(plane, X, at_examples, Y, example)
    scatter_classes(plane, X, Y)
    _draw_line(plane, w, b, window, color=INK, label="the unit's line")
    _draw_line(plane, w + STEP * step, b + STEP * step_b, window, color=GREEN, linestyle="--", label="after a step")
    plane.set(xlim=window[:2], ylim=window[2:], aspect="equal", xlabel="$x_1$", ylabel="$x_2$")
    plane.set_title("each at its example")
    _draw_arrows(weights, np.zeros_like(X), wish, Y, example)
    _arrow(weights, np.zeros(2), step, color=GREEN, linewidth=4)
    weights.plot([], [], color=GREEN, linewidth=4, label=f"{whose}: the step")
    end = 1.12 * np.abs(wish).max()
    weights.set(xlim=(-end, end), ylim=(-end, end), aspect="equal", xlabel="change of $w_1$", ylabel="change of $w_2$")
    weights.set_title("the same, from one origin")
    for ax in (plane, weights):
        ax.legend(loc="upper center", bbox_to_anchor=(0.5, -0.18), ncols=2, fontsize=10)
    return Picture(figure, _alt(wish, step, whose))


def square(window: Limits) -> Limits:
    """The smallest square window around this one."""
    left, right, bottom, top = window
    half, x, y = max(right - left, top - bottom) / 2, (left + right) / 2, (bottom + top) / 2
    return x - half, x + half, y - half, y + half


def _draw_arrows(ax: Axes, start: Array, wish: Array, Y: Array, example: int | None) -> None:
    for e, label in enumerate(np.ravel(Y).astype(int)):
        alpha = 0.85 if example in (None, e) else 0.25
        _arrow(ax, start[:, e], start[:, e] + wish[:, e], color=CLASS_COLOURS[label], linewidth=1.4, alpha=alpha)


def _arrow(ax: Axes, start: Array, end: Array, **style: Any) -> None:
    arrow = {"arrowstyle": "-|>", "shrinkA": 0, "shrinkB": 0, "mutation_scale": 8 + 2 * style["linewidth"], **style}
    ax.annotate("", tuple(end), tuple(start), arrowprops=arrow, zorder=2 + style["linewidth"])


def _draw_line(ax: Axes, w: Array, b: float, window: Limits, **style: Any) -> None:
    """Where w.x + b = 0."""
    foot, along = -b * w / (w @ w), np.array([-w[1], w[0]]) / np.hypot(*w)
    reach = np.array([-2, 2]) * (window[1] - window[0])
    ax.plot(*(foot[:, None] + along[:, None] * reach), **style)


def _alt(wish: Array, step: Array, whose: str) -> str:
    longest, length = (float(np.hypot(*arrows).max()) for arrows in (wish, step))
    return (
        f"What {wish.shape[1]} examples want of a unit's two weights, an arrow each: towards its own point or away "
        f"from it, the longest {rounded(longest)}. A thick arrow, {whose}, is {rounded(length)} long. A dashed line "
        "is the unit's line after a step along it."
    )
