"""Numbers of the network that a reader can change, by name; and why next to nothing gets through a unit."""

from dataclasses import replace
from typing import Any

from helpers.explorers.backpropagation.layout import SIZES
from helpers.explorers.backpropagation.passes import LAYERS, Passes
from helpers.explorers.backpropagation.sums import number
from helpers.wording import rounded


def weight(layer: int, j: int, i: int) -> str:
    """The name of a weight: "W1 [0, 1]"."""
    return f"W{layer} [{j}, {i}]"


NAMES = [
    "x1",
    "x2",
    "y",
    *(weight(layer, j, i) for layer in LAYERS for j in range(SIZES[layer]) for i in range(SIZES[layer - 1])),
    *(f"b{layer} [{j}, 0]" for layer in LAYERS for j in range(SIZES[layer])),
]


def changed(passes: Passes, name: str, example: int, by: float) -> Passes:
    """The network with one number moved; a target turns from 0 to 1 and back."""
    if name == "y":
        Y = passes.Y.copy()
        Y[0, example] = 1 - Y[0, example]
        return replace(passes, Y=Y)
    if name.startswith("x"):
        X = passes.X.copy()
        row = int(name[1]) - 1
        X[row, example] = round(X[row, example] + by, 6)
        return replace(passes, X=X)
    params, (kind, layer, j, i) = passes.params.copy(), _parts(name)
    array = params[layer - 1]["Wb".index(kind)]
    array[j, i] = round(array[j, i] + by, 6)
    return replace(passes, params=params)


def _parts(name: str) -> tuple[str, int, int, int]:
    """ "W2 [1, 0]" as ("W", 2, 1, 0)."""
    return name[0], int(name[1]), int(name[4]), int(name[7])


def why_blocked(scene: Any) -> str:
    """A sentence on the unit of the chosen entry, if it is dead or saturated there."""
    layer, (unit, example), passes = int(scene.name[-1]), scene.index, scene.passes
    if scene.name[-2] not in "ZA" or not scene.knows(f"Z{layer}"):
        return ""
    z, slope = (passes.arrays[f"{kind}{layer}"][unit, example] for kind in ("Z", "slope"))
    word = passes.blocked(layer, unit, example)
    if word == "dead":
        return f"Dead here: z = {number(z)} is not above 0, so the slope of ReLU is 0, and no error gets through."
    if word == "saturated":
        return f"Saturated: at z = {number(z)} the slope is {rounded(slope)}, so hardly any error gets through."
    return ""
