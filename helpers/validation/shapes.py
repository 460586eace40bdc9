"""Shapes as they stand in the lecture, and whether the arguments of a function have them.

@validated(params="[(W1, b1), (W2, b2)]", X="(n0, m)", Y="(n2, m) of 0 and 1")

A letter stands for the same number wherever it occurs.  What may be written:
    "(n1, m)"                  an array of this shape; "(1, m)" fixes a side; "... of 0 and 1", "... of probabilities"
    "[(W1, b1), (W2, b2)]"     layers, which bind n0, n1, n2; "[(W, b), ...]" any number of them; "[(w, b)]" one column
    "like params"              gradients: the same shapes as those of another argument
    ("A1 (n1, m)", ...)        a tuple of arrays with their names
    "cache", "caches"          what forward blocks keep, which bind n, n_prev and m, or nL and m
    "activations"              one for each layer, or each cache
    "count", "scale", "seed", "threshold", "learning rate", "activation"
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from helpers.validation.annotations import Array
from helpers.validation.arrays import Wanted, check_examples, check_finite, how_to_reach, numbers
from helpers.validation.blocks import check_activation, check_activations, check_cache, check_caches
from helpers.validation.layers import check_gradients, check_layers
from helpers.validation.values import check_count, check_learning_rate, check_scale, check_seed, check_threshold

VALUES: dict[str, Callable[[Any, str], object]] = {
    "scale": lambda value, name: check_scale(value),
    "seed": lambda value, name: check_seed(value),
    "learning rate": lambda value, name: check_learning_rate(value),
    "threshold": lambda value, name: check_threshold(value),
    "count": check_count,
    "activation": check_activation,
}
BINDING: dict[str, Callable[[Any, str], dict[str, int]]] = {"cache": check_cache, "caches": check_caches}

EXAMPLES = ("X", "A_prev")  # one example a column

Sizes = dict[str, tuple[int, str]]  # a letter -> the number that it stands for, and the array that says so


def check_arguments(arguments: Mapping[str, Any], shapes: Mapping[str, Any]) -> None:
    """Raise a sentence for the first argument that is not as `shapes` says, in their order."""
    sizes: Sizes = {}
    for name, shape in shapes.items():
        if name in arguments:
            _check(arguments[name], name, shape, sizes, arguments)


def _check(value: Any, name: str, shape: Any, sizes: Sizes, arguments: Mapping[str, Any]) -> None:
    if isinstance(shape, tuple):
        _check_tuple(value, name, shape, sizes, arguments)
    elif shape.startswith("[("):
        sizes |= {letter: (n, name) for letter, n in check_layers(value, name, shape).items()}
    elif shape.startswith("like "):
        check_gradients(value, arguments[shape.removeprefix("like ")], name, finite=True)
    elif shape == "activations":
        check_activations(value, arguments.get("params", arguments.get("caches", ())))
    elif shape in VALUES:
        VALUES[shape](value, name)
    elif shape in BINDING:
        sizes |= {letter: (n, name) for letter, n in BINDING[shape](value, name).items()}
    else:
        check_shape(value, name, shape, sizes)


def _check_tuple(value: Any, name: str, shape: tuple[str, ...], sizes: Sizes, arguments: Mapping[str, Any]) -> None:
    parts = [part.partition(" ") for part in shape]
    if not isinstance(value, (tuple, list)) or len(value) != len(parts):
        raise TypeError(f"{name} must be ({', '.join(part for part, _, _ in parts)}), as it comes out of forward")
    for part, (part_name, _, part_shape) in zip(value, parts, strict=True):
        _check(part, part_name, part_shape, sizes, arguments)


def check_shape(value: Any, name: str, shape: str, sizes: Sizes) -> None:
    """`value` must be an array of this shape; letters that are new are noted in `sizes`."""
    letters, kind = re.findall(r"\w+", shape.partition(")")[0]), shape.partition(") of ")[2]
    wanted = [int(letter) if letter.isdigit() else sizes.get(letter, (None, ""))[0] for letter in letters]
    if name in EXAMPLES and wanted[0] is not None:
        check_examples(value, wanted[0], name)
    if not isinstance(value, np.ndarray):
        text = _shown(letters, wanted)
        raise TypeError(f"{name} is a {type(value).__name__}; pass an array of shape {text}: np.array({name})")
    if value.ndim != len(letters) or any(n not in (None, side) for n, side in zip(wanted, value.shape, strict=True)):
        raise ValueError(f"{name} has shape {value.shape}; {_needed(value, name, letters, wanted, sizes)}")
    check_finite(numbers(value, name), name)
    check_kind(value, name, kind)
    sizes |= {letter: (side, name) for letter, side in zip(letters, value.shape, strict=True)}


def check_kind(value: Array, name: str, kind: str) -> None:
    """Labels are 0 or 1, probabilities between them."""
    if kind == "0 and 1" and not value.size:
        raise ValueError(f"{name} has shape {value.shape}: there are no examples; a mean needs one or more")
    if kind == "0 and 1" and not np.isin(value, (0, 1)).all():
        found = np.unique(value)
        fix = f": pass {name} == {found[1]:g}" if len(found) == 2 else ""
        shown = ", ".join(f"{label:g}" for label in found[:4])
        raise ValueError(f"{name} holds the labels {shown}; for two classes they are 0 and 1{fix}")
    if kind == "probabilities" and not ((value >= 0) & (value <= 1)).all():
        worst = value.flat[int(np.argmax(np.abs(value - 0.5)))]
        raise ValueError(f"{name} holds {worst:.4g}; probabilities lie between 0 and 1: is the sigmoid missing?")


def _shown(letters: list[str], wanted: Wanted) -> str:
    """(2, m): numbers where they are known."""
    return f"({', '.join(letter if n is None else str(n) for letter, n in zip(letters, wanted, strict=True))})"


def _needed(value: Array, name: str, letters: list[str], wanted: Wanted, sizes: Sizes) -> str:
    """What shape is needed and why, and how to get it where that is plain."""
    others = sorted({sizes[letter][1] for letter in letters if letter in sizes})
    beside = f"beside {' and '.join(others)} " if others else ""
    return f"{beside}it must be {_shown(letters, wanted)}{how_to_reach(value, name, wanted)}"
