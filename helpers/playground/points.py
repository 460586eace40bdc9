"""The points that a network of the playground learns from, and those held out, whatever they come from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from helpers import datasets
from helpers.datasets import surfaces
from helpers.datasets.planar import PLANAR
from helpers.datasets.surfaces import SURFACES
from helpers.playground import function_text
from helpers.playground.own_points import LARGEST, check_own
from helpers.validation import Array, check_noise, check_seed, is_number
from helpers.wording import listed, rounded

TASKS = ("classification", "regression")
LEAST_SHARE, GREATEST_SHARE = 0.1, 0.9
FUNCTION_NOISE = 0.1

Drawn = tuple[Array, Array]  # points (2, m) and labels (1, m)


@dataclass(frozen=True, eq=False)
class Points:
    """points: (2, m) to train on, with labels Y: (1, m), classes 0 and 1 or values; and as much held out, of k points."""

    points: Array = field(repr=False)
    Y: Array = field(repr=False)
    points_test: Array = field(repr=False)
    Y_test: Array = field(repr=False)


def names(task: str = "classification") -> list[str]:
    """What `draw` can draw from for a task."""
    check_task(task)
    return [*(PLANAR if task == "classification" else SURFACES), "function", "own"]


def draw(
    data: str,
    *,
    task: str = "classification",
    m: int = 200,
    noise: float | None = None,
    train_share: float = 0.5,
    seed: int = 1,
    function: str = "",
    own: Sequence[Sequence[float]] = (),
) -> Points:
    """2 m points, of which the first share is to train on: at 0.5 exactly what datasets.load gives.

    data: one of names(task).  "function": class 1 lies above what the text `function` says of x; in regression its
    value in x1 and x2 is learnt.  "own": the list of [x1, x2, y] `own`, as it is, shuffled by the seed; m and noise
    don't touch it.  noise: None is the usual one.  Raises ValueError in a sentence for anything that does not fit.
    """
    if data not in names(task):
        raise ValueError(f"there is no data {data!r} for {task}; there are {listed(names(task))}{_other_task(data)}")
    _check_numbers(m, train_share, seed)
    if data == "own":
        points, Y = _shuffled(check_own(own, task), seed)
    elif data == "function":
        points, Y = DRAWN_BY_FUNCTION[task](function, m, FUNCTION_NOISE if noise is None else noise, seed)
    elif task == "classification":
        load = datasets.load(data, m=m, noise=noise, seed=seed)
        points, Y = np.hstack([load.X, load.X_test]), np.hstack([load.Y, load.Y_test])
    else:
        points, Y = _stacked(surfaces.draw(SURFACES[data], m=m, noise=surfaces.NOISE if noise is None else noise, seed=seed))
    return _parted(points, Y, train_share)
