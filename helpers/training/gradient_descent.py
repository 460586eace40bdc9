"""One step of gradient descent after another, with the functions of a model as they are written."""

from typing import Any

import numpy as np

from helpers.networks.model import Model
from helpers.parameters import Parameters, flatten
from helpers.validation import Array, Layers, check_gradients, pairs


class GradientDescent:
    """forward, cost, backward and update.  `write_back` brings `params` up to date.

    The model's functions run in `forward`, `cost` and `backward`; `update` puts what they found into force and holds no
    code of theirs, so that a step is either taken or not.
    """

    def __init__(self, model: Model, params: Parameters, X: Array, Y: Array, learning_rate: float) -> None:
        self.model, self.params, self.X, self.Y, self.learning_rate = model, params, X, Y, learning_rate
        self.layers: Layers = params
        self.forwarded: Any = None
        self.checked = False
        self.moves = params.copy()
        self.views = self.moves.layers

    def forward(self) -> None:
        """Whatever the model's `forward` makes of the parameters as they are."""
        __tracebackhide__ = True
        self.forwarded = self.model.forward(self.layers, self.X)

    def cost(self) -> float:
        """What training lowers, as of the last `forward`."""
        __tracebackhide__ = True
        return self.model.total_cost(self.layers, self.forwarded, self.Y)

    def backward(self) -> None:
        """The gradients as of the last `forward`, in one vector."""
        __tracebackhide__ = True
        gradients = self.model.gradients(self.layers, self.forwarded, self.X, self.Y)
        if not self.checked:
            check_gradients(gradients, self.params, "what backward returns")
            self.checked = True
        for (move_W, move_b), (dW, db) in zip(self.views, gradients, strict=True):
            move_W[...], move_b[...] = dW, db

    def update(self) -> None:
        """W - learning_rate dW and b - learning_rate db in all layers at once."""
        moves, vector = self.moves.vector, self.params.vector
        np.multiply(moves, self.learning_rate, moves)
        np.subtract(vector, moves, vector)

    def write_back(self) -> None:
        """`params` move in every update: they are up to date already."""


class OwnUpdate(GradientDescent):
    """The same with the model's own `update`, which returns new layers."""

    updated: Layers

    def backward(self) -> None:
        """The gradients as of the last `forward`, and what `update` makes of them."""
        __tracebackhide__ = True
        gradients = self.model.gradients(self.layers, self.forwarded, self.X, self.Y)
        if not self.checked:
            check_gradients(gradients, self.params, "what backward returns")
        assert self.model.update is not None
        self.updated = self.model.update(self.layers, gradients, self.learning_rate)
        if not self.checked:
            _check_updated(self.updated, self.params)
            self.checked = True

    def update(self) -> None:
        """From now on the new layers count."""
        self.layers = self.updated

    def write_back(self) -> None:
        """Write the layers of the last `update` into `params`."""
        self.params.vector[:] = flatten(self.layers)


def _check_updated(layers: Any, params: Parameters) -> None:
    """`update` must return layers of the same shapes."""
    given = [np.shape(array) for layer in pairs(layers, "what update returns") for array in layer]
    if given != params.shapes and list(map(np.prod, given)) != list(map(np.prod, params.shapes)):
        wanted = ", ".join(map(str, params.shapes))
        raise ValueError(f"update returned arrays of shapes {', '.join(map(str, given))}; they must be {wanted}")
