"""2-4-1 as a learner writes it in notebook 04, cleanly: what `fit` may add to this is measured in networks.py."""

from typing import Any

import numpy as np
from ratios import Job


def forward(params: Any, X: Any) -> Any:
    (W1, b1), (W2, b2) = params
    A1 = np.tanh(np.dot(W1, X) + b1)  # (n1, m)
    A2 = 1 / (1 + np.exp(-(np.dot(W2, A1) + b2)))  # (n2, m)
    return A1, A2


def cost(A: Any, Y: Any) -> float:
    return float(-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)))


def backward(params: Any, activations: Any, X: Any, Y: Any) -> Any:
    (_, _), (W2, _) = params
    A1, A2 = activations
    m = X.shape[1]
    dZ2 = A2 - Y  # (n2, m)
    dW2 = np.dot(dZ2, A1.T) / m  # (n2, n1)
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m  # (n2, 1)
    dZ1 = np.dot(W2.T, dZ2) * (1 - A1**2)  # (n1, m)
    dW1 = np.dot(dZ1, X.T) / m  # (n1, n0)
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m  # (n1, 1)
    return [(dW1, db1), (dW2, db2)]


def update(params: Any, gradients: Any, learning_rate: float) -> Any:
    (W1, b1), (W2, b2) = params
    (dW1, db1), (dW2, db2) = gradients
    return [(W1 - learning_rate * dW1, b1 - learning_rate * db1), (W2 - learning_rate * dW2, b2 - learning_rate * db2)]


def bare_loop(start: Any, X: Any, Y: Any, learning_rate: float, steps: int) -> Job:
    """The same functions in a `for` loop and nothing else."""

    def train() -> Any:
        params = start
        for _ in range(steps):
            activations = forward(params, X)
            gradients = backward(params, activations, X, Y)
            params = update(params, gradients, learning_rate)
        return np.concatenate([np.ravel(array) for layer in params for array in layer])

    return train
