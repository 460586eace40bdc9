"""The explorers of the shallow network: what stands behind them, at their least, default and greatest settings."""

from typing import Any

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from test_player import Page

from helpers import deep, explorers, losses, plots, shallow
from helpers.explorers import hidden_units, symmetry
from helpers.explorers.live_network import LiveNetwork
from helpers.explorers.network_layout import NARROW, WIDE
from helpers.explorers.network_legend import legend
from helpers.explorers.network_marks import THINNEST, WIDEST
from helpers.playground.replay import replay
from helpers.plots.hidden_units import grid
from helpers.plots.style import limits
from helpers.widgets.drawing import Dots, Line, Map, Words
from helpers.widgets.hands import Plane, Touch

CORNERS = [
    {"units": hidden_units.UNITS[0], "learning_rate": float(hidden_units.RATES[0]), "scale": hidden_units.SCALES[0]},
    {"units": hidden_units.UNITS[-1], "learning_rate": float(hidden_units.RATES[-1]), "scale": hidden_units.SCALES[-1]},
]


def trained(steps: int = 400, **settings: Any) -> LiveNetwork:
    """The explorer after some training."""
    explorer = LiveNetwork(**settings)
    for _ in range(steps // 20):
        explorer.advance(20)
    return explorer


def of_kind(explorer: LiveNetwork, kind: type, narrow: bool = False) -> list[Any]:
    """The marks of a kind in its picture, those of the legend left out."""
    marks = explorer.drawing(narrow).marks
    above = len(marks) - len(list(legend(NARROW if narrow else WIDE)))
    return [mark for mark in marks[:above] if isinstance(mark, kind)]


def words(explorer: LiveNetwork, narrow: bool = False) -> str:
    return "; ".join(mark.text for mark in of_kind(explorer, Words, narrow))


class TestHiddenUnits:
    @pytest.mark.parametrize("corner", CORNERS, ids=str)
    @pytest.mark.parametrize("activation", hidden_units.ACTIVATIONS)
    def test_no_corner_of_its_settings_breaks_it(self, corner: dict[str, Any], activation: str) -> None:
        explorer = trained(100, **corner, activation=activation, data="circles")
        for narrow in (False, True):
            frame = explorer.show(narrow)
            assert np.isfinite(explorer.live.params.vector).all() and frame.status in frame.alt

    @pytest.mark.parametrize("narrow", [False, True])
    @pytest.mark.parametrize("units", [1, 4, 8, 12, 50])
    def test_what_is_not_drawn_is_said_and_no_plot_is_empty(self, units: int, narrow: bool) -> None:
        explorer = LiveNetwork(units=units)
        most = 8 if narrow else 12
        shown = min(units, most)
        said = f"{most} of {units} units" if units > most else f"{units} {'' if narrow else 'hidden '}unit"
        assert said in words(explorer, narrow)
        assert len(of_kind(explorer, Map, narrow)) == 2 + shown + 2  # inputs, units, answer, the enlarged one
        layout = explorer.layout if not narrow else NARROW
        for mark in of_kind(explorer, Dots, narrow) + of_kind(explorer, Line, narrow):
            x, y = np.reshape(mark.points, (-1, 2)).T
            assert np.isfinite(x).all() and (x >= -1).all() and (x <= layout.width + 1).all()
            assert (y >= -1).all() and (y <= layout.height + 1).all()

    def test_the_cost_curve_is_inside_its_axes_and_fills_them(self) -> None:
        left, top, wide, high = WIDE.cost
        for chosen in ({}, {"activation": "relu", "learning_rate": 10.0}, {"scale": 10.0, "units": 50}):
            explorer = trained(**chosen)
            lines = [line for line in of_kind(explorer, Line) if line.width == 2.0]
            curves = [line.points for line in lines if len(line.points) > 2]  # not the samples beside their names
            heights = np.concatenate(curves)[:, 1]
            assert top - 1e-9 <= heights.min() <= top + 0.65 * high and heights.max() <= top + high + 1e-9
            assert len(curves) == 2 and all(c[0, 0] == left and c[-1, 0] == left + wide for c in curves)

    def test_a_weight_is_as_wide_as_it_is_large_and_dashed_if_negative(self) -> None:
        explorer = LiveNetwork(units=2)
        explorer.live.params[0][0][:] = [[1.0, -0.5], [1e-9, 0.25]]
        explorer.live.params[1][0][:] = [[-3.0, 3.0]]
        lines = [line for line in of_kind(explorer, Line) if line.colour in ("plus", "minus")]
        kinds = [(line.colour, bool(line.dash), line.width) for line in lines]
        widest = lines[0].width
        assert kinds[0][:2] == ("plus", False) and kinds[1][:2] == ("minus", True)
        assert lines[1].width == pytest.approx((WIDEST + THINNEST) / 2)
        assert lines[3].width == pytest.approx(THINNEST)
        assert kinds[2] == ("minus", True, widest) and kinds[5] == ("plus", False, widest)

    def test_the_map_is_the_networks_answer(self) -> None:
        explorer = trained(units=3)
        answer = of_kind(explorer, Map)[-2]
        points = grid(explorer.window, 64)
        P = shallow.forward(explorer.live.params, points)[1]
        np.testing.assert_allclose(answer.values, 2 * P.reshape(64, 64) - 1, atol=1e-9)

    def test_a_unit_that_is_off_is_neither_heard_nor_joined(self) -> None:
        explorer = trained(units=3)
        press(explorer, "unit 1")
        before = len([line for line in of_kind(explorer, Line) if line.colour in ("plus", "minus")])
        press(explorer, "switch")
        lines = [line for line in of_kind(explorer, Line) if line.colour in ("plus", "minus")]
        assert before == 9 and len(lines) == 6 and "unit 2, off" in words(explorer)
        kept = [(W[[0, 2]], b[[0, 2]]) for W, b in explorer.live.params[:1]]
        W2, b2 = explorer.live.params[1]
        X, Y = explorer.examples.X, explorer.examples.Y
        A2 = shallow.forward([*kept, (W2[:, [0, 2]], b2)], X)[1]
        assert explorer.standing().on_train == np.mean((A2 > 0.5) == Y)
        press(explorer, "switch")
        assert explorer.live.state.on[0].all()

    def test_the_last_unit_stays_on(self) -> None:
        explorer = LiveNetwork(units=1)
        press(explorer, "switch")
        assert explorer.live.state.on[0].all()

    def test_an_example_is_grabbed_moved_and_let_go(self) -> None:
        explorer = trained(40)
        layout, plane = WIDE, Plane(WIDE.answer, explorer.window)
        [(x, y)] = plane.to_picture(explorer.X[:, [7]])
        nearest = plane.grabbed(explorer.X, x, y)
        do(explorer, "down", x / layout.width, y / layout.height)
        do(explorer, "move", (x + 30) / layout.width, (y - 20) / layout.height)
        do(explorer, "up", (x + 30) / layout.width, (y - 20) / layout.height)
        np.testing.assert_allclose(plane.to_picture(explorer.X[:, [nearest]]), [(x + 30, y - 20)], atol=1e-6)
        assert explorer.X.shape[1] == 200 and explorer.live.log[-1].step == 40

    def test_a_click_adds_what_the_network_does_not_expect(self) -> None:
        explorer = trained(units=4)
        layout = WIDE
        left, top, wide, high = layout.answer
        for share in (0.05, 0.95):
            x, y = (left + share * wide) / layout.width, (top + 0.03 * high) / layout.height
            plane = Plane(layout.answer, explorer.window)
            point = np.reshape(plane.to_data(x * layout.width, y * layout.height), (2, 1))
            answer = shallow.forward(explorer.live.params, point)[1] > 0.5
            do(explorer, "down", x, y)
            do(explorer, "up", x, y)
            assert explorer.Y[0, -1] == 1 - answer.item()
        assert explorer.X.shape[1] == 202

    def test_keys_do_what_the_pointer_does_and_the_plane_says_where(self) -> None:
        explorer = LiveNetwork()
        before = explorer.X.copy()
        for key in ("PageDown", "PageDown", "PageUp", "ArrowLeft", "ArrowUp"):
            press_key(explorer, key)
        moved = np.flatnonzero((explorer.X != before).any(axis=0))
        assert moved.tolist() == [1] and explorer.X[0, 1] < before[0, 1] and explorer.X[1, 1] > before[1, 1]
        label = explorer.show(False).handles[-1].label
        assert "Example 2 of 200" in label and f"x1 = {explorer.X[0, 1]:.2f}" in label
        press_key(explorer, "Enter")
        assert explorer.X.shape[1] == 201 and "Example 201 of 201" in explorer.show(False).handles[-1].label
        press_key(explorer, "Delete")
        assert explorer.X.shape[1] == 200 and "Example 1 of 200" in explorer.show(False).handles[-1].label

    def test_examples_neither_leave_the_plane_nor_run_out(self) -> None:
        explorer = LiveNetwork()
        for _ in range(80):
            press_key(explorer, "ArrowRight")
        assert explorer.X[0, 0] == explorer.window[1]
        for _ in range(300):
            press_key(explorer, "Delete")
        assert explorer.X.shape[1] == explorer.least
        explorer.show(False)

    def test_a_new_rate_goes_on_and_anything_else_begins_anew_with_the_readers_examples(self) -> None:
        explorer = trained(100)
        press_key(explorer, "Enter")
        explorer.take({"learning_rate": 0.1})
        assert explorer.live.step == 100 and explorer.live.state.learning_rate == 0.1
        explorer.take({"units": 6})
        assert explorer.live.step == 0 and explorer.X.shape[1] == 201
        explorer.take({"data": "moons"})
        assert explorer.X.shape[1] == 200

    def test_a_reset_keeps_the_start(self) -> None:
        explorer = LiveNetwork()
        start = explorer.live.params.vector.copy()
        explorer.advance(50)
        explorer.reset()
        assert explorer.live.step == 0 and np.array_equal(explorer.live.params.vector, start)

    def test_going_back_the_control_says_what_the_learning_rate_was(self) -> None:
        panel = explorers.hidden_units_explorer()
        page = Page(panel)
        page.press("step")
        page.ask(learning_rate=0)
        page.press("step", "back", "back")
        explorer: Any = panel._playable
        assert explorer.at == 0 and panel.settings["learning_rate"] == explorer.live.state.learning_rate == 1.0
        page.press("step")
        assert len(explorer.live.moments) == 2 and explorer.live.log == []

    def test_going_back_shows_what_was_there_and_the_held_out_curve_too(self) -> None:
        explorer = trained(200)
        curve = explorer.network().held_out
        explorer.go_to(4)
        explorer.change("learning_rate", 0.01)
        for _ in range(6):
            explorer.advance(20)
        again = explorer.network().held_out
        np.testing.assert_array_equal(again[:5], curve[:5])
        fresh = LiveNetwork(learning_rate=1.0)
        fresh.live.params.vector[:] = explorer.live.moments[7].vector
        assert again[7] == pytest.approx(
            float(losses.cost(shallow.forward(fresh.live.params, fresh.examples.X_test)[1], fresh.examples.Y_test))
        )

    def test_a_first_look_has_the_plane_alone_to_touch(self) -> None:
        frame = LiveNetwork(plain=True).show(narrow=False)
        assert [handle.name for handle in frame.handles] == ["plane"] and "enlarged" not in frame.alt

    @pytest.mark.parametrize("name", ["first_network", "guided_hidden_units", "hidden_units_explorer"])
    def test_a_file_shows_it_finished_and_a_page_before_it_begins(self, name: str) -> None:
        panel = getattr(explorers, name)()
        data, _ = panel._repr_mimebundle_()
        assert "Step 2,000" in data["text/plain"] and 'alt="Two inputs' in data["text/html"]
        assert panel.shown["status"].startswith("Not trained yet")
        panel.close()

    def test_the_first_form_has_two_controls(self) -> None:
        panel = explorers.first_network()
        assert [control["name"] for control in panel.get_state()["controls"]] == ["play", "units"]
        panel.close()


def do(explorer: LiveNetwork, hand: str, x: float, y: float) -> None:
    explorer.touch(Touch("plane", hand, x, y))


def press(explorer: LiveNetwork, handle: str) -> None:
    explorer.touch(Touch(handle, "press"))


def press_key(explorer: LiveNetwork, key: str) -> None:
    explorer.touch(Touch("plane", "key", key=key))


class WhateverALearnerDoes(RuleBasedStateMachine):
    """Random sequences of moves: plain `fit` along the log comes to the same numbers, and there is always a picture."""

    def __init__(self) -> None:
        super().__init__()
        self.explorer = LiveNetwork(units=3, data="moons")

    @rule(count=st.integers(1, 30))
    def train(self, count: int) -> None:
        self.explorer.advance(count)

    @rule(rate=st.sampled_from(hidden_units.RATES.tolist()))
    def another_rate(self, rate: float) -> None:
        self.explorer.take({"learning_rate": rate})

    @rule(units=st.integers(1, 6), activation=st.sampled_from(hidden_units.ACTIVATIONS))
    def another_network(self, units: int, activation: str) -> None:
        self.explorer.take({"units": units, "activation": activation})

    @rule(key=st.sampled_from(["ArrowLeft", "ArrowUp", "PageUp", "PageDown", "Enter", "Delete"]))
    def use_keys(self, key: str) -> None:
        press_key(self.explorer, key)

    @rule(hand=st.sampled_from(["down", "move", "up"]), x=st.floats(0, 1), y=st.floats(0, 1))
    def use_a_pointer(self, hand: str, x: float, y: float) -> None:
        do(self.explorer, hand, x, y)

    @rule(unit=st.integers(0, 5))
    def switch_a_unit(self, unit: int) -> None:
        press(self.explorer, f"unit {unit % self.explorer.settings['units']}")
        press(self.explorer, "switch")

    @rule(share=st.floats(0, 1))
    def look_back(self, share: float) -> None:
        self.explorer.go_to(round(share * (self.explorer.moments - 1)))

    @rule()
    def reset(self) -> None:
        self.explorer.reset()

    @invariant()
    def it_can_be_shown(self) -> None:
        assert self.explorer.show(narrow=False).status

    def teardown(self) -> None:
        live = self.explorer.live
        np.testing.assert_array_equal(replay(live).vector, live.moments[-1].vector)


TestWhateverALearnerDoes = WhateverALearnerDoes.TestCase
TestWhateverALearnerDoes.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)


class TestSymmetry:
    @pytest.mark.parametrize(
        ("start", "units"), [("zeros", 1), ("all equal", 1), ("small random", 4), ("large random", 4)]
    )
    def test_only_random_weights_part(self, start: str, units: int) -> None:
        path = symmetry.follow(start)
        assert path.different(-1) == units and len(path.costs) == len(symmetry.MOMENTS)
        assert path.costs[-1] <= path.costs[0]

    def test_small_weights_learn_what_large_ones_do_not(self) -> None:
        ends = {start: symmetry.follow(start).costs[-1] for start in symmetry.STARTS}
        assert min(ends, key=lambda start: ends[start]) == "small random"

    def test_the_path_is_that_of_the_formulas(self) -> None:
        path, flower = symmetry.follow("all equal"), symmetry.flower_examples()
        params: Any = symmetry.network(path.vectors[0])
        for _ in range(3):
            gradients = shallow.backward(params, shallow.forward(params, flower.X), flower.X, flower.Y)
            params = shallow.update(params, gradients, symmetry.RATE)
        moment = symmetry.MOMENTS.index(3)
        np.testing.assert_allclose(path.rows[moment], params[0][0], rtol=1e-9)

    @pytest.mark.parametrize("start", symmetry.STARTS)
    @pytest.mark.parametrize("moment", [symmetry.MOMENTS[0], symmetry.MOMENTS[-1]])
    def test_the_panel_says_what_is_to_be_seen(self, start: str, moment: int) -> None:
        panel = explorers.symmetry_explorer()
        frame = panel._draw({"start": start, "moment": moment})
        assert f"iteration {moment:,}" in frame.status and frame.status in frame.alt and frame.picture.std() > 5
        one = start in ("zeros", "all equal")
        assert ("one and the same" in frame.status) is one


def test_hidden_units_add_up_to_the_score() -> None:
    """The last sum is the score of the network: its zero line is the decision boundary."""
    explorer = trained(2000)
    flower, params = explorer.examples, explorer.live.params
    picture = plots.hidden_units(params, flower.X, flower.Y)
    images = [ax.images[0].get_array() for ax in picture.figure.axes if ax.images]
    assert len(images) == 9
    (W1, b1), (W2, b2) = params
    left, _, bottom, _ = limits(flower.X)
    corner = np.array([[left], [bottom]])
    assert np.asarray(images[-1])[0, 0] == pytest.approx((W2 @ np.tanh(W1 @ corner + b1) + b2).item(), rel=1e-5)
    many = plots.hidden_units(deep.initialize([2, 9, 1], 1), flower.X, flower.Y)
    assert "5 of 9 hidden units" in many.alt


def test_the_symmetry_panel_opens_at_its_start_and_a_file_shows_its_end() -> None:
    panel = explorers.symmetry_explorer()
    assert "iteration 0:" in panel.frame.status and "iteration 3,000:" in panel._still().status
    panel.close()
