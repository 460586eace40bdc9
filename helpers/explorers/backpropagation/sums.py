"""How one number of an array comes about: which entries of which arrays made it, and its sum, factor by factor.

`0.7 × (−0.45) + (−0.6) × 0.32 = −0.507`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.explorers.backpropagation.passes import LAYERS, Index, Passes, below
from helpers.validation import Array
from helpers.wording import decimal

ALL = slice(None)


@dataclass(frozen=True)
class Operand:
    """An array that goes in: what it is called, its numbers, which of them are used, and the sign before it."""

    label: str
    values: Array
    used: Any
    sign: str = ""

    @property
    def lit(self) -> Array:
        """True for the numbers that are used."""
        mask = np.zeros(self.values.shape, bool)
        mask[self.used] = True
        return mask


@dataclass(frozen=True)
class Made:
    """How an entry is made: the formula of its array, what goes in, the sum with its numbers, and in words."""

    formula: str
    operands: Sequence[Operand]
    sum: str
    words: str


def made(passes: Passes, name: str, index: Index) -> Made:
    """How entry `index` of the array `name` (Z1, A1, dA2, dZ2, dW3, db1 ...) comes about."""
    kind, layer = name.rstrip("123"), int(name[-1])
    if name == "dA3":
        return _start(passes, *index)
    return _KINDS[kind](passes, layer, *index)


def number(value: float) -> str:
    """Three decimals at most: "0.7", "−0.125", "2"."""
    text = decimal(value, 3)
    return text.rstrip("0").rstrip(".")


def _factor(value: float) -> str:
    return f"({number(value)})" if number(value).startswith("−") else number(value)


def _products(left: Array, right: Array) -> str:
    others = [f"{_factor(a)} × {_factor(b)}" for a, b in zip(left[1:], right[1:], strict=True)]
    return " + ".join([f"{number(left[0])} × {_factor(right[0])}", *others])


def _plus(values: Sequence[float]) -> str:
    return " + ".join([number(values[0]), *map(_factor, values[1:])])


def _mean(text: str, m: int) -> str:
    return text if m == 1 else f"({text}) / {m}"


def _score(passes: Passes, layer: int, j: int, e: int) -> Made:
    W, A, b = (passes.arrays[name] for name in (f"W{layer}", below(layer), f"b{layer}"))
    return Made(
        f"W{layer} · {below(layer)} + b{layer}",
        [
            Operand(f"W{layer}", W, (j, ALL)),
            Operand(below(layer), A, (ALL, e), "·"),
            Operand(f"b{layer}", b, (j, 0), "+"),
        ],
        f"{_products(W[j], A[:, e])} + {_factor(b[j, 0])}",
        "weight × what comes in, for each connection, plus the bias",
    )


def _output(passes: Passes, layer: int, j: int, e: int) -> Made:
    Z, g = passes.arrays[f"Z{layer}"], passes.gs[layer - 1].name
    return Made(
        f"{g}(Z{layer})", [Operand(f"Z{layer}", Z, (j, e))], f"{g}({number(Z[j, e])})", "the activation of the score"
    )


def _start(passes: Passes, j: int, e: int) -> Made:
    A, Y = passes.arrays["A3"], passes.Y
    a, y = number(A[j, e]), number(Y[j, e])
    operands = [Operand("Y", Y, (j, e)), Operand("A3", A, (j, e), ",")]
    return Made("−Y/A3 + (1 − Y)/(1 − A3)", operands, f"−{y}/{a} + (1 − {y})/(1 − {a})", "the slope of the loss")


def _error_of_output(passes: Passes, layer: int, j: int, e: int) -> Made:
    W, dZ = passes.arrays[f"W{layer + 1}"], passes.arrays[f"dZ{layer + 1}"]
    return Made(
        f"W{layer + 1}ᵀ · dZ{layer + 1}",
        [Operand(f"W{layer + 1}ᵀ", W.T, (j, ALL)), Operand(f"dZ{layer + 1}", dZ, (ALL, e), "·")],
        _products(W[:, j], dZ[:, e]),
        "weight × error behind it, summed over all paths",
    )


def _error_of_score(passes: Passes, layer: int, j: int, e: int) -> Made:
    dA, slope, g = passes.arrays[f"dA{layer}"], passes.arrays[f"slope{layer}"], passes.gs[layer - 1].name
    behind, words = number(dA[j, e]), "error behind the activation × its slope"
    if layer < len(LAYERS):
        paths = _error_of_output(passes, layer, j, e)
        behind, words = f"({paths.sum})", f"({paths.words}) × slope"
    return Made(
        f"dA{layer} * {g}′(Z{layer})",
        [Operand(f"dA{layer}", dA, (j, e)), Operand(f"{g}′(Z{layer})", slope, (j, e), "*")],
        f"{behind} × {_factor(slope[j, e])}",
        words,
    )


def _weight(passes: Passes, layer: int, j: int, i: int) -> Made:
    dZ, A = passes.arrays[f"dZ{layer}"], passes.arrays[below(layer)]
    over = " / m" if passes.m > 1 else ""
    return Made(
        f"dZ{layer} · {below(layer)}ᵀ{over}",
        [Operand(f"dZ{layer}", dZ, (j, ALL)), Operand(f"{below(layer)}ᵀ", A.T, (ALL, i), "·")],
        _mean(_products(dZ[j], A[i]), passes.m),
        "error behind the connection × what came in" + (", the mean of all examples" if over else ""),
    )


def _bias(passes: Passes, layer: int, j: int, _: int) -> Made:
    dZ = passes.arrays[f"dZ{layer}"]
    formula = f"row sums of dZ{layer} / m" if passes.m > 1 else f"dZ{layer}"
    words = "the error" + (", the mean of all examples" if passes.m > 1 else "")
    return Made(formula, [Operand(f"dZ{layer}", dZ, (j, ALL))], _mean(_plus(list(dZ[j])), passes.m), words)


_KINDS = {
    "Z": _score,
    "A": _output,
    "dA": _error_of_output,
    "dZ": _error_of_score,
    "dW": _weight,
    "db": _bias,
}
