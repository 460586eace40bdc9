"""Timings as lines: seconds against the size of the work, both in powers of ten."""

from collections.abc import Mapping

from matplotlib.axes import Axes

from helpers.plots.style import SERIES, Picture, house_style, new_figure
from helpers.timings import Timings


@house_style()
def timings(given: Mapping[str, Timings]) -> Picture:
    """One set of timings or several side by side; their keys say what the size counts, such as "numbers n"."""
    figure, axes = new_figure(len(given), width=3.6 * len(given), height=3.4, squeeze=False)
    for ax, (size, timings) in zip(axes[0], given.items(), strict=True):
        _draw(ax, timings, size)
    axes[0, 0].set_ylabel("seconds")
    message = [_message(timings, size) for size, timings in given.items()]
    return Picture(
        figure, f"Seconds against size, in powers of ten, on the machine that drew this: {'; '.join(message)}."
    )


def _message(timings: Timings, size: str) -> str:
    times = timings.table[0, -1] / timings.table[-1, -1]
    return f"at {timings.sizes[-1]:,} {size}, {timings.names[0]} took {times:,.0f} times as long as {timings.names[-1]}"


def _draw(ax: Axes, timings: Timings, size: str) -> None:
    for row, name, colour, marker in zip(timings.table, timings.names, SERIES, "o^sDv", strict=False):
        ax.plot(timings.sizes, row, marker + "-", color=colour)
        ax.annotate(name, (timings.sizes[-1], row[-1]), (7, 0), textcoords="offset points", va="center", color=colour)
    ax.set(xscale="log", yscale="log", xlabel=size)
    ax.set_xlim(timings.sizes[0] / 1.3, timings.sizes[-1] * (timings.sizes[-1] / timings.sizes[0]) ** 0.4)
