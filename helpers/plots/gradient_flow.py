"""Gradients on their way back through many layers, and the units that they no longer reach."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from helpers.gradient_flow import dead_units, gradients_by_depth
from helpers.plots.style import ACTIVATION_COLOURS, GREY, OFF_ON, WHITE, Picture, house_style, new_figure
from helpers.validation import Array

LOOKS = {"sigmoid": ("-", "o"), "tanh": ("--", "s"), "relu": ("-", "^"), "leaky_relu": (":", "D")}  # also in grey
TITLES = {"sigmoid": "sigmoid", "tanh": "tanh", "relu": "ReLU", "leaky_relu": "leaky ReLU"}
SCALES = {0.5: "0.5", 1.0: "1 (Xavier)", 2**0.5: "√2 (He)", 2.0: "2"}  # times 1/√n


def frame_depth(ax: Axes, layers: int = 20) -> None:
    """Axes for the size of a gradient against the layers that it has passed."""
    ax.axhline(1, color=GREY, linewidth=0.8)
    ax.set(yscale="log", ylim=(1e-20, 1e7), xlim=(0, layers + 0.5), xticks=range(0, layers + 1, 5))
    ax.set_yticks(10.0 ** np.arange(-20, 6, 5))
    ax.minorticks_off()


@house_style()
def gradients_through_layers(names: Sequence[str] = ("sigmoid", "tanh", "relu"), layers: int = 20) -> Picture:
    """The size of the gradient against depth, for each activation, at four sizes of the weights."""
    figure, axes = new_figure(len(SCALES), width=9, height=3.3, sharey=True)
    for ax, (scale, message) in zip(axes, SCALES.items(), strict=True):
        frame_depth(ax, layers)
        for name in names:
            (line, marker), colour = LOOKS[name], ACTIVATION_COLOURS[name]
            rms_gradients = gradients_by_depth(name, layers, scale).rms_gradients
            ax.plot(rms_gradients, line, color=colour, marker=marker, markersize=4, markevery=5, label=TITLES[name])
        ax.set(xlabel="layers passed back")
        ax.set_title(f"weights × {message}", fontsize=10)
    axes[0].set_ylabel("size of the gradient")
    axes[0].legend(loc="lower left", fontsize=10)
    return Picture(
        figure,
        "On a logarithmic scale. The sigmoid's gradient falls to almost nothing at each of these four sizes of the "
        "weights. Those of tanh and ReLU vanish with small weights, stay near 1 in between, explode with large ones.",
    )


@house_style()
def active_units(rows: Sequence[tuple[str, Array]]) -> Picture:
    """Which unit (row) is above 0 for which example (column); rows: (title, A) with A (n, m)."""
    figure, axes = new_figure(len(rows), width=3.4 * len(rows), height=3.1, squeeze=False, sharey=True)
    message = []
    for ax, (title, A) in zip(axes[0], rows, strict=True):
        dead = int(dead_units(A).sum())
        ax.imshow(A > 0, cmap=OFF_ON, vmin=0, vmax=1, aspect="auto", interpolation="none")
        ax.set(xlabel="example", title=f"{title}\n{dead} of {len(A)} dead")
        ax.yaxis.set_major_locator(MaxNLocator(integer=True))
        ax.set_yticks(np.arange(-0.5, len(A)), minor=True)
        ax.grid(axis="y", which="minor", color=WHITE, linewidth=1)
        ax.tick_params(which="minor", length=0)
        message.append(f"{title}, {dead} of {len(A)} rows blank")
    axes[0, 0].set_ylabel("hidden unit")
    return Picture(figure, f"Blue where a unit is above 0 for an example: {'; '.join(message)}.")
