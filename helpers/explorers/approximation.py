"""Approximation explorer: hidden units side by side, each a step up or down, follow any curve ever closer."""

from functools import cache

import numpy as np
from matplotlib.ticker import NullLocator

from helpers.activations import tanh
from helpers.plots.rendering import Pixels
from helpers.plots.style import ACCENT, CLASS_COLOURS, GREY, INK, house_style, new_figure
from helpers.validation import Array, Layers, check_count
from helpers.widgets.blitting import BlitFigure
from helpers.widgets.panel import Frame, Panel, slider
from helpers.wording import count

LOW, HIGH, MOST = -3.0, 3.0, 60
WANTED = 0.1  # how near the text asks for
X_LINE = np.linspace(LOW, HIGH, 601).reshape(1, -1)


def target(x: Array) -> Array:
    """The curve to follow."""
    return np.asarray(np.sin(2 * x) + 0.4 * np.cos(5 * x))


def steps(n: int) -> Layers:
    """A 1-n-1 network, tanh with a linear output, whose units step from each of n + 1 values of the curve to the next.

    Unit k rises at the k-th edge: w = 1.5/width, b = -w edge; its output weight is half the curve's rise there.
    """
    check_count(n, "n")
    width = (HIGH - LOW) / n
    edges = LOW + width * (np.arange(n).reshape(-1, 1) + 0.5)
    values = target(LOW + width * np.arange(n + 1))
    w = 1.5 / width
    W2 = np.diff(values).reshape(1, -1) / 2
    return [(np.full((n, 1), w), -w * edges), (W2, np.array([[(values[0] + values[-1]) / 2]]))]


def fitted(n: int, x: Array, y: Array) -> Layers:
    """The same n fixed units, with the output weights and bias of least squared error on x and y, both (1, m)."""
    (W1, b1), _ = steps(n)
    columns = np.vstack([tanh(np.dot(W1, x) + b1), np.ones_like(x)])  # (n + 1, m)
    best = np.linalg.lstsq(columns.T, y[0], rcond=None)[0]  # (n + 1,)
    return [(W1, b1), (best[np.newaxis, :n], best[np.newaxis, n:])]


def answer(params: Layers, x: Array) -> Array:
    """W2 tanh(W1 x + b1) + b2."""
    (W1, b1), (W2, b2) = params
    return np.asarray(np.dot(W2, tanh(np.dot(W1, x) + b1)) + b2)


@cache
def error(n: int) -> float:
    """The largest distance from the curve."""
    return float(np.abs(answer(steps(n), X_LINE) - target(X_LINE)).max())


class _Scene:
    """The kept figure: the curve with the network's answer and its units, and the error against their number."""

    @house_style()
    def __init__(self) -> None:
        figure, (left, right) = new_figure(2, width=9, height=3.4, width_ratios=(1.7, 1))
        left.plot(X_LINE[0], target(X_LINE)[0], color=GREY, linewidth=4, alpha=0.4, label="the curve")
        self.units = left.plot(X_LINE[0], np.full((601, MOST), np.nan), color=ACCENT, linewidth=0.7, alpha=0.5)
        (self.line,) = left.plot([], [], color=CLASS_COLOURS[1], label="the network")
        left.set(xlabel="x", ylim=(-2.2, 2.4))
        left.legend(loc="upper right", ncols=2)
        numbers = np.arange(1, MOST + 1)
        right.plot(numbers, [error(int(n)) for n in numbers], color=INK, linewidth=1.2)
        (self.dot,) = right.plot([], [], "o", color=CLASS_COLOURS[1], markersize=8)
        right.set(title="largest distance", xlabel="hidden units", xscale="log", yscale="log")
        right.axhline(WANTED, color=GREY, linewidth=1, linestyle=(0, (5, 3)), zorder=0)
        for axis, plain in ((right.xaxis, (1, 2, 5, 10, 20, 50)), (right.yaxis, (WANTED, 0.2, 0.5, 1))):
            axis.set_ticks(plain, [f"{number:g}" for number in plain])
            axis.set_minor_locator(NullLocator())
        self.stage = BlitFigure(figure, [*self.units, self.line, self.dot])

    def show(self, n: int) -> Pixels:
        """The answer of `n` hidden units over the curve, and the part that each of them adds."""
        (W1, b1), (W2, _) = params = steps(n)
        parts = W2.T * tanh(np.dot(W1, X_LINE) + b1)
        for k, line in enumerate(self.units):
            line.set_ydata(parts[k] if k < n else np.full(601, np.nan))
        self.line.set_data(X_LINE[0], answer(params, X_LINE)[0])
        self.dot.set_data([n], [error(n)])
        return self.stage.render()


def approximation_explorer() -> Panel:
    """Drag the number of hidden units: each adds a step, drawn thin, and their sum follows the curve."""
    scene = _Scene()

    def draw(settings: dict[str, int]) -> Frame:
        n = settings["units"]
        status = f"{count(n, 'hidden unit')}: nowhere more than {error(n):.2f} from the curve."
        return Frame(scene.show(n), f"A wavy curve, the network's answer and its units. {status}", status)

    control = slider("units", "hidden units", list(range(1, MOST + 1)), start=8, play=True)
    return Panel("Approximation explorer", [control], draw)
