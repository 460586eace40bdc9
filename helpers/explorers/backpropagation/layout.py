"""Where everything stands in the picture of back-propagation: from left to right, or on a phone from top to bottom."""

from dataclasses import dataclass

from helpers.widgets.drawing import Box

SIZES = (2, 2, 2, 1)  # units: inputs, two hidden layers, output
HOW_FAR = 0.34  # along a connection, where its numbers stand
TITLE = 16  # room for the name over a unit
NUMBER = 3.3  # width of a number, in letters' sizes


@dataclass(frozen=True)
class Layout:
    """Lengths of the picture, in page pixels.  across: do the layers stand from left to right?"""

    width: int
    height: int
    across: bool
    unit: tuple[float, float]  # width and height of a unit's box
    first: tuple[float, float]  # corner of the first one
    pitch: tuple[float, float]  # from layer to layer, and from unit to unit, along x and y or along y and x
    cell: tuple[float, float]  # of an array
    arrays: float  # the height at which the arrays begin
    gap: float  # between arrays, where a sign stands
    text: float  # size of the letters

    def unit_box(self, layer: int, unit: int) -> Box:
        """The box of a unit; layer 0 are the inputs."""
        shift = 0.5 if SIZES[layer] == 1 else unit
        steps = (layer, shift) if self.across else (shift, layer)
        along = self.pitch if self.across else self.pitch[::-1]
        left, top = (start + step * pitch for start, step, pitch in zip(self.first, steps, along, strict=True))
        return left, top, *self.unit

    def ends(self, layer: int, j: int, i: int) -> tuple[tuple[float, float], tuple[float, float]]:
        """Of the connection from unit i of the layer before to unit j of the layer."""
        (left, top, wide, high), (to_left, to_top, _, _) = self.unit_box(layer - 1, i), self.unit_box(layer, j)
        if self.across:
            return (left + wide, top + high / 2), (to_left, to_top + high / 2)
        return (left + wide / 2, top + high), (to_left + wide / 2, to_top - TITLE)

    def label(self, layer: int, j: int, i: int) -> tuple[float, float]:
        """The middle of a connection's numbers."""
        return self._along(self.ends(layer, j, i), HOW_FAR)

    def strokes(self, layer: int, j: int, i: int, rows: int) -> list[list[tuple[float, float]]]:
        """A connection in two pieces, with a gap where its numbers stand in so many rows."""
        ends = (x, y), (to_x, to_y) = self.ends(layer, j, i)
        half_wide, half_high = 0.5 * NUMBER * self.text, 0.6 * rows * self.text
        across, down = abs(to_x - x) / half_wide, abs(to_y - y) / half_high
        gap = 1 / max(across, down)
        pieces = (0.0, HOW_FAR - gap), (HOW_FAR + gap, 1.0)
        return [[self._along(ends, start), self._along(ends, end)] for start, end in pieces if end > start]

    @staticmethod
    def _along(ends: tuple[tuple[float, float], tuple[float, float]], share: float) -> tuple[float, float]:
        (x, y), (to_x, to_y) = ends
        return x + share * (to_x - x), y + share * (to_y - y)


WIDE = Layout(
    width=900,
    height=412,
    across=True,
    unit=(146, 62),
    first=(6, 58),
    pitch=(226, 112),
    cell=(52, 24),
    arrays=262,
    gap=26,
    text=13,
)
NARROW = Layout(
    width=300,
    height=730,
    across=False,
    unit=(132, 50),
    first=(10, 46),
    pitch=(116, 148),
    cell=(38, 24),
    arrays=468,
    gap=18,
    text=12,
)
