"""What is trained on what, and how: parameters and chance apart, all that decides where the next step leads."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from helpers import deep, networks
from helpers.networks.dropout import Dropout
from helpers.networks.model import Model
from helpers.playground.features import inputs
from helpers.training.optimizers import Adam, GradientDescent, Momentum, Optimizer
from helpers.validation import Array, Function

OPTIMIZERS: dict[str, Callable[[], Optimizer]] = {
    "gradient descent": GradientDescent,
    "momentum": Momentum,
    "adam": Adam,
}
OUTPUTS = {"classification": ("sigmoid", "cross_entropy"), "regression": ("identity", "squared_error")}


class Functions(NamedTuple):
    """What trains: ours, or a learner's own of notebook 05."""

    forward: Function = deep.forward
    backward: Function = deep.backward

    @classmethod
    def own(cls, forward: Function | None, backward: Function | None) -> "Functions | None":
        """A learner's, ours in place of one that is not given; None if neither is."""
        usual = cls()
        return cls(forward or usual.forward, backward or usual.backward) if forward or backward else None


@dataclass(frozen=True, eq=False)
class State:
    """The examples, the network but for its numbers, and the rule of learning.

    points: (2, m).  Y: (1, m).  activations, on: one a hidden layer.  on[l]: (n_l,) of bool; a hidden unit that is off
    is not there: neither heard by the next layer nor trained.  features: what the network is told of a point.
    batch_size: examples in a step; None: all.  keep: the share of each hidden layer's outputs that dropout leaves.
    held_out: points and labels that it never sees, to be judged by.
    """

    points: Array
    Y: Array
    learning_rate: float
    on: tuple[Array, ...]
    activations: tuple[str, ...]
    features: tuple[str, ...] = ("x1", "x2")
    task: str = "classification"
    batch_size: int | None = None
    optimizer: str = "gradient descent"
    l2: float = 0.0
    keep: float = 1.0
    held_out: tuple[Array, Array] | None = None

    @cached_property
    def X(self) -> Array:
        """(n, m): the inputs made of the points."""
        return inputs(self.points, self.features)

    @property
    def unseen(self) -> tuple[Array, Array]:
        """The inputs made of the points that are held out, and their labels."""
        assert self.held_out is not None
        points, Y = self.held_out
        return inputs(points, self.features), Y

    @property
    def m(self) -> int:
        """How many examples it learns from."""
        return self.Y.shape[1]

    @property
    def hidden(self) -> tuple[int, ...]:
        """How many units each hidden layer has, those that are off too."""
        return tuple(len(on) for on in self.on)

    @property
    def sizes(self) -> list[int]:
        """Of all layers, from the inputs to the output."""
        return [len(self.features), *self.hidden, 1]

    @property
    def is_plain(self) -> bool:
        """All examples in each step, and nothing left to chance: then `fit` trains it, else `fit_epochs`."""
        return self.batch_size is None and self.keep == 1

    def model(self, functions: Functions, masks: np.random.Generator) -> Model:
        """The network.  masks: draws those of dropout."""
        output, loss = OUTPUTS[self.task]
        own: dict[str, Any] = functions._asdict()
        if self.keep < 1 and self.on:
            own["dropout"] = Dropout([self.keep] * len(self.on), masks)
        return networks.deep_network([*self.activations, output], loss=loss, l2=self.l2, **own)
