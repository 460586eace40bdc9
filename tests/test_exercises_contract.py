"""The contract of an exercise is that of its notebook: every call in it can be made, and every stub be filled in."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from exercise_kit import EXERCISES, finding, scope_of

from helpers.exercises import registry, report
from helpers.exercises.source import source

SOURCES = Path(__file__).parents[1] / "notebooks" / "source"


def cells(notebook: str) -> Iterator[ast.Module]:
    """The code cells of a notebook, parsed."""
    text = (SOURCES / f"{notebook}.md").read_text(encoding="utf-8")
    for code in re.findall(r"^```python.*?\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        yield ast.parse(re.sub(r"^[%!].*$", "pass", code, flags=re.MULTILINE))


def stubs(notebook: str) -> dict[str, ast.FunctionDef]:
    """The functions that the learner is to fill in."""
    functions = [node for cell in cells(notebook) for node in ast.walk(cell) if isinstance(node, ast.FunctionDef)]
    return {each.name: each for each in functions if any("check" in ast.unparse(d) for d in each.decorator_list)}


def calls(notebook: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of an exercise's function by its bare name."""
    names = {exercise.name for exercise in registry.load(notebook)}
    for cell in cells(notebook):
        for node in ast.walk(cell):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                yield f"{notebook[:2]}-{node.func.id}", node


@pytest.mark.parametrize("notebook", registry.NOTEBOOKS)
def test_every_name_and_every_gap_in_the_notebooks_calls_is_in_the_contract(notebook: str) -> None:
    for name, call in calls(notebook):
        exercise = EXERCISES[name]
        given = {keyword.arg for keyword in call.keywords}
        assert given <= set(exercise.by_name), ast.unparse(call)
        if not any(isinstance(argument, ast.Starred) for argument in call.args):
            left_out = len(exercise.arguments) - len(call.args) - len(call.keywords)
            assert left_out <= exercise.optional, ast.unparse(call)


@pytest.mark.parametrize("notebook", registry.NOTEBOOKS)
def test_the_contract_asks_for_no_more_than_the_notebook_and_the_stub(notebook: str) -> None:
    used = {(name, keyword.arg) for name, call in calls(notebook) for keyword in call.keywords}
    for exercise in registry.load(notebook):
        name = f"{notebook[:2]}-{exercise.name}"
        assert {(name, each) for each in exercise.by_name} <= used
        stub = stubs(notebook)[exercise.name].args
        assert [argument.arg for argument in stub.args] == exercise.arguments
        assert [ast.literal_eval(default) for default in stub.defaults] == list(exercise.defaults.values())


def alone(notebook: str) -> set[str]:
    """The exercises whose function no cell uses, but for those in which the exercises are written."""
    used = set()
    for cell in cells(notebook):
        if not any(isinstance(node, ast.FunctionDef) and node.decorator_list for node in cell.body):
            used |= {node.id for node in ast.walk(cell) if isinstance(node, ast.Name)}
    return {exercise.name for exercise in registry.load(notebook)} - used


@pytest.mark.parametrize("notebook", registry.NOTEBOOKS)
def test_what_only_other_functions_call_is_not_said_to_run_the_course(notebook: str) -> None:
    """Our backward calls our layer_backward, whatever the learner has written."""
    exercises = {exercise.name: exercise for exercise in registry.load(notebook)}
    assert {name for name in alone(notebook) if not exercises[name].within} <= set(), alone(notebook)
    for exercise in exercises.values():
        closing = report.right(exercise).closing
        assert exercise.within == "" or f"{exercise.name}(" in source(exercises[exercise.within].reference)
        assert ("once your" in closing) == bool(exercise.within) != ("the course runs on your" in closing)


def filled_in(stub: ast.FunctionDef, scope: dict[str, Any]) -> None:
    """The stub's own `def`, with our answer behind it."""
    names = ", ".join(argument.arg for argument in stub.args.args)
    scope[f"our_{stub.name}"] = scope[stub.name]
    exec(f"def {stub.name}({ast.unparse(stub.args)}):\n    return our_{stub.name}({names})", scope)


@pytest.mark.parametrize("notebook", registry.NOTEBOOKS)
def test_each_solution_stands_among_answers_that_follow_the_stubs(notebook: str) -> None:
    """Whoever pastes one solution has written the others: with the stub's parameters, no more defaults than it has."""
    for exercise in registry.load(notebook):
        scope = scope_of(f"{notebook[:2]}-{exercise.name}")
        for stub in stubs(notebook).values():
            filled_in(stub, scope)
        exec(source(exercise.reference), scope)
        found = finding(f"{notebook[:2]}-{exercise.name}", scope[exercise.name])
        assert found.state == "done", found.text


def test_the_hint_of_train_is_right_with_the_stub_of_initialize() -> None:
    scope = scope_of("04-train")
    filled_in(stubs("04_shallow_network")["initialize"], scope)
    first = next(hint for hint in EXERCISES["04-train"].hints if "initialize(" in hint)
    (start,) = re.findall(r"initialize\(\*layer_sizes\(.*?\).*?\)", first)
    exec(
        "def train(X, Y, n1, learning_rate, iterations, seed):\n"
        f"    params = {start}\n"
        "    for _ in range(iterations):\n"
        "        params = update(params, backward(params, forward(params, X), X, Y), learning_rate)\n"
        "    return params",
        scope,
    )
    assert finding("04-train", scope["train"]).state == "done"
