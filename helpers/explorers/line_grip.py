"""How a line is held: its arrow turns it and makes it steeper, the line itself moves; keys do the same."""

from typing import Any

import numpy as np

from helpers.explorers.line_picture import crossing
from helpers.validation import Array
from helpers.widgets.hands import Plane, Touch

LONGEST, HALF_WAY = 130.0, 3.0  # an arrow's pixels for an endless |w|, and the |w| that has half of them
LEAST, MOST = 0.05, 40.0  # |w| by hand
REACH = 18.0  # pixels
TURN, STRIDE, STEEPER = np.radians(3), 1 / 60, 1.1  # of an arrow key: an angle, a part of the window, a factor


def arrow(explorer: Any, plane: Plane) -> Array:
    """Foot and tip of the arrow in the picture: (2, 2)."""
    w = explorer.vector[:2]
    steepness = np.hypot(*w) or 1.0
    foot = plane.to_picture(foot_on_line(explorer)[:, np.newaxis])[0]
    length = LONGEST * steepness / (steepness + HALF_WAY)
    return np.array([foot, foot + length / steepness * w * (1, -1)])


def foot_on_line(explorer: Any) -> Array:
    """The point of the line nearest to where it was last held, well inside the window if the line passes it."""
    *w, b = explorer.vector
    w = np.array(w)
    foot = explorer.foot - (np.dot(w, explorer.foot) + b) / (np.dot(w, w) or 1.0) * w
    ends = crossing(w, b, explorer.window)
    if not len(ends):
        return np.asarray(foot)
    along = ends[1] - ends[0]
    share = np.dot(foot - ends[0], along) / (np.dot(along, along) or 1.0)
    return np.asarray(ends[0] + np.clip(share, 0.12, 0.88) * along)


def touch(explorer: Any, touch: Touch) -> None:
    """Do to the explorer what was done to its plane."""
    if touch.hand == "key":
        _key(explorer, touch)
        return
    layout = explorer.layout
    at = np.array([touch.x * layout.width, touch.y * layout.height])
    plane = Plane(layout.plane, explorer.window)
    if touch.hand == "down":
        explorer.grip = grabbed(explorer, plane, at)
    elif touch.hand == "move" and explorer.grip is not None:
        part, offset = explorer.grip
        _drag(explorer, plane, part, at + offset)
        explorer.grip = part, offset
    elif touch.hand == "up":
        explorer.grip = None


def grabbed(explorer: Any, plane: Plane, at: Array) -> tuple[str, Array] | None:
    """The arrow or the line, and how far from its tip or its foot the hand is; None if both are out of reach."""
    foot, tip = arrow(explorer, plane)
    if np.hypot(*(tip - at)) <= REACH:
        return "arrow", tip - at
    w = explorer.vector[:2] * (1, -1)  # in the picture y runs down
    across = np.dot(w, at - foot) / (np.hypot(*w) or 1.0)
    if abs(across) > REACH:
        return None
    explorer.foot = np.array(plane.to_data(*(at - across * w / (np.hypot(*w) or 1.0))))
    return "line", np.zeros(2)


def _drag(explorer: Any, plane: Plane, part: str, to: Array) -> None:
    if part == "line":
        explorer.place_line(explorer.vector[:2], np.array(plane.to_data(*to)))
        return
    foot, _ = arrow(explorer, plane)
    x, y = (to - foot) * (1, -1)
    length = min(float(np.hypot(x, y)), 0.97 * LONGEST)
    steepness = np.clip(HALF_WAY * length / (LONGEST - length), LEAST, MOST)
    direction = np.array([x, y]) / (np.hypot(x, y) or 1.0) if length else explorer.vector[:2]
    explorer.place_line(steepness * direction, foot_on_line(explorer))


def _key(explorer: Any, touch: Touch) -> None:
    w, foot = explorer.vector[:2], foot_on_line(explorer)
    left, right, _, _ = explorer.window
    if touch.arrow:
        turn, up = touch.arrow
        angle = -turn * TURN
        rotation = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        step = up * STRIDE * (right - left) * _upward(w)
        explorer.place_line(np.dot(rotation, w), foot + step)
    elif touch.key in ("PageUp", "PageDown"):
        factor = STEEPER if touch.key == "PageUp" else 1 / STEEPER
        steepness = np.hypot(*w) or 1.0
        explorer.place_line(w * np.clip(factor * steepness, LEAST, MOST) / steepness, foot)


def _upward(w: Array) -> Array:
    """Across the line, and up rather than down; to the right where the line is upright."""
    across = np.asarray(w / (np.hypot(*w) or 1.0))
    return across if (across[1], across[0]) > (0, 0) else -across
