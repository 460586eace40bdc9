"""What came of a training, in figures that can be checked: how often it is right, what it costs, what it moved."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from helpers.parameters import Parameters
from helpers.playground.live import LiveTraining
from helpers.validation import Array

Measure = Callable[[LiveTraining], float]


class Bounds(NamedTuple):
    """A figure lies between two numbers, both included.  measure: one of MEASURES."""

    measure: str
    least: float = -np.inf
    most: float = np.inf

    def holds(self, figure: float) -> bool:
        """Is it so?  Never for nan."""
        return self.least <= figure <= self.most

    def __str__(self) -> str:
        ends = [(f"at least {self.least:g}", self.least > -np.inf), (f"at most {self.most:g}", self.most < np.inf)]
        return f"{self.measure}: {' and '.join(words for words, there in ends if there)}"


def _right(live: LiveTraining, points: Array, Y: Array) -> float:
    return float(np.mean((live.answers(points) > 0.5) == (Y > 0.5)))


def right(live: LiveTraining) -> float:
    """The share of the training points that is classified right."""
    return _right(live, live.state.points, live.state.Y)


def right_unseen(live: LiveTraining) -> float:
    """The same of the points held out."""
    assert live.state.held_out is not None
    return _right(live, *live.state.held_out)


def unseen_above_its_least(live: LiveTraining) -> float:
    """How many times the least cost of the points held out so far the present one is."""
    costs = [moment.held_out for moment in live.moments]
    return costs[-1] / min(costs)


def rises(live: LiveTraining) -> float:
    """The share of the moments at which the cost was higher than at the one before."""
    return float(np.mean(np.diff([moment.cost for moment in live.moments]) > 0))


def greatest_weight(live: LiveTraining) -> float:
    """The largest absolute value in all W."""
    return max(float(np.abs(W).max()) for W, _ in live.params)


def units_apart(live: LiveTraining) -> float:
    """In the first hidden layer: the largest difference between the weights of two units."""
    return float(np.ptp(live.params[0][0], axis=0).max())


def first_layer_moved(live: LiveTraining) -> float:
    """The size of what was added to W1, as a share of the size of W1 at the start."""
    W, start = live.params[0][0], Parameters(live.start)[0][0]
    return float(np.linalg.norm(W - start) / np.linalg.norm(start))


def hidden_gradient(live: LiveTraining) -> float:
    """The largest absolute value in all dW of the hidden layers."""
    return max(float(np.abs(dW).max()) for dW, _ in live.gradients()[:-1])


MEASURES: dict[str, Measure] = {
    "right on training points": right,
    "right on points held out": right_unseen,
    "cost": lambda live: live.cost,
    "cost of points held out": lambda live: live.moments[-1].held_out,
    "cost of points held out, over its least": unseen_above_its_least,
    "share of epochs in which the cost rises": rises,
    "largest weight": greatest_weight,
    "largest difference between units of layer 1": units_apart,
    "change of W1, relative": first_layer_moved,
    "largest gradient of hidden layers": hidden_gradient,
}
