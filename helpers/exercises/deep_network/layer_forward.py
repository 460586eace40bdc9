"""layer_forward: scores, activation, and the cache that backward will need."""

from typing import Any

import numpy as np

from helpers import deep
from helpers.activations import Activation, sigmoid
from helpers.exercises.deep_network.inputs import BLOCKS, LAYER_FORWARD_WORK
from helpers.exercises.exercise import Exercise, Mistake
from helpers.validation import Array


def _block(A_prev: Array, W: Array, b: Array, g: Activation, *order: str) -> Any:
    """(A, cache) with the cache's parts in another order, or fewer of them."""
    Z = np.dot(W, A_prev) + b
    parts = {"A_prev": A_prev, "W": W, "b": b, "Z": Z, "A": g(Z)}
    return parts["A"], tuple(parts[name] for name in order)


def _scores(change: Any) -> Any:
    """A block whose scores go wrong: change(A_prev, W, b)."""

    def wrong(A_prev: Array, W: Array, b: Array, g: Activation) -> Any:
        Z = change(A_prev, W, b)
        A = g(Z)
        return A, (A_prev, W, Z, A)

    return wrong


def _other(change: Any) -> Any:
    """A block whose activation goes wrong: change(Z, g)."""

    def wrong(A_prev: Array, W: Array, b: Array, g: Activation) -> Any:
        Z = np.dot(W, A_prev) + b
        A = change(Z, g)
        return A, (A_prev, W, Z, A)

    return wrong


A_ROW = "b is used as a row, so each example gets a bias, and not each unit. As it comes, b is a column: leave it so."

LAYER_FORWARD = Exercise(
    reference=deep.layer_forward,
    section="The forward block",
    returns=("A", ("A_prev", "W", "Z", "A again")),
    all_digits=True,
    work=LAYER_FORWARD_WORK,
    within="forward",
    cases=BLOCKS,
    hints=(
        "Scores first: a weighted sum for each unit and example, plus the unit's bias. Then the activation, which is "
        "called like a function.",
        "W is (n, n_prev) and A_prev is (n_prev, m), so the product in this order is (n, m), the shape of Z. "
        "The column b is stretched over all examples.",
        "Z = np.dot(W, A_prev) + b, then A = g(Z). The cache keeps, in this order, A_prev, W, Z, A.",
        "The last line is: return A, (A_prev, W, Z, A).",
    ),
    mistakes=(
        Mistake(
            _scores(lambda A_prev, W, b: np.dot(W, A_prev)),
            "This is what comes out without the bias. Each unit adds its own.",
        ),
        Mistake(
            _scores(lambda A_prev, W, b: np.dot(W.T, A_prev) + b),
            "W has a row for each unit already. No transpose here: compare the sizes.",
        ),
        Mistake(
            _scores(lambda A_prev, W, b: W * A_prev + b),
            "* multiplies element by element. A score sums over the units below, as a matrix product does.",
        ),
        Mistake(
            _scores(lambda A_prev, W, b: np.dot(W, A_prev + b)),
            "The bias is added to the input, before the weights. It belongs to the product.",
        ),
        Mistake(
            _scores(lambda A_prev, W, b: np.dot(W, A_prev) - b),
            "The bias is subtracted. A score is the weighted sum plus the bias.",
        ),
        Mistake(
            _scores(lambda A_prev, W, b: np.dot(W, A_prev) + np.sum(b)),
            "All biases are added to every unit. Each unit has its own.",
        ),
        Mistake(_scores(lambda A_prev, W, b: np.dot(W, A_prev) + b[:, 0]), A_ROW),
        Mistake(_scores(lambda A_prev, W, b: np.dot(W, A_prev) + b.T), A_ROW),
        Mistake(
            _other(lambda Z, g: Z),
            "The activation is missing: A is still Z. The scores have to go through g.",
        ),
        Mistake(
            _other(lambda Z, g: g(g(Z))),
            "The activation is applied twice. Once is enough.",
        ),
        Mistake(
            _other(lambda Z, g: sigmoid(Z)),
            "Here it is always the sigmoid. Each layer brings its own activation: g.",
        ),
        Mistake(
            _other(lambda Z, g: np.maximum(Z, 0)),
            "Here it is always ReLU. Each layer brings its own activation: g.",
        ),
        Mistake(
            _other(lambda Z, g: np.tanh(Z)),
            "Here it is always tanh. Each layer brings its own activation: g.",
        ),
        Mistake(
            _other(lambda Z, g: g.derivative(Z)),
            "That is the slope g'(Z), which only the way back needs. Forward takes the activation itself.",
        ),
        Mistake(
            lambda A_prev, W, b, g: g(np.dot(W, A_prev) + b),
            "A alone comes back. The way back needs the cache too.",
        ),
        Mistake(
            lambda *block: _block(*block, "A", "W", "Z", "A_prev"),
            "A and A_prev have changed places in the cache. The order is A_prev, W, Z, A.",
        ),
        Mistake(
            lambda *block: _block(*block, "A_prev", "W", "b"),
            "The cache has A_prev, W and b, but not Z and A, from which the slope is computed. Keep A_prev, W, Z, A.",
        ),
        Mistake(
            lambda *block: _block(*block, "A_prev", "W", "b", "Z"),
            "The cache has b where Z should be. backward needs no b: keep A_prev, W, Z, A.",
        ),
        Mistake(
            lambda *block: _block(*block, "W", "A_prev", "Z", "A"),
            "W and A_prev have changed places in the cache. The order is A_prev, W, Z, A.",
        ),
        Mistake(
            lambda *block: _block(*block, "A_prev", "W", "Z"),
            "A is missing in the cache. The slope can be computed from it: keep A_prev, W, Z, A.",
        ),
        Mistake(
            lambda *block: _block(*block, "A_prev", "W", "Z", "Z"),
            "The cache has Z twice, and not A. Keep A_prev, W, Z, A.",
        ),
        Mistake(
            lambda *block: _block(*block, "A", "W", "Z", "A"),
            "The cache has A where A_prev should be. What came into the layer is A_prev.",
        ),
        Mistake(
            lambda A_prev, W, b, g: _block(W, A_prev, b, g, "W", "A_prev", "Z", "A"),
            "W and A_prev have changed places in the scores: this is A_prev times W. (n, n_prev) times (n_prev, m) is "
            "(n, m): the weights come first.",
        ),
    ),
)
