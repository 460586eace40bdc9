"""The inputs of each exercise reach where wrong answers hide: small, large, one sign, zeros, one of everything."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from exercise_kit import EXERCISES

from helpers.exercises.call_result import call, leaves
from helpers.exercises.exercise import Exercise
from helpers.exercises.sizes import named

Test = Callable[[Any], bool]

SCORES: dict[str, Test] = {  # what some input has to be, where an argument holds scores, elements by themselves
    "one number": lambda Z: np.size(Z) == 1,
    "rank 1": lambda Z: np.ndim(Z) == 1,
    "small": lambda Z: bool(np.any((Z != 0) & (abs(Z) <= 1e-3))),
    "large": lambda Z: bool(abs(Z).max() >= 800),
    "above 0": lambda Z: bool(np.all(Z > 0)),
    "below 0": lambda Z: bool(np.all(Z < 0)),
    "exactly 0": lambda Z: bool(np.any(Z == 0)),
}
KINK: dict[str, Test] = {
    "just above 0": lambda Z: bool(np.any((Z > 0) & (Z <= 1e-9))),
    "just below 0": lambda Z: bool(np.any((Z < 0) & (Z >= -1e-9))),
}
CLASSES: dict[str, Test] = {
    "one class": lambda Z: len(Z) == 1,
    "one example": lambda Z: Z.shape[1] == 1,
    "close together": lambda Z: bool(np.any(np.ptp(Z, axis=0) <= 1e-2)),
    "below 0": lambda Z: bool(np.any(Z.max(axis=0) < 0)),
}
FAR_APART: dict[str, Test] = {
    "far apart, the first largest": lambda Z: bool(np.any(Z[0] - Z[1:].max(axis=0, initial=0) >= 800)),
    "far apart, the first least": lambda Z: bool(np.any(Z.max(axis=0) - Z[0] >= 800)),
    "far above most": lambda Z: bool(np.any(Z.max(axis=0) - np.median(Z, axis=0) >= 800)),
}
PROBABILITIES: dict[str, Test] = {
    "one example": lambda A: A.shape[1] == 1,
    "close to 0": lambda A: bool(A.min() <= 1e-3),
    "close to 1": lambda A: bool(A.max() >= 0.999),
}
SURE: dict[str, Test] = {
    "nearer to 0 than 1e-8": lambda A: bool(np.any(A < 1e-8)),
    "nearer to 1 than 1e-8": lambda A: bool(np.any(1 - A < 1e-8)),
}
LABELS: dict[str, Test] = {
    "all 0": lambda Y: bool(np.all(Y == 0)),
    "all 1": lambda Y: bool(np.all(Y == 1)),
    "both": lambda Y: len(np.unique(Y)) == 2,
}
EXAMPLES: dict[str, Test] = {
    "one example": lambda X: X.shape[1] == 1,
    "one feature": lambda X: X.shape[0] == 1,
    "several of both, not square": lambda X: 1 < X.shape[0] != X.shape[1] > 1,
    "square": lambda X: X.shape[0] == X.shape[1] > 1,
}
SIZES: dict[str, Test] = {"small": lambda X: bool(np.any((X != 0) & (abs(X) <= 1e-3)))}
LARGE: dict[str, Test] = {"large": lambda X: bool(abs(X).max() >= 800)}
STEEP: dict[str, Test] = {"above 1": lambda dW: bool(abs(dW).max() > 1), "below -1": lambda dW: bool(dW.min() < -1)}
UNITS: dict[str, Test] = {"one unit": lambda W: W.shape[0] == 1, "several units": lambda W: W.shape[0] > 1}
THRESHOLDS: dict[str, Test] = {"0.5": lambda t: t == 0.5, "below": lambda t: t < 0.5, "above": lambda t: t > 0.5}
RATES: dict[str, Test] = {"below 1": lambda rate: rate < 1, "above 1": lambda rate: rate > 1}

COVERED: dict[str, dict[str, dict[str, Test]]] = {
    "00-relu": {"Z": SCORES | KINK},
    "01-weight_gradient": {"X": EXAMPLES | SIZES | LARGE},
    "01-standardize": {
        "X": {
            "one feature": EXAMPLES["one feature"],
            "a deviation of 1e-3": lambda X: bool(np.any((X.std(axis=1) > 0) & (X.std(axis=1) < 1e-3))),
            "a constant that rounding moves": lambda X: bool(np.any((np.ptp(X, axis=1) == 0) & (X.std(axis=1) > 0))),
            "a constant": lambda X: bool(np.any(X.std(axis=1) == 0)),
            "large": LARGE["large"],
        }
    },
    "01-normalize_columns": {
        "X": EXAMPLES
        | LARGE
        | {
            "a column of zeros": lambda X: bool(np.any(np.all(X == 0, axis=0))),
            "a short column": lambda X: bool(np.any((abs(X).max(axis=0) > 0) & (abs(X).max(axis=0) < 0.01))),
        }
    },
    "01-softmax": {"Z": CLASSES},
    "01-pairwise_distances": {"A": EXAMPLES | SIZES, "B": {"large": LARGE["large"]}},
    "02-sigmoid": {"Z": SCORES},
    "02-forward": {"X": EXAMPLES | SIZES},
    "02-predict": {"X": EXAMPLES | SIZES, "threshold": THRESHOLDS},
    "02-cost": {"A": PROBABILITIES | SURE, "Y": LABELS},
    "02-backward_loops": {"X": EXAMPLES, "A": PROBABILITIES, "Y": LABELS},
    "02-backward": {"X": EXAMPLES, "A": PROBABILITIES, "Y": LABELS},
    "02-update": {"learning_rate": RATES, "dw": STEEP},
    "03-sigmoid_derivative": {"Z": SCORES},
    "03-tanh": {"Z": SCORES},
    "03-leaky_relu": {"Z": SCORES | KINK},
    "03-leaky_relu_derivative": {"Z": SCORES | KINK},
    "03-tanh_derivative_from_output": {"A": {name: SCORES[name] for name in SCORES if name != "large"}},
    "03-softmax": {"Z": CLASSES | FAR_APART},
    "04-layer_sizes": {"X": EXAMPLES, "Y": UNITS},
    "04-forward": {"X": EXAMPLES | SIZES, "W1": UNITS, "W2": UNITS},
    "02-train": {"X": EXAMPLES, "learning_rate": RATES},
    "04-backward_loops": {"X": EXAMPLES, "W1": UNITS, "W2": UNITS},
    "04-output_gradient": {"A1": EXAMPLES, "Y": UNITS},
    "04-hidden_gradient": {"X": EXAMPLES, "A1": UNITS, "W2": UNITS},
    "04-update": {"learning_rate": RATES, "dW1": STEEP, "W1": UNITS},
    "04-train": {"X": EXAMPLES, "learning_rate": RATES},
    "05-layer_forward": {"A_prev": EXAMPLES | SIZES | {"far from 0": lambda A: abs(A).max() > 300}, "W": UNITS},
    "05-forward": {"X": EXAMPLES, "W1": UNITS},
    "05-linear_backward": {"A_prev": EXAMPLES, "W": UNITS, "dZ": STEEP},
    "05-layer_backward": {"A_prev": EXAMPLES, "W": UNITS, "dA": STEEP},
    "05-backward": {"dZ": STEEP},
    "05-train": {"X": EXAMPLES, "learning_rate": RATES},
    "06-one_hot": {
        "labels": {
            "one example": lambda labels: labels.size == 1,
            "a class twice": lambda labels: len(np.unique(labels)) < labels.size,
            "a class that never comes": lambda labels: len(np.unique(labels)) <= labels.max(),
        },
        "C": {"one": lambda C: C == 1, "many": lambda C: C > 5},
    },
    "06-cross_entropy": {"A": PROBABILITIES | SURE | {"square": EXAMPLES["square"]}},
    "06-mini_batches": {"X": {name: EXAMPLES[name] for name in ("one feature", "several of both, not square")}},
    "06-momentum_step": {
        "learning_rate": RATES,
        "beta": {"0": lambda beta: beta == 0, "0.9": lambda beta: beta == 0.9},
        "w": {"rank 1": lambda w: np.ndim(w) == 1, "rank 2": lambda w: np.ndim(w) == 2},
    },
    "06-inverse_time_decay": {
        "learning_rate": RATES,
        "decay": {"0": lambda decay: decay == 0, "above 1": lambda decay: decay > 1},
        "epoch": {"0": lambda epoch: epoch == 0, "late": lambda epoch: epoch > 9},
    },
    "06-train_epochs": {
        "X": EXAMPLES,
        "rates": {
            "one epoch": lambda rates: len(rates) == 1,
            "falling": lambda rates: bool(np.all(np.diff(rates) < 0)),
            "rising somewhere": lambda rates: bool(np.any(np.diff(rates) > 0)),
        },
        "beta": {"0": lambda beta: beta == 0, "0.9": lambda beta: beta == 0.9},
    },
    "06-dropout_forward": {"keep": {"1": lambda keep: keep == 1, "less than half": lambda keep: keep < 0.5}},
    "06-dropout_backward": {"keep": {"less than half": lambda keep: keep < 0.5}},
    "06-add_l2": {"l2": RATES, "W1": UNITS},
    "06-should_stop": {
        "costs": {
            "only the start": lambda costs: len(costs) == 1,
            "equal ones": lambda costs: np.sum(costs == costs.min()) > 1,
            "the last is the lowest": lambda costs: costs[-1] < costs[:-1].min(initial=np.inf),
        }
    },
    "07-cost_of_search": {"counts": {"one": lambda c: len(c) == 1, "several": lambda c: len(c) > 2}},
    "07-grid": {
        "values 1": {"one value": lambda v: len(v) == 1, "falling": lambda v: bool(np.any(np.diff(v) < 0))},
        "values 3": {"several": lambda v: len(v) > 1},
    },
    "07-choose": {
        "costs": {
            "one run": lambda costs: len(costs) == 1,
            "the first failed": lambda costs: bool(np.isnan(costs[0])),
            "equal ones": lambda costs: np.sum(costs == np.nanmin(costs)) > 1,
            "inf": lambda costs: bool(np.isinf(costs).any()),
            "below 0": lambda costs: bool(np.nanmin(costs) < 0),
        }
    },
    "07-grid_search": {
        "values 1": {"several": lambda v: len(v) > 2, "falling": lambda v: bool(np.any(np.diff(v) < 0))},
        "values 3": {"several": lambda v: len(v) > 1},
    },
    "07-log_uniform": {"low": {"below 1": lambda low: low < 1, "1": lambda low: low == 1}},
    "05-numerical_gradient": {"h": {"usual": lambda h: h == 1e-5, "large": lambda h: h >= 0.1}},
}


def missing(exercise: Exercise, argument: str, tests: dict[str, Test]) -> list[str]:
    """The demands that no input of the exercise meets."""
    values = [value for case in exercise.cases for name, value in named(exercise, case).items() if name == argument]
    assert values, argument
    return [words for words, test in tests.items() if not any(test(value) for value in values)]


@pytest.mark.parametrize("name", [name for name in COVERED if name in EXERCISES])
def test_the_inputs_cover_what_a_wrong_answer_hides_behind(name: str) -> None:
    for argument, tests in COVERED[name].items():
        assert missing(EXERCISES[name], argument, tests) == [], argument


def test_some_probabilities_are_exactly_at_the_threshold() -> None:
    from helpers import logistic

    ties = [logistic.forward(params, X) == threshold for params, X, threshold in EXERCISES["02-predict"].cases]
    assert any(tie.any() and not tie.all() for tie in ties)


def test_a_demand_that_is_not_met_is_found() -> None:
    assert missing(EXERCISES["01-softmax"], "Z", FAR_APART) == list(FAR_APART)


def test_few_exercises_have_no_demands() -> None:
    free = {
        "01-flatten_images",
        "01-as_column",
        "02-fork_backward",
        "01-class_votes",
        "03-compose",
        "03-send_back",
        "04-initialize",
        "04-cost",
        "05-cost",
    }
    assert EXERCISES.keys() - COVERED.keys() <= free


@pytest.mark.parametrize("name", ["02-backward", "04-hidden_gradient", "05-linear_backward", "05-backward"])
def test_some_gradients_that_are_needed_are_above_1(name: str) -> None:
    exercise = EXERCISES[name]
    largest = [
        max(np.abs(leaf).max() for leaf in leaves(call(exercise.reference, case).value)) for case in exercise.cases
    ]
    assert max(largest) > 1


def test_activations_are_not_only_the_three_usual_ones() -> None:
    for name in ("05-layer_forward", "05-layer_backward"):
        assert {case[-1].name for case in EXERCISES[name].cases} > {"relu", "sigmoid", "tanh", "softsign"}
    for name in ("05-forward", "05-backward"):
        assert {g.name for case in EXERCISES[name].cases for g in case[-1]} >= {"relu", "identity", "softsign"}


def test_training_goes_over_a_plateau_and_up_a_slope() -> None:
    """The cost hardly moves for many steps in one case, and rises in another."""
    from helpers import shallow

    moves = []
    for X, Y, n1, rate, iterations, seed in EXERCISES["04-train"].cases:
        costs = [
            shallow.cost(shallow.forward(shallow.train(X, Y, n1, rate, i, seed), X)[1], Y) for i in range(1, iterations)
        ]
        moves.append(np.diff(costs))
    assert any(len(each) > 50 and np.max(np.abs(each)) < 1e-4 for each in moves)
    assert any(np.any(each > 0.01) for each in moves)


def test_the_nearly_equal_pair_falls_below_zero_by_rounding() -> None:
    with np.errstate(invalid="ignore"):
        roots = [
            np.sqrt(np.sum(A**2, axis=0)[:, np.newaxis] + np.sum(B**2, axis=0) - 2 * np.dot(A.T, B))
            for A, B in EXERCISES["01-pairwise_distances"].cases
        ]
    assert any(np.isnan(root).any() for root in roots if root.size == 1)  # one product: alike on every machine
