"""A training under way: whatever is done to it, plain `fit` along its log comes to the same numbers, bit for bit."""

from typing import Any

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from helpers import datasets, deep, networks, shallow
from helpers.training import fit
from helpers.training.live import MOST_MOMENTS, Event, LiveTraining, State, changed, replay

moons = datasets.load("moons", m=20)
places = st.floats(-3, 3)


def training(units: int = 3, rate: float = 0.5, activation: str = "tanh", scale: float = 0.5) -> LiveTraining:
    state = State(moons.X, moons.Y, rate, np.ones(units, bool))
    start = deep.initialize([2, units, 1], 1, scale)
    return LiveTraining(networks.deep_network([activation, "sigmoid"]), start, state)


class AnythingMayBeDone(RuleBasedStateMachine):
    """Random sequences of moves."""

    @initialize(units=st.integers(1, 5), activation=st.sampled_from(["tanh", "relu", "sigmoid"]))
    def begin(self, units: int, activation: str) -> None:
        self.live = training(units, activation=activation)

    @rule(count=st.integers(1, 40))
    def advance(self, count: int) -> None:
        self.live.advance(count)

    @rule(rate=st.floats(0.001, 20))
    def change_the_rate(self, rate: float) -> None:
        self.live.change("learning_rate", rate)

    @rule(k=st.integers(0, 9), x1=places, x2=places)
    def move(self, k: int, x1: float, x2: float) -> None:
        self.live.change("move", (k, x1, x2))

    @rule(x1=places, x2=places, y=st.integers(0, 1))
    def add(self, x1: float, x2: float, y: int) -> None:
        self.live.change("add", (x1, x2, float(y)))

    @precondition(lambda self: self.live.state.X.shape[1] > 10)
    @rule(k=st.integers(0, 9))
    def remove(self, k: int) -> None:
        self.live.change("remove", k)

    @precondition(lambda self: len(self.live.state.on) > 1)
    @rule(unit=st.integers(0, 4))
    def switch(self, unit: int) -> None:
        k = unit % len(self.live.state.on)
        if self.live.state.on.sum() > 1 or not self.live.state.on[k]:
            self.live.change("switch", k)

    @rule(share=st.floats(0, 1))
    def look_back(self, share: float) -> None:
        self.live.go_to(round(share * (len(self.live.moments) - 1)))

    @invariant()
    def moments_are_in_order(self) -> None:
        steps = [moment.step for moment in self.live.moments]
        assert steps == sorted(set(steps)) and len(steps) <= MOST_MOMENTS
        assert self.live.moments[self.live.at].step == self.live.step

    def teardown(self) -> None:
        if hasattr(self, "live"):
            np.testing.assert_array_equal(replay(self.live).vector, self.live.moments[-1].vector)


TestAnythingMayBeDone = AnythingMayBeDone.TestCase
TestAnythingMayBeDone.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)


def test_a_replay_of_another_log_would_be_found() -> None:
    live = training()
    live.advance(10)
    live.change("learning_rate", 0.1)
    live.advance(10)
    live.log[0] = Event(9, "learning_rate", 0.1)
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
    live.change("switch", 1)
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
    live = training(activation="identity", rate=1e200, scale=1.0)
    before = live.params.vector.copy()
    assert not live.advance(50)
    assert live.step == 0 and np.array_equal(live.params.vector, before)
    live.change("learning_rate", 0.1)
    assert live.advance(5) and live.step == 5


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


def test_an_unknown_change_is_refused() -> None:
    with pytest.raises(ValueError, match="there is no change 'turn'; there are learning_rate, move"):
        changed(training().state, Event(0, "turn", 1))
