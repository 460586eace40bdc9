"""One epoch in mini-batches, a softmax network with sigmoid units and the cross-entropy, as others would do it.

Each function takes a start, X, Y, the rate, and the batches as indices (number, size), and returns a job, or
None where it is not installed: see ratios.py.
"""

from typing import Any

import numpy as np
from ratios import Job


def course_code(start: Any, X: Any, Y: Any, learning_rate: float, batches: Any) -> Job:
    """As most courses write it: X shuffled as a whole, a list of batches, dictionaries, a cost at every step."""
    order, size, layers = batches.ravel(), batches.shape[1], len(start)

    def shuffled() -> list[tuple[Any, Any]]:
        X_shuffled, Y_shuffled = X[:, order], Y[:, order]
        cuts = range(0, X.shape[1], size)
        return [(X_shuffled[:, k : k + size], Y_shuffled[:, k : k + size]) for k in cuts]

    def propagate(X: Any, parameters: dict[str, Any]) -> dict[str, Any]:
        cache = {"A0": X}
        for layer in range(1, layers + 1):
            Z = np.dot(parameters[f"W{layer}"], cache[f"A{layer - 1}"]) + parameters[f"b{layer}"]
            if layer < layers:
                cache[f"A{layer}"] = 1 / (1 + np.exp(-Z))
            else:
                exponentials = np.exp(Z - np.max(Z, axis=0, keepdims=True))
                cache[f"A{layer}"] = exponentials / np.sum(exponentials, axis=0, keepdims=True)
        return cache

    def differentiate(cache: dict[str, Any], Y: Any, parameters: dict[str, Any]) -> dict[str, Any]:
        grads, m = {}, Y.shape[1]
        dZ = cache[f"A{layers}"] - Y
        for layer in range(layers, 0, -1):
            A_prev = cache[f"A{layer - 1}"]
            grads[f"dW{layer}"] = 1 / m * np.dot(dZ, A_prev.T)
            grads[f"db{layer}"] = 1 / m * np.sum(dZ, axis=1, keepdims=True)
            if layer > 1:
                dZ = np.dot(parameters[f"W{layer}"].T, dZ) * A_prev * (1 - A_prev)
        return grads

    def train() -> Any:
        parameters, costs = {}, 0.0
        for layer, (W, b) in enumerate(start, 1):
            parameters[f"W{layer}"], parameters[f"b{layer}"] = W.copy(), b.copy()
        for X_batch, Y_batch in shuffled():
            cache = propagate(X_batch, parameters)
            costs += -np.sum(np.multiply(np.log(cache[f"A{layers}"]), Y_batch)) / size
            grads = differentiate(cache, Y_batch, parameters)
            for name in parameters:
                parameters[name] = parameters[name] - learning_rate * grads[f"d{name}"]
        return np.concatenate([value.ravel() for value in parameters.values()])

    return train


def scikit_learn(start: Any, X: Any, Y: Any, learning_rate: float, batches: Any) -> Job | None:
    """MLPClassifier with the same weights, no momentum; it shuffles by itself, so that its parameters are others."""
    try:
        from sklearn.neural_network import MLPClassifier
    except ModuleNotFoundError:
        return None
    rows, labels, size = np.ascontiguousarray(X.T), Y.argmax(axis=0), batches.shape[1]
    settings: dict[str, Any] = {"solver": "sgd", "momentum": 0, "nesterovs_momentum": False, "alpha": 0}

    def train() -> None:
        units = tuple(len(b) for _, b in start)[:-1]
        network = MLPClassifier(
            units, activation="logistic", batch_size=size, learning_rate_init=learning_rate, random_state=1, **settings
        )
        network.partial_fit(rows[:size], labels[:size], classes=range(len(Y)))  # makes the arrays, which take our start
        for W, b, (ours_W, ours_b) in zip(network.coefs_, network.intercepts_, start, strict=True):
            W[:], b[:] = ours_W.T, ours_b[:, 0]
        network.partial_fit(rows, labels)

    return train


def torch_eager(start: Any, X: Any, Y: Any, learning_rate: float, batches: Any) -> Job | None:
    """torch.nn.Sequential, CrossEntropyLoss and SGD in float64; rows taken by index, quicker than a DataLoader."""
    try:
        import torch
    except ModuleNotFoundError:
        return None
    torch.set_num_threads(1)
    rows, labels = torch.tensor(np.ascontiguousarray(X.T)), torch.tensor(Y.argmax(axis=0))
    indices = torch.tensor(batches)

    def train() -> Any:
        modules: list[Any] = []
        for W, b in start:
            layer = torch.nn.Linear(W.shape[1], W.shape[0], dtype=torch.float64)
            with torch.no_grad():
                layer.weight.copy_(torch.tensor(W))
                layer.bias.copy_(torch.tensor(b[:, 0]))
            modules += [layer, torch.nn.Sigmoid()]
        network = torch.nn.Sequential(*modules[:-1])  # the loss has the softmax in it
        optimiser, loss = torch.optim.SGD(network.parameters(), lr=learning_rate), torch.nn.CrossEntropyLoss()
        for batch in indices:
            optimiser.zero_grad()
            loss(network(rows[batch]), labels[batch]).backward()
            optimiser.step()
        return np.concatenate([p.detach().numpy().ravel() for p in network.parameters()])

    return train
