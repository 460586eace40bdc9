"""Inputs of the playground: numbers by hand, code that says the same, names that don't fit."""

import numpy as np
import pytest
from needs import need

from helpers.playground.features import FEATURES, inputs

hypothesis = need("hypothesis")
st = hypothesis.strategies

POINTS = np.array([[0.0, 2.0, -3.0], [1.0, -1.0, 0.5]])


def test_features_by_hand() -> None:
    assert list(FEATURES) == ["x1", "x2", "x1^2", "x2^2", "x1 x2", "sin x1", "sin x2"]
    rows = [[0, 2, -3], [1, -1, 0.5], [0, 4, 9], [1, 1, 0.25], [0, -2, -1.5]]
    np.testing.assert_array_equal(inputs(POINTS, list(FEATURES)[:5]), rows)
    np.testing.assert_allclose(FEATURES["sin x1"](POINTS), [0, 0.9092974268, -0.1411200081])
    np.testing.assert_allclose(FEATURES["sin x2"](POINTS), [0.8414709848, -0.8414709848, 0.4794255386])


@pytest.mark.parametrize("name", FEATURES)
def test_the_line_of_code_says_the_same_as_the_function(name: str) -> None:
    x1, x2 = POINTS
    value = eval(FEATURES[name].code, {"np": np, "x1": x1, "x2": x2, "__builtins__": {}})
    np.testing.assert_array_equal(value, FEATURES[name](POINTS))


@hypothesis.given(names=st.lists(st.sampled_from(list(FEATURES)), min_size=1, unique=True), m=st.integers(1, 20))
@hypothesis.settings(deadline=None)
def test_one_row_for_each_name_in_their_order(names: list[str], m: int) -> None:
    points = np.random.default_rng(m).standard_normal((2, m))
    X = inputs(points, names)
    assert X.shape == (len(names), m)
    for row, name in zip(X, names, strict=True):
        np.testing.assert_array_equal(row, FEATURES[name](points))
    X[:] = 0
    assert points.all()  # a copy: who changes X does not move the points


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ([], "there are no features; the network needs one or more of x1, x2, x1"),
        (["x1", "x3"], "there is no feature 'x3'; there are x1, x2, .* and sin x2"),
        ([["x1"]], r"there is no feature \['x1'\]"),
        ("x1", "the features are 'x1'; pass a list of names"),
        (None, "the features are None; pass a list of names"),
        (["x1", "x2", "x2"], "the feature 'x2' is there twice"),
    ],
)
def test_names_that_do_not_fit_get_a_sentence(names: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        inputs(POINTS, names)


def test_points_that_do_not_fit_get_a_sentence() -> None:
    with pytest.raises(ValueError, match=r"points has shape \(3, 2\); it must be \(2, m\): pass points.T"):
        inputs(POINTS.T, ["x1"])
    with pytest.raises(ValueError, match="points holds 1 nan or inf"):
        FEATURES["x1"](np.array([[np.nan], [0.0]]))
