"""A small MNIST of random images, in the forms of the true one."""

import gzip
import struct
from pathlib import Path

import numpy as np

from helpers import datasets

rng = np.random.default_rng(5)
ARRAYS = {
    "x_train": rng.integers(0, 256, (7, 28, 28), np.uint8),
    "y_train": rng.integers(0, 10, 7, np.uint8),
    "x_test": rng.integers(0, 256, (3, 28, 28), np.uint8),
    "y_test": rng.integers(0, 10, 3, np.uint8),
}
STEMS = ("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")
SPELLINGS = [
    lambda stem: stem,
    lambda stem: stem.replace("-idx", ".idx"),
    lambda stem: stem + ".gz",
    lambda stem: stem.replace("-idx", ".idx") + ".gz",
]


def idx_bytes(array: np.ndarray) -> bytes:
    return struct.pack(f">4B{array.ndim}I", 0, 0, 8, array.ndim, *array.shape) + array.tobytes()


def write_idx(folder: Path, spellings: tuple[int, ...] = (0, 0, 0, 0)) -> list[Path]:
    written = []
    for stem, array, spelling in zip(STEMS, ARRAYS.values(), spellings, strict=True):
        file = folder / SPELLINGS[spelling](stem)
        file.write_bytes(gzip.compress(idx_bytes(array)) if file.suffix == ".gz" else idx_bytes(array))
        written.append(file)
    return written


def is_right(data: datasets.Dataset) -> bool:
    """The arrays above, as columns from 0 to 1 and one-hot."""
    for X, Y, part in ((data.X, data.Y, "train"), (data.X_test, data.Y_test, "test")):
        images, labels = ARRAYS[f"x_{part}"], ARRAYS[f"y_{part}"]
        np.testing.assert_allclose(X, images.reshape(len(images), 784).T / 255, rtol=1e-6)
        np.testing.assert_array_equal(Y.argmax(axis=0), labels)
        np.testing.assert_array_equal(np.sort(Y, axis=0), np.repeat([[0.0]] * 9 + [[1.0]], len(labels), axis=1))
    return True
