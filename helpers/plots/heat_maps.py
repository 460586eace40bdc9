"""What a search found: a heat map over two hyperparameters, and the points that two searches try."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LogNorm, Normalize, to_hex
from matplotlib.patches import Rectangle

from helpers.plots.style import CLASS_COLOURS, GREY, INK, INK_ON_PAPER, SURFACE, WHITE, Picture, house_style, new_figure
from helpers.validation import Array
from helpers.wording import count, decimal, listed, rounded


def shades(values: Array) -> list[list[tuple[str, str]]]:
    """(background, ink) for each number of a table, dark where it is low; white where there is none.

    Costs, which are above 0, are shaded by their logarithm: one huge cost would make all others look alike.
    """
    known = values[np.isfinite(values)]
    if not known.size:
        return [[(WHITE, GREY)] * values.shape[1]] * values.shape[0]
    scale = (LogNorm if known.min() > 0 else Normalize)(known.min(), known.max())
    return [[_shade(value, scale) for value in row] for row in values]


def _shade(value: float, scale: Normalize) -> tuple[str, str]:
    if not np.isfinite(value):
        return WHITE, GREY
    share = float(scale(value))
    return to_hex(SURFACE(share)), WHITE if share < 0.35 else INK


@house_style()
def heat_map(values: Array, rows: tuple[str, Sequence[Any]], columns: tuple[str, Sequence[Any]], title: str) -> Picture:
    """A number for each pair of values of two hyperparameters, the least one framed.

    values: (rows, columns), nan where there is none.  rows, columns: (name, its values).  title: what the numbers are.
    """
    figure, ax = new_figure(width=1.1 + 0.5 * len(columns[1]), height=1.3 + 0.38 * len(rows[1]))
    _draw(ax, values, shades(values), rows, columns)
    row, column = divmod(int(np.nanargmin(values)), values.shape[1])
    _frame(ax, row, column)
    ax.set_title(title)
    at = f"{rows[0]} {_written(rows[1][row])} and {columns[0]} {_written(columns[1][column])}"
    return Picture(
        figure,
        f"{title[0].upper()}{title[1:]} for {values.size} pairs: {columns[0]} across, {rows[0]} upwards. The least is "
        f"{decimal(float(values[row, column]))}, framed, at {at}.",
    )


@house_style()
def heat_maps(
    found: Mapping[str, Array], rows: tuple[str, Sequence[Any]], columns: tuple[str, Sequence[Any]], title: str
) -> Picture:
    """The same for each of several names, side by side and in the same shades; the least of each column is framed."""
    width, height = 1.1 + 0.5 * len(columns[1]), 1.3 + 0.38 * len(rows[1])
    figure, axes = new_figure(len(found), width=width * len(found), height=height, squeeze=False)
    colours, message = shades(np.concatenate(list(found.values()))), []
    for k, (ax, (name, values)) in enumerate(zip(axes[0], found.items(), strict=True)):
        _draw(ax, values, colours[k * len(values) : (k + 1) * len(values)], rows, columns)
        best = np.nanargmin(values, axis=0)
        for column, row in enumerate(best):
            _frame(ax, int(row), column)
        ax.set_title(name)
        message.append(f"{name} {', '.join(_written(rows[1][row]) for row in best)}")
    across = ", ".join(_written(value) for value in columns[1])
    return Picture(
        figure,
        f"{title[0].upper()}{title[1:]}: {columns[0]} across, {rows[0]} upwards, darker is less. Framed is the best "
        f"{rows[0]} for each {columns[0]} ({across}): {'; '.join(message)}.",
    )


def _draw(
    ax: Axes,
    values: Array,
    colours: Sequence[Sequence[tuple[str, str]]],
    rows: tuple[str, Sequence[Any]],
    columns: tuple[str, Sequence[Any]],
) -> None:
    for (row, column), value in np.ndenumerate(values):
        _cell(ax, row, column, float(value), colours[row][column])
    ax.set_xticks(range(len(columns[1])), [_written(value) for value in columns[1]])
    ax.set_yticks(range(len(rows[1])), [_written(value) for value in rows[1]])
    ax.set(xlabel=columns[0], ylabel=rows[0])
    ax.set(xlim=(-0.5, len(columns[1]) - 0.5), ylim=(-0.5, len(rows[1]) - 0.5))
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)


def _frame(ax: Axes, row: int, column: int) -> None:
    corner = column - 0.5, row - 0.5
    ax.add_patch(Rectangle(corner, 1, 1, fill=False, edgecolor=INK, linewidth=2.5, zorder=3, clip_on=False))


def _cell(ax: Axes, row: int, column: int, value: float, shade: tuple[str, str]) -> None:
    background, ink = shade
    ax.add_patch(Rectangle((column - 0.5, row - 0.5), 1, 1, facecolor=background, edgecolor=WHITE))
    ax.text(
        column, row, decimal(value) if np.isfinite(value) else "–", ha="center", va="center", color=ink, fontsize=10
    )


def _written(value: Any) -> str:
    return rounded(value, 2) if isinstance(value, float) else str(value)


@house_style()
def searches(found: Mapping[str, tuple[Array, Array, Array]], names: tuple[str, str]) -> Picture:
    """Where searches tried, side by side: {title: (x, y, cost), each (runs,)}, both axes in powers of ten.

    Below each point stands a tick on the axis, so that one sees how many different values were tried.
    """
    figure, axes = new_figure(len(found), width=3.5 * len(found), height=3.2, sharex=True, sharey=True, squeeze=False)
    costs = np.concatenate([cost for _, _, cost in found.values()])
    scale = Normalize(np.nanmin(costs), np.nanmax(costs))
    message = []
    for ax, (title, (x, y, cost)) in zip(axes[0], found.items(), strict=True):
        ax.scatter(x, y, c=cost, cmap=SURFACE, norm=scale, s=70, edgecolor=INK, linewidth=0.8, zorder=3)
        ax.plot(x, np.full(len(x), 0.02), "|", color=CLASS_COLOURS[1], markersize=9, transform=ax.get_xaxis_transform())
        best = int(np.nanargmin(cost))
        ax.plot(x[best], y[best], "s", markersize=15, markerfacecolor="none", color=INK, zorder=4)
        ax.set(title=title, xlabel=names[0], xscale="log", yscale="log")
        ax.margins(y=0.12)  # room for the ticks below the lowest point
        ax.tick_params(labelleft=True)
        message.append(
            f"{title}: {len(x)} runs, {len(np.unique(x))} different values of {names[0]}, "
            f"least {decimal(float(cost[best]))} at {rounded(float(x[best]))}"
        )
    axes[0][0].set_ylabel(names[1])
    ticks = f"Each tick below is a value of {names[0]} that was tried"
    return Picture(figure, f"Darker points cost less, the best is framed. {ticks}. {'; '.join(message)}.")


@house_style()
def confusion_matrix(table: Array) -> Picture:
    """Which class (row) was taken for which (column): counts (C, C), the mistakes dark on light."""
    figure, ax = new_figure(width=3.6, height=3.4)
    mistakes = table - np.diag(np.diag(table))
    ax.imshow(mistakes, cmap=INK_ON_PAPER, vmin=0, vmax=2 * max(1, int(mistakes.max())))
    for (true, taken), number in np.ndenumerate(table):
        if number:
            ax.text(taken, true, str(number), ha="center", va="center", color=GREY if true == taken else INK)
    ax.set(xlabel="taken for", ylabel="true class", xticks=range(len(table)), yticks=range(len(table)))
    right = f"{int(np.trace(table))} of {int(table.sum())} stand on the diagonal and are right."
    return Picture(figure, f"{right} {_most_frequent(mistakes)}")


def _most_frequent(mistakes: Array) -> str:
    """The class that was taken for another most often; all of them where several are equal."""
    most = int(mistakes.max())
    if most == 0:
        return "There is no mistake."
    pairs = listed([f"{true} taken for {taken}" for true, taken in np.argwhere(mistakes == most)])
    return f"Most often it was {pairs}, {count(most, 'time')}{' each' if np.sum(mistakes == most) > 1 else ''}."
