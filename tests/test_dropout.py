"""Dropout and the L2 penalty: their formulas, their gradients, and where in training they are."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import datasets, deep, networks, regularization
from helpers.dropout import dropout_backward, dropout_forward
from helpers.finite_differences import numerical_gradient
from helpers.losses import cost
from helpers.parameters import Parameters
from helpers.training import fit, fit_epochs

DATA = datasets.load("flower", m=40)
NAMES = ["tanh", "relu", "sigmoid"]
START = deep.initialize([2, 5, 4, 1], 1, "he")


def dropped(seed: int = 0, keep: Any = (0.6, 0.8), **functions: Any) -> Any:
    dropout = networks.Dropout(keep, np.random.default_rng(seed), **functions)
    return networks.deep_network(NAMES, dropout=dropout)


@given(st.floats(0.05, 1.0), st.integers(0, 99))
def test_what_stays_is_divided_by_the_share_that_stays(keep: float, seed: int) -> None:
    A = np.random.default_rng(seed).normal(size=(4, 30))
    found, mask = dropout_forward(A, keep, np.random.default_rng(seed))
    np.testing.assert_array_equal(mask, np.random.default_rng(seed).random((4, 30)) < keep)
    np.testing.assert_allclose(found[mask] * keep, A[mask], rtol=1e-12)
    assert (found[~mask] == 0).all()


def test_the_mean_of_what_the_next_layer_hears_does_not_change() -> None:
    """Over all 2^4 masks of a row of four, each as likely as its law says."""
    A, keep, mean = np.array([[1.0, -2.0, 3.0, 0.5]]), 0.7, np.zeros((1, 4))
    for number in range(16):
        mask = np.array([[bool(number >> k & 1) for k in range(4)]])
        mean += keep ** mask.sum() * (1 - keep) ** (~mask).sum() * A * mask / keep
    np.testing.assert_allclose(mean, A, rtol=1e-12)


def test_the_way_back_is_the_derivative_for_the_mask_of_the_way_there() -> None:
    rng = np.random.default_rng(1)
    A, dA = rng.normal(size=(2, 3, 5))
    _, mask = dropout_forward(A, 0.6, np.random.default_rng(2))

    def J(a: Any) -> float:
        return float(np.sum(dA * dropout_forward(a.reshape(A.shape), 0.6, np.random.default_rng(2))[0]))

    differences = numerical_gradient(J, A.ravel()).reshape(A.shape)
    np.testing.assert_allclose(dropout_backward(dA, mask, 0.6), differences, atol=1e-8)


def test_a_network_with_dropout_has_the_gradient_of_its_own_cost() -> None:
    params = Parameters(START)
    params.vector[:] += np.random.default_rng(4).normal(size=params.vector.size)  # no ReLU stands on its kink

    def J(vector: Any) -> float:
        moved = Parameters(START)
        moved.vector[:] = vector
        model = dropped().in_training  # each time with the same masks
        return float(cost(model.answer(model.forward(moved, DATA.X)), DATA.Y))

    model = dropped().in_training
    forwarded = model.forward(params, DATA.X)
    gradient = Parameters(model.gradients(params, forwarded, DATA.X, DATA.Y)).vector
    np.testing.assert_allclose(gradient, numerical_gradient(J, params.vector.copy()), atol=1e-7)
    whole = networks.deep_network(NAMES)
    plain = Parameters(whole.gradients(params, whole.forward(params, DATA.X), DATA.X, DATA.Y)).vector
    assert np.abs(gradient - plain).max() > 0.01


def test_nothing_is_silent_in_use_nor_in_the_costs_that_are_recorded() -> None:
    model, plain = dropped(), networks.deep_network(NAMES)
    np.testing.assert_array_equal(model.predict(START, DATA.X), plain.predict(START, DATA.X))
    for result in (
        fit(model, START, DATA.X, DATA.Y, learning_rate=0.1, iterations=3, record_every=3),
        fit_epochs(
            model, START, DATA.X, DATA.Y, learning_rate=0.1, epochs=3, batch_size=7, rng=np.random.default_rng(1)
        ),
    ):
        forwarded = plain.forward(result.params, DATA.X)
        assert result.cost == pytest.approx(plain.total_cost(result.params, forwarded, DATA.Y), rel=1e-12)
        assert np.abs(result.params.vector - START.vector).max() > 0


def test_keeping_all_is_no_dropout() -> None:
    settings: dict[str, Any] = {"learning_rate": 0.3, "iterations": 20}
    with_it = fit(dropped(keep=[1, 1.0]), START, DATA.X, DATA.Y, **settings)
    without = fit(networks.deep_network(NAMES), START, DATA.X, DATA.Y, **settings)
    np.testing.assert_allclose(with_it.params.vector, without.params.vector, rtol=1e-10)


def test_functions_of_ones_own_are_called_in_every_step() -> None:
    calls: list[str] = []

    def mine(A: Any, keep: float, rng: Any) -> Any:
        calls.append("forward")
        return dropout_forward(A, keep, rng)

    def back(dA: Any, mask: Any, keep: float) -> Any:
        calls.append("backward")
        return dropout_backward(dA, mask, keep)

    own = dropped(keep=[0.5, 1], forward=mine, backward=back)
    settings: dict[str, Any] = {"learning_rate": 0.1, "iterations": 4}
    trained = fit(own, START, DATA.X, DATA.Y, **settings)
    assert calls.count("backward") == 4 and calls.count("forward") == 5  # the last forward is for the cost
    ours = fit(dropped(keep=[0.5, 1]), START, DATA.X, DATA.Y, **settings)
    np.testing.assert_allclose(trained.params.vector, ours.params.vector, rtol=1e-12)


@pytest.mark.parametrize(
    ("keep", "words"),
    [
        ([0.5], "dropout has 1 numbers for 2 hidden layers; each needs one"),
        ([0.5, 0], "keep is 0; it must be a number above 0 and up to 1"),
        ([0.5, 1.2], "keep is 1.2"),
    ],
)
def test_what_can_not_be_kept_is_told(keep: Any, words: str) -> None:
    with pytest.raises(ValueError) as error:
        dropped(keep=keep)
    assert words in str(error.value)
    with pytest.raises(TypeError, match="rng is 3; pass a generator"):
        networks.Dropout([0.5], 3)  # type: ignore[arg-type]


def test_the_gradient_of_the_penalty_is_its_derivative_and_leaves_biases_alone() -> None:
    params = Parameters(START)
    params.vector[:] = np.random.default_rng(4).normal(size=params.vector.size)

    def J(vector: Any) -> float:
        moved = Parameters(START)
        moved.vector[:] = vector
        return regularization.l2_cost(moved, 0.8, 40)

    nothing = Parameters([(0 * W, 0 * b) for W, b in START])
    found = Parameters(regularization.add_l2(nothing, params, 0.8, 40)).vector
    np.testing.assert_allclose(found, numerical_gradient(J, params.vector.copy()), atol=1e-8)
    assert regularization.l2_cost([(np.array([[3.0]]), np.array([[9.0]]))], 2.0, 6) == pytest.approx(1.5)


def test_training_in_place_counts_the_same_penalty_and_none_without_l2() -> None:
    costs = {}
    for l2 in (0.0, 0.7):
        trained = fit(networks.deep_network(NAMES, l2=l2), START, DATA.X, DATA.Y, learning_rate=0.1, iterations=1)
        costs[l2] = trained.history.costs[0]
    assert costs[0.7] == costs[0.0] + regularization.l2_cost(START, 0.7, 40)  # to the last bit
    assert networks.deep_network(NAMES).penalty([(np.full((1, 1), np.inf), np.zeros((1, 1)))], 6) == 0


def test_a_penalty_of_ones_own_is_called() -> None:
    calls: list[Any] = []

    def mine(gradients: Any, params: Any, l2: float, m: int) -> Any:
        calls.append((l2, m))
        return regularization.add_l2(gradients, params, l2, m)

    own = networks.deep_network(NAMES, l2=0.5, add_l2=mine)
    settings: dict[str, Any] = {"learning_rate": 0.1, "iterations": 3}
    trained = fit(own, START, DATA.X, DATA.Y, **settings)
    ours = fit(networks.deep_network(NAMES, l2=0.5), START, DATA.X, DATA.Y, **settings)
    np.testing.assert_allclose(trained.params.vector, ours.params.vector, rtol=1e-10)
    assert calls == [(0.5, 40)] * 3
