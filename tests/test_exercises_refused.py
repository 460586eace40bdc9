"""Wrong answers that were accepted once, each with the cause: what the inputs and the contract must bring to light."""

from collections import deque
from typing import Any

import numpy as np
import pytest
from exercise_kit import EXERCISES, body, finding, said, typed

WRONG = {
    "no value of size 1e-3": [
        ("00-relu", "np.where(Z > 0.01, Z, 0)"),
        ("03-leaky_relu_derivative", "np.where(Z > 0.01, 1.0, slope)"),
        ("03-leaky_relu", "np.where(Z > 0.01, Z, slope * Z)"),
        (
            "01-standardize",
            "d = X.std(axis=1, keepdims=True)\nreturn (X - X.mean(axis=1, keepdims=True)) / np.where(d > 0.01, d, 1)",
        ),
        (
            "01-normalize_columns",
            "length = np.linalg.norm(X, axis=0)\nreturn X / np.where(length > 0.1, length, 1)",
        ),
    ],
    "no scores far apart": [
        ("03-softmax", f"E = np.exp(Z - {shift})\nreturn E / E.sum(axis=0)")
        for shift in ("Z.mean(axis=0)", "Z.min(axis=0)", "np.median(Z, axis=0)", "Z[0]", "Z[-1]", "Z.max()")
    ],
    "no score of 800": [
        ("02-sigmoid", "np.exp(Z) / (1 + np.exp(Z))"),
        ("02-forward", "[(w, b)] = params\nZ = w.T @ X + b\nreturn np.exp(Z) / (1 + np.exp(Z))"),
        ("03-tanh", "np.sinh(Z) / np.cosh(Z)"),
    ],
    "no probability near 0 or 1": [
        ("02-cost", f"A = np.clip(A, {e}, 1 - {e})\nreturn -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))")
        for e in (0.05, 0.01, 0.002)
    ],
    "no input of one sign": [
        ("00-relu", "if np.any(Z <= 0):\n    return np.maximum(Z, 0)"),
        ("00-relu", "if np.any(Z > 0):\n    return np.maximum(Z, 0)"),
    ],
    "nothing exactly 0": [
        ("03-leaky_relu_derivative", "with np.errstate(all='ignore'):\n    return np.where(Z > 0, Z, slope * Z) / Z"),
        ("03-leaky_relu_derivative", "np.where(Z > 0, 1.0, slope) + np.where(Z == 0, 5.0, 0.0)"),
    ],
    "no pair that is nearly equal": [
        ("01-pairwise_distances", "np.sqrt((A**2).sum(axis=0)[:, None] + (B**2).sum(axis=0) - 2 * A.T @ B)"),
    ],
    "no plateau, no cost that rises": [
        (
            "04-train",
            """
            params = initialize(*layer_sizes(X, Y, n1), seed, 0.01)
            last = np.inf
            for _ in range(iterations):
                A1, A2 = forward(params, X)
                cost = float(np.mean(-np.log(np.where(Y == 1, A2, 1 - A2) + 1e-15)))
                if last - cost < 1e-7:
                    return params
                last = cost
                params = update(params, backward(params, (A1, A2), X, Y), learning_rate)
            return params
            """,
        ),
    ],
    "no gradient above 1": [
        ("02-update", ("[(w, b)], [(dw, db)] = params, gradients\n"
            "return [(w - learning_rate * np.clip(dw, -1, 1), b - learning_rate * db)]")),
        ("02-backward", ("[(dw, db)] = [(X @ (A - Y).T / X.shape[1], np.mean(A - Y))]\n"
            "return [(np.clip(dw, -1, 1), db)]")),
        ("01-weight_gradient", "np.clip(X @ dZ.T / X.shape[1], -1, 1)"),
        ("04-hidden_gradient", ("dZ1 = np.clip(W2.T @ dZ2 * (1 - A1**2), -1, 1)\n"
            "m = X.shape[1]\n"
            "return dZ1, dZ1 @ X.T / m, dZ1.mean(axis=1, keepdims=True)")),
        ("05-backward", "return [(np.clip(dW, -1, 1), db) for dW, db in deep_backward(dZ, caches, activations)]"),
    ],
    "no activation but the usual three": [
        ("05-layer_forward", ("Z = W @ A_prev + b\n"
            "A = {'sigmoid': sigmoid, 'tanh': np.tanh}.get(g.name, relu)(Z)\n"
            "return A, (A_prev, W, Z, A)")),
        ("05-layer_backward", ("slope = {'sigmoid': lambda A: A * (1 - A), 'tanh': lambda A: 1 - A**2}"
            ".get(g.name, lambda A: 1.0 * (A > 0))\n"
            "return linear_backward(dA * slope(cache[3]), cache)")),
    ],
    "an argument that is not used": [
        ("02-predict", "np.where(forward(params, X) > 0.5, 1.0, 0.0)"),
        ("02-predict", "np.where(forward(params, X) > 1 - threshold, 1.0, 0.0)"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("cause", WRONG)
def test_what_was_accepted_once_is_refused(cause: str) -> None:
    from helpers import deep
    from helpers.activations import relu, sigmoid

    cells = {"deep_backward": deep.backward, "relu": relu, "sigmoid": sigmoid}
    for name, lines in WRONG[cause]:
        extra = {} if name.startswith("03") else cells
        assert finding(name, body(name, lines, **extra)).state == "tried", (name, lines)


@pytest.mark.parametrize(
    "name, code, sentence",
    [
        (
            "03-leaky_relu",
            "def leaky_relu(Z, slope):\n    return np.where(Z > 0, Z, slope * Z)",
            "The notebook also calls it without slope. Give it its default: slope=0.01.",
        ),
        (
            "03-leaky_relu",
            "def leaky_relu(Z, slope=0.1):\n    return np.where(Z > 0, Z, slope * Z)",
            "The answer is right, but not where slope is left out. Its default is slope=0.01.",
        ),
        (
            "02-predict",
            "def predict(params, X):\n    return np.where(forward(params, X) > 0.5, 1.0, 0.0)",
            "The course calls it as predict(params, X, threshold=0.5); yours takes (params, X).",
        ),
        (
            "02-update",
            "def update(params, gradients, rate):\n    return [(params[0][0] - rate * gradients[0][0], params[0][1])]",
            "The notebook calls it as update(params, gradients, learning_rate=...), and yours has no parameter "
            "learning_rate: it takes (params, gradients, rate).",
        ),
        (
            "04-train",
            "def train(X, Y, n1, rate, epochs, seed):\n    return initialize(*layer_sizes(X, Y, n1), seed)",
            "yours has no parameter learning_rate and no iterations",
        ),
        (
            "05-linear_backward",
            "def linear_backward(cache, dZ):\n    A_prev, W, Z, A = cache\n"
            "    return W.T @ dZ, dZ @ A_prev.T / dZ.shape[1], dZ.mean(axis=1, keepdims=True)",
            "Your def takes (cache, dZ). The course calls linear_backward(dZ, cache), in this order",
        ),
        (
            "02-update",
            "def update(g, p, learning_rate):\n    return [(a - learning_rate * b, c - learning_rate * d) "
            "for (a, c), (b, d) in zip(p, g)]",
            "params and gradients have changed places: each in the other's place, and the answer is right.",
        ),
    ],
)
def test_the_contract_is_that_of_the_notebook(name: str, code: str, sentence: str) -> None:
    assert sentence in said(name, typed(name, code))


@pytest.mark.parametrize(
    "name, lines, sentence",
    [
        ("04-layer_sizes", "X.shape[0] / 1, n1, Y.shape[0] * 1.0", "n0 is 1.0, a float; the next cell needs a whole"),
        ("02-forward", "np.matrix(forward(params, X))", "A is a np.matrix, whose * is another product."),
        ("02-cost", "round(float(cost(A, Y)), 6)", "rounded to 6 places. The gradient check further down"),
        ("02-cost", "np.float32(cost(A, Y))", "in float32, to 7 digits. The gradient check"),
        ("02-forward", "forward(params, X).astype(np.float32)", "in float32, to 7 digits."),
        ("04-forward", "tuple(np.round(a, 8) for a in forward(params, X))", "rounded to 8 places."),
    ],
)
def test_types_and_digits_that_the_next_cells_need(name: str, lines: str, sentence: str) -> None:
    """The names mean our functions: the learner's body calls ours, under another name than its own."""
    own = EXERCISES[name].name
    function = body(name, lines.replace(f"{own}(", "ours("), ours=EXERCISES[name].reference)
    assert sentence in said(name, function)


def test_a_deque_is_no_list() -> None:
    def backward(dZ: Any, caches: Any, activations: Any) -> Any:
        return deque(EXERCISES["05-backward"].reference(dZ, caches, activations))

    assert "It returns a deque; needed is [(dW1, db1)], a list with a pair for each layer." in said(
        "05-backward", backward
    )


def test_a_right_answer_may_take_any_names_that_the_notebook_does_not_use() -> None:
    assert (
        finding("02-sigmoid", typed("02-sigmoid", "def sigmoid(x):\n    return 1 / (1 + np.exp(-x))")).state == "done"
    )
    everything = "def update(*args, **options):\n    return ours(*args, **options)"
    function = typed("02-update", everything, ours=EXERCISES["02-update"].reference)
    assert finding("02-update", function).state == "done"


def test_clipping_far_out_is_no_mistake() -> None:
    lines = "A = np.clip(A, 1e-12, 1 - 1e-12)\nreturn -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))"
    assert finding("02-cost", body("02-cost", lines)).state == "done"


def test_at_a_kink_any_slope_between_the_two_is_right() -> None:
    for at_zero in ("slope", "(1 + slope) / 2", "1.0"):
        lines = f"np.where(Z == 0, {at_zero}, np.where(Z > 0, 1.0, slope))"
        assert finding("03-leaky_relu_derivative", body("03-leaky_relu_derivative", lines)).state == "done"
    for at_zero in ("-0.5", "1.5", "np.nan"):
        lines = f"np.where(Z == 0, {at_zero}, np.where(Z > 0, 1.0, slope))"
        assert "wrong only where Z is 0" in said("03-leaky_relu_derivative", body("03-leaky_relu_derivative", lines))


def test_no_one_is_told_of_digits_that_are_there() -> None:
    whole = np.array([[1.0, 0.0]])
    from helpers.exercises.call_result import CallResult
    from helpers.exercises.digits import rounded

    assert rounded([CallResult(whole)], [CallResult(whole)]) == ""
