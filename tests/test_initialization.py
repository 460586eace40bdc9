"""Random starts: of the variance that the theory wants, which keeps the size of what goes through many layers."""

from typing import Any

import numpy as np
import pytest

from helpers.activations import identity, relu
from helpers.initialization import SCHEMES, initialize

DEVIATIONS = [("xavier", 1 / 20), ("he", 2**0.5 / 20), ("small", 0.01), ("large", 10.0), (0.3, 0.3), (np.float32(2), 2)]


@pytest.mark.parametrize(("scheme", "deviation"), DEVIATIONS)
def test_weights_are_normal_with_the_deviation_of_their_scheme(scheme: Any, deviation: float) -> None:
    """120,000 weights from 400 units to 300: chance moves their deviation by 0.2 %, and 2 % are allowed."""
    [(W, b)] = initialize([400, 300], 0, scheme)
    assert (W.shape, b.shape) == ((300, 400), (300, 1)) and not b.any()
    Z = W / deviation
    assert Z.std() == pytest.approx(1, rel=0.02)
    assert abs(Z.mean()) < 0.02 and np.mean(np.abs(Z) < 1) == pytest.approx(0.6827, abs=0.01)


@pytest.mark.parametrize(("scheme", "g"), [("xavier", identity), ("he", relu)])
def test_the_size_of_what_goes_through_20_layers_is_kept(scheme: str, g: Any) -> None:
    """The mean square of the scores, layer by layer: kept by the scheme that is made for the activation."""
    A = np.random.default_rng(1).standard_normal((300, 200))
    first, last = 0.0, 0.0
    for W, _ in initialize([300] * 21, 0, scheme):
        Z = W @ A
        first, last, A = first or np.mean(Z**2), np.mean(Z**2), g(Z)
    assert 0.5 < last / first < 2


def test_the_schemes_to_learn_from() -> None:
    assert not initialize([3, 2], 0, "zeros").vector.any()
    [(W, b)] = initialize([3, 2], 0, "constant")
    assert (W == 0.5).all() and not b.any()


def test_a_seed_is_a_number_or_a_generator() -> None:
    given = [initialize([3, 4, 1], seed).vector for seed in (7, np.random.default_rng(7))]
    np.testing.assert_array_equal(*given)
    assert (initialize([3, 4, 1], 8).vector != given[0]).any()
    (W1, _), (W2, _) = initialize([4, 4, 4])
    assert (W1 != W2).all(), "each layer draws weights of its own"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_type_of_the_numbers_is_a_choice(scheme: str) -> None:
    assert initialize([2, 1], scheme=scheme).vector.dtype == np.float64
    assert initialize([2, 1], scheme=scheme, dtype=np.float32).vector.dtype == np.float32


@pytest.mark.parametrize("sizes", [4, [4], (), "ab", {2, 1}, None])
def test_sizes_that_are_no_list_of_two_or_more_are_refused(sizes: Any) -> None:
    with pytest.raises(ValueError, match="pass a list from the features to the output, such as"):
        initialize(sizes)


@pytest.mark.parametrize("sizes", [[2, 0], [2, 1.5], [True, 1]])
def test_a_size_that_is_no_count_is_named_with_its_layer(sizes: Any) -> None:
    with pytest.raises(ValueError, match=r"the size of layer \d is .*; it must be a whole number"):
        initialize(sizes)


@pytest.mark.parametrize("scheme", ["He", "", None, True, -0.1, float("nan"), float("inf"), [1], 1j])
def test_what_is_no_scheme_is_refused(scheme: Any) -> None:
    with pytest.raises(ValueError, match="it is one of zeros, constant, small, xavier, he, large, or a standard dev"):
        initialize([2, 1], 0, scheme)


@pytest.mark.parametrize("scheme", [0, 0.0, 2, np.int64(1)])
def test_a_standard_deviation_may_be_any_number_from_0_up(scheme: Any) -> None:
    assert np.isfinite(initialize([2, 1], 0, scheme).vector).all()
