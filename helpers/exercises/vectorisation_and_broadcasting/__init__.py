"""The eight exercises of notebook 01: shapes, sums along an axis, broadcasting."""

from helpers.exercises.vectorisation_and_broadcasting.as_column import AS_COLUMN
from helpers.exercises.vectorisation_and_broadcasting.class_votes import CLASS_VOTES
from helpers.exercises.vectorisation_and_broadcasting.flatten_images import FLATTEN_IMAGES
from helpers.exercises.vectorisation_and_broadcasting.normalize_columns import NORMALIZE_COLUMNS
from helpers.exercises.vectorisation_and_broadcasting.pairwise_distances import PAIRWISE_DISTANCES
from helpers.exercises.vectorisation_and_broadcasting.softmax import SOFTMAX
from helpers.exercises.vectorisation_and_broadcasting.standardize import STANDARDIZE
from helpers.exercises.vectorisation_and_broadcasting.weight_gradient import WEIGHT_GRADIENT

EXERCISES = (
    FLATTEN_IMAGES,
    WEIGHT_GRADIENT,
    AS_COLUMN,
    STANDARDIZE,
    NORMALIZE_COLUMNS,
    SOFTMAX,
    PAIRWISE_DISTANCES,
    CLASS_VOTES,
)
