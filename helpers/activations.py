"""Activation functions and their derivatives, each written as its formula.

Every function takes z (a number, a list or an array of any shape) and gives the same shape, in z's own float type.
A derivative comes in two forms: from z, and from the output a = g(z), which training has at hand anyway.
All hold for any finite z: no overflow, no nan.  Notebook 03; Goodfellow et al., Deep Learning (2016), section 6.3.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from helpers.doors import Array, door, elementwise


@elementwise
def sigmoid(Z: Array) -> Array:
    """Logistic function 1 / (1 + exp(-z)), written as (1 + tanh(z/2)) / 2: the same number, and nothing overflows."""
    return (1 + np.tanh(Z / 2)) / 2


@elementwise
def sigmoid_derivative(Z: Array) -> Array:
    """sigma'(z) = sigma(z) sigma(-z) = sigma(z) (1 - sigma(z)); 1/4 at z = 0, its steepest."""
    A = sigmoid(Z)
    return A * (1 - A)


@elementwise
def sigmoid_derivative_from_output(A: Array) -> Array:
    """sigma'(z) from a = sigma(z): a (1 - a)."""
    return A * (1 - A)


@elementwise
def tanh(Z: Array) -> Array:
    """Hyperbolic tangent, 2 sigma(2z) - 1: from -1 to 1, centred on 0."""
    return np.tanh(Z)


@elementwise
def tanh_derivative(Z: Array) -> Array:
    """tanh'(z) = 1 - tanh(z)^2; 1 at z = 0, its steepest."""
    return 1 - np.tanh(Z) ** 2


@elementwise
def tanh_derivative_from_output(A: Array) -> Array:
    """tanh'(z) from a = tanh(z): 1 - a^2."""
    return 1 - A**2


@elementwise
def relu(Z: Array) -> Array:
    """Rectified linear unit, max(0, z)."""
    return np.maximum(Z, 0)


@elementwise
def relu_derivative(Z: Array) -> Array:
    """relu'(z): 1 above 0, 0 below; at the kink z = 0 it is undefined, and 0 serves."""
    return np.where(Z > 0, 1.0, 0.0)


@elementwise
def relu_derivative_from_output(A: Array) -> Array:
    """relu'(z) from a = relu(z): a > 0 exactly where z > 0."""
    return np.where(A > 0, 1.0, 0.0)


@elementwise
def leaky_relu(Z: Array, slope: float = 0.01) -> Array:
    """z above 0, slope * z below: a ReLU that is never quite dead.  slope > 0."""
    return np.where(Z > 0, Z, slope * Z)


@elementwise
def leaky_relu_derivative(Z: Array, slope: float = 0.01) -> Array:
    """1 above 0, slope at 0 and below."""
    return np.where(Z > 0, 1.0, slope)


@elementwise
def leaky_relu_derivative_from_output(A: Array, slope: float = 0.01) -> Array:
    """leaky_relu'(z) from its output, whose sign is that of z as long as slope > 0."""
    return np.where(A > 0, 1.0, slope)


@elementwise
def identity(Z: Array) -> Array:
    """z itself: the activation of a linear output."""
    return Z


@elementwise
def identity_derivative(Z: Array) -> Array:
    """1 everywhere."""
    return np.ones_like(Z)


@elementwise
def identity_derivative_from_output(A: Array) -> Array:
    """1 everywhere."""
    return np.ones_like(A)


@elementwise
def step(Z: Array) -> Array:
    """Heaviside step of the perceptron: 1 where z > 0, else 0 (so it agrees with sigma(z) > 0.5)."""
    return np.where(Z > 0, 1.0, 0.0)


@elementwise
def step_derivative(Z: Array) -> Array:
    """0 everywhere (undefined at the jump): it never tells which way to go, so a step cannot be trained."""
    return np.zeros_like(Z)


def _check_scores(Z: Array) -> None:
    if Z.ndim not in (1, 2):
        raise ValueError(f"Z has shape {Z.shape}; softmax takes scores (C, m), or (C,) for one example")


@elementwise
@door(_check_scores)
def softmax(Z: Array) -> Array:
    """exp(z_k) / sum of exp(z_j), down each column: C scores become C probabilities that sum to 1.

    Z: (C, m) or (C,).  Subtracting each column's largest score changes nothing and keeps exp from overflowing.
    """
    E = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return E / np.sum(E, axis=0, keepdims=True)


def softmax_derivative(Z: Array) -> Array:
    """Jacobian of softmax for one example: entry (k, j) is da_k/dz_j = a_k (1 if k = j else 0) - a_k a_j.

    Z: (C,) or (C, 1).  Returns (C, C).
    """
    if np.ndim(Z) != 1 and np.shape(Z)[1:] != (1,):
        raise ValueError(f"Z has shape {np.shape(Z)}; the Jacobian is that of one example: pass Z[:, k]")
    return softmax_derivative_from_output(softmax(Z))


def softmax_derivative_from_output(A: Array) -> Array:
    """The same from a = softmax(z) of one example, (C,) or (C, 1)."""
    a = np.ravel(A)
    return np.diag(a) - np.outer(a, a)


@dataclass(frozen=True)
class Activation:
    """What a layer needs of its activation: g(Z) itself, and its derivative from Z and from the output A = g(Z)."""

    name: str
    function: Callable[..., Array]
    derivative: Callable[..., Array]
    derivative_from_output: Callable[..., Array]

    def __call__(self, Z: Array) -> Array:
        """g(Z), element by element."""
        return self.function(Z)

    def error(self, dA: Array, A: Array) -> Array:
        """dZ = dA * g'(Z), with g'(Z) read off A = g(Z)."""
        return dA * self.derivative_from_output(A)


class Softmax(Activation):
    """An activation that mixes the units of a layer, so that g' is a matrix for each example: for the output only."""

    def error(self, dA: Array, A: Array) -> Array:
        """dZ = a * (da - sum of a da), column by column: the Jacobian times dA, without building it."""
        return A * (dA - np.sum(A * dA, axis=0, keepdims=True))


BY_NAME = {
    each.name: each
    for each in (
        Activation("sigmoid", sigmoid, sigmoid_derivative, sigmoid_derivative_from_output),
        Activation("tanh", tanh, tanh_derivative, tanh_derivative_from_output),
        Activation("relu", relu, relu_derivative, relu_derivative_from_output),
        Activation("leaky_relu", leaky_relu, leaky_relu_derivative, leaky_relu_derivative_from_output),
        Activation("identity", identity, identity_derivative, identity_derivative_from_output),
        Softmax("softmax", softmax, softmax_derivative, softmax_derivative_from_output),
    )
}


def by_name(name: str | Activation) -> Activation:
    """The activation of this name; an `Activation` of one's own passes through."""
    if isinstance(name, Activation):
        return name
    if name not in BY_NAME:
        raise ValueError(f"{name!r} is not an activation; there are {', '.join(BY_NAME)}, or pass an Activation")
    return BY_NAME[name]
