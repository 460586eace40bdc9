"""A training that is under way: moved on by some epochs, changed at any of them, taken back; and the log of it.

`replay` does the same with plain `fit` and `fit_epochs`, from change to change, and comes to the same parameters, bit
for bit.  So whatever a live panel shows is what these do, and nothing else.
"""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

import numpy as np

from helpers.networks.model import Model
from helpers.parameters import Parameters
from helpers.playground.changes import Event, Present, changed, changed_by, forgets, same_thing
from helpers.playground.features import inputs
from helpers.playground.layers import put_back, units_on
from helpers.playground.moments import Chance, Moment
from helpers.playground.state import OPTIMIZERS, Functions, State
from helpers.regularization import l2_cost
from helpers.training.batches import mini_batches
from helpers.training.fitting import quick
from helpers.training.loop import steps_for
from helpers.training.mean_cost import mean_cost
from helpers.training.steps import Steps
from helpers.validation import Array, Layers, checking

MOST_MOMENTS = 240  # beyond that, every second one is forgotten


class LiveTraining:
    """Training of a network, epoch by epoch; an epoch in which all examples are one batch is one step.

    step: how many epochs there were.  params: where they led.  moments: what there was on the way.  at: the one that it
    stands at, the last unless `go_to` went back; what came after it is forgotten when it goes on from there.
    seed: draws the order of the examples and the masks of dropout.
    """

    def __init__(self, state: State, start: Layers, seed: int = 0, functions: Functions | None = None) -> None:
        self.first, self.start, self.seed = state, Parameters(start), seed
        self.functions = functions or Functions()
        self.state, self.params, self.step, self.log = state, self.start.copy(), 0, list[Event]()
        self.moments, self.at = list[Moment](), -1
        self.optimizer, self.chance, self.saved = OPTIMIZERS[state.optimizer](), Chance.of(seed), Chance.of(seed)
        self._steps: Steps | None = None
        self._look()

    @property
    def cost(self) -> float:
        """What the present parameters cost on the present examples."""
        return self.moments[self.at].cost

    @property
    def model(self) -> Model:
        """The network as it is."""
        return self.state.model(self.functions, self.chance.masks)

    def advance(self, count: int) -> bool:
        """Train `count` epochs; False if the cost is no number then: all is as it was before them."""
        __tracebackhide__ = True
        self._forget_what_came_after()
        with quick():
            for epoch in range(count):
                self._one_epoch(first=self.step + epoch == 0)
        self.step += count
        if self._look():
            return True
        self.go_to(self.at)
        return False

    def _one_epoch(self, first: bool) -> None:
        """Every example once.  In the very first step whatever is called checks what it is given."""
        __tracebackhide__ = True
        batches = iter(self._batches())
        with checking(first):
            self._one_step(*next(batches))
        for batch in batches:
            self._one_step(*batch)

    def _one_step(self, X: Array, Y: Array) -> None:
        __tracebackhide__ = True
        steps = self._descending()
        steps.load(X, Y, self.state.m)
        steps.forward()
        steps.backward()
        steps.update()

    def _batches(self) -> Iterable[tuple[Array, Array]]:
        state = self.state
        if state.is_plain:
            return [(state.X, state.Y)]
        return mini_batches(state.X, state.Y, state.batch_size or state.m, self.chance.order)

    def change(self, what: str, value: Any) -> None:
        """An event, which takes effect now; of several that set one thing at one step only the last is kept.

        Raises ValueError for one that makes the cost infinite: then all stays as it was at the moment that is shown.
        """
        event = Event(self.step, what, value)
        after = changed(Present(self.state, self.params), event)
        self._forget_what_came_after()
        before = [*self.log]
        self._take_effect(event, after)
        if not self._look():
            self.log = before
            self.go_to(self.at)
            raise ValueError("with this change the cost would be infinite, so all stays as it was")

    def _take_effect(self, event: Event, after: Present) -> None:
        self.state, self.params = after
        if self.log and same_thing(self.log[-1], event):
            self.log.pop()
        self.log.append(event)
        self._steps = None
        if forgets(event):
            self.optimizer = OPTIMIZERS[self.state.optimizer]()

    def go_to(self, number: int) -> None:
        """Stand at a moment: parameters, examples and all as they were."""
        moment = self.moments[number]
        self.at, self.step, self._steps = number, moment.step, None
        self.state, params = changed_by(self.log[: moment.events], Present(self.first, self.start))
        self.params = params.copy()
        self.params.vector[:] = moment.vector
        self.saved = moment.chance
        self.optimizer, self.chance = deepcopy((moment.optimizer, moment.chance))

    def answers(self, points: Array) -> Array:
        """(1, m): what the network, without the units that are off, answers at points (2, m)."""
        X = inputs(points, self.state.features)
        with quick():
            A: Array = self.model.answer(self.model.forward(units_on(self.params, self.state.on), X))
        return A

    def gradients(self) -> Layers:
        """The derivatives of the cost of all examples, as they are now: [(dW1, db1), ...] of the units that are on."""
        model, state = self.model, self.state
        params = units_on(self.params, state.on)
        with quick():
            gradients: Layers = model.gradients(params, model.forward(params, state.X), state.X, state.Y)
        return gradients

    def _forget_what_came_after(self) -> None:
        del self.log[self.moments[self.at].events :], self.moments[self.at + 1 :]

    def _descending(self) -> Steps:
        if self._steps is None:
            rest = units_on(self.params, self.state.on)
            self._steps = steps_for(self.model, rest, self.optimizer, self.state.learning_rate)
        return self._steps

    def _look(self) -> bool:
        """Keep the present as a moment, in place of one at the same step; False if a number in it is none."""
        if self._steps is not None:
            self._steps.write_back()
            put_back(self.params, self.state.on, self._steps.params)
        moment = self._moment()
        if not (np.isfinite(moment.cost) and np.isfinite(self.params.vector).all()):
            return False
        if self.moments and self.moments[-1].step == self.step:
            self.moments.pop()
        self.moments.append(moment)
        if len(self.moments) > MOST_MOMENTS:
            del self.moments[1:-1:2]
        self.at = len(self.moments) - 1
        return True

    def _moment(self) -> Moment:
        state, held_out = self.state, float("nan")
        rest = units_on(self.params, state.on)
        with quick():
            cost = mean_cost(self.model, rest, state.X, state.Y) + l2_cost(rest, state.l2, state.m)
            if state.held_out is not None:
                held_out = mean_cost(self.model, rest, *state.unseen)
        if not state.is_plain:
            self.saved = deepcopy(self.chance)
        memory = deepcopy(self.optimizer), self.saved
        return Moment(self.step, cost, held_out, self.params.vector.copy(), *memory, len(self.log))
