"""Single numbers that one sets: learning rates, counts, scales."""

import math
from typing import Any

import numpy as np


def is_number(value: Any) -> bool:
    """A finite number that fits into a float; True and False are none."""
    if isinstance(value, bool) or not isinstance(value, (int, float, np.integer, np.floating)):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:  # 10**400
        return False


def check_learning_rate(learning_rate: Any, name: str = "the learning rate") -> None:
    """A learning rate is a finite number above 0."""
    if not is_number(learning_rate) or learning_rate <= 0:
        raise ValueError(f"{name} is {learning_rate!r}; it must be a number above 0, such as 0.1")


def check_step(h: Any) -> None:
    """The step of a difference is a finite number above 0."""
    if not is_number(h) or h <= 0:
        raise ValueError(f"the step h is {h!r}; it must be a number above 0, such as 1e-5")


def check_count(value: Any, name: str) -> None:
    """A count is a whole number, 1 or more."""
    if isinstance(value, bool) or not isinstance(value, (int, np.integer)) or value < 1:
        raise ValueError(f"{name} is {value!r}; it must be a whole number, 1 or more")


def check_rng(rng: Any) -> None:
    """Random numbers are drawn by a generator that is passed in."""
    if not isinstance(rng, np.random.Generator):
        raise TypeError(f"rng is {rng!r:.40}; pass a generator: np.random.default_rng(1)")


def check_seed(seed: Any) -> None:
    """A seed is a whole number, 0 or more, or a generator; None draws other numbers each time."""
    is_whole = isinstance(seed, (int, np.integer)) and not isinstance(seed, bool) and seed >= 0
    if not (is_whole or seed is None or isinstance(seed, np.random.Generator)):
        raise ValueError(f"seed is {seed!r}; it must be a whole number, 0 or more, or a np.random.Generator")


def check_scale(scale: Any) -> None:
    """A standard deviation is a finite number, 0 or above."""
    if not is_number(scale) or scale < 0:
        raise ValueError(f"the scale is {scale!r}; it must be a number, 0 or above, such as 0.01")


def check_noise(noise: Any, usual: float) -> None:
    """How far examples stray from their formula is a finite number, 0 or above."""
    if not is_number(noise) or noise < 0:
        raise ValueError(f"noise is {noise!r}; it must be a number, 0 or more, such as {usual}")


def check_threshold(threshold: Any) -> None:
    """A threshold for a probability lies between 0 and 1."""
    if not is_number(threshold) or not 0 <= threshold <= 1:
        raise ValueError(f"the threshold is {threshold!r}; it must be between 0 and 1, as probabilities are")


def check_l2(l2: Any) -> None:
    """The strength of a penalty is a finite number, 0 or above."""
    if not is_number(l2) or l2 < 0:
        raise ValueError(f"l2 is {l2!r}; it must be 0 or a number above it, such as 0.1")
