"""Logistic regression against hand-worked numbers, differences, automatic differentiation and scikit-learn."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from needs import need

from helpers import logistic, networks
from helpers.gradient_check import one_sided, relative_error, two_sided
from helpers.parameters import Parameters, flatten
from helpers.training import fit

hypothesis = need("hypothesis")
st = hypothesis.strategies
autograd = need("autograd")
autograd_np = need("autograd.numpy")
metrics = need("sklearn.metrics")
linear_model = need("sklearn.linear_model")

BACKWARDS = [logistic.backward, logistic.backward_loops]


def draw(n: int, m: int, seed: int) -> tuple[Parameters, Any, Any]:
    rng = np.random.default_rng(seed)
    params = Parameters([(rng.normal(size=(n, 1)), rng.normal(size=(1, 1)))])
    return params, rng.normal(size=(n, m)), rng.integers(0, 2, (1, m)).astype(float)


class TestByHand:
    """x = (1, 2), w = (0.5, -0.25), b = 0: z = 0, a = 1/2."""

    params = [(np.array([[0.5], [-0.25]]), np.zeros((1, 1)))]
    X = np.array([[1.0, 2.0], [2.0, 4.0]])
    Y = np.array([[1.0, 0.0]])

    def test_forward(self) -> None:
        np.testing.assert_array_equal(logistic.forward(self.params, self.X), [[0.5, 0.5]])

    def test_cost(self) -> None:
        assert logistic.cost(np.array([[0.5, 0.5]]), self.Y) == pytest.approx(np.log(2))
        assert logistic.cost(np.array([[0.9, 0.2]]), self.Y) == pytest.approx(-(np.log(0.9) + np.log(0.8)) / 2)

    @pytest.mark.parametrize("backward", BACKWARDS)
    def test_backward(self, backward: Callable[..., Any]) -> None:
        """dZ = (-1/2, 1/2): dw = ((1)(-1/2) + (2)(1/2), (2)(-1/2) + (4)(1/2)) / 2 = (1/4, 1/2), db = 0."""
        [(dw, db)] = backward(self.params, np.array([[0.5, 0.5]]), self.X, self.Y)
        np.testing.assert_allclose(dw, [[0.25], [0.5]])
        assert np.asarray(db).item() == 0

    def test_update(self) -> None:
        [(w, b)] = logistic.update(self.params, [(np.array([[1.0], [2.0]]), np.array([[3.0]]))], 0.1)
        np.testing.assert_allclose(w, [[0.4], [-0.45]])
        np.testing.assert_allclose(b, [[-0.3]])
        np.testing.assert_array_equal(self.params[0][0], [[0.5], [-0.25]])

    def test_predict(self) -> None:
        A = logistic.forward(self.params, self.X)
        np.testing.assert_array_equal(logistic.predict(self.params, self.X), [[0.0, 0.0]])
        np.testing.assert_array_equal(logistic.predict(self.params, self.X, threshold=0.4), [[1.0, 1.0]])
        assert A.shape == (1, 2)


@hypothesis.given(n=st.integers(1, 6), m=st.integers(1, 9), seed=st.integers(0, 10**6))
@hypothesis.settings(max_examples=40, deadline=None)
def test_backward_is_the_derivative_of_the_cost(n: int, m: int, seed: int) -> None:
    params, X, Y = draw(n, m, seed)
    A = logistic.forward(params, X)
    assert A.shape == (1, m)
    numerical = two_sided(*one_sided(lambda p: logistic.cost(logistic.forward(p, X), Y), params))
    for backward in BACKWARDS:
        given = backward(params, A, X, Y)
        assert given[0][0].shape == (n, 1)
        assert relative_error(flatten(given), numerical.vector) < 1e-6


@hypothesis.given(n=st.integers(1, 6), m=st.integers(1, 9), seed=st.integers(0, 10**6))
@hypothesis.settings(max_examples=25, deadline=None)
def test_backward_agrees_with_automatic_differentiation(n: int, m: int, seed: int) -> None:
    params, X, Y = draw(n, m, seed)

    def cost(vector: Any) -> Any:
        a = 1 / (1 + autograd_np.exp(-(autograd_np.dot(vector[:n], X) + vector[n])))
        return -autograd_np.mean(Y[0] * autograd_np.log(a) + (1 - Y[0]) * autograd_np.log(1 - a))

    exact = autograd.grad(cost)(params.vector)
    given = flatten(logistic.backward(params, logistic.forward(params, X), X, Y))
    np.testing.assert_allclose(given, exact, rtol=1e-9, atol=1e-12)


def test_the_cost_is_scikit_learns_log_loss() -> None:
    params, X, Y = draw(3, 50, 1)
    A = logistic.forward(params, X)
    assert logistic.cost(A, Y) == pytest.approx(metrics.log_loss(Y[0], A[0]))


def test_training_ends_at_the_optimum_that_scikit_learn_finds() -> None:
    rng = np.random.default_rng(3)
    X = rng.normal(size=(2, 200))
    Y = (X.sum(axis=0, keepdims=True) + 1.5 * rng.normal(size=(1, 200)) > 0.3).astype(float)
    oracle = linear_model.LogisticRegression(C=np.inf, tol=1e-10, max_iter=1000).fit(X.T, Y[0])
    trained = fit(networks.logistic_regression(), logistic.initialize(2), X, Y, learning_rate=1.0, iterations=5000)
    [(w, b)] = trained.params
    np.testing.assert_allclose(w[:, 0], oracle.coef_[0], rtol=1e-4)
    np.testing.assert_allclose(b[0], oracle.intercept_, rtol=1e-4)
    np.testing.assert_array_equal(logistic.predict(trained.params, X)[0], oracle.predict(X.T))


def test_extreme_scores_give_no_warning_and_no_nan() -> None:
    params = Parameters([(np.array([[1e4]]), np.zeros((1, 1)))])
    X, Y = np.array([[-1.0, 0.0, 1.0]]), np.array([[1.0, 1.0, 0.0]])
    A = logistic.forward(params, X)
    np.testing.assert_array_equal(A, [[0, 0.5, 1]])
    assert np.isfinite(logistic.cost(A, Y))
    assert np.isfinite(flatten(logistic.backward(params, A, X, Y))).all()


def test_zeros_is_where_it_starts_in_the_float_type_asked_for() -> None:
    assert not logistic.initialize(3).vector.any()
    assert logistic.initialize(3, np.float32).vector.dtype == np.float32


def test_the_gradient_has_the_shapes_of_the_parameters() -> None:
    X, Y = np.array([[1.0, 2.0, 3.0], [0.0, 1.0, 0.0]]), np.array([[0.0, 1.0, 1.0]])
    start = logistic.initialize(2)
    [(dw, db)] = logistic.backward(start, logistic.forward(start, X), X, Y)
    assert (dw.shape, db.shape) == ((2, 1), (1, 1))
