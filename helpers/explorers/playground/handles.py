"""What can be touched in the picture of the playground, and how that is said to those who can't see it.

"input NAME", "activation L", "layer L" (which goes), "new layer L" (with L hidden layers before it), "more L" and
"fewer L" (units), "unit L K" (the output is one too), "switch" (the unit that is enlarged), "weight L I J" of W[I, J],
and "plane".  Layers and units count from 0 in names, from 1 in words.
"""

from collections.abc import Iterator

from helpers.explorers.examples_in_plane import KINDS, plane_label
from helpers.explorers.playground.columns import NAMES, columns, name_of
from helpers.explorers.playground.layout import Layout
from helpers.explorers.playground.scene import Scene
from helpers.explorers.playground.weight_boxes import weight_boxes
from helpers.playground.settings import MOST_LAYERS, MOST_UNITS
from helpers.widgets.hands import Handle
from helpers.wording import count, decimal


def handles(scene: Scene, layout: Layout) -> list[Handle]:
    """All of them, from left to right; none lies over another."""
    return [
        *_inputs(scene, layout),
        *_layers(scene, layout),
        *_new_layers(scene, layout),
        *_weights(scene, layout),
        *_switch(scene, layout),
        Handle("plane", _plane(scene), layout.plane, drags=True),
    ]


def _inputs(scene: Scene, layout: Layout) -> Iterator[Handle]:
    for name, (x, y, wide, high) in zip(NAMES, layout.input_boxes(len(NAMES)), strict=True):
        used = name in scene.features
        way = "an input of the network; leave it out" if used else "no input; make it one"
        yield Handle(f"input {name}", f"{name_of(name)}: {way}", (0, y, x + wide, high))


def _layers(scene: Scene, layout: Layout) -> Iterator[Handle]:
    """Those of each hidden layer from top to bottom; the output has its map alone."""
    layers, sizes = len(scene.on), scene.sizes
    for layer, units in enumerate(sizes):
        this = f"layer {layer + 1}"
        yield Handle(f"layer {layer}", f"Remove {this}, of {count(units, 'unit')}", layout.remove_box(layers, layer))
        g = scene.activations[layer].name
        words = f"Activation of {this}: {g}; take the next"
        yield Handle(f"activation {layer}", words, layout.activation_box(layers, layer))
        if units < MOST_UNITS:
            words = f"One more unit in {this}, which has {units}"
            yield Handle(f"more {layer}", words, layout.more_box(layers, layer))
        if units > 1:
            words = f"One unit fewer in {this}, which has {units}"
            yield Handle(f"fewer {layer}", words, layout.fewer_box(layers, layer))
        for k, box in enumerate(layout.unit_boxes(sizes, layer)):
            yield Handle(f"unit {layer} {k}", f"Unit {k + 1} of {this}{_state(scene, layer, k)}", box)
    [box] = layout.unit_boxes(sizes, layers)
    words = "The answer; show it in the plane" if scene.enlarged else "The answer, shown in the plane"
    yield Handle(f"unit {layers} 0", words, box)


def _state(scene: Scene, layer: int, k: int) -> str:
    off = "" if scene.on[layer][k] else ", which is off"
    here = scene.enlarged == (layer, k)
    return off + (", shown in the plane; go back to the answer" if here else "; show it in the plane")


def _new_layers(scene: Scene, layout: Layout) -> Iterator[Handle]:
    layers = len(scene.on)
    if layers < MOST_LAYERS:
        for place in range(layers + 1):
            before = f"layer {place}" if place else "the inputs"
            yield Handle(f"new layer {place}", f"Add a layer behind {before}", layout.new_box(layers, place))


def _weights(scene: Scene, layout: Layout) -> Iterator[Handle]:
    """One on each weight, where they are few."""
    if not scene.single_weights:
        return
    boxes = weight_boxes(columns(scene, layout))
    for (layer, i, j), box in boxes.items():
        chosen = scene.chosen_weight == (layer, i, j)
        do = "arrow keys change it" if chosen else "choose it"
        words = f"Weight {_ends(scene, layer, i, j)}: {decimal(scene.params[layer][0][i, j])}; {do}"
        yield Handle(f"weight {layer} {i} {j}", words, box)


def _ends(scene: Scene, layer: int, i: int, j: int) -> str:
    """Where a weight comes from and where it leads."""
    from_ = f"unit {j + 1} of layer {layer}" if layer else name_of(scene.features[j])
    to = "the output" if layer == len(scene.on) else f"unit {i + 1} of layer {layer + 1}"
    return f"from {from_} to {to}"


def _switch(scene: Scene, layout: Layout) -> Iterator[Handle]:
    if scene.enlarged:
        layer, unit = scene.enlarged
        way = "off" if scene.on[layer][unit] else "on"
        yield Handle("switch", f"Switch unit {unit + 1} of layer {layer + 1} {way}", layout.switch_box())


def _plane(scene: Scene) -> str:
    """Where the chosen point is, and what keys do."""
    value = float(scene.Y[0, scene.example])
    kind = f"a {KINDS[int(value)]}," if scene.classifies else f"of value {decimal(value)},"
    return plane_label(scene.points, scene.example, kind, scene.click)
