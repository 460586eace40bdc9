"""A computation graph to touch: its inputs are moved, its numbers appear one at a time, forward and back."""

from helpers.explorers.graph.panel import graph_explorer

__all__ = ["graph_explorer"]
