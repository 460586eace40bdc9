"""A shape X-ray: every array of a network, its shape, and why it has that one.

Notebook 04, "Shapes".
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from helpers.validation import Array, Layers, pairs


class Row(NamedTuple):
    """One array: what it is called, its shape, and why."""

    name: str
    shape: tuple[int, ...]
    why: str

    def __str__(self) -> str:
        return f"{self.name:<4} {self.shape!s:<12} {self.why}"


def explain_shapes(params: Layers, X: Array, Y: Array | None = None) -> None:
    """Print name, shape and reason of every array on the way forward, and with labels Y on the way back too.

    A layer that does not fit is named with what it must be; nothing after it can be worked out.
    """
    print("\n".join(map(str, shapes(params, X, Y))))


def shapes(params: Layers, X: Array, Y: Array | None = None) -> list[Row]:
    """The rows that `explain_shapes` prints."""
    params = [(np.asarray(W), np.asarray(b)) for W, b in pairs(params, "params")]
    way_up = list(_forward(params, np.asarray(X)))
    fits = not any(row.why.startswith("✗") for row in way_up)
    return way_up + (list(_backward(params, np.asarray(X), np.asarray(Y))) if fits and Y is not None else [])


def _forward(params: Layers, X: Array) -> Iterator[Row]:
    if X.ndim != 2:
        yield Row("X", X.shape, "✗ examples go in columns: X must be (features, examples)")
        return
    n, m = X.shape
    yield Row("X", X.shape, f"{_count(n, 'feature')} for each of {_count(m, 'example')}, one example a column")
    for layer, (W, b) in enumerate(params, 1):
        below = f"A{layer - 1}" if layer > 1 else "X"
        yield _weights(layer, W, n, below)
        if np.ndim(W) != 2 or W.shape[1] != n:
            return
        yield _bias(layer, b, len(W))
        if np.shape(b) != (len(W), 1):
            return
        yield Row(f"Z{layer}", (len(W), m), f"{W.shape} times {(n, m)}; b{layer} is added to every column")
        n = len(W)
        yield Row(f"A{layer}", (n, m), f"the activation goes element by element: as Z{layer}")


def _weights(layer: int, W: Any, n: int, below: str) -> Row:
    name, shape = f"W{layer}", np.shape(W)
    if len(shape) != 2:
        return Row(name, shape, f"✗ a row for each unit, a column for each row of {below}: it must be (units, {n})")
    if shape[1] != n:
        turned = f": pass {name}.T" if shape[0] == n else ""
        return Row(name, shape, f"✗ {below} has {_count(n, 'row')}, so it must be ({shape[0]}, {n}){turned}")
    return Row(name, shape, f"{_count(shape[0], 'unit')}, each with a weight for the {_count(n, 'row')} of {below}")


def _bias(layer: int, b: Any, units: int) -> Row:
    name, shape = f"b{layer}", np.shape(b)
    if shape != (units, 1):
        return Row(name, shape, f"✗ one for each unit, standing up: it must be ({units}, 1)")
    return Row(name, shape, "one for each unit: a column, stretched over all examples")


def _backward(params: Layers, X: Array, Y: Array) -> Iterator[Row]:
    m, last = X.shape[1], len(params)
    if Y.shape != (len(params[-1][0]), m):
        yield Row("Y", Y.shape, f"✗ a label for each output and example: it must be ({len(params[-1][0])}, {m})")
        return
    yield Row("Y", Y.shape, f"as A{last}: a label for each output and example")
    for layer in range(last, 0, -1):
        (W, b), above = params[layer - 1], f"{layer + 1}"
        units, n = W.shape
        below = f"A{layer - 1}" if layer > 1 else "X"
        why = (
            f"as Z{layer}"
            if layer == last
            else f"W{above}.T {params[layer][0].shape[::-1]} times dZ{above}: as Z{layer}"
        )
        yield Row(f"dZ{layer}", (units, m), why)
        yield Row(f"dW{layer}", W.shape, f"dZ{layer} {(units, m)} times {below}.T {(m, n)}: as W{layer}")
        yield Row(f"db{layer}", np.shape(b), f"dZ{layer} summed over the examples, keepdims: as b{layer}")


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"
