"""Every sentence that bad input gets: what was given, what was needed, how to mend it."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from helpers import logistic, networks, validation
from helpers.training import fit

X = np.array([[1.0, 2.0, 3.0], [0.0, 1.0, 0.0]])
Y = np.array([[0.0, 1.0, 1.0]])
ZEROS = logistic.initialize(2)


def train(X: Any = X, Y: Any = Y, learning_rate: Any = 0.1, iterations: Any = 5, **more: Any) -> Any:
    return fit(networks.logistic_regression(), ZEROS, X, Y, learning_rate=learning_rate, iterations=iterations, **more)


BAD: list[tuple[Callable[[], Any], str]] = [
    (lambda: train(X=X.T), "X has shape (3, 2); examples go in columns, 2 features each: pass X.T"),
    (lambda: train(X=np.ones((5, 3))), "X has shape (5, 3); examples go in columns, 2 features each"),
    (lambda: train(X=np.ones(2)), "X has shape (2,); examples go in columns of a (2, m) array: pass X.reshape(2, 1)"),
    (lambda: train(X=np.ones(6)), "X has shape (6,); examples go in columns of a (2, m) array: pass X.reshape(2, -1)"),
    (lambda: train(X=np.ones(5)), "X has shape (5,); examples go in columns of a (2, m) array"),
    (lambda: train(X=np.ones((3, 4, 4))), "X has shape (3, 4, 4); flatten each example into a column: shape (2, m)"),
    (lambda: train(X=X.tolist()), "X is a list; pass an array of shape (2, m): np.array(X)"),
    (lambda: train(X=np.full((2, 3), "a")), "X must hold numbers; given text"),
    (lambda: train(X=X.astype(complex)), "X must hold numbers; given an array of type complex128"),
    (
        lambda: train(X=np.where(X > 2, np.nan, X)),
        "X holds 1 nan or inf, the first at [0, 2]: repair or drop those examples",
    ),
    (lambda: train(Y=Y[0]), "Y has shape (3,); labels go in one row, shape (1, 3): pass Y.reshape(1, 3)"),
    (lambda: train(Y=Y.T), "Y has shape (3, 1); labels go in one row, shape (1, 3): pass Y.T"),
    (lambda: train(Y=Y[:, :2]), "Y has shape (1, 2); labels go in one row, shape (1, 3): X has 3 examples"),
    (lambda: train(Y=Y.tolist()), "Y is a list; pass an array of shape (1, 3): np.array(Y).reshape(1, -1)"),
    (lambda: train(Y=2 * Y - 1), "Y holds the labels -1, 1; for two classes they are 0 and 1: pass Y == 1"),
    (lambda: train(Y=Y + 1), "Y holds the labels 1, 2; for two classes they are 0 and 1: pass Y == 2"),
    (lambda: train(Y=np.array([[0.0, 1.0, 2.0]])), "Y holds the labels 0, 1, 2; for two classes they are 0 and 1"),
    (lambda: train(learning_rate=0), "the learning rate is 0; it must be a number above 0, such as 0.1"),
    (lambda: train(learning_rate=-1.0), "the learning rate is -1.0; it must be a number above 0"),
    (lambda: train(learning_rate=float("nan")), "the learning rate is nan; it must be a number above 0"),
    (lambda: train(learning_rate="0.1"), "the learning rate is '0.1'; it must be a number above 0"),
    (lambda: train(iterations=0), "iterations is 0; it must be a whole number, 1 or more"),
    (lambda: train(iterations=2.5), "iterations is 2.5; it must be a whole number"),
    (lambda: train(iterations=True), "iterations is True; it must be a whole number"),
    (lambda: train(record_every=0), "record_every is 0; it must be a whole number"),
    (lambda: logistic.initialize(0), "n is 0; it must be a whole number, 1 or more"),
    (lambda: logistic.forward(ZEROS, X.T), "pass X.T"),
    (lambda: logistic.predict(ZEROS, X[0]), "X has shape (3,)"),
    (lambda: logistic.cost(Y[0], Y), "A has shape (3,); it must be (n, m): pass A.reshape(1, -1)"),
    (lambda: logistic.cost(Y, Y[:, :2]), "Y has shape (1, 2); beside A it must be (1, 3)"),
    (
        lambda: logistic.backward(ZEROS, Y, X, Y[0]),
        "Y has shape (3,); beside A and X it must be (1, 3): pass Y.reshape(1, 3)",
    ),
    (lambda: validation.numbers([[1], [1, 2]], "Z"), "Z is a ragged list: its rows must all be equally long"),
    (lambda: validation.numbers(None, "Z"), "Z must hold numbers; given None: is a `return` missing"),
    (lambda: validation.numbers("abc", "Z"), "Z must hold numbers; given text ('abc')"),
    (lambda: validation.numbers(object(), "Z"), "Z must hold numbers; given a object"),
]


@pytest.mark.parametrize(("call", "sentence"), BAD, ids=[sentence[:60] for _, sentence in BAD])
def test_bad_input_is_told_how_to_be_mended(call: Callable[[], Any], sentence: str) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        call()
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


def test_good_input_passes_every_door() -> None:
    assert train().note == ""
    assert logistic.forward(ZEROS, X).shape == (1, 3)


@pytest.mark.parametrize(
    ("given", "kind"), [([1, 2], "f8"), (True, "f8"), (np.float32(1), "f4"), (np.ones(2, "f2"), "f2")]
)
def test_numbers_keep_floats_and_turn_the_rest_into_float64(given: Any, kind: str) -> None:
    assert validation.numbers(given, "Z").dtype == np.dtype(kind)


def test_a_door_leaves_the_function_as_it_is() -> None:
    assert logistic.forward.__name__ == "forward" and "sigma" in str(logistic.forward.__doc__)
    assert logistic.forward.__wrapped__(ZEROS, X).shape == (1, 3)  # type: ignore[attr-defined]
