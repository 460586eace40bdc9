"""initialize: small random weights, zero biases."""

from typing import Any

import numpy as np

from helpers import shallow
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.labels import PARAMS
from helpers.exercises.shallow_network.inputs import STARTS
from helpers.validation import Array


def _layers(W1: Any, b1: Any, W2: Any, b2: Any) -> Any:
    return [(W1, b1), (W2, b2)]


def _drawn(n0: int, n1: int, n2: int, seed: int, scale: float) -> tuple[Array, Array]:
    rng = np.random.default_rng(seed)
    return scale * rng.standard_normal((n1, n0)), scale * rng.standard_normal((n2, n1))


def _zero(n1: int, n2: int) -> tuple[Array, Array]:
    return np.zeros((n1, 1)), np.zeros((n2, 1))


def _right(n0: int, n1: int, n2: int, seed: int, scale: float) -> Any:
    (W1, W2), (b1, b2) = _drawn(n0, n1, n2, seed, scale), _zero(n1, n2)
    return _layers(W1, b1, W2, b2)


def _second_first(n0: int, n1: int, n2: int, seed: int, scale: float) -> Any:
    rng = np.random.default_rng(seed)
    W2, W1 = scale * rng.standard_normal((n2, n1)), scale * rng.standard_normal((n1, n0))
    return _layers(W1, np.zeros((n1, 1)), W2, np.zeros((n2, 1)))


def _random_biases(n0: int, n1: int, n2: int, seed: int, scale: float) -> Any:
    rng = np.random.default_rng(seed)
    return [(scale * rng.standard_normal((n, k)), scale * rng.standard_normal((n, 1))) for n, k in ((n1, n0), (n2, n1))]


def _drawn_by(draw: Any, scaled: bool = True) -> Any:
    def wrong(n0: int, n1: int, n2: int, seed: int, scale: float) -> Any:
        rng, by = np.random.default_rng(seed), scale if scaled else 1.0
        W1, W2 = by * draw(rng, (n1, n0)), by * draw(rng, (n2, n1))
        return _layers(W1, np.zeros((n1, 1)), W2, np.zeros((n2, 1)))

    return wrong


def _same_seed_twice(n0: int, n1: int, n2: int, seed: int, scale: float) -> Any:
    W1 = scale * np.random.default_rng(seed).standard_normal((n1, n0))
    W2 = scale * np.random.default_rng(seed).standard_normal((n2, n1))
    return _layers(W1, np.zeros((n1, 1)), W2, np.zeros((n2, 1)))


def _turned(n0: int, n1: int, n2: int, seed: int, scale: float) -> Any:
    rng = np.random.default_rng(seed)
    W1, W2 = scale * rng.standard_normal((n0, n1)), scale * rng.standard_normal((n1, n2))
    return _layers(W1, np.zeros((n1, 1)), W2, np.zeros((n2, 1)))


def _rank_one(n0: int, n1: int, n2: int, seed: int, scale: float) -> Any:
    (W1, W2) = _drawn(n0, n1, n2, seed, scale)
    return _layers(W1, np.zeros(n1), W2, np.zeros(n2))


def _rows(n0: int, n1: int, n2: int, seed: int, scale: float) -> Any:
    (W1, W2) = _drawn(n0, n1, n2, seed, scale)
    return _layers(W1, np.zeros((1, n1)), W2, np.zeros((1, n2)))


def _tuple_to_randn(n0: int, n1: int, n2: int, seed: int, scale: float) -> Any:
    sizes: Any = (n1, n0)
    return _layers(np.random.randn(sizes) * scale, 0, 0, 0)


INITIALIZE = Exercise(
    reference=shallow.initialize,
    section="Symmetry",
    returns=PARAMS,
    by_name=("seed", "scale"),
    cases=STARTS,
    hints=(
        "W[l] has a row for each of its units, a column for each number that comes in: W1 (n1, n0), W2 (n2, n1).",
        "rng = np.random.default_rng(seed) draws the numbers: rng.standard_normal((rows, columns)) gives "
        "normal ones. Times scale they are small.",
        "W1 = scale * rng.standard_normal((n1, n0)) first, then W2 = scale * rng.standard_normal((n2, n1)).",
        "Biases may be zero, since the weights differ: b1 = np.zeros((n1, 1)), b2 = np.zeros((n2, 1)). "
        "Return [(W1, b1), (W2, b2)].",
    ),
    mistakes=(
        Mistake(
            _drawn_by(lambda rng, shape: np.zeros(shape)),
            "All weights are zero. Then all hidden units are equal, and stay equal: they have to be drawn at random.",
        ),
        Mistake(
            _drawn_by(lambda rng, shape: np.ones(shape)),
            "All weights are equal, so all hidden units do the same, and always will. They have to be drawn at random.",
        ),
        Mistake(
            _drawn_by(lambda rng, shape: rng.standard_normal(shape), scaled=False),
            "The weights are not multiplied by scale. With large weights tanh is flat, and learns slowly.",
        ),
        Mistake(
            _drawn_by(lambda rng, shape: rng.random(shape)),
            "rng.random draws from 0 to 1, never below 0. Needed are normal numbers, centred on 0.",
        ),
        Mistake(
            _drawn_by(lambda rng, shape: rng.uniform(-1, 1, shape)),
            "These are uniform numbers. Needed are normal ones.",
        ),
        Mistake(
            _second_first,
            "W2 is drawn before W1, so with the same seed other numbers come out. Draw W1 first.",
        ),
        Mistake(
            _random_biases,
            "The biases are random too. They may be, but need not: here they start at zero.",
        ),
        Mistake(
            _same_seed_twice,
            "A new generator with the same seed draws the same numbers again, so W2 repeats W1. Use one rng for both.",
        ),
        Mistake(
            _turned,
            "The weights are transposed. W1 has a row for each hidden unit: (n1, n0), and W2 is (n2, n1).",
        ),
        Mistake(
            _rank_one,
            "The biases have rank 1, neither row nor column. A bias is a column, one number for each unit.",
        ),
        Mistake(
            _rows,
            "The biases are rows. A bias is a column, with a number for each unit, beside the rows of W.",
        ),
        Mistake(
            _tuple_to_randn,
            "A tuple was given where separate sizes are wanted, as by np.random.randn. The functions of "
            "rng take the shape as one tuple.",
        ),
        Mistake(
            lambda n0, n1, n2, seed, scale: _right(n0, n1, n2, seed, scale)[:1],
            "The second layer is missing. A network is a list with a pair for each layer.",
        ),
        Mistake(
            lambda n0, n1, n2, seed, scale: [part for layer in _right(n0, n1, n2, seed, scale) for part in layer],
            "The numbers are right, but in one flat list. Each layer is a pair.",
        ),
        Mistake(
            lambda n0, n1, n2, seed, scale: _right(n0, n1, n2, seed, scale**0.5),
            "scale is the standard deviation, not the variance. Multiply by scale itself, without the root.",
        ),
    ),
)
