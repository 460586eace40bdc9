"""One curve and several networks that follow it: how near each comes, and where its units stand."""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes

from helpers.activations import tanh
from helpers.plots.style import ACCENT, CLASS_COLOURS, GREY, INK, Picture, house_style, new_figure
from helpers.validation import Array, Layers
from helpers.wording import count, listed

LOW, HIGH = -2.6, 3.4  # heights: a row of ticks at the foot, and room for the legend at the head


@house_style()
def curve_fits(x: Array, y: Array, fits: Mapping[str, Layers], examples: tuple[Array, Array] | None = None) -> Picture:
    """The curve y over x, both (1, m), and the answers of 1-n1-1 networks, tanh with a plain sum at the end.

    fits: the parameters of each, by name.  A thin line is one unit times its weight; a tick below stands where the
    unit's score is 0, in the middle of its step.  examples: those that a network was fitted to, x and y.
    """
    figure, axes = new_figure(len(fits), width=3 * len(fits), height=3.3, sharey=True, squeeze=False)
    message = []
    for ax, (name, params) in zip(axes[0], fits.items(), strict=True):
        off = _draw_fit(ax, x, y, params)
        if examples is not None:
            ax.plot(examples[0][0], examples[1][0], "o", color=INK, markersize=4, label="an example")
        ax.set(xlabel="x", title=f"{name}\nup to {off} off", xlim=(x[0, 0], x[0, -1]), ylim=(LOW, HIGH))
        message.append(f"{name} up to {off} off")
    axes[0, 0].legend(
        loc="upper left", ncols=2, fontsize=10, columnspacing=0.8, handlelength=1.2, handletextpad=0.5, borderpad=0
    )
    dots = "" if examples is None else f", fitted to {examples[0].shape[1]} examples, dots"
    units = {len(W1) for (W1, _), _ in fits.values()}
    whose = count(units.pop(), "unit") if len(units) == 1 else "networks"
    return Picture(figure, f"A wavy curve in grey and the answers of {whose} in orange{dots}: {listed(message)}.")


def _draw_fit(ax: Axes, x: Array, y: Array, params: Layers) -> str:
    """The curve, the answer and what it is made of; how far it is off, in words."""
    (W1, b1), (W2, b2) = params
    parts = W2.T * tanh(np.dot(W1, x) + b1)  # (n1, m)
    answer = parts.sum(axis=0) + b2.item()  # (m,)
    one, *_ = ax.plot(x[0], parts.T, color=ACCENT, linewidth=0.6, alpha=0.35)
    one.set_label("one unit")
    ax.plot(x[0], y[0], color=GREY, linewidth=4, alpha=0.4, label="the curve")
    ax.plot(x[0], answer, color=CLASS_COLOURS[1], label="the network")
    middles = -b1[:, 0] / W1[:, 0], np.full(len(W1), LOW + 0.3)
    ax.plot(*middles, "|", color=ACCENT, markersize=9, markeredgewidth=2, label="its middle")
    off = np.abs(answer - y[0]).max()
    return f"{off:,.0f}" if off >= 100 else f"{off:.2f}"
