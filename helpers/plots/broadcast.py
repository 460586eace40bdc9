"""Broadcasting as cells: what each array has is dark, the copies that stretch it are pale."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb

from helpers.broadcasting import Broadcast, Shape
from helpers.broadcasting import broadcast as broadcast_of
from helpers.plots.style import ACCENT, CLASS_COLOURS, GREY, Picture, house_style, new_figure
from helpers.validation import Array

MOST = 8  # cells along an axis; of a longer one the first are drawn
CELL, GAP = 10, 1  # points of the image for each cell and for the line between two
COLOURS = (*CLASS_COLOURS, ACCENT)
WHITE = np.ones(3)


def flat(shape: Shape) -> tuple[int, int]:
    """Rows and columns as they are drawn: a list lies in one row, a number is one cell."""
    *_, rows, columns = 1, 1, *shape
    return rows, columns


def cells(own: tuple[int, int], whole: tuple[int, int], colour: str) -> Array:
    """An image of `whole` rows and columns, MOST x MOST cells at most: dark where the array has its own, else pale."""
    side = MOST * (CELL + GAP) + GAP
    image = np.ones((side, side, 3))
    strong, pale = np.array(to_rgb(colour)), 0.75 * WHITE + 0.25 * np.array(to_rgb(colour))
    for row in range(min(whole[0], MOST)):
        for column in range(min(whole[1], MOST)):
            y, x = (GAP + place * (CELL + GAP) for place in (row, column))
            image[y : y + CELL, x : x + CELL] = strong if row < own[0] and column < own[1] else pale
    return image


def grids(found: Broadcast) -> list[Array]:
    """Three images: a, b, and the result, which is empty if the shapes do not fit."""
    a, b = flat(found.a), flat(found.b)
    if found.result is None:
        return [cells(a, a, COLOURS[0]), cells(b, b, COLOURS[1]), cells((0, 0), (0, 0), COLOURS[2])]
    whole = flat(found.result)
    return [cells(a, whole, COLOURS[0]), cells(b, whole, COLOURS[1]), cells(whole, whole, COLOURS[2])]


def titles(found: Broadcast) -> list[str]:
    """What stands above the three grids."""
    result = "✗ does not fit" if found.result is None else f"result {found.result}"
    return [f"a {found.a}", f"b {found.b}", result]


def alt(found: Broadcast) -> str:
    """What is to be seen, in words."""
    axes = "; ".join(f"axis {place}: {axis.message()}" for place, axis in enumerate(found.axes)) or "two single numbers"
    end = "They do not fit." if found.result is None else f"The result has shape {found.result}."
    return f"Shapes {found.a} and {found.b} as cells, copies pale. {axes[0].upper()}{axes[1:]}. {end}"


def draw_grid(ax: Axes, image: Array) -> Any:
    """One grid; returns its image, to be changed."""
    shown = ax.imshow(image, interpolation="nearest")
    ax.set_axis_off()
    return shown


@house_style()
def broadcast(a: Any, b: Any) -> Picture:
    """Two arrays or shapes of at most two axes, as NumPy stretches them, and what comes out.

    Of an axis longer than 8 the first 8 cells are drawn.  Raises ValueError for more than two axes.
    """
    found = broadcast_of(a, b)
    if max(len(found.a), len(found.b)) > 2:
        raise ValueError(f"{found.a} and {found.b} have more than two axes; explain_broadcast takes any number")
    rows = min(max(flat(found.a)[0], flat(found.b)[0]), MOST)
    figure, axes = new_figure(3, width=8, height=0.8 + 0.28 * max(rows, 1))
    for ax, image, title, colour, sign in zip(axes, grids(found), titles(found), COLOURS, ("", "+", "="), strict=True):
        draw_grid(ax, image)
        ax.set_ylim(rows * (CELL + GAP) + GAP - 0.5, -0.5)
        ax.set_title(title, color=GREY if "✗" in title else colour)
        ax.text(-0.04, 0.5, sign, transform=ax.transAxes, ha="right", va="center", fontsize=16, color=GREY)
    return Picture(figure, alt(found))
