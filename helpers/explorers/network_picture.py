"""The picture of a shallow network at work: each unit with its own map, weights by width and sign, answer and cost."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from helpers.activations import Activation, sigmoid
from helpers.explorers.cost_marks import cost_curves
from helpers.explorers.decision_map import log_odds
from helpers.explorers.network_layout import Layout
from helpers.explorers.network_legend import legend
from helpers.explorers.network_marks import (
    curve,
    left_of,
    right_of,
    scaled,
    signs,
    two_kinds,
    weight,
    zero_lines,
)
from helpers.parameters import Parameters
from helpers.plots.hidden_units import grid
from helpers.plots.rendering import Limits
from helpers.validation import Array
from helpers.widgets.drawing import Box, Dots, Line, Map, Mark, Words, frame
from helpers.widgets.hands import Plane
from helpers.wording import count, signed

FINE = 64  # points along each side of a map


@dataclass(frozen=True)
class Network:
    """What is drawn: the parameters, which units are on, what they are taught, and where that stands."""

    params: Parameters
    activation: Activation
    on: Array
    X: Array
    Y: Array
    window: Limits  # of the plane: left, right, bottom, top
    unit: int  # the one that is enlarged
    example: int  # the one that keys move
    picked: bool  # did the reader choose it?
    steps: Array  # where the cost is known
    costs: Array
    held_out: Array  # the same for examples that it never sees

    def outputs(self, X: Array) -> Array:
        """A1 (n1, m): what each hidden unit gives."""
        W1, b1 = self.params[0]
        return self.activation(np.dot(W1, X) + b1)  # (n1, m)

    def answers(self, A1: Array) -> Array:
        """A2 (1, m), of the units that are on."""
        W2, b2 = self.params[1]
        return sigmoid(np.dot(W2[:, self.on], A1[self.on]) + b2)  # (1, m)

    def strongest(self, most: int) -> list[int]:
        """The units to be drawn, in their own order: all, or those with the largest weights, the enlarged one too."""
        W2 = self.params[1][0][0]
        first = [self.unit, *(k for k in np.argsort(-np.abs(W2), kind="stable") if k != self.unit)]
        return sorted(int(k) for k in first[:most])


def draw(network: Network, layout: Layout) -> list[Mark]:
    """All marks, the ground first."""
    shown = network.strongest(layout.most)
    boxes = dict(zip(shown, layout.unit_boxes(len(shown)), strict=True))
    points = grid(network.window, FINE)
    A1 = network.outputs(points)
    return [
        *_weights(network, layout, boxes),
        *_inputs(points, layout),
        *_units(network, A1, boxes, layout),
        *_answer(network, network.answers(A1), layout),
        *cost_curves(layout.cost, layout.text, network.steps, network.costs, network.held_out),
        *_enlarged(network, A1, layout),
        *legend(layout),
    ]


def _weights(network: Network, layout: Layout, boxes: dict[int, Box]) -> Iterator[Mark]:
    """From both inputs to each unit, and from each unit to the answer."""
    (W1, _), (W2, _) = network.params
    first, second = (np.abs(W[:, network.on] if W is W2 else W[network.on]).max() or 1.0 for W in (W1, W2))
    left, top, _, high = layout.answer
    for k, box in boxes.items():
        if not network.on[k]:
            continue
        for i, from_ in enumerate(layout.input_boxes()):
            yield weight(curve(right_of(from_), left_of(box)), W1[k, i], first)
        x, y = right_of(box)
        yield weight(curve((x, y), (left, top + high / 2 + 0.55 * (y - top - high / 2))), W2[0, k], second)


def _inputs(points: Array, layout: Layout) -> Iterator[Mark]:
    left, top, _, _ = layout.answer
    yield Words(layout.inputs, top - 18, "inputs", "grey", size=layout.text - 1)
    for i, box in enumerate(layout.input_boxes()):
        heights = points[i].reshape(FINE, FINE)[::4, ::4]
        yield Map(box, heights / np.abs(heights).max())
        yield frame(box)
        yield Words(box[0] + box[2] / 2, box[1] - 9, f"x{i + 1}", "ink", "center", layout.text)


def _units(network: Network, A1: Array, boxes: dict[int, Box], layout: Layout) -> Iterator[Mark]:
    """A small map for each unit; one that is off is an empty box that is crossed out."""
    top, n1 = layout.answer[1], len(A1)
    every = count(n1, "hidden unit" if layout.hints else "unit")
    words = every if len(boxes) == n1 else f"{len(boxes)} of {n1} units"
    yield Words(layout.units + layout.tile / 2, top - 18, words, "grey", "center", layout.text - 1)
    for k, box in boxes.items():
        if network.on[k]:
            yield Map(box, scaled(A1[k])[::4, ::4])
        else:
            yield Line([box[:2], (box[0] + box[2], box[1] + box[3])], "grey")
        chosen = layout.unit is not None and k == network.unit
        yield frame(box, "ink" if chosen else "grey", 2.4 if chosen else 1.0)


def _answer(network: Network, A2: Array, layout: Layout) -> Iterator[Mark]:
    box, text = layout.answer, layout.text
    P = A2.reshape(FINE, FINE)
    plane = Plane(box, network.window)
    title, hint = "the answer", "click: a point of the other kind"
    if layout.hints:
        title, hint = "the answer, at each place", "click: a point of the other kind; drag: move one"
    yield Words(box[0], box[1] - 18, title, "grey", size=text - 1)
    yield Words(box[0], box[1] + box[3] + 12, hint, "grey", size=text - 1)
    yield Map(box, 2 * P - 1)
    yield from signs(P - 0.5, plane)
    yield from zero_lines(log_odds(P), plane, 2.4)
    yield frame(box)
    yield from two_kinds(network.X, network.Y, plane)
    if network.picked:
        yield Dots(plane.to_picture(network.X[:, [network.example]]), "ring", "ink", 8.0)


def _enlarged(network: Network, A1: Array, layout: Layout) -> Iterator[Mark]:
    """One unit, if there is a place for it, with the line where it is zero, and its weight in numbers."""
    if layout.unit is None:
        return
    left, top, wide, high = box = layout.unit
    (W1, b1), (W2, _) = network.params
    k, plane, text = network.unit, Plane(box, network.window), layout.text
    name = f"unit {k + 1}" if network.on[k] else f"unit {k + 1}, off"
    its = f", weight {signed(W2[0, k])}" if layout.hints else f": {signed(W2[0, k])}"
    yield Words(left, top - 14, name + its, "ink", size=text, bold=True)
    heights = scaled(A1[k])
    yield Map(box, heights)
    yield from signs(heights, plane)
    Z = np.dot(W1[[k]], grid(network.window, FINE)).reshape(FINE, FINE) + b1[k]
    yield from zero_lines(Z, plane, 1.5)
    yield frame(box)
    if layout.hints:
        way = "off" if network.on[k] else "on"
        yield Words(left, top + high + 12, f"click: switch it {way}", "grey", size=text - 1)
