"""The shallow network: one hidden layer of tanh units, one sigmoid at the output.

params: [(W1, b1), (W2, b2)] with W1 (n1, n0), b1 (n1, 1), W2 (n2, n1), b2 (n2, 1).  X: (n0, m), one example a column.
Y: (n2, m), each 0 or 1.  Notebook 04, where every line is derived; Nielsen, Neural Networks and Deep Learning (2015),
chapter 2.
"""

from typing import Any

import numpy as np

from helpers.activations import by_name, sigmoid, tanh
from helpers.initialization import check_scheme, check_sizes
from helpers.losses import binary_cross_entropy
from helpers.networks.model import Model
from helpers.networks.output_layers import output
from helpers.training.in_place import FastPath
from helpers.validation import Array, Layers, check_examples, check_same_shape, door


def layer_sizes(X: Array, Y: Array, n1: int) -> tuple[int, int, int]:
    """(n0, n1, n2): features, hidden units, outputs.  Notebook 04, "Shapes"."""
    return X.shape[0], n1, Y.shape[0]


def _check_start(n0: int, n1: int, n2: int = 1, seed: Any = 0, scale: float = 0.01) -> None:
    check_sizes([n0, n1, n2])
    check_scheme(scale)


@door(_check_start)
def initialize(n0: int, n1: int, n2: int = 1, seed: Any = 0, scale: float = 0.01) -> list[tuple[Array, Array]]:
    """Small normal weights, so that no two hidden units are alike, and biases at zero.  Notebook 04, "Symmetry"."""
    rng = np.random.default_rng(seed)
    W1 = scale * rng.standard_normal((n1, n0))
    W2 = scale * rng.standard_normal((n2, n1))
    return [(W1, np.zeros((n1, 1))), (W2, np.zeros((n2, 1)))]


def _check(params: Layers, X: Array, *_: Any, **__: Any) -> None:
    check_examples(X, params[0][0].shape[1])


def _check_backward(params: Layers, activations: Any, X: Array, Y: Array) -> None:
    _check(params, X)
    check_same_shape(activations[-1], Y, ("A2", "Y"))


@door(_check)
def forward(params: Layers, X: Array) -> tuple[Array, Array]:
    """Z1 = W1 X + b1, A1 = tanh(Z1), Z2 = W2 A1 + b2, A2 = sigmoid(Z2).

    Returns A1 (n1, m) and A2 (n2, m).  Notebook 04, "Four equations".
    """
    (W1, b1), (W2, b2) = params
    A1 = tanh(np.dot(W1, X) + b1)
    A2 = sigmoid(np.dot(W2, A1) + b2)
    return A1, A2


@door(check_same_shape)
def cost(A: Array, Y: Array) -> float:
    """The mean over the m examples of the cross-entropy of their outputs.  Notebook 02, "The cost"."""
    return float(np.sum(binary_cross_entropy(A, Y)) / Y.shape[1])


def output_gradient(A1: Array, A2: Array, Y: Array) -> tuple[Array, Array, Array]:
    """dZ2 = A2 - Y, dW2 = dZ2 A1'/m, db2 = sum of dZ2 /m.  Notebook 04, "Six equations"."""
    m = Y.shape[1]
    dZ2 = A2 - Y
    dW2 = np.dot(dZ2, A1.T) / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    return dZ2, dW2, db2


def hidden_gradient(dZ2: Array, W2: Array, A1: Array, X: Array) -> tuple[Array, Array, Array]:
    """dZ1 = W2' dZ2 * (1 - A1^2), dW1 = dZ1 X'/m, db1 = sum of dZ1 /m.  Notebook 04, "Six equations"."""
    m = X.shape[1]
    dZ1 = np.dot(W2.T, dZ2) * (1 - A1**2)
    dW1 = np.dot(dZ1, X.T) / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dZ1, dW1, db1


@door(_check_backward)
def backward(params: Layers, activations: Any, X: Array, Y: Array) -> list[tuple[Array, Array]]:
    """The six equations, from the output to the input: [(dW1, db1), (dW2, db2)].  Notebook 04, "Six equations"."""
    (_, _), (W2, _) = params
    A1, A2 = activations
    dZ2, dW2, db2 = output_gradient(A1, A2, Y)
    _, dW1, db1 = hidden_gradient(dZ2, W2, A1, X)
    return [(dW1, db1), (dW2, db2)]


def update(params: Layers, gradients: Layers, learning_rate: float) -> list[tuple[Array, Array]]:
    """One step downhill, W - rate dW and b - rate db in both layers.  Notebook 04, "The loop"."""
    (W1, b1), (W2, b2) = params
    (dW1, db1), (dW2, db2) = gradients
    return [(W1 - learning_rate * dW1, b1 - learning_rate * db1), (W2 - learning_rate * dW2, b2 - learning_rate * db2)]


def train(X: Array, Y: Array, n1: int, learning_rate: float, iterations: int, seed: Any = 0) -> Any:
    """The whole recipe: start, then forward, backward, update, again and again.  Notebook 04, "The loop"."""
    params: Any = initialize(*layer_sizes(X, Y, n1), seed)
    for _ in range(iterations):
        activations = forward(params, X)
        gradients = backward(params, activations, X, Y)
        params = update(params, gradients, learning_rate)
    return params


@door(_check)
def predict(params: Layers, X: Array) -> Array:
    """1 where the probability is above 0.5, else 0: (n2, m)."""
    _, A2 = forward(params, X)
    return np.where(A2 > 0.5, 1.0, 0.0)


_in_place = FastPath(
    [by_name("tanh"), by_name("sigmoid")], output(by_name("sigmoid"), "cross_entropy"), (forward, backward, cost)
)
model = Model("shallow network", forward, backward, cost, predict, fast_path=_in_place)
