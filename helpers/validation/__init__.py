"""The checks of public functions, and their sentences: what was given, what is needed, how to fix it.

Each check is a plain function that raises one sentence; `validated` and `array_function` put them before a function.
"""

from helpers.validation.annotations import Array, Function, Layers
from helpers.validation.arrays import check_examples, check_finite, check_no_nan, check_same_shape, numbers
from helpers.validation.decorators import array_function, checking, same_shape, validated, without_checks
from helpers.validation.labels import check_binary_labels, check_one_hot, check_targets
from helpers.validation.layers import check_gradients, check_layers, check_updated, pairs
from helpers.validation.shapes import check_kind
from helpers.validation.values import (
    check_count,
    check_l2,
    check_learning_rate,
    check_noise,
    check_rng,
    check_seed,
    check_step,
    is_number,
)

__all__ = [
    "Array",
    "Function",
    "Layers",
    "array_function",
    "check_binary_labels",
    "check_count",
    "check_examples",
    "check_finite",
    "check_gradients",
    "check_kind",
    "check_l2",
    "check_layers",
    "check_learning_rate",
    "check_no_nan",
    "check_noise",
    "check_one_hot",
    "check_rng",
    "check_same_shape",
    "check_seed",
    "check_step",
    "check_targets",
    "check_updated",
    "checking",
    "is_number",
    "numbers",
    "pairs",
    "same_shape",
    "validated",
    "without_checks",
]
