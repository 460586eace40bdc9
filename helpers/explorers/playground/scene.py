"""What the picture of the playground shows: a network of any depth, what it is taught, and where that stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from helpers.activations import Activation
from helpers.parameters import Parameters
from helpers.playground.features import inputs
from helpers.plots.rendering import Limits
from helpers.validation import Array

MOST_WEIGHTS = 40  # of a network whose weights can be chosen one by one


@dataclass(frozen=True)
class Scene:
    """All that is drawn.  Layers and units count from 0; the output is the last layer, behind the hidden ones.

    activations: one a layer, the output's last.  on: for each hidden layer, which of its units take part.
    features: the names of the inputs.  points (2, m), Y (1, m).  points_test, Y_test: held out, if shown.
    shown: the unit whose map is the large one; None or the output: the answer.  chosen_weight: layer, i, j of W[i, j].
    example: the point that keys move; picked: did the reader choose it?  epochs: where costs and held_out are known.
    gradient_sizes: one a layer, the root mean square of dW.  rule: how a weight learns, as
    formula and line of code, of 90 letters at most.
    """

    params: Parameters
    activations: Sequence[Activation]
    on: Sequence[Array]
    features: Sequence[str]
    points: Array
    Y: Array
    points_test: Array | None
    Y_test: Array | None
    window: Limits  # of the plane: left, right, bottom, top
    task: str  # "classification" or "regression"
    hard: bool  # is the answer cut in two?
    shown: tuple[int, int] | None
    chosen_weight: tuple[int, int, int] | None
    example: int
    picked: bool
    epochs: Array
    costs: Array
    held_out: Array
    gradient_sizes: Sequence[float]
    rule: tuple[str, str]
    click: str  # what a click in the plane adds
    cost_name: str = "cost: how wrong"

    @property
    def sizes(self) -> list[int]:
        """How many units each hidden layer has."""
        return [len(on) for on in self.on]

    @property
    def enlarged(self) -> tuple[int, int] | None:
        """The hidden unit whose map is the large one, if there is one."""
        return self.shown if self.shown and self.shown[0] < len(self.on) else None

    @property
    def classifies(self) -> bool:
        """Are the points of two classes?  Else each has a value of its own."""
        return self.task == "classification"

    @property
    def single_weights(self) -> bool:
        """Can weights be chosen one by one?"""
        return sum(W.size for W, _ in self.params) <= MOST_WEIGHTS

    def layers(self, points: Array) -> Iterator[tuple[Array, Array]]:
        """Z and A (n, m) of one layer after the other at the points (2, m); units that are off give 0."""
        A = inputs(points, self.features)  # (n0, m)
        on = [*(each[:, None] for each in self.on), True]
        for (W, b), g, each in zip(self.params, self.activations, on, strict=True):
            Z = np.dot(W, A) + b  # (n, m)
            A = g(Z) * each  # (n, m)
            yield Z, A
