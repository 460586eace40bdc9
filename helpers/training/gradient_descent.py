"""One step of gradient descent after another, with the functions of a model as they are written."""

from typing import Any, Protocol

import numpy as np

from helpers.networks.model import Model
from helpers.parameters import Parameters, flatten
from helpers.validation import Array, Layers, check_gradients, check_updated


class Steps(Protocol):
    """What the loop calls.

    The model's functions run in `forward`, `cost` and `backward`; `update` puts what they found into force and holds no
    code of theirs, so that a step is either taken or not.  `write_back` brings `params` up to date.
    """

    params: Parameters

    def forward(self) -> None:
        """Z and A of every layer, for the parameters as they are."""

    def cost(self) -> float:
        """What training lowers, as of the last `forward`."""

    def backward(self) -> None:
        """The gradients as of the last `forward`."""

    def update(self) -> None:
        """One step downhill."""

    def write_back(self) -> None:
        """Write what was learned into `params`, which training was given."""


class GradientDescent:
    """`Steps` with the functions of a model as they are written."""

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
            check_updated(self.updated, self.params)
            self.checked = True

    def update(self) -> None:
        """From now on the new layers count."""
        self.layers = self.updated

    def write_back(self) -> None:
        """Write the layers of the last `update` into `params`."""
        self.params.vector[:] = flatten(self.layers)
