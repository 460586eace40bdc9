"""What the functions of notebook 04 are tried on: sizes that differ, and sizes that are equal."""

from typing import Any

import numpy as np

from helpers import shallow
from helpers.exercises.exercise import Work
from helpers.validation import Array, Layers

_rng = np.random.default_rng(8)


def _network(n0: int, n1: int, n2: int) -> Layers:
    shapes = ((n1, n0), (n1, 1)), ((n2, n1), (n2, 1))
    return [(_rng.normal(size=W).round(2), _rng.normal(size=b).round(2)) for W, b in shapes]


def _labels(n2: int, m: int) -> Array:
    return _rng.integers(0, 2, (n2, m)).astype(float)


def _times(params: Layers, factor: float) -> Layers:
    return [(factor * W, b) for W, b in params]


SIZES = [(1, 1, 1, 1), (2, 2, 1, 2), (2, 3, 1, 4), (3, 2, 1, 5), (2, 2, 2, 2), (2, 3, 1, 1), (3, 4, 2, 9)]
NETWORKS: list[Any] = [(_network(*sizes), _rng.normal(size=(sizes[0], m)).round(2)) for *sizes, m in SIZES]
NETWORKS[1:1] = [
    (_times(_network(2, 2, 1), 30.0), np.array([[0.5, 2.0], [1.0, 20.0]])),  # far from 0, all of one sign
    (_times(_network(1, 2, 1), 0.01), np.array([[0.001, -0.001, 0.0]])),  # close to 0
]
_ANSWERS = [(params, X, *shallow.forward(params, X)) for params, X in NETWORKS]
LABELS = [_labels(len(A2), A2.shape[1]) for *_, A2 in _ANSWERS]

GRADIENT_INPUTS = [(params, (A1, A2), X, Y) for (params, X, A1, A2), Y in zip(_ANSWERS, LABELS, strict=True)]
OUTPUTS = [(A1, A2, Y) for (*_, A1, A2), Y in zip(_ANSWERS, LABELS, strict=True)]
HIDDEN = [(A2 - Y, params[1][0], A1, X) for (params, X, A1, A2), Y in zip(_ANSWERS, LABELS, strict=True)]
_RATES = (0.5, 0.1, 1.0, 2.0, 0.3, 0.7, 0.2, 1.5, 0.05)
STEPS = [
    (params, shallow.backward(params, (A1, A2), X, Y), learning_rate)
    for (params, X, A1, A2), Y, learning_rate in zip(_ANSWERS, LABELS, _RATES, strict=True)
]
STEPS[4] = STEPS[4][0], _times(STEPS[4][1], 100.0), 0.02  # a steep place
EXAMPLES = [(X, Y, len(params[0][0])) for (params, X, *_), Y in zip(_ANSWERS, LABELS, strict=True)]
TRAININGS = [
    (X, Y, n1, learning_rate, iterations, seed)
    for (X, Y, n1), learning_rate, iterations, seed in zip(
        EXAMPLES, (0.5, 1.0, 40.0, 0.3, 2.0, 1.0, 0.5, 0.1, 0.4), (2, 1, 3, 5, 4, 8, 6, 7, 20), range(9), strict=True
    )
]
_XOR = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]]), np.array([[0.0, 1.0, 1.0, 0.0]])
TRAININGS.insert(4, (*_XOR, 2, 1.0, 60, 1))  # a plateau: the cost hardly moves, and training goes on
STARTS = [  # n0, n1, n2, seed, scale
    (1, 2, 1, 0, 0.01),
    (2, 1, 1, 6, 0.001),
    (3, 5, 1, 7, 3.0),
    (2, 3, 1, 1, 0.01),
    (2, 2, 2, 2, 1.0),
    (3, 4, 2, 3, 0.5),
    (5, 4, 3, 4, 0.1),
]

CALLS = 40_000  # of each function in the cells that train networks of many sizes
_MANY, _MANY_X = _network(2, 10, 1), _rng.normal(size=(2, 400))
_MANY_A1, _MANY_A2 = shallow.forward(_MANY, _MANY_X)
_MANY_Y = _labels(1, 400)
FORWARD_WORK = Work((_MANY, _MANY_X), CALLS)
OUTPUT_WORK = Work((_MANY_A1, _MANY_A2, _MANY_Y), CALLS)
HIDDEN_WORK = Work((_MANY_A2 - _MANY_Y, _MANY[1][0], _MANY_A1, _MANY_X), CALLS)
