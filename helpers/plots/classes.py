"""From scores to classes: what step, logistic and softmax make of them."""

from collections.abc import Sequence

import numpy as np

from helpers.activations import softmax
from helpers.plots.style import BLUE, GREEN, GREY, VERMILION, Picture, house_style, new_figure
from helpers.wording import decimal

COLOURS = (BLUE, VERMILION, GREEN)


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
