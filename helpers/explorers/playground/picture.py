"""The picture of the playground: the network at work, its answer over the plane, and all that is measured."""

from collections.abc import Iterator

from helpers.explorers.cost_marks import cost_curves
from helpers.explorers.network_marks import right_of
from helpers.explorers.playground.columns import FINE, features, units, weights
from helpers.explorers.playground.heads import heads
from helpers.explorers.playground.layout import Layout
from helpers.explorers.playground.legend import legend
from helpers.explorers.playground.measures import gradients, histogram, rule
from helpers.explorers.playground.plane import answer, enlarged, plane
from helpers.explorers.playground.scene import Scene
from helpers.plots.hidden_units import grid
from helpers.training.fitting import quick
from helpers.validation import Array
from helpers.widgets.drawing import Line, Map, Mark, frame


def draw(scene: Scene, layout: Layout) -> list[Mark]:
    """All marks, the ground first.  Weights that are no numbers leave a gap, never an error."""
    with quick():
        layers = list(scene.layers(grid(scene.window, FINE)))
        said = answer(scene, *layers[-1])
        curves, names = (scene.epochs, scene.costs, scene.held_out), (scene.cost_name, ("training", "held out"))
        return [
            *heads(scene, layout),
            *weights(scene, layout),
            *features(scene, layout),
            *units(scene, layout, [A for _, A in layers]),
            *_output(scene, layout, said),
            *plane(scene, layout, *_large(scene, layers, said)),
            *gradients(scene, layout),
            *cost_curves(layout.cost, layout.text, *curves, "epoch", layout.cost[0] - layout.rule[0], *names),
            *histogram(scene, layout),
            *rule(scene, layout),
            *legend(scene, layout),
        ]


def _large(scene: Scene, layers: list[tuple[Array, Array]], said: Array) -> tuple[Array, Array]:
    """Z and the map (steps, steps) of the unit that is enlarged, or of the answer."""
    if scene.enlarged:
        layer, unit = scene.enlarged
        return enlarged(*layers[layer], unit)
    return layers[-1][0].reshape(said.shape), said


def _output(scene: Scene, layout: Layout, said: Array) -> Iterator[Mark]:
    """The answer as the map of one more unit; joined to the plane, if that shows the same."""
    [box] = layout.unit_boxes(scene.sizes, len(scene.on))
    yield Map(box, said[::4, ::4])
    yield frame(box, "grey" if scene.enlarged else "ink", 1.0 if scene.enlarged else 2.4)
    if layout.hints and not scene.enlarged:
        yield Line([right_of(box), (layout.plane[0], right_of(box)[1])], "ink", 2.4)
