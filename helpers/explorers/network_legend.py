"""What the colours, signs and strokes in the picture of a network mean, below it."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

import numpy as np

from helpers.explorers.network_layout import Layout
from helpers.widgets.drawing import Box, Dots, Line, Map, Mark, Words, frame

Sample: TypeAlias = Callable[[float, float], Iterator[Mark]]  # drawn from a left end x about a height y
SAMPLE = 26.0  # width of what is explained, before its words
HIGH = 14.0  # of a field of colour


def legend(layout: Layout) -> Iterator[Mark]:
    """A line across the sheet and the samples below it, each pair in a column, or on a narrow page in a row."""
    left, top, wide, high = layout.legend
    yield Line([(left, top), (left + wide, top)], "faint", 1.0)
    for place, (sample, long, short) in enumerate(SAMPLES):
        pair, which = divmod(place, 2)
        (row, column), columns = ((which, pair), len(SAMPLES) // 2) if layout.hints else ((pair, which), 2)
        x, y = left + wide * column / columns, top + high * (row + 1)
        yield from explained(sample, long if layout.hints else short, x, y, layout.text)


def explained(sample: Sample, words: str, x: float, y: float, text: float) -> Iterator[Mark]:
    """A sample and its meaning, from the left end x, in letters of the size `text`."""
    yield from sample(x, y)
    yield Words(x + SAMPLE + 8, y, words, "ink", size=text)


def points(x: float, y: float) -> Iterator[Mark]:
    """A point of each kind."""
    yield Dots([(x + 6, y)], "circle", "class0", 4.0)
    yield Dots([(x + 20, y)], "triangle", "class1", 4.0)


def border(x: float, y: float) -> Iterator[Mark]:
    """The line where the answer changes."""
    yield Line([(x, y), (x + SAMPLE, y)], "ink", 2.4)


def above(x: float, y: float) -> Iterator[Mark]:
    """A field above 0."""
    yield from _field(x, y, 1.0, "plus")


def below(x: float, y: float) -> Iterator[Mark]:
    """A field below 0."""
    yield from _field(x, y, -1.0, "minus")


def _field(x: float, y: float, value: float, sign: str) -> Iterator[Mark]:
    box: Box = (x, y - HIGH / 2, SAMPLE, HIGH)
    yield Map(box, np.full((2, 2), value))
    yield frame(box)
    yield Dots([(x + SAMPLE / 2, y)], sign, "ink", 3.0)


def positive(x: float, y: float) -> Iterator[Mark]:
    """A stroke that swells, since thick is strong."""
    for share, width in ((0.0, 1.5), (0.34, 3.5), (0.68, 6.0)):
        yield Line([(x + share * SAMPLE, y), (x + (share + 0.3) * SAMPLE, y)], "plus", width)


def negative(x: float, y: float) -> Iterator[Mark]:
    """A dashed stroke."""
    yield Line([(x, y), (x + SAMPLE, y)], "minus", 3.5, (6, 7))


# In pairs: what is drawn, what it means, and that in few words.
SAMPLES: tuple[tuple[Sample, str, str], ...] = (
    (points, "points of two kinds, to learn from", "points shown"),
    (border, "where the answer changes", "the border"),
    (above, "above 0; as the answer: triangle", "above 0: triangle"),
    (below, "below 0; as the answer: circle", "below 0: circle"),
    (positive, "positive weight; thick: large", "weight above 0"),
    (negative, "negative weight: turns the sign", "weight below 0"),
)
