"""Data sets by name: datasets.load("moons"), load("digits"), load("cats"), load("mnist") ...

The planar ones are formulas with a seed; digits and cats are files in data/, described in data/README.md.
MNIST is read where a learner has it, and downloaded when asked.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from helpers.datasets import files, mnist
from helpers.datasets.photographs import photograph as photograph
from helpers.datasets.planar import PLANAR, Points
from helpers.labels import one_hot
from helpers.validation import Array, check_noise, check_seed

DIGITS = tuple("0123456789")


@dataclass(frozen=True, eq=False)
class Dataset:
    """Examples to train on and examples held out.

    X: (n, m), one example a column.  Y: (1, m) of 0 and 1 for two classes, (C, m) one-hot for more.
    X_test, Y_test: held-out examples of the same layout.  classes[k]: the name of class k.
    image_shape: that of one example, such as (64, 64, 3), or None.  source: where the examples come from.
    """

    name: str
    X: Array = field(repr=False)
    Y: Array = field(repr=False)
    X_test: Array = field(repr=False)
    Y_test: Array = field(repr=False)
    classes: tuple[str, ...]
    source: str
    image_shape: tuple[int, ...] | None = None

    def image(self, k: int) -> Array:
        """Training example k as an image."""
        return self._shaped(self.X[:, k])

    def test_image(self, k: int) -> Array:
        """Held-out example k as an image."""
        return self._shaped(self.X_test[:, k])

    def _shaped(self, x: Array) -> Array:
        if self.image_shape is None:
            raise ValueError(f"{self.name} has features x1 and x2, not images: plots.decision_boundary draws it")
        return x.reshape(self.image_shape)


def names() -> list[str]:
    """Every name that `load` knows."""
    return [*PLANAR, "digits", "cats", "mnist"]


def load(
    name: str,
    *,
    m: int | None = None,
    noise: float | None = None,
    seed: int | None = None,
    path: Any = None,
    download: bool = False,
) -> Dataset:
    """A data set by its name; see names().

    m: examples to train on, an even number (400); as many again are held out.  noise: how far they stray from the
    formula.  seed: another draw (1).  These three belong to the planar sets.
    path: for "cats", the folder of the lectures' own train_catvnoncat.h5 and test_catvnoncat.h5; for "mnist", that of
    its four idx files, or an .npz.  download: get what is missing of "mnist" (11.6 MB), and keep it in data/ or path.
    Raises ValueError in a sentence for anything that does not fit, and names a file that is missing or damaged.
    """
    if name not in names():
        raise ValueError(f"there is no data set {name!r}; there are {', '.join(names())}")
    if path is not None and name not in ("cats", "mnist"):
        raise ValueError(f'path belongs to "cats" and "mnist", files of your own; {name} needs none')
    if download and name != "mnist":
        raise ValueError(f'download belongs to "mnist"; {name} is a part of the course')
    if name in PLANAR:
        return _planar(name, 400 if m is None else m, noise, 1 if seed is None else seed)
    for word, given in (("m", m), ("noise", noise), ("seed", seed)):
        if given is not None:
            raise ValueError(f"{name} is a file with a fixed number of images; leave out {word}={given}")
    if name == "mnist":
        return _mnist(path, download)
    return _digits() if name == "digits" else _cats(path)


def _planar(name: str, m: int, noise: float | None, seed: int) -> Dataset:
    formula, usual = PLANAR[name]
    if isinstance(m, bool) or not isinstance(m, (int, np.integer)) or m < 2 or m % 2:
        raise ValueError(f"m is {m!r}; it must be an even number, 2 or more, half for each class")
    noise = usual if noise is None else noise
    check_noise(noise, usual)
    check_seed(seed)
    streams = np.random.default_rng(seed).spawn(2)
    (X, Y), (X_test, Y_test) = (_draw(formula, int(m), float(noise), rng) for rng in streams)
    source = f"{name}, drawn by formula: m={m}, noise={noise:g}, seed={seed}"
    return Dataset(name, X, Y, X_test, Y_test, ("class 0", "class 1"), source)


def _draw(formula: Points, m: int, noise: float, rng: np.random.Generator) -> tuple[Array, Array]:
    """m examples, half of each class, in random order."""
    y = rng.permutation(np.repeat([0.0, 1.0], m // 2))
    return formula(y, noise, rng), y.reshape(1, m)


def _digits() -> Dataset:
    file = files.arrays("digits.npz")
    X, X_test = (files.columns(file[key], white=16) for key in ("train_images", "test_images"))
    Y, Y_test = (one_hot(file[key], 10) for key in ("train_labels", "test_labels"))
    source = "Optical Recognition of Handwritten Digits (Alpaydin and Kaynak, 1998), UCI, CC BY 4.0"
    return Dataset("digits", X, Y, X_test, Y_test, DIGITS, source, (8, 8))


def _mnist(path: Any, download: bool) -> Dataset:
    X, labels, X_test, labels_test, source = mnist.read(path, download)
    return Dataset("mnist", X, one_hot(labels, 10), X_test, one_hot(labels_test, 10), DIGITS, source, (28, 28))


def _cats(path: Any) -> Dataset:
    folder = files.lecture_folder(path)
    file = files.lecture_cats(folder) if folder else files.arrays("cats.npz")
    X, X_test = (files.columns(file[key], white=255) for key in ("train_images", "test_images"))
    Y, Y_test = (file[key].reshape(1, -1).astype(float) for key in ("train_labels", "test_labels"))
    source = "the lectures' own photographs" if folder else "drawn by data/make_data.py, CC BY 4.0"
    return Dataset("cats", X, Y, X_test, Y_test, ("not a cat", "cat"), source, (64, 64, 3))
