"""The eleven exercises of notebook 03: activation functions, their derivatives, linear layers as one, softmax."""

from helpers.exercises.activation_functions.compose import COMPOSE
from helpers.exercises.activation_functions.leaky_relu import LEAKY_RELU
from helpers.exercises.activation_functions.leaky_relu_derivative import LEAKY_RELU_DERIVATIVE
from helpers.exercises.activation_functions.relu import RELU
from helpers.exercises.activation_functions.relu_derivative import RELU_DERIVATIVE
from helpers.exercises.activation_functions.relu_derivative_from_output import RELU_DERIVATIVE_FROM_OUTPUT
from helpers.exercises.activation_functions.sigmoid_derivative import SIGMOID_DERIVATIVE
from helpers.exercises.activation_functions.softmax import SOFTMAX
from helpers.exercises.activation_functions.tanh import TANH
from helpers.exercises.activation_functions.tanh_derivative import TANH_DERIVATIVE
from helpers.exercises.activation_functions.tanh_derivative_from_output import TANH_DERIVATIVE_FROM_OUTPUT

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
    COMPOSE,
    SOFTMAX,
)
