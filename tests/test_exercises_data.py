"""The exercises of every notebook as data: references pass, words and names are complete, solutions run."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from helpers import exercises
from helpers.exercises import registry
from helpers.exercises.call_result import call, leaves
from helpers.exercises.exercise import Exercise
from helpers.exercises.grade import grade
from helpers.exercises.labels import names

ALL = [(notebook, exercise) for notebook in registry.NOTEBOOKS for exercise in registry.load(notebook)]
every_exercise = pytest.mark.parametrize(
    "exercise", [pytest.param(exercise, id=f"{notebook[:2]}-{exercise.name}") for notebook, exercise in ALL]
)


def again(exercise: Exercise) -> Any:
    """The reference, as if the learner had written it."""

    def theirs(*inputs: Any) -> Any:
        return exercise.reference(*inputs)

    theirs.__name__ = exercise.name
    return theirs


@every_exercise
def test_the_reference_passes(exercise: Exercise) -> None:
    assert grade(exercise, again(exercise)).state == "done"


@every_exercise
def test_the_words_are_complete(exercise: Exercise) -> None:
    assert len(exercise.hints) >= 3 and len(set(exercise.hints)) == len(exercise.hints)
    for text in [*exercise.hints, *(mistake.diagnosis for mistake in exercise.mistakes)]:
        assert re.fullmatch(r"[^a-z\s].*[.?]|[a-z`(\[].*[.?]", text) and "  " not in text, text
    for mistake in exercise.mistakes:
        assert len(mistake.diagnosis) <= 220, mistake.diagnosis
        assert len(re.findall(r"[.:?](?: |$)", mistake.diagnosis)) >= 2, mistake.diagnosis  # what, and what next


@pytest.mark.parametrize("notebook", registry.NOTEBOOKS)
def test_each_function_has_a_file_of_its_name(notebook: str) -> None:
    folder = Path(exercises.__file__).parent / notebook[3:]
    files = {path.stem for path in folder.glob("*.py")}
    assert files - {"__init__", "inputs", "shared"} == {exercise.name for exercise in registry.load(notebook)}


@every_exercise
def test_every_array_has_a_name_of_its_own(exercise: Exercise) -> None:
    assert set(exercise.takes) <= set(exercise.arguments)
    for case in exercise.cases:
        answer = call(exercise.reference, case).value
        for label, value in [*zip(exercise.labels, case, strict=True), (exercise.returns, answer)]:
            found = names(label, value)
            assert len(found) == len(set(found)) == len(list(leaves(value)))
            assert all(name and "{" not in name for name in found)


@every_exercise
def test_the_inputs_come_smallest_first(exercise: Exercise) -> None:
    sizes = [sum(np.size(leaf) for value in case for leaf in leaves(value)) for case in exercise.cases]
    assert len(sizes) >= 3 and sizes[0] == min(sizes) and sizes[-1] == max(sizes)


@pytest.mark.parametrize("notebook", registry.NOTEBOOKS[1:])
def test_there_are_many_known_mistakes(notebook: str) -> None:
    exercises = registry.load(notebook)
    assert len(exercises) >= (5 if notebook == "07_hyperparameters" else 7)
    assert sum(len(exercise.mistakes) for exercise in exercises) >= 10 * len(exercises)
