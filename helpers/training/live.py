"""A training that is under way: moved on by some steps, changed at any of them, taken back; and the log of it.

`replay` does the same with plain `fit`, from change to change, and comes to the same parameters, bit
for bit.  So whatever a live panel shows is what gradient descent does, and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np

from helpers.networks.model import Model
from helpers.parameters import Parameters
from helpers.training.descent import Settings
from helpers.training.gradient_descent import GradientDescent
from helpers.training.loop import fit, quick
from helpers.validation import Array

MOST_MOMENTS = 240  # beyond that, every second one is forgotten


@dataclass(frozen=True, eq=False)
class State:
    """What is trained on what: parameters apart, all that decides where the next step leads.

    on: (n1,) of bool.  A hidden unit that is off is not there: neither heard by the output nor trained.
    """

    X: Array
    Y: Array
    learning_rate: float
    on: Array


class Event(NamedTuple):
    """A change, and after how many steps it took effect."""

    step: int
    what: str  # "learning_rate", "move", "add", "remove" or "switch"
    value: Any


class Moment(NamedTuple):
    """What there was after so many steps: enough to go on from there."""

    step: int
    cost: float
    vector: Array
    events: int  # how many of the log's had taken effect


def changed(state: State, event: Event) -> State:
    """The state after an event.

    learning_rate: the new one.  move: (k, x1, x2): example k goes there.  add: (x1, x2, y).  remove: example k.
    switch: unit k goes off, or on again.
    """
    match event.what, event.value:
        case "learning_rate", rate:
            return replace(state, learning_rate=rate)
        case "move", (k, *point):
            X = state.X.copy()
            X[:, k] = point
            return replace(state, X=X)
        case "add", (*point, y):
            return replace(state, X=np.column_stack([state.X, point]), Y=np.append(state.Y, [[y]], axis=1))
        case "remove", k:
            return replace(state, X=np.delete(state.X, k, axis=1), Y=np.delete(state.Y, k, axis=1))
        case "switch", k:
            on = state.on.copy()
            on[k] = not on[k]
            return replace(state, on=on)
    raise ValueError(f"there is no change {event.what!r}; there are learning_rate, move, add, remove and switch")


def units_on(params: Parameters, on: Array) -> Parameters:
    """The network of one hidden layer without the units that are off."""
    (W1, b1), (W2, b2) = params
    return Parameters([(W1[on], b1[on]), (W2[:, on], b2)])


def put_back(params: Parameters, on: Array, trained: Parameters) -> None:
    """Write what was trained into the rows and columns of the units that are on."""
    (W1, b1), (W2, b2) = params
    W1[on], b1[on] = trained[0]
    W2[:, on], b2[:] = trained[1]


class LiveTraining:
    """Gradient descent on a network with one hidden layer, step by step.

    step: how many were taken.  params: where they led.  moments: what there was on the way.  at: the one that it
    stands at, the last unless `go_to` went back; what came after it is forgotten when it goes on from there.
    """

    def __init__(self, model: Model, start: Parameters, state: State) -> None:
        self.model, self.start, self.first, self.state = model, start.copy(), state, state
        self.params, self.step, self.log = start.copy(), 0, list[Event]()
        self.moments, self.at = list[Moment](), -1
        self._steps: GradientDescent | None = None
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
        if self.log and _same_thing(self.log[-1], event):
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

    def _descending(self) -> GradientDescent:
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


def _same_thing(before: Event, now: Event) -> bool:
    if before[:2] != now[:2]:
        return False
    return now.what == "learning_rate" or (now.what == "move" and before.value[0] == now.value[0])


def state_after(state: State, log: Sequence[Event]) -> State:
    """The state after all events of a log."""
    for event in log:
        state = changed(state, event)
    return state


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
