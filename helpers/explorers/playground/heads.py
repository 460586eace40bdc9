"""What stands over the columns: places to add and remove layers, their activations, and their numbers of units."""

from collections.abc import Iterator

import numpy as np

from helpers.activations import Activation
from helpers.explorers.playground.layout import Layout
from helpers.explorers.playground.scene import Scene
from helpers.playground.settings import MOST_LAYERS, MOST_UNITS
from helpers.widgets.drawing import Box, Dots, Line, Mark, Words, frame

GLYPH = (18.0, 12.0)  # width and height of an activation's curve
LETTER = 0.58  # of the size of the letters: how wide one is, at most, on average


def heads(scene: Scene, layout: Layout) -> Iterator[Mark]:
    """All that stands over the columns."""
    layers, text = len(scene.on), layout.text - 1
    for y, word in ((layout.rail, "layers"), (layout.name, "activation"), (layout.size, "units")):
        if layers or y == layout.rail:
            yield Words(0, y, word, "grey", size=text)
    yield from _rail(layers, layout)
    form = _form(scene, layout)
    for layer, g in enumerate(scene.activations[:-1]):
        yield from _activation(g, layout.activation_box(layers, layer), text, form)
        yield from _size(scene.sizes[layer], layout, layers, layer)
    word = "output" if layout.hints else "out"
    yield Words(layout.last + layout.tile / 2, layout.size, word, "grey", "right", text)


def _rail(layers: int, layout: Layout) -> Iterator[Mark]:
    for layer in range(layers):
        x, y = _middle(layout.remove_box(layers, layer))
        for way in (-3.5, 3.5):
            yield Line([(x - 3.5, y - way), (x + 3.5, y + way)], "grey", 1.4)
    if layers < MOST_LAYERS:
        places = [_middle(layout.new_box(layers, column)) for column in range(layers + 1)]
        yield Dots(places, "ring", "faint", 7.0)
        yield Dots(places, "plus", "grey", 3.5)


def _form(scene: Scene, layout: Layout) -> tuple[bool, bool]:
    """Do the curve and the name of every activation find room?  Both, the name alone, or the curve alone."""
    longest = max((len(g.name) for g in scene.activations[:-1]), default=0)
    room = layout.activation_box(len(scene.on), 0)[2]
    name = longest * LETTER * (layout.text - 1) + 8
    return room > name + GLYPH[0] + 6 or room <= name, room > name


def _activation(g: Activation, box: Box, text: float, form: tuple[bool, bool]) -> Iterator[Mark]:
    curve, name = form
    (x, y), (wide, high) = _middle(box), GLYPH
    long = len(g.name) * LETTER * text if name else 0.0
    if curve:
        z = np.linspace(-3, 3, 25)
        a = g(z)
        a = (a - a.min()) / (np.ptp(a) or 1.0)
        left = x - (long + wide + (6 if name else 0)) / 2
        yield Line(np.stack([left + wide * (z + 3) / 6, y + high / 2 - high * a], axis=1), "ink", 1.6)
        x = left + wide + 6 + long / 2
    if name:
        yield Words(x, y, g.name, "ink", "center", text)
    yield frame(box, "faint")


def _size(units: int, layout: Layout, layers: int, layer: int) -> Iterator[Mark]:
    yield Words(layout.centre(layers, layer + 1), layout.size, f"{units}", "ink", "center", layout.text, True)
    yield frame(layout.size_box(layers, layer), "faint")
    for shape, box, can in (
        ("plus", layout.more_box(layers, layer), units < MOST_UNITS),
        ("minus", layout.fewer_box(layers, layer), units > 1),
    ):
        yield Dots([_middle(box)], shape, "ink" if can else "faint", 4.0)


def _middle(box: Box) -> tuple[float, float]:
    return box[0] + box[2] / 2, box[1] + box[3] / 2
