"""The code's own tidiness: lint, format, types, light imports; the workflow names what is there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from needs import need

pytest_plugins = ["pytester"]
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


def test_the_slow_tests_run_weekly_and_not_at_every_push() -> None:
    text = (COURSE / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    workflow = need("yaml").safe_load(text)
    jobs, when = workflow["jobs"], workflow[True]  # YAML takes `on` for true
    assert when["schedule"] and "push" in when
    assert "python course.py test --all" in [step.get("run") for step in jobs["weekly"]["steps"]]
    assert {name for name, job in jobs.items() if "schedule" in job.get("if", "")} == {"weekly", "dependencies"}


def test_weekly_tests_are_left_out_but_for_all(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    pytester.makeconftest((COURSE / "conftest.py").read_text(encoding="utf-8"))
    pytester.makeini("[pytest]\nmarkers = weekly\n")
    pytester.makepyfile("import pytest\n@pytest.mark.weekly\ndef test_a(): pass\ndef test_b(): pass\n")
    for everything, passed in (("", 1), ("1", 2)):
        monkeypatch.setenv("COURSE_ALL", everything)
        pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=passed, deselected=2 - passed)


def test_ci_runs_the_readmes_test_command() -> None:
    readme = (COURSE / "README.md").read_text(encoding="utf-8")
    assert "python3 course.py test" in readme
    assert "python3 course.py test" in (COURSE / ".ci" / "run").read_text(encoding="utf-8")
