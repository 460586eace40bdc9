"""The eight exercises of notebook 04: a network with one hidden layer, from its sizes to its training."""

from dataclasses import replace

from helpers import shallow
from helpers.exercises.logistic_regression.cost import COST
from helpers.exercises.shallow_network.forward import FORWARD
from helpers.exercises.shallow_network.hidden_gradient import HIDDEN_GRADIENT
from helpers.exercises.shallow_network.output_gradient import OUTPUT_GRADIENT
from helpers.exercises.shallow_network.start import INITIALIZE, LAYER_SIZES
from helpers.exercises.shallow_network.training import TRAIN, UPDATE

EXERCISES = (
    LAYER_SIZES,
    FORWARD,
    replace(COST, reference=shallow.cost, section="How wrong is the network?"),
    OUTPUT_GRADIENT,
    HIDDEN_GRADIENT,
    INITIALIZE,
    UPDATE,
    TRAIN,
)
