"""Static figures, each with alt text: `plots.decision_boundary(...)`, `plots.cost_curve(...)` and the others."""

from helpers.plots.boundaries import accuracy, decision_boundaries, decision_boundary
from helpers.plots.curves import cost_curve, functions, loss_curves, loss_tangents, sigmoid_and_step
from helpers.plots.graphs import computation_graph
from helpers.plots.images import image_grid, weights_image
from helpers.plots.landscapes import descent_paths, two_surfaces
from helpers.plots.style import Picture

__all__ = [
    "Picture",
    "accuracy",
    "computation_graph",
    "cost_curve",
    "decision_boundaries",
    "decision_boundary",
    "descent_paths",
    "functions",
    "image_grid",
    "loss_curves",
    "loss_tangents",
    "sigmoid_and_step",
    "two_surfaces",
    "weights_image",
]
