"""Examples that are images, and weights looked at as an image."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from helpers.plots.style import INK_ON_PAPER, SIGNED, Picture, house_style, new_figure
from helpers.validation import Array


@house_style()
def image_grid(
    images: Sequence[Array], titles: Sequence[str], alt: str, columns: int = 6, signed: bool = False
) -> Picture:
    """Images in colours (height, width, 3), or ink (height, width), dark on light; each with its title, row by row.

    signed: these are weights.  All share one scale: light orange above 0, grey at 0, dark blue below; the few largest
    reach beyond it, so that the others can be seen.
    """
    limit = float(np.quantile(np.abs(images), 0.98)) or 1.0 if signed else 0.0
    colours: dict[str, Any] = {"cmap": SIGNED, "vmin": -limit, "vmax": limit} if signed else {"cmap": INK_ON_PAPER}
    rows = max(1, -(-len(images) // columns))
    figure, axes = new_figure(columns, rows, width=1.3 * columns, height=1.55 * rows, squeeze=False)
    for ax in axes.flat[len(images) :]:
        ax.remove()
    for ax, image, title in zip(axes.flat, images, titles, strict=False):
        ax.set_axis_off()
        ax.imshow(image, interpolation="nearest", **colours)
        ax.set_title(title, fontsize=10, fontweight="normal", loc="center")
    return Picture(figure, alt)


@house_style()
def weights_image(w: Array, shape: tuple[int, int, int]) -> Picture:
    """The weights of an image classifier, one picture for each colour: where brightness speaks for class 1."""
    pictures = np.asarray(w).reshape(shape)
    limit = float(np.abs(pictures).max()) or 1.0
    figure, axes = new_figure(3, width=8, height=2.9)
    for k, (ax, colour) in enumerate(zip(axes, ("red", "green", "blue"), strict=True)):
        image = ax.imshow(pictures[:, :, k], cmap=SIGNED, vmin=-limit, vmax=limit, interpolation="nearest")
        ax.set_title(colour)
        ax.set_axis_off()
    figure.colorbar(image, ax=axes.tolist(), label="weight", shrink=0.9)
    return Picture(
        figure,
        "Each pixel's weight in the red, green and blue of the image. Light orange: brightness there speaks for class "
        "1; dark blue: against it.",
    )
