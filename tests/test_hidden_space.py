"""The space of the hidden units: the boundary is a straight line there, and three dimensions are drawn honestly."""

import numpy as np
import pytest

from helpers import datasets, networks, plots, shallow
from helpers.plots.hidden_space import LETTERS, ROOM, edge_on, free_side
from helpers.plots.style import CLASS_MARKERS, INK
from helpers.training import fit

RNG = np.random.default_rng(2)
FLOWER = datasets.load("flower", m=60)


def test_two_units_are_drawn_as_they_are() -> None:
    np.testing.assert_array_equal(edge_on(np.array([2.0, -1.0]), RNG.normal(size=(2, 9))), np.eye(2))


def test_three_units_are_only_turned_never_bent() -> None:
    """The two axes of the picture are at right angles and of length 1."""
    view = edge_on(RNG.normal(size=3), RNG.normal(size=(3, 20)))
    np.testing.assert_allclose(view @ view.T, np.eye(2), atol=1e-14)


def test_the_plane_of_the_output_is_seen_from_its_edge() -> None:
    """The height in the picture tells the score, so that the boundary is one straight line."""
    w, A = RNG.normal(size=3), RNG.normal(size=(3, 20))
    heights = (edge_on(w, A) @ A)[1]
    np.testing.assert_allclose(heights * np.linalg.norm(w), w @ A, atol=1e-14)


@pytest.mark.parametrize("units", [2, 3])
def test_the_examples_lie_on_their_side_of_the_line(units: int) -> None:
    """Drawn points above the line are those that the network gives to class 1."""
    start = shallow.initialize(2, units, seed=1, scale=0.5)
    params = fit(networks.shallow_network(), start, FLOWER.X, FLOWER.Y, learning_rate=1.0, iterations=300).params
    picture = plots.hidden_space(params, FLOWER.X, FLOWER.Y)
    lines = picture.figure.axes[1].lines
    [cut] = [line for line in lines if line.get_color() == INK]
    start, end = cut.get_xydata()
    drawn = np.hstack([line.get_xydata().T for line in lines if line.get_marker() in CLASS_MARKERS])
    dx, dy = end - start
    side = np.sign(dy * (drawn[0] - start[0]) - dx * (drawn[1] - start[1]))
    scores = shallow.forward(params, FLOWER.X)[1] - 0.5
    np.testing.assert_array_equal(side, np.sign(np.hstack([scores[FLOWER.Y == label] for label in (0, 1)])))


def test_more_units_than_can_be_drawn_are_refused() -> None:
    with pytest.raises(ValueError, match="the network has 4 hidden units; needed are 2 or 3, to be drawn"):
        plots.hidden_space(shallow.initialize(2, 4, 1), FLOWER.X, FLOWER.Y)


def test_where_there_is_no_boundary_it_says_so() -> None:
    layer1, (W2, b2) = shallow.initialize(2, 3, 1)
    with pytest.raises(ValueError, match="all output weights are 0, so there is no boundary to draw"):
        plots.hidden_space([layer1, (0 * W2, b2)], FLOWER.X, FLOWER.Y)


@pytest.mark.parametrize("units", [2, 3])
def test_a_letter_covers_no_point_and_no_other_letter(units: int) -> None:
    start = shallow.initialize(2, units, seed=1, scale=0.5)
    params = fit(networks.shallow_network(), start, FLOWER.X, FLOWER.Y, learning_rate=1.0, iterations=300).params
    figure = plots.hidden_space(params, FLOWER.X, FLOWER.Y).figure
    figure.draw_without_rendering()
    for ax in figure.axes:
        letters = [text.get_window_extent().padded(-2) for text in ax.texts if text.get_text() in LETTERS]
        lines = [line.get_xydata() for line in ax.lines if line.get_marker() in CLASS_MARKERS]
        drawn = ax.transData.transform(np.vstack(lines))
        assert len(letters) == 4 and not any(box.contains(x, y) for box in letters for x, y in drawn)
        assert not any(a.overlaps(b) for k, a in enumerate(letters) for b in letters[:k])


def test_a_letter_goes_outward_unless_something_is_there() -> None:
    at, outward = np.zeros(2), np.array([0.0, 3.0])
    np.testing.assert_allclose(free_side(at, at[np.newaxis], outward), [0, 12], atol=1e-12)
    taken = np.array([[0.0, 0.0], [0.0, 12.0]])
    offset = free_side(at, taken, outward)
    assert np.hypot(*(offset - taken[1])) >= ROOM and offset[1] > 0
