"""Where training starts: random weights of the right size, biases at zero.

Notebook 04, "Symmetry"; Glorot and Bengio (2010), He et al. (2015).
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from helpers.parameters import Parameters
from helpers.validation import Array, check_count, check_seed, is_number

SCHEMES = ("zeros", "constant", "small", "xavier", "he", "large")


def initialize(
    sizes: Sequence[int], seed: Any = 0, scheme: str | float = "xavier", dtype: Any = np.float64
) -> Parameters:
    """Layers of the given sizes, such as [2, 4, 1]: W[l] is (n_l, n_{l-1}), random by `scheme`; b[l] is (n_l, 1), zero.

    seed: a whole number, or a `np.random.Generator`.
    scheme: "xavier", normal with standard deviation 1/sqrt(n_{l-1}), so that a score is about as large as the inputs
    are (Glorot and Bengio also count the n_l); "he", sqrt(2/n_{l-1}), for ReLU; "small", 0.01; a number, that standard
    deviation; and three to learn from: "zeros", "constant" (every weight 0.5) and "large" (standard deviation 10).
    """
    check_sizes(sizes)
    check_scheme(scheme)
    check_seed(seed)
    rng = np.random.default_rng(seed)
    layers = [(_weights(n, n_prev, scheme, rng), np.zeros((n, 1))) for n_prev, n in pairwise(sizes)]
    return Parameters(layers, dtype)


def _weights(n: int, n_prev: int, scheme: str | float, rng: np.random.Generator) -> Array:
    if scheme == "constant":
        return np.full((n, n_prev), 0.5)
    named = {"zeros": 0.0, "small": 0.01, "xavier": n_prev**-0.5, "he": (2 / n_prev) ** 0.5, "large": 10.0}
    deviation = named[scheme] if isinstance(scheme, str) else scheme
    return deviation * rng.standard_normal((n, n_prev))


def check_sizes(sizes: Any) -> None:
    """Layer sizes are a list of two or more whole numbers, from the features to the output."""
    if not isinstance(sizes, (list, tuple, np.ndarray)) or len(sizes) < 2:
        raise ValueError(
            f"the layer sizes are {sizes!r}; pass a list from the features to the output, such as [2, 4, 1]"
        )
    for layer, size in enumerate(sizes):
        check_count(size, f"the size of layer {layer}")


def check_scheme(scheme: Any) -> None:
    """A scheme is one of the names, or a standard deviation."""
    if scheme not in SCHEMES if isinstance(scheme, str) else not (is_number(scheme) and scheme >= 0):
        raise ValueError(f"the scheme is {scheme!r}; it is one of {', '.join(SCHEMES)}, or a standard deviation")
