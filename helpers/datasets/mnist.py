"""MNIST from the files that it usually comes in: four idx files, gzipped or not, or one .npz; nothing is unpickled."""

from pathlib import Path
from typing import Any

import numpy as np

from helpers.datasets import files, idx, npz
from helpers.datasets.files import DataFileError, Named, Remote
from helpers.validation import Array
from helpers.wording import listed

# Four arrays in this order, everywhere below: images and labels to train on, images and labels to test.
PUBLISHED = (
    Remote("train-images-idx3-ubyte.gz", 9_912_422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
    Remote("train-labels-idx1-ubyte.gz", 28_881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
    Remote("t10k-images-idx3-ubyte.gz", 1_648_877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
    Remote("t10k-labels-idx1-ubyte.gz", 4_542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"),
)
KEYS = (("x_train", "train_x"), ("y_train", "train_y"), ("x_test", "test_x"), ("y_test", "test_y"))
MIRRORS = ("https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/")
SOURCE = "MNIST (LeCun, Cortes and Burges, 1998)"


def read(path: Any = None, download: bool = False) -> tuple[Array, Array, Array, Array, str]:
    """X (784, m) from 0 to 1 and labels (m,), the same of the test part, and where they come from.

    path: the folder of the files, or an .npz; by default data/.  download: first get what is missing there.
    Raises DataFileError, in a sentence, for what is missing, damaged, or something else than its name says.
    """
    place = files.DATA if path is None else Path(path)
    if download:
        _download(place)
    found = _arrays(place) if download or path is not None or files.may_use_own() else None
    if found is None:
        raise DataFileError(f"mnist is not in {place}: {_how_to_get_it()}")
    images, labels, test_images, test_labels = found
    _check_counts(images, labels)
    _check_counts(test_images, test_labels)
    source = f"{SOURCE}, from {images.name}"
    return _columns(images), _digits(labels), _columns(test_images), _digits(test_labels), source


def _how_to_get_it() -> str:
    size = sum(remote.size for remote in PUBLISHED) / 1e6
    return (
        f"put {listed([remote.name for remote in PUBLISHED])} there, or mnist.npz; or name their place, "
        f'load("mnist", path="..."); or have them downloaded ({size:.1f} MB), load("mnist", download=True)'
    )


def _download(folder: Path) -> None:
    from helpers.datasets.download import fetch  # all that speaks HTTP, which only this needs

    if folder.is_file():
        raise DataFileError(f"{folder} is a file; a download needs a folder as its path, or no path for data/")
    for remote in PUBLISHED:
        if _idx_file(folder, remote) is None:
            fetch(remote, MIRRORS, folder)


def _idx_file(folder: Path, published: Remote) -> Path | None:
    """The file under one of its usual names: with -idx or .idx, and with or without .gz."""
    plain = published.name.removesuffix(".gz")
    names = [spelling + end for end in ("", ".gz") for spelling in (plain, plain.replace("-idx", ".idx"))]
    return next((folder / name for name in names if (folder / name).is_file()), None)


def _arrays(place: Path) -> list[Named] | None:
    """The four arrays, or None where there is nothing of MNIST; one idx file stands for its folder."""
    if place.is_file() and "idx" not in place.name:
        return npz.read(place, KEYS)
    place = place.parent if place.is_file() else place
    found = [_idx_file(place, remote) for remote in PUBLISHED]
    here = [file for file in found if file is not None]
    if len(here) == len(PUBLISHED):
        return [Named(file.name, idx.read(file, 3 if "images" in file.name else 1)) for file in here]
    if archives := sorted(place.glob("mnist*.npz")):
        return npz.read(archives[0], KEYS)
    if here:
        missing = [remote.name for remote, file in zip(PUBLISHED, found, strict=True) if file is None]
        raise DataFileError(f"{place} has only a part of mnist: put {listed(missing)} there, or use download=True")
    return None


def _check_counts(images: Named, labels: Named) -> None:
    for name, array in (images, labels):
        if array.ndim == 0 or len(array) == 0:
            raise DataFileError(f"{name} is empty; get it again")
    if len(images.array) != len(labels.array):
        raise DataFileError(
            f"{images.name} has {len(images.array):,} images and {labels.name} {len(labels.array):,} labels: "
            "they do not belong together; get both again"
        )


def _columns(images: Named) -> Array:
    """Images (m, 28, 28) or (m, 784), in bytes or as numbers from 0 to 1, as columns (784, m) from 0 to 1."""
    name, array = images
    if array[0].size != 784:
        raise DataFileError(f"{name} has the shape {array.shape}; needed is (m, 28, 28) or (m, 784)")
    white = {"u": 255, "i": 255, "f": 1}.get(array.dtype.kind)
    if white is None or not (array.min() >= 0 and array.max() <= white):
        raise DataFileError(f"{name} must hold whole numbers from 0 to 255, or fractions from 0 to 1")
    return files.columns(array, white)


def _digits(labels: Named) -> Array:
    """Labels (m,) as whole numbers."""
    name, array = labels
    if array.size != len(array) or array.dtype.kind not in "uif" or not np.isin(array, range(10)).all():
        raise DataFileError(f"{name} must hold one digit from 0 to 9 for each image; its shape is {array.shape}")
    return array.reshape(-1).astype(int)
