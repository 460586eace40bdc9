"""A figure as pixels, and pixels as PNG or JPEG: the same density for every picture of the course."""

import io
from typing import Any, TypeAlias

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray
from PIL import Image

Pixels: TypeAlias = NDArray[np.uint8]
Limits: TypeAlias = tuple[float, float, float, float]  # of a plane: left, right, bottom, top

CSS_DPI = 100  # one inch of the figure is 100 pixels of the page: figsize=(10, 4) is shown 1000 wide
PIXEL_RATIO = 2  # pixels of the picture to one of the page: crisp on dense screens, and on others scaled down


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
