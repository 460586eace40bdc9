"""The code's own tidiness: lint, format, types, light imports; the workflow names what is there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from needs import need

COURSE = Path(__file__).parents[1]


@pytest.mark.parametrize(
    "tool",
    [["ruff", "check", "--no-cache"], ["ruff", "format", "--check", "--no-cache"], ["mypy"]],
    ids=" ".join,
)
def test_tools_find_nothing(tool: list[str]) -> None:
    need(tool[0])
    result = subprocess.run(
        [sys.executable, "-m", *tool], cwd=COURSE, capture_output=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_importing_the_helpers_is_light() -> None:
    heavy = "['matplotlib', 'scipy', 'sklearn', 'ipywidgets', 'IPython', 'h5py', 'PIL']"
    code = f"import helpers, helpers.logistic, helpers.exercises, sys; print([m for m in {heavy} if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], cwd=COURSE, capture_output=True, encoding="utf-8", check=True)
    assert result.stdout.strip() == "[]"


def test_the_workflow_names_only_what_is_there() -> None:
    text = (COURSE / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    for name in re.findall(r"(?:requirements[\w.-]*|course\.py)", text):
        assert (COURSE / name).exists(), name
    yaml = need("yaml")
    jobs = yaml.safe_load(text)["jobs"]
    assert set(jobs["course"]["strategy"]["matrix"]["os"]) == {
        "ubuntu-latest",
        "macos-latest",
        "windows-latest",
    }


def test_ci_runs_the_readmes_test_command() -> None:
    readme = (COURSE / "README.md").read_text(encoding="utf-8")
    assert "python3 course.py test" in readme
    assert "python3 course.py test" in (COURSE / ".ci" / "run").read_text(encoding="utf-8")
