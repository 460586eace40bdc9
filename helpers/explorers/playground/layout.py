"""Where everything stands in the picture of the playground: the network in columns, the plane, and what is measured."""

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.explorers.network_marks import column
from helpers.widgets.drawing import Box

NUMBER = 20.0  # width of the number of units between - and +
GAP = 12.0  # from one map to the next below it, where there is room
KEY = 24.0  # side of what is pressed, where there is room


@dataclass(frozen=True)
class Layout:
    """Boxes of the picture, in page pixels.  Columns: 0 for the inputs, 1 ... for hidden layers, the last: output."""

    width: int
    height: int
    tiles: tuple[float, float]  # top and height of the columns
    first: float  # centre of the inputs' column
    last: float  # and of the output's
    tile: float  # side of a map, at most
    input_tile: float
    rail: float  # height at which layers are added and removed
    name: float  # and at which a layer's activation stands
    size: float  # and its number of units
    stacked: bool  # do + and - stand over and under the number?  Else beside it.
    gradients: tuple[float, float]  # top and height of the bars below the columns
    plane: Box
    cost: Box
    weights: Box  # the histogram
    rule: Box
    legend: Box  # its width, and the height of a row
    text: float  # size of the letters
    hints: bool  # is there room for more than the shortest words?

    def pitch(self, layers: int) -> float:
        """From the middle of one column to that of the next, for so many hidden layers."""
        return (self.last - self.first) / (layers + 1)

    def centre(self, layers: int, column: int) -> float:
        """The middle of a column."""
        return self.first + column * self.pitch(layers)

    def input_boxes(self, count: int) -> list[Box]:
        """The features, one below the other."""
        return self._stack(self.first, count, self.input_tile)

    def unit_boxes(self, sizes: Sequence[int], layer: int) -> list[Box]:
        """The units of a hidden layer, one below the other; behind the last hidden layer comes the output."""
        layers = len(sizes)
        count = [*sizes, 1][layer]
        side = self.tile if layer == layers else min(self.tile, self.pitch(layers) * 0.6)
        return self._stack(self.centre(layers, layer + 1), count, side)

    def activation_box(self, layers: int, layer: int) -> Box:
        """What is pressed for another activation."""
        return _around(self.centre(layers, layer + 1), self.name, self._head(layers), 20)

    def size_box(self, layers: int, layer: int) -> Box:
        """The number of units between - and +."""
        wide, high = (min(KEY + 4, self._head(layers)), 62.0) if self.stacked else (self._head(layers), 20.0)
        return _around(self.centre(layers, layer + 1), self.size, wide, high)

    def remove_box(self, layers: int, layer: int) -> Box:
        """What is pressed to remove a hidden layer."""
        return _around(self.centre(layers, layer + 1), self.rail, self._key(layers), 22)

    def new_box(self, layers: int, column: int) -> Box:
        """What is pressed to put a hidden layer behind a column."""
        return _around(self.centre(layers, column) + self.pitch(layers) / 2, self.rail, self._key(layers), 22)

    def more_box(self, layers: int, layer: int) -> Box:
        """What is pressed for one more unit."""
        return self._beside(layers, layer, 1)

    def fewer_box(self, layers: int, layer: int) -> Box:
        """What is pressed for one unit fewer."""
        return self._beside(layers, layer, -1)

    def switch_box(self) -> Box:
        """What is pressed to switch the enlarged unit off or on: over the right end of the plane."""
        left, top, wide, _ = self.plane
        return (left + wide - 76, top - 30, 76, 20)

    def _head(self, layers: int) -> float:
        return min(self.pitch(layers) - 4, 76.0)

    def _key(self, layers: int) -> float:
        return min(KEY, self.pitch(layers) / 2 - 1)

    def _beside(self, layers: int, layer: int, way: int) -> Box:
        x = self.centre(layers, layer + 1)
        if self.stacked:
            return _around(x, self.size - way * 20, min(KEY, self.pitch(layers) - 1), 20)
        wide = (self._head(layers) - NUMBER) / 2
        return _around(x + way * (NUMBER + wide) / 2, self.size, wide, 20)

    def _stack(self, x: float, count: int, side: float) -> list[Box]:
        least = max(2.0, min(6.0, min(self.tiles[1] / count, side + GAP) / 8))
        return column(x, *self.tiles, count, side, GAP, least)


def _around(x: float, y: float, wide: float, high: float) -> Box:
    return (x - wide / 2, y - high / 2, wide, high)


WIDE = Layout(
    width=800,
    height=558,
    tiles=(76, 224),
    first=57,
    last=540,
    tile=40,
    input_tile=26,
    rail=12,
    name=33,
    size=56,
    stacked=False,
    gradients=(318, 40),
    plane=(575, 76, 224, 224),
    cost=(30, 424, 194, 60),
    weights=(288, 396, 224, 88),
    rule=(0, 514, 800, 40),
    legend=(575, 376, 224, 18),
    text=13,
    hints=True,
)
NARROW = Layout(
    width=300,
    height=892,
    tiles=(118, 208),
    first=48,
    last=286,
    tile=24,
    input_tile=20,
    rail=12,
    name=33,
    size=78,
    stacked=True,
    gradients=(340, 34),
    plane=(1, 416, 196, 196),
    cost=(26, 702, 116, 50),
    weights=(176, 678, 122, 74),
    rule=(1, 784, 298, 60),
    legend=(206, 424, 93, 28),
    text=12,
    hints=False,
)
