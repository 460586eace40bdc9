"""Arrays drawn as what they are: images that become columns, axes that are summed away."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from helpers.plots.style import (
    ACCENT,
    CELL,
    CLASS_COLOURS,
    GREY,
    INK,
    INK_ON_PAPER,
    LIGHT,
    PALE_GREEN,
    Picture,
    house_style,
    new_figure,
)
from helpers.validation import Array

FIRST, LAST = CLASS_COLOURS[1], ACCENT  # the frames of the first and of the last row of an image


@house_style()
def images_to_columns(images: Array, labels: Sequence[Any]) -> Picture:
    """The first of grey images (m, height, width), the column that it becomes, and X with a column for each of them."""
    m, height, width = images.shape
    X = images.reshape(m, -1).T
    figure, axes = new_figure(3, width=8.4, height=3.6, width_ratios=[3, 0.5, 4])
    figure.get_layout_engine().set(w_pad=0.25)
    _grey(axes[0], images[0], f"image 0: ({height}, {width})")
    _frame_rows(axes[0], [0, height - 1], width, 1)
    _grey(axes[1], X[:, :1], f"({len(X)}, 1)")
    _frame_rows(axes[1], [0, len(X) - width], 1, width)
    _grey(axes[2], X, f"X: {X.shape}")
    axes[2].add_patch(Rectangle((0, 0), 1, len(X), fill=False, edgecolor=INK, linewidth=2.5, clip_on=False))
    for i, label in enumerate(["Y", *labels], -1):
        weight = "bold" if i < 0 else "normal"
        axes[2].text(i + 0.5, len(X) * 1.06, str(label), ha="center", va="center", weight=weight)
    for ax in axes[1:]:
        ax.set_aspect("auto")
        ax.text(-0.35 if ax is axes[2] else -1.2, len(X) / 2, "→", ha="right", va="center", fontsize=20, color=GREY)
    return Picture(
        figure,
        f"An image of {height} x {width} pixels becomes one column of {len(X)} numbers: its first row, framed in "
        f"orange, on top, its last row, in green, at the bottom. {m} such columns side by side are X, and their "
        f"{m} labels the row Y.",
    )


def _grey(ax: Axes, image: Array, title: str) -> None:
    """An image or a matrix in greys, its upper left corner at (0, 0)."""
    rows, columns = image.shape
    ax.imshow(image, cmap=INK_ON_PAPER, extent=(0, columns, rows, 0), interpolation="nearest")
    ax.set(title=title, xticks=[], yticks=[])
    ax.spines[:].set(visible=True, color=LIGHT)


def _frame_rows(ax: Axes, tops: Sequence[int], width: int, height: int) -> None:
    for top, colour in zip(tops, (FIRST, LAST), strict=True):
        ax.add_patch(
            Rectangle((0, top), width, height, fill=False, edgecolor=colour, linewidth=2.5, clip_on=False, zorder=3)
        )


@house_style()
def sums_along_axes(a: Array) -> Picture:
    """A matrix with its sum along each axis: arrows show which numbers go into one."""
    rows, columns = a.shape
    figure, axes = new_figure(3, width=9, height=1.3 + 0.5 * (rows + 1))
    figure.get_layout_engine().set(h_pad=0.15)
    for ax, axis, title in zip(axes, (None, 0, 1), (f"a {a.shape}", "axis=0: down", "axis=1: across"), strict=True):
        _cells(ax, a, 0, 0)
        if axis == 0:
            _cells(ax, a.sum(axis=0, keepdims=True), 0, rows + 0.7, ACCENT)
            for x in range(columns):
                _down(ax, x + 0.82, 0.25, rows + 0.6)
        elif axis == 1:
            _cells(ax, a.sum(axis=1, keepdims=True), columns + 0.7, 0, ACCENT)
            for y in range(rows):
                ax.annotate("", (columns + 0.6, y + 0.85), (0.25, y + 0.85), arrowprops=_ARROW)
        ax.set(xlim=(-0.1, columns + 1.9), ylim=(rows + 1.9, -0.2), aspect="equal")
        ax.set_axis_off()
        ax.set_title(title, pad=14)
    n, m = f"{columns} numbers", f"{rows} numbers"
    return Picture(
        figure,
        f"A {rows} x {columns} array. Summed along axis 0 each column gives one number, {n} in all; along axis 1 each "
        f"row does, {m} in all. The axis that is named is the one that vanishes.",
    )


_ARROW: dict[str, Any] = {"arrowstyle": "->", "color": ACCENT, "linewidth": 1.3}


def _down(ax: Axes, x: float, top: float, bottom: float) -> None:
    ax.annotate("", (x, bottom), (x, top), arrowprops=_ARROW)


def _cells(ax: Axes, a: Array, x0: float, y0: float, colour: str = INK) -> None:
    """The numbers of a matrix, each in its cell, with the upper left corner at (x0, y0)."""
    for (row, column), value in np.ndenumerate(a):
        face = CELL if colour == INK else PALE_GREEN
        ax.add_patch(Rectangle((x0 + column, y0 + row), 1, 1, facecolor=face, edgecolor=LIGHT))
        ax.text(x0 + column + 0.5, y0 + row + 0.5, f"{value:g}", ha="center", va="center", color=colour)


@house_style()
def sums_of_a_block(shape: tuple[int, int, int] = (4, 3, 2)) -> Picture:
    """A block of numbers, and what is left of it when it is summed along each of its three axes."""
    layers, rows, columns = shape
    figure, axes = new_figure(4, width=9, height=3)
    figure.get_layout_engine().set(h_pad=0.15)
    _block(axes[0], layers, rows, columns)
    axes[0].set_title(f"a {shape}", pad=14)
    for axis, ax in enumerate(axes[1:]):
        left = [size for k, size in enumerate(shape) if k != axis]
        layers_left, rows_left, columns_left = (1 if k == axis else size for k, size in enumerate(shape))
        _block(ax, layers_left, rows_left, columns_left, ACCENT)
        ax.set_title(f"axis={axis}: {tuple(left)}", pad=14)
    for ax in axes:
        ax.set(xlim=(-0.3, columns + 0.45 * layers + 0.2), ylim=(rows + 0.3, -0.45 * layers - 0.2), aspect="equal")
        ax.set_axis_off()
    return Picture(
        figure,
        f"A block of shape {shape}: {layers} sheets of {rows} rows and {columns} columns. Summed along axis 0 the "
        f"sheets fall into one, ({rows}, {columns}); along axis 1 the rows, ({layers}, {columns}); along axis 2 the "
        f"columns, ({layers}, {rows}).",
    )


def _block(ax: Axes, layers: int, rows: int, columns: int, colour: str = GREY) -> None:
    """Sheets of cells, the first one in front."""
    for layer in reversed(range(layers)):
        shift = 0.45 * layer
        for row in range(rows):
            for column in range(columns):
                corner = column + shift, row - shift
                face = CELL if colour == GREY else PALE_GREEN
                ax.add_patch(Rectangle(corner, 1, 1, facecolor=face, edgecolor=colour, linewidth=0.8))
