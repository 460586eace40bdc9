"""Where everything stands in the picture of a shallow network: inputs, hidden units, answer, cost, one unit."""

from dataclasses import dataclass, replace

from helpers.explorers.network_marks import column
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
    unit: Box | None  # the one that is enlarged, if one is
    legend: Box  # its width, and the height of a row
    most: int
    text: float  # size of the letters
    hints: bool  # is there room for more than the shortest words?

    def input_boxes(self) -> list[Box]:
        """The two inputs, x1 over x2."""
        _, top, _, high = self.answer
        return [(self.inputs, top + high * share - self.tile / 2, self.tile, self.tile) for share in (0.3, 0.7)]

    def unit_boxes(self, count: int) -> list[Box]:
        """So many hidden units, one below the other, beside the answer."""
        _, top, _, high = self.answer
        return column(self.units + self.tile / 2, top, high, count, self.tile, 18)


WIDE = Layout(
    width=800,
    height=424,
    inputs=1,
    units=120,
    tile=44,
    answer=(236, 34, 300, 300),
    cost=(612, 62, 186, 90),
    unit=(612, 204, 130, 130),
    legend=(1, 368, 798, 22),
    most=12,
    text=13,
    hints=True,
)
NARROW = Layout(
    width=300,
    height=442,
    inputs=1,
    units=59,
    tile=26,
    answer=(108, 30, 190, 190),
    cost=(24, 298, 138, 60),
    unit=(208, 268, 90, 90),
    legend=(1, 384, 298, 17),
    most=8,
    text=12,
    hints=False,
)
# For a first look: the network, its answer and its cost, and no more.
WIDE_PLAIN = replace(WIDE, unit=None, cost=(612, 62, 186, 272))
NARROW_PLAIN = replace(NARROW, unit=None, cost=(24, 298, 274, 60))
