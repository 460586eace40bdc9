"""The same examples twice: where they lie, and where the hidden units put them, so that a straight cut parts them."""

from itertools import product
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke

from helpers import shallow
from helpers.metrics import accuracy
from helpers.plots.boundaries import probability_map
from helpers.plots.hidden_units import level_lines
from helpers.plots.style import ARROW, GREY, INK, WHITE, Picture, house_style, limits, new_figure, scatter_classes
from helpers.validation import Array, Layers

LETTERS = "ABCD"
DIAGONALS = np.array([[-1, 1], [1, 1], [1, -1], [-1, -1]])  # A top left, then clockwise
REACHES, ROOM = (12, 16, 20, 26, 32), 11  # of a letter from its point, and to the next thing, in points of the page
TURN = np.deg2rad(20)  # how far the cube is turned, so that its edges don't hide each other


def edge_on(w: Array, A: Array) -> Array:
    """Two axes (2, n) in the space of n units, 2 or 3, to draw their outputs A (n, m).

    Two units are drawn as they are.  Three are looked at along the plane w . a + b = 0, so that it is a line: the
    second axis is w's direction, the first lies in the plane, near the direction in which the outputs spread most.
    """
    if len(w) == 2:
        return np.eye(2)
    across = w / np.linalg.norm(w)
    centred = A - A.mean(axis=1, keepdims=True)
    widest = np.linalg.svd(centred - np.outer(across, across @ centred), full_matrices=False)[0][:, 0]
    widest *= np.sign(widest[np.argmax(np.abs(widest))])
    along = np.cos(TURN) * widest + np.sin(TURN) * np.cross(across, widest)
    return np.stack([along, across])


@house_style()
def hidden_space(params: Layers, X: Array, Y: Array) -> Picture:
    """Examples X (2, m), Y (1, m) in the plane and in the space of 2 or 3 tanh units, with the network's boundary.

    Four examples, those furthest out towards the corners, have a letter, the same in both.  Raises ValueError for
    another number of units, and where all output weights are 0, so that there is no boundary.
    """
    _, (W2, b2) = params
    if len(W2[0]) not in (2, 3):
        raise ValueError(f"the network has {len(W2[0])} hidden units; needed are 2 or 3, to be drawn")
    if not W2.any():
        raise ValueError("all output weights are 0, so there is no boundary to draw; train the network first")
    A1, A2 = shallow.forward(params, X)
    view = edge_on(W2[0], A1)
    figure, (plane, space) = new_figure(2, width=7, height=3.6)
    _draw_boundary(plane, params, X)
    _draw_box(space, view)
    _draw_cut(space, view @ W2[0], b2.item())
    marked = np.argmax(DIAGONALS @ X, axis=1)
    for ax, points in ((plane, X), (space, view @ A1)):
        scatter_classes(ax, points, Y)
    figure.draw_without_rendering()  # only now is it known where on the page a point lies
    for ax, points in ((plane, X), (space, view @ A1)):
        _write_letters(ax, points, marked)
    return Picture(figure, _alt(len(A1), accuracy((A2 > 0.5) * 1.0, Y)))


def _draw_boundary(plane: Axes, params: Layers, X: Array) -> None:
    left, right, bottom, top = window = limits(X)
    P = probability_map(lambda points: shallow.forward(params, points)[1], window)
    for line in level_lines(P, window, level=0.5):
        plane.plot(*line.T, color=INK)
    plane.set(xlabel="x1", ylabel="x2", title="as they are", xlim=(left, right), ylim=(bottom, top))


def _draw_box(space: Axes, view: Array) -> None:
    """The square or cube from -1 to 1 that holds all outputs."""
    n1 = view.shape[1]
    corners = np.array(list(product((-1.0, 1.0), repeat=n1)))
    for start, end in product(corners, repeat=2):
        if np.count_nonzero(start != end) == 1:
            space.plot(*(view @ np.stack([start, end]).T), color=ARROW, linewidth=0.8, zorder=1)
    reach = 1.15 * np.abs(corners @ view.T).max()
    space.set(xlim=(-reach, reach), ylim=(-reach, reach), title="as the hidden units see them")
    if n1 == 2:
        space.set(xlabel="a1", ylabel="a2", xticks=(-1, 0, 1), yticks=(-1, 0, 1))
    else:
        space.axis("off")
        _name_edges(space, view, corners)


def _name_edges(space: Axes, view: Array, corners: Array) -> None:
    """The name of each unit on that edge along which its output grows whose middle is furthest out."""
    for unit in range(view.shape[1]):
        middles = view @ np.where(np.arange(view.shape[1]) == unit, 0.0, corners).T
        outermost = middles[:, np.argmax(np.hypot(*middles).round(6))]
        _write(space, outermost, f"a{unit + 1}", (0, 0), color=GREY)


def _draw_cut(space: Axes, w: Array, b: float) -> None:
    """Where w . p + b = 0: the boundary, straight here."""
    foot, along = -b * w / (w @ w), np.array([-w[1], w[0]]) / np.hypot(*w)
    space.plot(*(foot[:, None] + along[:, None] * (-4, 4)), color=INK, zorder=2)


def _write(ax: Axes, at: Array, text: str, offset: Any, **style: Any) -> None:
    style |= {"path_effects": [withStroke(linewidth=3, foreground=WHITE)], "ha": "center", "va": "center", "zorder": 6}
    ax.annotate(text, tuple(at), tuple(offset), textcoords="offset points", **style)


def _write_letters(ax: Axes, points: Array, marked: Array) -> None:
    """A letter beside each of the marked points; it covers no point, and no other writing."""
    written = [text.get_position() for text in ax.texts]
    taken = np.hstack([points, np.reshape(written, (-1, 2)).T])
    taken = ax.transData.transform(taken.T) / ax.figure.dpi * 72  # (points, 2), in points of the page
    centre = taken[: points.shape[1]].mean(axis=0)
    for letter, at in zip(LETTERS, marked, strict=True):
        offset = free_side(taken[at], taken, outward=taken[at] - centre)
        taken = np.vstack([taken, taken[at] + offset])
        _write(ax, points[:, at], letter, offset, fontweight="bold")


def free_side(at: Array, taken: Array, outward: Array) -> Array:
    """The way (2,) from a point to a place near it, `outward` if that is `ROOM` away from all those `taken` (n, 2)."""
    turns = np.array(sorted(range(-11, 13), key=abs)) * np.pi / 12
    angles = np.arctan2(outward[1], outward[0]) + turns
    around = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    offsets = np.concatenate([reach * around for reach in REACHES])  # the best first
    room = np.linalg.norm(at + offsets[:, None] - taken, axis=2).min(axis=1)
    return np.asarray(offsets[np.argmax(np.minimum(room, ROOM))])


def _alt(units: int, right: float) -> str:
    space, cut = ("a square", "line") if units == 2 else ("a cube seen from the edge of a plane", "plane")
    return (
        f"The same examples twice, A to D the same four. Left, where they lie, with the network's boundary. Right, "
        f"where {units} hidden units put them, in {space}: there the boundary is one straight {cut}. {right:.0%} right."
    )
