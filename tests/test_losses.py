"""Losses and their derivatives, by hand, against SciPy, scikit-learn and autograd."""

import math

import numpy as np
import pytest
from needs import need

from helpers import losses
from helpers.activations import sigmoid, softmax
from helpers.gradient_check import numerical_derivative
from helpers.losses import (
    binary_cross_entropy,
    binary_cross_entropy_derivative,
    binary_cross_entropy_from_scores,
    cross_entropy,
    cross_entropy_derivative,
    squared_error,
    squared_error_derivative,
)

anp = need("autograd.numpy")
autograd = need("autograd")
special = need("scipy.special")
metrics = need("sklearn.metrics")
need("hypothesis")
from hypothesis import given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402
from hypothesis.extra.numpy import arrays  # noqa: E402

rng = np.random.default_rng(0)
A, Y = rng.uniform(0.01, 0.99, (3, 7)), (rng.random((3, 7)) < 0.5) * 1.0
ALL = [binary_cross_entropy, cross_entropy, squared_error]
EVERY = [*ALL, binary_cross_entropy_derivative, cross_entropy_derivative, squared_error_derivative]


def test_by_hand():
    assert binary_cross_entropy(0.8, 1) == pytest.approx(-math.log(0.8))
    assert binary_cross_entropy(0.8, 0) == pytest.approx(-math.log(0.2))
    assert binary_cross_entropy_derivative(0.8, 1) == pytest.approx(-1.25)
    assert binary_cross_entropy_derivative(0.8, 0) == pytest.approx(5)
    three = np.array([[0.7], [0.2], [0.1]])
    second = np.array([[0], [1], [0]])
    np.testing.assert_allclose(cross_entropy(three, second), [[-math.log(0.2)]])
    np.testing.assert_allclose(cross_entropy_derivative(three, second), [[0], [-5], [0]])
    np.testing.assert_allclose(squared_error(three, second), [[0.49 + 0.64 + 0.01]])
    np.testing.assert_allclose(squared_error_derivative(three, second), [[1.4], [-1.6], [0.2]])


def test_shapes_element_by_element_or_down_each_column():
    assert binary_cross_entropy(A[:1], Y[:1]).shape == (1, 7)
    assert cross_entropy(A, Y).shape == squared_error(A, Y).shape == (1, 7)
    assert {f(A, Y).shape for f in EVERY[3:]} == {(3, 7)}


@pytest.mark.parametrize("loss", ALL)
def test_derivative_equals_differences(loss):
    numerical = numerical_derivative(lambda a: loss(a, Y), A)
    if loss is not binary_cross_entropy:  # a sum down the column: nudge one row at a time
        rows = [numerical_derivative(lambda a, k=k: loss(_with_row(A, k, a), Y)[0], A[k]) for k in range(3)]
        numerical = np.stack(rows)
    np.testing.assert_allclose(getattr(losses, f"{loss.__name__}_derivative")(A, Y), numerical, rtol=1e-5)


def _with_row(array, k, row):
    changed = array.copy()
    changed[k] = row
    return changed


@pytest.mark.parametrize(
    ("loss", "formula"),
    [
        (binary_cross_entropy, lambda a: -anp.sum(Y * anp.log(a) + (1 - Y) * anp.log(1 - a))),
        (cross_entropy, lambda a: -anp.sum(Y * anp.log(a))),
        (squared_error, lambda a: anp.sum((a - Y) ** 2)),
    ],
)
def test_derivative_equals_autograd(loss, formula):
    derivative = getattr(losses, f"{loss.__name__}_derivative")
    np.testing.assert_allclose(loss(A, Y).sum(), formula(A), rtol=1e-13)
    np.testing.assert_allclose(derivative(A, Y), autograd.grad(formula)(A), rtol=1e-12)


def test_equal_to_scipy():
    expected = -(special.xlogy(Y, A) + special.xlog1py(1 - Y, -A))
    np.testing.assert_allclose(binary_cross_entropy(A, Y), expected, rtol=1e-13)


def test_mean_over_classes_is_scikit_learns_log_loss():
    P, classes = softmax(rng.normal(0, 2, (4, 30))), rng.integers(0, 4, 30)
    one_hot = np.eye(4)[:, classes]
    expected = metrics.log_loss(classes, P.T, labels=range(4))
    assert np.mean(cross_entropy(P, one_hot)) == pytest.approx(expected, rel=1e-12)


@given(
    z=arrays(np.float64, (2, 4), elements=st.floats(-30, 30)),
    y=arrays(np.float64, (2, 4), elements=st.floats(0, 1)),
)
@settings(deadline=None, max_examples=50)
def test_from_scores_equals_from_probabilities(z, y):
    expected = binary_cross_entropy(sigmoid(z), y)
    np.testing.assert_allclose(binary_cross_entropy_from_scores(z, y), expected, rtol=1e-3, atol=1e-6)


@given(
    z=arrays(np.float64, (1, 5), elements=st.floats(-5, 5)),
    y=arrays(np.float64, (1, 5), elements=st.floats(0, 1)),
)
@settings(deadline=None, max_examples=50)
def test_from_scores_equals_from_probabilities_to_rounding(z, y):
    expected = binary_cross_entropy(sigmoid(z), y)
    np.testing.assert_allclose(binary_cross_entropy_from_scores(z, y), expected, rtol=1e-12)


@pytest.mark.parametrize("z", [0.0, 1e-3, 1.0, 30.0, 50.0, 300.0])
def test_from_scores_is_exact_far_out(z):
    right, wrong = math.log1p(math.exp(-z)), z + math.log1p(math.exp(-z))
    assert binary_cross_entropy_from_scores(z, 1.0) == pytest.approx(right, rel=1e-12)
    assert binary_cross_entropy_from_scores(-z, 0.0) == pytest.approx(right, rel=1e-12)
    assert binary_cross_entropy_from_scores(-z, 1.0) == pytest.approx(wrong, rel=1e-12)
    assert binary_cross_entropy_from_scores(z, 0.0) == pytest.approx(wrong, rel=1e-12)


def test_from_scores_has_no_largest_score():
    far = np.array([[-1e4, -1e4, 1e4, 1e4]])
    result = binary_cross_entropy_from_scores(far, np.array([[0, 1, 0, 1]]))
    np.testing.assert_allclose(result, [[0, 1e4, 1e4, 0]], atol=1e-300)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_certain_answers_stay_finite(dtype):
    sure, truth = np.array([[0, 1, 0, 1]], dtype=dtype), np.array([[0, 1, 1, 0]], dtype=dtype)
    loss, slope = binary_cross_entropy(sure, truth), binary_cross_entropy_derivative(sure, truth)
    eps = np.finfo(dtype).eps
    assert loss.dtype == slope.dtype == dtype
    np.testing.assert_allclose(loss, [[eps, eps, -np.log(eps), -np.log(eps)]], rtol=1e-6)
    np.testing.assert_allclose(slope, [[1, -1, -1 / eps, 1 / eps]], rtol=1e-6)
    assert np.isfinite(cross_entropy(sure, truth)).all()
    assert np.isfinite(cross_entropy_derivative(sure, truth)).all()


def test_a_small_probability_is_not_rounded_up():
    assert binary_cross_entropy(1e-10, 1) == pytest.approx(-math.log(1e-10))
    assert binary_cross_entropy(np.array([1e-10]), np.array([1])) == pytest.approx(-math.log(1e-10))
    assert cross_entropy([[1e-10]], [[1]]) == pytest.approx(-math.log(1e-10))


@pytest.mark.parametrize("loss", [*EVERY, binary_cross_entropy_from_scores])
@pytest.mark.parametrize("convert", [np.uint8, np.int64, np.bool_, np.float64, list])
def test_labels_of_any_type_mean_the_same(loss, convert):
    labels = Y.tolist() if convert is list else Y.astype(convert)
    np.testing.assert_allclose(loss(A, labels), loss(A, Y), rtol=1e-12)


def test_whole_numbers_do_not_wrap_round():
    nothing, one = np.zeros((1, 1), np.uint8), np.ones((1, 1), np.uint8)
    assert squared_error_derivative(nothing, one) == -2
    assert squared_error(nothing, one) == 1


@pytest.mark.parametrize("loss", [*EVERY, binary_cross_entropy_from_scores])
@pytest.mark.parametrize(
    ("labels", "error", "sentence"),
    [
        (Y[0], ValueError, "shape (3, 7) and Y has shape (7,)"),
        (Y.ravel(), ValueError, "pass Y.reshape(3, 7)"),
        (Y.T, ValueError, "pass Y.T"),
        (None, TypeError, "must hold numbers; given None"),
        ("yes", TypeError, "must hold numbers; given text"),
        ([[1, 0], [1]], ValueError, "ragged"),
    ],
)
def test_labels_that_do_not_fit_are_refused(loss, labels, error, sentence):
    with pytest.raises(error) as refusal:
        loss(A, labels)
    assert sentence in str(refusal.value)


def test_inputs_are_left_as_they_were():
    before = A.copy(), Y.copy()
    for loss in EVERY:
        loss(A, Y)
    np.testing.assert_array_equal((A, Y), before)


def test_the_cost_is_the_mean_over_examples_of_the_sum_over_outputs():
    """Two outputs, three examples: six losses, log 2 or log 4 each, and they are divided by 3."""
    A = np.array([[0.5, 0.25, 0.5], [0.5, 0.75, 0.75]])
    Y = np.array([[1.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
    assert losses.cost(A, Y) == pytest.approx(9 * np.log(2) / 3)
    assert losses.cost(A[:1], Y[:1]) == pytest.approx(4 * np.log(2) / 3)
