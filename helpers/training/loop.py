"""The loop itself: forward, backward, update, again and again, with the cost now and then."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import numpy as np

from helpers.networks.model import Model
from helpers.parameters import Parameters
from helpers.progress import Progress
from helpers.training.divergence import Diverged, explain
from helpers.training.history import FitResult, History, Recorder
from helpers.training.in_place import StepsInPlace
from helpers.training.interrupts import Interrupts
from helpers.training.optimizers import GradientDescent, Optimizer
from helpers.training.schedules import rate_at
from helpers.training.steps import Steps, StepsAsWritten, StepsWithOwnUpdate
from helpers.validation import Array, checking, without_checks

Callback: TypeAlias = Callable[[int, Parameters], object]
Rate: TypeAlias = float | Callable[[int], float]


@dataclass(frozen=True)
class Settings:
    """What is trained, and how: the arguments of `fit`."""

    model: Model
    learning_rate: Rate
    iterations: int
    record_every: int | None = None
    callback: Callback | None = None
    optimizer: Optimizer = field(default_factory=GradientDescent)

    def recorder(self) -> Recorder:
        """At the multiples of `record_every`; by default some 200 times, and more often as long as that is coarse."""
        return Recorder(self.record_every or max(1, self.iterations // 200), growing=self.record_every is None)

    def steps(self, params: Parameters, X: Array, Y: Array) -> Steps:
        """What moves `params` on these examples."""
        steps = steps_for(self.model, params, deepcopy(self.optimizer), rate_at(self.learning_rate, 0))
        steps.load(X, Y, Y.shape[1])
        return steps


def steps_for(model: Model, params: Parameters, optimizer: Optimizer, learning_rate: float) -> Steps:
    """What moves `params`: in place while every function is ours, else as they are written."""
    fast_path = model.fast_path
    method: Callable[..., Steps] = StepsAsWritten if model.update is None else StepsWithOwnUpdate
    if fast_path is not None and fast_path.serves(model):
        method = StepsInPlace
    return method(_without_checks(model), params, optimizer, learning_rate)


def _without_checks(model: Model) -> Model:
    """What was checked once is not checked again in every step."""
    forward, backward, cost = map(without_checks, (model.forward, model.backward, model.cost))
    in_training = model.in_training and _without_checks(model.in_training)
    return replace(model, forward=forward, backward=backward, cost=cost, in_training=in_training)


class Training:
    """One training from `start`, which stays as it is."""

    def __init__(self, settings: Settings, start: Parameters, X: Array, Y: Array, interrupts: Interrupts) -> None:
        self.settings, self.start, self.X, self.Y = settings, start, X, Y
        self.params, self.last_finite = start.copy(), start.copy()
        self.steps = settings.steps(self.params, X, Y)
        self.recorder = settings.recorder()
        self.progress = Progress("training", settings.iterations)
        self.interrupts = interrupts
        self.done = 0

    def run(self) -> FitResult:
        """To the end, or as far as it goes: the parameters, the history, and why it ended early."""
        __tracebackhide__ = True
        try:
            self.descend()
            return self.result(self.params, self.recorder.whole())
        except KeyboardInterrupt:
            return self.interrupted()
        except Diverged:
            note = explain(self.done, self.steps.learning_rate, self.would_lower_the_cost)
            return self.last_finite_result(note)
        finally:
            self.progress.close()

    def descend(self) -> None:
        """Step by step downhill; in blocks between two looks at the cost, the clock or the callback.

        In the first step whatever is called checks what it is given, later nothing does.
        """
        __tracebackhide__ = True
        self.forward_and_record()
        due, iterations, callback = self.recorder.next_after(0), self.settings.iterations, self.settings.callback
        while self.done < iterations:
            if callback is not None:
                self.steps.write_back()
                self.interrupts.allow(self.call_back, callback)
            pace = self.progress.pace if callback is None else 1
            with checking(self.done == 0):
                self.advance(min(due, iterations, self.done + pace) - self.done)
            if self.done in (due, iterations):
                self.record()
                due = self.recorder.next_after(self.done)
            cost = self.recorder.points[-1][1]
            self.progress.look(self.done, f"{self.done:,} of {iterations:,} iterations, cost {cost:.4g}")

    def call_back(self, callback: Callback) -> None:
        """Show the callback, which is the learner's own code, the network as it is."""
        __tracebackhide__ = True
        with checking(True):
            callback(self.done, self.params)

    def advance(self, count: int) -> None:
        """`count` steps.  Interrupts are raised in the functions of the model, never between update and its count."""
        __tracebackhide__ = True
        interrupts, steps, rate = self.interrupts, self.steps, self.settings.learning_rate
        interrupts.at_once = True
        for _ in range(count):
            if callable(rate):
                steps.learning_rate = rate_at(rate, self.done)
            steps.backward()
            interrupts.at_once = False
            steps.update()
            self.done += 1
            interrupts.at_once = True
            if interrupts.pending:
                interrupts.raise_pending()
            steps.forward()
        interrupts.at_once = False

    def forward_and_record(self) -> None:
        """The first cost after a `forward`."""
        __tracebackhide__ = True
        with checking(True):
            self.interrupts.allow(self.steps.forward)
            self.record()

    def record(self) -> None:
        """The cost as of the last `forward`; raises Diverged where it or a parameter is no number."""
        __tracebackhide__ = True
        cost = self.interrupts.allow(self.steps.cost)
        self.steps.write_back()
        if not (np.isfinite(cost) and np.isfinite(self.params.vector).all()):
            raise Diverged
        self.recorder.add(self.done, cost)
        self.last_finite.vector[:] = self.params.vector

    def interrupted(self) -> FitResult:
        """What was learned so far, with its cost, unless a second interrupt comes while that is found."""
        self.interrupts.accept()
        self.steps.write_back()
        note = (
            f"Stopped after {self.done:,} of {self.settings.iterations:,} iterations: here is what was learned so far."
        )
        try:
            if self.done > self.recorder.last:
                self.forward_and_record()
        except KeyboardInterrupt:
            self.interrupts.accept()
        except Diverged:
            return self.last_finite_result(f"{note} Returned is the last state with a finite cost.")
        return self.result(self.params, self.recorder.so_far(), note)

    def result(self, params: Parameters, history: History, note: str = "") -> FitResult:
        """What `fit` gives back."""
        return FitResult(params, history, note, self.done, optimizer=self.steps.optimizer)

    def last_finite_result(self, note: str) -> FitResult:
        """What there was when the cost was last a number."""
        steps = max(self.recorder.last, 0)
        return FitResult(self.last_finite, self.recorder.so_far(), note, steps, optimizer=self.steps.optimizer)

    def would_lower_the_cost(self, learning_rate: float) -> bool:
        """A short trial from the same start."""
        few = min(self.settings.iterations, 100)
        settings = replace(self.settings, learning_rate=learning_rate, iterations=few, record_every=few, callback=None)
        trial = Training(settings, self.start, self.X, self.Y, self.interrupts)
        try:
            trial.descend()
        except Diverged:
            return False
        history: History = trial.recorder.whole()
        return history.costs[-1] < history.costs[0]
