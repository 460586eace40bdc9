"""Every public function of the mathematics refuses what does not fit, in one sentence with what to do."""

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from helpers import deep, finite_differences, gradient_check, logistic, losses, networks, shallow, vectorization
from helpers.activations import relu, relu_derivative, sigmoid, softmax, step, tanh
from helpers.training import fit

X = np.random.default_rng(0).normal(size=(2, 6))
Y = (X[:1] > 0) * 1.0
PARAMS = shallow.initialize(2, 4, 1, 0, 0.5)
(W1, B1), LAYER2 = PARAMS
A1, A2 = shallow.forward(PARAMS, X)
[(DW1, DB1), SECOND] = shallow.backward(PARAMS, (A1, A2), X, Y)
UNIT = [(np.zeros((2, 1)), np.zeros((1, 1)))]
_, CACHES = deep.forward(PARAMS, X, [tanh, sigmoid])
SHALLOW, LOGISTIC = networks.shallow_network(), networks.logistic_regression()
DEEP = networks.deep_network([tanh, sigmoid])


def train(model: Any, params: Any) -> Any:
    return fit(model, params, X, Y, learning_rate=0.1, iterations=2)


REFUSED: dict[str, tuple[Callable[[], Any], str]] = {
    "x of rank 1": (
        lambda: deep.layer_forward(np.ones(3), np.ones((2, 3)), np.ones((2, 1)), relu),
        "A_prev has shape (3,); examples go in columns of a (3, m) array: pass A_prev.reshape(3, 1)",
    ),
    "w of rank 1": (lambda: logistic.forward([(np.ones(2), 0.0)], X), "w has shape (2,); it must be (n, 1)"),
    "a bias too many": (lambda: logistic.forward([(UNIT[0][0], np.ones((6, 1)))], X), "one unit has one bias"),
    "flat db": (lambda: shallow.update(PARAMS, [(DW1, DB1[:, 0]), SECOND], 0.1), "db1 has shape (4,), but b1 has"),
    "flat db, deep": (lambda: deep.update(PARAMS, [(DW1, DB1[:, 0]), SECOND], 0.1), "db1 has shape (4,), but b1 has"),
    "flat db, one unit": (lambda: logistic.update(UNIT, [(np.ones((2, 1)), np.ones(3))], 0.1), "db1 has shape (3,)"),
    "turned labels": (lambda: shallow.output_gradient(A1, A2, Y.T), "beside A2 it must be (1, 6): pass Y.T"),
    "flat labels": (lambda: shallow.layer_sizes(X, Y[0], 4), "Y has shape (6,); beside X it must be (n2, 6)"),
    "flat bias": (lambda: shallow.forward([(W1, B1[:, 0]), LAYER2], X[:, :4]), "so b1 must be (4, 1): pass b1.reshape"),
    "turned weights": (lambda: shallow.forward([(W1.T, B1), LAYER2], X), "a row for each unit: pass W1.T"),
    "weights too wide": (lambda: train(SHALLOW, [(W1, B1), (np.ones((1, 6)), 0.0)]), "W2 has shape (1, 6)"),
    "flat bias in fit": (lambda: train(SHALLOW, [(W1, B1[:, 0]), LAYER2]), "so b1 must be (4, 1)"),
    "w of rank 1 in fit": (lambda: train(LOGISTIC, [(np.ones(2), 0.0)]), "w has shape (2,)"),
    "nan weights": (lambda: train(SHALLOW, [(W1 * np.nan, B1), LAYER2]), "W1 holds 8 nan or inf, the first at [0, 0]"),
    "too many layers": (lambda: train(LOGISTIC, [*PARAMS, LAYER2]), "params has 3 layers; needed is [(w, b)]"),
    "h = 0": (lambda: gradient_check.check_gradient(SHALLOW, PARAMS, X, Y, 0), "the step h is 0; it must be"),
    "check, X turned": (lambda: gradient_check.check_gradient(SHALLOW, PARAMS, X.T, Y), "pass X.T"),
    "check, Y turned": (lambda: gradient_check.check_gradient(SHALLOW, PARAMS, X, Y.T), "pass Y.T"),
    "check, other labels": (lambda: gradient_check.check_gradient(SHALLOW, PARAMS, X, 2 * Y - 1), "pass Y == 1"),
    "deep check, other labels": (lambda: gradient_check.check_gradient(DEEP, PARAMS, X, 2 * Y - 1), "labels -1, 1"),
    "deep check, flat labels": (lambda: gradient_check.check_gradient(DEEP, PARAMS, X, Y[0]), "pass Y.reshape(1, 6)"),
    "deep check, text": (
        lambda: gradient_check.check_gradient(DEEP, [("w", B1), LAYER2], X, Y),
        "W1 must hold numbers; given text",
    ),
    "deep check, no examples": (
        lambda: gradient_check.check_gradient(DEEP, PARAMS, X[:, :0], Y[:, :0]),
        "X has shape (2, 0): there are no examples",
    ),
    "no learning rate": (lambda: deep.update(PARAMS, [(DW1, DB1), SECOND], None), "the learning rate is None"),
    "a huge learning rate": (lambda: logistic.update(UNIT, UNIT, 10**400), "it must be a number above 0, such as 0.1"),
    "half a step": (
        lambda: shallow.train(X, Y, 4, 0.1, 2.5),
        "iterations is 2.5; it must be a whole number, 1 or more",
    ),
    "a list of gradients": (
        lambda: deep.update(PARAMS, [(DW1.tolist(), DB1), SECOND], 0.1),
        "dW1 is a list; pass an array: np.array(dW1)",
    ),
    "nan gradients": (lambda: shallow.update(PARAMS, [(DW1 * np.nan, DB1), SECOND], 0.1), "dW1 holds 8 nan or inf"),
    "a seed below 0": (lambda: shallow.initialize(2, 4, 1, -1), "seed is -1; it must be a whole number, 0 or more"),
    "a seed that is text": (lambda: deep.initialize([2, 1], "1"), "seed is '1'; it must be a whole number"),
    "whole weights": (lambda: deep.initialize([2, 1], dtype=int), "the dtype is int64; weights are fractions"),
    "layers without units": (lambda: shallow.forward([(W1[:, :0], B1), LAYER2], X), "W1 has shape (4, 0), without a"),
    "no labels": (lambda: losses.cost(A2[:, :0], Y[:, :0]), "Y has shape (1, 0): there are no examples"),
    "more than sure": (
        lambda: losses.binary_cross_entropy(1.79, 1.0),
        "A holds 1.79; probabilities lie between 0 and 1",
    ),
    "the loss of nan": (lambda: losses.squared_error([np.nan], [1.0]), "A holds nan, the first at [0]"),
    "slopes of another shape": (lambda: tanh.backward(A1.T, A1), "beside dA it must be (6, 4): pass A.T"),
    "a list in a cache": (
        lambda: deep.linear_backward(A2 - Y, CACHES[-1]._replace(W=[[1.0] * 4])),
        "W of cache is a list; pass an array: np.array(W)",
    ),
    "nan in a cache": (
        lambda: deep.linear_backward(A2 - Y, CACHES[-1]._replace(A_prev=A1 * np.nan)),
        "A_prev of cache holds 24 nan or inf",
    ),
    "nan among features": (lambda: vectorization.standardize([[1.0, np.nan]]), "X holds 1 nan or inf, the first at"),
    "an infinite score": (lambda: softmax([1.0, np.inf]), "Z holds inf; the share of an infinite score"),
    "derivatives of text": (lambda: finite_differences.numerical_derivative(np.sin, "1"), "z must hold numbers"),
    "no function": (
        lambda: fit(SHALLOW, PARAMS, X, Y, learning_rate=0.1, iterations=2, callback=3),
        "callback is 3; pass a function of (iteration, params)",
    ),
    "a bias of rank 3": (
        lambda: train(LOGISTIC, [(UNIT[0][0], np.ones((1, 1, 1)))]),
        "b has shape (1, 1, 1); one unit",
    ),
    "errors of two sizes": (
        lambda: finite_differences.relative_error([1.0, 2.0], [1.0]),
        "given holds 2 numbers and expected 1; they must be as many",
    ),
    "flat answers": (lambda: losses.cost(A2[0], Y[0]), "A has shape (6,); it must be (n, m): pass A.reshape(1, -1)"),
    "labels -1 and 1": (lambda: losses.cost(A2, 2 * Y - 1), "Y holds the labels -1, 1; for two classes they are 0 and"),
    "a probability above 1": (lambda: losses.cost(A2 + 1, Y), "probabilities lie between 0 and 1"),
    "labels 1 and 2": (lambda: shallow.backward(PARAMS, (A1, A2), X, Y + 1), "Y holds the labels 1, 2"),
    "flat dZ": (
        lambda: deep.linear_backward(np.ones(6), CACHES[-1]),
        "dZ has shape (6,); beside cache it must be (1, 6)",
    ),
    "flat dZ[L]": (lambda: deep.backward(np.ones(6), CACHES, [tanh, sigmoid]), "pass dZ.reshape(1, 6)"),
    "no cache": (lambda: deep.linear_backward(np.ones((1, 6)), A1), "cache must be (A_prev, W, Z, A)"),
    "names": (lambda: deep.forward(PARAMS, X, ["tanh", "sigmoid"]), "from helpers.activations import tanh"),
    "an activation too few": (
        lambda: deep.forward(PARAMS, X, [tanh]),
        "2 layers and 1 activations; each layer needs one",
    ),
    "no slope": (lambda: deep.layer_forward(X, W1, B1, np.tanh), "tanh, without a slope; pass Activation(tanh"),
    "nan": (lambda: relu_derivative(np.nan), "Z holds nan: look where it was made"),
    "nan among numbers": (lambda: step([1.0, np.nan]), "Z holds nan, the first at [1]"),
    "nan in X": (lambda: SHALLOW.predict(PARAMS, X * np.nan), "X holds 12 nan or inf"),
    "a threshold of 7": (lambda: logistic.predict(UNIT, X, 7), "the threshold is 7; it must be between 0 and 1"),
    "a list": (lambda: shallow.forward(PARAMS, X.tolist()), "X is a list; pass an array of shape (2, m): np.array(X)"),
    "not layers": (lambda: shallow.forward(W1, X), "params must be a list with a pair for each layer"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_a_sentence(name: str) -> None:
    call, sentence = REFUSED[name]
    with pytest.raises((ValueError, TypeError), match=re.escape(sentence)) as caught:
        call()
    assert "\n" not in str(caught.value)


def test_what_fits_passes() -> None:
    score, label = 2.0, np.array(1)
    assert losses.binary_cross_entropy_from_scores(Z=score, Y=label) == losses.binary_cross_entropy_from_scores(2, 1)
    assert train(SHALLOW, PARAMS).note == ""
    assert deep.backward(A2 - Y, CACHES, [tanh, sigmoid])[0][0].shape == W1.shape
    assert logistic.update(UNIT, [(np.ones((2, 1)), 0.5)], 0.1)[0][1].shape == (1, 1)  # db may be a plain number
