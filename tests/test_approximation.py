"""Steps side by side follow a curve: the more, the closer."""

import numpy as np
import pytest

from helpers import explorers, networks
from helpers.explorers import approximation


def test_it_is_a_network_as_any_other() -> None:
    model = networks.deep_network(["tanh", "identity"], loss="squared_error")
    params = approximation.steps(7)
    np.testing.assert_allclose(
        model.predict(params, approximation.X_LINE), approximation.answer(params, approximation.X_LINE), atol=1e-12
    )


def test_each_unit_steps_by_what_the_curve_rises() -> None:
    """Far from its edge tanh is -1 or 1, so the sum runs from the curve's first value to its last."""
    for n in (1, 5, 40):
        ends = approximation.answer(approximation.steps(n), np.array([[-100.0, 100.0]]))[0]
        np.testing.assert_allclose(
            ends, approximation.target(np.array([approximation.LOW, approximation.HIGH])), atol=1e-9
        )


def test_more_units_come_closer() -> None:
    errors = [approximation.error(n) for n in (4, 10, 20, 40, 60)]
    assert errors == sorted(errors, reverse=True) and errors[-1] < 0.1 < 0.8 < errors[0]


def test_no_units_are_refused() -> None:
    with pytest.raises(ValueError, match="n is 0; it must be a whole number"):
        approximation.steps(0)


@pytest.mark.parametrize("units", [1, 8, 60])
def test_the_panel_says_how_close_it_is(units: int) -> None:
    panel = explorers.approximation_explorer()
    frame = panel._draw({"units": units})
    assert f"nowhere more than {approximation.error(units):.2f}" in frame.status and frame.status in frame.alt


def test_fitted_weights_are_those_of_least_squares() -> None:
    """At the least squared error what is left over is at right angles to each unit and to the constant."""
    x, y = approximation.X_LINE, approximation.target(approximation.X_LINE)
    (W1, b1), _ = params = approximation.fitted(8, x, y)
    left_over = y - approximation.answer(params, x)
    np.testing.assert_allclose(np.tanh(W1 @ x + b1) @ left_over.T, 0, atol=1e-10)
    assert left_over.sum() == pytest.approx(0, abs=1e-10)
    placed = y - approximation.answer(approximation.steps(8), x)
    assert np.sum(left_over**2) < np.sum(placed**2)
