"""What becomes of a gradient on its way back through many layers.  Notebook 03, "Vanishing gradients".

Goodfellow et al., Deep Learning (2016), section 8.2.5; Glorot and Bengio (2010).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from helpers.activations import Activation, as_activation
from helpers.initialization import check_scheme
from helpers.validation import Array, check_count

UNITS, EXAMPLES = 50, 100


@dataclass(frozen=True)
class GradientFlow:
    """sizes: of dJ/dA before each layer, the output's first; sizes[0] is 1.  slopes: of g in each layer, same order."""

    rms_gradients: Array
    rms_slopes: Array

    @property
    def arriving(self) -> float:
        """The share of the output's gradient that reaches the input."""
        return float(self.rms_gradients[-1])


def rms(values: Array) -> float:
    """The root of the mean square: how large the entries are, whatever their signs."""
    return float(np.sqrt(np.mean(values**2)))


def send_back(dA: Array, weights: Sequence[Array], outputs: Sequence[Array], slope: Callable[[Array], Array]) -> Array:
    """The gradient dA at the outputs of the last layer, sent back to the input of the first: dA = W.T (dA * slope(A)).

    dA: (n_L, m).  weights: W of each layer, (n_l, n_{l-1}), the first one first.  outputs: A of each, (n_l, m).
    slope: g' from A.  Returns (n_0, m).  Notebook 03, "Vanishing gradients".
    """
    for W, A in zip(reversed(weights), reversed(outputs), strict=True):
        dA = np.dot(W.T, dA * slope(A))  # (n_{l-1}, m)
    return dA


def gradients_by_depth(
    activation: str | Activation, layers: int = 20, scale: float = 1.0, bias: float = 0.0, seed: int = 0
) -> GradientFlow:
    """Send 100 random examples forward through random layers of 50 units, and a random gradient of size 1 back.

    scale: the weights are normal with standard deviation scale/sqrt(50); 1 is "xavier", sqrt(2) is "he".
    bias: the same in every unit.  Sizes are root mean squares over all units and examples.
    """
    check_count(layers, "layers")
    check_scheme(scale)
    g, rng = as_activation(activation), np.random.default_rng(seed)
    weights = scale / np.sqrt(UNITS) * rng.standard_normal((layers, UNITS, UNITS))
    outputs = _forward(g, weights, bias, rng.standard_normal((UNITS, EXAMPLES)))
    return _backward(g, weights, outputs, rng.standard_normal((UNITS, EXAMPLES)))


def _forward(g: Activation, weights: Array, bias: float, A: Array) -> list[Array]:
    outputs = []
    for W in weights:
        A = g(np.dot(W, A) + bias)
        outputs.append(A)
    return outputs


def _backward(g: Activation, weights: Array, outputs: list[Array], dA: Array) -> GradientFlow:
    rms_gradients, rms_slopes = [rms(dA)], []
    for W, A in zip(reversed(weights), reversed(outputs), strict=True):
        dA = send_back(dA, [W], [A], g.derivative_from_output)
        rms_slopes.append(rms(g.derivative_from_output(A)))
        rms_gradients.append(rms(dA))
    return GradientFlow(np.array(rms_gradients) / rms_gradients[0], np.array(rms_slopes))


def dead_units(A: Array) -> Array:
    """True for each unit (row of A) that is 0 for every example: a ReLU that no gradient reaches any more.

    A: (n, m), the outputs of a layer for all m examples.  Returns (n,).  Notebook 03, "Dead units".
    """
    if np.ndim(A) != 2:
        raise ValueError(f"A has shape {np.shape(A)}; needed is (n, m): a row for each unit, a column for each example")
    return np.all(np.equal(A, 0), axis=1)
