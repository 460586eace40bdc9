"""Many more features than examples: train where the examples live, and carry the weights back.

Gradient descent only ever adds multiples of the examples to the first layer's weights (dW1 = dZ1 X.T), so they move
within the span of the m examples.  With X = Q R, Q (n, m) of orthonormal columns and R (m, m), the products agree:
W1 X = (W1 Q) R = V R.  Training V on R takes m numbers an example in place of n.  What V gained is a combination of
R's columns, (V - V0).T = R c, and the same combination of the examples, (X c).T, is what W1 gained: no Q is needed.
Notebook 02, "Why this was quick"; the idea is that of the representer theorem (Schölkopf and Smola, 2002, section 4.2).
"""

from dataclasses import dataclass

import numpy as np

from helpers.parameters import Parameters
from helpers.validation import Array, Layers

NEGLIGIBLE = 1e-12  # of the largest singular value: examples that depend on each other differ by rounding alone


def worthwhile(n: int, m: int, units: int, steps: int) -> bool:
    """Does training in the span save more than it costs to find R (about 2 n m^2 operations)?"""
    direct = 4 * n * m * units * steps
    within = 4 * m * m * units * steps + 2 * n * m * m
    return n > m and within < direct / 2


@dataclass(frozen=True)
class Span:
    """X (n, m) and its factor R (m, m), R.T R = X.T X.  axis: that of W1 which runs over the n features."""

    X: Array
    R: Array
    axis: int

    @classmethod
    def of(cls, X: Array, axis: int) -> "Span":
        """Factorise X, n > m.  Examples that repeat or depend on each other do no harm."""
        return cls(X, np.asarray(np.linalg.qr(X, mode="r")), axis)

    def project(self, params: Layers) -> Parameters:
        """The same network for inputs R: V R = W1 X."""
        (W1, b1), *rest = params
        by_feature = W1.T if self.axis else W1
        V = _solve(self.R.T, np.dot(self.X.T, by_feature))
        return Parameters([(V.T if self.axis else V, b1), *rest], W1.dtype)

    def lift(self, small: Layers, small_start: Layers, start: Layers, shrunk: float = 1.0) -> Parameters:
        """The network for inputs X that `small` stands for, when training began at `start`.

        shrunk: what an L2 penalty has left of the start by now; outside the span nothing else moves it.
        """
        (V, b1), *rest = small
        gain = V - shrunk * small_start[0][0]
        gain = np.dot(self.X, _solve(self.R, gain.T if self.axis else gain))
        W1 = shrunk * start[0][0] + (gain.T if self.axis else gain)
        return Parameters([(W1, b1), *rest], W1.dtype)


def _solve(R: Array, B: Array) -> Array:
    """C with R C = B, the smallest one where there are many."""
    C: Array = np.linalg.lstsq(R, B, rcond=NEGLIGIBLE)[0]
    return C
