"""What the hidden-units explorer says of a network: each sentence where it must stand, and where it must not."""

import re
from typing import Any

import numpy as np
import pytest

from helpers.explorers import trials
from helpers.explorers.bounds import best_line
from helpers.explorers.live_network import LiveNetwork

SEEDS = (0, 1, 2)
STEPS, PICTURE = 2000, 21

SENTENCES = {
    "no number": "The cost is no longer a number",
    "zero": "All its weights are zero",
    "all dead": "All its hidden units are dead",
    "equal": "All its hidden units are equal",
    "higher": "The cost is higher than",
    "restless": "The cost goes up and down",
    "straight": "can only cut along a straight line",
    "overfits": "it overfits",
    "slow": "The cost falls slowly",
    "stuck": "The cost hardly falls any more",
    "dead": "Dead, with 0 on every example",
    "falling": "The cost is still falling",
    "feat": "The spirals with",
    "nothing": "unseen points.$",
}

# Settings, and what must be said of them with every seed: one of the sentences that are named.
CASES: list[tuple[dict[str, Any], str]] = [
    ({}, "nothing"),
    ({"units": 6}, "nothing"),
    ({"units": 3, "data": "xor"}, "nothing"),
    ({"units": 6, "data": "moons"}, "nothing"),
    ({"units": 6, "data": "circles", "activation": "relu"}, "nothing|dead"),
    ({"units": 1}, "straight"),
    ({"units": 1, "data": "moons", "activation": "relu"}, "straight|all dead"),
    ({"activation": "identity", "data": "xor"}, "straight"),
    ({"activation": "relu", "learning_rate": 10.0}, "all dead|higher"),
    ({"units": 8, "activation": "identity", "learning_rate": 10.0, "data": "moons"}, "no number"),
    ({"units": 12, "activation": "leaky_relu", "learning_rate": 10.0, "data": "circles"}, "higher"),
    ({"units": 20, "learning_rate": 10.0}, "restless"),
    ({"units": 6, "scale": 0.0}, "zero"),
    ({"units": 6, "scale": 0.0, "activation": "relu"}, "zero"),
    ({"units": 12, "activation": "sigmoid", "scale": 0.0}, "equal"),
    ({"units": 50, "learning_rate": 0.3, "scale": 10.0}, "overfits|restless"),
    ({"units": 2}, "stuck"),
    ({"units": 8, "activation": "sigmoid", "data": "circles", "learning_rate": 0.1}, "slow"),
    ({"units": 2, "learning_rate": 0.01}, "slow|falling"),
    ({"units": 50, "activation": "relu", "learning_rate": 5.0, "data": "circles", "scale": 1.0}, "dead"),
    ({"units": 8, "data": "spirals", "scale": 1.0}, "feat"),
    ({"units": 3, "data": "spirals", "scale": 1.0}, "falling|slow|stuck|nothing"),
]


def trained(steps: int = STEPS, **settings: Any) -> LiveNetwork:
    """As the panel trains it, picture by picture."""
    explorer = LiveNetwork(**settings)
    for _ in range(steps // PICTURE):
        if not explorer.advance(PICTURE):
            break
    return explorer


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("settings", "names"), CASES, ids=lambda each: str(each))
def test_each_sentence_stands_where_it_must_and_nowhere_else(settings: dict[str, Any], names: str, seed: int) -> None:
    explorer = trained(**settings, seed=seed)
    said = {name for name, words in SENTENCES.items() if re.search(words, explorer.told())}
    assert len(said) == 1 and said <= set(names.split("|")), explorer.told()
    assert not contradictions(explorer, explorer.told())


def contradictions(explorer: LiveNetwork, said: str) -> list[str]:
    """The sentences that the numbers do not bear out, worked out here in another way."""
    live, state = explorer.live, explorer.live.state
    (W1, b1), (W2, b2) = live.params
    A1 = explorer.activation(W1 @ state.X + b1)
    right = float(np.mean((W2 @ A1 + b2 > 0) == state.Y))
    costs = np.array([moment.cost for moment in live.moments])
    rises = np.diff(costs).max(initial=0) > 0
    relu = explorer.settings["activation"] == "relu"
    true = {
        "no number": explorer.stopped,
        "zero": not W1.any() and not W2.any(),
        "all dead": relu and not A1.any(),
        "equal": np.ptp(W1, axis=0).max() < 1e-5 and np.ptp(b1) < 1e-5 and len(W1) > 1,
        "higher": costs[-1] > costs[0],
        "restless": rises and np.diff(costs).min() < 0,
        "straight": right < 0.9 and (len(W1) == 1 or explorer.settings["activation"] == "identity"),
        "overfits": right > explorer.standing().on_test + 0.05,
        "slow": right < 0.8 and costs[-1] < costs[0],
        "stuck": right < 0.8 and costs[-1] > 0.95 * costs[len(costs) // 2],
        "dead": relu and (~A1.any(axis=1)).any(),
        "falling": right < 0.8 and costs[-1] < costs[-10:].max(),
        "feat": explorer.settings["data"] == "spirals" and explorer.standing().on_test >= 0.9,
        "nothing": True,
    }
    return [name for name, words in SENTENCES.items() if re.search(words, said) and not true[name]]


@pytest.mark.parametrize("name", [name for name in SENTENCES if name not in ("nothing", "falling", "restless")])
def test_a_sentence_that_contradicts_the_numbers_is_found(name: str) -> None:
    usual = trained(units=4)
    false = SENTENCES[name] if name != "overfits" else "it overfits"
    explorer = usual if name != "overfits" else trained(units=3, data="xor")
    assert contradictions(explorer, false) == [name]


@pytest.mark.parametrize("settings", [case[0] for case in CASES if case[1] in ("no number", "higher", "restless")])
def test_a_rate_that_is_named_was_tried_and_works(settings: dict[str, Any]) -> None:
    named = re.search(r"With ([\d.]+), tried from the same start, it falls", trained(**settings).told())
    assert named is not None
    again = LiveNetwork(**settings | {"learning_rate": float(named[1])})
    assert again.advance(trials.TRIAL) and again.live.cost < again.live.moments[0].cost


def test_the_best_line_is_the_best() -> None:
    rng = np.random.default_rng(0)
    X, Y = rng.standard_normal((2, 12)), rng.integers(0, 2, (1, 12)).astype(float)
    lines = [(np.cos(a), np.sin(a), c) for a in np.linspace(0, np.pi, 180) for c in np.linspace(-4, 4, 400)]
    shares = [np.mean((u * X[0] + v * X[1] > c) == Y[0]) for u, v, c in lines]
    assert best_line(X, Y) >= max(max(shares), 1 - min(shares)) - 1e-12
    assert best_line(X, (X[:1] > 0.1).astype(float)) == 1.0
    assert best_line(X, np.ones((1, 12))) == 1.0


def test_a_cost_that_rose_because_an_example_moved_is_not_blamed_on_the_rate() -> None:
    explorer = trained(units=4)
    for k in range(60):
        explorer.change("move", (k, 0.1 * (-1) ** k, 3.0))
    assert explorer.live.cost > 2 * explorer.live.moments[-2].cost
    assert "learning rate" not in explorer.told()


def test_a_trial_leaves_the_training_alone() -> None:
    explorer = trained(steps=210)
    before = explorer.live.params.vector.copy()
    trials.trial(explorer.standing(), explorer.live.moments[-1], 100.0)
    np.testing.assert_array_equal(explorer.live.params.vector, before)
