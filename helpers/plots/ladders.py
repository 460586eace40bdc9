"""Timings as ladders: seconds against the size of the work, both in powers of ten."""

from collections.abc import Mapping

from matplotlib.axes import Axes

from helpers.ladder import Ladder
from helpers.plots.curves import COLOURS
from helpers.plots.style import Picture, house_style, new_figure


@house_style()
def ladders(given: Mapping[str, Ladder]) -> Picture:
    """One ladder or several side by side; their keys say what the size counts, such as "numbers n"."""
    figure, axes = new_figure(len(given), width=9, height=3.4, squeeze=False)
    for ax, (size, ladder) in zip(axes[0], given.items(), strict=True):
        _draw(ax, ladder, size)
    axes[0, 0].set_ylabel("seconds")
    said = [_said(ladder, size) for size, ladder in given.items()]
    return Picture(figure, f"Seconds against size, in powers of ten, on the machine that drew this: {'; '.join(said)}.")


def _said(ladder: Ladder, size: str) -> str:
    times = ladder.table[0, -1] / ladder.table[-1, -1]
    return f"at {ladder.sizes[-1]:,} {size}, {ladder.names[0]} took {times:,.0f} times as long as {ladder.names[-1]}"


def _draw(ax: Axes, ladder: Ladder, size: str) -> None:
    for row, name, colour, marker in zip(ladder.table, ladder.names, COLOURS, "o^sDv", strict=False):
        ax.plot(ladder.sizes, row, marker + "-", color=colour)
        ax.annotate(name, (ladder.sizes[-1], row[-1]), (7, 0), textcoords="offset points", va="center", color=colour)
    ax.set(xscale="log", yscale="log", xlabel=size)
    ax.set_xlim(ladder.sizes[0] / 1.3, ladder.sizes[-1] * (ladder.sizes[-1] / ladder.sizes[0]) ** 0.4)
