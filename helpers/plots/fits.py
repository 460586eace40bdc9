"""One curve and several networks that follow it: how near each comes, and where its units stand."""

from collections.abc import Mapping

import numpy as np

from helpers.activations import tanh
from helpers.plots.style import ACCENT, CLASS_COLOURS, GREY, Picture, house_style, new_figure
from helpers.validation import Array, Layers
from helpers.wording import count, listed


@house_style()
def curve_fits(x: Array, y: Array, fits: Mapping[str, Layers]) -> Picture:
    """The curve y over x, both (1, m), and the answers of 1-n1-1 networks, tanh with a plain sum at the end.

    fits: the parameters of each, by name.  A thin line is one unit times its weight; a tick below stands where the
    unit's score is 0, in the middle of its step.
    """
    figure, axes = new_figure(len(fits), width=3.3 * len(fits), height=3.1, sharey=True)
    message = []
    for ax, (name, ((W1, b1), (W2, b2))) in zip(np.ravel(axes), fits.items(), strict=True):
        parts = W2.T * tanh(np.dot(W1, x) + b1)  # (n1, m)
        answer = parts.sum(axis=0) + b2.item()  # (m,)
        off = np.abs(answer - y[0]).max()
        ax.plot(x[0], parts.T, color=ACCENT, linewidth=0.6, alpha=0.35)
        ax.plot(x[0], y[0], color=GREY, linewidth=4, alpha=0.4)
        ax.plot(x[0], answer, color=CLASS_COLOURS[1])
        ax.plot(-b1 / W1, np.full(W1.shape, -2.3), "|", color=ACCENT, markersize=9, markeredgewidth=2)
        ax.set(xlabel="x", title=f"{name}\nup to {off:.2f} off", xlim=(x[0, 0], x[0, -1]), ylim=(-2.5, 2.5))
        message.append(f"{name} up to {off:.2f} off")
    units = count(len(W1), "unit")
    return Picture(figure, f"A wavy curve in grey and the answers of {units} in orange: {listed(message)}.")
