"""The large map: the answer over the plane, or one unit's output, and the points."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from helpers.explorers.network_marks import scaled, signs, two_kinds, zero_lines
from helpers.explorers.playground.layout import Layout
from helpers.explorers.playground.scene import Scene
from helpers.validation import Array
from helpers.widgets.drawing import VALUES, Dots, Map, Mark, Words, frame
from helpers.widgets.hands import Plane

BORDER, ZERO = 2.4, 1.5  # strokes where the answer changes, and where a unit or a value is 0


def plane(scene: Scene, layout: Layout, Z: Array, values: Array) -> Iterator[Mark]:
    """The map (steps, steps) of values, lines where Z is 0, and every point over it."""
    where = Plane(layout.plane, scene.window)
    left, top, _, high = layout.plane
    yield Words(left, top - 20, _title(scene), "ink", size=layout.text, bold=True)
    yield from _switch(scene, layout)
    yield Map(layout.plane, values)
    yield from signs(values, where)
    yield from zero_lines(np.clip(np.nan_to_num(Z), -1e9, 1e9), where, ZERO if scene.enlarged else BORDER)
    yield frame(layout.plane)
    if scene.points_test is not None and scene.Y_test is not None:
        yield from examples(scene.points_test, scene.Y_test, where, scene.classifies, hollow=True)
    yield from examples(scene.points, scene.Y, where, scene.classifies)
    if scene.picked:
        yield Dots(where.to_picture(scene.points[:, [scene.example]]), "ring", "ink", 8.0)
    hints = [f"click: {scene.click}", "drag: move it; Delete: remove it"][: 2 if layout.hints else 1]
    for row, hint in enumerate(hints):
        yield Words(left, top + high + 14 + 18 * row, hint, "grey", size=layout.text - 1)


def answer(scene: Scene, Z: Array, A: Array) -> Array:
    """The output's map (steps, steps), from -1 to 1, from its Z and A (1, steps * steps)."""
    steps = int(Z.size**0.5)
    soft = 2 * A - 1 if scene.classifies else A
    return (np.sign(Z) if scene.hard else soft).reshape(steps, steps)


def enlarged(Z: Array, A: Array, unit: int) -> tuple[Array, Array]:
    """Z and the map (steps, steps) of one unit, from its layer's Z and A (n, steps * steps)."""
    values = scaled(A[unit])
    return Z[unit].reshape(values.shape), values


def examples(X: Array, Y: Array, where: Plane, classes: bool, hollow: bool = False) -> Iterator[Mark]:
    """Points (2, m) of two classes, or coloured by their values; hollow: those that are never learned from."""
    marks = two_kinds(X, Y, where) if classes else by_value(X, Y, where)
    yield from hollowed(marks) if hollow else marks


def hollowed(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The same points with paper inside."""
    for mark in marks:
        yield mark
        if isinstance(mark, Dots):
            yield replace(mark, colour="paper", size=1.7)


def by_value(X: Array, Y: Array, where: Plane) -> Iterator[Mark]:
    """Points in the colours of their values, -1 to 1."""
    places = where.to_picture(X)
    kinds = np.rint((np.clip(np.nan_to_num(Y[0]), -1, 1) + 1) / 2 * (VALUES - 1)).astype(int)
    for kind in np.unique(kinds):
        yield Dots(places[kinds == kind], "circle", f"value{kind}", 3.6)


def _title(scene: Scene) -> str:
    if not scene.enlarged:
        return "the answer"
    layer, unit = scene.enlarged
    return f"layer {layer + 1}, unit {unit + 1}"


def _switch(scene: Scene, layout: Layout) -> Iterator[Mark]:
    """What is pressed to switch the enlarged unit off, or on again."""
    if scene.enlarged:
        layer, unit = scene.enlarged
        left, top, wide, high = box = layout.switch_box()
        words = "switch off" if scene.on[layer][unit] else "switch on"
        yield Words(left + wide / 2, top + high / 2, words, "ink", "center", layout.text - 1)
        yield frame(box, "faint")
