"""The playground: every control, every touch; what `fit` makes of its log; a learner's own code; faults pointed at."""

from typing import Any

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from test_player import Page

from helpers import deep, explorers
from helpers.explorers.playground import panel as panels
from helpers.explorers.playground.playing import Playground
from helpers.playground.live import MOST_MOMENTS
from helpers.playground.replay import replay
from helpers.playground.settings import ACTIVATIONS, Settings, of, training
from helpers.playground.state import Functions
from helpers.widgets.hands import KEYS, Touch
from helpers.widgets.panel import Panel

USUAL = {control.name: control for control in panels.controls(Settings())}


def values(name: str) -> list[Any]:
    """Least, default and greatest position of a control; all of a list."""
    control = USUAL[name]
    return list(control.values) if control.kind == "choice" else [control.values[0], control.values[-1]]


def game(**settings: Any) -> Playground:
    playing = Playground(of(settings))
    playing.take({control.name: control.value(control.start) for control in panels.controls(of(settings))})
    return playing


def choose(playing: Playground, **changes: Any) -> None:
    playing.take(playing.controls | changes)


def press(playing: Playground, *handles: str) -> None:
    for handle in handles:
        playing.touch(Touch(handle, "press"))


def key(playing: Playground, handle: str, key: str) -> None:
    playing.touch(Touch(handle, "key", key=key))


class TestControls:
    @pytest.mark.parametrize(
        ("name", "value"),
        [
            (name, value)
            for name, control in USUAL.items()
            if control.kind not in ("button", "field")
            for value in values(name)
        ],
        ids=str,
    )
    def test_no_corner_of_a_control_breaks_it(self, name: str, value: Any) -> None:
        playing = game(m=40)
        playing.advance(2)
        choose(playing, **{name: value})
        for narrow in (False, True):
            playing.advance(2)
            frame = playing.show(narrow)
            assert frame.status in frame.alt and frame.declared()["picture"]
            assert np.isfinite(playing.live.params.vector).all() and np.isfinite(playing.live.cost)

    @pytest.mark.parametrize("units", [1, 16])
    @pytest.mark.parametrize("layers", [0, 1, 8])
    @pytest.mark.parametrize("activation", ACTIVATIONS)
    def test_the_smallest_and_the_largest_network(self, layers: int, units: int, activation: str) -> None:
        playing = game(m=20, hidden=[(units, activation)] * layers, learning_rate=0.01)
        assert playing.advance(2)
        assert playing.show(narrow=False).handles and playing.show(narrow=True).handles

    def test_the_rule_goes_on_with_the_same_network_and_a_start_is_a_new_one(self) -> None:
        playing = game()
        playing.advance(10)
        before = playing.live.params.vector.copy()
        choose(playing, learning_rate=1.0, batch_size=None, optimizer="adam", l2=1.0, keep=0.5)
        assert playing.live.step == 10 and np.array_equal(playing.live.params.vector, before)
        state = playing.live.state
        assert (state.learning_rate, state.batch_size, state.optimizer, state.l2, state.keep) == (
            1,
            None,
            "adam",
            1,
            0.5,
        )
        choose(playing, noise=0.5)
        assert playing.live.step == 10 and np.array_equal(playing.live.params.vector, before)
        choose(playing, new_start=1)
        assert playing.live.step == 0 and playing.now().seed == 2

    def test_another_draw_gives_other_points_and_a_share_parts_them(self) -> None:
        playing = game()
        before = playing.X
        choose(playing, new_points=1)
        assert playing.X.shape == before.shape and not np.array_equal(playing.X, before)
        choose(playing, train_share=0.1)
        assert playing.X.shape == (2, 40) and playing.live.state.held_out[0].shape == (2, 360)  # type: ignore[index]

    def test_a_function_that_is_written_draws_the_points(self) -> None:
        playing = game(data="function")
        choose(playing, function="x / 2")
        above = playing.Y[0] == 1
        assert np.mean(above == (playing.X[1] > playing.X[0] / 2)) > 0.8
        choose(playing, source="values of a function", function="x1 - x2")
        assert playing.live.state.task == "regression"
        assert np.corrcoef(playing.Y[0], playing.X[0] - playing.X[1])[0, 1] > 0.9

    def test_ones_own_points_begin_with_a_few_of_those_of_now(self) -> None:
        playing = game()
        before = {tuple(point) for point in playing.X.T}
        choose(playing, source="your own points")
        assert playing.Y.tolist() == [[0, 0, 1, 1]] and {tuple(point) for point in playing.X.T} < before
        assert playing.now().data == "own"
        choose(playing, source="your own values")
        assert playing.live.state.task == "regression" and playing.Y.tolist() == [[-1, -1, 1, 1]]

    def test_what_cannot_be_drawn_is_said_until_it_is_mended_and_changes_nothing(self) -> None:
        playing = game(data="function", m=40)
        before = playing.live, playing.settings
        for more in ({}, {"hard": True}):
            with pytest.raises(ValueError, match="every point lies below 99"):
                choose(playing, function="99", **more)
        assert (playing.live, playing.settings) == before and playing.controls["function"] == "sin(2 * x)"
        choose(playing, function="x / 2")
        assert playing.now().function == "x / 2"

    def test_points_that_were_touched_are_ones_own_and_are_parted_anew(self) -> None:
        playing = game(m=20)
        playing.change("add", (0.5, 0.5, 1.0))
        assert playing.controls["source"] == "your own points"
        choose(playing, learning_rate=1.0)
        for change, m in (({"train_share": 0.2}, 8), ({"new_points": 1}, 8)):
            before = playing.X
            choose(playing, **change)
            assert playing.X.shape == (2, m) and not np.array_equal(playing.X[:, :8], before[:, :8])
            assert [0.5, 0.5] in np.hstack([playing.X, *playing.unseen()[:1]]).T.tolist()
        choose(playing, source="circles")
        assert playing.now().data == "circles" and not playing.picked

    def test_among_new_points_none_is_chosen(self) -> None:
        for change in ({"source": "moons"}, {"new_points": 1}):
            playing = game(m=20)
            key(playing, "plane", "PageDown")
            assert playing.picked and playing.example == 1
            choose(playing, **change)
            assert not playing.picked and playing.example == 0


class TestLookingBack:
    def test_the_controls_say_what_the_rule_was_and_where_the_points_came_from(self) -> None:
        playing = game(m=20)
        playing.advance(2)
        choose(playing, learning_rate=1.0, optimizer="adam")
        playing.change("move", (0, 1.25, -0.5))
        playing.advance(2)
        playing.go_to(0)
        usual = {"learning_rate": 0.1, "optimizer": "gradient descent", "source": "circles"}
        assert {name: playing.controls[name] for name in usual} == usual and playing.now() == of({"m": 20})
        playing.go_to(playing.moments - 1)
        assert playing.controls["optimizer"] == "adam" and playing.now().data == "own"

    def test_a_unit_stays_enlarged_while_the_network_is_the_same(self) -> None:
        playing = game(m=20, hidden=[(3, "tanh")])
        playing.advance(1)
        press(playing, "unit 0 1")
        playing.advance(1)
        playing.go_to(0)
        assert playing.shown == (0, 1)
        playing.go_to(2)
        press(playing, "more 0")
        press(playing, "unit 0 3")
        playing.go_to(0)
        assert playing.shown is None

    def test_the_gradient_check_begins_anew_with_another_network(self) -> None:
        playing = Playground(of({"m": 20}), Functions())
        playing.advance(1)
        playing.change("remove_layer", 0)
        playing.advance(1)
        playing.go_to(0)
        assert playing.watch is not None and playing.watch.looks == 0
        playing.advance(1)
        assert playing.watch.checked == [3, 3, 3]


class TestTouches:
    def test_layers_units_inputs_and_activations(self) -> None:
        playing = game(hidden=[(3, "tanh")])
        press(playing, "new layer 0", "more 1", "input x1 x2", "activation 1")
        state = playing.live.state
        assert state.hidden == (2, 4) and state.features == ("x1", "x2", "x1 x2")
        assert state.activations[0] == "tanh" and state.activations[1] != "tanh"
        press(playing, "fewer 1", "layer 0", "input x1", "input x2", "input x1 x2")
        assert playing.live.state.hidden == (3,) and playing.live.state.features == ("x1 x2",)  # the last input stays

    def test_what_the_picture_has_no_room_for_is_left_alone(self) -> None:
        playing = game(hidden=[(16, "tanh")] * 8, m=20)
        press(playing, "more 0", "new layer 3")
        assert playing.live.state.hidden == (16,) * 8

    def test_a_unit_is_shown_switched_off_and_left(self) -> None:
        playing = game(hidden=[(3, "tanh"), (2, "relu")])
        press(playing, "unit 0 1", "switch")
        assert playing.shown == (0, 1) and playing.live.state.on[0].tolist() == [True, False, True]
        press(playing, "fewer 0")
        assert playing.live.state.hidden == (2, 2) and playing.live.state.on[0].all()
        press(playing, "unit 1 0", "unit 2 0")
        assert playing.shown is None

    def test_a_weight_is_chosen_and_changed_by_keys(self) -> None:
        playing = game(hidden=[(2, "tanh")])
        before = playing.live.params[0][0][1, 0]
        press(playing, "weight 0 1 0")
        assert playing.weight == (0, 1, 0)
        key(playing, "weight 0 1 0", "ArrowUp")
        key(playing, "weight 0 1 0", "ArrowUp")
        assert playing.live.params[0][0][1, 0] == pytest.approx(before + 0.2)

    @pytest.mark.parametrize(
        ("source", "click", "label", "words"),
        [
            ("circles", "circle, or low", 0, "a circle"),
            ("circles", "triangle, or high", 1, "a triangle"),
            ("hills, a value", "circle, or low", -1, "a value of −1"),
        ],
    )
    def test_a_click_adds_what_was_chosen(self, source: str, click: str, label: float, words: str) -> None:
        playing = game()
        choose(playing, source=source, click=click)
        assert f"Enter adds {words}, Delete" in playing.show(narrow=False).handles[-1].label
        left, top, wide, high = playing.layout.plane
        x, y = (left + 0.02 * wide) / playing.layout.width, (top + 0.02 * high) / playing.layout.height
        m = playing.live.state.m
        for hand in ("down", "up"):
            playing.touch(Touch("plane", hand, x, y))
        assert playing.live.state.m == m + 1 and playing.Y[0, -1] == label

    def test_a_click_adds_the_kind_that_is_not_expected(self) -> None:
        playing = game()
        playing.advance(100)
        for point in ((0.0, 0.0), (2.0, 2.0)):
            expected = deep.forward(playing.live.params, np.reshape(point, (2, 1)), playing.live.model.activations)[0]
            assert playing.new_label(*point) == (expected.item() <= 0.5)


class TestSettings:
    def test_what_is_printed_begins_the_same_playground(self) -> None:
        playing = game(data="spirals", hidden=[(8, "tanh"), (8, "relu")], optimizer="momentum", learning_rate=0.1)
        press(playing, "more 0", "input sin x1", "new layer 2")
        choose(playing, noise=0.2, new_points=3, keep=0.9)
        printed = eval(repr(playing.now().as_dict()), {})
        again = game(**printed)
        np.testing.assert_array_equal(again.X, playing.X)
        assert again.now() == playing.now()
        again.advance(5)
        playing.reset()
        playing.advance(5)
        np.testing.assert_array_equal(again.live.params.vector, playing.live.params.vector)

    def test_points_that_were_moved_are_printed_too(self) -> None:
        playing = game(m=20)
        playing.change("move", (0, 1.25, -0.5))
        playing.change("add", (0.5, 0.5, 1.0))
        again = game(**eval(repr(playing.now().as_dict()), {}))
        np.testing.assert_array_equal(again.X, playing.X)
        np.testing.assert_array_equal(again.Y, playing.Y)
        for theirs, ours in zip(again.unseen(), playing.unseen(), strict=True):
            np.testing.assert_array_equal(theirs, ours)

    @pytest.mark.parametrize(
        "first",
        [
            {"data": "own", "points": [[0, 0, 0], [1, 1, 1], [0, 1, 0], [1, 0, 1]]},
            {"data": "own", "points": [[0, 0, 0], [1, 1, 1], [0, 1, 0], [1, 0, 0]], "train_share": 0.8},
            {"data": "function", "noise": 5.0},
            {"m": 1000},
        ],
        ids=["few", "one class held out", "far out", "many"],
    )
    def test_points_that_are_few_or_far_or_of_one_class_are_restored_too(self, first: dict[str, Any]) -> None:
        playing = game(**first)
        playing.change("move", (0, 0.5, 0.25))
        again = game(**eval(repr(playing.now().as_dict()), {}))
        np.testing.assert_array_equal(np.vstack([again.X, again.Y]), np.vstack([playing.X, playing.Y]))
        for theirs, ours in zip(again.unseen(), playing.unseen(), strict=True):
            np.testing.assert_array_equal(theirs, ours)

    def test_numbers_of_numpy_are_printed_as_python_has_them(self) -> None:
        playing = game(learning_rate=np.float64(0.3), m=np.int64(20), hidden=[(np.int64(3), "relu")])
        assert repr(playing.now().as_dict()) == "{'m': 20, 'hidden': ((3, 'relu'),), 'learning_rate': 0.3}"

    def test_the_usual_settings_are_an_empty_dict(self) -> None:
        assert game().now().as_dict() == {}

    @pytest.mark.parametrize(
        ("wrong", "words"),
        [
            ({"layers": 3}, "there is no setting 'layers'; there are data, task"),
            ({"hidden": [(17, "tanh")]}, "a hidden layer has 17 units; there is room for 16"),
            ({"hidden": [4, 2]}, "a hidden layer is 4; pass its units and its activation, such as"),
            ({"hidden": [(4, "softmax")]}, "the activation of a hidden layer is 'softmax'; it is one of"),
            ({"hidden": [(1, "tanh")] * 9}, "pass up to 8 layers"),
            ({"optimizer": "sgd"}, "optimizer is 'sgd'; it is one of gradient descent, momentum, adam"),
            ({"keep": 0}, "keep is 0; it is the share that dropout leaves, above 0 and up to 1"),
            ({"batch_size": 0}, "batch_size is 0"),
            ({"features": []}, "there are no features"),
            ({"data": "hills"}, "hills is for regression"),
            ({"seed": None}, "seed is None; what can be restored needs a whole number"),
            ({"data_seed": None}, "data_seed is None"),
            ({"data": ["moons"]}, r"there is no data \['moons'\] for classification"),
            ({"task": ["regression"]}, r"there is no task \['regression'\]"),
            ({"optimizer": ["adam"]}, r"optimizer is \['adam'\]; it is one of"),
            ({"data": "own", "held_out": 5, "points": [[0, 0, 1]]}, "held_out is a int; pass a list of"),
            ({"data": "own", "held_out": [[0, 0, 1]]}, "points is empty; it needs one point or more"),
            ({"data": "own", "points": [[0, 0, 1]], "held_out": [[0, 0, 2]]}, r"held_out\[0\] has the label 2"),
        ],
        ids=str,
    )
    def test_what_does_not_fit_gets_a_sentence(self, wrong: dict[str, Any], words: str) -> None:
        with pytest.raises((ValueError, TypeError), match=words):
            explorers.playground(**wrong)


class TestOwnCode:
    def test_it_trains_and_the_gradient_check_stands_beside(self) -> None:
        calls = []

        def backward(dZ: Any, caches: Any, activations: Any) -> Any:
            calls.append(len(caches))
            return deep.backward(dZ, caches, activations)

        for optimizer in ("gradient descent", "momentum", "adam"):
            playing = Playground(
                of({"optimizer": optimizer, "hidden": [(4, "relu"), (3, "tanh")]}), Functions(backward=backward)
            )
            before = len(calls)
            for _ in range(5):
                assert playing.advance(2)
            assert len(calls) >= before + 5 * 2 * 20
            assert "all as backward gives them" in playing.show(narrow=False).status

    @pytest.mark.parametrize("layer", [0, 1, 2])
    def test_it_points_at_the_layer_where_the_two_part(self, layer: int) -> None:
        def backward(dZ: Any, caches: Any, activations: Any) -> Any:
            """Right down to `layer`; from there on the slope is missing."""
            gradients = []
            for number in reversed(range(len(caches))):
                A_prev, W, Z, A = caches[number]
                dZ = 2 * dZ if number == layer else dZ
                m = dZ.shape[1]
                gradients.insert(0, (np.dot(dZ, A_prev.T) / m, dZ.sum(axis=1, keepdims=True) / m))
                if number:
                    dZ = np.dot(W.T, dZ) * activations[number - 1].derivative_from_output(A_prev)
            return gradients

        playing = Playground(of({"hidden": [(4, "tanh"), (3, "relu")]}), Functions(backward=backward))
        for _ in range(4):
            playing.advance(1)
        assert playing.watch is not None and playing.watch.where == layer
        assert f"they part at layer {layer + 1}, d" in playing.show(narrow=False).status

    def test_the_check_begins_with_the_first_epoch_for_ours_too_where_they_are_passed(self) -> None:
        panel = explorers.playground(forward=deep.forward)
        assert panel.frame.status.endswith("Gradient check: it begins with the first epoch.")
        assert "Gradient check" not in explorers.playground(title="without").frame.status

    def test_it_trains_without_a_panel_just_the_same(self) -> None:
        def uphill(dZ: Any, caches: Any, activations: Any) -> Any:
            return [(-dW, -db) for dW, db in deep.backward(dZ, caches, activations)]

        for own in ({}, {"backward": uphill}):
            panel, alone = explorers.playground(title="shown", data="moons", **own), training(data="moons", **own)
            assert panel.live.advance(3) and alone.advance(3)
            np.testing.assert_array_equal(alone.params.vector, panel.live.params.vector)
            assert (alone.cost < alone.moments[0].cost) is (own == {})

    def test_a_kink_and_a_sure_wrong_answer_are_no_fault(self) -> None:
        for hidden in ([(8, "relu")] * 3, [(8, "leaky_relu")] * 2):
            wanted = of({"hidden": hidden, "data": "spirals", "initialization": "large"})
            playing = Playground(wanted, Functions(backward=lambda *given: deep.backward(*given)))
            for _ in range(30):
                playing.advance(1)
            assert playing.watch is not None and playing.watch.where is None


class AnythingMayBeDone(RuleBasedStateMachine):
    """Random moves of the reader, with the controls and in the picture."""

    @initialize(hidden=st.lists(st.tuples(st.integers(1, 4), st.sampled_from(ACTIVATIONS)), max_size=3))
    def begin(self, hidden: list[tuple[int, str]]) -> None:
        self.playing = game(hidden=hidden, m=20)

    @rule(count=st.integers(1, 10))
    def advance(self, count: int) -> None:
        self.playing.advance(count)

    @rule(data=st.data())
    def control(self, data: st.DataObject) -> None:
        control = USUAL[data.draw(st.sampled_from([name for name in USUAL if name != "function"]))]
        choose(self.playing, **{control.name: data.draw(st.sampled_from(list(control.values)[:40]))})

    @rule(data=st.data(), narrow=st.booleans())
    def handle(self, data: st.DataObject, narrow: bool) -> None:
        handles = [handle.name for handle in self.playing.show(narrow).handles]
        name = data.draw(st.sampled_from(handles))
        hand = data.draw(st.sampled_from(["press", "key"]))
        self.playing.touch(Touch(name, hand, key=data.draw(st.sampled_from(KEYS)) if hand == "key" else ""))

    @rule(x=st.floats(0, 1), y=st.floats(0, 1), hand=st.sampled_from(["down", "move", "up"]))
    def point(self, x: float, y: float, hand: str) -> None:
        self.playing.touch(Touch("plane", hand, x, y))

    @rule(share=st.floats(0, 1))
    def look_back(self, share: float) -> None:
        self.playing.go_to(round(share * (self.playing.moments - 1)))

    @rule()
    def reset(self) -> None:
        self.playing.reset()

    @invariant()
    def it_can_be_shown(self) -> None:
        if hasattr(self, "playing"):
            assert self.playing.show(narrow=False).status
            assert self.playing.moments <= MOST_MOMENTS

    def teardown(self) -> None:
        if hasattr(self, "playing"):
            live = self.playing.live
            np.testing.assert_array_equal(replay(live).vector, live.moments[-1].vector)


TestAnythingMayBeDone = AnythingMayBeDone.TestCase
TestAnythingMayBeDone.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)


def test_the_panel_gives_its_network_as_settings_and_as_code() -> None:
    panel = explorers.playground(data="xor", hidden=[(3, "tanh")])
    assert panel.now == {"data": "xor", "hidden": ((3, "tanh"),)}
    names: dict[str, Any] = {"__name__": "away"}
    exec(panel.code(), names)
    points = panel.live.state.points
    expected = panel.live.model.answer(panel.live.model.forward(panel.live.params, points))
    np.testing.assert_allclose(names["predict"](points), expected, rtol=1e-12)
    with pytest.raises(ValueError, match="there is no code for 'fortran'; there is numpy, pytorch, sklearn"):
        panel.code("fortran")
    panel.close()
    assert "Playground" not in Panel._open or Panel._open["Playground"].comm is None


def test_a_function_may_be_as_long_as_it_is_read() -> None:
    long = " + ".join(["sin(2 * x)"] * 10)
    panel = explorers.playground(data="function", function=long, m=20)
    Page(panel).ask(hard=1)
    assert "Not trained yet" in panel.shown["status"] and panel.now["function"] == long


def test_what_a_file_shows_is_trained() -> None:
    playing = game(m=40)
    assert "Not trained yet" in playing.show(narrow=False).status
    assert "Epoch 200:" in playing.finished().status and playing.live.step == 0
