"""The seven exercises of notebook 01: shapes, sums along an axis, broadcasting."""

from helpers.exercises.vectorisation_and_broadcasting.columns import AS_COLUMN, FLATTEN_IMAGES
from helpers.exercises.vectorisation_and_broadcasting.distances import PAIRWISE_DISTANCES
from helpers.exercises.vectorisation_and_broadcasting.scales import NORMALIZE_COLUMNS, STANDARDIZE
from helpers.exercises.vectorisation_and_broadcasting.softmax import SOFTMAX
from helpers.exercises.vectorisation_and_broadcasting.weight_gradient import WEIGHT_GRADIENT

EXERCISES = (
    FLATTEN_IMAGES,
    WEIGHT_GRADIENT,
    AS_COLUMN,
    STANDARDIZE,
    NORMALIZE_COLUMNS,
    SOFTMAX,
    PAIRWISE_DISTANCES,
)
