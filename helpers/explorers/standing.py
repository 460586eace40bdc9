"""Where a training stands: what it answers, how its units are, and what became of the cost."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from helpers.activations import as_activation
from helpers.explorers.bounds import best_line, best_plane, by_neighbours
from helpers.explorers.course import Course
from helpers.metrics import accuracy
from helpers.playground.layers import units_on
from helpers.playground.live import LiveTraining
from helpers.training.fitting import quick
from helpers.validation import Array

ENDS = {"sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0)}
NEAR_END, NEARLY_ALL = 0.01, 0.9
EQUAL = 1e-6
FEW_RIGHT, LARGE_ERROR = 0.8, 0.5  # poor: a smaller share of right answers; a larger share of the variance


@dataclass(frozen=True)
class Standing:
    """Where a training stands.

    stopped: the next steps would have led to a cost that is no number.  tried: what was found so far that takes time.
    unit: what its steps are called.
    """

    live: LiveTraining
    stopped: bool = False
    unit: str = "epoch"
    tried: dict[object, Any] = field(default_factory=dict)

    @property
    def classifies(self) -> bool:
        """Are the labels classes?"""
        return self.live.state.task == "classification"

    @cached_property
    def on_train(self) -> float:
        """The share of right answers on what it sees; in regression the mean squared error."""
        return self.score(self.live.answers(self.live.state.points), self.live.state.Y)

    @cached_property
    def on_test(self) -> float:
        """And on what it never sees; nan without such points."""
        points, Y = self.unseen
        return self.score(self.live.answers(points), Y) if Y.size else float("nan")

    @property
    def unseen(self) -> tuple[Array, Array]:
        """The points held out and their labels; none, if there are none."""
        held_out = self.live.state.held_out
        return held_out if held_out is not None else (np.zeros((2, 0)), np.zeros((1, 0)))

    def score(self, A: Array, Y: Array) -> float:
        """Of answers A (1, m) to what Y (1, m) says."""
        with quick():
            return accuracy(A > 0.5, Y) if self.classifies else float(np.mean((A - Y) ** 2))

    @property
    def poor(self) -> bool:
        """Is it often wrong on what it sees?"""
        if self.classifies:
            return self.on_train < FEW_RIGHT
        return self.on_train > LARGE_ERROR * float(np.var(self.live.state.Y))

    def remembered(self, what: str, of: tuple[Any, ...], found: Callable[[], Any]) -> Any:
        """What was found of these very objects and numbers, or is now."""
        before, value = self.tried.get(what, ((), None))
        if len(before) != len(of) or any(
            a is not b and not (_plain(a) and a == b) for a, b in zip(before, of, strict=True)
        ):
            value = found()
            self.tried[what] = of, value
        return value

    @property
    def best_flat(self) -> float:
        """The best that a straight line, or a plane, can reach on what it sees."""
        state = self.live.state
        best = best_line if self.classifies else best_plane
        return float(self.remembered("flat", (state.points, state.Y, state.features), lambda: best(state.X, state.Y)))

    @property
    def by_neighbours(self) -> float:
        """What the five nearest neighbours of each point would reach."""
        points, Y = self.live.state.points, self.live.state.Y
        found = self.remembered("neighbours", (points, Y), lambda: self.score(by_neighbours(points, Y), Y))
        return float(found)

    @property
    def is_learnable(self) -> bool:
        """Do neighbours know clearly better?  Else noise is what keeps it from being right."""
        if self.classifies:
            return self.by_neighbours > self.on_train + 0.05
        return self.by_neighbours < 0.8 * self.on_train

    # the units

    @property
    def names(self) -> tuple[str, ...]:
        """The activations of the hidden layers."""
        return self.live.state.activations

    @property
    def units(self) -> int:
        """How many hidden units are on."""
        return sum(int(on.sum()) for on in self.live.state.on)

    @cached_property
    def params(self) -> Any:
        """Of the units that are on."""
        return units_on(self.live.params, self.live.state.on)

    @cached_property
    def outputs(self) -> list[Array]:
        """Of each hidden layer, (n, m) on what it sees, without those that are off."""
        A, found = self.live.state.X, []
        with quick():
            for (W, b), name in zip(self.params, self.names, strict=False):
                A = as_activation(name)(np.dot(W, A) + b)
                found.append(A)
        return found

    @cached_property
    def dead(self) -> list[int]:
        """In each hidden layer the units that give 0 on every example, where ReLU has no slope."""
        pairs = zip(self.outputs, self.names, strict=True)
        return [int(np.sum(~A.any(axis=1))) if name == "relu" else 0 for A, name in pairs]

    @cached_property
    def saturated(self) -> list[int]:
        """In each hidden layer the units of sigmoid or tanh that are at an end on nearly every example."""
        return [_at_end(A, ENDS[name]) if name in ENDS else 0 for A, name in zip(self.outputs, self.names, strict=True)]

    @cached_property
    def equal(self) -> list[bool]:
        """For each hidden layer of two units or more: are all of them one and the same function?"""
        rows = [np.hstack(layer) for layer in self.params[:-1]]
        return [len(each) > 1 and np.allclose(each, each[0], rtol=0, atol=EQUAL) for each in rows]

    @cached_property
    def sizes_by_example(self) -> list[float]:
        """For each layer the root mean square of dW of one example, over all: there they can't cancel each other.

        Up to a factor that is the same for all layers, and without what L2 adds.
        """
        dZ, found = self.live.answers(self.live.state.points) - self.live.state.Y, list[float]()
        with quick():
            for layer in reversed(range(len(self.params))):
                W, A = self.params[layer][0], [self.live.state.X, *self.outputs][layer]  # dW of example i: dZ_i A_i^T
                squares = np.sum(dZ**2, axis=0) * np.sum(A**2, axis=0)  # (m,)
                found.insert(0, float(np.sqrt(np.mean(squares) / W.size)))
                if layer:
                    dZ = as_activation(self.names[layer - 1]).backward(np.dot(W.T, dZ), A)
        return found

    @cached_property
    def course(self) -> Course:
        """Of the cost."""
        return Course(self.live)

    @property
    def is_free(self) -> bool:
        """Is it held back by no L2, no dropout, and no rate that is so large that the cost rises again and again?"""
        state = self.live.state
        return state.l2 == 0 and state.keep == 1 and (self.course.is_noisy or self.course.is_settled)


def _plain(value: Any) -> bool:
    return isinstance(value, float | int | str | tuple)


def _at_end(A: Array, ends: tuple[float, float]) -> int:
    near = np.minimum(abs(A - ends[0]), abs(A - ends[1])) < NEAR_END
    return int(np.sum(near.mean(axis=1) >= NEARLY_ALL))
