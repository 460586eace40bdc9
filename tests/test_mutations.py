"""The mutation script finds what no test sees; weekly it tries a sample on the mathematics."""

import ast
import subprocess
import sys
from pathlib import Path

import mutate
import pytest

CODE = """
def mean(x: int = 1) -> list[int]:
    \"\"\"The mean.\"\"\"
    if x < 3 and not x:
        return np.dot(x, -x.sum(axis=0, keepdims=True))
    return any(x) if x else x + 1
"""


def test_each_kind_of_change_is_made() -> None:
    found = {name.split(":  ")[-1] for name, _ in mutate.mutants(CODE)}
    assert {
        "x < 3  ->  x <= 3",
        "x < 3 and (not x)  ->  x < 3 or not x",
        "not x  ->  x",
        "-x.sum(axis=0, keepdims=True)  ->  x.sum(axis=0, keepdims=True)",
        "0  ->  1",
        "True  ->  False",
        "np.dot(x, -x.sum(axis=0, keepdims=True))  ->  np.dot(-x.sum(axis=0, keepdims=True), x)",
        "any(x)  ->  all(x)",
        "x + 1  ->  x - 1",
        "any(x) if x else x + 1  ->  x + 1 if x else any(x)",
    } <= found


def test_every_mutant_is_another_module_and_has_a_name_of_its_own() -> None:
    for module in ("deep", "losses", "initialization"):
        code = mutate.read(module)
        found = list(mutate.mutants(code))
        assert len(dict(found)) == len(found) > 30
        assert ast.unparse(ast.parse(code)) not in dict(found).values()


def test_every_module_and_its_tests_are_there() -> None:
    for module, tests in mutate.TESTS.items():
        assert mutate.read(module)
        assert all((mutate.COURSE / "tests" / f"test_{name}.py").exists() for name in tests)


def test_each_equivalent_mutant_still_is_one_and_has_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    assert mutate.stale() == [] and all(mutate.EQUIVALENT.values())
    monkeypatch.setitem(mutate.EQUIVALENT, ("deep", "nothing  ->  something"), "no reason")
    assert mutate.stale() == ["deep: nothing  ->  something"]


def test_a_survivor_is_told_from_one_that_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("helpers", "tests"):
        (tmp_path / folder).mkdir()
    (tmp_path / "helpers" / "__init__.py").touch()  # else the course's own helpers are found
    (tmp_path / "helpers" / "double.py").write_text("def double(x):\n    return 2 * x\n", encoding="utf-8")
    check = "from helpers.double import double\n\ndef test_double():\n    assert double(2) == 4\n"
    (tmp_path / "tests" / "test_double.py").write_text(check, encoding="utf-8")
    monkeypatch.setitem(mutate.TESTS, "double", ["double"])
    assert mutate.survives("double", "def double(x):\n    return x * x\n", tmp_path)
    assert not mutate.survives("double", "def double(x):\n    return 3 * x\n", tmp_path)
    assert (tmp_path / "helpers" / "double.py").read_text(encoding="utf-8").endswith("2 * x\n")


@pytest.mark.weekly
@pytest.mark.parametrize("module", mutate.TESTS)
def test_no_mutant_of_a_sample_survives(module: str) -> None:
    command = [sys.executable, str(mutate.COURSE / "tests" / "mutate.py"), module, "-n", "4"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
