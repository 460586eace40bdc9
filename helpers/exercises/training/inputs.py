"""What the functions of notebook 06 are tried on."""

from typing import Any

import numpy as np

from helpers.activations import sigmoid, softmax
from helpers.labels import one_hot
from helpers.validation import Array


def _numbers(rng: np.random.Generator, *shape: int) -> Array:
    return np.round(rng.normal(size=shape), 2)


def _examples(n: int, outputs: int, m: int, batch_size: int, seed: int) -> tuple[Any, ...]:
    rng = np.random.default_rng(seed + 100)
    return _numbers(rng, n, m), _numbers(rng, outputs, m), batch_size, np.random.default_rng(seed)


def _velocities(*shape: int, learning_rate: float, beta: float, seed: int) -> tuple[Any, ...]:
    rng = np.random.default_rng(seed)
    return _numbers(rng, *shape), _numbers(rng, *shape), _numbers(rng, *shape), learning_rate, beta


def _units(n: int, m: int, keep: float, seed: int) -> tuple[Any, ...]:
    return _numbers(np.random.default_rng(seed + 100), n, m), keep, np.random.default_rng(seed)


def _masked(n: int, m: int, keep: float, seed: int) -> tuple[Any, ...]:
    rng = np.random.default_rng(seed)
    return _numbers(rng, n, m), rng.random((n, m)) < keep, keep


def _layers(rng: np.random.Generator, sizes: list[int]) -> list[tuple[Array, Array]]:
    pairs = zip(sizes[1:], sizes[:-1], strict=True)
    return [(_numbers(rng, to, of), _numbers(rng, to, 1)) for to, of in pairs]


def _penalised(sizes: list[int], l2: float, m: int, seed: int) -> tuple[Any, ...]:
    rng = np.random.default_rng(seed)
    return _layers(rng, sizes), _layers(rng, sizes), l2, m


def _classes(*labels: int, C: int) -> tuple[Any, ...]:
    return np.array(labels), C


def _answered(C: int, labels: list[int], seed: int, sharp: float = 1.0) -> tuple[Any, ...]:
    """Probabilities of C classes for so many examples, the more certain, the sharper."""
    scores = sharp * np.random.default_rng(seed).normal(size=(C, len(labels)))
    return softmax(scores), one_hot(np.array(labels), C)


def slope_of_squares(w: Array, X: Array, Y: Array) -> Array:
    """The slope of the mean of (w.T x - y)^2, half of it."""
    return np.dot(X, np.dot(X.T, w) - Y[0]) / X.shape[1]


def slope_of_log_loss(w: Array, X: Array, Y: Array) -> Array:
    """The slope of one sigmoid unit's cost."""
    return np.dot(X, sigmoid(np.dot(X.T, w)) - Y[0]) / X.shape[1]


def _epochs(gradient: Any, n: int, m: int, rates: list[float], beta: float, batch_size: int, seed: int) -> Any:
    rng = np.random.default_rng(seed + 100)
    w, X, Y = _numbers(rng, n), _numbers(rng, n, m), rng.integers(0, 2, (1, m)) * 1.0
    return w, gradient, X, Y, np.array(rates), beta, batch_size, np.random.default_rng(seed)


LABELS = [  # labels, C
    _classes(0, C=1),
    _classes(1, C=3),
    _classes(0, 1, C=2),
    _classes(2, 0, 1, C=3),
    _classes(1, 3, 1, C=5),  # the last class never comes
    _classes(3, 2, 2, 0, 1, C=4),
    _classes(2, 0, 4, 4, 1, 3, 0, 2, C=9),
]
ANSWERED = [  # A, Y
    _answered(2, [1], seed=1),
    _answered(3, [0, 2], seed=2),
    _answered(3, [2, 0, 1], seed=3),
    _answered(4, [3, 1, 1], seed=4),
    _answered(2, [1, 0, 1, 0], seed=5, sharp=15.0),  # nearly certain, and some of it wrong
    _answered(3, [0, 1, 2, 2, 0], seed=7, sharp=15.0),
    _answered(5, [4, 0, 2, 3, 3, 1], seed=6),
]
EPOCHS = [  # w, gradient, X, Y, rates, beta, batch_size, rng
    _epochs(slope_of_squares, 1, 1, [0.5], 0.5, 1, seed=1),
    _epochs(slope_of_squares, 1, 3, [0.4, 0.2], 0.5, 2, seed=2),
    _epochs(slope_of_log_loss, 2, 4, [1.0, 0.5, 0.25], 0.9, 2, seed=3),
    _epochs(slope_of_log_loss, 2, 5, [0.5, 0.4], 0.0, 2, seed=4),  # no momentum
    _epochs(slope_of_squares, 3, 3, [0.1, 0.3, 0.2], 0.8, 9, seed=5),  # one batch, smaller than batch_size
    _epochs(slope_of_log_loss, 3, 7, [2.0, 1.0, 0.5, 0.1], 0.7, 3, seed=6),
]
BATCHES = [  # X, Y, batch_size, rng
    _examples(1, 1, 4, 2, seed=1),
    _examples(2, 1, 5, 2, seed=2),
    _examples(2, 3, 6, 6, seed=4),
    _examples(2, 2, 3, 8, seed=5),  # one batch, smaller than batch_size
    _examples(4, 2, 5, 1, seed=6),
    _examples(3, 2, 7, 3, seed=3),
]
STEPS = [  # w, v, dw, learning_rate, beta
    _velocities(1, learning_rate=0.5, beta=0.5, seed=1),
    _velocities(3, learning_rate=0.1, beta=0.9, seed=2),
    _velocities(5, learning_rate=2.0, beta=0.0, seed=3),
    _velocities(4, learning_rate=0.3, beta=0.7, seed=4),
    _velocities(2, 3, learning_rate=0.05, beta=0.8, seed=5),
]
RATES = [  # learning_rate, decay, epoch
    (0.5, 0.25, 0),
    (0.5, 0.25, 1),
    (1.0, 0.5, 2),
    (0.3, 0.1, 7),
    (2.0, 1.5, 3),
    (0.1, 0.0, 12),
]
DROPPED = [  # A, keep, rng
    _units(2, 3, 0.5, seed=2),
    _units(3, 2, 0.7, seed=1),
    _units(4, 5, 0.8, seed=3),
    _units(3, 6, 0.25, seed=4),
    _units(5, 4, 1.0, seed=5),  # nothing is silent
]
DROPPED_BACK = [  # dA, mask, keep
    _masked(2, 3, 0.5, seed=1),
    _masked(3, 2, 0.7, seed=2),
    _masked(3, 5, 0.25, seed=4),
    _masked(4, 5, 0.8, seed=3),
]
VALIDATION_COSTS = [  # costs, patience
    (np.array([0.5]), 1),
    (np.array([0.5, 0.6]), 1),
    (np.array([0.5, 0.4, 0.4]), 1),  # equal is not beaten
    (np.array([0.5, 0.4, 0.45, 0.43]), 2),
    (np.array([0.5, 0.4, 0.45, 0.43]), 3),
    (np.array([0.5, 0.6, 0.55, 0.3]), 2),  # beaten just now, after a long time
    (np.array([0.9, 0.4, 0.6, 0.5, 0.45]), 3),  # falls, and is still above the lowest
    (np.array([0.9, 0.5, 0.7, 0.5, 0.6]), 3),  # reached again, not beaten
    (np.array([0.9, 0.4, 0.8, 0.7, 0.6]), 2),  # lower than two epochs ago, and that was not the lowest
    (np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.55]), 2),
]
PENALISED = [  # gradients, params, l2, m
    _penalised([1, 1], 0.5, 2, seed=1),
    _penalised([2, 1], 0.1, 4, seed=2),
    _penalised([2, 3, 1], 3.0, 5, seed=3),
    _penalised([3, 4, 2, 4], 1.0, 10, seed=4),
]
