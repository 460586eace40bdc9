"""The loop over epochs and mini-batches, with the costs of training and validation data after each epoch."""

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from math import ceil
from typing import Any

import numpy as np

from helpers.networks.model import Model
from helpers.parameters import Parameters
from helpers.progress import Progress
from helpers.training.batches import check_batch, mini_batches
from helpers.training.divergence import Diverged, explain
from helpers.training.early_stopping import should_stop
from helpers.training.history import FitResult, History
from helpers.training.interrupts import Interrupts
from helpers.training.loop import Callback, Rate, steps_for
from helpers.training.mean_cost import mean_cost
from helpers.training.optimizers import GradientDescent, Optimizer
from helpers.training.schedules import rate_at
from helpers.validation import Array, checking


@dataclass(frozen=True)
class EpochSettings:
    """What is trained, and how: the arguments of `fit_epochs`."""

    model: Model
    learning_rate: Rate
    epochs: int
    batch_size: int
    rng: np.random.Generator
    optimizer: Optimizer = field(default_factory=GradientDescent)
    validation: tuple[Array, Array] | None = None
    patience: int | None = None
    stop: Callable[..., Any] = should_stop
    batches: Callable[..., Iterable[tuple[Array, Array]]] = mini_batches
    callback: Callback | None = None


class EpochTraining:
    """One training from `start`, which stays as it is."""

    def __init__(self, settings: EpochSettings, start: Parameters, X: Array, Y: Array, interrupts: Interrupts) -> None:
        self.settings, self.start, self.X, self.Y, self.interrupts = settings, start, X, Y, interrupts
        self.params, self.kept = start.copy(), start.copy()
        self.first_rng = deepcopy(settings.rng)  # for a trial from the same start, should the cost grow without bound
        self.steps = steps_for(settings.model, self.params, deepcopy(settings.optimizer), 1.0)
        self.history, self.validation = History(), History()
        self.progress = Progress("training", settings.epochs * ceil(X.shape[1] / settings.batch_size))
        self.epoch, self.done, self.kept_epoch, self.next_look = 0, 0, 0, 1

    def run(self) -> FitResult:
        """To the end, or as far as it goes: the parameters, the histories, and why it ended early."""
        __tracebackhide__ = True
        try:
            note = self.descend()
            best = self.settings.patience is not None
            return self.result(self.kept if best else self.params, note)
        except KeyboardInterrupt:
            return self.interrupted()
        except Diverged:
            note = explain(self.done, self.steps.learning_rate, self.would_lower_the_cost)
            return self.result(self.kept, note)
        finally:
            self.progress.close()

    def descend(self) -> str:
        """Epoch after epoch; why it ended early, or ""."""
        __tracebackhide__ = True
        settings = self.settings
        self.record()
        for epoch in range(settings.epochs):
            self.steps.learning_rate = rate_at(settings.learning_rate, epoch)
            self.one_epoch()
            self.epoch = epoch + 1
            self.record()
            if settings.callback is not None:
                with checking(True):
                    self.interrupts.allow(settings.callback, self.epoch, self.params)
            if settings.patience is not None and settings.stop(self.validation.costs, settings.patience):
                return (
                    f"Stopped after epoch {self.epoch}: the validation cost was lowest after epoch {self.kept_epoch}."
                )
        return ""

    def one_epoch(self) -> None:
        """Every mini-batch once.  Interrupts are raised in the functions of the model and between two steps."""
        __tracebackhide__ = True
        interrupts = self.interrupts
        interrupts.at_once = True
        for X, Y in self.batches():
            if self.done:
                self.one_step(X, Y)
            else:
                with checking(True):
                    self.one_step(X, Y)
            if interrupts.pending:
                interrupts.raise_pending()
            if self.done >= self.next_look:
                self.look()
        interrupts.at_once = False

    def one_step(self, X: Array, Y: Array) -> None:
        """Forward, backward, update, on one mini-batch."""
        __tracebackhide__ = True
        steps = self.steps
        steps.load(X, Y, self.X.shape[1])
        steps.forward()
        steps.backward()
        self.interrupts.at_once = False
        steps.update()
        self.done += 1
        self.interrupts.at_once = True

    def batches(self) -> Iterable[tuple[Array, Array]]:
        """The mini-batches of an epoch; those of a learner's function are counted."""
        settings = self.settings
        batches = settings.batches(self.X, self.Y, settings.batch_size, settings.rng)
        return batches if settings.batches is mini_batches else self.counted(batches)

    def counted(self, batches: Iterable[tuple[Array, Array]]) -> Iterator[tuple[Array, Array]]:
        """The same, with a sentence for what is no pair of arrays, and for examples that are missing or come twice."""
        __tracebackhide__ = True
        taken, m = 0, self.X.shape[1]
        for batch in batches:
            taken += check_batch(batch, len(self.X), len(self.Y))
            yield batch
        if taken != m:
            raise ValueError(f"the mini-batches of an epoch hold {taken} examples, X holds {m}: each comes once")

    def look(self) -> None:
        """Show how far it is, now and then."""
        costs = self.history.costs[-1:]
        words = [f"epoch {self.epoch + 1} of {self.settings.epochs}", *(f"cost {cost:.4g}" for cost in costs)]
        self.progress.look(self.done, ", ".join(words))
        self.next_look = self.done + self.progress.pace

    def record(self) -> None:
        """The costs after an epoch.  Raises Diverged where one, or a parameter, is no number."""
        __tracebackhide__ = True
        self.steps.write_back()
        cost = self.interrupts.allow(self.cost)
        if not (np.isfinite(cost) and np.isfinite(self.params.vector).all()):
            raise Diverged
        self.history.points.append((self.epoch, cost))
        if self.is_best_so_far():
            self.kept.vector[:], self.kept_epoch = self.params.vector, self.epoch

    def is_best_so_far(self) -> bool:
        """By the cost of the validation data, which is recorded; without them, the latest is the best."""
        __tracebackhide__ = True
        if self.settings.validation is None:
            return True
        before = min(self.validation.costs, default=np.inf)
        cost = self.interrupts.allow(mean_cost, self.settings.model, self.params, *self.settings.validation)
        self.validation.points.append((self.epoch, cost))
        return cost < before

    def cost(self) -> float:
        """What training lowers, over all training examples: the mean loss, and the penalty."""
        __tracebackhide__ = True
        model = self.settings.model
        return mean_cost(model, self.params, self.X, self.Y) + model.penalty(self.params, self.Y.shape[1])

    def interrupted(self) -> FitResult:
        """What was best so far, by the validation data; without them, what was learned so far."""
        self.interrupts.accept()
        self.steps.write_back()
        where = f"Stopped in epoch {min(self.epoch + 1, self.settings.epochs)} of {self.settings.epochs}"
        if self.settings.validation is not None:
            return self.result(self.kept, f"{where}: here is the best so far, from epoch {self.kept_epoch}.")
        return self.result(self.params, f"{where}: here is what was learned so far.")

    def result(self, params: Parameters, note: str = "") -> FitResult:
        """What `fit_epochs` gives back."""
        return FitResult(params, self.history, note, self.done, self.validation, self.steps.optimizer)

    def would_lower_the_cost(self, learning_rate: float) -> bool:
        """A trial of one epoch from the same start, in the same order."""
        rng = deepcopy(self.first_rng)
        settings = replace(self.settings, learning_rate=learning_rate, epochs=1, rng=rng)
        settings = replace(settings, validation=None, patience=None, callback=None)
        trial = EpochTraining(settings, self.start, self.X, self.Y, self.interrupts)
        try:
            trial.descend()
        except Diverged:
            return False
        return trial.history.costs[-1] < trial.history.costs[0]
