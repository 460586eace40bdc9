"""The explorers of the shallow network: what stands behind them, at their least, default and greatest settings."""

from typing import Any

import numpy as np
import pytest

from helpers import deep, explorers, metrics, plots, shallow
from helpers.explorers import hidden_units, symmetry
from helpers.plots.style import limits
from helpers.training import fit


class TestHiddenUnits:
    def test_it_is_training_as_anyone_would_do_it(self) -> None:
        run = hidden_units.train(4, 1.0, "tanh", "moons", 0.3, 5, steps=200)
        moons = hidden_units.data_set("moons")
        start = deep.initialize([2, 4, 1], 5, 0.3, np.float32)
        again = fit(shallow.model, start, moons.X, moons.Y, learning_rate=1.0, iterations=200)
        np.testing.assert_allclose(run.fit.params.vector, again.params.vector, rtol=1e-4, atol=1e-5)
        assert run.on_test == metrics.accuracy(shallow.model.predict(again.params, moons.X_test), moons.Y_test)

    @pytest.mark.parametrize("units", [hidden_units.UNITS[0], hidden_units.UNITS[-1]])
    @pytest.mark.parametrize("learning_rate", [float(hidden_units.RATES[0]), float(hidden_units.RATES[-1])])
    @pytest.mark.parametrize("activation", hidden_units.ACTIVATIONS)
    def test_no_corner_of_its_settings_breaks_it(self, units: int, learning_rate: float, activation: str) -> None:
        run = hidden_units.train(units, learning_rate, activation, "circles", hidden_units.SCALES[-1], 0, steps=100)
        assert np.isfinite(run.fit.params.vector).all() and 0 <= run.on_test <= 1

    @pytest.mark.parametrize(
        ("settings", "words"),
        [
            ({"units": 6, "scale": 0.0}, "All its hidden units are equal"),
            ({"units": 1}, "It underfits"),
            ({"units": 50, "data": "spirals", "learning_rate": 1.0, "activation": "relu"}, ""),
        ],
    )
    def test_the_verdict_fits_what_happened(self, settings: dict[str, Any], words: str) -> None:
        usual = {"units": 4, "learning_rate": 1.0, "activation": "tanh", "data": "flower", "scale": 0.3, "seed": 1}
        assert hidden_units.train(**(usual | settings)).verdict.startswith(words)

    def test_the_still_picture_says_how_often_each_is_right(self) -> None:
        alt = explorers.hidden_units_still((1, 4), "moons").alt
        run = hidden_units.train(4, 1.0, "tanh", "moons", 0.3, 1)
        assert f"{run.on_train:.0%} right (4 hidden units)" in alt

    @pytest.mark.parametrize("data", hidden_units.DATA)
    def test_every_data_set_is_drawn(self, data: str) -> None:
        panel = explorers.hidden_units_explorer()
        frame = panel._draw(panel.settings | {"data": data, "units": 50, "activation": "relu"})
        assert frame.status.startswith("50 hidden units, 2,000 iterations: cost ")


class TestSymmetry:
    @pytest.mark.parametrize(
        ("start", "units"), [("zeros", 1), ("all equal", 1), ("small random", 4), ("large random", 4)]
    )
    def test_only_random_weights_part(self, start: str, units: int) -> None:
        path = symmetry.follow(start)
        assert path.different(-1) == units and len(path.costs) == len(symmetry.MOMENTS)
        assert path.costs[-1] <= path.costs[0]

    def test_small_weights_learn_what_large_ones_do_not(self) -> None:
        ends = {start: symmetry.follow(start).costs[-1] for start in symmetry.STARTS}
        assert min(ends, key=lambda start: ends[start]) == "small random"

    def test_the_path_is_that_of_the_formulas(self) -> None:
        path, flower = symmetry.follow("all equal"), symmetry.flower_examples()
        params: Any = symmetry.network(path.vectors[0])
        for _ in range(3):
            gradients = shallow.backward(params, shallow.forward(params, flower.X), flower.X, flower.Y)
            params = shallow.update(params, gradients, symmetry.RATE)
        moment = symmetry.MOMENTS.index(3)
        np.testing.assert_allclose(path.rows[moment], params[0][0], rtol=1e-9)

    @pytest.mark.parametrize("start", symmetry.STARTS)
    @pytest.mark.parametrize("moment", [symmetry.MOMENTS[0], symmetry.MOMENTS[-1]])
    def test_the_panel_says_what_is_to_be_seen(self, start: str, moment: int) -> None:
        panel = explorers.symmetry_explorer()
        frame = panel._draw({"start": start, "moment": moment})
        assert f"iteration {moment:,}" in frame.status and frame.status in frame.alt and frame.picture.std() > 5
        one = start in ("zeros", "all equal")
        assert ("one and the same" in frame.status) is one

    def test_the_still_picture_has_a_place_for_each_start(self) -> None:
        picture = explorers.symmetry_still()
        assert len(picture.figure.axes) == 4 and "the network is one unit" in picture.alt


def test_hidden_units_add_up_to_the_score() -> None:
    """The last sum is the score of the network: its zero line is the decision boundary."""
    flower = hidden_units.data_set("flower")
    params = hidden_units.train(4, 1.0, "tanh", "flower", 0.3, 1).fit.params
    picture = plots.hidden_units(params, flower.X, flower.Y)
    images = [ax.images[0].get_array() for ax in picture.figure.axes if ax.images]
    assert len(images) == 9
    (W1, b1), (W2, b2) = params
    left, _, bottom, _ = limits(flower.X)
    corner = np.array([[left], [bottom]])
    assert np.asarray(images[-1])[0, 0] == pytest.approx((W2 @ np.tanh(W1 @ corner + b1) + b2).item(), rel=1e-5)
    many = plots.hidden_units(deep.initialize([2, 9, 1], 1), flower.X, flower.Y)
    assert "5 of 9 hidden units" in many.alt
