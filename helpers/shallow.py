"""The shallow network: one hidden layer of tanh units, sigmoid units at the output.

params: [(W1, b1), (W2, b2)] with W1 (n1, n0), b1 (n1, 1), W2 (n2, n1), b2 (n2, 1).  X: (n0, m), one example a column.
Y: (n2, m), each 0 or 1.  Notebook 04, where every line is derived; Nielsen, Neural Networks and Deep Learning (2015),
chapter 2.
"""

from typing import Any

import numpy as np

from helpers.activations import sigmoid, tanh
from helpers.losses import cost as cost
from helpers.validation import Array, Layers, validated


@validated(X="(n0, m)", Y="(n2, m)", n1="count")
def layer_sizes(X: Array, Y: Array, n1: int) -> tuple[int, int, int]:
    """(n0, n1, n2): features, hidden units, outputs.  Notebook 04, "Shapes"."""
    return X.shape[0], n1, Y.shape[0]


@validated(n0="count", n1="count", n2="count", seed="seed", scale="scale")
def initialize(n0: int, n1: int, n2: int = 1, seed: Any = 0, scale: float = 0.01) -> Layers:
    """Small normal weights, so that no two hidden units are alike, and biases at zero: [(W1, b1), (W2, b2)].

    seed: a whole number, or a `np.random.Generator`.  scale: the weights' standard deviation.  Notebook 04, "Symmetry".
    """
    rng = np.random.default_rng(seed)
    W1 = scale * rng.standard_normal((n1, n0))  # (n1, n0)
    W2 = scale * rng.standard_normal((n2, n1))  # (n2, n1)
    return [(W1, np.zeros((n1, 1))), (W2, np.zeros((n2, 1)))]


@validated(params="[(W1, b1), (W2, b2)]", X="(n0, m)")
def forward(params: Layers, X: Array) -> tuple[Array, Array]:
    """Z1 = W1 X + b1, A1 = tanh(Z1), Z2 = W2 A1 + b2, A2 = sigmoid(Z2).

    Returns A1 (n1, m) and A2 (n2, m).  Notebook 04, "Four equations".
    """
    (W1, b1), (W2, b2) = params
    A1 = tanh(np.dot(W1, X) + b1)  # (n1, m)
    A2 = sigmoid(np.dot(W2, A1) + b2)  # (n2, m)
    return A1, A2


@validated(
    params="[(W1, b1), (W2, b2)]",
    cache=("A1 (n1, m)", "A2 (n2, m) of probabilities"),
    X="(n0, m)",
    Y="(n2, m) of 0 and 1",
)
def backward_loops(params: Layers, cache: tuple[Array, Array], X: Array, Y: Array) -> Layers:
    """The gradient [(dW1, db1), (dW2, db2)] by index: examples e, outputs k, hidden units j, features i.

    cache: (A1, A2), what `forward` gave.  Notebook 04, "As loops".
    """
    (W1, b1), (W2, b2) = params
    A1, A2 = cache
    (n2, m), n1, n0 = Y.shape, len(A1), len(X)
    dW1, db1, dW2, db2 = (np.zeros(array.shape) for array in (W1, b1, W2, b2))  # (n1, n0), (n1, 1), (n2, n1), (n2, 1)
    for e in range(m):
        dz2 = A2[:, e] - Y[:, e]  # (n2,)
        for k in range(n2):
            for j in range(n1):
                dW2[k, j] += dz2[k] * A1[j, e] / m
            db2[k, 0] += dz2[k] / m
        for j in range(n1):
            da1 = sum(W2[k, j] * dz2[k] for k in range(n2))  # a number
            dz1 = da1 * (1 - A1[j, e] ** 2)  # a number
            for i in range(n0):
                dW1[j, i] += dz1 * X[i, e] / m
            db1[j, 0] += dz1 / m
    return [(dW1, db1), (dW2, db2)]


@validated(A1="(n1, m)", A2="(n2, m) of probabilities", Y="(n2, m) of 0 and 1")
def output_gradient(A1: Array, A2: Array, Y: Array) -> tuple[Array, Array, Array]:
    """dZ2 = A2 - Y, dW2 = dZ2 A1.T / m, db2 = sum of dZ2 / m: (n2, m), (n2, n1) and (n2, 1).

    Notebook 04, "Six equations".
    """
    m = Y.shape[1]
    dZ2 = A2 - Y  # (n2, m)
    dW2 = np.dot(dZ2, A1.T) / m  # (n2, n1)
    db2 = dZ2.sum(axis=1, keepdims=True) / m  # (n2, 1)
    return dZ2, dW2, db2


@validated(dZ2="(n2, m)", W2="(n2, n1)", A1="(n1, m)", X="(n0, m)")
def hidden_gradient(dZ2: Array, W2: Array, A1: Array, X: Array) -> tuple[Array, Array, Array]:
    """dZ1 = W2.T dZ2 * (1 - A1^2), dW1 = dZ1 X.T / m, db1 = sum of dZ1 / m: (n1, m), (n1, n0) and (n1, 1).

    Notebook 04, "Six equations".
    """
    m = X.shape[1]
    dZ1 = np.dot(W2.T, dZ2) * (1 - A1**2)  # (n1, m)
    dW1 = np.dot(dZ1, X.T) / m  # (n1, n0)
    db1 = dZ1.sum(axis=1, keepdims=True) / m  # (n1, 1)
    return dZ1, dW1, db1


@validated(
    params="[(W1, b1), (W2, b2)]",
    cache=("A1 (n1, m)", "A2 (n2, m) of probabilities"),
    X="(n0, m)",
    Y="(n2, m) of 0 and 1",
)
def backward(params: Layers, cache: tuple[Array, Array], X: Array, Y: Array) -> Layers:
    """The six equations, from the output to the input: [(dW1, db1), (dW2, db2)].  cache: (A1, A2), from `forward`.

    Notebook 04, "Six equations".
    """
    (W1, b1), (W2, b2) = params
    A1, A2 = cache
    dZ2, dW2, db2 = output_gradient(A1, A2, Y)  # (n2, m), (n2, n1), (n2, 1)
    dZ1, dW1, db1 = hidden_gradient(dZ2, W2, A1, X)  # (n1, m), (n1, n0), (n1, 1)
    return [(dW1, db1), (dW2, db2)]


@validated(params="[(W1, b1), (W2, b2)]", gradients="like params", learning_rate="learning rate")
def update(params: Layers, gradients: Layers, learning_rate: float) -> Layers:
    """One step downhill, W - learning_rate dW and b - learning_rate db in both layers.  Notebook 04, "The loop"."""
    (W1, b1), (W2, b2) = params
    (dW1, db1), (dW2, db2) = gradients
    layer1 = W1 - learning_rate * dW1, b1 - learning_rate * db1  # (n1, n0), (n1, 1)
    layer2 = W2 - learning_rate * dW2, b2 - learning_rate * db2  # (n2, n1), (n2, 1)
    return [layer1, layer2]


@validated(X="(n0, m)", Y="(n2, m) of 0 and 1", n1="count", learning_rate="learning rate", iterations="count")
def train(X: Array, Y: Array, n1: int, learning_rate: float, iterations: int, seed: Any = 0) -> Layers:
    """The whole recipe: start, then forward, backward, update, again and again.  Notebook 04, "The loop"."""
    n0, n1, n2 = layer_sizes(X, Y, n1)
    params = initialize(n0, n1, n2, seed, scale=0.01)
    for _ in range(iterations):
        cache = forward(params, X)  # A1 (n1, m), A2 (n2, m)
        gradients = backward(params, cache, X, Y)  # as params
        params = update(params, gradients, learning_rate)
    return params
