"""What the functions of notebook 02 are tried on: one feature, one example, a square X, different sizes."""

import numpy as np

from helpers.exercises.exercise import Work
from helpers.exercises.labels import EachLayer
from helpers.validation import Array, Layers

PARAMS, GRADIENTS = EachLayer(("w", "b")), EachLayer(("dw", "db"))  # one layer, without a number


def _layer(*numbers: float) -> Layers:
    """[(w, b)] or [(dw, db)] from the weights and, last, the bias."""
    *w, b = numbers
    return [(np.array(w).reshape(-1, 1), np.array([[b]]))]


def _row(*numbers: float) -> Array:
    return np.array([numbers])


_rng = np.random.default_rng(2)
_MANY = [(_rng.normal(size=(5, 1)), np.array([[-0.4]]))]
_MANY_X = _rng.normal(size=(5, 40))
_MANY_A = _rng.uniform(0.05, 0.95, (1, 40))
_MANY_Y = (_rng.uniform(size=(1, 40)) < 0.6) * 1.0

SCORES = [
    (_row(2.0),),
    (_row(-1.0, 0.4, 3.0),),
    (np.array([-3.0, 0.5, 2.0]),),
    (_row(0.3, 1.0, 2.5),),
    (_row(-0.3, -1.0, -2.5),),
    (_row(-0.001, 0.0, 0.001),),
    (_row(-40.0, 40.0),),
    (np.array([[-2.0, -0.5, 0.2], [0.8, 1.5, 4.0]]),),
    (_row(-800.0, 800.0),),
    (_rng.normal(0, 2, (5, 8)),),
]

NETWORKS = [
    (_layer(2.0, -0.5), _row(1.5)),
    (_layer(1.0, -2.0, 0.5), np.array([[1.0], [0.6]])),
    ([(np.array([[2.0]]), -1.0)], _row(-1.0, 0.6, 2.0)),
    (_layer(1.0, 0.0), _row(0.001, -0.001, 0.02)),
    (_layer(1.0, 2.0, 1.0), np.array([[1.0, 0.5, 2.0], [0.3, 2.0, 1.0]])),
    (_layer(40.0, -20.0, 0.0), np.array([[20.0, 0.0, 1.0], [0.0, 40.0, 1.9]])),
    (_layer(1.0, -2.0, 0.5), np.array([[1.0, -1.0], [2.0, 0.3]])),
    (_layer(1.0, -2.0, 0.5), np.array([[1.0, -1.0, 2.0], [0.6, 1.0, -0.5]])),
    (_MANY, _MANY_X),
]

ANSWERS = [
    (_row(0.8), _row(1.0)),
    (_row(0.3), _row(0.0)),
    (_row(0.9, 0.4, 0.2), _row(1.0, 0.0, 1.0)),
    (_row(0.999, 0.001, 0.98), _row(0.0, 1.0, 0.0)),
    (_row(0.9, 0.8, 0.95), _row(1.0, 1.0, 1.0)),
    (_row(0.01, 0.2, 0.999), _row(0.0, 0.0, 1.0)),
    (_row(0.6, 0.1), _row(0.0, 1.0)),
    (_row(0.7, 0.2, 0.6), _row(1.0, 0.0, 0.0)),
    (_MANY_A, _MANY_Y),
]

_NEAR = 8e-9  # clipping at 1e-8 changes its logarithm, at 1e-12 nothing
COSTS = [*ANSWERS[:-1], (_row(_NEAR, 1 - _NEAR), _row(1.0, 0.0)), ANSWERS[-1]]

_MODERATE = [(params, X) for params, X in NETWORKS if np.abs(X).max() < 20]  # no probability is exactly 0 or 1
_THRESHOLDS = (0.5, 0.3, 0.5, 0.5, 0.9, 0.5, 0.2, 0.6)
CUTS = [(params, X, threshold) for (params, X), threshold in zip(_MODERATE, _THRESHOLDS, strict=True)]
CUTS.insert(4, (_layer(1.0, -2.0, 1.0), np.array([[1.0, 3.0, 2.0], [1.0, 2.0, 1.0]]), 0.5))  # scores 0, 0 and 1

EXAMPLES = [(params, A, X, Y) for (params, X), (A, Y) in zip(NETWORKS, ANSWERS, strict=True)]

STEPS = [
    (_layer(2.0, 1.0), _layer(0.5, -1.0), 0.1),
    (_layer(1.0, -2.0, 0.5), _layer(3.0, -1.0, 2.0), 0.5),
    (_layer(1.0, 0.0, -1.0, 0.2), [(np.array([[0.1], [-0.4], [0.7]]), 0.3)], 0.01),
    (_MANY, [(_rng.normal(size=(5, 1)), np.array([[0.25]]))], 2.0),
]

RUNS = [
    (_row(1.5), _row(1.0), 0.5, 3),
    (np.array([[1.0, -2.0], [0.5, 1.0]]), _row(1.0, 0.0), 0.3, 4),
    (np.array([[1.0, -1.0, 2.0], [0.6, 1.0, -0.5]]), _row(1.0, 0.0, 1.0), 0.2, 4),
    (np.array([[-2.0, 0.5, 1.0, 3.0]]), _row(0.0, 1.0, 0.0, 1.0), 2.0, 5),
    (_MANY_X, _MANY_Y, 0.3, 20),
]


_CATS = (_rng.normal(size=(209, 1)), np.array([[0.1]])), _rng.normal(size=(209, 209))
_CATS_A, _CATS_Y = _rng.uniform(0.1, 0.9, (1, 209)), (_rng.uniform(size=(1, 209)) < 0.5) * 1.0
FORWARD_WORK = Work(([_CATS[0]], _CATS[1]), calls=4000)
BACKWARD_WORK = Work(([_CATS[0]], _CATS_A, _CATS[1], _CATS_Y), calls=4000)


def scores(params: Layers, X: Array) -> Array:
    """Z = w.T X + b, (1, m): where most mistakes begin."""
    [(w, b)] = params
    return np.asarray(np.dot(w.T, X) + b)
