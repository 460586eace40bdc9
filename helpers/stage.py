"""A matplotlib figure that is kept: what stands still is drawn once, only what moves is drawn again.

A full drawing of two axes takes about 100 ms; putting the saved background back and drawing a curve, a heat
map and points over it takes 10 to 30.  Both give the same pixels.
"""

import io
from collections.abc import Iterable
from operator import attrgetter
from typing import Any, TypeAlias

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray
from PIL import Image

Pixels: TypeAlias = NDArray[np.uint8]

CSS_DPI = 100  # one inch of the figure is 100 pixels of the page: figsize=(10, 4) is shown 1000 wide
PIXEL_RATIO = 2  # pixels of the picture to one of the page: crisp on dense screens, and on others scaled down


class Stage:
    """A figure, and the artists in it that move: lines, images, points, texts; change them, then `render()`.

    What lies over a moving artist in the same axes is drawn with it, spines and legends too, so that the
    picture is always that of a full drawing.  What stands still and lies below (zorder) costs nothing.
    """

    def __init__(self, figure: Figure, moving: Iterable[Artist]) -> None:
        """figure: a `matplotlib.figure.Figure`, not one of pyplot's.  moving: artists that are in it."""
        self.moving = list(moving)
        if not self.moving or any(artist.get_figure() is not figure for artist in self.moving):
            raise ValueError("a Stage needs one or more moving artists, and each of them in its figure")
        figure.set_dpi(CSS_DPI * PIXEL_RATIO)
        self.figure = figure
        self.canvas: Any = FigureCanvasAgg(figure)
        self.redraw()

    def redraw(self) -> None:
        """Draw what stands still again: after a change of the data set, the limits or the labels."""
        for artist in self._drawn_each_time():
            artist.set_animated(True)
        self.canvas.draw()
        self._background = self.canvas.copy_from_bbox(self.figure.bbox)

    def render(self) -> Pixels:
        """The figure as it is now: (height, width, 4) bytes, red, green, blue and opacity."""
        self.canvas.restore_region(self._background)
        renderer = self.canvas.get_renderer()
        for artist in self._drawn_each_time():
            artist.draw(renderer)
        return np.array(self.canvas.buffer_rgba(), dtype=np.uint8)

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


def pixels(figure: Figure) -> Pixels:
    """A figure that is drawn once, as it is: (height, width, 4) bytes at the density of every picture here."""
    figure.set_dpi(CSS_DPI * PIXEL_RATIO)
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    return np.array(canvas.buffer_rgba(), dtype=np.uint8)


def jpeg(picture: Pixels) -> bytes:
    """As JPEG, for the page: 6 ms for 2000 x 800 pixels, where WebP or PNG without loss takes 35 or more."""
    return _encoded(_image(picture), "jpeg", quality=95, subsampling=0)


def png(picture: Pixels) -> bytes:
    """As PNG with 256 colours of its own, for the file of a notebook: a third of the bytes of a full PNG."""
    return _encoded(_image(picture).convert("RGB").quantize(256, dither=Image.Dither.NONE), "png", optimize=True)


def _image(picture: Pixels) -> Image.Image:
    height, width, _ = picture.shape
    return Image.frombuffer("RGBX", (width, height), picture, "raw", "RGBX", 0, 1)


def _encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()
