"""The pieces of a deep network: caches and activations."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from helpers.validation.arrays import check_finite, numbers


def check_cache(cache: Any, name: str = "cache") -> dict[str, int]:
    """A cache is (A_prev, W, Z, A), as a forward block makes it.  Returns n, n_prev and m."""
    if not isinstance(cache, (tuple, list)) or len(cache) != 4:
        raise TypeError(f"{name} must be (A_prev, W, Z, A), as layer_forward returns it")
    A_prev, W, Z, A = (np.shape(array) for array in cache)
    if not (len(A_prev) == len(W) == 2) or W[1] != A_prev[0] or not Z == A == (W[0], A_prev[1]):
        shown = f"A_prev {A_prev}, W {W}, Z {Z}, A {A}"
        raise ValueError(f"{name} holds {shown}; needed are A_prev (n_prev, m), W (n, n_prev), Z (n, m), A (n, m)")
    for part, array in zip(("A_prev", "W", "Z", "A"), cache, strict=True):
        if not isinstance(array, np.ndarray):
            raise TypeError(f"{part} of {name} is a {type(array).__name__}; pass an array: np.array({part})")
        check_finite(numbers(array, part), f"{part} of {name}")
    return {"n": W[0], "n_prev": W[1], "m": A_prev[1]}


def check_caches(caches: Any, name: str = "caches") -> dict[str, int]:
    """A list of caches, the first layer's first.  Returns nL and m."""
    if not isinstance(caches, (tuple, list)) or not caches:
        raise TypeError(f"{name} must be a list of the caches of all layers, as forward returns it")
    found = [check_cache(cache, f"{name}[{layer}]") for layer, cache in enumerate(caches)]
    return {"nL": found[-1]["n"], "m": found[-1]["m"]}


def check_activation(g: Any, name: str = "g") -> None:
    """An activation has a slope."""
    if isinstance(g, str):
        raise TypeError(f"{name} is the name {g!r}; pass the activation itself: from helpers.activations import {g}")
    if not callable(g) or not hasattr(g, "derivative_from_output"):
        given = getattr(g, "__name__", repr(g))
        raise TypeError(f"{name} is {given:.40}, without a slope; pass Activation({given:.40}, its derivative, ...)")


def check_activations(activations: Any, layers: Sequence[Any]) -> None:
    """One activation for each layer."""
    if not isinstance(activations, (tuple, list)) or len(activations) != len(layers):
        given = len(activations) if isinstance(activations, (tuple, list)) else "no"
        raise ValueError(f"there are {len(layers)} layers and {given} activations; each layer needs one")
    for layer, g in enumerate(activations):
        check_activation(g, f"activations[{layer}]")
