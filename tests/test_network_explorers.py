"""The explorers of the shallow network: what stands behind them, at their least, default and greatest settings."""

import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from helpers import deep, explorers, metrics, networks, plots, shallow
from helpers.explorers import hidden_units, symmetry
from helpers.plots.style import limits
from helpers.training import fit

USUAL: dict[str, Any] = {
    "units": 4,
    "learning_rate": 1.0,
    "activation": "tanh",
    "data": "flower",
    "scale": 0.3,
    "seed": 1,
}


def anywhere(times: int) -> Iterator[dict[str, Any]]:
    """Settings from all over the explorer's range, the same ones each time."""
    rng = np.random.default_rng(5)
    for _ in range(times):
        yield {
            "units": int(rng.choice(hidden_units.UNITS)),
            "learning_rate": float(rng.choice(hidden_units.RATES)),
            "activation": str(rng.choice(hidden_units.ACTIVATIONS)),
            "data": str(rng.choice(hidden_units.DATA)),
            "scale": float(rng.choice(hidden_units.SCALES)),
            "seed": int(rng.integers(100)),
        }


def contradictions(run: Any, settings: dict[str, Any]) -> list[str]:
    """The words of the verdict that the numbers do not bear out, worked out here in another way."""
    (W1, b1), (W2, _) = run.fit.params
    X = hidden_units.data_set(settings["data"]).X
    least = run.on_test + 3 * np.sqrt(sum(p * (1 - p) for p in (run.on_train, run.on_test)) / 200)
    rises = np.diff(run.costs).max(initial=0) > 0.01 * run.costs.min()
    true = {
        "overfits": run.on_train > least,
        "underfits": run.on_train < 0.8,
        "still falling": run.costs[-1] < run.costs[-10:].max(),
        "too large": bool(run.fit.note) or rises,
        "no longer a number": bool(run.fit.note),
        "higher than at the start": run.costs[-1] > run.costs[0],
        "up and down": rises and np.diff(run.costs).min() < 0,
        "are zero": not W1.any() and not W2.any(),
        "units are equal": run.units > 1 and np.ptp(W1, axis=0).max() < 1e-2 and np.ptp(b1) < 1e-2,
        "units are dead": ((W1 @ X + b1) <= 0).all(),
        "dead|Dead": settings["activation"] == "relu" and ((W1 @ X + b1) <= 0).all(axis=1).any(),
        "straight line": settings["units"] == 1 or settings["activation"] == "identity",
    }
    said = [words for words in true if re.search(words, run.verdict)]
    assert said or not run.verdict
    return [words for words in said if not true[words]]


class TestHiddenUnits:
    def test_it_is_training_as_anyone_would_do_it(self) -> None:
        run = hidden_units.train(4, 1.0, "tanh", "moons", 0.3, 5, steps=200)
        moons = hidden_units.data_set("moons")
        start = deep.initialize([2, 4, 1], 5, 0.3, np.float32)
        again = fit(networks.shallow_network(), start, moons.X, moons.Y, learning_rate=1.0, iterations=200)
        np.testing.assert_allclose(run.fit.params.vector, again.params.vector, rtol=1e-4, atol=1e-5)
        assert run.on_test == metrics.accuracy(
            networks.shallow_network().predict(again.params, moons.X_test), moons.Y_test
        )

    @pytest.mark.parametrize("units", [hidden_units.UNITS[0], hidden_units.UNITS[-1]])
    @pytest.mark.parametrize("learning_rate", [float(hidden_units.RATES[0]), float(hidden_units.RATES[-1])])
    @pytest.mark.parametrize("activation", hidden_units.ACTIVATIONS)
    def test_no_corner_of_its_settings_breaks_it(self, units: int, learning_rate: float, activation: str) -> None:
        run = hidden_units.train(units, learning_rate, activation, "circles", hidden_units.SCALES[-1], 0, steps=100)
        assert np.isfinite(run.fit.params.vector).all() and 0 <= run.on_test <= 1

    @pytest.mark.parametrize(
        ("settings", "words"),
        [
            ({}, ""),  # the notebook's own success
            ({"units": 4, "activation": "relu", "learning_rate": 10.0, "seed": 0}, "All its hidden units are dead"),
            (
                {"units": 8, "activation": "identity", "learning_rate": 10.0, "data": "moons"},
                "Then the cost is no longer",
            ),
            ({"units": 6, "scale": 0.0}, "All its weights are zero"),
            ({"units": 12, "activation": "sigmoid", "scale": 0.0}, "All its hidden units are equal"),
            ({"units": 12, "activation": "leaky_relu", "learning_rate": 10.0, "data": "circles"}, "The cost is higher"),
            ({"units": 20, "learning_rate": 10.0}, "The cost still goes up and down"),
            ({"units": 1}, "One hidden unit can only cut along a straight line"),
            ({"activation": "identity"}, "Without a curved activation"),
            ({"units": 50, "learning_rate": 0.02, "scale": 10.0}, "The gap between the two is wider"),
            (
                {
                    "units": 2,
                    "learning_rate": 0.08,
                    "activation": "leaky_relu",
                    "data": "circles",
                    "scale": 0.1,
                    "seed": 0,
                },
                "It underfits so far",
            ),
            (
                {"units": 8, "activation": "sigmoid", "data": "circles", "learning_rate": 0.1},
                "It underfits, and the cost",
            ),
            (
                {"units": 50, "activation": "relu", "learning_rate": 5.0, "data": "circles", "scale": 1.0},
                "Dead, with 0",
            ),
        ],
    )
    def test_the_verdict_fits_what_happened(self, settings: dict[str, Any], words: str) -> None:
        verdict = hidden_units.train(**(USUAL | settings)).verdict
        assert verdict.startswith(words) and bool(verdict) is bool(words)

    def test_no_verdict_contradicts_the_numbers(self) -> None:
        said = set()
        for settings in anywhere(40):
            run = hidden_units.train(**settings)
            assert not contradictions(run, settings), (settings, run.verdict)
            said.add(run.verdict[:15])
        assert len(said) > 6

    @pytest.mark.parametrize(
        "false", ["it overfits.", "It underfits", "too large", "dead", "units are equal", "straight line"]
    )
    def test_a_verdict_that_contradicts_them_is_found(self, false: str) -> None:
        run = hidden_units.train(**USUAL)
        assert contradictions(SimpleNamespace(**vars(run), costs=run.costs, units=4, verdict=false), USUAL)

    def test_the_whole_cost_curve_is_drawn(self) -> None:
        scene = hidden_units._Scene("flower")
        for settings in (USUAL, USUAL | {"activation": "relu", "learning_rate": 10.0}, USUAL | {"scale": 10.0}, USUAL):
            run = hidden_units.train(**settings)
            scene.show(run)
            assert 0.2 < run.costs.max() / scene.curve.get_ylim()[1] <= 1

    @pytest.mark.parametrize("units", hidden_units.UNITS)
    def test_a_choice_of_the_units_is_called_one(self, units: int) -> None:
        scene = hidden_units._Scene("moons")
        scene.show(hidden_units.train(**(USUAL | {"units": units, "data": "moons"}), steps=50))
        title = scene.units.title.get_text()
        assert title.startswith(f"12 of {units} hidden units" if units > 12 else "hidden units")

    def test_a_bar_to_the_right_is_a_positive_weight(self) -> None:
        maps = hidden_units._Scene("moons").units
        run = hidden_units.train(**(USUAL | {"units": 2, "data": "moons"}), steps=200)
        run.fit.params[1][0][0] = [-2.0, 1.0]
        maps.show(run)
        bars = maps.mosaic[hidden_units.TILE + 2]
        negative, positive = np.flatnonzero(bars == -1), np.flatnonzero(bars == 1)
        assert (negative < 16).all() and len(negative) == 16
        assert (positive >= 35 + 16).all() and len(positive) == 8

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
