"""Notebook 02: right answers written in other ways pass, and a network of them trains as ours does."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from helpers import logistic, networks
from helpers.activations import sigmoid
from helpers.exercises import registry
from helpers.exercises.grade import grade
from helpers.gradient_check import gradient_errors
from helpers.training import fit

EXERCISES = {exercise.name: exercise for exercise in registry.load("02_logistic_regression")}


def state(name: str, function: Callable[..., Any]) -> str:
    finding = grade(EXERCISES[name], function)
    return finding.state if finding.state == "done" else finding.text


def by_loop(Z: Any) -> Any:
    A = np.zeros(Z.shape)
    for place in np.ndindex(Z.shape):
        A[place] = 1 / (1 + np.exp(-Z[place]))
    return A


def by_halves(Z: Any) -> Any:
    A = np.empty_like(Z)
    up = Z >= 0
    A[up] = 1 / (1 + np.exp(-Z[up]))
    A[~up] = np.exp(Z[~up]) / (1 + np.exp(Z[~up]))
    return A


@pytest.mark.parametrize(
    "right",
    [
        lambda Z: 1 / (1 + np.exp(-Z)),
        lambda Z: 1.0 / (1.0 + np.e**-Z),
        lambda Z: (1 + np.tanh(Z / 2)) / 2,
        lambda Z: np.exp(-np.logaddexp(0, -Z)),
        lambda Z: np.where(Z >= 0, 1 / (1 + np.exp(-Z)), np.exp(Z) / (1 + np.exp(Z))),
        lambda Z: np.power(1 + np.exp(-Z), -1),
        by_loop,
        by_halves,
    ],
)
def test_sigmoid(right: Any) -> None:
    assert state("sigmoid", right) == "done"


def forward_by_loop(params: Any, X: Any) -> Any:
    w, b = params[0]
    A = np.zeros((1, X.shape[1]))
    for i in range(X.shape[1]):
        A[0, i] = sigmoid(sum(w[j, 0] * X[j, i] for j in range(len(w))) + float(np.squeeze(b)))
    return A


@pytest.mark.parametrize(
    "right",
    [
        lambda params, X: sigmoid(params[0][0].T @ X + params[0][1]),
        lambda params, X: sigmoid(np.dot(X.T, params[0][0]) + params[0][1]).T,
        lambda params, X: sigmoid(np.einsum("jk,ji->ki", params[0][0], X) + params[0][1]),
        lambda params, X: sigmoid(np.sum(params[0][0] * X, axis=0, keepdims=True) + params[0][1]),
        lambda params, X: sigmoid((np.sum(params[0][0] * X, axis=0) + params[0][1]).reshape(1, -1)),
        forward_by_loop,
    ],
)
def test_forward(right: Any) -> None:
    assert state("forward", right) == "done"


def cost_by_loop(A: Any, Y: Any) -> float:
    total = 0.0
    for a, y in zip(A[0], Y[0], strict=True):
        total -= np.log(a) if y == 1 else np.log(1 - a)
    return total / A.shape[1]


@pytest.mark.parametrize(
    "right",
    [
        lambda A, Y: -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)),
        lambda A, Y: -1 / Y.shape[1] * np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)),
        lambda A, Y: np.squeeze(-(np.dot(Y, np.log(A).T) + np.dot(1 - Y, np.log(1 - A).T)) / Y.shape[1]),
        lambda A, Y: np.mean(-np.log(np.where(Y == 1, A, 1 - A))),
        lambda A, Y: np.mean(-(Y * np.log(A + 1e-15) + (1 - Y) * np.log(1 - A + 1e-15))),
        cost_by_loop,
    ],
)
def test_cost(right: Any) -> None:
    assert state("cost", right) == "done"


def one_loop(params: Any, A: Any, X: Any, Y: Any) -> Any:
    dw, db = 0, 0
    for i in range(X.shape[1]):
        dz = A[0, i] - Y[0, i]
        dw, db = dw + X[:, [i]] * dz, db + dz
    return ((dw / X.shape[1], db / X.shape[1]),)


@pytest.mark.parametrize("name", ["backward", "backward_loops"])
@pytest.mark.parametrize(
    "right",
    [
        lambda params, A, X, Y: [(X @ (A - Y).T / X.shape[1], np.mean(A - Y))],
        lambda params, A, X, Y: [(np.dot(X, (A - Y).T) / Y.size, np.sum(A - Y) / Y.size)],
        lambda params, A, X, Y: ((np.mean(X * (A - Y), axis=1, keepdims=True), np.mean(A - Y, axis=1, keepdims=True)),),
        lambda params, A, X, Y: [[np.einsum("ji,ki->jk", X, A - Y) / Y.size, float(np.mean(A - Y))]],
        lambda params, A, X, Y: [(np.mean(X * (A - Y), axis=1)[:, None], np.array(np.mean(A - Y)))],
        lambda params, A, X, Y: [((X @ (A - Y).T / Y.size).astype(np.float32), np.mean(A - Y, keepdims=True))],
        one_loop,
    ],
)
def test_both_gradients(name: str, right: Any) -> None:
    assert state(name, right) == "done"


@pytest.mark.parametrize(
    "right",
    [
        lambda params, gradients, learning_rate: [
            (w - learning_rate * dw, b - learning_rate * db) for (w, b), (dw, db) in zip(params, gradients, strict=True)
        ],
        lambda params, gradients, learning_rate: (
            (
                np.subtract(params[0][0], np.multiply(learning_rate, gradients[0][0])),
                params[0][1] + -learning_rate * gradients[0][1],
            ),
        ),
        lambda params, gradients, learning_rate: [
            [p - learning_rate * g for p, g in zip(params[0], gradients[0], strict=True)]
        ],
    ],
)
def test_update(right: Any) -> None:
    assert state("update", right) == "done"


@pytest.mark.parametrize(
    "right",
    [
        lambda params, X, threshold=0.5: (logistic.forward(params, X) > threshold).astype(int),
        lambda params, X, threshold=0.5: logistic.forward(params, X) > threshold,
        lambda params, X, threshold=0.5: np.ceil(logistic.forward(params, X) - threshold),
        lambda params, X, threshold=0.5: np.where(
            params[0][0].T @ X + params[0][1] > np.log(threshold / (1 - threshold)), 1, 0
        ),
        lambda params, X, threshold=0.5: 1 * (logistic.forward(params, X) > threshold),
        lambda params, X, threshold=0.5: np.array(
            [[1 if a > threshold else 0 for a in logistic.forward(params, X)[0]]]
        ),
    ],
)
def test_predict(right: Any) -> None:
    assert state("predict", right) == "done"


def test_a_network_of_accepted_functions_trains_as_ours_does() -> None:
    own = networks.logistic_regression(
        forward=forward_by_loop,
        cost=cost_by_loop,
        backward=one_loop,
        update=lambda p, g, learning_rate: [[a - learning_rate * d for a, d in zip(p[0], g[0], strict=True)]],
    )
    names = ("forward", "cost", "backward", "update")
    assert all(state(name, getattr(own, name)) == "done" for name in names)
    rng = np.random.default_rng(0)
    X = rng.normal(size=(2, 30))
    Y = (X[:1] > X[1:]) * 1.0
    settings: dict[str, Any] = {"learning_rate": 0.5, "iterations": 20}
    theirs = fit(own, logistic.initialize(2), X, Y, **settings)
    ours = fit(networks.logistic_regression(), logistic.initialize(2), X, Y, **settings)
    assert np.allclose(theirs.params.vector, ours.params.vector) and np.isclose(theirs.cost, ours.cost)
    assert max(gradient_errors(own, theirs.params, X, Y).values()) < 1e-7


def train_by_recursion(X: Any, Y: Any, learning_rate: Any, iterations: Any) -> Any:
    if iterations == 0:
        return [(np.zeros((len(X), 1)), np.zeros((1, 1)))]
    params = train_by_recursion(X, Y, learning_rate, iterations - 1)
    gradients = logistic.backward(params, logistic.forward(params, X), X, Y)
    return logistic.update(params, gradients, learning_rate)


def train_by_fit(X: Any, Y: Any, learning_rate: Any, iterations: Any) -> Any:
    start = logistic.initialize(len(X))
    model = networks.logistic_regression()
    return [*fit(model, start, X, Y, learning_rate=learning_rate, iterations=iterations).params]


@pytest.mark.parametrize("right", [train_by_recursion, train_by_fit])
def test_train(right: Any) -> None:
    assert state("train", right) == "done"
