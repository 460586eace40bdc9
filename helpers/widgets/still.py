"""A `Drawing` as pixels, by matplotlib: for the file of a notebook, where no page draws it."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from helpers.plots import rendering
from helpers.plots.style import house_style
from helpers.widgets.drawing import COLOURS, Bar, Dots, Drawing, Line, Map, Words

COLOUR: dict[str, Any] = COLOURS["light"]
POINT = 72 / rendering.CSS_DPI  # a page pixel in points
MARKERS = {"circle": "o", "ring": "o", "triangle": "^", "plus": "+", "minus": "_"}
RAMP = LinearSegmentedColormap.from_list("ramp", COLOUR["ramp"])


def pixels(drawing: Drawing) -> rendering.Pixels:
    """The drawing on white, with the density of every picture of the course."""
    return rendering.pixels(figure(drawing)[0])


@house_style()
def figure(drawing: Drawing) -> tuple[Figure, list[Any]]:
    """The drawing as a figure, and an artist for each of its marks."""
    inches = drawing.width / rendering.CSS_DPI, drawing.height / rendering.CSS_DPI
    figure = Figure(figsize=inches)
    figure.set_layout_engine("none")
    ax = figure.add_axes((0, 0, 1, 1))
    ax.set(xlim=(0, drawing.width), ylim=(drawing.height, 0))
    ax.set_axis_off()
    return figure, [_DRAW[type(mark)](ax, mark, order) for order, mark in enumerate(drawing.marks)]


def _map(ax: Axes, mark: Map, order: int) -> Any:
    left, top, width, height = mark.box
    extent = (left, left + width, top + height, top)
    look: dict[str, Any] = {"cmap": RAMP, "vmin": -1, "vmax": 1, "interpolation": "bilinear"}
    return ax.imshow(np.nan_to_num(mark.values), extent=extent, origin="lower", aspect="auto", zorder=order, **look)


def _bar(ax: Axes, mark: Bar, order: int) -> Any:
    left, top, width, height = mark.box
    return ax.add_patch(Rectangle((left, top), width, height, color=COLOUR[mark.colour], lw=0, zorder=order))


def _line(ax: Axes, mark: Line, order: int) -> Any:
    style: Any = (0, [length / mark.width for length in mark.dash]) if mark.dash else "-"
    colour, points = COLOUR[mark.colour], np.asarray(mark.points, float)
    return ax.plot(*points.T, color=colour, lw=mark.width * POINT, ls=style, zorder=order)[0]


def _dots(ax: Axes, mark: Dots, order: int) -> Any:
    filled = mark.shape in ("circle", "triangle")
    colour = COLOUR[mark.colour]
    x, y = np.asarray(mark.points, float).reshape(-1, 2).T
    look: dict[str, Any] = {"mfc": colour if filled else "none", "mec": COLOUR["paper"] if filled else colour}
    look |= {"ms": 2 * mark.size * POINT, "mew": 0.6 if filled else 1.0, "zorder": order}
    return ax.plot(x, y, MARKERS[mark.shape], **look)[0]


def _words(ax: Axes, mark: Words, order: int) -> Any:
    look: dict[str, Any] = {"ha": mark.align, "va": "center", "weight": "bold" if mark.bold else "normal"}
    look |= {"family": "monospace"} if mark.code else {}
    return ax.text(mark.x, mark.y, mark.text, color=COLOUR[mark.colour], size=mark.size * POINT, zorder=order, **look)


_DRAW: dict[type, Callable[[Axes, Any, int], Any]] = {Map: _map, Bar: _bar, Line: _line, Dots: _dots, Words: _words}
