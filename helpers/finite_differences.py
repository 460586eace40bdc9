"""Derivatives by differences: nudge a number both ways and watch what changes.

The two-sided difference (f(x + h) - f(x - h)) / 2h errs by about h^2 from the curve and 1e-16 / h from rounding;
h = 1e-5 balances the two in float64, where 1e-7 is too small.
Notebook 02, "Trust, but check"; Goodfellow et al., Deep Learning (2016), section 11.5.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.parameters import Parameters
from helpers.validation import Array, Layers, check_step, numbers, validated

STEP = 1e-5


def numerical_derivative(f: Callable[[Any], Any], z: Any, h: float = STEP) -> Any:
    """df/dz of an element-wise function at every entry of z: same shape as z."""
    check_step(h)
    z = numbers(z, "z").astype(float)
    return (f(z + h) - f(z - h)) / (2 * h)


def one_sided(cost: Callable[[Parameters], float], params: Layers, h: float = STEP) -> tuple[Parameters, Parameters]:
    """(J - J(-h))/h and (J(+h) - J)/h in every single weight and bias: equal but for O(h), except at a kink."""
    check_step(h)
    nudged = Parameters(params, np.float64)
    left, right = nudged.copy(), nudged.copy()
    here = cost(nudged)
    for i, value in enumerate(nudged.vector.copy()):
        nudged.vector[i] = value + h
        right.vector[i] = (cost(nudged) - here) / h
        nudged.vector[i] = value - h
        left.vector[i] = (here - cost(nudged)) / h
        nudged.vector[i] = value
    return left, right


def _check_nudges(cost: Any, vector: Any, h: Any = 1e-5) -> None:
    if np.ndim(vector) != 1:
        raise ValueError(f"vector has shape {np.shape(vector)}; it must be one row of numbers (n,): params.vector")
    check_step(h)


@validated(_check_nudges)
def numerical_gradient(J: Callable[[Array], float], vector: Array, h: float = 1e-5) -> Array:
    """The derivative of J(vector) in every single entry, two costs for each: slow and trustworthy.

    vector: (n,), such as `params.vector`.  Returns (n,).  Notebook 05, "The instrument".
    """
    gradient = np.zeros(vector.size)  # (n,)
    for i in range(vector.size):
        nudge = np.zeros(vector.size)  # (n,)
        nudge[i] = h
        gradient[i] = (J(vector + nudge) - J(vector - nudge)) / (2 * h)
    return gradient


def two_sided(left: Parameters, right: Parameters) -> Parameters:
    """The two-sided difference, from both sides."""
    mean = left.copy()
    mean.vector[:] = (left.vector + right.vector) / 2
    return mean


def relative_error(given: Any, expected: Any) -> float:
    """|given - expected| / (|given| + |expected|), lengths of whole arrays: 0 is equal, 1 has nothing in common."""
    given, expected = (np.ravel(numbers(array, name)) for array, name in ((given, "given"), (expected, "expected")))
    if given.size != expected.size:
        raise ValueError(f"given holds {given.size} numbers and expected {expected.size}; they must be as many")
    size = float(np.linalg.norm(given) + np.linalg.norm(expected))
    return float(np.linalg.norm(given - expected)) / size if size else 0.0
