"""Shallow networks trained in a blink, and what is certain of each: the logic of the hidden-units explorer."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from helpers import datasets, deep, networks
from helpers.activations import as_activation
from helpers.datasets import Dataset
from helpers.metrics import accuracy
from helpers.training import fit
from helpers.training.history import FitResult
from helpers.validation import Array
from helpers.wording import count

STEPS = 2000
EXAMPLES = 200  # to train on, and as many held out


@cache
def data_set(name: str) -> Dataset:
    """200 examples to train on and 200 held out, drawn once."""
    return datasets.load(name, m=EXAMPLES)


@dataclass(frozen=True)
class Trained:
    """A network after training: how often it is right on what it saw and on what it did not, and its dead units."""

    fit: FitResult
    activation: str
    on_train: float
    on_test: float
    dead: int  # hidden units that give 0 on every example, where ReLU has no slope

    @property
    def units(self) -> int:
        """How many hidden units there are."""
        return len(self.fit.params[0][0])

    @property
    def costs(self) -> Array:
        """The cost along the way."""
        return np.array(self.fit.history.costs)

    @property
    def verdict(self) -> str:
        """What stands out, in a sentence: the first of `CASES` that holds, or nothing."""
        return next((sentence(self) for holds, sentence in CASES if holds(self)), "")


def train(
    units: int, learning_rate: float, activation: str, data: str, scale: float, seed: int, steps: int = STEPS
) -> Trained:
    """Train 2-units-1 from weights of standard deviation `scale`, in float32, which is twice as quick."""
    examples = data_set(data)
    model = networks.deep_network([activation, "sigmoid"])
    start = deep.initialize([2, units, 1], seed, scale, np.float32)
    every = steps // 50 | 1  # odd, or a cost that goes up and down from step to step would look smooth
    result = fit(
        model, start, examples.X, examples.Y, learning_rate=learning_rate, iterations=steps, record_every=every
    )
    on_train = accuracy(model.predict(result.params, examples.X), examples.Y)
    on_test = accuracy(model.predict(result.params, examples.X_test), examples.Y_test)
    W1, b1 = result.params[0]
    A1 = as_activation(activation)(np.dot(W1, examples.X) + b1)
    dead = int(np.sum(~A1.any(axis=1))) if activation == "relu" else 0
    return Trained(result, activation, on_train, on_test, dead)


def cannot_start(run: Trained) -> bool:
    """Are all weights still zero?  Then so are all of their gradients."""
    return not any(W.any() for W, _ in run.fit.params)


def equal_units(run: Trained) -> bool:
    """Do several hidden units compute one and the same function?"""
    layer = np.hstack(run.fit.params[0])
    return run.units > 1 and np.allclose(layer, layer[0], atol=1e-6)


def restless(run: Trained) -> bool:
    """Does the cost rise by a hundredth or more, three times or oftener, in the last quarter of the way?"""
    last = run.costs[-len(run.costs) // 4 :]
    return int(np.sum(np.diff(last) > 0.01 * last[:-1])) >= 3


def overfits(run: Trained) -> bool:
    """Is the gap between the two shares more than three standard errors of their difference?"""
    variance = sum(share * (1 - share) / EXAMPLES for share in (run.on_train, run.on_test))
    return run.on_train - run.on_test > 3 * variance**0.5


def still_falling(run: Trained) -> bool:
    """Did the cost fall by a fiftieth or more over the last fifth of the way?"""
    return bool(run.costs[-1] < 0.98 * run.costs[-len(run.costs) // 5])


def straight(run: Trained) -> str:
    """Why the boundary is a straight line."""
    if run.activation == "identity":
        return "Without a curved activation all layers together are one: it cuts along a straight line."
    return "One hidden unit can only cut along a straight line."


def some_dead(run: Trained) -> str:
    """How many units are dead."""
    return f"Dead, with 0 on every example and no slope to learn from: {count(run.dead, 'hidden unit')}."


Case = tuple[Callable[[Trained], bool], Callable[[Trained], str]]
CASES: tuple[Case, ...] = (
    (
        lambda run: bool(run.fit.note),
        lambda run: "Then the cost is no longer a number: the learning rate is too large.",
    ),
    (cannot_start, lambda run: "All its weights are zero, and so are their gradients: it can't start to learn."),
    (
        lambda run: run.dead == run.units,
        lambda run: "All its hidden units are dead: 0 on every example, so only the last bias can still learn.",
    ),
    (equal_units, lambda run: "All its hidden units are equal: together they do no more than one."),
    (
        lambda run: run.costs[-1] > 1.01 * run.costs[0],
        lambda run: f"The cost is higher than at the start, {run.costs[0]:.3f}: the learning rate is too large.",
    ),
    (restless, lambda run: "The cost still goes up and down: the learning rate is too large for it to settle."),
    (lambda run: run.activation == "identity" or run.units == 1, straight),
    (overfits, lambda run: "The gap between the two is wider than chance explains: it overfits."),
    (
        lambda run: run.on_train < 0.8 and still_falling(run),
        lambda run: "It underfits so far: the cost is still falling when the training ends.",
    ),
    (lambda run: run.on_train < 0.8, lambda run: "It underfits, and the cost hardly falls any more."),
    (lambda run: run.dead > 0, some_dead),
)
