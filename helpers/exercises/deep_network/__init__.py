"""The eight exercises of notebook 05: the blocks of a layer, and the loops over layers."""

from dataclasses import replace

from helpers import shallow
from helpers.exercises.deep_network.backward import BACKWARD
from helpers.exercises.deep_network.backward_block import LAYER_BACKWARD, LINEAR_BACKWARD
from helpers.exercises.deep_network.forward import FORWARD
from helpers.exercises.deep_network.forward_block import LAYER_FORWARD, LINEAR_FORWARD
from helpers.exercises.deep_network.update import UPDATE
from helpers.exercises.logistic_regression.cost import COST

EXERCISES = (
    LINEAR_FORWARD,
    LAYER_FORWARD,
    FORWARD,
    replace(COST, reference=shallow.cost, section="Where the recursion starts"),
    LINEAR_BACKWARD,
    LAYER_BACKWARD,
    BACKWARD,
    UPDATE,
)
