"""Training in the span of the examples gives the numbers of training directly."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from needs import need

from helpers import deep, logistic, networks
from helpers.activations import relu, sigmoid
from helpers.networks.formulas import note_as_right
from helpers.parameters import Parameters
from helpers.training import fit
from helpers.training.span import Span, worthwhile

hypothesis = need("hypothesis")
st = hypothesis.strategies


@hypothesis.given(
    m=st.integers(2, 12),
    more=st.integers(1, 40),
    seed=st.integers(0, 10**6),
    zeros=st.booleans(),
    repeated=st.booleans(),
    scale=st.sampled_from([1e-3, 1.0, 30.0]),
)
@hypothesis.settings(max_examples=60, deadline=None)
def test_weights_agree_to_1e_9(m: int, more: int, seed: int, zeros: bool, repeated: bool, scale: float) -> None:
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(m + more, m)) * scale
    if repeated:
        X[:, -1] = X[:, 0]
    Y = rng.integers(0, 2, (1, m)).astype(float)
    w = np.zeros((m + more, 1)) if zeros else rng.normal(size=(m + more, 1))
    start = Parameters([(w, np.zeros((1, 1)))])
    learning_rate = 1 / (1 + scale**2 * (m + more))  # stable for weights and bias alike, so that rounding does not grow
    ways = [
        fit(networks.logistic_regression(), start, X, Y, learning_rate=learning_rate, iterations=40, in_span=way)
        for way in (True, False)
    ]
    np.testing.assert_allclose(ways[0].params.vector, ways[1].params.vector, rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(ways[0].history.costs, ways[1].history.costs, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("axis", [0, 1])
def test_shrink_keeps_the_products_and_lift_undoes_it(axis: int) -> None:
    rng = np.random.default_rng(1)
    X = rng.normal(size=(30, 4))
    W = rng.normal(size=(30, 3))
    start: list[Any] = [(W if axis == 0 else W.T, rng.normal(size=(3, 1)))]
    span = Span.of(X, axis)
    small = span.project(start)
    V = small[0][0]
    np.testing.assert_allclose((V.T if axis == 0 else V) @ span.R, W.T @ X, atol=1e-12)
    np.testing.assert_allclose(span.lift(small, small, start)[0][0], start[0][0])
    moved = small.copy()
    moved[0][0][:] += 1.0
    lifted = span.lift(moved, small, start)[0][0]
    new = lifted.T if axis == 0 else lifted
    np.testing.assert_allclose(new @ X, ((V + 1).T if axis == 0 else V + 1) @ span.R, atol=1e-10)
    gain = new - W.T  # in the span: nothing is left of it after the examples are taken out
    np.testing.assert_allclose(gain - gain @ X @ np.linalg.pinv(X), 0, atol=1e-10)


def test_r_has_the_products_of_the_examples() -> None:
    X = np.random.default_rng(2).normal(size=(50, 6))
    R = Span.of(X, 0).R
    assert R.shape == (6, 6)
    np.testing.assert_allclose(R.T @ R, X.T @ X)


@pytest.mark.parametrize(
    ("n", "m", "units", "steps", "does"),
    [(12288, 209, 1, 2000, True), (12288, 209, 20, 2500, True), (12288, 209, 1, 10, False), (2, 400, 1, 10**6, False)],
)
def test_it_is_used_where_it_pays(n: int, m: int, units: int, steps: int, does: bool) -> None:
    assert worthwhile(n, m, units, steps) is does


def signs(params: Any, gradients: Any, learning_rate: float) -> Any:
    """A rule that leaves the span."""
    return [
        (W - learning_rate * np.sign(dW), b - learning_rate * np.sign(db))
        for (W, b), (dW, db) in zip(params, gradients, strict=True)
    ]


def test_of_a_rule_that_nobody_knows_the_span_is_not_assumed() -> None:
    rng = np.random.default_rng(1)
    X, Y = rng.normal(size=(200, 10)), rng.integers(0, 2, (1, 10)).astype(float)
    start, options = logistic.initialize(200), {"learning_rate": 0.01, "iterations": 300}
    model = networks.logistic_regression(update=signs)
    by_itself, directly, within = (fit(model, start, X, Y, in_span=way, **options) for way in (None, False, True))
    np.testing.assert_array_equal(by_itself.params.vector, directly.params.vector)
    assert not np.allclose(within.params.vector, directly.params.vector)


def test_a_function_that_was_found_right_counts_as_ours() -> None:
    def update(params: Any, gradients: Any, learning_rate: float) -> Any:
        return logistic.update(params, gradients, learning_rate)

    model = networks.logistic_regression(update=update)
    assert networks.logistic_regression().runs_on_formulas and not model.runs_on_formulas
    note_as_right(update)
    assert model.runs_on_formulas


def test_a_function_that_cannot_be_noted_stays_unknown() -> None:
    note_as_right(np.tanh)
    assert not networks.logistic_regression(forward=np.tanh).runs_on_formulas


def test_what_a_model_wraps_around_a_function_is_looked_through() -> None:
    def backward(*arguments: Any) -> Any:
        return deep.backward(*arguments)

    model = networks.deep_network([relu, sigmoid], backward=backward)
    assert networks.deep_network([relu, sigmoid]).runs_on_formulas and not model.runs_on_formulas
    note_as_right(backward)
    assert model.runs_on_formulas
    assert not replace(model, forward=lambda params, X: X).runs_on_formulas
