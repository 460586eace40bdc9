"""The eleven exercises of notebook 03: activation functions, their derivatives, linear layers folded, softmax."""

from helpers.exercises.activation_functions.compose import FOLD
from helpers.exercises.activation_functions.from_output import RELU_DERIVATIVE_FROM_OUTPUT, TANH_DERIVATIVE_FROM_OUTPUT
from helpers.exercises.activation_functions.leaky_relu import LEAKY_RELU, LEAKY_RELU_DERIVATIVE
from helpers.exercises.activation_functions.relu import RELU, RELU_DERIVATIVE
from helpers.exercises.activation_functions.sigmoid_derivative import SIGMOID_DERIVATIVE
from helpers.exercises.activation_functions.softmax import SOFTMAX
from helpers.exercises.activation_functions.tanh import TANH, TANH_DERIVATIVE

EXERCISES = (
    SIGMOID_DERIVATIVE,
    TANH,
    TANH_DERIVATIVE,
    RELU,
    RELU_DERIVATIVE,
    LEAKY_RELU,
    LEAKY_RELU_DERIVATIVE,
    TANH_DERIVATIVE_FROM_OUTPUT,
    RELU_DERIVATIVE_FROM_OUTPUT,
    FOLD,
    SOFTMAX,
)
