"""A training that is under way: moved on by some steps, changed at any of them, taken back; and the log of it.

`replay` does the same with plain `fit`, from change to change, and comes to the same parameters, bit
for bit.  So whatever a live panel shows is what gradient descent does, and nothing else.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from helpers.networks.model import Model
from helpers.parameters import Parameters
from helpers.training.changes import Event as Event
from helpers.training.changes import State as State
from helpers.training.changes import changed, put_back, same_thing, state_after, units_on
from helpers.training.fitting import fit, quick
from helpers.training.loop import Settings
from helpers.training.steps import Steps
from helpers.validation import Array

MOST_MOMENTS = 240  # beyond that, every second one is forgotten


class Moment(NamedTuple):
    """What there was after so many steps: enough to go on from there."""

    step: int
    cost: float
    vector: Array
    events: int  # how many of the log's had taken effect


class LiveTraining:
    """Gradient descent on a network with one hidden layer, step by step.

    step: how many were taken.  params: where they led.  moments: what there was on the way.  at: the one that it
    stands at, the last unless `go_to` went back; what came after it is forgotten when it goes on from there.
    """

    def __init__(self, model: Model, start: Parameters, state: State) -> None:
        self.model, self.start, self.first, self.state = model, start.copy(), state, state
        self.params, self.step, self.log = start.copy(), 0, list[Event]()
        self.moments, self.at = list[Moment](), -1
        self._steps: Steps | None = None
        self._look()

    @property
    def cost(self) -> float:
        """What the present parameters cost on the present examples."""
        return self.moments[self.at].cost

    def advance(self, count: int) -> bool:
        """Take `count` steps; False if the cost is no number then: all is as it was before them."""
        self._forget_what_came_after()
        with quick():
            steps = self._descending()
            for _ in range(count):
                steps.backward()
                steps.update()
                steps.forward()
        self.step += count
        if self._look():
            return True
        self.go_to(self.at)
        return False

    def change(self, what: str, value: Any) -> None:
        """An event, which takes effect now; of several moves of one thing at one step only the last is kept."""
        self._forget_what_came_after()
        event = Event(self.step, what, value)
        self.state = changed(self.state, event)
        if self.log and same_thing(self.log[-1], event):
            self.log.pop()
        self.log.append(event)
        self._steps = None
        self._look()

    def go_to(self, number: int) -> None:
        """Stand at a moment: parameters, examples and all as they were."""
        moment = self.moments[number]
        self.at, self.step, self._steps = number, moment.step, None
        self.state = state_after(self.first, self.log[: moment.events])
        self.params.vector[:] = moment.vector

    def _forget_what_came_after(self) -> None:
        del self.log[self.moments[self.at].events :], self.moments[self.at + 1 :]

    def _descending(self) -> Steps:
        if self._steps is None:
            state = self.state
            settings = Settings(self.model, state.learning_rate, iterations=1)
            self._steps = settings.steps(units_on(self.params, state.on), state.X, state.Y)
            self._steps.forward()
        return self._steps

    def _look(self) -> bool:
        """Keep the present as a moment, in place of one at the same step; False if a number in it is none."""
        with quick():
            steps = self._descending()
            cost = steps.cost()
        steps.write_back()
        put_back(self.params, self.state.on, steps.params)
        if not (np.isfinite(cost) and np.isfinite(self.params.vector).all()):
            return False
        if self.moments and self.moments[-1].step == self.step:
            self.moments.pop()
        self.moments.append(Moment(self.step, cost, self.params.vector.copy(), len(self.log)))
        if len(self.moments) > MOST_MOMENTS:
            del self.moments[1:-1:2]
        self.at = len(self.moments) - 1
        return True


def replay(live: LiveTraining) -> Parameters:
    """The parameters of the last moment with plain `fit`, from each event of the log to the next."""
    return replayed(live.model, live.start, live.first, live.log, live.moments[-1].step)


def replayed(model: Model, start: Parameters, state: State, log: Sequence[Event], until: int) -> Parameters:
    """The parameters after `until` steps from `start`."""
    params, step = start.copy(), 0
    for event in [*log, Event(until, "", None)]:
        if event.step > step:
            rest = units_on(params, state.on)
            result = fit(model, rest, state.X, state.Y, learning_rate=state.learning_rate, iterations=event.step - step)
            put_back(params, state.on, result.params)
            step = event.step
        if event.what:
            state = changed(state, event)
    return params
