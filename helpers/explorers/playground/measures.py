"""What is measured below the network: the gradient in each layer, the weights, and how a weight learns."""

import textwrap
from collections.abc import Iterator

import numpy as np

from helpers.explorers.cost_marks import round_above
from helpers.explorers.playground.heads import LETTER
from helpers.explorers.playground.layout import Layout
from helpers.explorers.playground.scene import Scene
from helpers.widgets.drawing import Bar, Dots, Line, Mark, Words
from helpers.wording import count, decimal, power_of_ten, rounded

LEAST, DECADES = -6, 7  # the scale of the gradients: from 10^-6 over so many powers of ten
BINS = 21  # odd: the one in the middle is that of weights near 0
SIGN = {-1: "minus", 0: "neutral", 1: "plus"}  # colours of the bars
CROWDED = 40.0  # page pixels from column to column: below, a gradient's size is a power of ten


def gradients(scene: Scene, layout: Layout) -> Iterator[Mark]:
    """A pin below each column, as high as the power of ten of its layer's gradient."""
    top, high = layout.gradients
    layers, bottom = len(scene.on), top + high
    crowded = layout.pitch(layers) < CROWDED
    yield Words(0, top + 8, "gradient", "ink", size=layout.text, bold=True)
    yield Words(0, top + 25, "log scale" if layout.hints else "log", "grey", size=layout.text - 1)
    yield Line([(layout.first + 8, bottom), (layout.last + layout.tile / 2, bottom)], "faint", 1.0)
    for layer, size in enumerate(scene.gradient_sizes):
        x, power = layout.centre(layers, layer + 1), np.log10(max(float(np.nan_to_num(size)), 1e-300))
        y = bottom - high * float(np.clip((power - LEAST) / DECADES, 0, 1))
        yield Line([(x, bottom), (x, y)], "faint", 3.0)
        yield Dots([(x, y)], "circle", "ink", 3.6)
        yield Words(x, y - 11, _size(float(size), crowded), "ink", "center", layout.text - 2)


def _size(size: float, crowded: bool) -> str:
    if not 0 < size < np.inf:
        return rounded(size)
    size = float(f"{size:.0e}")
    return power_of_ten(size) if crowded or size < 1e-3 else rounded(size, 1)


def histogram(scene: Scene, layout: Layout) -> Iterator[Mark]:
    """How many weights have which size, in the colours of weights, grey near 0; the chosen one."""
    left, top, wide, high = layout.weights
    weights = np.concatenate([np.ravel(W) for W, _ in scene.params])
    values = weights[np.isfinite(weights)]
    limit = round_above(float(np.abs(values).max(initial=0.0)))
    counts, _ = np.histogram(values, BINS, (-limit, limit))
    yield Words(left, top - 18, count(len(weights), "weight"), "ink", size=layout.text, bold=True)
    each, most = wide / BINS, max(counts.max(), 1)
    for place in np.flatnonzero(counts):
        tall = high * counts[place] / most
        box = (left + each * place, top + high - tall, each - 1, tall)
        yield Bar(box, SIGN[int(np.sign(place - BINS // 2))])
    yield Line([(left, top + high), (left + wide, top + high)], "grey", 1.0)
    for share, value, align in ((0, -limit, "left"), (0.5, 0.0, "center"), (1, limit, "right")):
        words = rounded(value).replace("-", "−")
        yield Words(left + share * wide, top + high + 12, words, "grey", align, layout.text - 1)
    yield from _chosen(scene, layout, limit)


def _chosen(scene: Scene, layout: Layout, limit: float) -> Iterator[Mark]:
    if scene.chosen_weight is None:
        return
    left, top, wide, high = layout.weights
    layer, i, j = scene.chosen_weight
    value = float(scene.params[layer][0][i, j])
    if np.isfinite(value):
        x = left + wide * (1 + value / limit) / 2
        yield Line([(x, top), (x, top + high)], "ink", 2.0)
    yield Words(left + wide, top - 18, decimal(value), "ink", "right", layout.text, True)


def rule(scene: Scene, layout: Layout) -> Iterator[Mark]:
    """How a weight learns, as a formula and as a line of code."""
    left, top, wide, _ = layout.rule
    line, indent = layout.text + 6, 84.0 if layout.hints else 0.0
    yield Line([(left, top - 8), (left + wide, top - 8)], "faint", 1.0)
    yield Words(left, top + line / 2, "each step", "ink", size=layout.text, bold=True)
    first = 0 if layout.hints else 1
    for row, (text, code) in enumerate(_rows(scene, layout, wide - indent), first):
        colour, size = ("grey", layout.text - 1) if code else ("ink", layout.text)
        yield Words(left + indent, top + line * (row + 0.5), text, colour, size=size, code=code)


def _rows(scene: Scene, layout: Layout, wide: float) -> list[tuple[str, bool]]:
    """The formula and then the code, in rows that are not too long; and which it is."""
    letters, most = int(wide / (LETTER * layout.text)), 1 if layout.hints else 3
    rows = [
        (textwrap.wrap(text, letters, max_lines=most, placeholder=" …"), code) for code, text in enumerate(scene.rule)
    ]
    return [(row, bool(code)) for texts, code in rows for row in texts]
