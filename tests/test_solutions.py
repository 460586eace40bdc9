"""What hints and solutions give away: all of it taught above, right when pasted, and not told by the first miss."""

import ast
import builtins
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from learner_answers.hinted import HINTED

from helpers.exercises import registry
from helpers.exercises.exercise import Exercise
from helpers.exercises.grade import grade
from helpers.exercises.source import source

SOURCES = Path(__file__).parents[1] / "notebooks" / "source"
EXERCISES = [
    pytest.param(notebook, exercise, id=f"{notebook[:2]}-{exercise.name}")
    for notebook in registry.NOTEBOOKS
    for exercise in registry.load(notebook)
]
every_exercise = pytest.mark.parametrize("notebook, exercise", EXERCISES)


def above(notebook: str, exercise: Exercise) -> str:
    """The notebook's source down to the exercise."""
    text = (SOURCES / f"{notebook}.md").read_text(encoding="utf-8")
    return text.partition(f"@check\ndef {exercise.name}(")[0]


def stub(notebook: str, exercise: Exercise) -> str:
    """The cell in which the exercise is written."""
    text = (SOURCES / f"{notebook}.md").read_text(encoding="utf-8")
    found = re.search(rf"@check\n(def {exercise.name}\(.*?)```", text, re.DOTALL)
    assert found
    return found[1]


def code_cells(text: str) -> str:
    """The code of all cells, less the first, which only looks for the course."""
    return "\n".join(re.findall(r"^```python[^\n]*\n(.*?)^```", text, re.DOTALL | re.MULTILINE)[1:])


def given(notebook: str, exercise: Exercise) -> dict[str, Any]:
    """What the notebook has imported and defined above an exercise, with our functions for the learner's."""
    scope: dict[str, Any] = {"np": np}
    for node in ast.parse(code_cells(above(notebook, exercise))).body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            exec(ast.unparse(node), scope)
        if isinstance(node, ast.FunctionDef) and not node.decorator_list:
            exec(ast.unparse(node), scope)
    for earlier in registry.load(notebook):
        if earlier.name == exercise.name:
            break
        scope[earlier.name] = earlier.reference
    return scope


def pasted(code: str, notebook: str, exercise: Exercise) -> Any:
    """The function that the learner has who pastes this code where the exercise stands."""
    scope = given(notebook, exercise)
    exec(code, scope)
    return scope[exercise.name]


@every_exercise
def test_a_solution_is_right_where_it_is_pasted(notebook: str, exercise: Exercise) -> None:
    found = grade(exercise, pasted(source(exercise.reference), notebook, exercise))
    assert found.state == "done", found.text


def names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id


def written(tree: ast.AST) -> set[str]:
    """The names that a function gives values itself."""
    arguments = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    return arguments | {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


@every_exercise
def test_a_solution_knows_only_what_was_taught(notebook: str, exercise: Exercise) -> None:
    tree = ast.parse(source(exercise.reference))
    known = written(tree) | set(dir(builtins)) | given(notebook, exercise).keys()
    assert set(names(tree)) <= known, set(names(tree)) - known
    text = above(notebook, exercise)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            whose = (np,) if isinstance(node.value, ast.Name) and node.value.id == "np" else (np.ndarray, list)
            assert any(hasattr(each, node.attr) for each in whose) or node.attr in text, node.attr


@every_exercise
def test_a_solution_reads_like_the_lecture(notebook: str, exercise: Exercise) -> None:
    code = source(exercise.reference)
    (function,) = ast.parse(code).body
    assert isinstance(function, ast.FunctionDef)
    assert all(argument.annotation is None for argument in function.args.args) and function.returns is None
    assert "\n" not in (ast.get_docstring(function) or "") and "Notebook" not in code
    assert max(map(len, code.splitlines())) <= 120
    if exercise.name not in (
        "layer_sizes",
        "fork_backward",
        "backward_loops",
        "train",
        "inverse_time_decay",
        "should_stop",
    ):  # numbers, and calls of what has its shapes
        assert re.search(r"# (\(|as \w)", code), code


def stated(code: str) -> list[str]:
    """What each line of a body computes or returns, without spaces."""
    lines = [line.strip().removeprefix("return ") for line in code.strip().splitlines()]
    return ["".join(line.split()).rstrip(":") for line in lines]


def hinted(notebook: str, exercise: Exercise) -> str:
    return HINTED[notebook][exercise.name]


@every_exercise
def test_whoever_does_what_the_hints_say_is_right(notebook: str, exercise: Exercise) -> None:
    header = stub(notebook, exercise).splitlines()[0]
    body = "\n    ".join(hinted(notebook, exercise).strip().splitlines())
    found = grade(exercise, pasted(f"{header}\n    {body}", notebook, exercise))
    assert found.state == "done", found.text


@every_exercise
def test_each_line_stands_in_the_hints_or_in_the_cell(notebook: str, exercise: Exercise) -> None:
    text = "".join(" ".join([*exercise.hints, stub(notebook, exercise)]).split())
    assert [line for line in stated(hinted(notebook, exercise)) if line not in text] == []


def expressions(code: str) -> Iterator[str]:
    """The calls, products and comparisons of a code, without spaces."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, (ast.Call, ast.BinOp, ast.Compare, ast.Subscript)):
            yield "".join((ast.get_source_segment(code, node) or "").split())


@every_exercise
def test_the_first_miss_says_what_is_wrong_and_not_the_line_that_mends_it(notebook: str, exercise: Exercise) -> None:
    there = "".join(stub(notebook, exercise).split())
    answer = [each for each in expressions(hinted(notebook, exercise)) if len(each) >= 6 and each not in there]
    for mistake in exercise.mistakes:
        told = [each for each in answer if each in "".join(mistake.diagnosis.split())]
        assert told == [], mistake.diagnosis
