"""The picture of the playground: all is on the sheet, nothing lies over anything else, all can be touched."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from drawn_words import misplaced_words

from helpers import deep
from helpers.activations import BY_NAME
from helpers.explorers.network_marks import THINNEST
from helpers.explorers.playground.columns import MOST_CURVES, columns, name_of, paths
from helpers.explorers.playground.handles import handles
from helpers.explorers.playground.layout import NARROW, WIDE, Layout
from helpers.explorers.playground.legend import legend
from helpers.explorers.playground.measures import BINS
from helpers.explorers.playground.picture import draw
from helpers.explorers.playground.scene import MOST_WEIGHTS, Scene
from helpers.explorers.playground.weight_boxes import overlap, weight_boxes
from helpers.parameters import Parameters
from helpers.playground.features import FEATURES, inputs
from helpers.playground.settings import MOST_LAYERS, MOST_UNITS
from helpers.plots.hidden_units import grid
from helpers.widgets.drawing import Bar, Box, Dots, Drawing, Line, Map, Mark, Words
from helpers.widgets.hands import Plane

LAYOUTS = [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")]
ALL = list(FEATURES)
NETWORKS: list[list[int]] = [[], [1], [4, 2], [8, 8], [16, 1, 16], [3] * 7, [1] * 8, [16] * 8]
SMALL = [[], [1], [4, 2], [2, 2, 2, 2], [1] * 8, [2] * 4 + [1] * 4, [13], [10]]
RULE = ("v ← 0.9 v + 0.1 dW, s ← 0.999 s + 0.001 dW², W ← W − 0.01 v̂ / (√ŝ + 10⁻⁸)", "w -= 0.01 * v / np.sqrt(s)")


def scene(
    hidden: Sequence[int] = (4, 2), features: Sequence[str] = ("x1", "x2"), g: str = "tanh", **changed: Any
) -> Scene:
    """A network that never learned anything, with random points."""
    rng = np.random.default_rng(1)
    points, held_out = rng.uniform(-3, 3, (2, 40)), rng.uniform(-3, 3, (2, 20))
    regression = changed.get("task") == "regression"
    usual: dict[str, Any] = {
        "params": deep.initialize([len(features), *hidden, 1], 2, "he"),
        "activations": [BY_NAME[g]] * len(hidden) + [BY_NAME["identity" if regression else "sigmoid"]],
        "on": [np.ones(units, bool) for units in hidden],
        "features": features,
        "points": points,
        "Y": np.tanh(points[:1]) if regression else (points[:1] > 0) * 1.0,
        "points_test": held_out,
        "Y_test": np.tanh(held_out[:1]) if regression else (held_out[:1] > 0) * 1.0,
        "window": (-3.5, 3.5, -3.5, 3.5),
        "task": "classification",
        "hard": False,
        "shown": None,
        "chosen_weight": None,
        "example": 0,
        "picked": True,
        "epochs": np.arange(0, 1250, 50),
        "costs": np.geomspace(0.7, 0.01, 25),
        "held_out": np.geomspace(0.7, 0.1, 25),
        "gradient_sizes": np.geomspace(1e-9, 0.1, len(hidden) + 1),
        "rule": RULE,
        "click": "a point of the other kind",
    }
    return Scene(**(usual | changed))


def of_kind(marks: Sequence[Mark], kind: type) -> list[Any]:
    return [mark for mark in marks if isinstance(mark, kind)]


def pictured(scene: Scene, layout: Layout = WIDE) -> list[Mark]:
    """All but the legend."""
    return draw(scene, layout)[: -len(list(legend(scene, layout)))]


def weights_in(scene: Scene, layout: Layout = WIDE) -> list[Line]:
    """The strokes that stand for weights."""
    return [line for line in of_kind(pictured(scene, layout), Line) if line.colour in ("plus", "minus")]


def tiles(scene: Scene, layout: Layout) -> list[Box]:
    """Boxes of features, units and output."""
    return layout.input_boxes(len(ALL)) + [box for column in columns(scene, layout)[1:] for box in column]


def corners(mark: Mark) -> Any:
    """(n, 2): what a mark reaches to."""
    if isinstance(mark, (Map, Bar)):
        left, top, wide, high = mark.box
        return np.array([(left, top), (left + wide, top + high)])
    return np.reshape(mark.points if isinstance(mark, (Line, Dots)) else (mark.x, mark.y), (-1, 2))


@pytest.mark.parametrize("layout", LAYOUTS)
class TestPlaces:
    @pytest.mark.parametrize("hidden", NETWORKS, ids=str)
    @pytest.mark.parametrize("task", ["classification", "regression"])
    def test_nothing_is_outside_the_sheet(self, layout: Layout, hidden: list[int], task: str) -> None:
        for mark in draw(scene(hidden, ALL, task=task), layout):
            places = corners(mark)
            assert np.isfinite(places).all() and (places >= 0).all(), mark
            assert (places <= (layout.width, layout.height)).all(), mark

    @pytest.mark.parametrize("hidden", NETWORKS, ids=str)
    def test_no_words_run_over_the_rim_or_into_others(self, layout: Layout, hidden: list[int]) -> None:
        for more in ({"g": "leaky_relu"}, {"g": "sigmoid", "shown": (0, 0), "task": "regression"}):
            drawing = Drawing(layout.width, layout.height, draw(scene(hidden, **more), layout))
            assert misplaced_words(drawing) == []

    @pytest.mark.parametrize("layers", range(MOST_LAYERS + 1))
    def test_every_network_is_laid_out_in_even_columns(self, layout: Layout, layers: int) -> None:
        for units in range(1, MOST_UNITS + 1):
            here = scene([units] * layers)
            boxes = tiles(here, layout)
            assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
            assert min(box[2] for box in boxes) >= 8
            middles = [box[0] + box[2] / 2 for box, *_ in columns(here, layout)]
            np.testing.assert_allclose(np.diff(middles), layout.pitch(layers))
            top, high = layout.tiles
            assert all(top <= box[1] and box[1] + box[3] <= top + high for box in boxes)

    @pytest.mark.parametrize("hidden", [*NETWORKS, *SMALL], ids=str)
    def test_no_two_handles_overlap(self, layout: Layout, hidden: list[int]) -> None:
        for features in (["x1"], ["x1", "x2"], ALL):
            found = handles(scene(hidden, features, shown=(0, 0)), layout)
            assert len({handle.name for handle in found}) == len(found)
            for one, other in combinations(found, 2):
                assert not overlap(one.box, other.box), (one.name, other.name)
            for left, top, wide, high in (handle.box for handle in found):
                assert 0 <= left and left + wide <= layout.width and 0 <= top and top + high <= layout.height
                assert wide > 0 and high > 0

    @pytest.mark.parametrize("hidden", SMALL, ids=str)
    def test_a_weight_is_grabbed_on_its_own_curve(self, layout: Layout, hidden: list[int]) -> None:
        here = scene(hidden, ["x1", "sin x2"])
        places = columns(here, layout)
        boxes = weight_boxes(tuple(map(tuple, places)))
        assert len(boxes) == sum(W.size for W, _ in here.params) <= MOST_WEIGHTS
        for (layer, i, j), (x, y, wide, high) in boxes.items():
            curve = paths(places[layer], places[layer + 1])[i][j]
            assert np.abs(curve - (x + wide / 2, y + high / 2)).max(axis=1).min() < 1e-9

    def test_what_is_no_number_breaks_nothing(self, layout: Layout) -> None:
        for bad in (np.nan, np.inf, -np.inf, 1e300):
            for more in ({}, {"shown": (0, 1)}, {"chosen_weight": (0, 0, 0)}, {"task": "regression", "hard": True}):
                params = Parameters(deep.initialize([2, 4, 2, 1], 2))
                params.vector[::2] = bad
                curves = {"costs": np.full(25, bad), "gradient_sizes": [bad] * 3}
                here = scene(**({"params": params} | curves | more))
                for mark in draw(here, layout):
                    assert np.isfinite(corners(mark)).all() and mark.declared()
                assert len(handles(here, layout)) > 20


class TestNetwork:
    @pytest.mark.parametrize("features", [["x2"], ["x1", "x2"], ["sin x1", "x1^2", "x2"], ALL], ids=len)
    @pytest.mark.parametrize("hidden", [[], [4, 2], [16, 3]], ids=str)
    def test_every_feature_unit_and_weight_has_its_mark(self, features: list[str], hidden: list[int]) -> None:
        here = scene(hidden, features)
        boxes = {mark.box for mark in of_kind(pictured(here), Map)}
        assert {*tiles(here, WIDE), WIDE.plane} <= boxes
        shown = sum(min(W.size, MOST_CURVES) for W, _ in here.params)
        assert len(weights_in(here)) == shown
        words = [mark.text for mark in of_kind(pictured(here), Words)]
        assert {name_of(name) for name in ALL} <= set(words)

    def test_an_input_that_is_not_used_is_pale(self) -> None:
        maps = {mark.box: np.abs(mark.values).max() for mark in of_kind(draw(scene(features=["x2"]), WIDE), Map)}
        strong = [maps[box] for box in WIDE.input_boxes(len(ALL))]
        assert strong[1] == 1.0 and max(strong[:1] + strong[2:]) < 0.5

    def test_a_weight_is_as_wide_as_it_is_large_and_dashed_if_negative(self) -> None:
        here = scene([2], ["x1"])
        here.params[0][0][:] = [[1.0], [-0.5]]
        here.params[1][0][:] = [[1e-9, 3.0]]
        small, large, nothing, alone = weights_in(here)
        assert (large.colour, large.dash, small.colour) == ("plus", (), "minus") and small.dash
        assert small.width == pytest.approx((large.width + THINNEST) / 2, abs=0.01)
        assert nothing.width == THINNEST and alone.width == large.width
        here.params.vector[:] = 0.0
        thin = [line for line in of_kind(draw(here, WIDE), Line) if line.width == THINNEST and len(line.points) > 5]
        assert weights_in(here) == [] and [line.colour for line in thin] == ["grey"] * 4

    def test_a_unit_that_is_off_is_empty_and_not_joined(self) -> None:
        on = [np.array([True, False, True, True]), np.ones(2, bool)]
        here = scene(on=on)
        assert len(weights_in(here)) == 3 * 2 + 2 * 3 + 2
        boxes = [mark.box for mark in of_kind(draw(here, WIDE), Map)]
        assert columns(here, WIDE)[1][1] not in boxes
        (W1, b1), (W2, b2), last = here.params
        kept = on[0]
        without = replace(
            here, params=Parameters([(W1[kept], b1[kept]), (W2[:, kept], b2), last]), on=[np.ones(3, bool), on[1]]
        )
        np.testing.assert_allclose(plane_of(here), plane_of(without), atol=1e-12)

    @pytest.mark.parametrize("hidden", [[], [4, 2]], ids=str)
    def test_the_large_map_is_the_networks_answer(self, hidden: list[int]) -> None:
        here = scene(hidden, ["x2", "x1 x2"])
        steps = len(plane_of(here))
        X = inputs(grid(here.window, steps), here.features)
        A, _ = deep.forward(here.params, X, here.activations)
        np.testing.assert_allclose(plane_of(here), 2 * A.reshape(steps, steps) - 1, atol=1e-12)
        np.testing.assert_array_equal(plane_of(replace(here, hard=True)), np.sign(A - 0.5).reshape(steps, steps))

    def test_the_border_is_where_the_answer_changes(self) -> None:
        here = scene([], ["x1"])
        here.params[0][0][:], here.params[0][1][:] = 2.0, -2.0
        [x] = Plane(WIDE.plane, here.window).to_picture(np.array([[1.0], [0.0]]))[:, 0]
        line = max(of_kind(draw(here, WIDE), Line), key=lambda line: (line.width == 2.4, len(line.points)))
        np.testing.assert_allclose(np.asarray(line.points)[:, 0], x, atol=1e-6)

    def test_a_unit_that_is_enlarged_fills_the_plane_and_can_be_switched(self) -> None:
        here = scene(shown=(0, 2))
        W, b = here.params[0]
        steps = len(plane_of(here))
        A = np.tanh(np.dot(W, grid(here.window, steps)) + b)[2]
        np.testing.assert_allclose(plane_of(here), (A / np.abs(A).max()).reshape(steps, steps), atol=1e-12)
        assert "layer 1, unit 3" in [mark.text for mark in of_kind(draw(here, WIDE), Words)]
        named = {handle.name: handle.label for handle in handles(here, WIDE)}
        assert named["switch"] == "Switch unit 3 of layer 1 off"
        assert "go back" in named["unit 0 2"] and "show it" in named["unit 2 0"]

    def test_the_output_enlarged_is_the_answer(self) -> None:
        for shown in (None, (2, 0)):
            assert "the answer" in [mark.text for mark in of_kind(draw(scene(shown=shown), WIDE), Words)]
        np.testing.assert_array_equal(plane_of(scene(shown=(2, 0))), plane_of(scene()))


def plane_of(scene: Scene) -> Any:
    """The large map's values."""
    [large] = [mark for mark in of_kind(draw(scene, WIDE), Map) if mark.box == WIDE.plane]
    return large.values


class TestPoints:
    @pytest.mark.parametrize("task", ["classification", "regression"])
    def test_all_points_are_in_the_plane_and_those_held_out_are_hollow(self, task: str) -> None:
        here = scene(task=task)
        dots = [mark for mark in of_kind(pictured(here), Dots) if mark.colour.startswith(("class", "value"))]
        assert sum(len(mark.points) for mark in dots) == 40 + 20
        hollow = [mark for mark in of_kind(pictured(here), Dots) if mark.colour == "paper"]
        assert sum(len(mark.points) for mark in hollow) == 20
        alone = pictured(replace(here, points_test=None, Y_test=None))
        assert not [mark for mark in of_kind(alone, Dots) if mark.colour == "paper"]

    def test_a_value_has_the_colour_of_its_place(self) -> None:
        here = scene(task="regression", points_test=None, Y_test=None)
        here.Y[0, :5] = [-9.0, -1.0, 0.0, 1.0, np.nan]
        here.Y[0, 5:] = 0.5
        dots = {mark.colour: len(mark.points) for mark in of_kind(pictured(here), Dots) if "value" in mark.colour}
        assert dots == {"value0": 2, "value4": 2, "value6": 35, "value8": 1}


class TestMeasures:
    def test_a_larger_gradient_stands_higher_and_is_said(self) -> None:
        here = scene([4] * 4, gradient_sizes=[0.0, 2e-5, 3e-3, 0.2, 1e9])
        marks = pictured(here)
        pins = [mark for mark in of_kind(marks, Dots) if mark.size == 3.6 and mark.colour == "ink"]
        heights = [float(np.asarray(pin.points)[0, 1]) for pin in pins]
        assert heights == sorted(heights, reverse=True) and len(set(heights)) == 5
        assert {"0", "10⁻⁵", "0.003", "0.2"} <= {mark.text for mark in of_kind(marks, Words)}

    def test_the_histogram_counts_every_weight(self) -> None:
        here = scene([4], ["x1"], chosen_weight=(0, 2, 0))
        here.params[0][0][:, 0] = [-2.0, 0.05, 1.9, 0.0]
        here.params[1][0][:] = [[2.0, 0.15, -0.01, -0.3]]
        left, _, wide, high = WIDE.weights
        bars = of_kind(pictured(here), Bar)
        counted = [(round((bar.box[0] - left) / wide * BINS), round(bar.box[3] / high * 3)) for bar in bars]
        assert counted == [(0, 1), (8, 1), (10, 3), (11, 1), (20, 2)]
        assert [bar.colour for bar in bars] == ["minus", "minus", "neutral", "plus", "plus"]
        assert {"8 weights", "1.90", "−2"} <= {mark.text for mark in of_kind(pictured(here), Words)}

    @pytest.mark.parametrize("layout", LAYOUTS)
    def test_the_rule_is_there_as_formula_and_as_code(self, layout: Layout) -> None:
        words = [mark.text for mark in of_kind(draw(scene(), layout), Words)]
        for text in RULE:
            assert text in " ".join(words)


class TestHandles:
    def test_there_is_one_for_all_that_can_be_done(self) -> None:
        names = [handle.name for handle in handles(scene([2, 1], ["x1"]), WIDE)]
        expected = [f"input {name}" for name in ALL]
        expected += ["layer 0", "activation 0", "more 0", "fewer 0", "unit 0 0", "unit 0 1"]
        expected += ["layer 1", "activation 1", "more 1", "unit 1 0", "unit 2 0"]
        expected += ["new layer 0", "new layer 1", "new layer 2"]
        expected += ["weight 0 0 0", "weight 0 1 0", "weight 1 0 0", "weight 1 0 1", "weight 2 0 0", "plane"]
        assert names == expected

    def test_what_would_go_too_far_is_not_offered(self) -> None:
        names = " ".join(handle.name for handle in handles(scene([MOST_UNITS, 1] * 4), WIDE))
        assert "new layer" not in names and "weight" not in names
        assert "more 0" not in names and "fewer 0" in names and "more 1" in names and "fewer 1" not in names

    def test_labels_say_what_is_and_what_keys_do(self) -> None:
        on = [np.array([True, False, True, True]), np.ones(2, bool)]
        here = scene(on=on, chosen_weight=(0, 1, 1))
        here.params[0][0][1, 1] = -0.5
        named = {handle.name: handle.label for handle in handles(here, WIDE)}
        assert named["input x1^2"] == "x1²: no input; make it one" and "leave it out" in named["input x1"]
        assert named["weight 0 1 1"] == "Weight from x2 to unit 2 of layer 1: −0.50; arrow keys change it"
        assert named["weight 2 0 1"].startswith("Weight from unit 2 of layer 2 to the output: ")
        assert named["unit 0 1"] == "Unit 2 of layer 1, which is off; show it in the plane"
        assert named["activation 1"] == "Activation of layer 2: tanh; take the next"
        assert named["layer 0"] == "Remove layer 1, of 4 units"
        assert "Example 1 of 40" in named["plane"] and "Arrow keys" in named["plane"] and "triangle" in named["plane"]
        value = handles(scene(task="regression"), WIDE)[-1].label
        assert "of value" in value

    def test_a_handle_lies_on_what_it_moves(self) -> None:
        here = scene()
        boxes = {handle.name: handle.box for handle in handles(here, NARROW)}
        for layer, column in enumerate(columns(here, NARROW)[1:]):
            for k, box in enumerate(column):
                assert boxes[f"unit {layer} {k}"] == box
        plus = [place for mark in of_kind(draw(here, NARROW), Dots) if mark.shape == "plus" for place in mark.points]
        for name in ("more 0", "more 1", "new layer 0", "new layer 2"):
            left, top, wide, high = boxes[name]
            assert any(left < x < left + wide and top < y < top + high for x, y in plus), name


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("task", ["classification", "regression"])
def test_the_legend_explains_what_is_drawn(layout: Layout, task: str) -> None:
    for more in ({}, {"points_test": None, "Y_test": None}):
        here = scene(task=task, **more)
        explained, drawn = list(legend(here, layout)), pictured(here, layout)
        assert kinds(explained) <= kinds(drawn)
        plain = {kind for kind in kinds(drawn) if not kind[0].startswith("value")}
        assert plain <= kinds(explained)


def kinds(marks: Sequence[Mark]) -> set[tuple[str, str]]:
    """How points and weights look."""
    dots = {(m.colour, m.shape) for m in of_kind(marks, Dots) if m.colour.startswith(("class", "value", "paper"))}
    return dots | {(m.colour, "dashed" if m.dash else "whole") for m in of_kind(marks, Line) if m.colour in SIGNS}


SIGNS = ("plus", "minus")
