"""Dropout in a network: hidden activations that silence some of their outputs while it trains."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from helpers.activations import Activation
from helpers.dropout import dropout_backward, dropout_forward
from helpers.validation import Array, Function, check_rng, is_number


@dataclass(frozen=True)
class Dropout:
    """How much stays of each hidden layer's output while a network trains: Dropout([0.8, 0.5], rng).

    keep: one number a hidden layer, above 0 and up to 1, where nothing is silent.  rng: draws the masks.
    forward, backward: a learner's own in place of ours.  Notebook 06, "Dropout".
    """

    keep: Sequence[float]
    rng: np.random.Generator
    forward: Function = dropout_forward
    backward: Function = dropout_backward

    def __post_init__(self) -> None:
        for keep in self.keep:
            if not is_number(keep) or not 0 < keep <= 1:
                raise ValueError(f"keep is {keep!r}; it must be a number above 0 and up to 1, such as 0.8")
        check_rng(self.rng)

    def after(self, activations: Sequence[Activation]) -> list[Activation]:
        """The activations with dropout after each hidden one."""
        *hidden, output = activations
        if len(hidden) != len(self.keep):
            raise ValueError(f"dropout has {len(self.keep)} numbers for {len(hidden)} hidden layers; each needs one")
        pairs = zip(hidden, self.keep, strict=True)
        return [*(g if keep == 1 else self._after(g, keep) for g, keep in pairs), output]

    def _after(self, g: Activation, keep: float) -> Activation:
        """g, then dropout; it remembers g's output and the mask, of which the slope on the way back is made."""
        seen: list[Array] = []

        def function(Z: Array) -> Array:
            A = g(Z)  # (n, m)
            dropped, mask = self.forward(A, keep, self.rng)  # (n, m), (n, m)
            seen[:] = A, mask
            return dropped

        def slope(_dropped: Array) -> Array:
            A, mask = seen  # (n, m), (n, m)
            return self.backward(g.derivative_from_output(A), mask, keep)  # (n, m)

        return Activation(function, slope, slope, f"{g.name} with dropout")
