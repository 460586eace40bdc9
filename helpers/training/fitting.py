"""fit() and fit_epochs(): training of any model, on all examples at once or on mini-batches, with its history.

Stopping early never loses what was learned.
Notebook 02, "The loop"; Nielsen, Neural Networks and Deep Learning (2015), chapter 1.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
from threadpoolctl import ThreadpoolController

from helpers.networks.model import Model
from helpers.parameters import Parameters
from helpers.training.batches import mini_batches
from helpers.training.checks import checked, checked_epochs
from helpers.training.early_stopping import should_stop
from helpers.training.epochs import EpochSettings, EpochTraining
from helpers.training.history import FitResult
from helpers.training.interrupts import Interrupts, cell
from helpers.training.loop import Callback, Rate, Settings, Training
from helpers.training.optimizers import GradientDescent, Optimizer
from helpers.training.schedules import rate_at
from helpers.training.span import Span, worthwhile
from helpers.validation import Array, Layers, checking


def fit(
    model: Model,
    params: Layers,
    X: Array,
    Y: Array,
    *,
    learning_rate: Rate,
    iterations: int,
    record_every: int | None = None,
    in_span: bool | None = None,
    callback: Callback | None = None,
    optimizer: Optimizer | None = None,
) -> FitResult:
    """Train `model` on all examples at once from `params`, which stay as they are.

    X: (n, m), Y: (1, m) or (C, m).  learning_rate: a number, or a function of the iteration.
    optimizer: gradient descent, or Momentum() or Adam(); it stays as it is.
    The cost is recorded every `record_every` iterations (by default some 200 times).
    in_span: train in the span of the examples (`span`: the same numbers, sooner); None: where that helps and every
    function is a formula of the course, ours or yours that was found right: for other rules it need not hold.
    callback(iteration, params) runs before each update and sees the network as it is, so nothing is done in the span.
    Interrupted (■, Ctrl-C), or at nan or inf, fit says so and returns what was learned so far.  After an interrupt the
    next fit of the same cell raises KeyboardInterrupt at once, so that one interrupt ends a cell of many trainings;
    in a script, where there are no cells, the next fit does.
    Raises ValueError or TypeError for input that does not fit, in a sentence that says how to fix it.
    """
    __tracebackhide__ = True
    cell.check()
    settings = Settings(model, learning_rate, iterations, record_every, callback, optimizer or GradientDescent())
    start, X, Y = checked(settings, params, X, Y, in_span)
    if in_span is None:
        units = start[0][0].size // len(X)
        known = callback is None and model.runs_on_formulas and settings.optimizer.linear
        in_span = known and worthwhile(X.shape[0], X.shape[1], units, iterations)
    with Interrupts() as interrupts, quick():
        run = _run_in_span if in_span else _run
        return _told(run(settings, start, X, Y, interrupts))


def fit_epochs(
    model: Model,
    params: Layers,
    X: Array,
    Y: Array,
    *,
    learning_rate: Rate,
    epochs: int,
    batch_size: int,
    rng: np.random.Generator,
    optimizer: Optimizer | None = None,
    validation: tuple[Array, Array] | None = None,
    patience: int | None = None,
    stop: Callable[..., Any] = should_stop,
    batches: Callable[..., Any] = mini_batches,
    callback: Callback | None = None,
) -> FitResult:
    """Train `model` on mini-batches from `params`, which stay as they are.

    X: (n, m), Y: (1, m) or (C, m).  rng draws the order of the examples.
    learning_rate: a number, or a function of the epoch.
    The cost of all training data, and of `validation` (X, Y), is recorded at the start and after each epoch.
    patience: stop when stop(validation costs, patience) says so, and return what was best on the validation data.
    batches(X, Y, batch_size, rng), stop: a learner's own go there.  callback(epoch, params) runs after each epoch.
    Interrupted, it returns the best so far by the validation data, or without them what was learned so far; at nan or
    inf, what there was after the last epoch before.  Raises ValueError or TypeError as `fit` does.
    Notebook 06, "Mini-batches".
    """
    __tracebackhide__ = True
    cell.check()
    settings = EpochSettings(
        model,
        learning_rate,
        epochs,
        batch_size,
        rng,
        optimizer or GradientDescent(),
        validation,
        patience,
        stop,
        batches,
        callback,
    )
    start, X, Y = checked_epochs(settings, params, X, Y)
    with Interrupts() as interrupts, quick():
        return _told(EpochTraining(settings, start, X, Y, interrupts).run())


def _told(result: FitResult) -> FitResult:
    """The same, once its note is printed."""
    if result.note:
        print(result.note)
    return result


def _run(settings: Settings, start: Parameters, X: Array, Y: Array, interrupts: Interrupts) -> FitResult:
    __tracebackhide__ = True
    return Training(settings, start, X, Y, interrupts).run()


def _run_in_span(settings: Settings, start: Parameters, X: Array, Y: Array, interrupts: Interrupts) -> FitResult:
    __tracebackhide__ = True
    span = Span.of(X, settings.model.features_axis)
    small_start = span.project(start)
    result = _run(settings, small_start, span.R, Y, interrupts)
    return replace(result, params=span.lift(result.params, small_start, start, _left_of_start(settings, X, result)))


def _left_of_start(settings: Settings, X: Array, result: FitResult) -> float:
    """What an L2 penalty has left of the start outside the span, where it alone moves the weights: a share."""
    share, optimizer, decay = np.ones(1), deepcopy(settings.optimizer), settings.model.l2 / X.shape[1]
    for iteration in range(result.updates if decay else 0):
        share += optimizer.move(share, decay * share, rate_at(settings.learning_rate, iteration))
    return float(share[0])


@cache
def _blas() -> ThreadpoolController:
    return ThreadpoolController()


@contextmanager
def quick() -> Iterator[None]:
    """What was checked is not checked in each step, nan is looked for now and then, and one thread does the products.

    Small products are several times slower on two.
    """
    with _blas().limit(limits=1), checking(False), np.errstate(all="ignore"):
        yield
