"""What the playground says of a network: each sentence where it must stand, and none that the numbers do not bear out.

The numbers are worked out here in another way: a network and its gradient written out, slopes by differences.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from helpers import deep
from helpers.explorers import trials
from helpers.explorers.playground.playing import Playground
from helpers.explorers.playground.told import ROOM, told
from helpers.explorers.standing import Standing
from helpers.initialization import initialize
from helpers.playground.presets import PRESETS
from helpers.playground.settings import of
from helpers.playground.state import Functions
from helpers.validation import Array

SEEDS = (1, 2)
LOOKS, EPOCHS = 50, 5  # looks, and epochs from one to the next

SENTENCES = {
    "no number": r"The cost is no longer a number",
    "zero": r"All its weights are zero, and so are their gradients",
    "all dead": r"All its hidden units are dead|All units of hidden layer \d are dead",
    "equal": r"All units of hidden layer \d are equal|All its hidden units are equal",
    "higher": r"The cost is higher than",
    "restless": r"too large for it to settle",
    "straight": r"can only cut along a straight line",
    "plane": r"it can only answer with a (plane|weighted sum of its inputs)\.",
    "overfits": r"it overfits",
    "shrunk": r"L2 has shrunk the weights",
    "saturated": r"Saturated, on nearly all examples",
    "faded": r"the gradient fades on its way back",
    "slow": r"The cost falls slowly",
    "stuck": r"The cost hardly falls",
    "jumps": r"The cost goes up and down, as it may",
    "dead": r"Dead, with 0 on every example",
    "falling": r"The cost is still falling",
    "nothing": r"(held out|points)\.$",
}


def layers(count: int, units: int, name: str) -> list[tuple[int, str]]:
    return [(units, name)] * count


HILLS = {"data": "hills", "task": "regression"}
WHOLE = {"batch_size": None}

# Settings, and what must be said of them in the end with every seed: one of the sentences that are named.
CASES: list[tuple[dict[str, Any], str]] = [
    ({}, "nothing|jumps"),
    ({"hidden": layers(6, 4, "sigmoid")}, "faded"),
    ({**WHOLE, "hidden": layers(6, 4, "sigmoid")}, "faded"),
    ({**HILLS, "hidden": layers(6, 4, "sigmoid")}, "faded|nothing"),
    ({"hidden": layers(2, 4, "relu"), "learning_rate": 10.0}, "all dead|higher"),
    ({"hidden": layers(1, 4, "relu"), "learning_rate": 10.0}, "all dead|higher"),
    ({"hidden": layers(8, 8, "relu")}, "dead|faded|nothing"),
    ({"initialization": 0.0}, "zero"),
    ({"initialization": 0.0, "hidden": layers(8, 3, "relu")}, "zero"),
    ({"initialization": 0.0, "hidden": layers(2, 4, "sigmoid")}, "equal"),
    ({**HILLS, "learning_rate": 3.0}, "no number"),
    ({**WHOLE, "hidden": layers(2, 8, "identity"), "learning_rate": 30.0}, "no number"),
    ({"batch_size": 20, "optimizer": "momentum", "data": "spirals", "learning_rate": 3.0}, "higher|saturated"),
    ({**WHOLE, "learning_rate": 3.0}, "restless|stuck"),
    ({"data": "xor", "hidden": []}, "straight"),
    ({"data": "xor", "hidden": layers(3, 1, "tanh")}, "straight"),
    ({"data": "xor", "hidden": [], "features": ["x1", "x2", "x1 x2"]}, "nothing"),
    ({"data": "xor", **WHOLE, "optimizer": "adam", "hidden": layers(1, 8, "tanh")}, "nothing"),
    ({**HILLS, "hidden": []}, "plane"),
    ({**HILLS, **WHOLE, "hidden": [(3, "identity")], "features": ["x1", "x2", "x1^2"], "learning_rate": 0.03}, "plane"),
    ({**HILLS, "hidden": layers(1, 1, "tanh"), "learning_rate": 0.1, **WHOLE}, "stuck|slow"),
    ({**HILLS, "hidden": layers(1, 2, "tanh")}, "stuck|jumps|nothing"),
    ({"data": "plane", "task": "regression", "hidden": [], "learning_rate": 0.03}, "nothing"),
    ({"hidden": layers(2, 8, "tanh"), "keep": 0.8}, "nothing|jumps"),
    ({"hidden": layers(1, 4, "tanh"), "batch_size": 1, "learning_rate": 0.03}, "nothing|jumps"),
    ({"l2": 10.0}, "shrunk"),
    ({"hidden": layers(2, 8, "tanh"), "initialization": 10.0, "learning_rate": 0.01}, "saturated"),
    ({"data": "moons", "noise": 0.5, "hidden": layers(2, 16, "tanh"), "optimizer": "adam", "train_share": 0.3,
      "learning_rate": 0.03}, "overfits|nothing"),
    ({"data": "spirals", "hidden": layers(1, 8, "sigmoid"), "learning_rate": 0.01, **WHOLE}, "stuck|slow"),
]  # fmt: skip


def played(functions: Functions | None = None, **settings: Any) -> Iterator[tuple[Playground, str]]:
    """As the panel plays it, with what is said now and then."""
    game = Playground(of(settings), functions)
    yield game, told(game)
    for look in range(LOOKS):
        goes_on = game.advance(EPOCHS)
        if look % 7 == 0 or look == LOOKS - 1 or not goes_on:
            yield game, told(game)
        if not goes_on:
            return


def names(said: str) -> set[str]:
    return {name for name, words in SENTENCES.items() if re.search(words, said)}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("settings", "wanted"), CASES, ids=lambda each: str(each))
def test_each_sentence_stands_where_it_must_and_is_true_whenever_it_does(
    settings: dict[str, Any], wanted: str, seed: int
) -> None:
    for game, said in played(**settings, seed=seed):
        assert len(names(said)) == 1, said
        assert len(said) <= ROOM, said
        assert not contradictions(game, said), said
    assert names(said) <= set(wanted.split("|")), said


FORMULAS: dict[str, Callable[[Array], Array]] = {
    "sigmoid": lambda Z: 1 / (1 + np.exp(-Z)),
    "tanh": np.tanh,
    "relu": lambda Z: np.where(Z > 0, Z, 0),
    "leaky_relu": lambda Z: np.where(Z > 0, Z, 0.01 * Z),
    "identity": lambda Z: Z,
}


class Facts:
    """A network on its examples: outputs, slopes and gradient of each layer, cost, and answers, written out."""

    def __init__(self, game: Playground) -> None:
        live, state = game.live, game.live.state
        self.game, self.state, self.params = game, state, [(W, b) for W, b in live.params]
        self.costs = np.array([moment.cost for moment in live.moments[: live.at + 1]])
        self.last = "sigmoid" if state.task == "classification" else "identity"
        with np.errstate(all="ignore"):
            self.forward()
            self.backward()
            self.seen = self.score(state.X, state.Y)
            self.unseen = self.score(*state.unseen)

    def forward(self) -> None:
        A, self.A, self.slopes = self.state.X, [self.state.X], []
        for (W, b), name in zip(self.params, [*self.state.activations, self.last], strict=True):
            Z, g = W @ A + b, FORMULAS[name]
            A = g(Z)
            self.A.append(A)
            self.slopes.append((g(Z) - g(Z - 1e-6)) / 1e-6)  # at the kink of ReLU that from below, 0

    def backward(self) -> None:
        """Up to a factor that is the same for all layers."""
        dZ = (self.A[-1] - self.state.Y) / self.state.m
        self.sizes, self.nothing_learned = list[float](), list[bool]()
        for layer in reversed(range(len(self.params))):
            W, _ = self.params[layer]
            dW = dZ @ self.A[layer].T
            self.nothing_learned.insert(0, not dW.any())
            one_by_one = np.einsum("im,jm->ijm", dZ, self.A[layer])
            self.sizes.insert(0, float(np.sqrt(np.mean(one_by_one**2))))
            if layer:
                dZ = W.T @ dZ * self.slopes[layer - 1]

    def score(self, X: Array, Y: Array) -> float:
        A = X
        for (W, b), name in zip(self.params, [*self.state.activations, self.last], strict=True):
            A = FORMULAS[name](W @ A + b)
        return float(np.mean((A > 0.5) == (Y > 0.5)) if self.last == "sigmoid" else np.mean((A - Y) ** 2))

    @property
    def poor(self) -> bool:
        if self.last == "sigmoid":
            return self.seen < 0.8
        return self.seen > 0.5 * np.mean((self.state.Y - self.state.Y.mean()) ** 2)

    def dead(self) -> list[int]:
        pairs = zip(self.A[1:-1], self.state.activations, strict=True)
        return [sum(not row.any() for row in A) if name == "relu" else 0 for A, name in pairs]

    def flat(self, layer: int, units: int, of: int) -> bool:
        """Have so many units of a hidden layer hardly a slope, on 9 of 10 examples?"""
        slopes = self.slopes[layer - 1]
        return len(slopes) == of and int(np.sum(np.mean(slopes < 0.02, axis=1) >= 0.9)) >= units

    def best_line(self) -> float:
        """Of lines in 90 directions at 200 places."""
        best, (x1, x2) = 0.0, self.state.points
        for angle in np.linspace(0, np.pi, 90):
            along = np.cos(angle) * x1 + np.sin(angle) * x2
            right = np.mean((along > np.linspace(-8, 8, 200)[:, None]) == (self.state.Y[0] > 0.5), axis=1)
            best = max(best, right.max(), 1 - right.min())
        return best

    def best_plane(self) -> float:
        """By the normal equations."""
        X = np.vstack([self.state.X, np.ones(self.state.m)])
        w = np.linalg.solve(X @ X.T, X @ self.state.Y.T)
        return float(np.mean((w.T @ X - self.state.Y) ** 2))

    @property
    def is_noisy(self) -> bool:
        return (self.state.batch_size or self.state.m) < self.state.m or (self.state.keep < 1 and bool(self.state.on))

    def rises(self) -> int:
        return int(np.sum(np.diff(self.costs) > 0))


def numbers(pattern: str, said: str) -> list[float]:
    """The numbers in what was said."""
    found = re.search(pattern, said)
    if not found:
        return []
    return [float(f"{each or 0}".replace(",", "").replace("a billion", "1e9").strip(".")) for each in found.groups()]


NUMBER = r"([\d.,]+?)"


def true_no_number(facts: Facts, said: str) -> bool:
    return facts.game.stopped and not facts.game.live.advance(EPOCHS)


def true_zero(facts: Facts, said: str) -> bool:
    return not any(W.any() for W, _ in facts.params) and all(facts.nothing_learned)


def true_all_dead(facts: Facts, said: str) -> bool:
    layer = int((numbers(r"hidden layer (\d)", said) or [1])[0])
    return facts.dead()[layer - 1] == len(facts.A[layer]) and all(facts.nothing_learned[:layer])


def true_equal(facts: Facts, said: str) -> bool:
    W, b = facts.params[int((numbers(r"hidden layer (\d)", said) or [1])[0]) - 1]
    return len(W) > 1 and float(np.ptp(W, axis=0).max()) < 1e-5 and float(np.ptp(b)) < 1e-5


def true_higher(facts: Facts, said: str) -> bool:
    [was, epoch] = numbers(rf"higher than {NUMBER}, (?:where it began|at epoch ([\d,]+)):", said)
    [then] = [moment.cost for moment in facts.game.live.moments if moment.step == epoch]
    return bool(facts.costs[-1] > then) and was == pytest.approx(then, rel=0.01)


def true_straight(facts: Facts, said: str) -> bool:
    [share] = numbers(r"right on only (\d+)%", said)
    bent = [n for n, name in facts.game.settings.hidden if name != "identity"]
    return max(bent, default=1) == 1 and facts.seen < 0.9 and facts.best_line() <= share / 100 + 0.006


def true_plane(facts: Facts, said: str) -> bool:
    [error] = numbers(rf"mean squared error of {NUMBER}\.$", said)
    least = min(facts.seen, facts.best_plane())
    return all(name == "identity" for _, name in facts.game.settings.hidden) and error == pytest.approx(least, rel=0.06)


def true_overfits(facts: Facts, said: str) -> bool:
    if facts.last == "identity":
        return facts.unseen > 2 * facts.seen
    return facts.seen > facts.unseen + 0.05


def true_shrunk(facts: Facts, said: str) -> bool:
    layer, was = numbers(rf"of layer (\d): the largest was {NUMBER} where it began", said)
    wanted = facts.game.settings
    W, _ = initialize(facts.state.sizes, wanted.seed, wanted.initialization)[int(layer) - 1]
    now = np.abs(facts.params[int(layer) - 1][0]).max()
    return facts.state.l2 > 0 and was == pytest.approx(np.abs(W).max(), rel=0.05) and bool(now < was / 10)


def true_saturated(facts: Facts, said: str) -> bool:
    units, of_all, layer = (int(n) for n in numbers(r"(\d+) of (\d+) units? of hidden layer (\d)", said))
    return facts.poor and 2 * units >= of_all and facts.flat(layer, units, of_all)


def true_faded(facts: Facts, said: str) -> bool:
    [times] = numbers(r"over ([\d,]+|a billion) times smaller", said)
    return facts.poor and times >= 1000 and facts.sizes[-1] >= 0.999 * times * facts.sizes[0]


def true_stuck(facts: Facts, said: str) -> bool:
    """By the line of least squares through the last two fifths of the curve."""
    last = facts.costs[-2 * len(facts.costs) // 5 :]
    slope = np.polyfit(np.linspace(0, 2, len(last)), last, 1)[0]
    return facts.poor and bool(slope > -(0.15 if facts.is_noisy else 0.05) * last.mean())


def true_dead(facts: Facts, said: str) -> bool:
    alone = numbers(r"learn from: (\d+) hidden unit", said)
    if alone:
        return facts.dead() == alone
    units, of_all, layer, rest = numbers(r"(\d+) of (\d+) units of hidden layer (\d)(?:, and (\d+) elsewhere)?", said)
    dead = facts.dead()
    return len(facts.A[int(layer)]) == of_all and dead[int(layer) - 1] == units and sum(dead) == units + rest


TRUE: dict[str, Callable[[Facts, str], bool]] = {
    "no number": true_no_number,
    "zero": true_zero,
    "all dead": true_all_dead,
    "equal": true_equal,
    "higher": true_higher,
    "restless": lambda facts, said: facts.rises() >= 3 and not facts.is_noisy,
    "straight": true_straight,
    "plane": true_plane,
    "overfits": true_overfits,
    "shrunk": true_shrunk,
    "saturated": true_saturated,
    "faded": true_faded,
    "slow": lambda facts, said: facts.poor,
    "stuck": true_stuck,
    "jumps": lambda facts, said: facts.rises() >= 3 and facts.is_noisy,
    "dead": true_dead,
    "falling": lambda facts, said: facts.poor and bool(facts.costs[-1] < facts.costs[: len(facts.costs) // 2].max()),
    "nothing": lambda facts, said: True,
}


def contradictions(game: Playground, said: str) -> list[str]:
    """The sentences that the numbers do not bear out."""
    facts = Facts(game)
    return [name for name in names(said) if not TRUE[name](facts, said)]


FALSE: dict[str, str] = {
    "no number": "The cost is no longer a number.",
    "zero": "All its weights are zero, and so are their gradients.",
    "all dead": "All units of hidden layer 2 are dead.",
    "equal": "All units of hidden layer 1 are equal.",
    "higher": "The cost is higher than 0.7, where it began: the learning rate is too large.",
    "restless": "The learning rate is too large for it to settle.",
    "straight": "It can only cut along a straight line. Even the best line is right on only 60%.",
    "plane": "So it can only answer with a plane. Even the best one has a mean squared error of 0.2.",
    "overfits": "It fits the points shown, 100%, better than the unseen ones, 90%: it overfits.",
    "shrunk": "L2 has shrunk the weights of layer 1: the largest was 0.9 where it began, and is 0.01.",
    "saturated": "Saturated, on nearly all examples at \u22121 or 1: 3 of 4 units of hidden layer 1.",
    "faded": "Example by example, the gradient fades on its way back: it is over 1,000 times smaller.",
    "slow": "The cost falls slowly.",
    "stuck": "The cost hardly falls any more.",
    "dead": "Dead, with 0 on every example: 2 of 4 units of hidden layer 1.",
    "falling": "The cost is still falling.",
}


@pytest.mark.parametrize("name", FALSE)
def test_a_sentence_that_contradicts_the_numbers_is_found(name: str) -> None:
    game = Playground(of({**WHOLE, "hidden": layers(2, 4, "tanh"), "learning_rate": 0.1, "optimizer": "momentum"}))
    for _ in range(LOOKS):
        game.advance(EPOCHS)
    assert Facts(game).seen > 0.9
    assert contradictions(game, FALSE[name]) == [name]


RATES: list[dict[str, Any]] = [
    {**HILLS, "learning_rate": 3.0},
    {**WHOLE, "learning_rate": 3.0},
    {"batch_size": 20, "optimizer": "momentum", "data": "spirals", "learning_rate": 3.0},
    {"data": "spirals", "hidden": layers(1, 8, "sigmoid"), "learning_rate": 0.01, **WHOLE},
    {**HILLS, "hidden": layers(1, 2, "tanh"), "learning_rate": 0.3},
    {"data": "plane", "task": "regression", "hidden": [], "learning_rate": 0.3},
    {"seed": 2, "learning_rate": 0.3},
]
DOES = "falls faster|falls|is lower|is steadier"
NAMED = rf"(?:With|rate) ([\d.]+), tried from (?:the same start|epoch (\d+)), it ({DOES})"
HOW: dict[str, tuple[int, Callable[[Array, Array], bool]]] = {  # epochs at most, and what is said
    "falls": (trials.TRIAL, lambda usual, other: other[-1] < other[0]),
    "falls faster": (trials.LONG_TRIAL, lambda usual, other: other[-1] < min(other[0], usual[-1])),
    "is lower": (trials.TRIAL, lambda usual, other: other[1:].mean() < usual[1:].mean()),
    "is steadier": (trials.TRIAL, lambda usual, other: np.abs(np.diff(other)).sum() < np.abs(np.diff(usual)).sum()),
}


def costs_with(rate: float | None, epoch: int, epochs: int, settings: dict[str, Any]) -> Array:
    """Of a playground that changes the rate at an epoch, and goes on for some more; None: goes on as it is."""
    game = Playground(of(settings))
    game.advance(epoch)
    if rate is not None:
        game.change("learning_rate", rate)
    costs = [game.live.cost]
    for _ in range(trials.LOOKS):
        costs.append(game.live.cost if game.advance(-(-epochs // trials.LOOKS)) else np.inf)
    return np.array(costs)


@pytest.mark.parametrize("settings", RATES, ids=str)
def test_a_rate_that_is_named_does_what_is_said(settings: dict[str, Any]) -> None:
    said = {each for _, words in played(**settings) for each in re.findall(NAMED, words)}
    assert said
    state = Playground(of(settings)).live.state
    for rate, epoch, how in said:
        most, holds = HOW[how]
        count = 5 if how == "falls" else 4 if state.is_plain else 3
        epochs = trials.plan(state, count, most).epochs
        usual, other = (costs_with(each, int(epoch or 0), epochs, settings) for each in (None, float(rate)))
        assert holds(usual, other), (rate, epoch, how, usual, other)


def test_where_units_are_too_few_more_of_them_reach_further() -> None:
    few = {**HILLS, **WHOLE, "hidden": layers(1, 1, "tanh"), "learning_rate": 0.1}
    [*_, (game, said)] = played(**few)
    assert "from this start 1 hidden unit bends the surface too little" in said
    [*_, (wide, _)] = played(**few | {"hidden": layers(1, 8, "tanh")})
    assert Facts(wide).seen < 0.8 * Facts(game).seen


def test_few_units_are_not_blamed_where_something_else_holds_it_back() -> None:
    few = {**HILLS, **WHOLE, "hidden": layers(1, 1, "tanh"), "learning_rate": 0.1}
    for held in ({"l2": 1.0}, {"keep": 0.8}):
        assert not any("too little" in said for _, said in played(**few | held))


@pytest.mark.parametrize("draw", range(12))
def test_whatever_is_built_what_is_said_of_it_is_true(draw: int) -> None:
    rng = np.random.default_rng(draw)
    hidden = [(int(rng.integers(1, 9)), str(rng.choice([*FORMULAS]))) for _ in range(draw % 9)]
    rule = {"batch_size": [None, 10, 400][draw % 3], "optimizer": ["gradient descent", "momentum", "adam"][draw % 3]}
    rate = float(rng.choice([0.01, 0.3, 3.0]))
    what = HILLS if draw % 2 else {"data": "spirals"}
    for game, said in played(**what, **rule, hidden=hidden, learning_rate=rate, seed=draw):
        assert len(names(said)) == 1, said
        assert len(said) <= ROOM, said
        assert not contradictions(game, said), said


@pytest.mark.parametrize("name", PRESETS)
def test_what_is_said_of_a_preset_is_true(name: str) -> None:
    for game, said in played(**PRESETS[name].settings):
        assert len(said) <= ROOM, said
        assert not contradictions(game, said), said


def test_a_first_epoch_that_explodes_is_told_and_not_an_error() -> None:
    game = Playground(of({**HILLS, "hidden": layers(3, 8, "identity"), "learning_rate": 3.0}))
    assert not game.advance(1)
    assert "no longer a number" in told(game)


def test_a_cost_that_rose_because_a_weight_was_changed_is_not_blamed_on_the_rate() -> None:
    [*_, (game, _)] = played(**WHOLE, learning_rate=0.1)
    before = game.live.cost
    game.change("weight", (2, 0, 0, 50.0))
    assert game.live.cost > 2 * before
    assert "rate" not in told(game)


def test_a_rate_changed_on_the_way_is_blamed_from_there_on() -> None:
    [*_, (game, _)] = played(**WHOLE, learning_rate=0.1)
    game.change("learning_rate", 100.0)
    for _ in range(8):
        game.advance(1)
    said = told(game)
    assert f"at epoch {LOOKS * EPOCHS}: the learning rate is too large" in said
    assert f"tried from epoch {LOOKS * EPOCHS}, it falls" in said
    assert not contradictions(game, said)


class TestOwnFunctions:
    def test_trials_use_them(self) -> None:
        calls = 0

        def backward(*given: Any) -> Any:
            nonlocal calls
            calls += 1
            return deep.backward(*given)

        settings = {**WHOLE, "learning_rate": 100.0, "hidden": layers(1, 8, "leaky_relu")}
        [*_, (game, said)] = played(Functions(backward=backward), **settings)
        [*_, (ours, same)] = played(**settings)
        assert said.split(" Gradient check")[0] == same
        before = calls
        trials.trial(Standing(game.live), game.live.moments[-1], 0.001, 10)
        assert calls == before + 10

    def test_nothing_is_said_of_a_rate_while_the_gradient_is_wrong(self) -> None:
        def backward(*given: Any) -> Any:
            return [(-dW, db) for dW, db in deep.backward(*given)]

        for game, said in played(Functions(backward=backward), learning_rate=3.0):
            if game.live.step:
                assert "Gradient check: they part" in said
                assert "rate" not in said

    def test_both_are_said_where_there_is_room(self) -> None:
        functions = Functions(backward=lambda *given: deep.backward(*given))
        for _, said in played(functions, initialization=0.0):
            assert "All its weights are zero" in said
            assert len(said) <= ROOM


def test_a_trial_leaves_the_training_alone() -> None:
    [*_, (game, _)] = played(optimizer="adam", keep=0.8)
    twin = Playground(of({"optimizer": "adam", "keep": 0.8}))
    for _ in range(LOOKS):
        twin.advance(EPOCHS)
    np.testing.assert_array_equal(game.live.params.vector, twin.live.params.vector)
    trials.trial(Standing(game.live), game.live.moments[-1], 100.0)
    for each in (game, twin):
        each.advance(3)
    np.testing.assert_array_equal(game.live.params.vector, twin.live.params.vector)


def test_trials_are_planned_within_the_budget() -> None:
    for hidden in ([], layers(2, 8, "tanh"), layers(8, 16, "relu")):
        for batch_size in (None, 10, 1):
            state = Playground(of({"hidden": hidden, "batch_size": batch_size})).live.state
            count, epochs = trials.plan(state, 5, trials.TRIAL)
            each = epochs * trials.work(state) + trials.overhead(state)
            assert (count, epochs) == (1, 1) or count * each <= trials.BUDGET
