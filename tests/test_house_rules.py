"""The rules of the house that a script can tell: which room imports which, short modules, explained functions."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

HELPERS = Path(__file__).parents[1] / "helpers"
FOLDER = HELPERS.parent
TABLES = [*FOLDER.glob("*.md"), *(FOLDER / "notebooks" / "source").glob("*.md"), *HELPERS.rglob("*.md")]
MODULES = sorted(HELPERS.rglob("*.py"))

# Each room of helpers/ imports rooms of the floors above it in this list, and nothing below.
FLOORS = [
    {"validation", "wording", "shell"},
    {"progress", "labels"},
    {"activations", "losses", "metrics", "parameters", "datasets"},
    {"broadcasting", "shapes", "vectorization", "linear_layers", "handwriting", "timings"},
    {"initialization", "regularization", "dropout", "finite_differences", "computation_graph"},
    {"logistic", "shallow", "deep", "gradient_flow"},
    {"networks"},
    {"gradient_check", "training", "faults"},
    {"playground"},
    {"course"},
    {"plots"},
    {"widgets", "sweeps"},
    {"explorers", "exercises"},
]
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}


def room(path: Path) -> str:
    return path.relative_to(HELPERS).with_suffix("").parts[0]


def imported_rooms(code: str) -> Iterator[str]:
    """The rooms of helpers/ that a module imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(code)):
        names = [alias.name for alias in node.names] if isinstance(node, (ast.Import, ast.ImportFrom)) else []
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{name}" for name in names]
        yield from (name.split(".")[1] for name in names if name.startswith("helpers."))


def upward(own: str, code: str) -> list[str]:
    """The rooms that a module of the room `own` must not import, but does."""
    return [other for other in imported_rooms(code) if other != own and FLOOR[other] >= FLOOR[own]]


def public_functions(code: str) -> Iterator[ast.FunctionDef]:
    """Functions and methods without an underscore, of the module and of its public classes; no fields, no set-up."""
    for node in ast.parse(code).body:
        inside = node.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_") else [node]
        yield from (each for each in inside if isinstance(each, ast.FunctionDef) and not each.name.startswith("_"))


def unexplained(code: str) -> list[str]:
    """Public functions without a docstring, or without the type of what they return."""
    return [each.name for each in public_functions(code) if not ast.get_docstring(each) or each.returns is None]


def nameless_columns(text: str) -> list[str]:
    """The heads of Markdown tables, each before a line of dashes, that leave a column without a word."""
    heads = re.findall(r"^(\|.*\|)\n\|[-:| ]+\|$", text, re.MULTILINE)
    return [head for head in heads if re.search(r"\|\s*\|", head)]


def table_lines(code: str) -> str:
    """The strings of a module that are whole lines of a Markdown table."""
    strings = (node.value for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Constant))
    return "\n".join(each for each in strings if isinstance(each, str) and each.startswith("|"))


def found_in(rule: Callable[[Path, str], object], *without: str) -> dict[str, object]:
    """Module -> what the rule finds in it."""
    paths = [path for path in MODULES if room(path) not in ("__init__", *without)]
    results = {str(path.relative_to(HELPERS)): rule(path, path.read_text(encoding="utf-8")) for path in paths}
    assert len(results) > 60
    return {name: result for name, result in results.items() if result}


def test_every_room_has_a_floor() -> None:
    rooms = {room(path) for path in MODULES} - {"__init__"}
    assert rooms <= FLOOR.keys(), f"name the floor of {rooms - FLOOR.keys()} in FLOORS"


def test_the_picture_of_the_house_shows_every_room_on_its_floor() -> None:
    text = (HELPERS.parent / "CONTRIBUTING.md").read_text(encoding="utf-8").split("```text\n")[1].split("```")[0]
    shown = [{word for word in line.split() if word in FLOOR} for line in text.splitlines()]
    assert [rooms for rooms in reversed(shown) if rooms] == FLOORS


def test_modules_import_lower_rooms_only() -> None:
    assert found_in(lambda path, code: upward(room(path), code)) == {}


def test_modules_have_under_200_lines() -> None:
    assert found_in(lambda path, code: code.count("\n") >= 200) == {}


def test_modules_say_what_they_are() -> None:
    assert found_in(lambda path, code: not ast.get_docstring(ast.parse(code))) == {}


def test_public_functions_have_a_docstring_and_the_type_of_what_they_return() -> None:
    """In exercises/ a wrong answer, which stands there as data, is explained by its diagnosis."""
    assert found_in(lambda path, code: unexplained(code), "exercises") == {}


def test_every_column_of_a_table_has_a_word() -> None:
    assert len(TABLES) > 10
    assert {path.name: found for path in TABLES if (found := nameless_columns(path.read_text(encoding="utf-8")))} == {}
    assert found_in(lambda path, code: nameless_columns(table_lines(code))) == {}


@pytest.mark.parametrize(
    ("own", "code", "found"),
    [
        ("losses", "from helpers.plots import curves", ["plots"]),
        ("losses", "from helpers import networks, validation", ["networks"]),
        ("losses", "def late():\n    import helpers.training.loop", ["training"]),
        ("shallow", "from helpers.deep import forward", ["deep"]),
        ("training", "from helpers.training import loop\nfrom helpers.deep import forward\nimport numpy", []),
    ],
)
def test_an_upward_import_is_found(own: str, code: str, found: list[str]) -> None:
    assert upward(own, code) == found


def test_what_is_unexplained_is_found() -> None:
    code = "def a():\n  'x'\ndef b() -> int:\n  return 1\ndef _c():\n  pass\nclass D:\n  def e(self): pass\n"
    assert unexplained(code) == ["a", "b", "e"]


def test_a_column_without_a_word_is_found() -> None:
    table = "| | in code |\n|---|---|\n| | an empty cell below is fine |"
    assert nameless_columns(table) == ["| | in code |"]
    assert nameless_columns(table_lines('head = ["| | what |", "|---|---|"]')) == ["| | what |"]
    assert nameless_columns(table.replace("| |", "| what |", 1)) == []
