"""The last layer and its loss belong together: what an answer costs, and where back-propagation starts.

With a sigmoid or a softmax and its own cross-entropy the activation's derivative cancels: dZ[L] = A[L] - Y.
Notebook 05, "Where the recursion starts"; Bishop, Pattern Recognition and Machine Learning (2006), section 5.3.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from helpers import losses
from helpers.activations import Activation
from helpers.validation import Array, check_binary_labels, check_one_hot, check_targets

LOSSES = ("cross_entropy", "squared_error")


def above_half(A: Array) -> Array:
    """1 where the probability is above 0.5, else 0."""
    return np.where(A > 0.5, 1.0, 0.0)


def likeliest(A: Array) -> Array:
    """One-hot: a 1 in each column, at the largest entry."""
    return np.eye(len(A))[np.argmax(A, axis=0)].T


def itself(A: Array) -> Array:
    """The answer as it is: a number, not a class."""
    return A


@dataclass(frozen=True)
class OutputLayer:
    """What the network needs to know of its end.

    loss(A, Y)       -> the loss of each example
    derivative(A, Y) -> dA[L], the derivative of the loss in the answer
    error(A, Y)      -> dZ[L], the same through the last activation
    decide(A)        -> what is predicted from the answer
    check_labels(Y, m, outputs) -> raises a sentence if Y does not fit
    """

    loss: Callable[[Array, Array], Array]
    derivative: Callable[[Array, Array], Array]
    error: Callable[[Array, Array], Array]
    to_labels: Callable[[Array], Array]
    check_labels: Callable[..., None]

    def cost(self, A: Array, Y: Array) -> float:
        """The mean loss of the m examples."""
        return float(np.sum(self.loss(A, Y)) / Y.shape[1])


def _difference(A: Array, Y: Array) -> Array:
    return A - Y


def output(g: Activation, loss: str) -> OutputLayer:
    """The end of a network whose last activation is g; loss: "cross_entropy" (sigmoid, softmax) or "squared_error"."""
    if loss not in LOSSES:
        raise ValueError(f"{loss!r} is not a loss; there are {' and '.join(LOSSES)}")
    to_labels = {"sigmoid": above_half, "softmax": likeliest}.get(g.name, itself)
    if loss == "squared_error":
        return _squared_error(g, to_labels)
    if g.name == "sigmoid":
        loss_functions = losses.binary_cross_entropy, losses.binary_cross_entropy_derivative
        return OutputLayer(*loss_functions, _difference, to_labels, check_binary_labels)
    if g.name == "softmax":
        return OutputLayer(losses.cross_entropy, losses.cross_entropy_derivative, _difference, to_labels, check_one_hot)
    raise ValueError(f"the output is {g.name}; cross-entropy needs probabilities: end with sigmoid or softmax")


def _squared_error(g: Activation, to_labels: Callable[[Array], Array]) -> OutputLayer:
    def error(A: Array, Y: Array) -> Array:
        return g.error(losses.squared_error_derivative(A, Y), A)

    return OutputLayer(losses.squared_error, losses.squared_error_derivative, error, to_labels, check_targets)
