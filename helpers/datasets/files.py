"""The files in data/: read only when their checksum is right, so that a damaged one is never taken for data."""

import hashlib
import io
import os
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from helpers.validation import Array

DATA = Path(__file__).resolve().parents[2] / "data"
LECTURE_FILES = ("train_catvnoncat.h5", "test_catvnoncat.h5")


class DataFileError(ValueError):
    """A file of data that is missing, damaged, or not what its name says."""


class Named(NamedTuple):
    """An array from a file, and the words for it in an error."""

    name: str
    array: Array


class Remote(NamedTuple):
    """A file as it is published."""

    name: str
    size: int  # bytes
    sha256: str


def arrays(name: str) -> dict[str, Array]:
    """The arrays of an .npz file in data/ whose SHA-256 is the one in data/SHA256SUMS; nothing is unpickled."""
    fix = f"get it again: git checkout data/{name}, or python data/make_data.py"
    try:
        content = (DATA / name).read_bytes()
    except OSError as error:
        raise DataFileError(f"data/{name} cannot be read ({error.strerror}); {fix}") from None
    if hashlib.sha256(content).hexdigest() != checksums().get(name):
        raise DataFileError(f"data/{name} is damaged: its checksum is not the one in data/SHA256SUMS; {fix}")
    with np.load(io.BytesIO(content), allow_pickle=False) as file:
        return {key: file[key] for key in file.files}


def checksums() -> dict[str, str]:
    """File name -> SHA-256, from data/SHA256SUMS."""
    try:
        lines = (DATA / "SHA256SUMS").read_text(encoding="ascii").splitlines()
        return {name: digest for digest, name in (line.split() for line in lines)}
    except (OSError, ValueError):
        raise DataFileError(
            "data/SHA256SUMS is missing or damaged; get it again: git checkout data/SHA256SUMS"
        ) from None


def columns(images: Array, white: int) -> Array:
    """Images (m, height, width, ...) of 0 to `white` as columns of 0 to 1: (n, m).  Each column is one example.

    In memory each example stays a row: taking some columns copies whole rows, several times faster than single numbers.
    """
    rows = np.divide(images.reshape(len(images), -1), white, dtype=float, order="C")  # (m, n)
    return rows.T


def content_of(file: Path) -> bytes:
    """The bytes of a file of the learner's; a page that was saved in its place is known by its first character."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise DataFileError(f"{file.name} in {file.parent} cannot be read ({error.strerror})") from None
    if content[:200].lstrip().startswith(b"<"):
        raise DataFileError(f"{file.name} is a web page, not the data: use the link of the file itself to get it again")
    return content


def may_use_own() -> bool:
    """May data/ be searched for files of the learner's?  Not under test (COURSE_TEST=1).

    Results must not depend on what a learner keeps there.
    """
    return os.environ.get("COURSE_TEST") != "1"


def lecture_folder(path: Any) -> Path | None:
    """Where the lectures' own cat files are: `path` if one is given, else data/ if they are there, else None."""
    if path is not None:
        return Path(path)
    here = any((DATA / name).exists() for name in LECTURE_FILES)
    return DATA if here and may_use_own() else None


def lecture_cats(folder: Path) -> dict[str, Array]:
    """The photographs of the lectures from their two HDF5 files, under the names that cats.npz uses."""
    found: dict[str, Array] = {}
    for part, name in zip(("train", "test"), LECTURE_FILES, strict=True):
        images, labels = _hdf5(folder / name, f"{part}_set_x", f"{part}_set_y")
        _check_images(name, images, labels)
        found |= {f"{part}_images": images, f"{part}_labels": labels}
    return found


def _check_images(name: str, images: Array, labels: Array) -> None:
    if labels.ndim != 1 or images.shape != (len(labels), 64, 64, 3):
        raise DataFileError(
            f"{name} holds images {images.shape} and labels {labels.shape}, not (m, 64, 64, 3) and (m,)"
        )
    if images.dtype != np.uint8 or not np.isin(labels, (0, 1)).all():
        raise DataFileError(f"{name} must hold pixels as bytes (uint8) and labels 0 or 1; given {images.dtype}")


def _hdf5(file: Path, *keys: str) -> list[Array]:
    try:
        import h5py
    except ModuleNotFoundError:
        raise DataFileError(f'reading {file.name} needs h5py: run  pip install "h5py>=3.12"') from None
    if not file.is_file():
        raise DataFileError(
            f"{file.name} is not in {file.parent}: the lectures' cats need both {' and '.join(LECTURE_FILES)}"
        )
    try:
        with h5py.File(file) as content:
            return [np.asarray(content[key][()]) for key in keys]
    except (OSError, KeyError, TypeError):
        raise DataFileError(
            f"{file.name} is damaged, or not the lectures' file: it needs {' and '.join(keys)}"
        ) from None
