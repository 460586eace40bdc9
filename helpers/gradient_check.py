"""Is a derivative right?  Nudge each number both ways, watch the cost, and compare.

The two-sided difference (f(x + h) - f(x - h)) / 2h errs by about h^2 from the curve and 1e-16 / h from rounding;
h = 1e-5 balances the two in float64.  Notebook 02, "Trust, but check"; Goodfellow et al. (2016), section 11.5.
"""

from collections.abc import Callable
from inspect import unwrap
from typing import Any

import numpy as np

from helpers.doors import Array, Layers, check_rate
from helpers.model import Model
from helpers.parameters import Parameters, check_gradients, flatten

STEP = 1e-5


def numerical_derivative(f: Callable[[Any], Any], z: Any, h: float = STEP) -> Any:
    """df/dz of an element-wise function at every entry of z: same shape as z."""
    check_rate(h)
    z = np.asarray(z, dtype=float)
    return (f(z + h) - f(z - h)) / (2 * h)


def numerical_gradient(cost: Callable[[Parameters], float], params: Layers, h: float = STEP) -> Parameters:
    """The derivative of cost(params) in every single weight and bias, two costs for each: slow and trustworthy."""
    check_rate(h)
    nudged = Parameters(params, np.float64)
    gradient = nudged.copy()
    for i, value in enumerate(nudged.vector.copy()):
        nudged.vector[i] = value + h
        above = cost(nudged)
        nudged.vector[i] = value - h
        gradient.vector[i] = (above - cost(nudged)) / (2 * h)
        nudged.vector[i] = value
    return gradient


def relative_error(given: Any, expected: Any) -> float:
    """|given - expected| / (|given| + |expected|), lengths of whole arrays: 0 is equal, 1 has nothing in common."""
    given, expected = np.ravel(given).astype(float), np.ravel(expected).astype(float)
    size = float(np.linalg.norm(given) + np.linalg.norm(expected))
    return float(np.linalg.norm(given - expected)) / size if size else 0.0


def verdict(error: float) -> str:
    """The reading of a relative error in common practice."""
    if error < 1e-7:
        return "right"
    return "wrong" if error > 1e-4 or np.isnan(error) else "doubtful"


def gradient_errors(model: Model, params: Layers, X: Array, Y: Array) -> dict[str, float]:
    """The relative error of model.backward against differences of model.cost, for each dW and db.

    A handful of examples is enough: a wrong formula is wrong on three examples too.
    """
    params = Parameters(params, np.float64)
    forward = unwrap(model.forward)
    gradients = model.gradients(params, forward(params, X), X, Y)
    check_gradients(gradients, params)
    slow = numerical_gradient(lambda p: model.total_cost(p, forward(p, X), Y), params)
    given = np.split(flatten(gradients), np.cumsum([np.prod(s, dtype=int) for s in params.shapes])[:-1])
    wanted = [array for layer in slow for array in layer]
    names = [f"d{kind}{layer}" for layer in range(1, len(params) + 1) for kind in "Wb"]
    return {name: relative_error(a, b) for name, a, b in zip(names, given, wanted, strict=True)}


def gradient_check(model: Model, params: Layers, X: Array, Y: Array) -> None:
    """Print the relative error and the verdict for every dW and db."""
    for name, error in gradient_errors(model, params, X, Y).items():
        mark = "✓" if verdict(error) == "right" else "✗"
        size = "below 1e-7" if error < 1e-7 else f"{error:.2g}"
        print(f"{mark} {name}: {verdict(error)}, relative error {size}")
