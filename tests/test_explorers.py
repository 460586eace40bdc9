"""What stands behind the panels, as plain functions: at their least, default and greatest settings."""

import re
from collections.abc import Callable

import numpy as np
import pytest

from helpers import explorers, logistic
from helpers.explorers import learning_rate, tangent, threshold
from helpers.gradient_check import numerical_derivative
from helpers.losses import binary_cross_entropy_from_scores
from helpers.widgets.hands import Touch
from helpers.widgets.panel import Panel

PANELS: list[Callable[[], Panel]] = [
    explorers.learning_rate_explorer,
    explorers.threshold_explorer,
    explorers.tangent_explorer,
]


@pytest.mark.parametrize("make", PANELS)
def test_a_panel_has_a_picture_and_words_at_the_start(make: Callable[[], Panel]) -> None:
    frame = make().frame
    assert frame.status and frame.status in frame.alt
    assert frame.picture.std() > 5


class TestLearningRate:
    def test_the_data_are_their_own_mirror_image(self) -> None:
        X, Y = learning_rate.mirrored_data()
        np.testing.assert_array_equal(X[:, Y[0] == 1], -X[:, Y[0] == 0])

    def test_so_the_bias_stays_zero_and_the_landscape_is_the_cost(self) -> None:
        X, Y = learning_rate.mirrored_data()
        params = logistic.initialize(2)
        for _ in range(20):
            A = logistic.forward(params, X)
            [(dw, db)] = logistic.backward(params, A, X, Y)
            assert abs(db.item()) < 1e-15
            params = logistic.update(params, [(dw, db)], 1.0)
        assert learning_rate.cost_at(*params[0][0].ravel()) == pytest.approx(
            logistic.cost(logistic.forward(params, X), Y)
        )

    def test_the_bottom_is_where_the_gradient_is_zero(self) -> None:
        run = learning_rate.descend(2.0, 3000)
        w = run.path[:, -1]
        slope = [
            numerical_derivative(lambda v, k=k: learning_rate.cost_at(*np.where([k == 0, k == 1], v, w)), w[k])
            for k in (0, 1)
        ]
        assert np.abs(slope).max() < 1e-6
        assert run.costs[-1] == pytest.approx(learning_rate.BOTTOM, abs=1e-4)

    def test_a_step_is_that_of_the_formula(self) -> None:
        X, Y = learning_rate.mirrored_data()
        run = learning_rate.descend(0.3, 5)
        w = np.zeros((2, 1))
        for k in range(6):
            np.testing.assert_allclose(run.path[:, k], w.ravel(), atol=1e-12)
            assert run.costs[k] == pytest.approx(binary_cross_entropy_from_scores(w.T @ X, Y).mean())
            w = w - 0.3 * X @ (1 / (1 + np.exp(-w.T @ X)) - Y).T / X.shape[1]

    @pytest.mark.parametrize(
        ("rate", "word"),
        [
            (0.001, "Small"),
            (0.03, "Small"),
            (1.0, "Small"),
            (3.0, "Right"),
            (10.0, "Too large"),
            (100.0, "Far too large"),
        ],
    )
    def test_the_verdict_fits_the_rate(self, rate: float, word: str) -> None:
        assert learning_rate.descend(rate).verdict.startswith(word)

    def test_no_verdict_contradicts_the_costs(self) -> None:
        for rate in learning_rate.RATES:
            for steps in (1, 2, 3, 7, 20, 50):
                run = learning_rate.descend(float(rate), steps)
                rises = bool((np.diff(run.costs) > 1e-9).any())
                assert ("at every step" in run.verdict) <= (not rises)
                assert ("overshot" in run.verdict or "up and down" in run.verdict) <= rises
                assert ("reached the bottom" in run.verdict and "not" not in run.verdict) is bool(
                    run.costs[-1] < 0.25235
                )
                assert run.verdict.startswith("Far too large") is bool(run.costs[-1] > run.costs[0])
                assert run.verdict.startswith("Small") <= (steps == learning_rate.STEPS)

    def test_whoever_is_said_to_have_arrived_stands_at_the_minimum(self) -> None:
        arrived = [run for run in map(learning_rate.descend, learning_rate.RATES) if "reached" in run.verdict]
        arrived = [run for run in arrived if "not reached" not in run.verdict]
        ends = np.array([run.path[:, -1] for run in arrived])
        assert len(ends) > 1 and np.abs(ends - (0.63, 3.67)).max() < 0.2

    def test_the_slider_never_shows_an_exponent(self) -> None:
        control = explorers.learning_rate_explorer()._controls["learning_rate"]
        assert control.texts[-1] == "100" and control.texts[0] == "0.001"
        assert not [text for text in control.texts if "e" in text]

    def test_every_rate_of_the_slider_has_finite_costs(self) -> None:
        for rate in learning_rate.RATES:
            assert np.isfinite(learning_rate.descend(float(rate)).costs).all()

    def test_the_still_picture_tells_how_each_ended(self) -> None:
        alt = learning_rate.learning_rate_still((0.03, 1.0)).alt
        assert f"at 1 it ends at {learning_rate.descend(1.0).costs[-1]:.2f}" in alt

    def test_its_start_is_dragged_or_moved_by_keys(self) -> None:
        panel = explorers.learning_rate_explorer()
        frame = panel.frame
        [handle] = frame.handles
        width, height = panel.shown["width"], panel.shown["height"]
        left, top, wide, high = handle.box
        corner = Touch("start", "move", (left + 0.9 * wide) / width, (top + 0.1 * high) / height)
        assert panel._touch is not None
        panel._touch(corner)
        moved = panel._drawn()
        assert "w1 = 5.65, w2 = 6.15" in moved.handles[0].label and "the cost falls at every step" in moved.status
        panel._touch(Touch("start", "key", key="ArrowLeft"))
        assert "w1 = 5.48, w2 = 6.15" in panel._drawn().handles[0].label
        assert (moved.pixels() != frame.pixels()).any()

    @pytest.mark.parametrize("start", [(-2.0, -1.5), (6.5, 7.0), (2.0, 2.0)])
    def test_the_bias_stays_zero_from_any_start(self, start: tuple[float, float]) -> None:
        X, Y = learning_rate.mirrored_data()
        params = [(np.array(start).reshape(2, 1), np.zeros((1, 1)))]
        for _ in range(20):
            params = logistic.update(params, logistic.backward(params, logistic.forward(params, X), X, Y), 1.0)
        assert abs(params[0][1].item()) < 1e-13
        np.testing.assert_allclose(learning_rate.descend(1.0, 20, start).path[:, -1], params[0][0].ravel())


class TestThreshold:
    def test_mistakes_are_counted_in_english(self) -> None:
        assert threshold.mistakes(np.array([[5, 1], [0, 2]])) == "1 false alarm, 0 missed"
        assert threshold.mistakes(np.array([[5, 0], [3, 2]])) == "0 false alarms, 3 missed"

    def test_a_higher_threshold_never_says_class_1_more_often(self) -> None:
        message = [threshold.at_threshold(t)[0].sum() for t in threshold.THRESHOLDS]
        assert (np.diff(message) <= 0).all() and message[0] > message[-1]

    @pytest.mark.parametrize(
        ("counts", "words"),
        [([[1, 1], [1, 1]], "1 false alarm, 1 missed"), ([[1, 0], [12, 1]], "0 false alarms, 12 missed")],
    )
    def test_one_is_not_counted_as_many(self, counts: list[list[int]], words: str) -> None:
        assert threshold.mistakes(np.array(counts)) == words

    def test_the_status_line_counts_as_one_speaks(self) -> None:
        panel = explorers.threshold_explorer()
        words = [panel._draw({"threshold": float(t)}).status for t in threshold.THRESHOLDS]
        assert any(": 1 false alarm, " in status for status in words)
        assert not any(re.search(r"\b1 false alarms", status) for status in words)


class TestTangent:
    @pytest.mark.parametrize("y", [0, 1])
    @pytest.mark.parametrize("output", [0.02, 0.2, 0.98])
    def test_the_slopes_are_those_of_the_curves(self, output: float, y: int) -> None:
        at = tangent.tangent(output, y)
        loss = lambda a: -(y * np.log(a) + (1 - y) * np.log(1 - a))  # noqa: E731
        over_z = lambda z: loss(1 / (1 + np.exp(-z)))  # noqa: E731
        assert at.loss == pytest.approx(loss(output))
        assert at.slope_over_output == pytest.approx(float(numerical_derivative(loss, output)), rel=1e-6)
        assert at.slope_over_score == pytest.approx(float(numerical_derivative(over_z, at.score)), rel=1e-6)
        assert at.slope_over_score == pytest.approx(output - y)
