"""Interactive panels, one function each, and a still picture of each for readers without a kernel.

Behind every panel stands a plain function of its settings.
"""

from helpers.explorers.activation import activation_explorer
from helpers.explorers.approximation import approximation_explorer
from helpers.explorers.backpropagation import backpropagation_by_hand
from helpers.explorers.broadcast import broadcast_explorer
from helpers.explorers.drawn_digit import digit_reader
from helpers.explorers.gradient_flow import depth_explorer
from helpers.explorers.graph import graph_explorer
from helpers.explorers.hidden_units import (
    first_network,
    guided_hidden_units,
    hidden_units_explorer,
)
from helpers.explorers.learning_rate import learning_rate_explorer, learning_rate_still
from helpers.explorers.line import hard_lines_explorer, line_explorer
from helpers.explorers.playground.panel import playground
from helpers.explorers.symmetry import symmetry_explorer
from helpers.explorers.tangent import tangent_explorer
from helpers.explorers.threshold import threshold_explorer, threshold_still
from helpers.explorers.valley import momentum_explorer

__all__ = [
    "activation_explorer",
    "approximation_explorer",
    "backpropagation_by_hand",
    "broadcast_explorer",
    "depth_explorer",
    "digit_reader",
    "first_network",
    "graph_explorer",
    "guided_hidden_units",
    "hard_lines_explorer",
    "hidden_units_explorer",
    "learning_rate_explorer",
    "learning_rate_still",
    "line_explorer",
    "momentum_explorer",
    "playground",
    "symmetry_explorer",
    "tangent_explorer",
    "threshold_explorer",
    "threshold_still",
]
