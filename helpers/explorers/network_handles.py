"""What can be touched in the picture of a shallow network: its units, and the examples in the plane."""

from typing import Any

from helpers.explorers.network_layout import Layout
from helpers.explorers.network_picture import Network
from helpers.widgets.hands import Handle, Plane, Touch

LEAST, MOST = 10, 600  # examples
KINDS = ("circle", "triangle")


def handles(network: Network, layout: Layout) -> list[Handle]:
    """The plane; and where a unit can be enlarged, a button over each unit's map and one over the large one."""
    plane = Handle("plane", _plane_label(network), layout.answer, drags=True)
    if layout.unit is None:
        return [plane]
    shown = network.strongest(layout.most)
    boxes = zip(shown, layout.unit_boxes(len(shown)), strict=True)
    units = [Handle(f"unit {k}", f"Enlarge unit {k + 1}{_state(network, k)}", box) for k, box in boxes]
    way = "off" if network.on[network.unit] else "on"
    switch = Handle("switch", f"Switch unit {network.unit + 1} {way}", layout.unit)
    return [*units, switch, plane]


def _state(network: Network, k: int) -> str:
    enlarged, off = k == network.unit, not network.on[k]
    return ", which is" + " enlarged" * enlarged + " and" * (enlarged and off) + " off" * off if enlarged or off else ""


def _plane_label(network: Network) -> str:
    """Where the chosen example is, and what keys do."""
    k = network.example
    x1, x2 = network.X[:, k]
    kind = KINDS[int(network.Y[0, k])]
    return (
        f"The plane. Example {k + 1} of {network.X.shape[1]}, a {kind}, is at x1 = {x1:.2f}, x2 = {x2:.2f}. Arrow keys "
        "move it, Page Up and Page Down choose another, Enter adds one of the other kind, Delete removes it."
    )


def touch(explorer: Any, touch: Touch) -> None:
    """Do to the explorer what was done to a handle."""
    if touch.handle == "switch":
        _switch(explorer)
    elif touch.handle.startswith("unit "):
        explorer.unit = int(touch.handle.split()[1])
    elif touch.hand == "key":
        _key(explorer, touch)
    elif touch.hand in ("down", "move", "up"):
        _point(explorer, touch)


def _switch(explorer: Any) -> None:
    """The last unit that is on stays on: without one there would be no network."""
    on = explorer.live.state.on
    if on.sum() > 1 or not on[explorer.unit]:
        explorer.change("switch", explorer.unit)


def _point(explorer: Any, touch: Touch) -> None:
    """Down grabs the nearest example; move takes it along; a click beside all of them adds one."""
    layout = explorer.layout
    plane = Plane(layout.answer, explorer.window)
    x, y = touch.x * layout.width, touch.y * layout.height
    if touch.hand == "down":
        found = plane.grabbed(explorer.X, x, y)
        explorer.grabbed = found is not None
        if found is not None:
            pick(explorer, found)
    elif explorer.grabbed:
        if touch.hand == "move":
            explorer.change("move", (explorer.example, *plane.to_data(x, y)))
    elif touch.hand == "up":
        add(explorer, *plane.to_data(x, y))


def add(explorer: Any, x1: float, x2: float) -> None:
    """An example of the kind that the network does not expect there, and it is chosen."""
    if explorer.X.shape[1] < MOST:
        explorer.change("add", (x1, x2, 1.0 - explorer.says_1(x1, x2)))
        pick(explorer, explorer.X.shape[1] - 1)


def pick(explorer: Any, example: int) -> None:
    """Choose an example: keys move it."""
    explorer.example, explorer.picked = example, True


def _key(explorer: Any, touch: Touch) -> None:
    m = explorer.X.shape[1]
    k = explorer.example % m
    pick(explorer, k)
    x1, x2 = explorer.X[:, k]
    if touch.arrow:
        plane = Plane(explorer.layout.answer, explorer.window)
        explorer.change("move", (k, *plane.moved((x1, x2), touch.arrow)))
    elif touch.key in ("PageUp", "PageDown"):
        pick(explorer, (k + (1 if touch.key == "PageDown" else -1)) % m)
    elif touch.key == "Delete" and m > LEAST:
        explorer.change("remove", k)
        pick(explorer, k % (m - 1))
    elif touch.key in ("Enter", " "):
        add(explorer, x1, x2)
