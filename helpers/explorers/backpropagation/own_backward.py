"""A learner's own `backward` beside ours: the first number that differs, on the way back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.explorers.backpropagation.passes import LAYERS, Index, Passes
from helpers.validation import Array, Function
from helpers.widgets.trouble import sentence


@dataclass(frozen=True)
class Finding:
    """What is said of it; where the first number that differs stands; which numbers of each array differ."""

    sentence: str
    name: str = ""
    index: Index = (0, 0)
    wrong: "dict[str, Array] | None" = None


def compared(passes: Passes, backward: Function) -> Finding:
    """`backward(dZ, caches, activations)` on this network, against ours, from the last layer to the first."""
    try:
        given = dict(_named(backward(passes.arrays["A3"] - passes.Y, list(passes.caches), passes.gs)))
        wrong = {name: _differs(given[name], passes.arrays[name]) for name in given}
    except Exception as error:  # whatever a learner's function raises is told in the panel
        return Finding(f"Your backward does not run here. {sentence(error)}")
    found = [name for layer in reversed(LAYERS) for name in (f"dW{layer}", f"db{layer}") if wrong[name].any()]
    if not found:
        return Finding(f"Your backward gives the same {sum(array.size for array in wrong.values())} numbers.")
    name = found[0]
    row, column = (int(place) for place in np.argwhere(wrong[name])[0])
    theirs = f"{given[name][row, column]:.3f}".replace("-", "−")
    said = f"Your backward differs first at {name} [{row}, {column}]: there it gives {theirs}."
    return Finding(said, name, (row, column), wrong)


def _named(gradients: Any) -> Iterator[tuple[str, Array]]:
    """dW1, db1, dW2, ..."""
    if len(gradients) != len(LAYERS):
        raise ValueError(f"it returns {len(gradients)} pairs (dW, db) for {len(LAYERS)} layers")
    for layer, (dW, db) in enumerate(gradients, 1):
        yield f"dW{layer}", np.asarray(dW, float)
        yield f"db{layer}", np.asarray(db, float)


def _differs(given: Array, needed: Array) -> Array:
    if given.shape != needed.shape:
        raise ValueError(f"one of its arrays has shape {given.shape}; needed is {needed.shape}")
    return ~np.isclose(given, needed, 1e-6, 1e-8)
