"""The seven exercises of notebook 05: the blocks of a layer, the loops over layers, the gradient check, training."""

from helpers.exercises.deep_network.backward import BACKWARD
from helpers.exercises.deep_network.forward import FORWARD
from helpers.exercises.deep_network.layer_backward import LAYER_BACKWARD
from helpers.exercises.deep_network.layer_forward import LAYER_FORWARD
from helpers.exercises.deep_network.linear_backward import LINEAR_BACKWARD
from helpers.exercises.deep_network.numerical_gradient import NUMERICAL_GRADIENT
from helpers.exercises.deep_network.train import TRAIN

EXERCISES = (
    LAYER_FORWARD,
    FORWARD,
    LINEAR_BACKWARD,
    LAYER_BACKWARD,
    BACKWARD,
    NUMERICAL_GRADIENT,
    TRAIN,
)
