"""Optimisers: how far each number of the flat vector moves, given its derivative.

The rules are plain functions, as the notebook derives them.  `fit` takes the objects: they keep what a rule remembers,
and write over arrays instead of making new ones.
Notebook 06, "Momentum"; Goodfellow et al., Deep Learning (2016), sections 8.3 and 8.5.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np

from helpers.networks.formulas import is_formula
from helpers.validation import Array


def momentum_step(w: Array, v: Array, dw: Array, learning_rate: float, beta: float) -> tuple[Array, Array]:
    """v = beta v - learning_rate dw, then w = w + v.  w, v, dw: any shape, all the same.  Returns the new w and v.

    Notebook 06, "Momentum"; Polyak (1964), in the form of Sutskever et al. (2013).
    """
    v = beta * v - learning_rate * dw  # as w
    return w + v, v


def adam_step(
    w: Array,
    m: Array,
    s: Array,
    dw: Array,
    step: int,
    learning_rate: float,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> tuple[Array, Array, Array]:
    """Adam: running means m of dw and s of dw^2, both corrected for their start at 0.  step: 1, 2, 3, ...

    Returns the new w, m and s.  Notebook 06, "Where next"; Kingma and Ba (2015), algorithm 1.
    """
    m = beta1 * m + (1 - beta1) * dw  # as w
    s = beta2 * s + (1 - beta2) * dw**2  # as w
    m_hat, s_hat = m / (1 - beta1**step), s / (1 - beta2**step)  # as w
    return w - learning_rate * m_hat / (np.sqrt(s_hat) + eps), m, s


class Optimizer(Protocol):
    """What `fit` calls.

    linear: are all moves sums of multiples of the gradients?  Only then may training stay in the span of the examples.
    """

    @property
    def linear(self) -> bool:
        """True for gradient descent and momentum."""

    def move(self, vector: Array, gradient: Array, learning_rate: float) -> Array:
        """What is to be added to `vector`; it may use up `gradient`."""
        ...


@dataclass
class GradientDescent:
    """w = w - learning_rate dw."""

    linear = True

    def move(self, vector: Array, gradient: Array, learning_rate: float) -> Array:
        """-learning_rate times the gradient, in its own array."""
        return np.multiply(gradient, -learning_rate, out=gradient)


@dataclass
class Momentum:
    """`momentum_step` over the whole vector.

    beta: how much of the last move stays.  rule: a learner's own in its place.
    """

    beta: float = 0.9
    rule: Callable[..., Any] = momentum_step
    velocity: Array | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        _check_share(self.beta, "beta")

    @property
    def linear(self) -> bool:
        """Momentum's own rule is; of another nobody knows."""
        return is_formula(self.rule)

    def move(self, vector: Array, gradient: Array, learning_rate: float) -> Array:
        """The velocity after this gradient."""
        __tracebackhide__ = True
        v = np.zeros_like(vector) if self.velocity is None else self.velocity
        if self.rule is not momentum_step:
            return self._by_rule(vector, v, gradient, learning_rate)
        v *= self.beta
        v -= np.multiply(gradient, learning_rate, out=gradient)
        self.velocity = v
        return v

    def _by_rule(self, vector: Array, v: Array, gradient: Array, learning_rate: float) -> Array:
        __tracebackhide__ = True
        w, self.velocity = self.rule(vector, v, gradient, learning_rate, self.beta)
        return np.asarray(w) - vector


@dataclass
class Adam:
    """`adam_step` over the whole vector."""

    beta1: float = 0.9
    beta2: float = 0.999
    eps: float = 1e-8
    step: int = 0
    mean: Array | None = field(default=None, repr=False)
    square: Array | None = field(default=None, repr=False)
    linear = False

    def __post_init__(self) -> None:
        _check_share(self.beta1, "beta1")
        _check_share(self.beta2, "beta2")

    def move(self, vector: Array, gradient: Array, learning_rate: float) -> Array:
        """The corrected mean over the root of the corrected square, in the array of the gradient."""
        if self.mean is None or self.square is None:
            self.mean, self.square = np.zeros_like(vector), np.zeros_like(vector)
        self.step += 1
        self.mean *= self.beta1
        self.mean += np.multiply(gradient, 1 - self.beta1, out=gradient)
        gradient /= 1 - self.beta1
        self.square *= self.beta2
        self.square += np.multiply(np.square(gradient, out=gradient), 1 - self.beta2, out=gradient)
        np.sqrt(np.divide(self.square, 1 - self.beta2**self.step, out=gradient), out=gradient)
        gradient += self.eps
        np.divide(self.mean, gradient, out=gradient)
        gradient *= -learning_rate / (1 - self.beta1**self.step)
        return gradient


def _check_share(value: Any, name: str) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < 1:
        raise ValueError(f"{name} is {value!r}; it must be a number from 0 up to, but not including, 1, such as 0.9")
