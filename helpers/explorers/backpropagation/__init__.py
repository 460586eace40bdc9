"""Back-propagation to follow by hand: a 2-2-2-1 network, each of its numbers, and how it comes about."""

from helpers.explorers.backpropagation.panel import backpropagation_by_hand
from helpers.explorers.backpropagation.passes import usual

__all__ = ["backpropagation_by_hand", "usual"]
