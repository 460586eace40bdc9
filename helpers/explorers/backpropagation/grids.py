"""The arrays below the network: what goes in, the result, its derivatives by nudging, and the sum of one entry."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from helpers.explorers.backpropagation.layout import Layout
from helpers.explorers.backpropagation.passes import FORWARD
from helpers.explorers.backpropagation.sums import Made, Operand, made, number
from helpers.validation import Array
from helpers.widgets.drawing import Box, Dots, Map, Mark, Words, frame
from helpers.wording import decimal

BRIGHT = 0.65  # on the ramp of a map: the numbers that are used
LONGEST = {True: 120, False: 42}  # letters of a line of the sum


def draw(scene: Any, layout: Layout) -> Iterator[Mark]:
    """The formula, the arrays, the sum."""
    how = made(scene.passes, scene.name, scene.index)
    colour = "class0" if scene.name in FORWARD else "class1"
    arrow = "forward:  " if scene.name in FORWARD else "back:  "
    size = layout.text + 1
    yield Words(6, 16, f"{arrow}{scene.name} = {how.formula}", colour, size=size, bold=True)
    bottom = layout.arrays
    for corner, operand in places(scene, how, layout):
        yield from _grid(corner, operand, layout)
        bottom = max(bottom, corner[1] + len(operand.values) * layout.cell[1])
    yield from _marks_of_wrong(scene, layout)
    yield from _told(scene, how, bottom + 24, layout)


def places(scene: Any, how: Made, layout: Layout) -> Iterator[tuple[tuple[float, float], Operand]]:
    """Corner and content of each array, the result last but for the differences; a narrow page has two rows."""
    x, y = 6.0, layout.arrays + 18
    for operand in how.operands:
        x += layout.gap * bool(operand.sign)
        yield (x, y), operand
        x += operand.values.shape[1] * layout.cell[0]
    if not layout.across:
        x, y = 6.0, y + max(len(operand.values) for operand in how.operands) * layout.cell[1] + 26
    for operand in _results(scene):
        x += layout.gap
        yield (x, y), operand
        x += operand.values.shape[1] * layout.cell[0]


def _results(scene: Any) -> Iterator[Operand]:
    """The array itself; for a derivative, the same by nudging."""
    values = scene.passes.arrays[scene.name]
    yield Operand(scene.name, values, scene.index, "=")
    if scene.name not in FORWARD:
        nudged = [scene.passes.by_nudging(scene.name, (int(r), int(c))) for r, c in np.ndindex(values.shape)]
        yield Operand("by nudging", np.reshape(nudged, values.shape), scene.index, "≈")


def result_cells(scene: Any, layout: Layout) -> Iterator[tuple[int, int, Box]]:
    """Row, column and box of each entry of the result."""
    how = made(scene.passes, scene.name, scene.index)
    (left, top), result = next(place for place in places(scene, how, layout) if place[1].sign == "=")
    wide, high = layout.cell
    for row, column in np.ndindex(result.values.shape):
        yield row, column, (left + column * wide, top + row * high, wide, high)


def _grid(corner: tuple[float, float], operand: Operand, layout: Layout) -> Iterator[Mark]:
    (left, top), (wide, high) = corner, layout.cell
    rows, columns = operand.values.shape
    sign_y = top + rows * high / 2
    if operand.sign:
        yield Words(left - layout.gap / 2, sign_y, operand.sign, "ink", "center", layout.text + 2)
    yield Words(left, top - 10, operand.label, "grey", size=layout.text - 1)
    for (row, column), value in np.ndenumerate(operand.values):
        box = (left + column * wide, top + row * high, wide, high)
        if operand.lit[row, column]:
            yield Map(box, np.full((1, 1), BRIGHT))
        yield frame(box, "faint")
        yield Words(box[0] + wide / 2, box[1] + high / 2, decimal(value), "ink", "center", layout.text)
    yield frame((left, top, columns * wide, rows * high), "grey")


def _marks_of_wrong(scene: Any, layout: Layout) -> Iterator[Mark]:
    """A ring at each number that a learner's own backward gives otherwise."""
    wrong: Array | None = scene.wrong.get(scene.name)
    for row, column, (left, top, wide, high) in result_cells(scene, layout):
        if wrong is not None and wrong[row, column]:
            yield frame((left + 2, top + 2, wide - 4, high - 4), "class1", 2.5)
            yield Dots([(left + wide - 5, top + 5)], "ring", "class1", 4.0)


def _told(scene: Any, how: Made, y: float, layout: Layout) -> Iterator[Mark]:
    """The sum of the chosen entry, factor by factor."""
    row, column = scene.index
    value = scene.passes.arrays[scene.name][scene.index]
    text = f"{scene.name} [{row}, {column}] = {how.sum} = {number(value)}"
    lines = wrapped(text, LONGEST[layout.across])
    for at, line in enumerate(lines):
        yield Words(6 + 14 * bool(at), y + 19 * at, line, "ink", size=layout.text + layout.across, bold=True)
    for at, line in enumerate(wrapped(how.words, LONGEST[layout.across], ", "), len(lines)):
        yield Words(6, y + 19 * at, line, "grey", size=layout.text)


def wrapped(text: str, longest: int, at: str = " + ") -> list[str]:
    """The text in lines, broken before a plus sign or after a comma."""
    head, *others = text.split(at)
    lines = [head]
    for part in others:
        if len(lines[-1]) + len(at) + len(part) <= longest:
            lines[-1] += at + part
        else:
            lines[-1] += "," if at == ", " else ""
            lines.append(part if at == ", " else f"+ {part}")
    return lines
