"""Where everything stands in the picture of a shallow network: inputs, hidden units, answer, cost, one unit."""

from dataclasses import dataclass

from helpers.widgets.drawing import Box


@dataclass(frozen=True)
class Layout:
    """Boxes of the picture, in page pixels.  most: how many hidden units find room."""

    width: int
    height: int
    inputs: float  # left of the inputs' maps
    units: float  # left of the hidden units' maps
    tile: float  # side of a map of an input or a unit, at most
    answer: Box
    cost: Box
    unit: Box
    most: int
    text: float  # size of the letters
    hints: bool  # is there room to say what can be clicked?

    def input_boxes(self) -> list[Box]:
        """The two inputs, x1 over x2."""
        _, top, _, high = self.answer
        return [(self.inputs, top + high * share - self.tile / 2, self.tile, self.tile) for share in (0.3, 0.7)]

    def unit_boxes(self, count: int) -> list[Box]:
        """So many hidden units, one below the other, beside the answer."""
        _, top, _, high = self.answer
        pitch = min(high / count, self.tile + 18)
        side = min(self.tile, pitch - 5)
        first = top + (high - pitch * count) / 2 + (pitch - side) / 2
        return [(self.units, first + pitch * place, side, side) for place in range(count)]


WIDE = Layout(
    width=800,
    height=378,
    inputs=8,
    units=126,
    tile=44,
    answer=(238, 34, 330, 330),
    cost=(616, 48, 176, 108),
    unit=(616, 214, 142, 142),
    most=12,
    text=13,
    hints=True,
)
NARROW = Layout(
    width=300,
    height=338,
    inputs=0,
    units=58,
    tile=26,
    answer=(110, 30, 190, 190),
    cost=(24, 260, 138, 56),
    unit=(204, 246, 90, 90),
    most=8,
    text=12,
    hints=False,
)
