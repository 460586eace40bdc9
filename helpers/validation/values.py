"""Single numbers that one sets: learning rates and counts."""

import math
from typing import Any

import numpy as np


def check_learning_rate(learning_rate: Any) -> None:
    """A learning rate is a finite number above 0."""
    if not isinstance(learning_rate, (int, float, np.number)) or not math.isfinite(learning_rate) or learning_rate <= 0:
        raise ValueError(f"the learning rate is {learning_rate!r}; it must be a number above 0, such as 0.1")


def check_step(h: Any) -> None:
    """The step of a difference is a finite number above 0."""
    if not isinstance(h, (int, float, np.number)) or not math.isfinite(h) or h <= 0:
        raise ValueError(f"the step h is {h!r}; it must be a number above 0, such as 1e-5")


def check_count(value: Any, name: str) -> None:
    """A count is a whole number, 1 or more."""
    if isinstance(value, bool) or not isinstance(value, (int, np.integer)) or value < 1:
        raise ValueError(f"{name} is {value!r}; it must be a whole number, 1 or more")


def check_scale(scale: Any) -> None:
    """A standard deviation is a finite number, 0 or above."""
    if isinstance(scale, bool) or not isinstance(scale, (int, float, np.number)) or not 0 <= scale < math.inf:
        raise ValueError(f"the scale is {scale!r}; it must be a number, 0 or above, such as 0.01")


def check_threshold(threshold: Any) -> None:
    """A threshold for a probability lies between 0 and 1."""
    if not isinstance(threshold, (int, float, np.number)) or not 0 <= threshold <= 1:
        raise ValueError(f"the threshold is {threshold!r}; it must be between 0 and 1, as probabilities are")
