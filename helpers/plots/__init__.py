"""Static figures, each with alt text: `plots.decision_boundary(...)`, `plots.cost_curve(...)` and the others."""

from helpers.plots.activations import activation_curves, activations_and_slopes, tangents, tanh_from_sigmoid
from helpers.plots.arrays import images_to_columns, sums_along_axes, sums_of_a_block
from helpers.plots.block_diagram import block_diagram
from helpers.plots.boundaries import decision_boundaries, decision_boundary
from helpers.plots.broadcast import broadcast
from helpers.plots.classes import score_bars
from helpers.plots.computation_graphs import computation_graph
from helpers.plots.cost_surfaces import descent_paths, two_surfaces
from helpers.plots.course_overview import course_overview
from helpers.plots.curves import (
    cost_curve,
    costs_by_step,
    functions,
    loss_curves,
    loss_tangents,
    sigmoid_and_step,
    train_and_validation,
    training_curves,
)
from helpers.plots.fits import curve_fits
from helpers.plots.folds import folded_lines
from helpers.plots.gradient_flow import active_units, gradients_through_layers
from helpers.plots.gradients import gradient_check, sizes_by_layer, step_sizes
from helpers.plots.heat_maps import confusion_matrix, heat_map, heat_maps, searches
from helpers.plots.hidden_space import hidden_space
from helpers.plots.hidden_units import hidden_units
from helpers.plots.images import image_grid, weights_image
from helpers.plots.lines import examples, linear_and_logistic, two_lines
from helpers.plots.primer import matrix_product, parabola_and_tangents
from helpers.plots.products import products
from helpers.plots.style import Picture
from helpers.plots.timings import timings
from helpers.plots.wishes import wishes

__all__ = [
    "Picture",
    "activation_curves",
    "activations_and_slopes",
    "active_units",
    "block_diagram",
    "broadcast",
    "computation_graph",
    "confusion_matrix",
    "cost_curve",
    "costs_by_step",
    "course_overview",
    "curve_fits",
    "decision_boundaries",
    "decision_boundary",
    "descent_paths",
    "examples",
    "folded_lines",
    "functions",
    "gradient_check",
    "gradients_through_layers",
    "hidden_space",
    "heat_map",
    "heat_maps",
    "hidden_units",
    "image_grid",
    "images_to_columns",
    "linear_and_logistic",
    "loss_curves",
    "loss_tangents",
    "matrix_product",
    "parabola_and_tangents",
    "products",
    "score_bars",
    "searches",
    "sigmoid_and_step",
    "sizes_by_layer",
    "step_sizes",
    "sums_along_axes",
    "sums_of_a_block",
    "tangents",
    "tanh_from_sigmoid",
    "timings",
    "train_and_validation",
    "training_curves",
    "two_lines",
    "two_surfaces",
    "weights_image",
    "wishes",
]
