"""Surfaces for regression: values by hand, range, draws fixed by their seed."""

import numpy as np
import pytest
from needs import need

from helpers.datasets import surfaces
from helpers.datasets.surfaces import HILLS, SURFACES, WIDTH

hypothesis = need("hypothesis")
st = hypothesis.strategies


def test_values_by_hand() -> None:
    x1, x2 = np.array([3.0, -3.0, 0.0, 1.5]), np.array([3.0, 0.0, np.pi / 2, -2.0])
    np.testing.assert_allclose(surfaces.plane(x1, x2), [1, -0.5, np.pi / 12, -0.5 / 6])
    np.testing.assert_allclose(surfaces.saddle(x1, x2), [1, 0, 0, -1 / 3])
    np.testing.assert_allclose(surfaces.ripples(x1, x2)[1:], [0.960170286650366, -1, 0.28366218546322625])
    near = surfaces.hills(np.array([0.5, -1]), np.array([0.5, -0.5]))
    np.testing.assert_allclose(near, [-0.06536983120375249, -0.11191794560313603])
    far = np.array([1e3])
    assert surfaces.hills(far, far) == 0


def test_hills_are_as_high_as_their_table_says_but_for_their_neighbours() -> None:
    a, b, height = np.array(HILLS).T
    assert sorted(height) == [-1, -1, -1, 1, 1, 1]
    np.testing.assert_allclose(surfaces.hills(a, b), height, atol=0.1)
    one_width_away = surfaces.hills(a[:1] - WIDTH, b[:1])
    np.testing.assert_allclose(one_width_away, height[0] * np.exp(-0.5), atol=0.02)


@pytest.mark.parametrize("name", SURFACES)
def test_values_reach_from_about_minus_one_to_one(name: str) -> None:
    values = SURFACES[name](*np.meshgrid(np.linspace(-3, 3, 121), np.linspace(-3, 3, 121)))
    assert -1 <= values.min() < -0.9 and 0.9 < values.max() <= 1 and values.shape == (121, 121)


@hypothesis.given(
    name=st.sampled_from(list(SURFACES)), m=st.integers(1, 40), noise=st.floats(0, 2), seed=st.integers(0, 10**6)
)
@hypothesis.settings(max_examples=40, deadline=None)
def test_draws_have_their_shapes_and_are_fixed_by_their_seed(name: str, m: int, noise: float, seed: int) -> None:
    X, Y, X_test, Y_test = draw = surfaces.draw(SURFACES[name], m=m, noise=noise, seed=seed)
    assert X.shape == X_test.shape == (2, m) and Y.shape == Y_test.shape == (1, m)
    assert np.abs(X).max() <= 3 and not np.array_equal(X, X_test)
    for one, again in zip(draw, surfaces.draw(SURFACES[name], m=m, noise=noise, seed=seed), strict=True):
        np.testing.assert_array_equal(one, again)


def test_noise_is_added_to_the_values_and_leaves_the_points() -> None:
    X, Y, X_test, Y_test = surfaces.draw(surfaces.saddle, m=2000, noise=0)
    np.testing.assert_array_equal([Y[0], Y_test[0]], [surfaces.saddle(*X), surfaces.saddle(*X_test)])
    X_noisy, Y_noisy, _, _ = surfaces.draw(surfaces.saddle, m=2000, noise=0.5)
    np.testing.assert_array_equal(X_noisy, X)
    np.testing.assert_array_equal(surfaces.draw(surfaces.saddle, m=2000, noise=0, seed=1)[0], X)
    assert abs(np.std(Y_noisy - Y) - 0.5) < 0.03


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"m": 0}, "m is 0; it must be a whole number, 1 or more"),
        ({"noise": -1}, "noise is -1; it must be a number, 0 or more, such as 0.1"),
        ({"seed": -1}, "seed is -1"),
    ],
)
def test_what_does_not_fit_gets_a_sentence(wrong: dict[str, int], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        surfaces.draw(surfaces.plane, **wrong)  # type: ignore[arg-type]
