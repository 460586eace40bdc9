"""What `training.fit` needs to know of a network: the functions that the lecture names, bundled."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.validation import Array, Layers, check_binary_labels


def last_activation(forwarded: Any) -> Array:
    """The answer of a network whose `forward` returns A1, ..., AL, or one array if there is one layer."""
    last: Array = forwarded[-1] if isinstance(forwarded, (tuple, list)) else forwarded
    return last


def any_layers(params: Layers) -> None:
    """No demands on the layers."""


@dataclass(frozen=True)
class Model:
    """The functions of a network.  Put your own in place of ours with `dataclasses.replace(model, backward=backward)`.

    forward(params, X)                  -> what backward needs: the activations A1, ..., AL (one array for one layer)
    backward(params, forwarded, X, Y)   -> [(dW1, db1), ...], the gradient of the cost
    cost(A, Y)                          -> a number, from the last activation
    predict(params, X)                  -> the class of each example
    update(params, gradients, rate)     -> new params; None: gradient descent on the flat vector
    output(forwarded)                   -> the last activation, the network's answer
    check_labels(Y, m, outputs)         -> raises a sentence if Y does not fit the output
    check_layers(params)                -> raises a sentence if the layers do not fit the model
    features_axis: the axis of the first layer's weights that runs over the features of X
    fast_path: the same network over kept arrays (training.in_place), used while all functions are ours
    l2: strength of the L2 penalty, l2/(2m) times the sum of all squared weights, which is added to the cost
    """

    name: str
    forward: Callable[..., Any]
    backward: Callable[..., Any]
    cost: Callable[..., float]
    predict: Callable[..., Array]
    update: Callable[..., Any] | None = None
    output: Callable[[Any], Array] = last_activation
    check_labels: Callable[..., None] = check_binary_labels
    check_layers: Callable[[Layers], None] = any_layers
    features_axis: int = 1
    fast_path: Any = None
    l2: float = 0.0

    def total_cost(self, params: Layers, forwarded: Any, Y: Array) -> float:
        """What training lowers: the cost of the answers, and the penalty."""
        cost = float(self.cost(self.output(forwarded), Y))
        if not self.l2:
            return cost
        return cost + self.l2 / (2 * Y.shape[1]) * sum(float(np.sum(W**2)) for W, _ in params)

    def gradients(self, params: Layers, forwarded: Any, X: Array, Y: Array) -> Any:
        """The derivatives of `total_cost`: those of the cost, and l2/m W."""
        gradients = self.backward(params, forwarded, X, Y)
        if not self.l2:
            return gradients
        decay = self.l2 / Y.shape[1]
        return [(dW + decay * W, db) for (dW, db), (W, _) in zip(gradients, params, strict=True)]
