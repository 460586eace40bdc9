"""The same training, full-batch gradient descent on the cross-entropy, as others would do it.

Each function takes the activations' names, a start, X, Y, the rate and the steps, and returns a job: see ratios.py.
"""

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
from ratios import Job

from helpers.training.in_place import ACTIVATE


def course_code(names: list[str], start: Any, X: Any, Y: Any, learning_rate: float, steps: int) -> Job:
    """As most courses write it: dictionaries, caches in tuples, a cost at every step, 1/m in every derivative."""

    def activate(Z: Any, name: str) -> Any:
        if name == "sigmoid":
            return 1 / (1 + np.exp(-Z))
        return np.tanh(Z) if name == "tanh" else np.maximum(0, Z)

    def slope(dA: Any, Z: Any, name: str) -> Any:
        if name == "sigmoid":
            s = 1 / (1 + np.exp(-Z))
            return dA * s * (1 - s)
        if name == "tanh":
            return dA * (1 - np.power(np.tanh(Z), 2))
        dZ = np.array(dA, copy=True)
        dZ[Z <= 0] = 0
        return dZ

    def propagate(parameters: dict[str, Any]) -> tuple[Any, list[Any]]:
        A, caches = X, []
        for layer, name in enumerate(names, 1):
            A_prev, W, b = A, parameters[f"W{layer}"], parameters[f"b{layer}"]
            Z = np.dot(W, A_prev) + b
            A = activate(Z, name)
            caches.append(((A_prev, W, b), Z))
        return A, caches

    def differentiate(A: Any, caches: list[Any]) -> dict[str, Any]:
        grads: dict[str, Any] = {}
        m = Y.shape[1]
        dA = -(np.divide(Y, A) - np.divide(1 - Y, 1 - A))
        for layer in range(len(names), 0, -1):
            (A_prev, W, _), Z = caches[layer - 1]
            dZ = slope(dA, Z, names[layer - 1])
            grads[f"dW{layer}"] = np.dot(dZ, A_prev.T) / m
            grads[f"db{layer}"] = np.sum(dZ, axis=1, keepdims=True) / m
            dA = np.dot(W.T, dZ)
        return grads

    def train() -> Any:
        parameters = {}
        for layer, (W, b) in enumerate(start, 1):
            parameters[f"W{layer}"], parameters[f"b{layer}"] = W.copy(), b.copy()
        for _ in range(steps):
            A, caches = propagate(parameters)
            np.squeeze(-np.sum(np.multiply(np.log(A), Y) + np.multiply(np.log(1 - A), 1 - Y)) / Y.shape[1])
            grads = differentiate(A, caches)
            for layer in range(1, len(names) + 1):
                parameters[f"W{layer}"] = parameters[f"W{layer}"] - learning_rate * grads[f"dW{layer}"]
                parameters[f"b{layer}"] = parameters[f"b{layer}"] - learning_rate * grads[f"db{layer}"]
        return np.concatenate([value.ravel() for value in parameters.values()])

    return train


def scikit_learn(names: list[str], start: Any, X: Any, Y: Any, learning_rate: float, steps: int) -> Job | None:
    """MLPClassifier with the same weights, full batch, no momentum, no stopping before the end."""
    try:
        from sklearn.neural_network import MLPClassifier
    except ModuleNotFoundError:
        return None
    inputs, labels, m = np.ascontiguousarray(X.T), Y[0], X.shape[1]
    settings: dict[str, Any] = {
        "solver": "sgd",
        "momentum": 0,
        "learning_rate_init": learning_rate,
        "alpha": 0,
        "tol": 0,
    }
    settings |= {"batch_size": m, "shuffle": False, "max_iter": steps, "n_iter_no_change": steps + 1}

    def train() -> Any:
        units = tuple(len(b) for _, b in start)[:-1]
        network = MLPClassifier(units, activation=names[0], warm_start=True, **settings)
        network.partial_fit(inputs, labels, classes=[0, 1])  # makes the arrays, which then take our start
        for W, b, (ours_W, ours_b) in zip(network.coefs_, network.intercepts_, start, strict=True):
            W[:], b[:] = ours_W.T, ours_b[:, 0]
        with warnings.catch_warnings(action="ignore"):  # that it has not converged yet
            network.fit(inputs, labels)
        layers = zip(network.coefs_, network.intercepts_, strict=True)
        return np.concatenate([part for W, b in layers for part in (W.T.ravel(), b)])

    return train


def torch_eager(names: list[str], start: Any, X: Any, Y: Any, learning_rate: float, steps: int) -> Job | None:
    """torch.nn.Sequential, BCEWithLogitsLoss and SGD in float64."""
    try:
        import torch
    except ModuleNotFoundError:
        return None
    torch.set_num_threads(1)
    inputs, targets = torch.tensor(np.ascontiguousarray(X.T)), torch.tensor(np.ascontiguousarray(Y.T))
    kinds = {"tanh": torch.nn.Tanh, "relu": torch.nn.ReLU, "sigmoid": torch.nn.Sigmoid}

    def train() -> Any:
        modules: list[Any] = []
        for (W, b), name in zip(start, names, strict=True):
            layer = torch.nn.Linear(W.shape[1], W.shape[0], dtype=torch.float64)
            with torch.no_grad():
                layer.weight.copy_(torch.tensor(W))
                layer.bias.copy_(torch.tensor(b[:, 0]))
            modules += [layer, kinds[name]()]
        network = torch.nn.Sequential(*modules[:-1])  # the loss has the last sigmoid in it
        optimiser, loss = torch.optim.SGD(network.parameters(), lr=learning_rate), torch.nn.BCEWithLogitsLoss()
        for _ in range(steps):
            optimiser.zero_grad()
            loss(network(inputs), targets).backward()
            optimiser.step()
        return np.concatenate([p.detach().numpy().ravel() for p in network.parameters()])

    return train


def bare(names: list[str], start: Any, inputs: Sequence[Any]) -> Job:
    """The matrix products and activations of the same job alone, with no arrays made: what no NumPy code can beat.

    inputs: the X of each step, all of one shape.
    """
    m = inputs[0].shape[1]
    layers = [(W, np.empty((len(W), m)), np.empty_like(W)) for W, _ in start]
    back = [np.empty((W.shape[1], m)) for W, _ in start]
    activations = [ACTIVATE[name] for name in names]

    def train() -> None:
        for X in inputs:
            A = X
            for (W, Z, _), activate in zip(layers, activations, strict=True):
                A = np.dot(W, A, out=Z)
                activate(Z)
            for layer in range(len(layers) - 1, -1, -1):
                W, Z, dW = layers[layer]
                np.dot(Z, (layers[layer - 1][1] if layer else X).T, out=dW)
                if layer:
                    np.dot(W.T, Z, out=back[layer])

    return train
