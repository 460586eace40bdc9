"""mini_batches: every example once, in a new order, a few at a time."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.labels import EachLayer
from helpers.exercises.training.inputs import BATCHES
from helpers.training.batches import mini_batches
from helpers.validation import Array

Rng = np.random.Generator
Pairs = list[tuple[Array, Array]]


def _cut(X: Array, Y: Array, size: int) -> Pairs:
    """Pairs in the order in which the examples stand."""
    return [(X[:, k : k + size], Y[:, k : k + size]) for k in range(0, X.shape[1], size)]


def _ordered(order: Callable[[Rng, int], Any]) -> Callable[..., Pairs]:
    """Pairs in another order: order(rng, m)."""

    def wrong(X: Array, Y: Array, size: int, rng: Rng) -> Pairs:
        chosen = order(rng, X.shape[1])
        return _cut(X[:, chosen], Y[:, chosen], size)

    return wrong


def _two_orders(X: Array, Y: Array, size: int, rng: Rng) -> Pairs:
    m = X.shape[1]
    return _cut(X[:, rng.permutation(m)], Y[:, rng.permutation(m)], size)


def _order_each_batch(X: Array, Y: Array, size: int, rng: Rng) -> Iterator[tuple[Array, Array]]:
    for k in range(0, X.shape[1], size):
        chosen = rng.permutation(X.shape[1])[k : k + size]
        yield X[:, chosen], Y[:, chosen]


def _last_padded(X: Array, Y: Array, size: int, rng: Rng) -> Pairs:
    order = rng.permutation(X.shape[1])
    order = np.resize(order, -(-len(order) // size) * size)
    return _cut(X[:, order], Y[:, order], size)


MINI_BATCHES = Exercise(
    reference=mini_batches,
    section="Mini-batches",
    returns=EachLayer(("X_batch {l}", "Y_batch {l}"), "batches", item="batch {l}"),
    cases=BATCHES,
    hints=(
        "Shuffle the numbers of the examples, not the arrays: then X and Y can follow the same order.",
        "order = rng.permutation(X.shape[1]), drawn once. order[k:k + batch_size] are the examples of one batch.",
        "for k in range(0, X.shape[1], batch_size) gives the places where batches begin. "
        "A slice that reaches beyond the end is shorter: so the last batch comes by itself.",
        "In the loop: chosen = order[k:k + batch_size], then yield X[:, chosen], Y[:, chosen].",
    ),
    mistakes=(
        Mistake(
            lambda X, Y, size, rng: _cut(X[:, rng.permutation(X.shape[1])], Y, size),
            "X is shuffled, and Y is not: the labels belong to other examples. Take the same order for both.",
        ),
        Mistake(
            lambda X, Y, size, rng: _cut(X, Y[:, rng.permutation(X.shape[1])], size),
            "Y is shuffled, and X is not: the labels belong to other examples. Take the same order for both.",
        ),
        Mistake(
            _two_orders,
            "X and Y have an order each, so the labels belong to other examples. Draw one order, use it for both.",
        ),
        Mistake(
            lambda X, Y, size, rng: _cut(X, Y, size),
            "The examples are not shuffled. Draw their order with rng.permutation.",
        ),
        Mistake(
            _order_each_batch,
            "A new order is drawn for each batch, so that some examples come twice and others never. "
            "Draw it once, before the loop.",
        ),
        Mistake(
            lambda X, Y, size, rng: [pair for pair in mini_batches(X, Y, size, rng) if pair[0].shape[1] == size],
            "The last batch is dropped where it is smaller. Every example comes once in an epoch.",
        ),
        Mistake(
            _last_padded,
            "The last batch is filled up with examples that came before. It may be smaller: every example comes once.",
        ),
        Mistake(
            lambda X, Y, size, rng: list(mini_batches(X, Y, size, rng))[:1],
            "Only the first batch comes: return is inside the loop. Use yield, or collect the pairs in a list.",
        ),
        Mistake(
            _ordered(lambda rng, m: rng.integers(0, m, m)),
            "The examples are drawn with repetition: some come twice, others never. Use rng.permutation.",
        ),
        Mistake(
            _ordered(lambda rng, m: np.random.default_rng(0).permutation(m)),
            "The order is the same in every epoch. Draw it from the rng that comes as an argument.",
        ),
        Mistake(
            _ordered(lambda rng, m: rng.permutation(m)[::-1]),
            "The order is that of rng.permutation(m) from its end. Take it from its beginning.",
        ),
    ),
)
