"""What can be touched: units, connections, and the entries of the array that is shown."""

from typing import Any

from helpers.explorers.backpropagation import changes
from helpers.explorers.backpropagation.grids import result_cells
from helpers.explorers.backpropagation.layout import SIZES, Layout
from helpers.explorers.backpropagation.passes import BACK, FORWARD, WAY
from helpers.explorers.backpropagation.picture import connections
from helpers.explorers.backpropagation.sums import number
from helpers.widgets.hands import Handle, Touch

KEYS = "Arrow up and down change it."


def handles(explorer: Any, layout: Layout) -> list[Handle]:
    """A button over each unit, each connection's numbers, and each entry of the result."""
    scene = explorer.scene()
    a = scene.passes.arrays
    inputs = [_input(explorer, unit, layout) for unit in range(SIZES[0])]
    units = [
        Handle(
            f"unit {layer} {j}",
            f"{_next_of(explorer, layer)} of layer {layer}, unit {j + 1}",
            layout.unit_box(layer, j),
        )
        for layer in (1, 2, 3)
        for j in range(SIZES[layer])
    ]
    weights = [_weight(scene, each, layout) for each in connections()]
    entries = [
        Handle(f"entry {row} {column}", f"{scene.name} [{row}, {column}] is {number(a[scene.name][row, column])}", box)
        for row, column, box in result_cells(scene, layout)
    ]
    return [*inputs, *units, *weights, *entries]


def _input(explorer: Any, unit: int, layout: Layout) -> Handle:
    value = number(explorer.all.X[unit, explorer.example])
    return Handle(f"input {unit}", f"x{unit + 1} is {value}. {KEYS}", layout.unit_box(0, unit))


def _weight(scene: Any, connection: tuple[int, int, int], layout: Layout) -> Handle:
    layer, j, i = connection
    x, y = layout.label(*connection)
    label = f"Weight {changes.weight(*connection)} is {number(scene.passes.params[layer - 1][0][j, i])}. {KEYS}"
    return Handle(f"weight {layer} {j} {i}", label, (x - 21, y - 17, 42, 34))


def _next_of(explorer: Any, layer: int) -> str:
    """What a press on a unit shows: Z or A on the way forward, dA or dZ on the way back, in turn."""
    first, second = ("Z", "A") if explorer.name in FORWARD else ("dA", "dZ")
    return f"{second}{layer}" if explorer.name == f"{first}{layer}" else f"{first}{layer}"


def touch(explorer: Any, touch: Touch) -> None:
    """Do to the explorer what was done to a handle."""
    kind, *places = touch.handle.split()
    numbers = [int(place) for place in places]
    if kind == "entry":
        explorer.index = numbers[0], numbers[1]
    elif kind == "unit":
        explorer.choose(_next_of(explorer, numbers[0]), (numbers[1], explorer.index[1]))
    else:
        name = f"x{numbers[0] + 1}" if kind == "input" else changes.weight(*numbers)
        explorer.settings["number"] = name
        if touch.arrow:
            explorer.change(0.1 * (touch.arrow[0] + touch.arrow[1]))
        elif kind == "weight":
            _show_weight(explorer, *numbers)


def _show_weight(explorer: Any, layer: int, j: int, i: int) -> None:
    """On the way back the derivative of a weight; on the way forward the score that it goes into."""
    back = explorer.name in BACK
    explorer.choose(f"dW{layer}" if back else f"Z{layer}", (j, i) if back else (j, 0))
    assert explorer.name in WAY
