"""The network itself: its inputs, units and output as maps in columns, and the weights between them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

import numpy as np

from helpers.explorers.network_marks import WIDEST, curve, left_of, right_of, scaled, weight
from helpers.explorers.playground.layout import Layout
from helpers.explorers.playground.scene import Scene
from helpers.playground.features import FEATURES, inputs
from helpers.plots.hidden_units import grid
from helpers.validation import Array
from helpers.widgets.drawing import Box, Line, Map, Mark, Words, frame

Column: TypeAlias = tuple[Box, ...]
TILE = 17  # points along each side of a unit's map
FINE = 4 * TILE - 3  # and of the large one: every fourth is one of a unit's
PALE = 0.35  # colours of a feature that is no input
MOST_CURVES = 64  # between two columns: more would be a smear
SPREAD = 0.7  # of the side of a map: where curves leave and arrive
NAMES = list(FEATURES)


def columns(scene: Scene, layout: Layout) -> tuple[Column, ...]:
    """The boxes of the inputs, of each hidden layer's units, and of the output."""
    features = layout.input_boxes(len(NAMES))
    layers = [tuple(layout.unit_boxes(scene.sizes, layer)) for layer in range(len(scene.params))]
    return tuple(features[NAMES.index(name)] for name in scene.features), *layers


def name_of(feature: str) -> str:
    """As it is written: x1², x1 x2, sin x1."""
    return feature.replace("^2", "²")


def features(scene: Scene, layout: Layout) -> Iterator[Mark]:
    """A small map for each feature; those that are no inputs are pale."""
    heights = inputs(grid(scene.window, TILE), NAMES)
    for name, box, values in zip(NAMES, layout.input_boxes(len(NAMES)), heights, strict=True):
        used = name in scene.features
        yield Map(box, scaled(values) * (1.0 if used else PALE))
        yield frame(box, "ink" if used else "faint")
        colour = "ink" if used else "grey"
        yield Words(box[0] - 5, box[1] + box[3] / 2, name_of(name), colour, "right", layout.text - 1)


def units(scene: Scene, layout: Layout, layers: Sequence[Array]) -> Iterator[Mark]:
    """A small map for each hidden unit; one that is off is an empty box that is crossed out."""
    for layer, (on, A) in enumerate(zip(scene.on, layers, strict=False)):
        maps = A.reshape(len(A), FINE, FINE)[:, ::4, ::4].reshape(len(A), -1)
        for k, box in enumerate(layout.unit_boxes(scene.sizes, layer)):
            if on[k]:
                yield Map(box, scaled(maps[k]))
            else:
                yield Line([box[:2], (box[0] + box[2], box[1] + box[3])], "grey")
            chosen = scene.enlarged == (layer, k)
            yield frame(box, "ink" if chosen else "grey", 2.4 if chosen else 1.0)


def weights(scene: Scene, layout: Layout) -> Iterator[Mark]:
    """Between each column and the next, the largest on top; a unit that is off is not joined."""
    places = columns(scene, layout)
    alive = [np.ones(len(places[0]), bool), *scene.on, np.ones(1, bool)]
    for layer in range(len(scene.params)):
        joined = np.outer(alive[layer + 1], alive[layer])
        yield from _between(scene, layer, places[layer], places[layer + 1], joined)


def _between(scene: Scene, layer: int, from_: Column, to: Column, joined: Array) -> Iterator[Mark]:
    """The weights of one layer, joined (n, n_prev) where both units are on; the chosen one with an edge."""
    W = np.nan_to_num(scene.params[layer][0])
    sizes = np.abs(W)[joined]
    largest = sizes.max(initial=0.0) or 1.0
    widest = _widest(len(sizes), to[0][0] - from_[0][0] - from_[0][2])
    curves = paths(from_, to)
    largest_last = np.argsort(sizes, kind="stable")[-MOST_CURVES:]
    for i, j in np.argwhere(joined)[largest_last].tolist():
        stroke = weight(curves[i][j], W[i, j], largest, widest)
        if scene.chosen_weight == (layer, i, j):
            yield Line(stroke.points, "ink", stroke.width + 3)
        yield stroke


def _widest(curves: int, gap: float) -> float:
    """The stroke of the largest weight: thinner where there are many, or little room between the columns."""
    return min(WIDEST, 22 / max(curves, 1) ** 0.5, max(1.6, 0.07 * gap))


@lru_cache(maxsize=64)
def paths(from_: Column, to: Column) -> list[list[Array]]:
    """The curve of each W[i, j]: those of one unit leave and arrive side by side, in the order of where they come from.

    They stay where they are while a network learns.
    """
    return [[_path(from_, to, i, j) for j in range(len(from_))] for i in range(len(to))]


def _path(from_: Column, to: Column, i: int, j: int) -> Array:
    (x, y), (x_to, y_to) = right_of(from_[j]), left_of(to[i])
    start = y + SPREAD * from_[j][3] * ((i + 0.5) / len(to) - 0.5)
    end = y_to + SPREAD * to[i][3] * ((j + 0.5) / len(from_) - 0.5)
    return curve((x, start), (x_to, end))
