"""The picture of back-propagation: the network with its numbers, the arrays that make one entry, and its sum."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from helpers.explorers.backpropagation import grids
from helpers.explorers.backpropagation.layout import SIZES, Layout
from helpers.explorers.backpropagation.passes import FORWARD, LAYERS, WAY, Index, Passes
from helpers.explorers.backpropagation.sums import number
from helpers.validation import Array
from helpers.widgets.drawing import Line, Mark, Words, frame
from helpers.wording import decimal


@dataclass(frozen=True)
class Scene:
    """What is shown: the network, the array that is reached, the entry that is chosen, and what else is known.

    known: how many arrays of the way; wrong: the numbers of a learner's backward that differ, by array.
    """

    passes: Passes
    name: str
    index: Index
    known: int
    wrong: dict[str, Array]

    def knows(self, name: str) -> bool:
        """Was this array reached?"""
        return WAY.index(name) < self.known


def draw(scene: Scene, layout: Layout) -> list[Mark]:
    """All marks."""
    return [
        *_connections(scene, layout),
        *_units(scene, layout),
        *_loss(scene, layout),
        *grids.draw(scene, layout),
    ]


def connections() -> Iterator[tuple[int, int, int]]:
    """Layer, unit, and unit of the layer before."""
    for layer in LAYERS:
        yield from ((layer, j, i) for j in range(SIZES[layer]) for i in range(SIZES[layer - 1]))


def lit(scene: Scene, layer: int, j: int, i: int) -> bool:
    """Is the connection part of the sum that is written out?"""
    kind, at, (row, column) = scene.name.rstrip("123"), int(scene.name[-1]), scene.index
    return {
        "Z": layer == at and j == row,
        "dA": layer == at + 1 and i == row,
        "dZ": layer == at + 1 and i == row,
        "dW": layer == at and (j, i) == (row, column),
    }.get(kind, False)


def _connections(scene: Scene, layout: Layout) -> Iterator[Mark]:
    """Lines with a gap for their numbers: the weight, and below it its derivative."""
    back = "class0" if scene.name in FORWARD else "class1"
    for layer, j, i in connections():
        bright, known = lit(scene, layer, j, i), scene.knows(f"dW{layer}")
        for stroke in layout.strokes(layer, j, i, 1 + known):
            yield Line(stroke, back if bright else "grey", 3.5 if bright else 1.0)
        (x, y), half, size = layout.label(layer, j, i), layout.text * 0.55, layout.text
        W, dW = scene.passes.arrays[f"W{layer}"], scene.passes.arrays[f"dW{layer}"]
        yield Words(x, y - half * known, number(round(W[j, i], 2)), "ink", "center", size)
        if known:
            yield Words(x, y + half, decimal(dW[j, i]), "class1", "center", size)


def _units(scene: Scene, layout: Layout) -> Iterator[Mark]:
    for layer, size in enumerate(SIZES):
        for unit in range(size):
            box = left, top, wide, high = layout.unit_box(layer, unit)
            chosen = layer == int(scene.name[-1]) and unit == scene.index[0] and scene.name[:2] != "dW"
            blocked = _blocked(scene, layer, unit)
            yield frame(box, "ink" if chosen else "grey", 2.5 if chosen else 1.0, (5, 4) if blocked else ())
            for row, (text, colour) in enumerate(_lines(scene, layer, unit)):
                y = top + high * (0.3 + 0.42 * row)
                yield Words(left + wide / 2, y, text, colour, "center", layout.text)
            yield Words(
                left + wide / 2, top - 9, f"{_title(layer, unit, layout)}{blocked}", "grey", "center", layout.text - 1
            )


def _title(layer: int, unit: int, layout: Layout) -> str:
    if layer in (0, len(LAYERS)):
        return "output" if layer else f"input {unit + 1}"
    return f"layer {layer}, unit {unit + 1}" if layout.across else f"unit {unit + 1}"


def _blocked(scene: Scene, layer: int, unit: int) -> str:
    """ ": dead" or ": saturated", if a unit is so for an example that is shown."""
    if not layer or not scene.knows(f"Z{layer}"):
        return ""
    found = [scene.passes.blocked(layer, unit, example) for example in range(scene.passes.m)]
    word = next(filter(None, found), "")
    some = f" ({sum(map(bool, found))} of {len(found)})" if len(found) > 1 and word else ""
    return f": {word}{some}" if word else ""


def _lines(scene: Scene, layer: int, unit: int) -> Iterator[tuple[str, str]]:
    """What stands in a unit: below, on the way forward; and on the way back."""
    a = scene.passes.arrays
    if layer == 0:
        yield f"x{unit + 1}  " + _row(a["X"][unit]), "class0"
        return
    for kinds, colour in ((("Z", "A"), "class0"), (("dA", "dZ"), "class1")):
        known = [kind for kind in kinds if scene.knows(f"{kind}{layer}")]
        if known:
            shown = known if scene.passes.m == 1 else known[-1:]
            texts = (f"{kind.replace('Z', 'z').replace('A', 'a')} {_row(a[f'{kind}{layer}'][unit])}" for kind in shown)
            yield "  ".join(texts), colour


def _row(values: Array) -> str:
    return " ".join(decimal(value) for value in np.ravel(values))


def _loss(scene: Scene, layout: Layout) -> Iterator[Mark]:
    """What is true, and the loss, beside the output."""
    left, top, wide, high = layout.unit_box(3, 0)
    x = left + wide + 8 if layout.across else left + wide + 2
    lines = ["y  " + " ".join(number(y) for y in scene.passes.Y[0])]
    if scene.knows("A3"):
        lines += ["cost" if scene.passes.m > 1 else "loss", decimal(scene.passes.cost, 4)]
    for row, text in enumerate(lines):
        yield Words(x, top + high * 0.2 + row * 17, text, "ink", size=layout.text)
