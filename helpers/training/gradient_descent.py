"""One step of gradient descent after another, with the functions of a model as they are written."""

from typing import Any

from helpers.networks.model import Model
from helpers.parameters import Parameters, flatten
from helpers.validation import Array, check_gradients


class GradientDescent:
    """forward, cost and descend, on `params`, which move."""

    def __init__(self, model: Model, params: Parameters, X: Array, Y: Array, learning_rate: float) -> None:
        self.model, self.params, self.X, self.Y, self.learning_rate = model, params, X, Y, learning_rate
        self.forwarded: Any = None
        self.checked = False

    def forward(self) -> None:
        """Whatever the model's `forward` makes."""
        self.forwarded = self.model.forward(self.params, self.X)

    def cost(self) -> float:
        """What training lowers, as of the last `forward`."""
        return self.model.total_cost(self.params, self.forwarded, self.Y)

    def descend(self) -> None:
        """backward and update."""
        gradients = self.model.gradients(self.params, self.forwarded, self.X, self.Y)
        if not self.checked:
            check_gradients(gradients, self.params, "what backward returns")
            self.checked = True
        if self.model.update is None:
            self.params.vector -= self.learning_rate * flatten(gradients)
        else:
            self.params.vector[:] = flatten(self.model.update(self.params, gradients, self.learning_rate))

    def write_back(self) -> None:
        """`params` are up to date already."""
