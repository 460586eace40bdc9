"""The exercises of notebooks 04 and 05: right answers in other words, and training with them."""

from typing import Any

import numpy as np
import pytest

from helpers import datasets, deep, networks, shallow
from helpers.exercises.grade import grade
from helpers.exercises.registry import load
from helpers.gradient_check import gradient_errors
from helpers.training import fit

SHALLOW = {exercise.name: exercise for exercise in load("04_shallow_network")}
DEEP = {exercise.name: exercise for exercise in load("05_deep_network")}


def finding(exercises: Any, name: str, function: Any) -> Any:
    function.__name__ = name
    return grade(exercises[name], function)


def initialize(n0: int, n1: int, n2: int, seed: int, scale: float) -> Any:
    rng = np.random.default_rng(seed)
    W1, W2 = rng.normal(0, scale, (n1, n0)), rng.normal(0, scale, (n2, n1))
    return ((W1, np.zeros((n1, 1))), (W2, np.zeros((n2, 1))))


def forward4(params: Any, X: Any) -> Any:
    W1, b1 = params[0]
    W2, b2 = params[1]
    A1 = 2 / (1 + np.exp(-2 * (W1 @ X + b1))) - 1
    return [A1, 1 / (1 + np.exp(-(W2 @ A1 + b2)))]


def output_gradient(A1: Any, A2: Any, Y: Any) -> Any:
    dZ2 = A2 - Y
    return dZ2, np.einsum("ji,ki->jk", dZ2, A1) / Y.shape[1], np.mean(dZ2, axis=1).reshape(-1, 1)


def hidden_gradient(dZ2: Any, W2: Any, A1: Any, X: Any) -> Any:
    dZ1 = (W2.T @ dZ2) * (1 - np.power(A1, 2))
    return dZ1, dZ1 @ X.T / A1.shape[1], dZ1.mean(axis=1, keepdims=True)


def update(params: Any, gradients: Any, learning_rate: float) -> Any:
    return [
        tuple(p - learning_rate * g for p, g in zip(*pair, strict=True)) for pair in zip(params, gradients, strict=True)
    ]


def train(X: Any, Y: Any, n1: int, learning_rate: float, iterations: int, seed: int) -> Any:
    params: Any = shallow.initialize(len(X), n1, len(Y), seed=seed)
    while iterations:
        params = update(params, shallow.backward(params, shallow.forward(params, X), X, Y), learning_rate)
        iterations -= 1
    return params


def layer_backward(dA: Any, cache: Any, g: Any) -> Any:
    A_prev, W, Z, _ = cache
    dZ = dA * g.derivative(Z)
    return W.T @ dZ, dZ @ A_prev.T / dZ.shape[1], np.mean(dZ, axis=1, keepdims=True)


def forward5(params: Any, X: Any, activations: Any) -> Any:
    A, caches = X, ()
    for layer in range(len(params)):
        W, b = params[layer]
        Z = W @ A + b
        caches += ([A, W, Z, activations[layer](Z)],)
        A = activations[layer](Z)
    return [A, caches]


def backward5(dZ: Any, caches: Any, activations: Any) -> Any:
    gradients: list[Any] = [None] * len(caches)
    dA: Any = None
    for layer in range(len(caches) - 1, -1, -1):
        if dA is not None:
            dZ = dA * activations[layer].derivative(caches[layer][2])
        dA, dW, db = deep.linear_backward(dZ, caches[layer])
        gradients[layer] = [dW, db]
    return gradients


RIGHT = [
    (SHALLOW, "layer_sizes", lambda X, Y, n1: [len(X), n1, len(Y)]),
    (SHALLOW, "initialize", initialize),
    (SHALLOW, "forward", forward4),
    (SHALLOW, "output_gradient", output_gradient),
    (SHALLOW, "hidden_gradient", hidden_gradient),
    (SHALLOW, "update", update),
    (SHALLOW, "train", train),
    (
        DEEP,
        "layer_forward",
        lambda A_prev, W, b, g: [g(W @ A_prev + b), [A_prev, W, W @ A_prev + b, g(W @ A_prev + b)]],
    ),
    (DEEP, "forward", forward5),
    (DEEP, "linear_backward", lambda dZ, c: [c[1].T @ dZ, dZ @ c[0].T / dZ.shape[1], np.mean(dZ, 1).reshape(-1, 1)]),
    (DEEP, "layer_backward", layer_backward),
    (DEEP, "layer_backward", lambda dA, c, g: deep.linear_backward(g.derivative_from_output(c[3]) * dA, c)),
    (DEEP, "backward", backward5),
]


@pytest.mark.parametrize(
    ("exercises", "name", "right"), RIGHT, ids=lambda value: value if isinstance(value, str) else ""
)
def test_right_answers_written_differently_pass(exercises: Any, name: str, right: Any) -> None:
    found = finding(exercises, name, right)
    assert found.state == "done", found.text


def test_networks_of_accepted_functions_train_as_ours_do() -> None:
    moons = datasets.load("moons", m=60)
    settings: dict[str, Any] = {"learning_rate": 0.5, "iterations": 30}

    def backward4(params: Any, cache: Any, X: Any, Y: Any) -> Any:
        dZ2, *last = output_gradient(*cache, Y)
        _, *first = hidden_gradient(dZ2, params[1][0], cache[0], X)
        return [first, last]

    own = networks.shallow_network(forward=forward4, backward=backward4, update=update)
    start = initialize(2, 4, 1, 3, 0.5)
    ours = fit(networks.shallow_network(), start, moons.X, moons.Y, **settings)
    np.testing.assert_allclose(
        fit(own, start, moons.X, moons.Y, **settings).params.vector, ours.params.vector, rtol=1e-8
    )
    names = ["relu", "tanh", "sigmoid"]
    deeper = deep.initialize([2, 4, 3, 1], 1)
    mine = networks.deep_network(names, forward=forward5, backward=backward5, update=update)
    theirs = fit(networks.deep_network(names), deeper, moons.X, moons.Y, **settings)
    np.testing.assert_allclose(
        fit(mine, deeper, moons.X, moons.Y, **settings).params.vector, theirs.params.vector, rtol=1e-8
    )
    assert max(gradient_errors(mine, theirs.params, moons.X[:, :6], moons.Y[:, :6]).values()) < 1e-7
