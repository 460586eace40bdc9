"""The eight exercises of notebook 03: activation functions, their slopes, softmax, and the way through many layers."""

from helpers.exercises.activation_functions.compose import COMPOSE
from helpers.exercises.activation_functions.leaky_relu import LEAKY_RELU
from helpers.exercises.activation_functions.leaky_relu_derivative import LEAKY_RELU_DERIVATIVE
from helpers.exercises.activation_functions.send_back import SEND_BACK
from helpers.exercises.activation_functions.sigmoid_derivative import SIGMOID_DERIVATIVE
from helpers.exercises.activation_functions.softmax import SOFTMAX
from helpers.exercises.activation_functions.tanh import TANH
from helpers.exercises.activation_functions.tanh_derivative_from_output import TANH_DERIVATIVE_FROM_OUTPUT

EXERCISES = (
    SIGMOID_DERIVATIVE,
    TANH,
    TANH_DERIVATIVE_FROM_OUTPUT,
    LEAKY_RELU,
    LEAKY_RELU_DERIVATIVE,
    SOFTMAX,
    COMPOSE,
    SEND_BACK,
)
