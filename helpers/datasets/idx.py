"""Arrays in idx files, the format that MNIST is published in: a magic number, the sizes, then the bytes."""

import gzip
import math
import zlib
from pathlib import Path

import numpy as np

from helpers.datasets.files import DataFileError, content_of
from helpers.validation import Array

KINDS = {1: "labels", 3: "images"}


def read(file: Path, dimensions: int) -> Array:
    """The array of bytes in an idx file, which has 1 dimension for labels and 3 for images; read-only.

    The header: 0, 0, 8 for bytes, the number of dimensions, then each size as a big-endian integer of 32 bits.
    Whether it is gzipped is seen from the content: some browsers unpack a file and keep its name.
    """
    content = _unpacked(file)
    magic, start = bytes((0, 0, 8, dimensions)), 4 + 4 * dimensions
    if content[:4] != magic or len(content) < start:
        raise DataFileError(
            f"{file.name} is not an idx file of {KINDS[dimensions]}: it begins with {_numbers(content[:4])}, "
            f"not with {_numbers(magic)}; is it another file under this name?"
        )
    shape = tuple(np.frombuffer(content, ">u4", dimensions, offset=4).tolist())
    if len(content) - start != math.prod(shape):
        raise DataFileError(
            f"{file.name} is cut off or damaged: {' x '.join(map(str, shape))} takes {math.prod(shape):,} bytes, "
            f"and it has {len(content) - start:,}; get it again"
        )
    return np.frombuffer(content, np.uint8, offset=start).reshape(shape)


def _unpacked(file: Path) -> bytes:
    content = content_of(file)
    try:
        return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
    except (OSError, EOFError, zlib.error) as error:
        raise DataFileError(f"{file.name} is cut off or damaged ({error}); get it again") from None


def _numbers(some: bytes) -> str:
    return " ".join(map(str, some)) or "nothing"
