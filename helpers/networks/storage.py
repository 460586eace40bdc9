"""A network that was trained, kept in a file and read back: only numbers and names of activations, nothing that runs.

A file from elsewhere is never trusted: nothing in it is unpickled, and its shapes and names are checked.
Notebook 05, "Keep it".
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from helpers.activations import as_activation
from helpers.parameters import Parameters
from helpers.validation import Array, Layers

NAMES = "activations"


def save(path: str | Path, params: Layers, activations: Sequence[Any]) -> Path:
    """Write every W and b and the names of the activations to a file (.npz).  Returns its path."""
    path = Path(path).with_suffix(".npz")
    names = [as_activation(g).name for g in activations]
    arrays: dict[str, Any] = {
        f"{kind}{layer}": a for layer, pair in enumerate(params, 1) for kind, a in zip("Wb", pair, strict=True)
    }
    _check(arrays, names)
    everything: dict[str, Any] = {NAMES: np.array(names), **arrays}
    np.savez(path, **everything)
    return path


def load(path: str | Path) -> tuple[Parameters, list[str]]:
    """The parameters and the names of the activations that `save` wrote; ValueError if the file holds no network."""
    path = Path(path)
    try:
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
    except (BadZipFile, EOFError, AttributeError, TypeError, ValueError) as error:
        raise ValueError(f"{path.name} holds no network: it is not a file that save() wrote") from error
    names = [str(name) for name in np.ravel(arrays.pop(NAMES, np.array([])))]
    _check(arrays, names)
    layers = [(arrays[f"W{layer}"], arrays[f"b{layer}"]) for layer in range(1, len(names) + 1)]
    return Parameters(layers), names


def _check(arrays: dict[str, Array], names: Sequence[str]) -> None:
    """Raise a sentence unless the arrays are those of a network with these activations."""
    for name in names:
        as_activation(name)
    wanted = [f"{kind}{layer}" for layer in range(1, len(names) + 1) for kind in "Wb"]
    if sorted(arrays) != sorted(wanted) or not wanted:
        raise ValueError(
            f"it holds {', '.join(sorted(arrays)) or 'no arrays'}; needed is {', '.join(wanted) or 'W1, b1'}"
        )
    units = None
    for layer in range(1, len(names) + 1):
        W, b = arrays[f"W{layer}"], arrays[f"b{layer}"]
        if W.ndim != 2 or b.shape != (W.shape[0], 1) or units not in (None, W.shape[1]):
            raise ValueError(f"W{layer} {W.shape} and b{layer} {b.shape} do not fit the layer before: {units} units")
        if W.dtype.kind != "f" or b.dtype.kind != "f" or not (np.isfinite(W).all() and np.isfinite(b).all()):
            raise ValueError(f"layer {layer} holds something that is no finite fraction")
        units = W.shape[0]
