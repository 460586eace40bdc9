"""The eight exercises of notebook 04: a network with one hidden layer, from its sizes to its training."""

from helpers.exercises.shallow_network.backward_loops import BACKWARD_LOOPS
from helpers.exercises.shallow_network.forward import FORWARD
from helpers.exercises.shallow_network.hidden_gradient import HIDDEN_GRADIENT
from helpers.exercises.shallow_network.initialize import INITIALIZE
from helpers.exercises.shallow_network.layer_sizes import LAYER_SIZES
from helpers.exercises.shallow_network.output_gradient import OUTPUT_GRADIENT
from helpers.exercises.shallow_network.train import TRAIN
from helpers.exercises.shallow_network.update import UPDATE

EXERCISES = (LAYER_SIZES, FORWARD, BACKWARD_LOOPS, OUTPUT_GRADIENT, HIDDEN_GRADIENT, INITIALIZE, UPDATE, TRAIN)
