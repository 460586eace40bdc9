"""All the weights and biases of a network as views of one flat vector.

Moving the vector moves every weight: an update is one line, and a gradient check is one loop.
Notebook 04, "One vector"; the same trick is in most optimisers.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from helpers.validation import Array, Layers, numbers, pairs


class Parameters(Sequence[tuple[Array, Array]]):
    """A list of layers (W, b) whose arrays are views of `vector`.

    >>> params = Parameters([(np.zeros((2, 1)), 0.0)])
    >>> params.vector[:] = [1, 2, 3]
    >>> [(w, b)] = params
    >>> w.tolist(), b.tolist()
    ([[1.0], [2.0]], 3.0)
    """

    def __init__(self, layers: Layers, dtype: Any = None) -> None:
        if dtype is not None and np.dtype(dtype).kind != "f":
            raise TypeError(f"the dtype is {np.dtype(dtype)}; weights are fractions: pass np.float64 or np.float32")
        named = enumerate(pairs(layers, "a network"), 1)
        arrays = [numbers(array, f"{kind}{k}") for k, layer in named for kind, array in zip("Wb", layer, strict=True)]
        self.shapes = [array.shape for array in arrays]
        self.vector: Array = flatten(layers).astype(dtype or np.result_type(np.float32, *arrays))
        self.layers = self._views()

    def _views(self) -> list[tuple[Array, Array]]:
        sizes = [int(np.prod(shape)) for shape in self.shapes]
        pieces = np.split(self.vector, np.cumsum(sizes)[:-1])
        views = [piece.reshape(shape) for piece, shape in zip(pieces, self.shapes, strict=True)]
        return list(zip(views[::2], views[1::2], strict=True))

    def __len__(self) -> int:
        return len(self.layers)

    def __getitem__(self, index: Any) -> Any:
        return self.layers[index]

    def __iter__(self) -> Iterator[tuple[Array, Array]]:
        return iter(self.layers)

    def __repr__(self) -> str:
        shapes = ", ".join(f"W{k} {W.shape} b{k} {b.shape}" for k, (W, b) in enumerate(self.layers, 1))
        return f"Parameters({shapes}: {self.vector.size} numbers)"

    def __reduce__(self) -> tuple[Any, ...]:
        return Parameters, (self.layers, self.vector.dtype)  # copied or pickled, the arrays are views again

    def copy(self) -> "Parameters":
        """The same numbers in a vector of their own."""
        return Parameters(self.layers, self.vector.dtype)


def flatten(layers: Layers) -> Array:
    """All the numbers of `layers` in one vector: W1, b1, W2, b2, ..."""
    if isinstance(layers, Parameters):
        return layers.vector
    return np.concatenate([np.ravel(array) for layer in layers for array in layer])
