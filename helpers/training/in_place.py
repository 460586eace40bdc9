"""The same training over arrays that are made once: what `fit` runs on while every function of a network is ours.

The bias is one more column of the weights, Wb = [W b], and A[l] stands over a row of ones, so that Wb A_ones = W A + b
in one product; no step makes an array.  On small networks that is twice as fast as `forward` and `backward` as one
writes them, and gives the same numbers but for rounding, which the tests compare.
"""

from collections.abc import Callable, Sequence
from inspect import unwrap
from typing import TypeAlias

import numpy as np

from helpers.activations import Activation, leaky_relu
from helpers.networks.model import Model
from helpers.parameters import Parameters
from helpers.training.optimizers import Optimizer
from helpers.validation import Array, Layers

Written: TypeAlias = Callable[[Array], object]


def _tanh(Z: Array) -> None:
    np.tanh(Z, out=Z)


def _sigmoid(Z: Array) -> None:
    Z *= 0.5
    np.tanh(Z, out=Z)
    Z += 1
    Z *= 0.5


def _relu(Z: Array) -> None:
    np.maximum(Z, 0, out=Z)


def _leaky_relu(Z: Array) -> None:
    Z[:] = leaky_relu(Z)


def _identity(Z: Array) -> None:
    pass


def _softmax(Z: Array) -> None:
    Z -= Z.max(axis=0)
    np.exp(Z, out=Z)
    Z /= Z.sum(axis=0)


ACTIVATE: dict[str, Written] = {
    "tanh": _tanh,
    "sigmoid": _sigmoid,
    "relu": _relu,
    "leaky_relu": _leaky_relu,
    "identity": _identity,
    "softmax": _softmax,
}


def _positive(A: Array) -> Array:
    """The slope of a ReLU from its output as booleans, which multiply as 0 and 1 and take an eighth of the room."""
    return A > 0


def _copy(source: Layers, target: Layers) -> None:
    """Write the numbers of one network into another's arrays."""
    for (W, b), (to_W, to_b) in zip(source, target, strict=True):
        to_W[:], to_b[:] = W, b


class _Arrays:
    """A[0] = X, A[1], ..., A[L], each over a row of ones, and dZ[0], ..., dZ[L], for m examples; and who needs what.

    A[0] is kept as rows, as mini-batches come.
    """

    def __init__(self, Wb: list[Array], dWb: list[Array], m: int, activations: Sequence[Activation]) -> None:
        dtype, inputs = Wb[0].dtype, Wb[0].shape[1]
        hidden = [np.ones((len(weights) + 1, m), dtype) for weights in Wb]
        self.A_ones = [np.ones((m, inputs), dtype).T, *hidden]
        self.A = [A_ones[:-1] for A_ones in self.A_ones]
        self.dZ = [np.empty_like(A) for A in self.A]
        activate = [ACTIVATE[g.name] for g in activations]
        slopes = [_positive if g.name == "relu" else unwrap(g.derivative_from_output) for g in activations]
        layers = range(len(Wb))
        self.forward_plan = [(Wb[k], self.A_ones[k], self.A[k + 1], activate[k]) for k in layers]
        last, *others = reversed([(self.dZ[k + 1], self.A_ones[k].T, dWb[k]) for k in layers])
        self.last_layer_plan = last
        self.backward_plan = [
            (*other, Wb[k][:, :-1].T, self.dZ[k + 1], slopes[k - 1], self.A[k])
            for other, k in zip(others, reversed(layers), strict=False)
        ]


class StepsInPlace:
    """`Steps` over kept arrays: one set of them for each number of examples that comes."""

    def __init__(self, model: Model, params: Parameters, optimizer: Optimizer, learning_rate: float) -> None:
        fast_path = model.fast_path
        assert fast_path is not None
        self.model, self.params, self.optimizer, self.learning_rate = model, params, optimizer, learning_rate
        self.activations, self.output_layer = fast_path.activations, fast_path.output_layer
        self.theta, self.gradient = np.zeros((2, params.vector.size), params.vector.dtype)
        self.move = self.gradient
        self.Wb, self.dWb = self._views(self.theta), self._views(self.gradient)
        self.layers = [(Wb[:, :-1], Wb[:, -1:]) for Wb in self.Wb]
        _copy(params, self.layers)
        self.decayed = [(dWb[:, :-1], W) for dWb, (W, _) in zip(self.dWb, self.layers, strict=True)]
        self.arrays_for: dict[int, _Arrays] = {}

    def _views(self, vector: Array) -> list[Array]:
        shapes = [(n, k + 1) for n, k in (W.shape for W, _ in self.params)]
        ends = np.cumsum([n * k for n, k in shapes])[:-1]
        return [piece.reshape(shape) for piece, shape in zip(np.split(vector, ends), shapes, strict=True)]

    def load(self, X: Array, Y: Array, m: int) -> None:
        """Copy X, which is some or all of m examples, to where the products read it."""
        self.Y, self.size, self.m = Y, Y.shape[1], m
        if self.size not in self.arrays_for:
            self.arrays_for[self.size] = _Arrays(self.Wb, self.dWb, self.size, self.activations)
        self.arrays = self.arrays_for[self.size]
        self.arrays.A[0][:] = X

    def forward(self) -> None:
        """A[1], ..., A[L]."""
        for Wb, A_ones_prev, A, activate in self.arrays.forward_plan:
            np.dot(Wb, A_ones_prev, out=A)
            activate(A)

    def cost(self) -> float:
        """What training lowers, at the activations of the last `forward`."""
        return float(self.model.cost(self.arrays.A[-1], self.Y)) + self.model.penalty(self.layers, self.m)

    def backward(self) -> None:
        """dZ[L], then layer by layer dWb = dZ A_ones.T and dZ of the layer below.

        The factor 1/size is in dZ[L] from the start, and so in all that follows.
        """
        arrays = self.arrays
        dZ, A_ones_T, dWb = arrays.last_layer_plan
        np.multiply(self.output_layer.output_delta(arrays.A[-1], self.Y), 1 / self.size, out=dZ)
        np.dot(dZ, A_ones_T, out=dWb)
        for dZ, A_ones_T, dWb, W_T, dZ_above, slope, A in arrays.backward_plan:
            np.dot(W_T, dZ_above, out=dZ)
            dZ *= slope(A)
            np.dot(dZ, A_ones_T, out=dWb)
        if self.model.l2:
            for dW, W in self.decayed:
                dW += self.model.l2 / self.m * W
        self.move = self.optimizer.move(self.theta, self.gradient, self.learning_rate)

    def update(self) -> None:
        """One step for all parameters."""
        self.theta += self.move

    def write_back(self) -> None:
        """Write what was learned into `params`."""
        _copy(self.layers, self.params)
