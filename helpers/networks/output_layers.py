"""The last layer and its loss belong together: what an answer costs, and where back-propagation starts.

With a sigmoid or a softmax and its own cross-entropy the activation's derivative cancels: dZ[L] = A[L] - Y.  Starting
from there also holds where an output is exactly 0 or 1, and that derivative is 0.
Notebook 05, "Where the recursion starts"; Bishop, Pattern Recognition and Machine Learning (2006), section 5.3.
"""

from dataclasses import dataclass

import numpy as np

from helpers import losses
from helpers.activations import Activation
from helpers.labels import one_hot
from helpers.validation import Array, Function, check_binary_labels, check_one_hot, check_targets

LOSSES = ("cross_entropy", "squared_error")


def above_half(A: Array) -> Array:
    """1 where the probability is above 0.5, else 0: (n, m)."""
    return np.where(A > 0.5, 1.0, 0.0)


def likeliest(A: Array) -> Array:
    """One-hot: a 1 in each column, at the largest entry.  (C, m)."""
    return one_hot(np.argmax(A, axis=0), len(A))


def as_it_is(A: Array) -> Array:
    """The answer itself: a number, not a class."""
    return A


def difference(A: Array, Y: Array) -> Array:
    """dZ[L] = A[L] - Y, (n_L, m)."""
    return A - Y


@dataclass(frozen=True)
class OutputLayer:
    """The end of a network.

    name: "cross_entropy" or "squared_error"
    loss(A, Y)         -> the loss of each example, (n_L, m) or (1, m)
    output_delta(A, Y) -> dZ[L], its derivative in the scores of the last layer, (n_L, m)
    to_labels(A)       -> what is predicted from the answer
    check_labels(Y, m, outputs) -> raises a sentence if Y does not fit
    """

    name: str
    loss: Function
    output_delta: Function
    to_labels: Function
    check_labels: Function

    def cost(self, A: Array, Y: Array) -> float:
        """The mean loss of the m examples."""
        return float(np.sum(self.loss(A, Y)) / Y.shape[1])


def output_layer(g: Activation, loss: str = "cross_entropy") -> OutputLayer:
    """The end of a network whose last activation is g; loss: "cross_entropy" (sigmoid, softmax) or "squared_error"."""
    if loss not in LOSSES:
        raise ValueError(f"{loss!r} is not a loss; there are {' and '.join(LOSSES)}")
    if loss == "squared_error":
        return _squared_error(g)
    if g.name == "sigmoid":
        return OutputLayer(loss, losses.binary_cross_entropy, difference, above_half, check_binary_labels)
    if g.name == "softmax":
        return OutputLayer(loss, losses.cross_entropy, difference, likeliest, check_one_hot)
    raise ValueError(f"the output is {g.name}; cross-entropy needs probabilities: end with sigmoid or softmax")


def _squared_error(g: Activation) -> OutputLayer:
    def output_delta(A: Array, Y: Array) -> Array:
        return g.backward(losses.squared_error_derivative(A, Y), A)  # (n_L, m)

    to_labels = {"sigmoid": above_half, "softmax": likeliest}.get(g.name, as_it_is)
    return OutputLayer("squared_error", losses.squared_error, output_delta, to_labels, check_targets)
