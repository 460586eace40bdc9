"""Straight lines that cut the plane, or that stand for an answer; and the examples alone, before there is any line."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from helpers import logistic
from helpers.metrics import accuracy
from helpers.plots.style import ACCENT, CLASS_COLOURS, GREY, INK, Picture, house_style, limits, new_figure
from helpers.plots.style import scatter_classes as scatter
from helpers.validation import Array, Layers


@house_style()
def examples(X: Array, Y: Array, alt: str) -> Picture:
    """Examples of two classes in the plane, X (2, m) and Y (1, m)."""
    figure, ax = new_figure(width=3.5, height=3.2)
    scatter(ax, X, Y)
    for label, name in enumerate(("class 0", "class 1")):
        ax.plot([], [], "o^"[label], color=CLASS_COLOURS[label], label=name)
    ax.set(xlabel="x1", ylabel="x2", aspect="equal")
    ax.legend(loc="upper left", bbox_to_anchor=(0, 1.16), ncols=2, handletextpad=0, columnspacing=1)
    return Picture(figure, alt)


@house_style()
def two_lines(rows: Sequence[tuple[str, Array, Array, Layers, Layers]]) -> Picture:
    """For each (title, X, Y, best, least): the line that gets most examples right, and that of least cost."""
    figure, axes = new_figure(len(rows), width=3.2 * len(rows), height=3.7)
    figure.get_layout_engine().set(wspace=0.06)  # room for the numbers of the next axis
    message = []
    for ax, (title, X, Y, best, least) in zip(axes, rows, strict=True):
        scatter(ax, X, Y)
        shares = []
        for params, colour, style in ((best, ACCENT, "--"), (least, INK, "-")):
            _line(ax, params, X, colour, style)
            shares.append(accuracy(logistic.predict(params, X), Y))
        left, right, bottom, top = limits(X)
        ax.set(xlabel="x1", ylabel="x2" * (ax is axes[0]), xlim=(left, right), ylim=(bottom, top))
        ax.set_title(f"{title}\ndashed: best, {shares[0]:.0%}\nsolid: least cost, {shares[1]:.0%}", fontsize=10.5)
        message.append(f"on {title} {shares[0]:.0%} against {shares[1]:.0%}")
    return Picture(
        figure,
        "Dashed, the line that gets most right; solid, the line of least cost; an arrow on each points to its side "
        f"of class 1. Right, best line against least cost: {', '.join(message)}.",
    )


def _line(ax: Axes, params: Layers, X: Array, colour: str, style: str) -> None:
    """Where w.T x + b = 0, with an arrow along w."""
    [(w, b)] = params
    length = float(np.linalg.norm(w))
    w, offset = np.ravel(w) / length, np.ravel(b).item() / length
    foot = X.mean(axis=1)
    foot = foot - (w @ foot + offset) * w
    ax.axline(foot, foot + (-w[1], w[0]), color=colour, linestyle=style, linewidth=2, zorder=4)
    ax.quiver(
        *foot, *(0.12 * np.ptp(X) * w), color=colour, scale=1, units="xy", scale_units="xy", angles="xy", zorder=5
    )


@house_style()
def linear_and_logistic(x: Array, Y: Array, linear: Sequence[tuple[float, float]], params: Sequence[Layers]) -> Picture:
    """Answers over one feature: of straight lines (slope, offset) fitted to the labels, and of logistic regression.

    x, Y: (1, m).  The first of each was fitted without the last example (dashed), the second with it (solid).
    """
    figure, axes = new_figure(2, width=7, height=3.1, sharey=True)
    span = np.linspace(x.min() - 1, x.max() + 1, 400)
    answers = [[slope * span + offset for slope, offset in linear]]
    answers.append([logistic.forward(each, span[np.newaxis])[0] for each in params])
    for ax, title, curves in zip(axes, ("a straight line", "with the sigmoid"), answers, strict=True):
        for level, dash in ((0, "-"), (0.5, ":"), (1, "-")):
            ax.axhline(level, color=GREY, linewidth=0.8, linestyle=dash)
        for curve, style in zip(curves, ("--", "-"), strict=True):
            ax.plot(span, curve, style, color=INK)
        for label, marker in enumerate("o^"):
            mine = x[Y == label]
            ax.plot(mine, np.full(mine.shape, label), marker, color=CLASS_COLOURS[label], zorder=3)
        ax.set(title=title, xlabel="x", ylim=(-0.3, 1.6), yticks=(0, 0.5, 1), xlim=(span[0], span[-1]))
    axes[0].set_ylabel("answer ŷ")
    return Picture(figure, _moved(span, answers))


def _moved(span: Array, answers: Sequence[Sequence[Array]]) -> str:
    """What the last example changes, in words."""
    cut = [[float(span[np.argmin(np.abs(curve - 0.5))]) for curve in curves] for curves in answers]
    (before, after), (s_before, s_after) = cut
    low, high = float(answers[0][1].min()), float(answers[0][1].max())
    words = (
        f"Answers over x, dashed without the example far to the right, solid with it. The straight line runs from "
        f"{low:.1f} to {high:.1f}, and where it says one half moves from {before:.1f} to {after:.1f}; the sigmoid's "
        f"stays between 0 and 1 and moves from {s_before:.1f} to {s_after:.1f}."
    )
    return words.replace("-", "−")
