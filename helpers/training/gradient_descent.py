"""One step of gradient descent after another, with the functions of a model as they are written."""

from typing import Any

import numpy as np

from helpers.networks.model import Model
from helpers.parameters import Parameters, check_gradients, pairs
from helpers.validation import Array


class GradientDescent:
    """forward, cost, backward and update, on `params`, which move in `update` alone.

    The model's functions run in `forward`, `cost` and `backward`; `update` writes what they found, and holds no code of
    theirs, so that a step is either taken or not.
    """

    def __init__(self, model: Model, params: Parameters, X: Array, Y: Array, learning_rate: float) -> None:
        self.model, self.params, self.X, self.Y, self.learning_rate = model, params, X, Y, learning_rate
        self.forwarded: Any = None
        self.checked = False
        self.found = params.copy()  # the step, or the model's own new parameters
        self.views = self.found.layers

    def forward(self) -> None:
        """Whatever the model's `forward` makes of the parameters as they are."""
        __tracebackhide__ = True
        self.forwarded = self.model.forward(self.params, self.X)

    def cost(self) -> float:
        """What training lowers, as of the last `forward`."""
        __tracebackhide__ = True
        return self.model.total_cost(self.params, self.forwarded, self.Y)

    def backward(self) -> None:
        """The gradients as of the last `forward`, and where they lead."""
        __tracebackhide__ = True
        layers = self.model.gradients(self.params, self.forwarded, self.X, self.Y)
        if not self.checked:
            check_gradients(layers, self.params)
        if self.model.update is not None:
            layers = self.model.update(self.params, layers, self.learning_rate)
        if not self.checked:
            _check_update(layers, self.params)
            self.checked = True
        for (dW, db), (found_W, found_b) in zip(self.views, layers, strict=True):
            dW[...], db[...] = found_W, found_b

    def update(self) -> None:
        """One step: W - learning_rate dW and b - learning_rate db at once, on the flat vector; or the model's own."""
        found, vector = self.found.vector, self.params.vector
        if self.model.update is None:
            np.multiply(found, self.learning_rate, found)
            np.subtract(vector, found, vector)
        else:
            vector[:] = found

    def write_back(self) -> None:
        """`params` are up to date already."""


def _check_update(layers: Any, params: Parameters) -> None:
    """What a learner's own `update` returns must be layers of the same shapes."""
    given = [np.shape(array) for layer in pairs(layers, "what update returns") for array in layer]
    if any(np.prod(shape) != np.prod(wanted) for shape, wanted in zip(given, params.shapes, strict=False)):
        given_text, wanted_text = ", ".join(map(str, given)), ", ".join(map(str, params.shapes))
        raise ValueError(f"update returned arrays of shapes {given_text}; they must be {wanted_text}")
    if len(given) != len(params.shapes):
        raise ValueError(f"update returned {len(given) // 2} pairs (W, b) for {len(params)} layers")
