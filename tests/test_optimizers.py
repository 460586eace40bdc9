"""Optimisers: the rules by hand and by scikit-learn, over the whole vector, in place and as one writes them."""

from typing import Any

import numpy as np
import pytest
from sklearn.neural_network import MLPClassifier
from sklearn.neural_network._stochastic_optimizers import AdamOptimizer, SGDOptimizer

from helpers import datasets, deep, networks
from helpers.parameters import Parameters
from helpers.training import Adam, GradientDescent, Momentum, fit
from helpers.training.optimizers import adam_step, momentum_step

DATA = datasets.load("flower", m=60)
NAMES = ["tanh", "sigmoid"]
MODEL = networks.deep_network(NAMES)
START = deep.initialize([2, 3, 1], 1, "xavier")
WIDE = np.random.default_rng(3).normal(size=(40, 12))
WIDE_Y = (WIDE[:1] > 0).astype(float)
WIDE_START = deep.initialize([40, 3, 1], 1, "xavier")


def train(
    optimizer: Any, iterations: int = 20, learning_rate: float = 0.1, params: Any = START, model: Any = MODEL
) -> Any:
    return fit(model, params, DATA.X, DATA.Y, learning_rate=learning_rate, iterations=iterations, optimizer=optimizer)


def test_momentum_by_hand() -> None:
    """v = 0.5 * 2 - 0.1 * 4 = 0.6 and w = 1 + 0.6."""
    assert momentum_step(1.0, 2.0, 4.0, 0.1, 0.5) == (1.6, 0.6)  # type: ignore[arg-type]


def test_adam_by_hand() -> None:
    """The first step is the learning rate, against the derivative's sign, whatever its size."""
    w, m, s = adam_step(np.array([1.0, 1.0]), np.zeros(2), np.zeros(2), np.array([3.0, -0.01]), 1, 0.1)
    np.testing.assert_allclose(w, [0.9, 1.1], rtol=1e-6)
    np.testing.assert_allclose((m, s), ([0.3, -0.001], [0.009, 1e-7]), rtol=1e-12)
    w, m, s = adam_step(w, m, s, np.array([3.0, 0.0]), 2, 0.1)
    assert m[0] / (1 - 0.9**2) == pytest.approx(3.0) and s[0] / (1 - 0.999**2) == pytest.approx(9.0)
    np.testing.assert_allclose(w[0], 0.8, rtol=1e-6)


def written_out(rule: str, iterations: int, learning_rate: float = 0.1) -> Any:
    w, first, second = START.vector.copy(), np.zeros(13), np.zeros(13)
    for step in range(1, iterations + 1):
        params = Parameters(START)
        params.vector[:] = w
        dw = Parameters(MODEL.gradients(params, MODEL.forward(params, DATA.X), DATA.X, DATA.Y)).vector
        if rule == "momentum":
            w, first = momentum_step(w, first, dw, learning_rate, 0.9)
        elif rule == "adam":
            w, first, second = adam_step(w, first, second, dw, step, learning_rate)
        else:
            w = w - learning_rate * dw
    return w


@pytest.mark.parametrize("backward", [deep.backward, lambda *given: deep.backward(*given)])
@pytest.mark.parametrize(("rule", "optimizer"), [("", GradientDescent()), ("momentum", Momentum()), ("adam", Adam())])
def test_over_the_whole_vector_each_does_what_its_rule_says(backward: Any, rule: str, optimizer: Any) -> None:
    trained = train(optimizer, model=networks.deep_network(NAMES, backward=backward))
    np.testing.assert_allclose(trained.params.vector, written_out(rule, 20), rtol=1e-9, atol=1e-12)


def test_a_rule_of_ones_own_is_called_and_does_the_same() -> None:
    calls = []

    def mine(w: Any, v: Any, dw: Any, learning_rate: float, beta: float) -> Any:
        calls.append(learning_rate)
        v = beta * v - learning_rate * dw
        return w + v, v

    own = train(Momentum(0.9, mine))
    np.testing.assert_allclose(own.params.vector, train(Momentum(0.9)).params.vector, rtol=1e-10)
    assert calls == [0.1] * 20


@pytest.mark.parametrize(("solver", "optimizer"), [("sgd", Momentum(0.7)), ("adam", Adam(eps=1e-30))])
def test_scikit_learn_takes_the_same_steps(solver: Any, optimizer: Any) -> None:
    """Its eps stands elsewhere in the formula, so that both are made to count for nothing."""
    peer = MLPClassifier((3,), activation="tanh", solver=solver, alpha=0, batch_size=60, nesterovs_momentum=False)
    peer.set_params(learning_rate_init=0.1, momentum=0.7, epsilon=1e-30)
    examples, labels = DATA.X.T, DATA.Y[0].astype(int)
    peer.partial_fit(examples, labels, classes=[0, 1])
    start = Parameters([(W.T, b[:, None]) for W, b in zip(peer.coefs_, peer.intercepts_, strict=True)])
    own = {"sgd": {"momentum": 0.7, "nesterov": False}, "adam": {"epsilon": 1e-30}}[solver]
    # in place of the one that remembers that step
    peer._optimizer = {"sgd": SGDOptimizer, "adam": AdamOptimizer}[solver](peer.coefs_ + peer.intercepts_, 0.1, **own)
    for _ in range(5):
        peer.partial_fit(examples, labels, classes=[0, 1])
    found = Parameters([(W.T, b[:, None]) for W, b in zip(peer.coefs_, peer.intercepts_, strict=True)])
    np.testing.assert_allclose(train(optimizer, 5, params=start).params.vector, found.vector, rtol=1e-6, atol=1e-9)


def test_training_goes_on_from_the_optimizer_that_comes_back() -> None:
    for optimizer in (Momentum(), Adam()):
        half = train(optimizer, 10)
        rest = train(half.optimizer, 10, params=half.params)
        np.testing.assert_array_equal(rest.params.vector, train(optimizer, 20).params.vector)


@pytest.mark.parametrize("l2", [0.0, 0.9])
@pytest.mark.parametrize("optimizer", [GradientDescent(), Momentum(0.8)])
def test_momentum_stays_in_the_span_of_the_examples(optimizer: Any, l2: float) -> None:
    model = networks.deep_network(NAMES, l2=l2)
    rates = lambda iteration: 0.2 / (1 + 0.1 * iteration)  # noqa: E731
    more = {"learning_rate": rates, "iterations": 30, "optimizer": optimizer}
    inside, directly = (fit(model, WIDE_START, WIDE, WIDE_Y, in_span=span, **more) for span in (True, False))
    np.testing.assert_allclose(inside.params.vector, directly.params.vector, rtol=1e-9, atol=1e-12)


def test_adam_leaves_the_span_and_so_does_a_rule_that_nobody_knows() -> None:
    with pytest.raises(ValueError, match="would leave the span of the examples: leave out in_span"):
        fit(MODEL, WIDE_START, WIDE, WIDE_Y, learning_rate=0.1, iterations=9, in_span=True, optimizer=Adam())
    assert not Adam().linear and Momentum().linear and not Momentum(rule=lambda *given: given).linear


@pytest.mark.parametrize("make", [lambda: Momentum(1.0), lambda: Momentum("0.9"), lambda: Adam(beta2=-0.1)])  # type: ignore[arg-type]
def test_a_share_that_is_none_gets_a_sentence(make: Any) -> None:
    with pytest.raises(ValueError, match="it must be a number from 0 up to, but not including, 1, such as 0.9"):
        make()
