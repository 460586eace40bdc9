"""train_epochs: a step for each mini-batch, epoch after epoch."""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.training.inputs import EPOCHS
from helpers.training.batches import mini_batches
from helpers.training.optimizers import momentum_step
from helpers.training.train_epochs import train_epochs
from helpers.validation import Array, Function

Rng = np.random.Generator
Batches = list[tuple[Array, Array]]


def _loop(
    batches: Function = mini_batches,
    step: Function = momentum_step,
    rates_to: Function = lambda rates: rates,
    fresh: str = "never",
    whole: bool = False,
    old: bool = False,
) -> Callable[..., Array]:
    """The loop with one thing in it that is wrong.

    batches, step: in place of ours; rates_to: other rates; fresh: how often the velocity begins at 0 again
    whole: is dw that of all examples?  old: is it taken where the epoch began?
    """

    def wrong(
        w: Array, gradient: Function, X: Array, Y: Array, rates: Array, beta: float, size: int, rng: Rng
    ) -> Array:
        v = np.zeros(w.shape)
        for rate in rates_to(rates):
            v, first = (np.zeros(w.shape) if fresh == "epoch" else v), w
            for X_batch, Y_batch in batches(X, Y, size, rng):
                v = np.zeros(w.shape) if fresh == "batch" else v
                X_seen, Y_seen = (X, Y) if whole else (X_batch, Y_batch)
                w, v = step(w, v, gradient(first if old else w, X_seen, Y_seen), rate, beta)
        return w

    return wrong


def _picked(pick: Callable[[Batches], Batches]) -> Function:
    """Some of the mini-batches of an epoch."""
    return lambda X, Y, size, rng: pick(list(mini_batches(X, Y, size, rng)))


def _cut(X: Array, Y: Array, size: int, rng: Rng) -> Batches:
    """The examples as they stand."""
    return [(X[:, k : k + size], Y[:, k : k + size]) for k in range(0, X.shape[1], size)]


def _steps(order: Callable[[Array, Batches], list[Any]]) -> Callable[..., Array]:
    """The mini-batches of one epoch, and steps at rates with them in another order: order(rates, batches)."""

    def wrong(
        w: Array, gradient: Function, X: Array, Y: Array, rates: Array, beta: float, size: int, rng: Rng
    ) -> Array:
        v = np.zeros(w.shape)
        for rate, batch in order(rates, list(mini_batches(X, Y, size, rng))):
            w, v = momentum_step(w, v, gradient(w, *batch), rate, beta)
        return w

    return wrong


def _seeded(seed: int) -> Mistake:
    return Mistake(
        _loop(lambda X, Y, size, rng: mini_batches(X, Y, size, np.random.default_rng(seed))),
        "Each epoch makes a generator of its own, so all have the same order. Draw from the rng that comes as an "
        "argument.",
    )


TRAIN_EPOCHS = Exercise(
    reference=train_epochs,
    section="Digits, read",
    returns="w",
    cases=EPOCHS,
    hints=(
        "Two loops, one in the other: for each epoch its rate, and for each mini-batch a step. What comes before both?",
        "The velocity begins at 0, once: v = np.zeros(w.shape). Then for rate in rates.",
        "In that loop the second one: for X_batch, Y_batch in mini_batches(X, Y, batch_size, rng). "
        "So each epoch has a new order.",
        "In it two lines: dw = gradient(w, X_batch, Y_batch), then w, v = momentum_step(w, v, dw, rate, beta). "
        "After both loops: return w.",
    ),
    mistakes=(
        Mistake(
            lambda w, *_: w.copy(),
            "This is w as it came. Each step gives a new one, which must be kept.",
        ),
        Mistake(
            _loop(_picked(lambda batches: batches[:1]), rates_to=lambda rates: rates[:1]),
            "Only one step is taken. Is return inside the loops? It comes after both.",
        ),
        Mistake(
            _loop(rates_to=lambda rates: rates[:1]),
            "Only the first epoch counts. Is return inside the loop? Or are the mini-batches drawn once, and used up? "
            "Each epoch draws them anew.",
        ),
        Mistake(
            _loop(_picked(lambda batches: batches[:1])),
            "Only the first mini-batch of each epoch is used. Go through all of them.",
        ),
        Mistake(
            _loop(_picked(lambda batches: batches[-1:])),
            "Only the last mini-batch of each epoch is used. Does the step stand after the inner loop? Move it inside.",
        ),
        Mistake(
            _loop(lambda X, Y, size, rng: [(X, Y)]),
            "There is one step an epoch, on all examples: batch gradient descent. Take a step for each mini-batch.",
        ),
        Mistake(
            _loop(whole=True),
            "dw is that of all the examples, in every step. Each step looks at its own mini-batch only.",
        ),
        Mistake(
            _loop(old=True),
            "dw is taken where the epoch began. w has moved since: take it where w is now.",
        ),
        Mistake(
            _loop(lambda X, Y, size, rng: [b for b in mini_batches(X, Y, size, rng) if b[0].shape[1] == size]),
            "A mini-batch that is smaller is dropped. Every example comes once in an epoch.",
        ),
        Mistake(
            _loop(_cut),
            "The examples come as they stand, in no new order. Your mini_batches shuffles them.",
        ),
        Mistake(
            _loop(lambda X, Y, size, rng: _cut(X[:, rng.permutation(X.shape[1])], Y, size, rng)),
            "X is shuffled, and Y is not: the labels belong to other examples. Your mini_batches keeps them together.",
        ),
        Mistake(
            _steps(lambda rates, batches: [(rate, batch) for rate in rates for batch in batches]),
            "All epochs have the same mini-batches. Draw them anew in each epoch, inside the outer loop.",
        ),
        *map(_seeded, (0, 1, 42)),
        Mistake(
            _loop(fresh="batch"),
            "These are plain steps, without momentum. The velocity begins at 0 once, before both loops, and each step "
            "needs that of the last one.",
        ),
        Mistake(
            _loop(fresh="epoch"),
            "The velocity begins at 0 again in each epoch. It begins once, before both loops.",
        ),
        Mistake(
            _loop(rates_to=lambda rates: np.full(len(rates), rates[0])),
            "All epochs have the first rate. Each has its own: go through rates.",
        ),
        Mistake(
            _loop(rates_to=lambda rates: np.full(len(rates), rates[-1])),
            "All epochs have the last rate. Each has its own: go through rates.",
        ),
        Mistake(
            _loop(rates_to=lambda rates: rates[::-1]),
            "The rates come in the reverse order. The first epoch has the first one.",
        ),
        Mistake(
            _loop(rates_to=lambda rates: rates[:-1]),
            "The last epoch is missing. There are as many epochs as rates.",
        ),
        Mistake(
            _loop(rates_to=lambda rates: rates[1:]),
            "The first epoch is missing. There are as many epochs as rates.",
        ),
        Mistake(
            _steps(lambda rates, batches: [(rate, batch) for batch in batches for rate in rates]),
            "The loops are nested the other way round: each mini-batch has all its epochs at once. Epochs are outside.",
        ),
        Mistake(
            _loop(step=lambda w, v, dw, rate, beta: momentum_step(w, v, -dw, rate, beta)),
            "The steps go uphill. A step subtracts the gradient, and momentum_step does so already.",
        ),
        Mistake(
            _loop(step=lambda w, v, dw, rate, beta: momentum_step(w, v, dw, beta, rate)),
            "The rate and beta have changed places in momentum_step. The rate comes first.",
        ),
        Mistake(
            _loop(step=lambda w, v, dw, rate, beta: (momentum_step(w, v, dw, rate, beta), v)),
            "momentum_step returns two things, w and v, and both went into w. Give each its name.",
        ),
        Mistake(
            _loop(step=lambda w, v, dw, rate, beta: momentum_step(w, v, dw, rate, beta)[::-1]),
            "w and v have changed places: momentum_step returns w first. Take them in that order.",
        ),
        Mistake(
            _steps(lambda rates, batches: list(zip(rates, batches, strict=False))),
            "Each mini-batch has the next rate, in one loop. A rate is that of a whole epoch: use two loops.",
        ),
    ),
)
