"""Activation functions and their derivatives, each written as its formula.

Every function takes z (a number, a list or an array of any shape) and gives the same shape, in z's own float type
(float64 for integers); text, None and ragged lists are refused in a sentence.
A derivative comes in two forms: from z, and from the output a = g(z), which training has at hand anyway.
For any finite z none overflows; nan is refused.
Notebook 03; Goodfellow et al., Deep Learning (2016), section 6.3.
"""

import numpy as np

from helpers.validation import Array, array_function, is_number, validated


@array_function
def sigmoid(Z: Array) -> Array:
    """Logistic function 1 / (1 + exp(-z)), written as (1 + tanh(z/2)) / 2: nothing overflows, and it is quick.

    Right to 1e-16, in float32 to 1e-7; so below z = -37, or -17, where the true value is smaller than that, it is 0.

    Notebook 02, "From a score to a probability"; its slope in Notebook 03, "The sigmoid".
    """
    return (1 + np.tanh(Z / 2)) / 2  # as Z


@array_function
def sigmoid_derivative(Z: Array) -> Array:
    """sigma'(z) = sigma(z) sigma(-z) = sigma(z) (1 - sigma(z)); 1/4 at z = 0, its steepest.

    Notebook 03, "The sigmoid".
    """
    A = sigmoid(Z)  # as Z
    return A * (1 - A)  # as Z


@array_function
def sigmoid_derivative_from_output(A: Array) -> Array:
    """sigma'(z) from a = sigma(z): a (1 - a).  Notebook 03, "The sigmoid"."""
    return A * (1 - A)  # as A


@array_function
def tanh(Z: Array) -> Array:
    """Hyperbolic tangent, 2 sigma(2z) - 1: from -1 to 1, centred on 0.  Notebook 03, "The hyperbolic tangent"."""
    return np.tanh(Z)  # as Z


@array_function
def tanh_derivative(Z: Array) -> Array:
    """tanh'(z) = 1 - tanh(z)^2; 1 at z = 0, its steepest.  Notebook 03, "The hyperbolic tangent"."""
    return 1 - np.tanh(Z) ** 2  # as Z


@array_function
def tanh_derivative_from_output(A: Array) -> Array:
    """tanh'(z) from a = tanh(z): 1 - a^2.  Notebook 03, "The hyperbolic tangent"."""
    return 1 - A**2  # as A


@array_function
def relu(Z: Array) -> Array:
    """Rectified linear unit, max(0, z).  Notebook 03, "ReLU"."""
    return np.maximum(Z, 0)  # as Z


@array_function
def relu_derivative(Z: Array) -> Array:
    """relu'(z): 1 above 0, 0 below; at the kink z = 0 it is undefined, and 0 serves.  Notebook 03, "ReLU"."""
    return np.where(Z > 0, 1.0, 0.0)  # as Z


@array_function
def relu_derivative_from_output(A: Array) -> Array:
    """relu'(z) from a = relu(z): a > 0 exactly where z > 0.  Notebook 03, "ReLU"."""
    return np.where(A > 0, 1.0, 0.0)  # as A


def _check_slope(_Z: Array, slope: float = 0.01) -> None:
    if not is_number(slope) or slope < 0:
        raise ValueError(f"the slope below 0 is {slope!r}; it must be a number, 0 (ReLU) or above, such as 0.01")


@array_function
@validated(_check_slope)
def leaky_relu(Z: Array, slope: float = 0.01) -> Array:
    """z above 0, slope * z below: a ReLU that is never quite dead.  Notebook 03, "Leaky ReLU".

    slope: 0 is ReLU, 1 the identity; a negative one is refused, since the output would no longer tell the sign of z.
    """
    return np.where(Z > 0, Z, slope * Z)  # as Z


@array_function
@validated(_check_slope)
def leaky_relu_derivative(Z: Array, slope: float = 0.01) -> Array:
    """1 above 0, slope below; at z = 0 it is undefined, and the slope serves.  Notebook 03, "Leaky ReLU"."""
    return np.where(Z > 0, 1.0, slope)  # as Z


@array_function
@validated(_check_slope)
def leaky_relu_derivative_from_output(A: Array, slope: float = 0.01) -> Array:
    """leaky_relu'(z) from its output, a > 0 exactly where z > 0.  Notebook 03, "Leaky ReLU"."""
    return np.where(A > 0, 1.0, slope)  # as A


@array_function
def identity(Z: Array) -> Array:
    """z itself: the activation of a linear layer or output.  Notebook 03, "Why not linear?"."""
    return Z.copy()  # a new array, as from every other activation


@array_function
def identity_derivative(Z: Array) -> Array:
    """1 everywhere."""
    return np.ones_like(Z)


@array_function
def identity_derivative_from_output(A: Array) -> Array:
    """1 everywhere."""
    return np.ones_like(A)


@array_function
def step(Z: Array) -> Array:
    """Heaviside step of the perceptron: 1 where z > 0, else 0 (so it agrees with sigma(z) > 0.5).

    Notebook 03, "From score to class"; Rosenblatt (1958).
    """
    return np.where(Z > 0, 1.0, 0.0)  # as Z


@array_function
def step_derivative(Z: Array) -> Array:
    """0 everywhere (undefined at the jump): it never tells which way to go, so a step cannot be trained.

    Notebook 03, "From score to class".
    """
    return np.zeros_like(Z)
