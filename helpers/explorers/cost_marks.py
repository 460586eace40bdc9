"""The cost curves of a live training, as marks."""

from collections.abc import Iterator, Sequence

import numpy as np

from helpers.validation import Array
from helpers.widgets.drawing import Box, Dots, Line, Mark, Words
from helpers.wording import rounded

STROKES = (("ink", ()), ("grey", (4, 4)))
ROOMY = 170.0  # page pixels: from here on there is room to say what the cost is
SAMPLE = 20.0  # of a curve, before its name
TOPS = np.outer(10.0 ** np.arange(-3, 40), [1, 2, 5]).ravel()


def cost_curves(
    box: Box,
    text: float,
    steps: Array,
    costs: Array,
    held_out: Array,
    each: str = "step",
    indent: float = 0.0,
    name: str = "cost: how wrong",
    sets: tuple[str, str] = ("points shown", "unseen points"),
) -> Iterator[Mark]:
    """The cost from the start to the present, on what is seen and on what never is, the axis just long enough.

    box: where both are drawn; the words stand above it, in letters of the size `text`.  each: what steps are.
    indent: how far the words begin before the curves.  name: what is drawn, where there is room for words.
    sets: of which points.
    """
    left, top, wide, high = box
    last = max(float(steps[-1]), 1.0)
    limit = round_above(max(float(np.max(curve, initial=0, where=np.isfinite(curve))) for curve in (costs, held_out)))
    words = name if wide + indent > ROOMY else "cost"
    yield from _heading(left - indent, top - 12, wide + indent, text, (words, *sets), f"{rounded(costs[-1], 3)}")
    yield Line([(left, top), (left, top + high), (left + wide, top + high)], "grey", 1.0)
    for curve, (colour, dash) in zip((costs, held_out), STROKES, strict=True):
        known = np.isfinite(curve)
        points = np.stack([left + wide * steps / last, top + high - high * curve / limit], axis=1)[known]
        yield Line(points, colour, 2.0, dash)
        yield Dots(points[-1:], "circle", colour, 3.5)
    yield Words(left - 4, top + 4, rounded(limit), "grey", "right", text - 1)
    yield Words(left + wide, top + high + 12, f"{each} {steps[-1]:,.0f}", "grey", "right", text - 1)


def round_above(value: float) -> float:
    """The end of an axis that reaches `value`: 1, 2 or 5 times a power of ten."""
    return float(TOPS[np.searchsorted(TOPS, value)]) if value < TOPS[-1] else value


def _heading(left: float, bottom: float, wide: float, text: float, names: Sequence[str], cost: str) -> Iterator[Mark]:
    """What is drawn, its present value, and which curve is which."""
    line = text + 4
    yield Words(left, bottom - 2 * line, names[0], "ink", size=text, bold=True)
    yield Words(left + wide, bottom - 2 * line, cost, "ink", "right", text, True)
    for row, (name, (colour, dash)) in enumerate(zip(names[1:], STROKES, strict=True)):
        y = bottom - (1 - row) * line
        yield Line([(left, y), (left + SAMPLE, y)], colour, 2.0, dash)
        yield Words(left + SAMPLE + 6, y, name, colour, size=text)
