"""What `training.fit` needs to know of a network: the functions that the lecture names, bundled."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from helpers.doors import Array, check_binary_labels


@dataclass(frozen=True)
class Model:
    """The functions of a network.  Put your own in place of ours with `dataclasses.replace(model, backward=backward)`.

    forward(params, X)                  -> the activations A1, ..., AL (one array if there is one layer)
    backward(params, activations, X, Y) -> [(dW1, db1), ...], the gradient of the cost
    cost(A, Y)                          -> a number, from the last activation
    predict(params, X)                  -> the class of each example
    update(params, gradients, rate)     -> new params; None: gradient descent on the flat vector
    check_labels(Y, m)                  -> raises a sentence if Y does not fit the output
    features_axis: the axis of the first layer's weights that runs over the features of X
    """

    name: str
    forward: Callable[..., Any]
    backward: Callable[..., Any]
    cost: Callable[..., float]
    predict: Callable[..., Array]
    update: Callable[..., Any] | None = None
    check_labels: Callable[..., None] = check_binary_labels
    features_axis: int = 1

    def output(self, activations: Any) -> Array:
        """The last activation, the network's answer."""
        last: Array = activations[-1] if isinstance(activations, (tuple, list)) else activations
        return last
