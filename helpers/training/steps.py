"""One step of training after another, with the functions of a model as they are written."""

from typing import Any, Protocol

from helpers.networks.model import Model
from helpers.parameters import Parameters, flatten
from helpers.training.optimizers import Optimizer
from helpers.validation import Array, Layers, check_gradients, check_updated


class Steps(Protocol):
    """What the loops call.

    `load` says on which examples.  The model's functions and the optimiser's rule run in `forward`, `cost` and
    `backward`; `update` puts what they found into force and holds no code of a learner's, so that a step is either
    taken or not.  `write_back` brings `params` up to date.
    """

    params: Parameters
    optimizer: Optimizer
    learning_rate: float

    def load(self, X: Array, Y: Array, m: int) -> None:
        """From now on these examples, X and Y, which are some or all of the m training examples."""

    def forward(self) -> None:
        """Z and A of every layer, for the parameters as they are."""

    def cost(self) -> float:
        """What training lowers, as of the last `forward`."""

    def backward(self) -> None:
        """The gradients as of the last `forward`, and what the optimiser makes of them."""

    def update(self) -> None:
        """One step downhill."""

    def write_back(self) -> None:
        """Write what was learned into `params`, which training was given."""


class StepsAsWritten:
    """`Steps` with the functions of a model as they are written; with dropout, if it has some."""

    def __init__(self, model: Model, params: Parameters, optimizer: Optimizer, learning_rate: float) -> None:
        self.model, self.params, self.optimizer, self.learning_rate = model, params, optimizer, learning_rate
        self.training_model = model.in_training or model
        self.layers: Layers = params
        self.forwarded: Any = None
        self.checked = False
        self.gradient = params.copy()
        self.views = self.gradient.layers
        self.move: Array = self.gradient.vector

    def load(self, X: Array, Y: Array, m: int) -> None:
        """From now on these examples, of m."""
        self.X, self.Y, self.m = X, Y, m

    def forward(self) -> None:
        """Whatever the model's `forward` makes of the parameters as they are."""
        __tracebackhide__ = True
        self.forwarded = self.training_model.forward(self.layers, self.X)

    def cost(self) -> float:
        """What training lowers, as of the last `forward`; no unit is silent in it."""
        __tracebackhide__ = True
        plain = self.model is self.training_model
        forwarded = self.forwarded if plain else self.model.forward(self.layers, self.X)
        return self.model.total_cost(self.layers, forwarded, self.Y)

    def backward(self) -> None:
        """The gradients as of the last `forward`, in one vector, and the move that they make."""
        __tracebackhide__ = True
        for (to_W, to_b), (dW, db) in zip(self.views, self.gradients(), strict=True):
            to_W[...], to_b[...] = dW, db
        self.move = self.optimizer.move(self.params.vector, self.gradient.vector, self.learning_rate)

    def gradients(self) -> Any:
        """What the model's `backward` makes of the last `forward`, checked the first time."""
        __tracebackhide__ = True
        gradients = self.training_model.gradients(self.layers, self.forwarded, self.X, self.Y, self.m)
        if not self.checked:
            check_gradients(gradients, self.params, "what backward returns")
            self.checked = True
        return gradients

    def update(self) -> None:
        """All layers at once."""
        self.params.vector += self.move

    def write_back(self) -> None:
        """`params` move in every update: they are up to date already."""


class StepsWithOwnUpdate(StepsAsWritten):
    """The same with the model's own `update`, which returns new layers, in place of an optimiser."""

    updated: Layers

    def backward(self) -> None:
        """The gradients as of the last `forward`, and what `update` makes of them."""
        __tracebackhide__ = True
        first = not self.checked
        gradients = self.gradients()
        assert self.model.update is not None
        self.updated = self.model.update(self.layers, gradients, self.learning_rate)
        if first:
            check_updated(self.updated, self.params)

    def update(self) -> None:
        """From now on the new layers count."""
        self.layers = self.updated

    def write_back(self) -> None:
        """Write the layers of the last `update` into `params`."""
        self.params.vector[:] = flatten(self.layers)
