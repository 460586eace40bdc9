"""A 2-2-2-1 network with every array of its way forward and of its way back, and each derivative by nudging.

dA and dZ belong to each example's own loss, dW and db to the cost: 1/m stands in dW and db alone.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

import numpy as np

from helpers import deep
from helpers.activations import Activation, relu, sigmoid
from helpers.finite_differences import STEP
from helpers.losses import binary_cross_entropy, binary_cross_entropy_derivative
from helpers.parameters import Parameters
from helpers.validation import Array

Index: TypeAlias = tuple[int, int]

LAYERS = (1, 2, 3)
FORWARD = tuple(f"{kind}{layer}" for layer in LAYERS for kind in ("Z", "A"))
BACK = tuple(f"{kind}{layer}" for layer in LAYERS[::-1] for kind in ("dA", "dZ", "dW", "db"))
WAY = FORWARD + BACK

X = np.array([[1.0, -0.5, 2.0], [0.5, 1.5, -1.0]])
Y = np.array([[1.0, 0.0, 1.0]])
PARAMS: list[tuple[Array, Array]] = [
    (np.array([[0.6, -0.4], [0.3, 0.8]]), np.array([[0.1], [-0.2]])),
    (np.array([[0.7, 0.5], [-0.6, 0.9]]), np.array([[0.2], [0.1]])),
    (np.array([[1.1, -0.8]]), np.array([[-0.3]])),
]
SATURATED = 0.02  # a slope below that lets next to nothing through


@dataclass(frozen=True)
class Passes:
    """The network on its examples, forward and back.  X: (2, m), Y: (1, m)."""

    params: Parameters
    X: Array
    Y: Array
    hidden: Activation = relu

    @property
    def gs(self) -> list[Activation]:
        """One activation a layer."""
        return [self.hidden, self.hidden, sigmoid]

    @property
    def m(self) -> int:
        """How many examples there are."""
        return int(self.X.shape[1])

    @cached_property
    def caches(self) -> list[deep.Cache]:
        """What the way forward keeps."""
        return deep.forward(self.params, self.X, self.gs)[1]

    @cached_property
    def arrays(self) -> dict[str, Array]:
        """X, Y, every W, b, Z, A and slope; dA, dZ, dW and db, by name: "W1", "slope2", "dA3"."""
        found = {"X": self.X, "Y": self.Y}
        for layer, (cache, (W, b), g) in enumerate(zip(self.caches, self.params, self.gs, strict=True), 1):
            values = {"W": W, "b": b, "Z": cache.Z, "A": cache.A, "slope": g.derivative(cache.Z)}
            found |= {f"{kind}{layer}": np.asarray(value) for kind, value in values.items()}
        dA = binary_cross_entropy_derivative(found["A3"], self.Y)
        for layer in reversed(LAYERS):
            dZ = dA * found[f"slope{layer}"]
            found |= {f"dA{layer}": dA, f"dZ{layer}": dZ}
            dA, found[f"dW{layer}"], found[f"db{layer}"] = deep.linear_backward(dZ, self.caches[layer - 1])
        return found

    @cached_property
    def cost(self) -> float:
        """The mean loss."""
        return self._loss() / self.m

    def by_nudging(self, name: str, index: Index) -> float:
        """The derivative `name` (dA2, dW1 ...) in one entry, by nudging that entry of A2, W1 ... up and down.

        Of the example's own loss for dA and dZ, of the cost for dW and db.
        """
        change = self._loss(name[1:], index, STEP) - self._loss(name[1:], index, -STEP)
        return change / (2 * STEP) / (self.m if name[1] in "Wb" else 1)

    def _loss(self, name: str = "", index: Index = (0, 0), by: float = 0.0) -> float:
        """The sum of the losses, when entry `index` of the array `name` is moved and all after it follows."""

        def moved(this: str, array: Array) -> Array:
            if this != name:
                return array
            array = array.copy()
            array[index] += by
            return array

        A = self.X
        for layer, ((W, b), g) in enumerate(zip(self.params, self.gs, strict=True), 1):
            Z = moved(f"Z{layer}", np.dot(moved(f"W{layer}", W), A) + moved(f"b{layer}", b))
            A = moved(f"A{layer}", np.asarray(g(Z)))
        return float(np.sum(binary_cross_entropy(A, self.Y)))

    def blocked(self, layer: int, unit: int, example: int) -> str:
        """Why next to nothing gets through a unit: "dead", "saturated", or "" if something does."""
        slope = float(self.arrays[f"slope{layer}"][unit, example])
        if slope == 0 and self.gs[layer - 1].name == "relu":
            return "dead"
        return "saturated" if slope < SATURATED else ""

    def stepped(self, learning_rate: float) -> "Passes":
        """After one step of descent."""
        params = self.params.copy()
        gradients = [(self.arrays[f"dW{layer}"], self.arrays[f"db{layer}"]) for layer in LAYERS]
        params.vector -= learning_rate * Parameters(gradients).vector
        return replace(self, params=params)


def below(layer: int) -> str:
    """What a layer takes in: "X" or "A1" or "A2"."""
    return f"A{layer - 1}" if layer > 1 else "X"


def usual(hidden: Activation = relu) -> Passes:
    """The network of the panel, on all its examples."""
    return Passes(Parameters(PARAMS), X, Y, hidden)
