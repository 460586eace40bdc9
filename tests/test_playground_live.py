"""A training under way: whatever is done to it, `fit` and `fit_epochs` along its log give the same bits."""

from typing import Any

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from helpers import datasets, deep, networks, shallow
from helpers.playground.changes import Event, Present, changed
from helpers.playground.features import FEATURES
from helpers.playground.live import MOST_MOMENTS, LiveTraining
from helpers.playground.replay import replay
from helpers.playground.state import Functions, State
from helpers.training import fit

moons = datasets.load("moons", m=20)
places = st.floats(-3, 3)
activations = st.sampled_from(["tanh", "relu", "leaky_relu", "sigmoid", "identity"])


def training(hidden: tuple[int, ...] = (3,), scale: float = 0.5, activation: str = "tanh", **how: Any) -> LiveTraining:
    functions = how.pop("functions", None)
    how = {"learning_rate": 0.5, "held_out": (moons.X_test, moons.Y_test)} | how
    on = tuple(np.ones(units, bool) for units in hidden)
    state = State(moons.X, moons.Y, on=on, activations=(activation,) * len(hidden), **how)
    return LiveTraining(state, deep.initialize(state.sizes, 1, scale), 7, functions)


class AnythingMayBeDone(RuleBasedStateMachine):
    """Random sequences of moves."""

    @initialize(hidden=st.lists(st.integers(1, 4), max_size=3), activation=activations)
    def begin(self, hidden: list[int], activation: str) -> None:
        self.live = training(tuple(hidden), activation=activation)

    @property
    def depth(self) -> int:
        return len(self.live.state.on)

    def unit(self, layer: int, unit: int) -> tuple[int, int]:
        """One that there is."""
        layer %= self.depth
        return layer, unit % len(self.live.state.on[layer])

    @rule(count=st.integers(1, 20))
    def advance(self, count: int) -> None:
        self.live.advance(count)

    @rule(rate=st.floats(0.001, 20))
    def learning_rate(self, rate: float) -> None:
        self.live.change("learning_rate", rate)

    @rule(size=st.sampled_from([None, 1, 7, 10, 50]))
    def batch_size(self, size: int | None) -> None:
        self.live.change("batch_size", size)

    @rule(name=st.sampled_from(["gradient descent", "momentum", "adam"]))
    def optimizer(self, name: str) -> None:
        self.live.change("optimizer", name)

    @rule(l2=st.sampled_from([0.0, 0.1, 3.0]))
    def l2(self, l2: float) -> None:
        self.live.change("l2", l2)

    @rule(keep=st.sampled_from([1.0, 0.8, 0.5]))
    def keep(self, keep: float) -> None:
        self.live.change("keep", keep)

    @rule(k=st.integers(0, 9), x1=places, x2=places)
    def move(self, k: int, x1: float, x2: float) -> None:
        self.live.change("move", (k, x1, x2))

    @rule(x1=places, x2=places, y=st.integers(0, 1))
    def add(self, x1: float, x2: float, y: int) -> None:
        self.live.change("add", (x1, x2, float(y)))

    @precondition(lambda self: self.live.state.m > 10)
    @rule(k=st.integers(0, 9))
    def remove(self, k: int) -> None:
        self.live.change("remove", k)

    @rule(seed=st.integers(1, 3))
    def examples(self, seed: int) -> None:
        drawn = datasets.load("xor", m=16, seed=seed)
        self.live.change("examples", (drawn.X, drawn.Y, (drawn.X_test, drawn.Y_test)))

    @precondition(lambda self: self.depth)
    @rule(layer=st.integers(0, 7), unit=st.integers(0, 15))
    def switch(self, layer: int, unit: int) -> None:
        layer, unit = self.unit(layer, unit)
        on = self.live.state.on[layer]
        if on.sum() > 1 or not on[unit]:
            self.live.change("switch", (layer, unit))

    @precondition(lambda self: self.depth)
    @rule(layer=st.integers(0, 7), unit=st.integers(0, 15), source=st.integers(-1, 0), value=st.floats(-2, 2))
    def weight(self, layer: int, unit: int, source: int, value: float) -> None:
        self.live.change("weight", (*self.unit(layer, unit), source, value))

    @precondition(lambda self: self.depth)
    @rule(layer=st.integers(0, 7), name=activations)
    def activation(self, layer: int, name: str) -> None:
        self.live.change("activation", (self.unit(layer, 0)[0], name))

    @precondition(lambda self: self.depth)
    @rule(layer=st.integers(0, 7), draw=st.integers(0, 99))
    def add_unit(self, layer: int, draw: int) -> None:
        self.live.change("add_unit", (self.unit(layer, 0)[0], draw))

    @precondition(lambda self: self.depth)
    @rule(layer=st.integers(0, 7), unit=st.integers(0, 15))
    def remove_unit(self, layer: int, unit: int) -> None:
        layer, unit = self.unit(layer, unit)
        if np.delete(self.live.state.on[layer], unit).any():
            self.live.change("remove_unit", (layer, unit))

    @precondition(lambda self: self.depth < 8)
    @rule(layer=st.integers(0, 7), name=activations)
    def add_layer(self, layer: int, name: str) -> None:
        self.live.change("add_layer", (layer % (self.depth + 1), name))

    @precondition(lambda self: self.depth)
    @rule(layer=st.integers(0, 7))
    def remove_layer(self, layer: int) -> None:
        self.live.change("remove_layer", layer % self.depth)

    @rule(name=st.sampled_from(sorted(FEATURES)))
    def feature(self, name: str) -> None:
        features = self.live.state.features
        if name not in features:
            self.live.change("add_feature", name)
        elif len(features) > 1:
            self.live.change("remove_feature", name)

    @rule(share=st.floats(0, 1))
    def look_back(self, share: float) -> None:
        self.live.go_to(round(share * (len(self.live.moments) - 1)))

    @invariant()
    def moments_are_in_order(self) -> None:
        live = self.live
        steps = [moment.step for moment in live.moments]
        assert steps == sorted(set(steps)) and len(steps) <= MOST_MOMENTS
        assert live.moments[live.at].step == live.step
        assert [W.shape[0] for W, _ in live.params] == live.state.sizes[1:]
        assert np.isfinite([live.cost, live.moments[live.at].held_out]).all()

    def teardown(self) -> None:
        if hasattr(self, "live"):
            np.testing.assert_array_equal(replay(self.live).vector, self.live.moments[-1].vector)


TestAnythingMayBeDone = AnythingMayBeDone.TestCase
TestAnythingMayBeDone.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)


def test_a_replay_of_another_log_would_be_found() -> None:
    live = training()
    live.advance(10)
    live.change("learning_rate", 0.1)
    live.advance(10)
    live.log[0] = Event(9, "learning_rate", 0.1)
    assert not np.array_equal(replay(live).vector, live.params.vector)


@pytest.mark.parametrize("how", [{"batch_size": 6}, {"keep": 0.5}, {"batch_size": 6, "keep": 0.5}])
def test_where_chance_takes_part_another_seed_gives_other_numbers(how: dict[str, Any]) -> None:
    live = training((3,), **how)
    live.advance(3)
    live.seed += 1
    assert not np.array_equal(replay(live).vector, live.params.vector)


def test_it_is_gradient_descent_as_the_formulas_say() -> None:
    live = training()
    live.advance(7)
    params: Any = live.start
    for _ in range(7):
        params = shallow.update(
            params, shallow.backward(params, shallow.forward(params, moons.X), moons.X, moons.Y), 0.5
        )
    np.testing.assert_allclose(live.params[0][0], params[0][0], rtol=1e-9)


def test_the_costs_are_those_of_the_formula_and_of_the_points_held_out() -> None:
    live = training(l2=2.0)
    live.advance(5)
    (W1, _), (W2, _) = params = live.params
    end = live.model.output_layer

    def cost(X: Any, Y: Any) -> float:
        return end.cost(shallow.forward(params, X)[1], Y)

    penalty = 2.0 / (2 * 20) * (np.sum(W1**2) + np.sum(W2**2))
    assert live.cost == pytest.approx(cost(moons.X, moons.Y) + penalty)
    assert live.moments[-1].held_out == pytest.approx(cost(moons.X_test, moons.Y_test))


def test_own_functions_train_it_whatever_the_optimiser() -> None:
    calls = {"forward": 0, "backward": 0}

    def forward(*given: Any) -> Any:
        calls["forward"] += 1
        return deep.forward(*given)

    def backward(*given: Any) -> Any:
        calls["backward"] += 1
        return deep.backward(*given)

    for optimizer in ("gradient descent", "momentum", "adam"):
        for keep in (1.0, 0.5):
            how: dict[str, Any] = {"optimizer": optimizer, "keep": keep, "batch_size": 5}
            ours, own = training(**how), training(functions=Functions(forward, backward), **how)
            before = dict(calls)
            assert ours.advance(3) and own.advance(3)
            np.testing.assert_allclose(own.params.vector, ours.params.vector, rtol=1e-9, atol=1e-12)
            assert calls["backward"] == before["backward"] + 12 and calls["forward"] >= before["forward"] + 12


def test_looking_back_forgets_nothing_until_it_goes_on() -> None:
    live = training()
    for _ in range(5):
        live.advance(10)
    last = live.params.vector.copy()
    live.go_to(2)
    assert live.step == 20 and len(live.moments) == 6
    live.go_to(5)
    np.testing.assert_array_equal(live.params.vector, last)
    live.go_to(1)
    live.advance(5)
    assert [moment.step for moment in live.moments] == [0, 10, 15]


def test_a_unit_that_is_off_is_not_there() -> None:
    live = training()
    live.advance(10)
    live.change("switch", (0, 1))
    before = live.params.copy()
    live.advance(10)
    (W1, b1), (W2, _) = live.params
    np.testing.assert_array_equal(W1[1], before[0][0][1])
    kept = [0, 2]
    smaller = [(before[0][0][kept], before[0][1][kept]), (before[1][0][:, kept], before[1][1])]
    alone = fit(live.model, smaller, moons.X, moons.Y, learning_rate=0.5, iterations=10)
    np.testing.assert_array_equal(W1[kept], alone.params[0][0])
    np.testing.assert_array_equal(W2[:, kept], alone.params[1][0])


def test_where_the_cost_is_no_number_it_stays_at_the_last_that_is_one() -> None:
    live = training(activation="identity", learning_rate=1e200, scale=1.0)
    before = live.params.vector.copy()
    assert not live.advance(50)
    assert live.step == 0 and np.array_equal(live.params.vector, before)
    live.change("learning_rate", 0.1)
    assert live.advance(5) and live.step == 5


def test_a_change_that_makes_the_cost_infinite_is_refused_and_leaves_no_trace() -> None:
    live = training(activation="identity", task="regression")
    live.advance(2)
    live.change("weight", (0, 0, 0, 1.0))
    before = live.params.vector.copy(), [*live.log], live.state
    with pytest.raises(ValueError, match="the cost would be infinite, so all stays as it was"):
        live.change("weight", (0, 0, 0, 1e200))
    np.testing.assert_array_equal(live.params.vector, before[0])
    assert live.log == before[1] and live.state.sizes == before[2].sizes
    assert live.advance(2)
    np.testing.assert_array_equal(replay(live).vector, live.params.vector)


def test_an_unknown_change_forgets_nothing() -> None:
    live = training()
    live.advance(2)
    live.go_to(0)
    with pytest.raises(ValueError, match="there is no change"):
        live.change("turn", 1)
    assert len(live.moments) == 2


def test_many_moves_of_one_example_at_one_step_are_one_event() -> None:
    live = training()
    for x1 in np.linspace(0, 1, 50):
        live.change("move", (3, x1, 0.0))
    live.change("move", (4, 0.0, 0.0))
    assert [event.value[0] for event in live.log] == [3, 4] and len(live.moments) == 1


def test_moments_are_thinned_not_piled_up() -> None:
    live = training()
    for _ in range(3 * MOST_MOMENTS):
        live.advance(1)
    steps = [moment.step for moment in live.moments]
    assert len(steps) <= MOST_MOMENTS and steps[0] == 0 and steps[-1] == live.step


class TestWhatStaysKeepsItsWeights:
    def answers(self, live: LiveTraining) -> Any:
        return deep.forward(live.params, live.state.X, live.model.activations)[0]

    @pytest.mark.parametrize(
        ("what", "value"),
        [("add_unit", (1, 5)), ("add_layer", (1, "identity")), ("add_layer", (0, "identity")), ("add_feature", "x1^2")],
    )
    def test_no_answer_jumps_where_something_is_added(self, what: str, value: Any) -> None:
        live = training((3, 4))
        live.advance(20)
        before, numbers = self.answers(live), live.params.vector.size
        live.change(what, value)
        np.testing.assert_allclose(self.answers(live), before, rtol=1e-12)
        assert live.params.vector.size > numbers

    def test_a_layer_goes_and_the_product_of_its_neighbours_stays(self) -> None:
        live = training((3, 4))
        (W1, b1), (W2, b2), (W3, b3) = live.params.copy()
        live.change("remove_layer", 1)
        np.testing.assert_allclose(live.params[1][0], W3 @ W2)
        np.testing.assert_allclose(live.params[1][1], W3 @ b2 + b3)
        np.testing.assert_array_equal(live.params[0][0], W1)
        assert live.state.activations == ("tanh",) and live.state.hidden == (3,)

    def test_a_unit_goes_with_the_weights_to_and_from_it(self) -> None:
        live = training((3, 4))
        (W1, b1), (W2, _), (W3, _) = live.params.copy()
        live.change("remove_unit", (0, 1))
        np.testing.assert_array_equal(live.params[0][0], W1[[0, 2]])
        np.testing.assert_array_equal(live.params[1][0], W2[:, [0, 2]])
        np.testing.assert_array_equal(live.params[2][0], W3)

    def test_an_input_stands_in_its_place(self) -> None:
        live = training(features=("x1", "x1 x2"))
        W = live.params[0][0].copy()
        live.change("add_feature", "x2")
        assert live.state.features == ("x1", "x2", "x1 x2")
        np.testing.assert_array_equal(live.params[0][0], np.insert(W, 1, 0.0, axis=1))
        live.change("remove_feature", "x1")
        np.testing.assert_array_equal(live.params[0][0][:, 1], W[:, 1])

    def test_the_last_unit_that_is_on_stays(self) -> None:
        live = training((2,))
        live.change("switch", (0, 0))
        with pytest.raises(ValueError, match="unit 2 is the last of layer 1 that is on; remove the layer"):
            live.change("remove_unit", (0, 1))


def test_the_optimisers_memory_goes_where_its_numbers_do() -> None:
    live = training((3,), optimizer="momentum")
    live.advance(5)
    live.change("learning_rate", 0.1)
    assert live.optimizer.velocity is not None  # type: ignore[attr-defined]
    live.change("add_unit", (0, 0))
    assert live.optimizer.velocity is None  # type: ignore[attr-defined]


def test_an_unknown_change_is_refused() -> None:
    live = training()
    with pytest.raises(ValueError, match="there is no change 'turn'; there are learning_rate, "):
        changed(Present(live.state, live.params), Event(0, "turn", 1))


def test_the_network_is_the_one_that_its_state_names() -> None:
    live = training((2, 3), task="regression")
    assert [g.name for g in live.model.activations] == ["tanh", "tanh", "identity"]
    assert live.model.output_layer.name == "squared_error"
    assert networks.deep_network(["sigmoid"]).name == training(()).model.name
