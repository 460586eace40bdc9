"""Interactive panels, one function each, and a still picture of each for readers without a kernel.

Behind every panel stands a plain function of its settings.
"""

from helpers.explorers.activation import activation_explorer
from helpers.explorers.approximation import any_curve, approximation_explorer
from helpers.explorers.broadcast import broadcast_explorer
from helpers.explorers.depth import depth_explorer
from helpers.explorers.hidden_units import hidden_layers, hidden_units_explorer
from helpers.explorers.learning_rate import learning_rate_explorer, learning_rates
from helpers.explorers.recursion import every_array, recursion_explorer
from helpers.explorers.symmetry import starts, symmetry_explorer
from helpers.explorers.tangent import tangent_explorer
from helpers.explorers.threshold import threshold_explorer, thresholds

__all__ = [
    "activation_explorer",
    "any_curve",
    "approximation_explorer",
    "broadcast_explorer",
    "depth_explorer",
    "every_array",
    "hidden_layers",
    "hidden_units_explorer",
    "learning_rate_explorer",
    "learning_rates",
    "recursion_explorer",
    "starts",
    "symmetry_explorer",
    "tangent_explorer",
    "threshold_explorer",
    "thresholds",
]
