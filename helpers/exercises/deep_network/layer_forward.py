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


def _other(change: Any) -> Any:
    """A block whose activation goes wrong: change(Z, g)."""

    def wrong(A_prev: Array, W: Array, b: Array, g: Activation) -> Any:
        Z = np.dot(W, A_prev) + b
        A = change(Z, g)
        return A, (A_prev, W, Z, A)

    return wrong


LAYER_FORWARD = Exercise(
    reference=deep.layer_forward,
    section="The forward block",
    returns=("A", ("A_prev", "W", "Z", "A again")),
    all_digits=True,
    work=LAYER_FORWARD_WORK,
    within="forward",
    cases=BLOCKS,
    hints=(
        "First Z = linear_forward(A_prev, W, b), then A = g(Z): the activation g is called like a function.",
        "The cache keeps what backward will need, in this order: A_prev, W, Z, A.",
        "The last line is: return A, (A_prev, W, Z, A).",
    ),
    mistakes=(
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
            "W and A_prev have changed places in the scores: this is A_prev times W. Look at the order in "
            "which linear_forward takes them.",
        ),
    ),
)
