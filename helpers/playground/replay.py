"""The same training once more, with plain `fit` and `fit_epochs`, from one change to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from helpers.parameters import Parameters
from helpers.playground.changes import Event, Present, changed, forgets
from helpers.playground.layers import put_back, units_on
from helpers.playground.live import LiveTraining
from helpers.playground.moments import Chance
from helpers.playground.state import OPTIMIZERS, Functions, State
from helpers.training import FitResult, fit, fit_epochs
from helpers.training.optimizers import Optimizer


@dataclass
class Run:
    """What a training needs besides its parameters."""

    chance: Chance
    functions: Functions
    optimizer: Optimizer


def replay(live: LiveTraining) -> Parameters:
    """The parameters of the last moment, from the start along the log."""
    run = Run(Chance.of(live.seed), live.functions, OPTIMIZERS[live.first.optimizer]())
    return replayed(run, Present(live.first, live.start.copy()), live.log, live.moments[-1].step)


def replayed(run: Run, present: Present, log: Sequence[Event], until: int) -> Parameters:
    """The parameters after `until` epochs."""
    step = 0
    for event in [*log, Event(until, "", None)]:
        if event.step > step:
            train(run, present, event.step - step)
            step = event.step
        if event.what:
            present = changed(present, event)
            if forgets(event):
                run.optimizer = OPTIMIZERS[present.state.optimizer]()
    return present.params


def train(run: Run, present: Present, epochs: int) -> None:
    """So many epochs in which nothing is changed."""
    state, params = present
    rest = units_on(params, state.on)
    result = _fitted(run, state, rest, epochs)
    put_back(params, state.on, result.params)
    run.optimizer = result.optimizer


def _fitted(run: Run, state: State, params: Parameters, epochs: int) -> FitResult:
    model = state.model(run.functions, run.chance.masks)
    how: dict[str, Any] = {"learning_rate": state.learning_rate, "optimizer": run.optimizer}
    if state.is_plain:
        return fit(model, params, state.X, state.Y, iterations=epochs, **how)
    how |= {"batch_size": state.batch_size or state.m, "rng": run.chance.order}
    return fit_epochs(model, params, state.X, state.Y, epochs=epochs, **how)
