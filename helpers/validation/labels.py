"""What the labels Y of a network must look like: one row for each unit of the output, one column for each example."""

from typing import Any

import numpy as np

from helpers.validation.annotations import Array
from helpers.validation.arrays import check_finite, numbers
from helpers.validation.shapes import check_kind


def check_targets(Y: Any, m: int, outputs: int = 1) -> None:
    """Y must be (outputs, m) of finite numbers."""
    if not isinstance(Y, np.ndarray):
        raise TypeError(
            f"Y is a {type(Y).__name__}; pass an array of shape ({outputs}, {m}): np.array(Y).reshape({outputs}, -1)"
        )
    if Y.shape != (outputs, m):
        raise ValueError(f"Y has shape {Y.shape}; {_needed(m, outputs)}{_fix(Y, m, outputs)}")
    check_finite(numbers(Y, "Y"), "Y")


def _needed(m: int, outputs: int) -> str:
    if outputs == 1:
        return f"labels go in one row, shape (1, {m})"
    return f"the network has {outputs} outputs, so Y must be ({outputs}, {m})"


def _fix(Y: Array, m: int, outputs: int) -> str:
    if outputs > 1 and Y.size == m:
        return f", one-hot: pass np.eye({outputs})[Y.ravel()].T for labels 0 to {outputs - 1}"
    if Y.shape == (m, outputs):
        return ": pass Y.T"
    if outputs == 1 and Y.size == m:
        return f": pass Y.reshape(1, {m})"
    return f": X has {m} examples"


def check_binary_labels(Y: Any, m: int, outputs: int = 1) -> None:
    """Y must be (outputs, m), each entry 0 or 1."""
    check_targets(Y, m, outputs)
    check_kind(Y, "Y", "0 and 1")


def check_one_hot(Y: Any, m: int, outputs: int) -> None:
    """Y must be (outputs, m) with a single 1 in each column, in the row of its class."""
    check_binary_labels(Y, m, outputs)
    ones = Y.sum(axis=0)
    if (ones != 1).any():
        i = int(np.argmax(ones != 1))
        raise ValueError(f"column {i} of Y holds {ones[i]:g} ones; a one-hot label has one, in the row of its class")
