"""relu, the warm-up: the exercise of notebook 03, met early."""

from dataclasses import replace

from helpers.exercises.activation_functions import relu

RELU = replace(relu.RELU, section="Write one yourself")
