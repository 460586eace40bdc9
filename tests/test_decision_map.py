"""The boundary that moves: it is where the probability is the threshold, and its two sides need no colour."""

import numpy as np
import pytest

from helpers import logistic
from helpers.explorers import threshold
from helpers.explorers.decision_map import DecisionMap
from helpers.plots.style import new_figure


@pytest.fixture
def plane() -> DecisionMap:
    data, _ = threshold.example()
    return DecisionMap(new_figure()[1], data.X, data.Y)


@pytest.mark.parametrize("t", [0.02, 0.5, 0.98])
def test_a_straight_boundary_is_exact(plane: DecisionMap, t: float) -> None:
    _, params = threshold.example()
    plane.show(logistic.forward(params, plane.points), t)
    [line] = plane.boundary.get_segments()
    np.testing.assert_allclose(logistic.forward(params, line.T), t, atol=1e-9)


def test_a_sure_network_gives_no_warning_and_a_boundary(plane: DecisionMap) -> None:
    plane.show((plane.points[0] > 0).astype(float))  # exactly 0 and exactly 1
    [line] = plane.boundary.get_segments()
    assert np.ptp(line[:, 0]) < 1e-9 and abs(line[0, 0]) < 0.2


def test_each_side_bears_its_sign(plane: DecisionMap) -> None:
    plane.show(plane.points[1] > 0.3)
    minus, plus = (np.array(sign.get_data()) for sign in plane.signs)
    assert plus.shape[1] + minus.shape[1] == 64
    assert (plus[1] > 0.3).all() and (minus[1] <= 0.3).all() and plus.size and minus.size


def test_a_plane_of_one_class_has_no_boundary(plane: DecisionMap) -> None:
    plane.show(np.full(plane.points.shape[1], 0.7))
    assert not plane.boundary.get_segments() and not len(plane.signs[0].get_xdata())


def test_a_pixel_stands_on_its_point(plane: DecisionMap) -> None:
    left, right, bottom, top = plane.map.get_extent()
    width = (right - left) / 80
    assert left + width / 2 == pytest.approx(plane.points[0, 0]) and bottom < plane.points[1, 0] < top
