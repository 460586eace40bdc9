"""Interactive panels, one function each.  Behind every one stands a plain function of its settings."""

from helpers.explorers.learning_rate import learning_rate_explorer
from helpers.explorers.tangent import tangent_explorer
from helpers.explorers.threshold import threshold_explorer

__all__ = ["learning_rate_explorer", "tangent_explorer", "threshold_explorer"]
