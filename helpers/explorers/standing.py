"""Where a training stands: what it can do, and what became of the cost; and what another learning rate would do."""

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from helpers.activations import Activation
from helpers.metrics import accuracy
from helpers.parameters import Parameters
from helpers.playground.live import LiveTraining
from helpers.validation import Array

ANGLES = 360
TRIAL = 200  # steps with which another learning rate is tried


@dataclass(frozen=True)
class Standing:
    """Where a training stands: what it can do, and what became of the cost since something was last changed."""

    live: LiveTraining
    activation: Activation
    X_test: Array
    Y_test: Array
    stopped: bool = False  # the next steps would have led to a cost that is no number
    tried: dict[object, str] = field(default_factory=dict)  # what trials have shown, which take time

    @cached_property
    def on_train(self) -> float:
        """The share of right answers on what it sees."""
        return self.right(self.live.state.X, self.live.state.Y)

    @cached_property
    def on_test(self) -> float:
        """And on what it never sees."""
        return self.right(self.X_test, self.Y_test)

    def right(self, X: Array, Y: Array) -> float:
        """The share of right answers of the units that are on."""
        (_, _), (W2, b2) = self.live.params
        [on] = self.live.state.on
        return accuracy(np.dot(W2[:, on], self.outputs(X)[on]) + b2 > 0, Y)

    def outputs(self, X: Array) -> Array:
        """A1 (n1, m)."""
        W1, b1 = self.live.params[0]
        return self.activation(np.dot(W1, X) + b1)

    @property
    def units(self) -> int:
        """How many hidden units are on."""
        return int(self.live.state.on[0].sum())

    @cached_property
    def costs(self) -> Array:
        """The cost since the last change."""
        live = self.live
        since = max((event.step for event in live.log if event.step <= live.step), default=0)
        return np.array([moment.cost for moment in live.moments[: live.at + 1] if moment.step >= since])

    @cached_property
    def dead(self) -> int:
        """Units that are on and give 0 on every example, where ReLU has no slope."""
        if self.activation.name != "relu":
            return 0
        return int(np.sum(~self.outputs(self.live.state.X)[self.live.state.on[0]].any(axis=1)))


def trial(standing: Standing, start: Parameters, learning_rate: float, steps: int = TRIAL) -> Array:
    """The costs of a short training from `start`, on the examples and units of now; nan where it broke off."""
    live = standing.live
    other = LiveTraining(replace(live.state, learning_rate=learning_rate), start)
    goes_on = all(other.advance(steps // 20 | 1) for _ in range(20))
    return np.array([moment.cost for moment in other.moments] + ([] if goes_on else [np.nan]))


def best_line(X: Array, Y: Array) -> float:
    """The share that the best straight line gets right: lines in 360 directions, between any two examples."""
    angles, m = np.linspace(0, np.pi, ANGLES, endpoint=False), Y.shape[1]
    order = np.argsort(np.dot(np.stack([np.cos(angles), np.sin(angles)], axis=1), X), axis=1)  # (360, m)
    gains = np.cumsum(2 * Y[0][order] - 1, axis=1)  # right answers won by calling the first 1, 2, ... class 1
    right = m - Y.sum() + np.array([gains.max(), gains.min(), 0])  # none of them: the examples of class 0 are right
    return float(max(right.max(), m - right.min()) / m)
