"""What the functions of notebook 04 are tried on: sizes that differ, and sizes that are equal."""

from typing import Any

import numpy as np

from helpers import shallow
from helpers.validation import Array, Layers

_rng = np.random.default_rng(8)


def _network(n0: int, n1: int, n2: int) -> Layers:
    shapes = ((n1, n0), (n1, 1)), ((n2, n1), (n2, 1))
    return [(_rng.normal(size=W).round(2), _rng.normal(size=b).round(2)) for W, b in shapes]


def _labels(n2: int, m: int) -> Array:
    return _rng.integers(0, 2, (n2, m)).astype(float)


SIZES = [(1, 1, 1, 1), (2, 2, 1, 2), (2, 3, 1, 4), (3, 2, 1, 5), (2, 2, 2, 2), (3, 4, 2, 9)]
NETWORKS: list[Any] = [(_network(*sizes), _rng.normal(size=(sizes[0], m)).round(2)) for *sizes, m in SIZES]
_ANSWERS = [(params, X, *shallow.forward(params, X)) for params, X in NETWORKS]
LABELS = [_labels(len(A2), A2.shape[1]) for *_, A2 in _ANSWERS]

GRADIENT_INPUTS = [(params, (A1, A2), X, Y) for (params, X, A1, A2), Y in zip(_ANSWERS, LABELS, strict=True)]
OUTPUTS = [(A1, A2, Y) for (*_, A1, A2), Y in zip(_ANSWERS, LABELS, strict=True)]
HIDDEN = [(A2 - Y, params[1][0], A1, X) for (params, X, A1, A2), Y in zip(_ANSWERS, LABELS, strict=True)]
STEPS = [
    (params, shallow.backward(params, (A1, A2), X, Y), learning_rate)
    for (params, X, A1, A2), Y, learning_rate in zip(_ANSWERS, LABELS, (0.5, 0.1, 1.0, 2.0, 0.3, 0.7), strict=True)
]
EXAMPLES = [(X, Y, len(params[0][0])) for (params, X, *_), Y in zip(_ANSWERS, LABELS, strict=True)]
TRAININGS = [
    (X, Y, n1, learning_rate, iterations, seed)
    for (X, Y, n1), learning_rate, iterations, seed in zip(
        EXAMPLES, (0.5, 1.0, 0.3, 2.0, 1.0, 0.5), (2, 1, 3, 5, 4, 20), (0, 1, 2, 3, 4, 5), strict=True
    )
]
STARTS = [  # n0, n1, n2, seed, scale
    (1, 2, 1, 0, 0.01),
    (2, 3, 1, 1, 0.01),
    (2, 2, 2, 2, 1.0),
    (3, 4, 2, 3, 0.5),
    (5, 4, 3, 4, 0.1),
]
