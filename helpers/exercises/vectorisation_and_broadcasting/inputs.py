"""What the functions of notebook 01 are tried on: the smallest arrays first, one example, and shapes that differ."""

import numpy as np

from helpers.labels import one_hot

_rng = np.random.default_rng(3)
IMAGES = [
    (np.array([[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]]),),
    (np.arange(12.0).reshape(2, 2, 3),),
    (np.arange(24.0).reshape(2, 2, 2, 3),),
    (_rng.normal(size=(4, 2, 2)),),
    (_rng.normal(size=(1, 3, 4)),),
    (_rng.normal(size=(6, 3, 4, 3)),),
]
VECTORS = [(np.array([4.0, -1.0]),), (np.array([1.0, 2.0, 3.0]),), (_rng.normal(size=6),)]

_rng = np.random.default_rng(4)
EXAMPLES = [
    (np.array([[2.0]]), np.array([[0.5]])),
    (np.array([[1.0], [3.0]]), np.array([[2.0]])),
    (np.array([[1.0, 2.0, -1.0]]), np.array([[1.0, -1.0, 0.5]])),
    (np.array([[1.0, 2.0], [3.0, 5.0]]), np.array([[1.0, -2.0]])),
    (np.array([[0.001, 0.02], [800.0, 500.0]]), np.array([[3.0, 1.0]])),
    (_rng.normal(size=(3, 5)), _rng.normal(size=(1, 5))),
    (_rng.normal(size=(6, 4)), _rng.normal(size=(1, 4))),
]

_rng = np.random.default_rng(5)
FEATURES = [
    (np.array([[1.0, 3.0]]),),
    (np.array([[1.0, 2.0, 6.0], [10.0, 20.0, 60.0]]),),
    (np.array([[1.0, 2.0, 6.0], [4.0, 0.0, 2.0], [9.0, 1.0, 5.0]]),),
    (np.array([[1.0, 2.0, 4.0, 5.0], [3.0, 3.0, 3.0, 3.0]]),),
    (np.array([[1.0, 2.0, 6.0], [0.1, 0.1, 0.1]]),),  # of which rounding makes a deviation that is not 0
    (np.array([[0.1, 0.2, 0.4, 0.3], [1.0, 5.0, 0.0, 2.0]]),),
    (np.array([[0.1, 0.1, 0.1], [-3.0, -1.0, -5.0]]),),
    (np.array([[0.001, 0.003, 0.002], [800.0, 801.0, 803.0]]),),
    (_rng.normal(size=(5, 8)) * 10 + 3,),
]
COLUMNS = [
    (np.array([[3.0], [4.0]]),),
    (np.array([[3.0, 1.0, 2.0], [4.0, 0.0, -2.0]]),),
    (np.array([[3.0, 1.0], [4.0, 2.0]]),),
    (np.array([[0.001, 800.0], [-0.002, 600.0]]),),
    (np.array([[3e-9, 0.5], [4e-9, 1.0]]),),
    (np.array([[-2.0, 5.0, 0.5]]),),
    (np.array([[0.0, 2.0, 1.0], [0.0, 0.0, 1.0], [0.0, 1.0, 1.0]]),),
    (_rng.normal(size=(4, 7)),),
]

_rng = np.random.default_rng(6)
SCORES = [
    (np.array([[0.0], [1.0]]),),
    (np.array([[1.0, 0.0, 2.0], [0.0, 0.0, -1.0]]),),
    (np.array([[1.0, 0.0], [2.0, -1.0]]),),
    (np.array([[0.001, -3.0], [-0.001, -5.0]]),),
    (np.array([[3.0, -2.0]]),),
    (np.array([[10.0, 0.0], [0.0, 0.0], [0.0, 12.0]]),),
    (np.array([[1.0, 2.0, 0.5], [0.0, 1.0, 3.0], [-1.0, 1.0, 0.0]]),),
    (_rng.normal(0, 3, size=(4, 6)),),
]

_rng = np.random.default_rng(7)
_MANY = _rng.normal(size=(5, 12))
PAIRS = [
    (np.array([[0.0], [0.0]]), np.array([[3.0], [4.0]])),
    (np.array([[0.0, 1.0], [0.0, 1.0]]), np.array([[3.0, 0.0, 1.0], [4.0, 1.0, 1.0]])),
    (np.array([[1.0, 2.0, 4.0]]), np.array([[0.0, 3.0]])),
    (np.array([[0.001], [0.02]]), np.array([[0.0, 800.0], [0.0, 600.0]])),
    (np.array([[2.37], [0.0]]), np.array([[2.37000002], [0.0]])),  # rounding takes the square of the distance below 0
    (_rng.normal(size=(3, 3)), _rng.normal(size=(3, 3))),
    (_rng.normal(size=(4, 2)), _rng.normal(size=(4, 5))),
    (_MANY, _MANY),
]

_rng = np.random.default_rng(8)


def _voted(*labels: int) -> np.ndarray:
    return one_hot(np.array(labels), max(labels) + 1)


VOTES = [
    (np.array([[0.0, 0.1]]), _voted(0, 1), np.array([[0.04]])),
    (np.array([[0.0, 0.1, 0.15], [1.0, 0.9, 1.1]]), _voted(1, 0, 1), np.array([[0.05], [1.0]])),
    (
        np.array([[0.0, 0.1, 0.2], [0.3, 0.1, 0.0]]),
        _voted(2, 0, 1),
        np.array([[0.05, 0.0, 0.2], [0.1, 0.2, 0.25]]),
    ),
    (0.1 * _rng.normal(size=(2, 5)), _voted(0, 1, 2, 1, 0), 0.1 * _rng.normal(size=(2, 3))),
    (0.1 * _rng.normal(size=(4, 3)), _voted(2, 0, 1), 0.1 * _rng.normal(size=(4, 6))),
    (0.1 * _rng.normal(size=(3, 7)), _voted(0, 3, 2, 1, 0, 3, 3), 0.1 * _rng.normal(size=(3, 2))),
]
