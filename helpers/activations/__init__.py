"""Activations: relu(Z) is the function, relu.derivative(Z) its slope.  `formulas` and `softmax` hold the formulas."""

from dataclasses import replace

from helpers.activations import formulas
from helpers.activations import softmax as softmax_formulas
from helpers.activations.activation import Activation, Softmax
from helpers.activations.formulas import (
    identity_derivative,
    identity_derivative_from_output,
    leaky_relu_derivative,
    leaky_relu_derivative_from_output,
    relu_derivative,
    relu_derivative_from_output,
    sigmoid_derivative,
    sigmoid_derivative_from_output,
    step,
    step_derivative,
    tanh_derivative,
    tanh_derivative_from_output,
)
from helpers.activations.softmax import softmax_derivative, softmax_derivative_from_output
from helpers.validation import Function

sigmoid = Activation(formulas.sigmoid, sigmoid_derivative, sigmoid_derivative_from_output)
tanh = Activation(formulas.tanh, tanh_derivative, tanh_derivative_from_output)
relu = Activation(formulas.relu, relu_derivative, relu_derivative_from_output)
leaky_relu = Activation(formulas.leaky_relu, leaky_relu_derivative, leaky_relu_derivative_from_output)
identity = Activation(formulas.identity, identity_derivative, identity_derivative_from_output)
softmax = Softmax(softmax_formulas.softmax, softmax_derivative, softmax_derivative_from_output)

BY_NAME = {g.name: g for g in (sigmoid, tanh, relu, leaky_relu, identity, softmax)}

__all__ = [
    "BY_NAME",
    "Activation",
    "Softmax",
    "as_activation",
    "identity",
    "identity_derivative",
    "identity_derivative_from_output",
    "leaky_relu",
    "leaky_relu_derivative",
    "leaky_relu_derivative_from_output",
    "relu",
    "relu_derivative",
    "relu_derivative_from_output",
    "sigmoid",
    "sigmoid_derivative",
    "sigmoid_derivative_from_output",
    "softmax",
    "softmax_derivative",
    "softmax_derivative_from_output",
    "step",
    "step_derivative",
    "tanh",
    "tanh_derivative",
    "tanh_derivative_from_output",
]


def as_activation(g: Activation | Function | str) -> Activation:
    """The activation that is meant: one of ours by itself or by its name, or a function of yours that has such a name.

    A function of your own takes the slope of ours; pass Activation(g, derivative, derivative_from_output) for another.
    """
    if isinstance(g, Activation):
        return g
    name = g if isinstance(g, str) else getattr(g, "__name__", repr(g))
    if name not in BY_NAME:
        fix = (
            "pass an Activation" if isinstance(g, str) else f"pass Activation({name}, its derivative, the same from A)"
        )
        raise ValueError(f"{name!r} is not an activation; there are {', '.join(BY_NAME)}, or {fix}")
    return BY_NAME[name] if isinstance(g, str) else replace(BY_NAME[name], function=g)
