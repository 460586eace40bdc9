"""Each wrong answer that a learner types gets the words that were chosen for it by hand, and no others."""

import math
from dataclasses import replace
from importlib import import_module
from typing import Any

import numpy as np
import pytest
from learner_answers import Answers

from helpers import activations, deep, shallow
from helpers.exercises import registry
from helpers.exercises.exercise import Exercise
from helpers.exercises.grade import grade

ANSWERS: dict[str, Answers] = {
    notebook: import_module(f"learner_answers.notebook_{notebook[:2]}").ANSWERS for notebook in registry.NOTEBOOKS
}
EXERCISES = [
    pytest.param(notebook, exercise, id=f"{notebook[:2]}-{exercise.name}")
    for notebook in registry.NOTEBOOKS
    for exercise in registry.load(notebook)
]
every_exercise = pytest.mark.parametrize("notebook, exercise", EXERCISES)


def typed(answer: str, notebook: str, exercise: Exercise) -> Any:
    """The function that a learner has who types this answer into the cell of the exercise."""
    scope = {"np": np, "math": math, "sigmoid": activations.sigmoid, "tanh": activations.tanh}
    scope |= {"backward": shallow.backward, "update": deep.update} | {
        each.name: each.reference for each in registry.load(notebook)
    }
    body = answer.strip() if "return " in answer else f"return {answer}"
    lines = "\n    ".join(body.splitlines())
    exec(f"def {exercise.call}:\n    {lines}", scope)
    return scope[exercise.name]


def feedback(answer: str, notebook: str, exercise: Exercise) -> str:
    """What the learner reads, one screen at most, as one line."""
    lines = grade(exercise, typed(answer, notebook, exercise)).text.splitlines()
    assert len(lines) <= 30 and max(map(len, lines)) <= 110
    return " ".join(" ".join(lines).split())


def unexplained(notebook: str, exercise: Exercise) -> list[str]:
    """The answers that don't get their words."""
    wrong = []
    for answer, words in ANSWERS[notebook][exercise.name]:
        text = feedback(answer, notebook, exercise)
        if not text.startswith("✗") or words not in text:
            wrong.append(f"{answer}\n{words}\n{text}")
    return wrong


@every_exercise
def test_each_answer_gets_its_words(notebook: str, exercise: Exercise) -> None:
    assert not unexplained(notebook, exercise)


@every_exercise
def test_the_words_are_those_of_one_diagnosis_and_each_has_its_own(notebook: str, exercise: Exercise) -> None:
    """So that any two diagnoses that change places are found."""
    diagnoses = {mistake.diagnosis for mistake in exercise.mistakes}
    found = set()
    for _, words in ANSWERS[notebook][exercise.name]:
        having = [diagnosis for diagnosis in diagnoses if words in diagnosis]
        assert len(having) == 1, (words, having)
        found.update(having)
    assert found == diagnoses, diagnoses - found


@pytest.mark.parametrize("notebook", registry.NOTEBOOKS)
def test_two_diagnoses_that_change_places_are_found(notebook: str) -> None:
    exercise = registry.load(notebook)[-1]
    first, *middle, last = exercise.mistakes
    exchanged = (replace(first, diagnosis=last.diagnosis), *middle, replace(last, diagnosis=first.diagnosis))
    assert len(unexplained(notebook, replace(exercise, mistakes=exchanged))) >= 2


def test_every_notebook_has_its_answers_and_no_others() -> None:
    for notebook, answers in ANSWERS.items():
        assert set(answers) == {exercise.name for exercise in registry.load(notebook)}


@pytest.mark.parametrize(
    "notebook, name, answer, words",
    [
        (
            "01_vectorisation_and_broadcasting",
            "weight_gradient",
            "2 * X @ dZ.T / X.shape[1]",
            "dw is twice what is needed",
        ),
        ("02_logistic_regression", "cost", "np.mean(-Y * np.log(A) - 1 - Y * np.log(1 - A))", "J is another number"),
        ("00_start_here", "relu", "np.max([Z, 0])", "ValueError"),
        ("03_activation_functions", "compose", "(W1, b1), (W2, b2) = layers[:2]; return W2 @ W1, b1 + b2", "unpack"),
        (
            "04_shallow_network",
            "hidden_gradient",
            "dZ1 = W2.T @ dZ2 * (1 - A1**2); return dZ1, dZ1 @ X.T / X.shape[1]",
            "a tuple of 2 things; needed is (dZ1, dW1, db1).",
        ),
        ("05_deep_network", "forward", "X", "needed is (A, [cache 1])."),
    ],
)
def test_an_answer_that_nobody_foresaw_shows_the_numbers(notebook: str, name: str, answer: str, words: str) -> None:
    (exercise,) = [each for each in registry.load(notebook) if each.name == name]
    text = feedback(answer, notebook, exercise)
    assert words in text, text
    assert not any(" ".join(mistake.diagnosis.split()) in text for mistake in exercise.mistakes)
