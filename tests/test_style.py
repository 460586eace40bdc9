"""The code's own tidiness: lint, format, types; and the locks agree with what they lock."""

import re
import subprocess
import sys
import tomllib
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


def names(text: str) -> dict[str, str]:
    """Package -> range, of the lines of a requirements file."""
    lines = re.findall(r"^([A-Za-z0-9-]+)\s*>=\s*([\d.]+)", text, re.MULTILINE)
    return dict(lines)


def pins(text: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9._-]+)==([^\s;\\]+)", text, re.MULTILINE))


def version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text))


@pytest.mark.parametrize("kind", ["requirements", "requirements-test"])
def test_every_requirement_is_pinned_inside_its_range(kind: str) -> None:
    wanted = names((COURSE / f"{kind}.txt").read_text(encoding="utf-8"))
    locked = pins((COURSE / f"{kind}.lock").read_text(encoding="utf-8"))
    assert len(wanted) >= 8
    for package, oldest in wanted.items():
        assert version(locked[package]) >= version(oldest), package


@pytest.mark.parametrize("kind", ["requirements", "requirements-test", "requirements-tools"])
def test_every_pin_has_hashes(kind: str) -> None:
    text = (COURSE / f"{kind}.lock").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9._-]+==)", text, flags=re.MULTILINE)[1:]
    assert len(entries) == len(pins(text)) or len(entries) > len(pins(text))  # one name may have two pins, by platform
    assert all("--hash=sha256:" in entry for entry in entries)


def test_the_locks_agree() -> None:
    learner = pins((COURSE / "requirements.lock").read_text(encoding="utf-8"))
    for other in ("requirements-test.lock", "requirements-tools.lock"):
        others = pins((COURSE / other).read_text(encoding="utf-8"))
        shared = learner.keys() & others.keys()
        assert shared and all(learner[name] == others[name] for name in shared)


def test_a_learners_environment_holds_nothing_that_only_tests_need() -> None:
    learner = pins((COURSE / "requirements.lock").read_text(encoding="utf-8"))
    assert learner.keys().isdisjoint({"pytest", "nbval", "pytest-xdist", "coverage", "uv", "setuptools"})


def test_the_helpers_say_what_they_need() -> None:
    project = tomllib.loads((COURSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = names((COURSE / "requirements.txt").read_text(encoding="utf-8"))
    assert all(wanted[name] == oldest for name, oldest in names("\n".join(project["dependencies"])).items())


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
