"""Single numbers that one sets: learning rates and counts."""

import math
from typing import Any

import numpy as np


def check_learning_rate(learning_rate: Any) -> None:
    """A learning rate is a finite number above 0."""
    if not isinstance(learning_rate, (int, float, np.number)) or not math.isfinite(learning_rate) or learning_rate <= 0:
        raise ValueError(f"the learning rate is {learning_rate!r}; it must be a number above 0, such as 0.1")


def check_count(value: Any, name: str) -> None:
    """A count is a whole number, 1 or more."""
    if isinstance(value, bool) or not isinstance(value, (int, np.integer)) or value < 1:
        raise ValueError(f"{name} is {value!r}; it must be a whole number, 1 or more")
