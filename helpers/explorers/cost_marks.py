"""The cost curves of a live training, as marks."""

from collections.abc import Iterator

import numpy as np

from helpers.validation import Array
from helpers.widgets.drawing import Box, Dots, Line, Mark, Words
from helpers.wording import rounded

TOPS = np.outer(10.0 ** np.arange(-3, 40), [1, 2, 5]).ravel()


def cost_curves(box: Box, text: float, steps: Array, costs: Array, held_out: Array) -> Iterator[Mark]:
    """The cost from the start to the present, on what is seen and on what never is, the axis just long enough.

    box: where both are drawn; the words stand above it, in letters of the size `text`.
    """
    left, top, wide, high = box
    last = max(float(steps[-1]), 1.0)
    highest = max(float(np.max(costs)), float(np.max(held_out)))
    limit = float(TOPS[np.searchsorted(TOPS, highest)]) if highest < TOPS[-1] else highest
    yield Words(left, top - 32, "cost", "ink", size=text, bold=True)
    yield Words(left + wide, top - 32, f"{rounded(costs[-1], 3)}", "ink", "right", text, True)
    yield Words(left, top - 15, "seen —", "ink", size=text)
    yield Words(left + wide, top - 15, "never seen - -", "grey", "right", text)
    yield Line([(left, top), (left, top + high), (left + wide, top + high)], "grey", 1.0)
    for curve, colour, dash in ((held_out, "grey", (4, 4)), (costs, "ink", ())):
        x, y = left + wide * steps / last, top + high - high * curve / limit
        yield Line(np.stack([x, y], axis=1), colour, 2.0, dash)
        yield Dots([(x[-1], y[-1])], "circle", colour, 3.5)
    yield Words(left - 4, top + 4, rounded(limit), "grey", "right", text - 1)
    yield Words(left + wide, top + high + 12, f"step {steps[-1]:,}", "grey", "right", text - 1)
