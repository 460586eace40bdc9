"""Gradients through many layers, against the chain rule on a small network; dead units counted."""

import numpy as np
import pytest

from helpers import deep, networks
from helpers.activations import BY_NAME
from helpers.gradient_check import numerical_derivative
from helpers.gradient_flow import EXAMPLES, UNITS, dead_units, gradients_by_depth, rms

NAMES = [name for name in BY_NAME if name != "softmax"]


@pytest.mark.parametrize("name", NAMES)
def test_the_size_is_that_of_differences_through_the_whole_stack(name: str) -> None:
    """J = sum(R * A[3]): its derivative in the input, nudged example by example, has the size that is reported."""
    rng = np.random.default_rng(5)
    weights = 1.3 / np.sqrt(UNITS) * rng.standard_normal((3, UNITS, UNITS))
    X, R = rng.standard_normal((UNITS, EXAMPLES)), rng.standard_normal((UNITS, EXAMPLES))

    def J(row: np.ndarray, unit: int) -> np.ndarray:
        A = X.copy()
        A[unit] = row
        for W in weights:
            A = BY_NAME[name](W @ A + 0.1)
        return np.sum(R * A, axis=0)

    numerical = np.array([numerical_derivative(lambda row, k=k: J(row, k), X[k], 1e-6) for k in range(UNITS)])
    found = gradients_by_depth(name, 3, 1.3, bias=0.1, seed=5)
    assert found.arriving == pytest.approx(rms(numerical) / rms(R), rel=1e-3)


def test_sizes_start_at_one_and_there_is_one_more_than_layers() -> None:
    found = gradients_by_depth("tanh", 7)
    assert found.rms_gradients[0] == 1 and found.rms_gradients.shape == (8,) and found.rms_slopes.shape == (7,)
    assert found.arriving == found.rms_gradients[-1]


@pytest.mark.parametrize("layers", [1, 10, 20])
def test_without_an_activation_xavier_weights_keep_the_size(layers: int) -> None:
    found = gradients_by_depth("identity", layers)
    assert 0.5 < found.arriving < 2 and (found.rms_slopes == 1).all()


def test_what_the_notebook_says() -> None:
    arriving = {(g, s): gradients_by_depth(g, 20, s).arriving for g in NAMES for s in (0.5, 1.0, 2**0.5, 2.0)}
    assert all(arriving["sigmoid", s] < 1e-7 for s in (0.5, 1.0, 2**0.5, 2.0))
    assert 0.1 < gradients_by_depth("sigmoid", 20, 10.0).arriving < 1 < gradients_by_depth("sigmoid", 20, 12.0).arriving
    assert arriving["relu", 1.0] < 0.1 * arriving["tanh", 1.0]
    assert 0.3 < arriving["relu", 2**0.5] < 3 and arriving["relu", 2.0] > 100
    assert gradients_by_depth("relu", 20, 2**0.5, bias=-2.0).arriving == 0
    assert gradients_by_depth("leaky_relu", 20, 2**0.5, bias=-2.0).arriving > 0


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scale", [0.25, 16.0])
def test_every_setting_of_the_explorer_gives_finite_sizes_above_zero(name: str, scale: float) -> None:
    rms_gradients = gradients_by_depth(name, 20, scale).rms_gradients
    assert np.isfinite(rms_gradients).all() and (rms_gradients > 0).all()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [({"layers": 0}, "whole number"), ({"scale": -1.0}, "the scheme is -1.0"), ({"activation": "elu"}, "not an act")],
)
def test_bad_settings_are_refused(wrong: dict, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        gradients_by_depth(**({"activation": "tanh"} | wrong))


def test_dead_is_zero_for_every_example() -> None:
    A = np.array([[0.0, 0.0, 0.0], [0.0, 1e-300, 0.0], [-0.01, -0.2, -0.3]])
    np.testing.assert_array_equal(dead_units(A), [True, False, False])


def test_no_gradient_reaches_a_dead_unit() -> None:
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(2, 30)), (rng.uniform(size=(1, 30)) > 0.5) * 1.0
    network, params = networks.deep_network(["relu", "sigmoid"]), deep.initialize([2, 6, 1], seed=0)
    params[0][1][:3] = -100
    forwarded = network.forward(params, X)
    (dW1, db1), _ = network.gradients(params, forwarded, X, Y)
    np.testing.assert_array_equal(dead_units(forwarded[1][0][3])[:3], True)
    assert not dW1[:3].any() and not db1[:3].any() and dW1[3:].any()


def test_dead_units_needs_rows_and_columns() -> None:
    with pytest.raises(ValueError, match=r"a row for each unit"):
        dead_units(np.zeros(3))
