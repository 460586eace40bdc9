"""The points that the network of the playground learns from, and those held out, whatever they come from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from helpers import datasets
from helpers.datasets import surfaces
from helpers.datasets.planar import PLANAR
from helpers.datasets.surfaces import NOISE, SIDE, SURFACES, Surface
from helpers.playground import function_text
from helpers.playground.own_points import LARGEST, check_own
from helpers.validation import Array, check_count, check_noise, check_seed, is_number
from helpers.wording import listed, rounded

TASKS: dict[str, list[str]] = {
    "classification": [*PLANAR, "function", "own"],
    "regression": [*SURFACES, "function", "own"],
}  # task -> the data that it can be done on
LEAST_SHARE, GREATEST_SHARE = 0.1, 0.9

Drawn = tuple[Array, Array]  # points (2, m) and their labels (1, m)


@dataclass(frozen=True, eq=False)
class Points:
    """Points to train on, (2, m), with labels Y (1, m): classes 0 and 1, or values; and k points held out."""

    points: Array = field(repr=False)
    Y: Array = field(repr=False)
    points_test: Array = field(repr=False)
    Y_test: Array = field(repr=False)


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
    """2 m points, of which the first share is to train on; at 0.5 these are what datasets.load gives.

    data: one of TASKS[task].  "function": class 1 lies above what the text `function` says of x; in regression its
    value in x1 and x2 is to be learnt.  "own": the list `own` of [x1, x2, y], to which m and noise do nothing.
    noise: None is the usual one.  seed: the draw; of own points, which are held out.
    Raises ValueError in a sentence for anything that does not fit.
    """
    check_data(data, task)
    check_train_share(train_share)
    check_seed(seed)
    if data == "own":
        return _parted(_shuffled(check_own(own, task), seed), train_share)
    if data in PLANAR:
        return _parted(_planar(data, m, noise, seed), train_share)
    return _parted(_by_formula(data, task, function, m, NOISE if noise is None else noise, seed), train_share)


def check_data(data: Any, task: Any) -> None:
    """A task is one of TASKS, data one of those that it can be done on."""
    if not isinstance(task, str) or task not in TASKS:
        raise ValueError(f"there is no task {task!r}; there are {listed(list(TASKS))}")
    if data not in TASKS[task]:
        other = next((f"; {data} is for {other}" for other in TASKS if data in TASKS[other]), "")
        raise ValueError(f"there is no data {data!r} for {task}; there are {listed(TASKS[task])}{other}")


def check_train_share(share: Any) -> None:
    """The share to train on is a number from LEAST_SHARE to GREATEST_SHARE."""
    if not is_number(share) or not LEAST_SHARE <= share <= GREATEST_SHARE:
        raise ValueError(f"train_share is {share!r}; it must be a number from {LEAST_SHARE} to {GREATEST_SHARE}")


def _planar(name: str, m: int, noise: float | None, seed: int) -> Drawn:
    data = datasets.load(name, m=m, noise=noise, seed=seed)
    return np.hstack([data.X, data.X_test]), np.hstack([data.Y, data.Y_test])


def _by_formula(data: str, task: str, text: str, m: int, noise: float, seed: int) -> Drawn:
    if task == "classification":
        return _above(function_text.read(text, ("x", "x1")), m, noise, seed)
    surface = _learnable(function_text.read(text)) if data == "function" else SURFACES[data]
    X, Y, X_test, Y_test = surfaces.draw(surface, m=m, noise=noise, seed=seed)
    return np.hstack([X, X_test]), np.hstack([Y, Y_test])


def _above(formula: function_text.Formula, m: int, noise: float, seed: int) -> Drawn:
    """2 m points of the square, class 1 above the formula; then noise moves them."""
    check_count(m, "m")
    check_noise(noise, NOISE)
    rng = np.random.default_rng(seed)
    points = surfaces.uniform(2 * m, rng)
    above = points[1] > formula(points[0], points[1])
    if above.all() or not above.any():
        side = "above" if above.all() else "below"
        raise ValueError(
            f"every point lies {side} {formula.text}; there must be some on both sides: "
            f"write a function that passes through the square from -{SIDE:g} to {SIDE:g}"
        )
    return points + noise * rng.standard_normal(points.shape), above[np.newaxis].astype(float)


def _learnable(formula: function_text.Formula) -> Surface:
    """The formula, with a sentence in place of values that are too large."""

    def surface(x1: Array, x2: Array) -> Array:
        value = formula(x1, x2)
        greatest = np.abs(value).max()
        if greatest > LARGEST:
            fix = f"divide it, as in ({formula.text}) / {np.ceil(greatest):.15g}"
            raise ValueError(f"{formula.text} reaches {rounded(greatest)}; values go up to {LARGEST:g}: {fix}")
        return value

    return surface


def _shuffled(own: Array, seed: int) -> Drawn:
    """own: (3, m)."""
    own = own[:, np.random.default_rng(seed).permutation(own.shape[1])]
    return own[:2], own[2:]


def _parted(drawn: Drawn, share: float) -> Points:
    """The first share of the points to train on, at least one on either side."""
    points, Y = drawn
    m = min(max(round(share * points.shape[1]), 1), points.shape[1] - 1)
    return Points(points[:, :m], Y[:, :m], points[:, m:], Y[:, m:])
