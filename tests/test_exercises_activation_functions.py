"""Notebook 03: right answers written in other ways pass, and a network of them trains as ours does."""

from collections.abc import Callable
from functools import reduce
from typing import Any

import numpy as np
import pytest

from helpers import activations, deep, networks
from helpers.activations import Activation, sigmoid
from helpers.exercises import registry
from helpers.exercises.grade import grade
from helpers.gradient_check import gradient_errors, numerical_derivative
from helpers.training import fit

EXERCISES = {
    exercise.name: exercise
    for notebook in ("00_start_here", "03_activation_functions")
    for exercise in registry.load(notebook)
}


def state(name: str, function: Callable[..., Any]) -> str:
    finding = grade(EXERCISES[name], function)
    return finding.state if finding.state == "done" else finding.text


def each(function: Callable[..., float]) -> Callable[..., Any]:
    """A function of one number, in a loop over the elements."""

    def loop(Z: Any, *more: Any) -> Any:
        A = np.zeros(Z.shape)
        for place in np.ndindex(Z.shape):
            A[place] = function(Z[place], *more)
        return A

    return loop


def each_with_slope(function: Callable[..., float]) -> Callable[..., Any]:
    return lambda Z, slope=0.01: each(function)(Z, slope)


def from_first_layer(layers: Any) -> Any:
    W, b = np.eye(layers[0][0].shape[1]), np.zeros((layers[0][0].shape[1], 1))
    for matrix, bias in layers:
        b = matrix @ b + bias
        W = matrix @ W
    return [W, b]


def from_last_layer(layers: Any) -> Any:
    W, b = layers[-1]
    for matrix, bias in reversed(layers[:-1]):
        b = b + W @ bias
        W = W @ matrix
    return W, b


def by_probing(layers: Any) -> Any:
    def through(x: Any) -> Any:
        return reduce(lambda a, layer: layer[0] @ a + layer[1], layers, x)

    n = layers[0][0].shape[1]
    b = through(np.zeros((n, 1)))
    return through(np.eye(n)) - b, b


def by_recursion(dA: Any, weights: Any, outputs: Any, slope: Any) -> Any:
    if not weights:
        return dA
    return by_recursion(weights[-1].T @ (slope(outputs[-1]) * dA), weights[:-1], outputs[:-1], slope)


def by_example(dA: Any, weights: Any, outputs: Any, slope: Any) -> Any:
    columns = []
    for i in range(dA.shape[1]):
        d = dA[:, i]
        for W, A in list(zip(weights, outputs, strict=True))[::-1]:
            d = (d * slope(A)[:, i]) @ W
        columns.append(d)
    return np.array(columns).T


def column_by_column(Z: Any) -> Any:
    A = np.zeros_like(Z)
    for i in range(Z.shape[1]):
        E = [np.exp(z - max(Z[:, i])) for z in Z[:, i]]
        A[:, i] = np.array(E) / sum(E)
    return A


RIGHT: list[tuple[str, Callable[..., Any]]] = [
    ("sigmoid_derivative", lambda Z: sigmoid(Z) * (1 - sigmoid(Z))),
    ("sigmoid_derivative", lambda Z: sigmoid(Z) * sigmoid(-Z)),
    ("sigmoid_derivative", lambda Z: sigmoid(Z) - sigmoid(Z) ** 2),
    ("sigmoid_derivative", lambda Z: 1 / (1 + np.exp(-Z)) * (1 - 1 / (1 + np.exp(-Z)))),
    ("sigmoid_derivative", lambda Z: 0.25 / np.cosh(Z / 2) ** 2),
    ("sigmoid_derivative", lambda Z: numerical_derivative(sigmoid, Z)),
    ("sigmoid_derivative", lambda Z: (sigmoid(Z) * (1 - sigmoid(Z))).astype(np.float32)),
    ("sigmoid_derivative", each(lambda z: sigmoid(z) * (1 - sigmoid(z)))),
    ("tanh", lambda Z: 2 * sigmoid(2 * Z) - 1),
    ("tanh", lambda Z: sigmoid(2 * Z) - sigmoid(-2 * Z)),
    ("tanh", lambda Z: 2 / (1 + np.exp(-2 * Z)) - 1),
    ("tanh", np.tanh),
    ("tanh", lambda Z: np.tanh(Z.astype(np.float32))),
    ("tanh", each(lambda z: 2 * sigmoid(z + z) - 1)),
    ("tanh_derivative_from_output", lambda A: 1 - A * A),
    ("tanh_derivative_from_output", lambda A: (1 - A) * (1 + A)),
    ("tanh_derivative_from_output", lambda A: 1 - np.power(A, 2)),
    ("tanh_derivative_from_output", lambda A: np.float32(1) - A.astype(np.float32) ** 2),
    ("relu", lambda Z: np.maximum(Z, 0)),
    ("relu", lambda Z: np.where(Z >= 0, Z, 0)),
    ("relu", lambda Z: Z * (Z > 0)),
    ("relu", lambda Z: (Z + abs(Z)) / 2),
    ("relu", lambda Z: np.clip(Z, 0, None)),
    ("relu", each(lambda z: max(0.0, z))),
    ("leaky_relu", lambda Z, slope=0.01: np.maximum(slope * Z, Z)),
    ("leaky_relu", lambda Z, slope=0.01: np.where(Z >= 0, Z, slope * Z)),
    ("leaky_relu", lambda Z, slope=0.01: np.maximum(0, Z) + slope * np.minimum(0, Z)),
    ("leaky_relu", lambda Z, slope=0.01: Z * np.where(Z > 0, 1, slope)),
    ("leaky_relu", each_with_slope(lambda z, slope: z if z > 0 else slope * z)),
    ("leaky_relu_derivative", lambda Z, slope=0.01: np.where(Z < 0, slope, 1)),
    ("leaky_relu_derivative", lambda Z, slope=0.01: (Z > 0) + slope * (Z <= 0)),
    ("leaky_relu_derivative", lambda Z, slope=0.01: slope + (1 - slope) * (Z >= 0)),
    ("leaky_relu_derivative", lambda Z, slope=0.01: np.where(Z > 0, Z, slope * Z + (Z == 0)) / np.where(Z == 0, 1, Z)),
    ("leaky_relu_derivative", each_with_slope(lambda z, slope: 1 if z >= 0 else slope)),
    ("compose", from_first_layer),
    ("compose", from_last_layer),
    ("compose", by_probing),
    ("compose", lambda layers: tuple(array.astype(np.float32) for array in from_first_layer(layers))),
    ("softmax", lambda Z: np.exp(Z - Z.max(axis=0)) / np.exp(Z - Z.max(axis=0)).sum(axis=0)),
    ("softmax", lambda Z: np.exp(Z - Z.max(axis=0) - np.log(np.sum(np.exp(Z - Z.max(axis=0)), axis=0)))),
    ("softmax", lambda Z: (np.exp(Z.T - Z.max(axis=0)[:, None]) / np.exp(Z - Z.max(axis=0)).sum(axis=0)[:, None]).T),
    ("softmax", lambda Z: 1 / np.array([np.sum(np.exp(np.minimum(Z - z, 700)), axis=0) for z in Z])),
    ("softmax", column_by_column),
    ("send_back", by_recursion),
    ("send_back", by_example),
]


@pytest.mark.parametrize("name, right", RIGHT)
def test_right_answers_in_other_words(name: str, right: Callable[..., Any]) -> None:
    assert state(name, right) == "done"


def test_every_exercise_has_right_answers_in_other_words() -> None:
    assert {name for name, _ in RIGHT} == EXERCISES.keys()


def test_the_parts_of_a_folded_layer_have_their_names() -> None:
    text = state("compose", lambda layers: layers[0])
    assert "needed W" in text and "your W" in text
    assert "(W, b)" in state("compose", lambda layers: layers[0][0])


@pytest.mark.parametrize(
    "own",
    [
        Activation(lambda Z: 2 * sigmoid(2 * Z) - 1, lambda Z: 1 / np.cosh(Z) ** 2, lambda A: 1 - A * A, "tanh"),
        Activation(lambda Z: Z * (Z > 0), lambda Z: Z > 0, lambda A: A != 0, "ReLU"),
        Activation(lambda Z: np.maximum(0.01 * Z, Z), *[lambda Z: np.where(Z < 0, 0.01, 1)] * 2, "leaky_ReLU"),
    ],
    ids=lambda own: own.name,
)
def test_a_network_of_accepted_functions_trains_as_ours_does(own: Activation) -> None:
    name = own.name.lower()
    theirs, ours = networks.deep_network([own, "sigmoid"]), networks.deep_network([name, "sigmoid"])
    rng = np.random.default_rng(0)
    X = rng.normal(size=(2, 30))
    Y = (X[:1] ** 2 > X[1:]) * 1.0
    start = deep.initialize([2, 5, 1], seed=3)
    settings: dict[str, Any] = {"learning_rate": 0.5, "iterations": 30}
    of_theirs, of_ours = fit(theirs, start, X, Y, **settings), fit(ours, start, X, Y, **settings)
    np.testing.assert_allclose(of_theirs.params.vector, of_ours.params.vector, rtol=1e-9)
    assert max(gradient_errors(theirs, of_theirs.params, X, Y).values()) < 1e-7
    assert activations.BY_NAME[name].name == name
