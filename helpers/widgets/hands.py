"""What can be touched in a picture: by a pointer, which grabs, and by keys, which do the same.

A `Handle` is a native button over a part of the picture.  The page reports what is done to it in fractions of the
picture (down, move, up, key, press); a `Plane` turns that into data, and Python knows what was grabbed.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.plots.rendering import Limits
from helpers.validation import Array
from helpers.widgets.drawing import Box

HANDS = ("down", "move", "up", "key", "press")
ARROWS = {"ArrowLeft": (-1, 0), "ArrowRight": (1, 0), "ArrowDown": (0, -1), "ArrowUp": (0, 1)}
KEYS = (*ARROWS, "PageUp", "PageDown", "Delete", "Enter", " ")
MOST = 64  # touches in one question: the page keeps no more


@dataclass(frozen=True)
class Handle:
    """A part of the picture that can be touched.

    box: left, top, width and height in page pixels of the picture.  label: what it is, what keys do, and where it is.
    drags: does a pointer grab something here?  Else it presses.
    """

    name: str
    label: str
    box: Box
    drags: bool = False

    def declared(self, width: float, height: float) -> dict[str, Any]:
        """For the page: the box in fractions of the picture."""
        left, top, wide, high = self.box
        return vars(self) | {"box": [left / width, top / height, wide / width, high / height]}


@dataclass(frozen=True)
class Touch:
    """What was done: to which handle, how, and where, in fractions of the picture from its upper left corner."""

    handle: str
    hand: str
    x: float = 0.0
    y: float = 0.0
    key: str = ""

    @staticmethod
    def read(sent: Any) -> "Touch":
        """What the page sent, if it is a touch; ValueError if not.  The page is never trusted."""
        match sent:
            case {"handle": str(), "hand": "key", "key": key} if key in KEYS:
                return Touch(sent["handle"], "key", key=key)
            case {"handle": str(), "hand": "press"}:
                return Touch(sent["handle"], "press")
            case {"handle": str(), "hand": "down" | "move" | "up", "x": int() | float(), "y": int() | float()}:
                x, y = (min(max(float(sent[axis]), 0.0), 1.0) for axis in "xy")
                return Touch(sent["handle"], sent["hand"], x, y)
        raise ValueError(f"the page sent {sent!r:.60}, which is no touch")

    @property
    def arrow(self) -> tuple[int, int] | None:
        """Which way an arrow key points: right and up are 1."""
        return ARROWS.get(self.key)


@dataclass(frozen=True)
class Plane:
    """A box of the picture in which a window of the data is drawn."""

    box: Box
    window: Limits

    def to_picture(self, points: Array) -> Array:
        """Points (2, n) of the data as (n, 2) page pixels."""
        left, right, bottom, top = self.window
        x, y, wide, high = self.box
        across, up = np.asarray(points, float)
        return np.stack([x + wide * (across - left) / (right - left), y + high * (top - up) / (top - bottom)], axis=1)

    def to_data(self, x: float, y: float) -> tuple[float, float]:
        """A place of the picture in the data; a place beside the box counts as the nearest on its rim."""
        left, right, bottom, top = self.window
        box_x, box_y, wide, high = self.box
        across, down = (min(max(share, 0.0), 1.0) for share in ((x - box_x) / wide, (y - box_y) / high))
        return left + across * (right - left), top - down * (top - bottom)

    def moved(self, point: tuple[float, float], arrow: tuple[int, int], share: float = 0.02) -> tuple[float, float]:
        """A point of the data one stroke of an arrow key on, a `share` of the window, as far as that reaches."""
        left, right, bottom, top = self.window
        x = min(max(point[0] + arrow[0] * share * (right - left), left), right)
        y = min(max(point[1] + arrow[1] * share * (top - bottom), bottom), top)
        return x, y

    def grabbed(self, points: Array, x: float, y: float, reach: float = 12.0) -> int | None:
        """Which of the points (2, n) lies nearest to that place of the picture, if one is within reach."""
        distances = np.hypot(*(self.to_picture(points) - (x, y)).T)
        nearest = int(np.argmin(distances))
        return nearest if distances[nearest] <= reach else None
