"""Are these the layers of a network: a pair (W, b) for each, of shapes that fit together?"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from helpers.validation.annotations import Layers
from helpers.validation.arrays import check_finite, numbers


def pairs(layers: Any, name: str) -> Layers:
    """`layers` if it is a list of pairs, such as [(W1, b1), (W2, b2)]; else a TypeError that says so."""
    is_list = isinstance(layers, Sequence) and not isinstance(layers, str) and len(layers) > 0
    if not is_list or any(not isinstance(layer, (list, tuple)) or len(layer) != 2 for layer in layers):
        raise TypeError(f"{name} must be a list with a pair for each layer, such as [(W1, b1), (W2, b2)]")
    return layers


def check_layers(layers: Any, name: str = "params", form: str = "[(W, b), ...]") -> dict[str, int]:
    """Layers of the form "[(W1, b1), (W2, b2)]", or any number of them; "[(w, b)]" is one, its weights a column.

    Returns what the letters of the lecture stand for: n0, n1, ... (n for a column).
    """
    given = pairs(layers, name)
    count = form.count("(")
    if "..." not in form and len(given) != count:
        raise ValueError(f"{name} has {len(given)} layer{'s' * (len(given) != 1)}; needed is {form}")
    if "(w, b)" in form:
        return {"n": _check_column(*given[0])}
    for layer, (W, b) in enumerate(given, 1):
        _check_layer(W, b, f"W{layer}", f"b{layer}")
    for layer, ((W_prev, _), (W, _)) in enumerate(pairwise(given), 2):
        if W.shape[1] != len(W_prev):
            message = f"W{layer} has shape {W.shape}, but layer {layer - 1} gives {len(W_prev)} numbers"
            raise ValueError(f"{message}: W{layer} must be ({len(W)}, {len(W_prev)})")
    sizes = [given[0][0].shape[1], *(len(W) for W, _ in given)]
    return {f"n{layer}": n for layer, n in enumerate(sizes)} | {"nL": sizes[-1]}


def _check_layer(W: Any, b: Any, W_name: str, b_name: str) -> None:
    _check_array(W, W_name, "(units, inputs)")
    if np.shape(b) == (W.shape[1], 1) != (len(W), 1):
        raise ValueError(f"{W_name} has shape {W.shape} and {b_name} {b.shape}: a row for each unit: pass {W_name}.T")
    if np.shape(b) != (len(W), 1):
        fix = f": pass {b_name}.reshape({len(W)}, 1)" if np.size(b) == len(W) and np.ndim(b) else ""
        needed = f"{W_name} has shape {W.shape}, so {b_name} must be ({len(W)}, 1)"
        raise ValueError(f"{b_name} has shape {np.shape(b)}; {needed}{fix}")
    check_finite(numbers(b, b_name), b_name)


def _check_column(w: Any, b: Any) -> int:
    _check_array(w, "w", "(n, 1)")
    if w.shape[1] != 1:
        fix = ": pass w.T" if len(w) == 1 else ""
        raise ValueError(f"w has shape {w.shape}; one unit has a column of weights, (n, 1){fix}")
    if np.size(b) != 1 or np.ndim(b) > 2:
        raise ValueError(f"b has shape {np.shape(b)}; one unit has one bias, (1, 1)")
    check_finite(numbers(b, "b"), "b")
    return len(w)


def _check_array(W: Any, name: str, needed: str) -> None:
    if not isinstance(W, np.ndarray):
        raise TypeError(f"{name} is a {type(W).__name__}; pass an array of shape {needed}: np.array({name})")
    if W.ndim != 2:
        fix = f": pass {name}.reshape(-1, 1)" if needed == "(n, 1)" and W.ndim == 1 else ""
        raise ValueError(f"{name} has shape {W.shape}; it must be {needed}{fix}")
    if not W.size:
        raise ValueError(f"{name} has shape {W.shape}, without a number in it; it must be {needed}")
    check_finite(numbers(W, name), name)


def check_gradients(gradients: Any, layers: Layers, name: str = "gradients", finite: bool = False) -> None:
    """`gradients` must mirror `layers`: a pair (dW, db) for each, of the same shapes; a single number may be bare.

    finite: is nan refused?
    """
    _check_mirror(gradients, layers, name, "d", finite)


def check_updated(updated: Any, layers: Layers, name: str = "what update returns") -> None:
    """`updated` must mirror `layers`: a pair (W, b) for each, of the same shapes; a single number may be bare."""
    _check_mirror(updated, layers, name, "the new ")


def _check_mirror(given: Any, layers: Layers, name: str, prefix: str, finite: bool = False) -> None:
    pair = "(dW, db)" if prefix == "d" else "(W, b)"
    try:
        arrays = [np.shape(array) for layer in pairs(given, name) for array in layer]
    except TypeError:
        wanted = ", ".join([pair] * len(layers))
        raise TypeError(f"{name} must be a list with a pair for each layer: [{wanted}]") from None
    if len(arrays) != 2 * len(layers):
        raise ValueError(f"{name} has {len(arrays) // 2} pairs {pair} for {len(layers)} layers")
    for got, (needed, letter) in zip(arrays, _shapes(layers), strict=True):
        if got != needed and not (math.prod(got) == math.prod(needed) == 1):
            raise ValueError(f"{prefix}{letter} has shape {got}, but {letter} has shape {needed}: they must be equal")
    for array, (_, letter) in zip((array for layer in given for array in layer), _shapes(layers), strict=True):
        _check_mirrored(array, f"{prefix}{letter}", finite)


def _check_mirrored(array: Any, name: str, finite: bool) -> None:
    if isinstance(array, (list, tuple)):
        raise TypeError(f"{name} is a {type(array).__name__}; pass an array: np.array({name.split()[-1]})")
    values = numbers(array, name)
    if finite:
        check_finite(values, name)


def _shapes(layers: Layers) -> Iterator[tuple[tuple[int, ...], str]]:
    for layer, (W, b) in enumerate(layers, 1):
        yield np.shape(W), f"W{layer}"
        yield np.shape(b), f"b{layer}"
