"""The examples in a plane, under a pointer and under keys: grabbed, moved, added, removed."""

from typing import Any, Protocol

from helpers.validation import Array
from helpers.widgets.hands import Plane, Touch

MOST = 600  # examples
KINDS = ("circle", "triangle")


class Explorer(Protocol):
    """What has a plane with examples in it."""

    X: Array  # (2, m): where they are
    Y: Array  # (1, m): what they are
    example: int  # the one that keys move
    picked: bool  # did the reader choose it?
    grabbed: bool
    least: int  # so many stay

    def sheet(self) -> tuple[Plane, float, float]:
        """The plane, and width and height of the picture that it is in."""

    def new_label(self, x1: float, x2: float) -> float:
        """What an example that is put there shall be."""

    def change(self, what: str, value: Any) -> None:
        """move: (k, x1, x2).  add: (x1, x2, y).  remove: k."""


def touch(explorer: Explorer, touch: Touch) -> None:
    """Do what was done to the plane."""
    if touch.hand == "key":
        _key(explorer, touch)
    elif touch.hand in ("down", "move", "up"):
        _point(explorer, touch)


def plane_label(X: Array, k: int, kind: str, click: str) -> str:
    """Where example k of X (2, m) is, of which kind, and what keys do; click: what Enter adds."""
    x1, x2 = X[:, k]
    return (
        f"The plane. Example {k + 1} of {X.shape[1]}, {kind} is at x1 = {x1:.2f}, x2 = {x2:.2f}. Arrow keys "
        f"move it, Page Up and Page Down choose another, Enter adds {click}, Delete removes it."
    )


def _point(explorer: Explorer, touch: Touch) -> None:
    """Down grabs the nearest example; move takes it along; a click beside all of them adds one."""
    plane, width, height = explorer.sheet()
    x, y = touch.x * width, touch.y * height
    if touch.hand == "down":
        found = plane.grabbed(explorer.X, x, y)
        explorer.grabbed = found is not None
        if found is not None:
            _pick(explorer, found)
    elif explorer.grabbed:
        if touch.hand == "move":
            explorer.change("move", (explorer.example, *plane.to_data(x, y)))
    elif touch.hand == "up":
        _add(explorer, *plane.to_data(x, y))


def _add(explorer: Explorer, x1: float, x2: float) -> None:
    if explorer.X.shape[1] < MOST:
        explorer.change("add", (x1, x2, explorer.new_label(x1, x2)))
        _pick(explorer, explorer.X.shape[1] - 1)


def _pick(explorer: Explorer, example: int) -> None:
    explorer.example, explorer.picked = example, True


def _key(explorer: Explorer, touch: Touch) -> None:
    m = explorer.X.shape[1]
    k = explorer.example % m
    _pick(explorer, k)
    x1, x2 = explorer.X[:, k]
    if touch.arrow:
        explorer.change("move", (k, *explorer.sheet()[0].moved((x1, x2), touch.arrow)))
    elif touch.key in ("PageUp", "PageDown"):
        _pick(explorer, (k + (1 if touch.key == "PageDown" else -1)) % m)
    elif touch.key == "Delete" and m > explorer.least:
        explorer.change("remove", k)
        _pick(explorer, k % (m - 1))
    elif touch.key in ("Enter", " "):
        _add(explorer, x1, x2)
