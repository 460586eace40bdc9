"""Where each weight of a small network can be grabbed: a square on its curve, clear of all the others."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from helpers.explorers.playground.columns import Column, paths
from helpers.widgets.drawing import Box

SIDES = (16.0, 12.0, 9.0, 7.0, 5.0, 3.5, 2.5)  # of the squares, the first that all find room


@lru_cache(maxsize=64)
def weight_boxes(columns: tuple[Column, ...]) -> dict[tuple[int, int, int], Box]:
    """A box for every (layer, i, j), from the boxes of the units in each column."""
    boxes: dict[tuple[int, int, int], Box] = {}
    for layer, (from_, to) in enumerate(zip(columns, columns[1:], strict=False)):
        found = next(each for side in SIDES if (each := _all(from_, to, side)) or side == SIDES[-1])
        boxes |= {(layer, i, j): box for (i, j), box in found.items()}
    return boxes


def _all(from_: Column, to: Column, side: float) -> dict[tuple[int, int], Box]:
    """Squares of one size for all the weights of a layer; none if they find no room."""
    taken: dict[tuple[int, int], Box] = {}
    for i, j in product(range(len(to)), range(len(from_))):
        along = _along(from_, to, i, j, side)
        box = next((box for box in along if not any(overlap(box, other) for other in taken.values())), None)
        if box is None:
            return {}
        taken[i, j] = box
    return taken


def _along(from_: Column, to: Column, i: int, j: int, side: float) -> Iterator[Box]:
    """The squares about the points of a curve that touch no unit, its middle first."""
    start, end = from_[0][0] + from_[0][2], to[0][0]
    points = paths(from_, to)[i][j]
    for point in sorted(points.tolist(), key=lambda point: abs(point[0] - (start + end) / 2)):
        x, y = (middle - side / 2 for middle in point)
        if x >= start and x + side <= end:
            yield x, y, side, side


def overlap(one: Box, other: Box) -> bool:
    """Have two boxes more than an edge in common?"""
    return all(one[a] + one[a + 2] > other[a] and other[a] + other[a + 2] > one[a] for a in (0, 1))
