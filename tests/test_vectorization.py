"""The array functions of notebook 01: against loops and SciPy, by hand, and with bad input."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from needs import need

from helpers import logistic, vectorization
from helpers.vectorization import (
    as_column,
    flatten_images,
    normalize_columns,
    pairwise_distances,
    standardize,
    weight_gradient,
)

hypothesis = need("hypothesis")
st = hypothesis.strategies
expit = need("scipy.special").expit
distance = need("scipy.spatial.distance")
preprocessing = need("sklearn.preprocessing")

sizes = st.integers(1, 6)


def draw(*shape: int, seed: int = 0) -> Any:
    return np.random.default_rng(seed).normal(size=shape)


@hypothesis.given(sizes, sizes, sizes, st.integers(0, 99))
def test_every_image_is_a_column_in_reading_order(m: int, height: int, width: int, seed: int) -> None:
    images = draw(m, height, width, 3, seed=seed)
    X = flatten_images(images)
    assert X.shape == (height * width * 3, m)
    for i in range(m):
        np.testing.assert_array_equal(X[:, i], [c for row in images[i] for pixel in row for c in pixel])


@hypothesis.given(sizes, sizes, st.integers(0, 99))
def test_the_gradient_is_that_of_the_loops(n: int, m: int, seed: int) -> None:
    X, A, Y = draw(n, m, seed=seed), expit(draw(1, m, seed=seed + 1)), 1.0 * (draw(1, m, seed=seed + 2) > 0)
    [(dw, _)] = logistic.backward_loops([(np.zeros((n, 1)), 0.0)], A, X, Y)
    np.testing.assert_allclose(weight_gradient(X, A - Y), dw, atol=1e-12)


@hypothesis.given(sizes, sizes, sizes, st.integers(0, 99))
def test_distances_are_those_of_scipy(n: int, p: int, q: int, seed: int) -> None:
    A, B = draw(n, p, seed=seed), draw(n, q, seed=seed + 1)
    np.testing.assert_allclose(pairwise_distances(A, B), distance.cdist(A.T, B.T), atol=1e-7)


def test_the_distance_of_a_column_from_itself_is_not_nan() -> None:
    A = 1e3 * draw(5, 40)
    apart = np.diag(pairwise_distances(A, A))
    assert np.isfinite(apart).all() and apart.max() < 1e-3


@hypothesis.given(sizes, st.integers(2, 8), st.integers(0, 99))
def test_standardizing_is_that_of_scikit_learn(n: int, m: int, seed: int) -> None:
    X = 3 * draw(n, m, seed=seed) + 5
    np.testing.assert_allclose(standardize(X), preprocessing.scale(X.T).T, atol=1e-9)


@hypothesis.given(st.floats(-1e100, 1e100), st.integers(1, 50))
def test_no_constant_is_one_that_changes(value: float, m: int) -> None:
    np.testing.assert_array_equal(standardize(np.full((1, m), value)), np.zeros((1, m)))


@pytest.mark.parametrize("value", [0, 4, 0.1, -1e9 / 3, 1e-9])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_feature_that_never_changes_becomes_zero(value: float, dtype: Any) -> None:
    """Of 0.1, 0.1, 0.1 rounding makes a mean that is not 0.1, and a deviation that is not 0."""
    X = np.array([[value] * 3, [1, 2, 3]], dtype)
    np.testing.assert_array_equal(standardize(X)[0], [0, 0, 0])
    np.testing.assert_allclose(standardize(X)[1], [-(1.5**0.5), 0, 1.5**0.5], rtol=1e-6)


@hypothesis.given(sizes, sizes, st.integers(0, 99))
def test_normalizing_is_that_of_scikit_learn(n: int, m: int, seed: int) -> None:
    X = draw(n, m, seed=seed)
    np.testing.assert_allclose(normalize_columns(X), preprocessing.normalize(X.T).T, atol=1e-12)


def test_by_hand() -> None:
    np.testing.assert_allclose(normalize_columns([[3, 0], [4, 0]]), [[0.6, 0], [0.8, 0]])
    np.testing.assert_allclose(pairwise_distances([[0, 3], [0, 4]], [[0], [0]]), [[0], [5]])
    np.testing.assert_allclose(standardize([[1, 3]]), [[-1, 1]])
    np.testing.assert_allclose(weight_gradient([[1, 2], [3, 4]], [[1, -1]]), [[-0.5], [-0.5]])


@pytest.mark.parametrize("given", [[1, 2, 3], [[1, 2, 3]], [[1], [2], [3]]])
def test_a_column_comes_of_any_row(given: Any) -> None:
    assert as_column(given).tolist() == [[1], [2], [3]]


ALL: list[Callable[[Any], Any]] = [
    flatten_images,
    standardize,
    normalize_columns,
    lambda X: pairwise_distances(X, X),
    lambda X: weight_gradient(X, X[:1]),
]


@pytest.mark.parametrize("function", ALL)
@pytest.mark.parametrize("dtype", [np.float32, np.float64, np.int64, np.uint8])
def test_the_float_type_stays_and_integers_become_float64(function: Callable[[Any], Any], dtype: Any) -> None:
    X = np.array([[1, 2, 4], [3, 3, 5]]).astype(dtype)
    before = X.copy()
    result = function(X)
    assert result.dtype == (np.float32 if dtype == np.float32 else np.float64)
    np.testing.assert_array_equal(X, before)


@pytest.mark.parametrize("name", ["flatten_images", "standardize", "normalize_columns", "as_column"])
@pytest.mark.parametrize(
    ("bad", "message"),
    [("abc", "must hold numbers; given text"), (None, "given None"), ([[1, 2], [3]], "is a ragged list")],
)
def test_what_is_no_array_is_refused(name: str, bad: Any, message: str) -> None:
    with pytest.raises((TypeError, ValueError), match=message):
        getattr(vectorization, name)(bad)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: standardize([1, 2]), "X has shape (2,); it must be (features, examples): pass X.reshape(-1, 1)"),
        (lambda: normalize_columns(np.ones((2, 2, 2))), "X has shape (2, 2, 2); it must be (features, examples)"),
        (lambda: flatten_images([1, 2]), "images has shape (2,); it must be (m, height, width)"),
        (lambda: weight_gradient(np.ones((2, 3)), np.ones((3, 1))), "X has 3 examples, so it must be (1, 3)"),
        (lambda: pairwise_distances(np.ones((2, 3)), np.ones((3, 2))), "their columns must be equally long"),
        (lambda: flatten_images(np.ones((0, 8, 8))), "images has shape (0, 8, 8), without a pixel in it"),
        (lambda: standardize(np.ones((3, 0))), "X has shape (3, 0), without a number in it"),
        (lambda: as_column(np.ones((2, 3))), "a has shape (2, 3); a column is made of one row of numbers"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_mend(call: Callable[[], Any], message: str) -> None:
    with pytest.raises(ValueError) as caught:
        call()
    assert message in str(caught.value)
