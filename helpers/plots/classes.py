"""From scores to classes: what step, logistic and softmax make of them."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from helpers.activations import softmax, softmax_derivative
from helpers.plots.style import BLUE, GREEN, GREY, VERMILION, Picture, house_style, new_figure
from helpers.wording import decimal

COLOURS = (BLUE, VERMILION, GREEN)
STYLES = ("-", "--", ":")


@house_style()
def score_bars(scores: Sequence[float], classes: Sequence[str]) -> Picture:
    """The scores of one example, and the probabilities that softmax makes of them."""
    figure, (left, right) = new_figure(2, width=7, height=2.8)
    probabilities = softmax(np.array(scores))
    for ax, values, places in ((left, np.array(scores), 1), (right, probabilities, 2)):
        bars = ax.bar(classes, values, color=COLOURS[: len(classes)], width=0.6)
        ax.bar_label(bars, [decimal(float(value), places) for value in values], padding=3)
        ax.axhline(0, color=GREY, linewidth=0.8)
        ax.margins(y=0.2)
    left.set(title="scores z")
    right.set(title="softmax(z)", ylim=(0, 1.1))
    message = ", ".join(f"{name} {a:.2f}" for name, a in zip(classes, probabilities, strict=True))
    return Picture(
        figure,
        f"First the scores, of any size and sign; then their softmax: the same order, all above 0, sum 1: {message}.",
    )


@house_style()
def softmax_and_slopes(others: tuple[float, float] = (1.0, 0.0)) -> Picture:
    """Three probabilities as the first score moves and the others stand still; their slopes beneath."""
    z1 = np.linspace(-5, 6, 301)
    scores = [np.array([z, *others]) for z in z1]
    figure, (upper, lower) = new_figure(1, 2, width=3.6, height=4.6, sharex=True)
    _three_lines(upper, z1, np.array([softmax(z) for z in scores]))
    _three_lines(lower, z1, np.array([softmax_derivative(z)[:, 0] for z in scores]))
    upper.set(ylabel="probability", ylim=(-0.03, 1.03))
    upper.legend(loc="lower left", ncols=3, bbox_to_anchor=(0, 1), borderaxespad=0)
    lower.set(ylabel="slope over z1", xlabel=f"z1, while z2 = {others[0]:g} and z3 = {others[1]:g}")
    return Picture(
        figure,
        "As its score grows, class 1 climbs from 0 to 1 along an S, and takes the probability of the other two. The "
        "three slopes add up to 0 everywhere.",
    )


def _three_lines(ax: Axes, x: np.ndarray, values: np.ndarray) -> None:
    ax.axhline(0, color=GREY, linewidth=0.8)
    for k, (line, colour, style) in enumerate(zip(values.T, COLOURS, STYLES, strict=True), 1):
        ax.plot(x, line, style, color=colour, label=f"a{k}")
