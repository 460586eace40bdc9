"""The picture of a computation graph on the way: boxes with what is known, arrows with slopes, arrows back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from helpers.computation_graph import Graph, Node
from helpers.plots.computation_graphs import COLUMN, ROW, Edge, Slopes, Values, factor, number, places
from helpers.validation import Array
from helpers.widgets.drawing import Box, Line, Mark, Words, frame

FOOT = 20  # room for the formula below a box
HEAD = 7.0  # length of an arrow's head
GAP = 0.5  # where an arrow's slope stands, along it
ASIDE = 5.0  # an arrow back beside the one forward
LEGEND_ROW = 18
LEGEND = (
    ("blue: the value", "class0"),
    ("× 3, the local slope: how fast the tip follows the tail", "ink"),
    ("orange: how fast J follows", "class1"),
)


@dataclass(frozen=True)
class Layout:
    """Lengths in page pixels.  across: does the graph go from left to right, or on a phone from top to bottom?"""

    width: int
    across: bool
    box: tuple[float, float]  # width and height
    along: float  # from column to column of the graph on a narrow page; a wide one is filled
    beside: float  # from row to row
    text: float
    legend: tuple[float, ...]  # left of each of its words
    rows: int  # of the legend

    def height(self, graph: Graph) -> int:
        """Of the picture."""
        columns, rows = spans(graph)
        steps = rows * self.beside if self.across else columns * self.along
        return round(2 + steps + self.box[1] + FOOT + LEGEND_ROW * self.rows + 6)

    def boxes(self, graph: Graph) -> dict[str, Box]:
        """The box of each node and input."""
        at, (columns, rows), (wide, high) = places(graph, graph.inputs), spans(graph), self.box
        along = (self.width - wide - 4) / columns if self.across else self.along
        found: dict[str, Box] = {}
        for name, (x, y) in at.items():
            step, side = x / COLUMN, rows / 2 - y / ROW
            if self.across:
                found[name] = (2 + step * along, 2 + side * self.beside, wide, high)
            else:
                left = self.width / 2 + (side - rows / 2) * self.beside - wide / 2
                found[name] = (left, 2 + step * along, wide, high)
        return found

    def ends(self, start: Box, end: Box) -> tuple[Array, Array]:
        """Of the arrow from one box to another."""
        (left, top, wide, high), (to_left, to_top, to_wide, to_high) = start, end
        if self.across:
            return np.array([left + wide + 2, top + high / 2]), np.array([to_left - 2, to_top + to_high / 2])
        return np.array([left + wide / 2, top + high + FOOT]), np.array([to_left + to_wide / 2, to_top - 2])


WIDE = Layout(680, across=True, box=(86, 68), along=0, beside=104, text=14, legend=(2, 114, 480), rows=1)
NARROW = Layout(300, across=False, box=(86, 62), along=146, beside=104, text=12.5, legend=(2, 2, 2), rows=3)


@dataclass(frozen=True)
class Scene:
    """What is drawn.

    values: those that are known.  arrived: what came back to each, arrow by arrow.  gone: the arrows that were gone
    back.  arrow: the last of them, if it is the step that was taken.  lit: the node that got its value just now.
    """

    graph: Graph
    values: Values
    slopes: Slopes
    arrived: Mapping[str, Sequence[float]]
    gone: Sequence[Edge]
    arrow: Edge | None
    lit: str


def spans(graph: Graph) -> tuple[float, float]:
    """From the first column to the last, and from the highest row to the lowest, in columns and rows."""
    at = np.array(list(places(graph, graph.inputs).values())) / (COLUMN, ROW)
    columns, rows = np.ptp(at, axis=0)
    return float(columns), float(rows)


def plain(node: Node) -> str:
    """The formula of a node without LaTeX: "b · c", "max(b, c)"."""
    return node.formula.replace(r" \,", " · ").replace("\\", "")


def draw(scene: Scene, layout: Layout) -> list[Mark]:
    """All marks."""
    boxes = layout.boxes(scene.graph)
    arrows = [mark for edge in scene.slopes for mark in _edge(scene, edge, boxes, layout)]
    formulas = {node.name: plain(node) for node in scene.graph.nodes}
    standing = [mark for name, box in boxes.items() for mark in _box(scene, name, box, formulas, layout)]
    return [*arrows, *standing, *_legend(layout, layout.height(scene.graph))]


def _edge(scene: Scene, edge: Edge, boxes: Mapping[str, Box], layout: Layout) -> Iterator[Mark]:
    """An arrow, its slope once the values beside it are known, and one back once it was gone."""
    start, end = layout.ends(boxes[edge[0]], boxes[edge[1]])
    known, lit = edge[1] in scene.values, edge[1] == scene.lit
    aside = _across(start, end) * ASIDE * (edge in scene.gone)
    slope = f"× {factor(scene.slopes[edge])}" if known else ""
    room = _room(slope, layout.text, start, end)
    yield from _arrow(start + aside, end + aside, "class0" if lit else "grey", 2.5 if lit else 1.2, room)
    if edge in scene.gone:
        width = 3.5 if edge == scene.arrow else 1.5
        yield from _arrow(end - aside, start - aside, "class1", width, room)
    x, y = start + GAP * (end - start)
    yield Words(x, y, slope, "ink", "center", layout.text - 1)


def _room(text: str, size: float, start: Array, end: Array) -> float:
    """How far on each side of its middle a text hides an arrow."""
    x, y = np.abs(end - start) / np.hypot(*(end - start))
    return 1 / max(x / (0.28 * size * len(text) + 3), y / (0.5 * size + 3)) if text else 0.0


def _across(start: Array, end: Array) -> Array:
    """A unit vector across an arrow."""
    x, y = (end - start) / np.hypot(*(end - start))
    return np.array([y, -x])


def _arrow(start: Array, end: Array, colour: str, width: float, room: float) -> Iterator[Mark]:
    """Two strokes with room for a number between them, and a head."""
    ahead = (end - start) / np.hypot(*(end - start))
    middle = start + GAP * (end - start)
    pieces = [(start, middle - room * ahead), (middle + room * ahead, end)] if room else [(start, end)]
    for piece in pieces:
        yield Line(np.array(piece), colour, width)
    side = _across(start, end)
    barbs = (end - HEAD * ahead + HEAD * 0.5 * side, end, end - HEAD * ahead - HEAD * 0.5 * side)
    yield Line(np.array(barbs), colour, max(width, 1.5))


def _box(scene: Scene, name: str, box: Box, formulas: Mapping[str, str], layout: Layout) -> Iterator[Mark]:
    """In it the name, the value and the derivative that are known; below it the formula, or a sum of paths."""
    left, top, wide, high = box
    fresh = name == scene.lit or (scene.arrow is not None and name == scene.arrow[0])
    yield frame(box, "ink", 3.0 if fresh else 1.2)
    terms = scene.arrived.get(name, [])
    value = number(scene.values[name]) if name in scene.values else ""
    lines = (name, "ink"), (value, "class0"), (number(sum(terms)) if terms else "", "class1")
    for row, (text, colour) in enumerate(lines):
        yield Words(left + wide / 2, top + high * (0.5 + 0.3 * (row - 1)), text, colour, "center", layout.text, row > 0)
    meet = len(terms) > 1
    below = " + ".join(map(factor, terms)) if meet else formulas.get(name, "")
    yield Words(left + wide / 2, top + high + 10, below, "class1" if meet else "grey", "center", layout.text - 1)


def _legend(layout: Layout, foot: float) -> Iterator[Mark]:
    """What the colours mean, and the slope on an arrow."""
    first = foot - LEGEND_ROW * (layout.rows - 0.5)
    for place, ((text, colour), x) in enumerate(zip(LEGEND, layout.legend, strict=True)):
        short = text.replace(", the local slope", "") if layout.rows > 1 else text
        yield Words(x, first + LEGEND_ROW * (place % layout.rows), short, colour, size=12)
