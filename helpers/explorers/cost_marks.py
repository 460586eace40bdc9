"""The cost curves of a live training, as marks."""

from collections.abc import Iterator

import numpy as np

from helpers.validation import Array
from helpers.widgets.drawing import Box, Dots, Line, Mark, Words
from helpers.wording import rounded

CURVES = (("points shown", "ink", ()), ("unseen points", "grey", (4, 4)))
ROOMY = 170.0  # page pixels: from here on there is room to say what the cost is
SAMPLE = 20.0  # of a curve, before its name
TOPS = np.outer(10.0 ** np.arange(-3, 40), [1, 2, 5]).ravel()


def cost_curves(box: Box, text: float, steps: Array, costs: Array, held_out: Array) -> Iterator[Mark]:
    """The cost from the start to the present, on what is seen and on what never is, the axis just long enough.

    box: where both are drawn; the words stand above it, in letters of the size `text`.
    """
    left, top, wide, high = box
    last = max(float(steps[-1]), 1.0)
    highest = max(float(np.max(costs)), float(np.max(held_out)))
    limit = float(TOPS[np.searchsorted(TOPS, highest)]) if highest < TOPS[-1] else highest
    yield from _heading(left, top - 12, wide, text, f"{rounded(costs[-1], 3)}")
    yield Line([(left, top), (left, top + high), (left + wide, top + high)], "grey", 1.0)
    for curve, (_, colour, dash) in zip((costs, held_out), CURVES, strict=True):
        x, y = left + wide * steps / last, top + high - high * curve / limit
        yield Line(np.stack([x, y], axis=1), colour, 2.0, dash)
        yield Dots([(x[-1], y[-1])], "circle", colour, 3.5)
    yield Words(left - 4, top + 4, rounded(limit), "grey", "right", text - 1)
    yield Words(left + wide, top + high + 12, f"step {steps[-1]:,}", "grey", "right", text - 1)


def _heading(left: float, bottom: float, wide: float, text: float, cost: str) -> Iterator[Mark]:
    """What is drawn, its present value, and which curve is which."""
    line = text + 4
    yield Words(left, bottom - 2 * line, "cost: how wrong" if wide > ROOMY else "cost", "ink", size=text, bold=True)
    yield Words(left + wide, bottom - 2 * line, cost, "ink", "right", text, True)
    for row, (name, colour, dash) in enumerate(CURVES):
        y = bottom - (1 - row) * line
        yield Line([(left, y), (left + SAMPLE, y)], colour, 2.0, dash)
        yield Words(left + SAMPLE + 6, y, name, colour, size=text)
