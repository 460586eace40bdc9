"""A matplotlib figure that is kept: what stands still is drawn once, only what moves is drawn again.

A full drawing of two axes takes about 100 ms; putting the saved background back and drawing a curve, a heat
map and points over it takes 10 to 30.  Both give the same pixels.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from operator import attrgetter
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.gridspec import GridSpec

from helpers.plots.rendering import CSS_DPI, PIXEL_RATIO, Pixels
from helpers.plots.style import house_style
from helpers.widgets.hands import Plane

NARROW = (3.8, 2.7)  # width and height of each axes, in inches, where they stand one below the other
_stacked = ContextVar("stacked", default=False)


@contextmanager
def stacked(yes: bool) -> Iterator[None]:
    """Within it, figures are rendered for a narrow page: axes one below the other, the text as large as ever."""
    token = _stacked.set(yes)
    try:
        yield
    finally:
        _stacked.reset(token)


class BlitFigure:
    """A figure, and the artists in it that move: lines, images, points, texts; change them, then `render()`.

    What lies over a moving artist in the same axes is drawn with it, spines and legends too, so that the
    picture is always that of a full drawing.  What stands still and lies below (zorder) costs nothing.
    """

    def __init__(self, figure: Figure, moving: Iterable[Artist]) -> None:
        """figure: a `matplotlib.figure.Figure`, not one of pyplot's.  moving: artists that are in it."""
        self.moving = list(moving)
        if not self.moving or any(artist.get_figure() is not figure for artist in self.moving):
            raise ValueError("a BlitFigure needs one or more moving artists, and each of them in its figure")
        figure.set_dpi(CSS_DPI * PIXEL_RATIO)
        self.figure = figure
        self.canvas: Any = FigureCanvasAgg(figure)
        self._layout = figure.get_layout_engine()
        places: list[Any] = [axes.get_subplotspec() for axes in figure.axes]
        self._wide = tuple(figure.get_size_inches()), places
        self._stacked = False
        self.redraw()

    def redraw(self) -> None:
        """Draw what stands still again: after a change of the data set, the limits or the labels."""
        self._find_room()
        for artist in self._drawn_each_time():
            artist.set_animated(True)
        self.canvas.draw()
        self._background = self.canvas.copy_from_bbox(self.figure.bbox)

    def render(self) -> Pixels:
        """The figure as it is now: (height, width, 4) bytes, red, green, blue and opacity."""
        if _stacked.get() is not self._stacked:
            self._lay_out(_stacked.get())
        self.canvas.restore_region(self._background)
        renderer = self.canvas.get_renderer()
        for artist in self._drawn_each_time():
            artist.draw(renderer)
        return np.array(self.canvas.buffer_rgba(), dtype=np.uint8)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in page pixels."""
        width, height = self.figure.get_size_inches() * CSS_DPI
        return float(width), float(height)

    def plane(self, axes: Axes) -> Plane:
        """Where `axes` stand in the picture that was rendered last, for what is touched there."""
        width, height = self.size
        left, bottom, right, top = map(float, axes.get_position().extents)
        box = (left * width, (1 - top) * height, (right - left) * width, (top - bottom) * height)
        return Plane(box, (*axes.get_xlim(), *axes.get_ylim()))

    def _find_room(self) -> None:
        """Place the axes, once, with room for what moves as well: matplotlib gives none to what is animated."""
        if self._layout is not None:
            for artist in self._drawn_each_time():
                artist.set_animated(False)
            for _ in range(2):  # axes of equal aspect are narrower than their place, which only the second round sees
                self._layout.execute(self.figure)
            self.figure.set_layout_engine("none")

    @house_style()
    def _lay_out(self, narrow: bool) -> None:
        """Put the axes one below the other, or back to where they were."""
        self._stacked = narrow
        size, places = self._wide
        if narrow:
            rows = len(places)
            size = (NARROW[0], NARROW[1] * rows)
            grid = GridSpec(rows, 1, self.figure)
            places = [grid[row] for row in range(rows)]
        for axes, place in zip(self.figure.axes, places, strict=True):
            axes.set_subplotspec(place)
        self.figure.set_size_inches(size)
        self.redraw()

    def _drawn_each_time(self) -> list[Artist]:
        """The moving artists and what lies over them, in matplotlib's own order of drawing."""
        everywhere = [artist for axes in self.figure.axes for artist in _from_lowest(axes, self.moving)]
        return everywhere + [artist for artist in self.moving if artist.axes is None]


def _from_lowest(axes: Axes, moving: list[Artist]) -> list[Artist]:
    """Everything in `axes` from its lowest moving artist upwards; the ticks stay in the background."""
    frame = axes.spines.values() if axes.axison and axes.get_frame_on() else ()
    fixed = {axes.patch, axes.xaxis, axes.yaxis} | set(axes.spines.values()).difference(frame)
    layers = sorted((a for a in axes.get_children() if a not in fixed), key=attrgetter("zorder"))
    lowest = min((layers.index(artist) for artist in moving if artist in layers), default=len(layers))
    return layers[lowest:]
