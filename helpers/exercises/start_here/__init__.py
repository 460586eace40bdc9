"""The warm-up of notebook 00: one function, to see how an exercise works."""

from helpers.exercises.start_here.relu import RELU

EXERCISES = (RELU,)
