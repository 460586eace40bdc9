"""Interactive panels, one function each, and a still picture of each for readers without a kernel.

Behind every panel stands a plain function of its settings.
"""

from helpers.explorers.activation import activation_explorer
from helpers.explorers.approximation import approximation_explorer, approximation_still
from helpers.explorers.broadcast import broadcast_explorer
from helpers.explorers.gradient_flow import depth_explorer
from helpers.explorers.hidden_units import (
    first_network,
    guided_hidden_units,
    hidden_units_explorer,
)
from helpers.explorers.learning_rate import learning_rate_explorer, learning_rate_still
from helpers.explorers.recursion import recursion_explorer, recursion_still
from helpers.explorers.symmetry import symmetry_explorer, symmetry_still
from helpers.explorers.tangent import tangent_explorer
from helpers.explorers.threshold import threshold_explorer, threshold_still

__all__ = [
    "activation_explorer",
    "approximation_explorer",
    "approximation_still",
    "broadcast_explorer",
    "depth_explorer",
    "first_network",
    "guided_hidden_units",
    "hidden_units_explorer",
    "learning_rate_explorer",
    "learning_rate_still",
    "recursion_explorer",
    "recursion_still",
    "symmetry_explorer",
    "symmetry_still",
    "tangent_explorer",
    "threshold_explorer",
    "threshold_still",
]
