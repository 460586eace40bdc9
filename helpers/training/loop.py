"""fit(): gradient descent on any model, with its history; stopping early never loses what was learned.

Notebook 02, "The loop"; Nielsen, Neural Networks and Deep Learning (2015), chapter 1.
"""

import os
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeAlias

import numpy as np
from threadpoolctl import ThreadpoolController
from tqdm import tqdm

from helpers.networks.model import Model
from helpers.parameters import Parameters
from helpers.training.gradient_descent import GradientDescent
from helpers.training.history import FitResult, History
from helpers.training.in_place import InPlaceGradientDescent
from helpers.training.span import Span, worthwhile
from helpers.validation import Array, Layers, check_count, check_examples, check_finite, check_learning_rate, unchecked

Callback: TypeAlias = Callable[[int, Parameters], object]
Descent: TypeAlias = GradientDescent | InPlaceGradientDescent


class Diverged(ArithmeticError):
    """The cost or a parameter became nan or inf."""


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
    in_span: train in the span of the examples (helpers.training.span: the same numbers, sooner); None: where that pays.
    callback(iteration, params) runs before each update and sees the network as it is, so nothing is done in the span.
    Interrupted, or at nan or inf, fit says so and returns what was learned so far.
    Raises ValueError or TypeError for input that does not fit, in a sentence that says how to mend it.
    """
    start = Parameters(params)
    _check(model, start, X, Y, learning_rate, iterations, record_every)
    if in_span is None:
        units = start[0][0].size // len(X)
        in_span = callback is None and worthwhile(X.shape[0], X.shape[1], units, iterations)
    X, Y = (array.astype(start.vector.dtype, copy=False) for array in (X, Y))
    loop = _Loop(model, learning_rate, iterations, record_every or max(1, iterations // 200), callback)
    with _one_thread(), unchecked(), np.errstate(all="ignore"):
        result = _run_in_span(loop, start, X, Y) if in_span else loop.run(start, X, Y)
    if result.note:
        print(result.note)
    return result


def _run_in_span(loop: "_Loop", start: Parameters, X: Array, Y: Array) -> FitResult:
    span = Span.of(X, loop.model.features_axis)
    small_start = span.project(start)
    result = loop.run(small_start, span.R, Y)
    shrunk = (1 - loop.learning_rate * loop.model.l2 / X.shape[1]) ** result.updates
    return replace(result, params=span.lift(result.params, small_start, start, shrunk))


@dataclass
class _Loop:
    """Forward, cost now and then, backward, update: the loop itself, behind the doors."""

    model: Model
    learning_rate: float
    iterations: int
    every: int
    callback: Callback | None = None
    done: int = 0

    def run(self, start: Parameters, X: Array, Y: Array) -> FitResult:
        params, last_finite, history = start.copy(), start.copy(), History()
        steps = self.steps(params, X, Y)
        try:
            self.descend(steps, history, last_finite)
        except KeyboardInterrupt:
            steps.write_back()
            note = f"Stopped after {self.done:,} of {self.iterations:,} iterations: here is what was learned so far."
            return FitResult(params, history, note, self.done)
        except Diverged:
            return FitResult(last_finite, history, self.explain(start, X, Y), max(history.iterations, default=0))
        return FitResult(params, history, updates=self.done)

    def steps(self, params: Parameters, X: Array, Y: Array) -> Descent:
        """What moves `params`: in place while every function is ours, else as they are written."""
        if self.model.fast_path is not None and self.model.fast_path.serves(self.model):
            return InPlaceGradientDescent(self.model, params, X, Y, self.learning_rate)
        return GradientDescent(self.model, params, X, Y, self.learning_rate)

    def descend(self, steps: Descent, history: History, last_finite: Parameters) -> None:
        """Move downhill; `good` follows: the last parameters whose cost was a number."""
        for i in _progress(self.iterations):
            steps.forward()
            if i % self.every == 0:
                self.record(i, steps, history, last_finite)
            if self.callback is not None:
                steps.write_back()
                self.callback(i, steps.params)
            steps.descend()
            self.done = i + 1
        steps.forward()
        self.record(self.done, steps, history, last_finite)

    def record(self, i: int, steps: Descent, history: History, last_finite: Parameters) -> None:
        cost = steps.cost()
        steps.write_back()
        if not (np.isfinite(cost) and np.isfinite(steps.params.vector).all()):
            raise Diverged
        history.points.append((i, cost))
        last_finite.vector[:] = steps.params.vector

    def explain(self, start: Parameters, X: Array, Y: Array) -> str:
        """One sentence on a training that left the numbers, with a smaller rate that was tried and works."""
        message = (
            f"At iteration {self.done:,} the cost was no longer a number, with the learning rate {self.learning_rate:g}"
        )
        for smaller in self.learning_rate * 0.1 ** np.arange(1, 9):
            steps = min(self.iterations, 100)
            trial = replace(self, learning_rate=float(smaller), iterations=steps, every=steps, callback=None)
            if trial.lowers_the_cost(start, X, Y):
                return (
                    f"{message}. It is too large: {smaller:.1g} works. Returned is the last state with a finite cost."
                )
        return f"{message}, and no smaller rate lowers it: look at the gradient. Returned is the last finite state."

    def lowers_the_cost(self, start: Parameters, X: Array, Y: Array) -> bool:
        history = History()
        try:
            self.descend(self.steps(start.copy(), X, Y), history, start.copy())
        except Diverged:
            return False
        return history.costs[-1] < history.costs[0]


def _check(
    model: Model, params: Parameters, X: Array, Y: Array, learning_rate: float, iterations: int, every: int | None
) -> None:
    model.check_layers(params)
    axis = model.features_axis
    check_examples(X, params[0][0].shape[axis])
    check_finite(X, "X")
    model.check_labels(Y, X.shape[1], params[-1][0].shape[1 - axis])
    check_learning_rate(learning_rate)
    check_count(iterations, "iterations")
    if every is not None:
        check_count(every, "record_every")


def _progress(iterations: int) -> Iterable[int]:
    """A progress bar for work of more than two seconds; none while notebooks are built or tested."""
    silent = os.environ.get("COURSE_TEST") == "1"
    return tqdm(range(iterations), desc="training", delay=2, leave=False, disable=silent)


@cache
def _blas() -> ThreadpoolController:
    return ThreadpoolController()


def _one_thread() -> AbstractContextManager[object]:
    """Small products are several times slower on two threads than on one."""
    limits: AbstractContextManager[object] = _blas().limit(limits=1)
    return limits
