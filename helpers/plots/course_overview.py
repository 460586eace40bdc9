"""The course as a row of small pictures, each drawn from what its notebook is about."""

from collections.abc import Callable
from textwrap import fill

import numpy as np
from matplotlib.axes import Axes

from helpers import activations, datasets, deep, networks
from helpers.course.course_map import LESSONS, find
from helpers.plots.boundaries import probability_map, probability_of
from helpers.plots.hidden_units import level_lines
from helpers.plots.style import (
    ACTIVATION_COLOURS,
    CLASS_COLOURS,
    GREY,
    INK,
    LIGHT,
    PROBABILITY,
    WHITE,
    Picture,
    house_style,
    limits,
    new_figure,
    scatter_classes,
)
from helpers.training import fit


def _arrays(ax: Axes) -> None:
    """A column and a row, stretched to a table of sums."""
    table = np.add.outer(np.arange(4.0), np.arange(5.0)) / 7
    ax.imshow(table, extent=(1.4, 6.4, 0, 4), cmap=PROBABILITY, vmin=0, vmax=1)
    ax.imshow(table[:, :1], extent=(0, 1, 0, 4), cmap=PROBABILITY, vmin=0, vmax=1)
    ax.imshow(table[:1], extent=(1.4, 6.4, 4.4, 5.4), cmap=PROBABILITY, vmin=0, vmax=1)
    for x in range(6):
        ax.plot([1.4 + x] * 2, [0, 5.4], color=WHITE, linewidth=1)
    for y in range(5):
        ax.plot([0, 6.4], [y, y], color=WHITE, linewidth=1)
    ax.set(xlim=(-0.4, 6.8), ylim=(-0.4, 5.8), aspect="auto")


def _trained(ax: Axes, data: str, sizes: list[int], names: list[str], iterations: int) -> None:
    """A small network on a data set, with its boundary."""
    examples = datasets.load(data, m=100)
    start = deep.initialize(sizes, 1, 0.5)
    network = networks.deep_network(names)
    trained = fit(network, start, examples.X, examples.Y, learning_rate=1.0, iterations=iterations)
    window = limits(examples.X)
    P = probability_map(probability_of(network, trained.params), window)
    ax.imshow(P, extent=window, origin="lower", cmap=PROBABILITY, vmin=0, vmax=1, aspect="auto")
    for line in level_lines(P, window, 0.5):
        ax.plot(*line.T, color=INK, linewidth=1.5)
    scatter_classes(ax, examples.X, examples.Y)
    for points in ax.lines[-2:]:
        points.set_markersize(3)


def _unit(ax: Axes) -> None:
    _trained(ax, "blobs", [2, 1], ["sigmoid"], 200)


def _curves(ax: Axes) -> None:
    z = np.linspace(-3, 3, 200)
    for name in ("sigmoid", "tanh", "relu"):
        ax.plot(z, activations.BY_NAME[name](z), color=ACTIVATION_COLOURS[name], linewidth=1.8)
    ax.set(xlim=(-3, 3), ylim=(-1.3, 2.2))


def _shallow(ax: Axes) -> None:
    _trained(ax, "flower", [2, 8, 1], ["tanh", "sigmoid"], 2000)


def _layers(ax: Axes) -> None:
    """Units in layers, joined by their weights."""
    columns = [np.linspace(0, 1, n + 2)[1:-1] for n in (3, 5, 4, 1)]
    for x, (left, right) in enumerate(zip(columns, columns[1:], strict=False)):
        for y in left:
            for other in right:
                ax.plot([x, x + 1], [y, other], color=LIGHT, linewidth=0.8, zorder=1)
    for x, column in enumerate(columns):
        ax.plot(np.full(len(column), x), column, "o", color=CLASS_COLOURS[x == 3], markersize=8, zorder=2)
    ax.set(xlim=(-0.4, 3.4), ylim=(0, 1))


def _noisy(ax: Axes) -> None:
    """A cost that falls in noisy steps."""
    steps = np.arange(200)
    smooth = 0.2 + 0.8 * np.exp(-steps / 40)
    ax.plot(steps, smooth + 0.05 * np.random.default_rng(1).standard_normal(200), color=CLASS_COLOURS[1], linewidth=0.9)
    ax.plot(steps, smooth, color=INK, linewidth=1.5)
    ax.set(ylim=(0, 1.1))


def _sweep(ax: Axes) -> None:
    """A heat map of settings."""
    rows, columns = np.mgrid[-1:1:6j, -1:1:8j]
    ax.imshow(
        np.exp(-2 * (rows - 0.2) ** 2 - 2 * (columns + 0.1) ** 2), cmap=PROBABILITY, vmin=0, vmax=1, aspect="auto"
    )


def _playground(ax: Axes) -> None:
    _trained(ax, "spirals", [2, 8, 8, 1], ["tanh", "tanh", "sigmoid"], 600)


SKETCHES: dict[str, Callable[[Axes], None]] = {
    "01": _arrays,
    "02": _unit,
    "03": _curves,
    "04": _shallow,
    "05": _layers,
    "06": _noisy,
    "07": _sweep,
    "08": _playground,
}


@house_style()
def course_overview() -> Picture:
    """Notebooks 01 to 08 in a row; those that are not written yet are pale."""
    figure, axes = new_figure(len(SKETCHES), width=10, height=1.9)
    for ax, (number, sketch) in zip(axes, SKETCHES.items(), strict=True):
        lesson = find(number)
        sketch(ax)
        ax.set(xticks=[], yticks=[])
        ax.spines[:].set_visible(False)
        ax.set_title(number, color=INK if lesson.there else GREY)
        ax.set_xlabel(fill(lesson.title, 15), fontsize=10)
        if not lesson.there:
            for artist in (*ax.lines, *ax.images):
                artist.set_alpha(0.25)
    titles = ", ".join(f"{lesson.number} {lesson.title.lower()}" for lesson in LESSONS[1:])
    return Picture(figure, f"The way of the course, from left to right: {titles}.")
