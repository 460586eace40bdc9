"""Where a figure may be cut: between its columns of axes, so that on a narrow page they stand one below the other."""

from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.plots.rendering import PIXEL_RATIO

SLACK = 10 * PIXEL_RATIO  # matplotlib counts numbers that lie beyond the end of an axis and are never drawn
Span = tuple[float, float]  # left and right, in pixels of the picture


def cuts(figure: Figure) -> list[int]:
    """The pixels at which a figure that has been drawn falls into columns: whole pixels of the page, left to right.

    A column is what shares a stretch of the width: axes above each other, with all their labels.  A colour bar goes
    with the axes left of it.
    """
    gaps = [(left[1] + right[0]) / 2 for left, right in pairwise(_columns(figure))]
    return [PIXEL_RATIO * round(x / PIXEL_RATIO) for x in gaps]


def _columns(figure: Figure) -> list[Span]:
    """Stretches of the width that hold axes, with nothing between two of them."""
    columns: list[Span] = []
    for ax in sorted(figure.axes, key=lambda ax: ax.get_position().x0):
        left, right = _span(ax)
        if columns and (left < columns[-1][1] - SLACK or ax.get_label() == "<colorbar>"):
            columns[-1] = columns[-1][0], max(right, columns[-1][1])
        else:
            columns.append((left, right))
    return columns


def _span(ax: Axes) -> Span:
    box = ax.get_tightbbox()
    if box is None:
        raise ValueError("the figure has axes that can't be seen; remove them with  ax.remove()")
    return float(box.x0), float(box.x1)
