"""Exercises: write a function, have it checked, and let the rest of the notebook run on it.

>>> from helpers import exercises
>>> check, hint, solution = exercises.of("02_logistic_regression")

An exercise is data (`exercise.Exercise`).  Those of a notebook are the `EXERCISES` of the module of its name, less the
number, and the notebook stands in `registry.NOTEBOOKS`; nothing else knows about it.
"""

from helpers.course.predictions import guess, reveal
from helpers.exercises.authors import show_authors
from helpers.exercises.exercise_set import of
from helpers.exercises.progress import done, progress

__all__ = ["done", "guess", "of", "progress", "reveal", "show_authors"]
