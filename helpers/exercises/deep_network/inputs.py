"""What the functions of notebook 05 are tried on: layers that differ and layers that are square, one to four."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers import deep
from helpers.activations import Activation, identity, leaky_relu, relu, sigmoid, tanh
from helpers.exercises.exercise import Work
from helpers.exercises.labels import EachLayer
from helpers.validation import Array, Layers

CACHE = ("A_prev", "W", "Z", "A")
CACHES = EachLayer(tuple(f"{name}, layer {{l}}" for name in CACHE), name="caches", item="cache {l}")
ACTIVATIONS = EachLayer("g{l}")

_rng = np.random.default_rng(9)
RELU, SIGMOID, TANH, LEAKY = relu, sigmoid, tanh, leaky_relu


def _softsign(Z: Array) -> Array:
    """z / (1 + |z|): an activation that no one has hard-coded."""
    return np.asarray(Z / (1 + np.abs(Z)))


SOFTSIGN = Activation(_softsign, lambda Z: 1 / (1 + np.abs(Z)) ** 2, lambda A: (1 - np.abs(A)) ** 2, name="softsign")


def _layer(n: int, n_prev: int) -> tuple[Array, Array]:
    return _rng.normal(size=(n, n_prev)).round(2), _rng.normal(size=(n, 1)).round(2)


_SIZES = [
    (1, 1, 1),
    (2, 1, 2),
    (2, 2, 2),
    (3, 2, 4),
    (2, 4, 3),
    (3, 2, 1),
    (1, 3, 4),
    (4, 3, 5),
    (5, 3, 7),
]  # n, n_prev, m
_SCALES = (1, 1, 1, 1, 1, 1, 0.001, 300, 1)
LAYERS: list[Any] = [
    (scale * _rng.normal(size=(k, m)).round(2), *_layer(n, k)) for (n, k, m), scale in zip(_SIZES, _SCALES, strict=True)
]
_GS = (RELU, SIGMOID, TANH, RELU, SIGMOID, LEAKY, SOFTSIGN, TANH, RELU)
BLOCKS = [(*layer, g) for layer, g in zip(LAYERS, _GS, strict=True)]
_CACHES = [deep.layer_forward(*block)[1] for block in BLOCKS]
BACK_LINEAR = [((2 * _rng.normal(size=cache[2].shape)).round(2), cache) for cache in _CACHES]
BACK_BLOCKS = [(dA, cache, g) for (dA, cache), g in zip(BACK_LINEAR, _GS, strict=True)]


def _network(*sizes: int) -> Layers:
    return [_layer(n, k) for k, n in zip(sizes, sizes[1:], strict=False)]


_NETWORKS = [
    (_network(1, 1), 1, (SIGMOID,)),
    (_network(1, 1, 1, 1), 2, (SIGMOID, TANH, SIGMOID)),
    (_network(1, 2, 1), 2, (TANH, SIGMOID)),
    (_network(2, 3, 1), 4, (RELU, SIGMOID)),
    (_network(3, 4, 2, 1), 5, (RELU, TANH, SIGMOID)),
    (_network(2, 3, 2), 1, (SOFTSIGN, identity)),
    (_network(2, 2), 2, (TANH,)),
    (_network(2, 1, 3, 1), 3, (LEAKY, SOFTSIGN, SIGMOID)),
    (_network(4, 4, 3, 3, 2), 6, (TANH, RELU, TANH, SIGMOID)),
]
NETWORKS: list[Any] = [
    (params, _rng.normal(size=(params[0][0].shape[1], m)).round(2), list(gs)) for params, m, gs in _NETWORKS
]
_FORWARDED = [deep.forward(params, X, gs) for params, X, gs in NETWORKS]
RECURSIONS = [
    ((2 * _rng.normal(size=A.shape)).round(2), caches, gs)
    for (A, caches), (_, _, gs) in zip(_FORWARDED, NETWORKS, strict=True)
]

_TRAINED = [  # sizes, m, hidden activation, learning rate, iterations
    ((1, 1), 1, TANH, 0.5, 2),
    ((2, 2, 1), 2, TANH, 1.0, 1),
    ((2, 3, 1), 3, RELU, 0.3, 3),
    ((3, 2, 2, 1), 4, TANH, 0.5, 5),
    ((2, 1, 1), 1, SIGMOID, 2.0, 4),
    ((1, 4, 1), 6, LEAKY, 0.1, 7),
    ((4, 3, 2), 5, RELU, 0.2, 4),
]
TRAININGS: list[Any] = [
    (
        _network(*sizes),
        _rng.normal(size=(sizes[0], m)).round(2),
        _rng.integers(0, 2, (sizes[-1], m)) * 1.0,
        [*[g] * (len(sizes) - 2), SIGMOID],
        rate,
        iterations,
    )
    for sizes, m, g, rate, iterations in _TRAINED
]


@dataclass(frozen=True)
class Curve:
    """A cost of a vector, with a name to show."""

    name: str
    formula: Any

    @property
    def __name__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return self.name

    def __call__(self, v: Array) -> float:
        """The cost at v."""
        return float(self.formula(np.asarray(v)))


SQUARES = Curve("sum of v**2", lambda v: np.sum(v**2))
CUBES = Curve("sum of v**3", lambda v: np.sum(v**3))
TANGLED = Curve("v0 * v1**2 + sin(sum of v)", lambda v: v[0] * v[1] ** 2 + np.sin(np.sum(v)))
SPREAD = Curve("sum of i * exp(v_i)", lambda v: np.sum(np.arange(1, v.size + 1) * np.exp(v)))
NUDGED: list[Any] = [
    (CUBES, np.array([1.0]), 0.1),
    (SQUARES, np.array([1.0, 2.0]), 0.1),
    (TANGLED, np.array([0.5, -1.0]), 0.2),
    (CUBES, np.array([1.0, -2.0, 0.0]), 0.1),
    (CUBES, np.array([30.0, -0.001, 2.0]), 1e-5),
    (SPREAD, np.array([0.2, -0.3, 0.1, 0.0]), 0.01),
    (SPREAD, np.array([-2.0, -1.0, 1.5, 3.0, 0.5]), 0.25),
]

CALLS = 2500  # of each function in the cell that trains on the cats
_CATS, _CATS_GS = _network(209, 20, 7, 5, 1), [RELU, RELU, RELU, SIGMOID]
_CATS_X = _rng.normal(size=(209, 209))
_CATS_A, _CATS_CACHES = deep.forward(_CATS, _CATS_X, _CATS_GS)
_CATS_DZ = _rng.normal(size=(20, 209))
FORWARD_WORK = Work((_CATS, _CATS_X, _CATS_GS), CALLS)
BACKWARD_WORK = Work((_CATS_A - 1, _CATS_CACHES, _CATS_GS), CALLS)
LAYER_FORWARD_WORK = Work((_CATS_X, *_CATS[0], RELU), CALLS)
LINEAR_BACKWARD_WORK = Work((_CATS_DZ, _CATS_CACHES[0]), CALLS)
LAYER_BACKWARD_WORK = Work((_CATS_DZ, _CATS_CACHES[0], RELU), CALLS)
