"""Broadcasting as cells: what each array has is dark, the copies that stretch it are pale.

An axis of more than 8 is drawn with a break; of two such axes the larger has more cells, and the true sizes stand
at the sides.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb

from helpers.broadcasting import Broadcast, Shape
from helpers.broadcasting import broadcast as broadcast_of
from helpers.plots.style import ACCENT, CLASS_COLOURS, GREY, INK, Picture, house_style, new_figure
from helpers.validation import Array

MOST = 8  # cells along an axis that are drawn one by one
FEWEST = 4  # cells that there is room for at least, so that a single one does not fill the picture
CELL, GAP = 10, 1  # points of the image for each cell and for the line between two
DOTS = (slice(1, 3), slice(4, 6), slice(7, 9))  # of a cell: the three dots of a break
COLOURS = (*CLASS_COLOURS, ACCENT)
MARGIN = 0.14  # around the cells, for the sizes; 1 is the side of the whole

Places = Sequence[int | None]


class Grid(NamedTuple):
    """One array as it is drawn.

    image: its cells; own: the share of the image's rows and columns that holds what the array has itself;
    refusing: the axes that do not fit, counted from the right: -1 is the last.
    """

    title: str
    colour: str
    shape: Shape
    image: Array
    own: tuple[float, float]
    refusing: set[int]


def flat(shape: Shape) -> tuple[int, int]:
    """Rows and columns as they are drawn: a list lies in one row, a number is one cell."""
    *_, rows, columns = 1, 1, *shape
    return rows, columns


def places(sizes: set[int]) -> dict[int, Places]:
    """For each size the indices that its cells stand for; None is a break.  A larger size has more cells."""
    drawn: dict[int, Places] = {size: range(size) for size in sizes if size <= MOST}
    for rank, size in enumerate(sorted(sizes - drawn.keys())):
        drawn[size] = [*range(MOST - 2 + 2 * rank), None, size - 2, size - 1]
    return drawn


def cells(own: tuple[int, int], rows: Places, columns: Places, side: int, colour: str) -> Array:
    """An image with room for `side` x `side` cells: dark where the array has its own, else pale; dots at a break."""
    points = side * (CELL + GAP) + GAP
    image = np.ones((points, points, 3))
    strong = np.array(to_rgb(colour))
    for i, row in enumerate(rows):
        for j, column in enumerate(columns):
            y, x = (GAP + place * (CELL + GAP) for place in (i, j))
            mine = (row is None or row < own[0]) and (column is None or column < own[1])
            _fill(image[y : y + CELL, x : x + CELL], strong if mine else 0.75 + 0.25 * strong, row, column)
    return image


def _fill(cell: Array, colour: Array, row: int | None, column: int | None) -> None:
    """Paint a cell: whole, or three dots where the row, the column or both are left out."""
    if row is not None and column is not None:
        cell[:] = colour
        return
    middle = (DOTS[1],) * 3
    for y, x in zip(middle if row is not None else DOTS, middle if column is not None else DOTS, strict=True):
        cell[y, x] = colour


def grids(found: Broadcast) -> list[Grid]:
    """a, b, and the result, which has no cells if the shapes do not fit."""
    fits = found.result is not None
    shapes = [found.a, found.b, found.result if found.result is not None else (0, 0)]
    drawn = places({size for shape in shapes for size in flat(shape)})
    side = max(FEWEST, *map(len, drawn.values()))
    refusing = {place - len(found.axes) for place in found.refusing}
    made = []
    for title, colour, shape in zip(titles(found), COLOURS, shapes, strict=True):
        rows, columns = flat(shapes[2] if fits else shape)
        image = cells(flat(shape), drawn[rows], drawn[columns], side, colour)
        high, wide = (len(drawn[size]) / side for size in flat(shape))
        made.append(Grid(title, colour, shape, image, (high, wide), refusing))
    return made if fits else [*made[:2], made[2]._replace(colour=GREY, shape=())]


def titles(found: Broadcast) -> list[str]:
    """What stands above the three grids."""
    result = "✗ does not fit" if found.result is None else f"result {found.result}"
    return [f"a {found.a}", f"b {found.b}", result]


def alt(found: Broadcast) -> str:
    """What is to be seen, in words."""
    axes = "; ".join(f"axis {place}: {axis.message()}" for place, axis in enumerate(found.axes)) or "two single numbers"
    end = "They do not fit." if found.result is None else f"The result has shape {found.result}."
    return f"Shapes {found.a} and {found.b} as cells, copies pale. {axes[0].upper()}{axes[1:]}. {end}"


class GridOnAxes:
    """One array on axes of its own: title, cells, and its sizes at the sides; `show` changes it."""

    def __init__(self, ax: Axes) -> None:
        self.image = ax.imshow(np.ones((2, 2, 3)), extent=(0, 1, 1, 0), interpolation="nearest")
        self.title = ax.set_title("a (1, 1)")
        self.columns = ax.text(0, -0.02, "", ha="center", va="bottom")
        self.rows = ax.text(-0.02, 0, "", ha="right", va="center")
        ax.set(xlim=(-MARGIN, 1), ylim=(1, -MARGIN))
        ax.set_axis_off()
        self.artists: list[Any] = [self.image, self.title, self.columns, self.rows]

    def show(self, grid: Grid) -> None:
        """Put another array in its place."""
        self.image.set_data(grid.image)
        self.title.set(text=grid.title, color=grid.colour)
        high, wide = grid.own
        for text, axis, middle in ((self.columns, -1, (wide / 2, -0.02)), (self.rows, -2, (-0.02, high / 2))):
            size = f"{grid.shape[axis]:,}" if len(grid.shape) >= -axis else ""
            look = {"color": INK, "fontweight": "bold"} if axis in grid.refusing else {"color": GREY, "fontweight": 400}
            text.set(text=size, position=middle, **look)
        self.rows.set_rotation(90 if len(self.rows.get_text()) > 2 else 0)  # else it would run into its neighbour


@house_style()
def broadcast(a: Any, b: Any) -> Picture:
    """Two arrays or shapes of at most two axes, as NumPy stretches them, and what comes out.

    An axis longer than 8 is drawn with a break.  Raises ValueError for more than two axes.
    """
    found = broadcast_of(a, b)
    if max(len(found.a), len(found.b)) > 2:
        raise ValueError(f"{found.a} and {found.b} have more than two axes; explain_broadcast takes any number")
    drawn = grids(found)
    high = max(0.2, *(grid.own[0] for grid in drawn)) + 0.01
    figure, axes = new_figure(3, width=8, height=0.6 + 2.2 * (MARGIN + high))
    for ax, grid, sign in zip(axes, drawn, ("", "+", "="), strict=True):
        GridOnAxes(ax).show(grid)
        ax.set_ylim(high, -MARGIN)
        ax.text(-0.12, 0.5, sign, transform=ax.transAxes, ha="right", va="center", fontsize=16, color=GREY)
    return Picture(figure, alt(found))
