"""What answers by fresh eyes brought to light: wrong ones accepted, right ones refused, sentences that misled."""

from typing import Any

import numpy as np
import pytest
from exercise_kit import EXERCISES, body, finding, said

from helpers import deep, shallow
from helpers.exercises.compare import difference
from helpers.exercises.labels import PARAMS
from helpers.parameters import Parameters

NUDGE = """
n = vector.size
gradient = np.zeros(n)
for i in range(n):
    nudge = np.zeros(n)
    nudge[i] = h
    gradient[i] = (J(vector + nudge) - J(vector - nudge)) / (2 * h)
return gradient
"""
DB_RANK_1 = "m = X.shape[1]\ndZ = A - Y\nreturn [(X @ dZ.T / m, np.sum(dZ, axis=1) / m)]"


@pytest.mark.parametrize(
    "name, lines, words",
    [
        ("02-predict", "np.where(forward(params, X) >= threshold, 1.0, 0.0)", "exactly at the threshold"),
        ("02-backward", DB_RANK_1, "db has shape (1,)"),
        ("00-relu", "np.where(Z >= 0.001, Z, 0)", "close to 0"),
        ("03-leaky_relu", "np.where(Z >= 0.001, Z, slope * Z)", "close to 0"),
        ("03-leaky_relu_derivative", "np.where(Z >= 0.001, 1.0, slope)", "close to 0"),
        ("03-leaky_relu_derivative", "np.where(Z > -0.001, 1.0, slope)", "close to 0"),
        (
            "02-cost",
            "A = np.clip(A, 1e-8, 1 - 1e-8)\nreturn -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))",
            "clipped",
        ),
        ("02-cost", "-np.mean(Y * np.log(A + 1e-8) + (1 - Y) * np.log(1 - A + 1e-8))", "inside the logarithm"),
    ],
)
def test_what_was_accepted_is_refused(name: str, lines: str, words: str) -> None:
    text = said(name, body(name, lines))
    assert text.startswith("✗") and words in text, text


def test_one_bias_may_be_a_number_or_one_by_one() -> None:
    for db in ("np.sum(A - Y) / m", "np.sum(A - Y, axis=1, keepdims=True) / m"):
        lines = f"m = X.shape[1]\nreturn [(X @ (A - Y).T / m, {db})]"
        assert finding("02-backward", body("02-backward", lines)).state == "done"


@pytest.mark.parametrize(
    "name, answer",
    [
        ("02-fork_backward", lambda a, b, c: np.array(EXERCISES["02-fork_backward"].reference(a, b, c))),
        ("04-layer_sizes", lambda X, Y, n1: np.array(shallow.layer_sizes(X, Y, n1))),
    ],
)
def test_plain_numbers_may_come_in_an_array(name: str, answer: Any) -> None:
    answer.__name__ = EXERCISES[name].name
    assert finding(name, answer).state == "done", said(name, answer)


def test_an_array_of_three_other_numbers_is_told_place_by_place() -> None:
    def layer_sizes(X: Any, Y: Any, n1: Any) -> Any:
        return np.array(shallow.layer_sizes(X, Y, n1))[::-1]

    assert "come in another order. Needed is (n0, n1, n2)." in said("04-layer_sizes", layer_sizes)


@pytest.mark.parametrize(
    "name", [n for n, e in EXERCISES.items() if e.returns == PARAMS or n in ("02-update", "02-train")]
)
def test_parameters_are_a_list_of_layers(name: str) -> None:
    ours = EXERCISES[name].reference

    def answer(*given: Any, **named: Any) -> Any:
        return Parameters(ours(*given, **named))

    answer.__name__ = EXERCISES[name].name
    assert finding(name, answer).state == "done", said(name, answer)


def test_keepdims_is_advised_only_where_the_numbers_are_right() -> None:
    needed = np.array([[1.0], [2.0]])
    right, wrong = (difference(given, needed, "db") for given in (needed[:, 0], needed[:, 0] + 1))
    assert right and "keepdims" in right.sentence
    assert wrong and "keepdims" not in wrong.sentence and "neither a row nor a column" in wrong.sentence


def test_rows_and_columns_have_changed_places_only_if_they_have() -> None:
    lines = "Z = W @ A_prev + b\nA = g(Z).T + 1\nreturn A, (A_prev, W, Z, A)"
    text = said("05-layer_forward", body("05-layer_forward", lines))
    assert "changed places" not in text and "has shape" in text


def test_what_our_functions_refuse_is_told_as_theirs() -> None:
    """Our advice is for whoever calls them, and not for the learner's mistake."""
    lines = (
        "A, caches = X, []\nfor (W, b), g in zip(params, activations):\n    A, cache = layer_forward(A.T, W, b, g)\n"
    )
    text = said("05-forward", body("05-forward", f"{lines}    caches.append(cache)\nreturn A, caches"))
    assert "layer_forward, which this line calls, can't take what it is given: A_prev has shape" in text, text
    assert "pass A_prev.T" not in text


@pytest.mark.parametrize(
    "name, lines, untold",
    [
        ("02-sigmoid", "(1 + np.exp(-Z)) ** 1", "Python divides before it adds, so"),
        ("01-as_column", "a.reshape(-1, 1)\nreturn a", "reshape with one size"),
        ("03-tanh_derivative_from_output", "np.maximum(0, 0.9 - A**2) * (A != 1)", "below 1"),
        ("03-tanh_derivative_from_output", "(1 - A) * (1 + A) ** 2", "below 1"),
    ],
)
def test_nothing_is_told_that_misleads(name: str, lines: str, untold: str) -> None:
    text = said(name, body(name, lines))
    assert text.startswith("✗") and untold not in text, text


def test_no_list_of_names_is_longer_than_a_line() -> None:
    def forward(params: Any, X: Any, activations: Any) -> Any:
        A, caches = deep.forward(params, X, activations)
        return A * 1.01, [tuple(np.round(part, 3) for part in cache) for cache in caches]

    def backward(dZ: Any, caches: Any, activations: Any) -> Any:
        return [(np.round(dW, 2), np.round(db, 2)) for dW, db in deep.backward(dZ, caches, activations)]

    for function in (forward, backward):
        text = said(f"05-{function.__name__}", function)
        assert max(sentence.count(",") for sentence in text.split(".")) < 12, text


@pytest.mark.parametrize(
    "name, lines, words",
    [
        ("01-normalize_columns", "X / (np.linalg.norm(X, axis=0) + 0.001)", "each column has length 1"),
        ("03-softmax", "E = np.exp(Z.max(axis=0) - Z)\nreturn np.minimum(E, 9)", "each column sums to 1"),
        ("03-tanh", "2 - sigmoid(2 * Z)", "In what is needed nothing is above 1. In your A that is not so."),
        ("05-numerical_gradient", NUDGE.replace("return", "    return"), "gradient is right only in the first number."),
        ("05-numerical_gradient", NUDGE.replace("in range(n)", "in range(n - 1)"), "wrong only in the last number"),
    ],
)
def test_what_holds_for_all_that_is_needed_is_told(name: str, lines: str, words: str) -> None:
    text = said(name, body(name, lines))
    assert text.startswith("✗") and words in text, text
