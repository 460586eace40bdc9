"""A photograph of one's own as an example: any size and format, cut to its middle square, as one column of pixels."""

from pathlib import Path
from typing import Any

import numpy as np

from helpers.datasets.files import DataFileError
from helpers.validation import Array

MOST = 100_000_000  # pixels


def photograph(path: str | Path, side: int = 64) -> Array:
    """The image in a file as a column (side * side * 3, 1) of numbers from 0 to 1, as those of `load("cats")`.

    Turned as the camera was held; what is transparent is white.  DataFileError, in a sentence, if it is no image.
    """
    file = Path(path)
    if not file.is_file():
        raise DataFileError(f"there is no file {file.name} in {file.absolute().parent}; put it there, or give its path")
    return np.asarray(_square(file, side), float).reshape(-1, 1) / 255


def _square(file: Path, side: int) -> Any:
    from PIL import Image, ImageOps

    try:
        with Image.open(file) as image:
            if image.width * image.height > MOST:
                raise DataFileError(f"{file.name} has {image.width:,} x {image.height:,} pixels; make it smaller first")
            image.draft("RGB", (4 * side, 4 * side))  # a JPEG need not be read in full
            whole = ImageOps.exif_transpose(image).convert("RGBA")
            paper = Image.new("RGBA", whole.size, "white")
            paper.alpha_composite(whole)
            return ImageOps.fit(paper.convert("RGB"), (side, side), Image.Resampling.LANCZOS)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        if isinstance(error, DataFileError):
            raise
        raise DataFileError(f"{file.name} is not an image that can be read; save it as .jpg or .png") from None
