"""The momentum explorer: its paths are those of the formulas, and what it says of them is so."""

from functools import partial

import numpy as np
import pytest

from helpers import explorers
from helpers.explorers import valley
from helpers.gradient_check import numerical_derivative
from helpers.training.optimizers import GradientDescent, Momentum


def test_the_steps_go_down_the_slopes_of_the_cost() -> None:
    path = valley.descend(Momentum(0.6), 0.03, decay=0.1).points
    w, v = np.array(valley.START), np.zeros(2)
    for k in range(6):
        np.testing.assert_allclose(path[:, k], w, atol=1e-6)
        w1, w2 = w.tolist()
        slope = [
            numerical_derivative(partial(valley.cost_at, w2=w2), w1),
            numerical_derivative(partial(valley.cost_at, w1), w2),
        ]
        v = 0.6 * v - 0.03 / (1 + 0.1 * k) * np.array(slope)
        w = w + v


def test_plain_descent_leaves_the_valley_above_the_rate_that_the_formula_gives() -> None:
    """w2 is multiplied by 1 - 25 mu in each step: beyond mu = 2/25 it grows."""
    assert valley.descend(GradientDescent(), 0.0799).costs[-1] < valley.descend(GradientDescent(), 0.0799).costs[0]
    assert "ends higher than it began" in valley.descend(GradientDescent(), 0.0801 + 0.01).words


@pytest.mark.parametrize("rate", valley.RATES)
def test_what_is_said_of_the_end_is_so(rate: float) -> None:
    for beta in valley.BETAS:
        for decay in valley.DECAYS:
            path = valley.descend(Momentum(beta), rate, decay)
            assert np.isfinite(path.costs).all()
            arrived = path.arrived
            assert ("at the bottom" in path.words) is (arrived is not None)
            if arrived is not None:
                assert (path.costs[arrived:] <= valley.NEAR).all() and path.costs[arrived - 1] > valley.NEAR
            assert ("higher" in path.words) is bool(arrived is None and path.costs[-1] > path.costs[0])


def test_without_beta_it_is_plain_descent_and_at_the_start_momentum_is_sooner() -> None:
    plain = valley.descend(GradientDescent(), 0.04)
    np.testing.assert_allclose(valley.descend(Momentum(0.0), 0.04).points, plain.points, rtol=1e-12)
    frame = explorers.momentum_explorer().frame
    assert frame.status in frame.alt and frame.picture.std() > 5
    start = valley.RATES[14]
    plain, heavy = valley.descend(GradientDescent(), start), valley.descend(Momentum(0.8), start)
    assert heavy.arrived and (plain.arrived is None or heavy.arrived < plain.arrived)


@pytest.mark.parametrize("end", [0, -1])
def test_every_control_goes_to_its_ends(end: int) -> None:
    panel = explorers.momentum_explorer()
    settings = {"learning_rate": valley.RATES[end], "beta": valley.BETAS[end], "decay": valley.DECAYS[end]}
    frame = panel._draw(settings)
    assert "Plain descent" in frame.status and "inf" not in frame.status and "nan" not in frame.status
