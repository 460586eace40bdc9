"""fit(): gradient descent on any model, with its history; stopping early never loses what was learned.

Notebook 02, "The loop"; Nielsen, Neural Networks and Deep Learning (2015), chapter 1.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache

import numpy as np
from threadpoolctl import ThreadpoolController

from helpers.networks.model import Model
from helpers.parameters import Parameters
from helpers.training.history import FitResult
from helpers.training.interrupts import Interrupts, cell
from helpers.training.loop import Callback, Settings, Training
from helpers.training.span import Span, worthwhile
from helpers.validation import (
    Array,
    Layers,
    check_count,
    check_learning_rate,
    checking,
)


def fit(
    model: Model,
    params: Layers,
    X: Array,
    Y: Array,
    *,
    learning_rate: float,
    iterations: int,
    record_every: int | None = None,
    in_span: bool | None = None,
    callback: Callback | None = None,
) -> FitResult:
    """Train `model` by full-batch gradient descent from `params`, which stay as they are.

    X: (n, m), Y: (1, m) or (C, m).  The cost is recorded every `record_every` iterations (by default some 200 times).
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
    start = Parameters(params)
    settings = Settings(model, learning_rate, iterations, record_every, callback)
    _check(settings, start, X, Y, in_span)
    if in_span is None:
        units = start[0][0].size // len(X)
        known = callback is None and model.runs_on_formulas
        in_span = known and worthwhile(X.shape[0], X.shape[1], units, iterations)
    X, Y = (array.astype(start.vector.dtype, copy=False) for array in (X, Y))
    with Interrupts() as interrupts, quick():
        run = _run_in_span if in_span else _run
        result = run(settings, start, X, Y, interrupts)
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
    shrunk = (1 - settings.learning_rate * settings.model.l2 / X.shape[1]) ** result.updates
    return replace(result, params=span.lift(result.params, small_start, start, shrunk))


def _check(settings: Settings, params: Parameters, X: Array, Y: Array, in_span: bool | None) -> None:
    __tracebackhide__ = True
    model = settings.model
    model.check(params, X, Y)
    check_learning_rate(settings.learning_rate)
    if settings.callback is not None and not callable(settings.callback):
        raise TypeError(f"callback is {settings.callback!r:.40}; pass a function of (iteration, params)")
    if in_span and settings.callback is not None:
        raise ValueError("in the span the callback would see another network: leave out in_span or callback")
    check_count(settings.iterations, "iterations")
    if settings.record_every is not None:
        check_count(settings.record_every, "record_every")


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
