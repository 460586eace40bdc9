"""What the functions of notebook 03 are tried on: a single number, rows, vectors, matrices, and scores far out."""

from collections.abc import Callable

import numpy as np

from helpers import activations
from helpers.validation import Array, Layers

_rng = np.random.default_rng(3)


def _columns(*rows: list[float]) -> Array:
    return np.array(rows)


SCORES = [
    (_columns([-2.0]),),
    (_columns([-1.0, 0.4, 3.0]),),
    (np.array([-3.0, 0.5, 2.0]),),
    (_columns([0.3, 1.0, 2.5]),),
    (_columns([-0.3, -1.0, -2.5]),),
    (_columns([-1.5, 0.0, 1.5]),),
    (_columns([-0.001, 0.001, -0.02, 0.02, -1e-5, 1e-5, -1e-9, 1e-9]),),
    (_columns([-2.0, -0.5, 0.2], [0.8, 1.5, 4.0]),),
    (_columns([-800.0, 800.0]),),
    (_rng.normal(0, 2, (5, 8)),),
]

_SLOPES = (0.1, 0.5, 0.2, 0.9, 0.05, 0.25, 0.4, 0.7, 0.01, 0.3)
SCORES_AND_SLOPES = [(Z, slope) for (Z,), slope in zip(SCORES, _SLOPES, strict=True)]


def either_side(Z: Array, slope: float = 0.0) -> tuple[Array, Array]:
    """The slopes of a kinked line: at exactly 0 that of either side is right, and all between them."""
    return np.where(Z > 0, 1.0, slope), np.where(Z >= 0, 1.0, slope)


TANH_OUTPUTS = [
    (_columns([0.5]),),
    (_columns([-0.8, 0.1, 0.6]),),
    (np.array([-0.4, 0.0, 0.9]),),
    (_columns([0.001, 0.3, 0.999]),),
    (_columns([-0.001, -0.3, -0.999]),),
    (_columns([-1.0, -0.5, 0.2], [0.3, 0.7, 1.0]),),
    (_rng.uniform(-1, 1, (5, 8)),),
]


def _layers(*sizes: int) -> Layers:
    """Layers of whole numbers from -3 to 3, easy to follow by hand."""
    pairs = zip(sizes, sizes[1:], strict=False)
    return [(_rng.integers(-3, 4, (n, before)) + 0.5, _rng.integers(1, 5, (n, 1)) * 1.0) for before, n in pairs]


STACKS: list[tuple[Layers]] = [
    ([(np.array([[2.0]]), np.array([[1.0]])), (np.array([[3.0]]), np.array([[-4.0]]))],),
    (_layers(2, 2, 2),),
    (_layers(2, 3, 1),),
    (_layers(3, 2),),
    (_layers(3, 4, 2, 1),),
    (_layers(3, 3, 3, 3, 3),),
]

CLASS_SCORES = [
    (_columns([1.0], [2.0]),),
    (_columns([2.0], [1.0], [-1.0]),),
    (_columns([1.0, 2.0, 0.5], [0.0, 1.0, 2.0]),),
    (_columns([1.0, 3.0, 0.0], [2.0, 0.5, 1.0], [-1.0, 1.0, 4.0]),),
    (_columns([0.001, -3.0], [-0.001, -5.0]),),
    (_columns([3.0, -2.0]),),
    (_columns([0.0, 0.0], [0.0, 2000.0], [0.0, 0.0]),),
    (_columns([0.0, 2000.0], [0.0, 0.0], [2000.0, 0.0]),),
    (_columns([1000.0], [999.0], [998.0]),),
    (_columns([1000.0, -1000.0], [1001.0, -999.0]),),
    (_rng.normal(0, 2, (4, 7)),),
]

WayBack = tuple[Array, list[Array], list[Array], Callable[[Array], Array]]


def _way_back(of: str, m: int, *sizes: int) -> WayBack:
    """A gradient at the last of some layers, their weights, outputs in the range of g, and the slope of g."""
    shapes = list(zip(sizes[1:], sizes, strict=False))
    weights = [np.round(_rng.normal(size=shape), 2) for shape in shapes]
    outputs = [np.round(_rng.uniform(0.05, 0.95, (n, m)), 2) for n, _ in shapes]
    slope = getattr(activations, f"{of}_derivative_from_output")
    return np.round(_rng.normal(size=(sizes[-1], m)), 2), weights, outputs, slope


WAYS_BACK = [
    _way_back("tanh", 1, 1, 1),
    _way_back("tanh", 2, 2, 2, 2),
    _way_back("sigmoid", 3, 2, 3, 1),
    _way_back("tanh", 4, 3, 4, 2, 1),
    _way_back("tanh", 5, 3, 3, 3, 3, 3),
]
