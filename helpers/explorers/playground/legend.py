"""What colours, signs and strokes mean in the picture of the playground."""

from collections.abc import Iterator

from helpers.explorers.network_legend import SAMPLE, Sample, above, below, border, explained, negative, points, positive
from helpers.explorers.playground.layout import Layout
from helpers.explorers.playground.plane import hollowed
from helpers.explorers.playground.scene import Scene
from helpers.widgets.drawing import VALUES, Dots, Mark


def legend(scene: Scene, layout: Layout) -> Iterator[Mark]:
    """A row for each kind of mark that is drawn."""
    left, top, _, high = layout.legend
    for row, (sample, long, short) in enumerate(samples(scene)):
        words = long if layout.hints else short
        yield from explained(sample, words, left, top + high * row, layout.text - 1)


def samples(scene: Scene) -> Iterator[tuple[Sample, str, str]]:
    """What is drawn, what it means, and that in few words."""
    classes = scene.classifies
    shown = points if classes else _values
    yield (shown, "training points" if classes else "training points: values", "training")
    if scene.points_test is not None:
        yield (_hollow if classes else _hollow_values, "points held out", "held out")
    answers = classes and not scene.enlarged
    yield (border, *(("where the answer changes", "border") if answers else ("where it is 0", "zero")))
    yield (above, "above 0: triangle" if answers else "above 0", "above 0")
    yield (below, "below 0: circle" if answers else "below 0", "below 0")
    yield (positive, "positive weight", "weight +")
    yield (negative, "negative weight", "weight −")


def _hollow(x: float, y: float) -> Iterator[Mark]:
    yield from hollowed(points(x, y))


def _values(x: float, y: float) -> Iterator[Mark]:
    for share, value in ((0.1, 0), (0.5, VALUES // 2), (0.9, VALUES - 1)):
        yield Dots([(x + SAMPLE * share, y)], "circle", f"value{value}", 3.6)


def _hollow_values(x: float, y: float) -> Iterator[Mark]:
    yield from hollowed(_values(x, y))
