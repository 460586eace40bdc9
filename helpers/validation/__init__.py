"""The checks of public functions, and their sentences: what was given, what is needed, how to fix it.

Each is a plain function that raises one sentence.
"""

from helpers.validation.annotations import Array, Layers
from helpers.validation.arrays import check_examples, check_finite, check_same_shape, numbers
from helpers.validation.decorators import array_function, door, explained, pairwise, unchecked, without_checks
from helpers.validation.labels import check_binary_labels, check_one_hot, check_targets
from helpers.validation.values import check_count, check_learning_rate

__all__ = [
    "Array",
    "Layers",
    "array_function",
    "check_binary_labels",
    "check_count",
    "check_examples",
    "check_finite",
    "check_learning_rate",
    "check_one_hot",
    "check_same_shape",
    "check_targets",
    "door",
    "explained",
    "numbers",
    "pairwise",
    "unchecked",
    "without_checks",
]
