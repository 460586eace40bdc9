"""The line to grab: what hands, keys and descent make of w and b, and what is drawn and said of them."""

from typing import Any

import numpy as np
import pytest

from helpers import explorers, logistic, networks
from helpers.explorers import line, line_grip
from helpers.explorers.line_by_hand import GATES, LEARNING_RATE, LineByHand
from helpers.explorers.line_picture import NARROW, WIDE, crossing
from helpers.metrics import best_line
from helpers.training import fit
from helpers.widgets.drawing import Dots, Line, Map, Words
from helpers.widgets.hands import Plane, Touch

ALL = ("blobs", *GATES, *line.CLOUDS)


def touch(explorer: LineByHand, hand: str, at: Any) -> None:
    x, y = np.asarray(at) / (explorer.layout.width, explorer.layout.height)
    explorer.touch(Touch("plane", hand, float(x), float(y)))


def drag(explorer: LineByHand, start: Any, end: Any) -> None:
    for hand, at in (("down", start), ("move", (np.add(start, end)) / 2), ("move", end), ("up", end)):
        touch(explorer, hand, at)


def ends(explorer: LineByHand) -> Any:
    """Foot and tip of the arrow, in the picture."""
    return line_grip.arrow(explorer, Plane(explorer.layout.plane, explorer.window))


def press(explorer: LineByHand, key: str) -> None:
    explorer.touch(Touch("plane", "key", key=key))


def set_line(explorer: LineByHand, w1: float, w2: float, b: float) -> None:
    w = np.array([w1, w2])
    explorer.place_line(w, -b * w / np.dot(w, w))


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("data", ALL)
def test_every_data_set_is_drawn_within_the_picture_before_and_after_descent(data: str, narrow: bool) -> None:
    explorer, layout = LineByHand(data), NARROW if narrow else WIDE
    for steps in (0, 2000):
        if steps:
            explorer.advance(steps)
        frame = explorer.show(narrow)
        assert frame.status in frame.alt and frame.handles[0].label.count("arrow keys") == 1
        for mark in frame.picture.marks:  # type: ignore[union-attr]
            if isinstance(mark, (Dots, Line)):
                x, y = np.reshape(mark.points, (-1, 2)).T
                assert (x >= -1).all() and (x <= layout.width + 1).all()
                assert (y >= -1).all() and (y <= layout.height + 1).all()


def test_the_map_is_the_units_answer_and_the_line_is_where_it_is_one_half() -> None:
    explorer = LineByHand()
    set_line(explorer, 2.0, 1.0, -0.5)
    marks = explorer.show(False).picture.marks  # type: ignore[union-attr]
    shown = next(mark for mark in marks if isinstance(mark, Map))
    left, right, bottom, top = explorer.window
    corner = logistic.forward(explorer.params, np.array([[left, right], [bottom, top]]))
    np.testing.assert_allclose([shown.values[0, 0], shown.values[-1, -1]], 2 * corner[0] - 1, atol=1e-12)
    for point in crossing(np.array([2.0, 1.0]), -0.5, explorer.window):
        assert point @ (2.0, 1.0) == pytest.approx(0.5)


def test_the_arrow_stands_across_the_line_in_the_picture_and_points_to_class_1() -> None:
    for narrow in (False, True):
        explorer = LineByHand("moons")
        explorer.show(narrow)
        set_line(explorer, -1.5, 0.7, 0.3)
        foot, tip = ends(explorer)
        plane = Plane(explorer.layout.plane, explorer.window)
        along = np.diff(plane.to_picture(crossing(explorer.vector[:2], 0.3, explorer.window).T), axis=0)[0]
        assert abs(along @ (tip - foot)) < 1e-6 * np.hypot(*along) * np.hypot(*(tip - foot))
        at_tip = np.array(plane.to_data(*tip))[:, np.newaxis]
        assert logistic.forward(explorer.params, at_tip).item() > 0.5


def test_pulling_the_arrow_turns_the_line_about_its_foot_and_its_length_is_the_steepness() -> None:
    explorer = LineByHand()
    foot, tip = ends(explorer)
    drag(explorer, tip + 3, foot + (3, -40 + 3))  # straight up
    w1, w2, _ = explorer.vector
    assert abs(w1) < 1e-9 and w2 == pytest.approx(3 * 40 / 90)
    np.testing.assert_allclose(ends(explorer), [foot, foot + (0, -40)], atol=1e-6)
    drag(explorer, ends(explorer)[1], foot + (0, -80))
    assert explorer.vector[1] == pytest.approx(3 * 80 / 50)


def test_dragging_the_line_moves_b_alone() -> None:
    explorer = LineByHand()
    before = explorer.vector
    foot, tip = ends(explorer)
    start = foot - 0.5 * (tip - foot)[::-1] * (1, -1)  # on the line, beside its foot
    drag(explorer, start, start + (25, 10))
    np.testing.assert_array_equal(explorer.vector[:2], before[:2])
    at = np.array(Plane(WIDE.plane, explorer.window).to_data(*(start + (25, 10))))
    assert explorer.vector[:2] @ at + explorer.vector[2] == pytest.approx(0, abs=1e-9)
    assert explorer.vector[2] != before[2]


def test_far_from_the_line_nothing_is_grabbed() -> None:
    explorer = LineByHand()
    before = explorer.vector.copy()
    drag(explorer, (WIDE.plane[0] + 5, WIDE.plane[1] + 200), (100, 100))
    np.testing.assert_array_equal(explorer.vector, before)


def test_no_pull_breaks_it() -> None:
    explorer, rng = LineByHand("XOR"), np.random.default_rng(0)
    for _ in range(300):
        foot, tip = ends(explorer)
        drag(explorer, tip if rng.random() < 0.5 else foot, rng.uniform(0, 400, 2))
        assert np.isfinite(explorer.vector).all()
        assert 0.05 - 1e-9 <= np.hypot(*explorer.vector[:2]) <= 40 + 1e-9
        explorer.show(bool(rng.integers(2)))


def test_keys_do_the_same() -> None:
    explorer = LineByHand()
    set_line(explorer, 0.0, 2.0, 0.5)
    press(explorer, "ArrowRight")
    w1, w2, _ = explorer.vector
    assert w1 > 0 and np.hypot(w1, w2) == pytest.approx(2)
    press(explorer, "ArrowLeft")
    np.testing.assert_allclose(explorer.vector, [0, 2, 0.5], atol=1e-9)
    press(explorer, "ArrowUp")
    assert explorer.vector[2] < 0.5  # the line has moved up
    press(explorer, "ArrowDown")
    press(explorer, "PageUp")
    np.testing.assert_allclose(explorer.vector, [0, 2.2, 0.55], atol=1e-9)
    press(explorer, "PageDown")
    press(explorer, "Enter")
    np.testing.assert_allclose(explorer.vector, [0, 2, 0.5], atol=1e-9)


def test_up_is_up_whichever_way_w_points() -> None:
    for w in ((0.1, 1.0), (0.1, -1.0), (-1.0, 0.0), (1.0, 0.0)):
        explorer = LineByHand()
        set_line(explorer, *w, 0.0)
        press(explorer, "ArrowUp")
        foot = -explorer.vector[2] * np.array(w) / np.dot(w, w)
        assert foot[1] > 1e-3 or (abs(foot[1]) < 1e-9 and foot[0] > 1e-3)


def test_descent_is_gradient_descent_and_can_be_taken_back() -> None:
    explorer = LineByHand("moons")
    start = explorer.params
    explorer.advance(30)
    explorer.advance(20)
    result = fit(
        networks.logistic_regression(), start, explorer.X, explorer.Y, learning_rate=LEARNING_RATE, iterations=50
    )
    np.testing.assert_allclose(explorer.vector, result.params.vector, atol=1e-12)
    assert explorer.place() == "step 50" and explorer.moments == 3
    explorer.go_to(1)
    assert explorer.step == 30
    explorer.advance(1)
    assert explorer.moments == 3 and explorer.step == 31
    explorer.reset()
    np.testing.assert_array_equal(explorer.vector, start.vector)


def test_it_remembers_some_moments_not_all() -> None:
    explorer = LineByHand("AND")
    for _ in range(300):
        explorer.advance(1)
    assert explorer.moments <= 240 and explorer.step == 300


def test_the_lowest_cost_of_a_hand_is_kept_and_that_of_descent_is_not() -> None:
    explorer = LineByHand()
    explorer.advance(500)
    assert explorer.lowest is None
    set_line(explorer, 2.0, 2.0, 0.0)
    low = explorer.cost
    set_line(explorer, -2.0, 2.0, 0.0)
    assert explorer.lowest == low < explorer.cost
    said = [mark.text for mark in explorer.show(False).picture.marks if isinstance(mark, Words)]  # type: ignore[union-attr]
    assert f"lowest cost by hand {low:.3f}" in said


@pytest.mark.parametrize(("gate", "w"), [("AND", (2, 2, -3)), ("OR", (2, 2, -1)), ("NAND", (-2, -2, 3))])
def test_a_gate_is_done_by_hand(gate: str, w: tuple[float, float, float]) -> None:
    explorer = LineByHand(gate)
    assert explorer.share < 1
    set_line(explorer, *w)
    assert explorer.share == 1 and explorer.told().endswith(" All right!")


@pytest.mark.parametrize("data", ["XOR", "xor", "moons", "flower"])
def test_the_panel_says_when_no_line_is_better_and_does_not_start_there(data: str) -> None:
    explorer = LineByHand(data)
    assert not explorer.told().endswith("more right.")
    [(w, b)] = best_line(explorer.X, explorer.Y)
    set_line(explorer, w[0, 0], w[1, 0], b.item())
    assert explorer.told().endswith("No straight line gets more right.")


@pytest.mark.parametrize("make", [explorers.line_explorer, explorers.hard_lines_explorer])
def test_the_panels_start_still_and_their_file_gives_nothing_away(make: Any) -> None:
    panel = make()
    assert panel.shown["texts"]["play"] == "Descend" and "step" not in panel.frame.status
    assert panel._still().alt == panel.frame.alt
    other = panel._controls["data"].values[-1]
    panel._playable.take({"data": other})
    assert panel._playable.data == other


def test_a_line_that_passes_by_is_not_drawn_and_comes_back_with_reset() -> None:
    explorer = LineByHand()
    set_line(explorer, 1.0, 0.0, 90.0)
    assert not len(crossing(np.array([1.0, 0.0]), 90.0, explorer.window))
    assert [mark for mark in explorer.show(False).picture.marks if isinstance(mark, Map)]  # type: ignore[union-attr]
    explorer.reset()
    assert len(crossing(explorer.vector[:2], explorer.vector[2], explorer.window))
