"""A figure as pixels, and pixels as PNG or JPEG: the same density for every picture of the course."""

import io
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo

Pixels: TypeAlias = NDArray[np.uint8]
Limits: TypeAlias = tuple[float, float, float, float]  # of a plane: left, right, bottom, top

CSS_DPI = 100  # one inch of the figure is 100 pixels of the page: figsize=(10, 4) is shown 1000 wide
LEAST_FONT = 10  # points; on the page 72 of them are 100 pixels, so that is 14 pixels
LEAST_SCALE = 0.72  # how far a narrow page shrinks a picture, before it scrolls: then the least letter has 10 pixels
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


def png(picture: Pixels, description: str = "") -> bytes:
    """As PNG with 256 colours of its own, for the file of a notebook: a third of the bytes of a full PNG.

    description: what is to be seen; the file carries it, so that it can't be taken for another picture.
    """
    return pngs(picture, [], description)[0]


def pngs(picture: Pixels, cuts: Sequence[int], description: str) -> list[bytes]:
    """The same, cut from top to bottom at each x of `cuts`: one PNG for each piece, all in the same colours."""
    image = _image(picture).convert("RGB").quantize(256, dither=Image.Dither.NONE)
    about = PngInfo()
    about.add_itxt("Description", description)
    boxes = [(left, 0, right, image.height) for left, right in pairwise([0, *cuts, image.width])]
    return [_encoded(image.crop(box), "png", optimize=True, pnginfo=about) for box in boxes]


def opened(png: bytes) -> Image.Image:
    """The picture that a PNG holds, with its width, its height and, in `info`, its description."""
    return Image.open(io.BytesIO(png))


def _image(picture: Pixels) -> Image.Image:
    height, width, _ = picture.shape
    return Image.frombuffer("RGBX", (width, height), picture, "raw", "RGBX", 0, 1)


def _encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()
