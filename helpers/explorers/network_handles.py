"""What can be touched in the picture of a shallow network: its units, and the examples in the plane."""

from typing import Any

from helpers.explorers import examples_in_plane
from helpers.explorers.examples_in_plane import KINDS, plane_label
from helpers.explorers.network_layout import Layout
from helpers.explorers.network_picture import Network
from helpers.widgets.hands import Handle, Touch


def handles(network: Network, layout: Layout) -> list[Handle]:
    """The plane; and where a unit can be enlarged, a button over each unit's map and one over the large one."""
    kind = f"a {KINDS[int(network.Y[0, network.example])]},"
    words = plane_label(network.X, network.example, kind, "one of the other kind")
    plane = Handle("plane", words, layout.answer, drags=True)
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


def touch(explorer: Any, touch: Touch) -> None:
    """Do to the explorer what was done to a handle."""
    if touch.handle == "switch":
        _switch(explorer)
    elif touch.handle.startswith("unit "):
        explorer.unit = int(touch.handle.split()[1])
    else:
        examples_in_plane.touch(explorer, touch)


def _switch(explorer: Any) -> None:
    """The last unit that is on stays on: without one there would be no network."""
    [on] = explorer.live.state.on
    if on.sum() > 1 or not on[explorer.unit]:
        explorer.change("switch", (0, explorer.unit))
