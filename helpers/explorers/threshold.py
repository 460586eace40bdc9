"""Threshold explorer: where to cut a probability, and which mistakes one buys with it."""

from functools import cache

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from helpers import datasets, logistic, networks
from helpers.datasets import Dataset
from helpers.explorers.decision_map import DecisionMap
from helpers.metrics import confusion_table
from helpers.parameters import Parameters
from helpers.plots import Picture
from helpers.plots.boundaries import draw_boundary, probability_of
from helpers.plots.rendering import Pixels
from helpers.plots.style import CLASS_COLOURS, INK, PALE_GREEN, PALE_RED, house_style, new_figure
from helpers.training import fit
from helpers.validation import Array
from helpers.widgets.blitting import BlitFigure
from helpers.widgets.panel import Frame, Panel, slider
from helpers.wording import count

THRESHOLDS = np.round(np.arange(0.02, 0.99, 0.02), 2)


@cache
def example() -> tuple[Dataset, Parameters]:
    """Two overlapping blobs and the logistic regression trained on them."""
    data = datasets.load("blobs", m=300, noise=1.4, seed=4)
    return data, fit(
        networks.logistic_regression(), logistic.initialize(2), data.X, data.Y, learning_rate=0.5, iterations=500
    ).params


def mistakes(table: Array) -> str:
    """Both kinds of mistakes of a confusion table in words: "1 false alarm, 3 missed"."""
    (_, false_positives), (false_negatives, _) = table.tolist()
    return f"{count(false_positives, 'false alarm')}, {false_negatives:,} missed"


def at_threshold(threshold: float) -> tuple[Array, Array]:
    """The predictions (1, m) on the example at a threshold, and their confusion table."""
    data, params = example()
    predicted = logistic.predict(params, data.X, threshold)
    return predicted, confusion_table(predicted, data.Y)


@house_style()
def threshold_still(values: tuple[float, ...] = (0.1, 0.5, 0.9)) -> Picture:
    """The boundary and the mistakes at a few thresholds: the explorer's still picture."""
    data, params = example()
    figure, axes = new_figure(len(values), width=9, height=3.3, sharey=True)
    message = []
    for ax, value in zip(axes, values, strict=True):
        counts = at_threshold(value)[1]
        draw_boundary(ax, probability_of(networks.logistic_regression(), params), data.X, data.Y, threshold=value)
        ax.set_title(f"threshold {value:g}")
        ax.set_xlabel(mistakes(counts))
        message.append(f"at {value:g}, {mistakes(counts)}")
    return Picture(figure, f"The same probabilities cut at three thresholds: {'; '.join(message)}.")


class _Scene:
    """The kept figure: the plane with its boundary and ringed mistakes, and the confusion table."""

    @house_style()
    def __init__(self) -> None:
        data, params = example()
        figure, (plane, table) = new_figure(2, width=9, height=3.6, width_ratios=[1.3, 1])
        self.plane = DecisionMap(plane, data.X, data.Y, "mistakes are ringed")
        self.probabilities = probability_of(networks.logistic_regression(), params)(self.plane.points)
        self.plane.show(self.probabilities)
        ring = {"markersize": 9, "markerfacecolor": "none", "markeredgecolor": INK, "zorder": 4}
        (self.mistakes,) = plane.plot([], [], "o", **ring)
        self.counts = _draw_table(table)
        self.stage = BlitFigure(figure, [*self.plane.over_the_map, self.mistakes, *self.counts])

    def show(self, threshold: float, predicted: Array, counts: Array) -> Pixels:
        """The line where P is the threshold, a ring around each mistake, and the four counts of the table."""
        data, _ = example()
        self.plane.show(self.probabilities, threshold)
        self.mistakes.set_data(*data.X[:, np.ravel(predicted != data.Y)])
        for text, number in zip(self.counts, counts.ravel(), strict=True):
            text.set_text(str(number))
        return self.stage.render()


def _draw_table(ax: Axes) -> list[Text]:
    ax.set(xlim=(-0.75, 2), ylim=(2, -0.55), title="confusion table")
    ax.set_axis_off()
    texts = []
    for row in (0, 1):
        ax.text(-0.06, row + 0.5, f"true\nclass {row}", ha="right", va="center", color=CLASS_COLOURS[row])
        ax.text(row + 0.5, -0.1, f"said class {row}", ha="center", va="bottom", color=CLASS_COLOURS[row])
        for column in (0, 1):
            face = PALE_GREEN if row == column else PALE_RED
            ax.add_patch(Rectangle((column, row), 1, 1, facecolor=face, edgecolor="white", linewidth=3))
            texts.append(ax.text(column + 0.5, row + 0.5, "", ha="center", va="center", fontsize=20))
    return texts


def threshold_explorer() -> Panel:
    """Drag the threshold: the boundary moves, the confusion table follows."""
    scene = _Scene()

    def draw(settings: dict[str, float]) -> Frame:
        threshold = settings["threshold"]
        predicted, counts = at_threshold(threshold)
        right = np.trace(counts) / counts.sum()
        status = f"Threshold {threshold:.2f}: {mistakes(counts)}, {right:.0%} right."
        return Frame(scene.show(threshold, predicted, counts), f"Boundary and confusion table. {status}", status)

    control = slider("threshold", "threshold", THRESHOLDS.tolist(), start=0.5, text=lambda value: f"{value:.2f}")
    return Panel("Threshold explorer", [control], draw)
