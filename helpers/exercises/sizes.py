"""What the arrays of an input are called, and how large they are."""

from typing import Any

import numpy as np

from helpers.exercises.call_result import is_sequence, leaves
from helpers.exercises.exercise import Exercise
from helpers.exercises.labels import names
from helpers.exercises.relations import EXAMPLES


def named(exercise: Exercise, inputs: tuple[Any, ...]) -> dict[str, Any]:
    """The arrays and numbers of an input by their names: {"W1": ..., "b1": ..., "X": ...}."""
    pairs = zip(exercise.labels, inputs, strict=False)
    return {name: leaf for label, value in pairs for name, leaf in zip(names(label, value), leaves(value), strict=True)}


def sizes(exercise: Exercise, inputs: tuple[Any, ...]) -> dict[str, int]:
    """The sizes by which one might divide: {"X.shape[1]": 4, "X.shape[0]": 2}; the number of examples comes first."""
    arrays = {name: value for name, value in named(exercise, inputs).items() if np.ndim(value) == 2}
    examples = {f"{name}.shape[1]": a.shape[1] for name, a in arrays.items() if name.split(",")[0] in EXAMPLES}
    return examples | {f"{name}.shape[0]": array.shape[0] for name, array in arrays.items()}


def replaced(value: Any, place: int, leaf: Any) -> Any:
    """A value in which the leaf at this place, counted from the left, is another one."""
    count = iter(range(10_000))

    def walk(part: Any) -> Any:
        if is_sequence(part):
            return [walk(each) for each in part]
        return leaf if next(count) == place else part

    return walk(value)
