"""Each wrong answer that a learner types gets the words that were chosen for it by hand, and no others."""

import math
from importlib import import_module
from typing import Any

import numpy as np
import pytest
from learner_answers import Answers

from helpers import activations, shallow
from helpers.exercises import registry
from helpers.exercises.exercise import Exercise
from helpers.exercises.grade import grade

NOTEBOOKS = ("00_start_here", "02_logistic_regression", "04_shallow_network", "05_deep_network")
ANSWERS: dict[str, Answers] = {
    notebook: import_module(f"learner_answers.notebook_{notebook[:2]}").ANSWERS for notebook in NOTEBOOKS
}
EXERCISES = [
    pytest.param(notebook, exercise, id=f"{notebook[:2]}-{exercise.name}")
    for notebook in NOTEBOOKS
    for exercise in registry.load(notebook)
]
every_exercise = pytest.mark.parametrize("notebook, exercise", EXERCISES)


def typed(answer: str, notebook: str, exercise: Exercise) -> Any:
    """The function that a learner has who types this answer into the cell of the exercise."""
    scope = {"np": np, "math": math, "sigmoid": activations.sigmoid, "tanh": activations.tanh}
    scope |= {"backward": shallow.backward} | {each.name: each.reference for each in registry.load(notebook)}
    body = answer.strip() if "return " in answer else f"return {answer}"
    lines = "\n    ".join(body.splitlines())
    exec(f"def {exercise.call}:\n    {lines}", scope)
    return scope[exercise.name]


def feedback(answer: str, notebook: str, exercise: Exercise) -> str:
    return " ".join(grade(exercise, typed(answer, notebook, exercise)).text.split())


@every_exercise
def test_each_answer_gets_its_words(notebook: str, exercise: Exercise) -> None:
    for answer, words in ANSWERS[notebook][exercise.name]:
        text = feedback(answer, notebook, exercise)
        assert text.startswith("✗") and words in text, f"{answer}\n{words}\n{text}"


@every_exercise
def test_the_words_are_those_of_one_diagnosis_and_each_has_its_own(notebook: str, exercise: Exercise) -> None:
    """So that any two diagnoses that change places are found."""
    diagnoses = [mistake.diagnosis for mistake in exercise.mistakes]
    found = set()
    for _, words in ANSWERS[notebook][exercise.name]:
        having = [diagnosis for diagnosis in diagnoses if words in diagnosis]
        assert len(having) == 1, (words, having)
        found.update(having)
    assert found == set(diagnoses), set(diagnoses) - found
