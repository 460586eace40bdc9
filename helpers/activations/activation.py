"""An activation function together with its slope: what a layer needs on the way forward and on the way back."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.validation import Array, Function, validated


@dataclass(frozen=True)
class Activation:
    """g(Z), and its slope from Z or from the output A = g(Z); element by element, any shape in, the same out.

    relu(Z), relu.derivative(Z) and relu.derivative_from_output(A) are one.  One of your own:
    Activation(relu, relu_derivative, relu_derivative_from_output).  Notebook 03, "ReLU".
    """

    function: Function
    derivative: Function
    derivative_from_output: Function
    name: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", self.name or self.function.__name__)
        object.__setattr__(self, "__doc__", self.function.__doc__)

    def __call__(self, *arguments: Any, **options: Any) -> Array:
        """g(Z), element by element."""
        return self.function(*arguments, **options)

    def __repr__(self) -> str:
        return self.name

    @property
    def __name__(self) -> str:
        return self.name

    @property
    def __wrapped__(self) -> Function:
        return self.function

    @validated(dA="(n, m)", A="(n, m)")
    def backward(self, dA: Array, A: Array) -> Array:
        """dZ = dA * g'(Z), with the slope read off A = g(Z).  dA, A: (n, m).  Returns (n, m)."""
        return dA * self.derivative_from_output(A)


class Softmax(Activation):
    """An activation that mixes the units of a layer, so that g' is a matrix for each example: for the output only."""

    @validated(dA="(n, m)", A="(n, m)")
    def backward(self, dA: Array, A: Array) -> Array:
        """dZ = a * (da - sum of a da), column by column: the Jacobian times dA, without building it."""
        return A * (dA - np.sum(A * dA, axis=0, keepdims=True))
