"""The front door, offline: a copy of course.py in a folder of its own, with packages that are made here."""

import ast
import hashlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.course.notebook_file import fingerprint

COURSE = Path(__file__).parents[1]
RECORDER = """
import json, os, sys
print("STARTED", json.dumps({"argv": sys.argv[1:], "cwd": os.getcwd(), "config": os.environ.get("JUPYTER_CONFIG_PATH"),
                             "strict": os.environ.get("COURSE_STRICT")}))
sys.exit(7 if "--fail" in sys.argv else 0)
"""
BACKEND = """
import zipfile, pathlib
def get_requires_for_build_editable(config_settings=None): return []
def build_editable(folder, config_settings=None, metadata_directory=None):
    name = "by_hand-1.0-py3-none-any.whl"
    info = "by_hand-1.0.dist-info/"
    with zipfile.ZipFile(pathlib.Path(folder) / name, "w") as wheel:
        wheel.writestr("by_hand.py", "")
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: by-hand\\nVersion: 1.0\\n")
        wheel.writestr(info + "WHEEL",
            "Wheel-Version: 1.0\\nGenerator: t\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(info + "RECORD", "")
    return name
"""
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "by-hand"
version = "1.0"
"""


def make_wheel(folder: Path, name: str) -> str:
    """A wheel whose `python -m name` tells how it was started; the line of a lock file for it."""
    file, info = folder / f"{name}-1.0-py3-none-any.whl", f"{name}-1.0.dist-info"
    with zipfile.ZipFile(file, "w") as wheel:
        wheel.writestr(f"{name}/__init__.py", "")
        wheel.writestr(f"{name}/__main__.py", RECORDER)
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: t\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")
    return f"{name}==1.0 --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}\n"


def add_notebook(folder: Path, name: str) -> None:
    """A notebook without cells, and its source."""
    notebook = {"cells": [], "metadata": {"course": {"cells": fingerprint({"cells": []})}}}
    (folder / "notebooks" / f"{name}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    (folder / "notebooks" / "source" / f"{name}.md").touch()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "course"
    (folder / "notebooks" / "source").mkdir(parents=True)
    (folder / "wheels").mkdir()
    shutil.copy(COURSE / "course.py", folder)
    shutil.copytree(COURSE / "helpers" / "course", folder / "helpers" / "course")
    shutil.copy(COURSE / "helpers" / "__init__.py", folder / "helpers")
    add_notebook(folder, "02_logistic_regression")
    (folder / "requirements.lock").write_text(make_wheel(folder / "wheels", "jupyterlab"), encoding="utf-8")
    (folder / "requirements-test.lock").write_text(make_wheel(folder / "wheels", "pytest"), encoding="utf-8")
    (folder / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (folder / "backend.py").write_text(BACKEND, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def ready(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course that was started once, in a folder with spaces and letters beyond ASCII."""
    folder = tmp_path_factory.mktemp("ready") / "mein Kürs 신경망"
    shutil.copytree(template, folder)
    first = start(folder, cwd=folder.parent)
    assert first.returncode == 0, first.stderr
    assert "about a minute" in first.stdout
    return folder


@pytest.fixture
def fresh(template: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "course"
    shutil.copytree(template, folder)
    return folder


def start(
    folder: Path, *arguments: str, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    own = {
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": (folder / "wheels").as_uri(),
        "PYTHONUTF8": "1",
        "PIP_CONFIG_FILE": os.devnull,
    }
    clean = {k: v for k, v in os.environ.items() if k not in ("COURSE_STRICT", "JUPYTER_CONFIG_PATH", "PYTHONPATH")}
    return subprocess.run(
        [sys.executable, str(folder / "course.py"), *arguments],
        cwd=cwd or folder,
        env=clean | own | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def started(result: subprocess.CompletedProcess[str]) -> dict[str, object]:
    """How Jupyter or pytest was started."""
    line = next(line for line in result.stdout.splitlines() if line.startswith("STARTED"))
    found: dict[str, object] = json.loads(line.removeprefix("STARTED"))
    return found


def refused(result: subprocess.CompletedProcess[str], *words: str) -> None:
    """A non-zero exit with one plain sentence."""
    message = result.stderr.strip()
    assert result.returncode != 0 and "\n" not in message and message.endswith("."), result.stderr
    for word in words:
        assert word in message
    assert "STARTED" not in result.stdout


@pytest.fixture(scope="module")
def port() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number = probe.getsockname()[1]
    yield str(number)


def test_it_opens_the_first_notebook_on_this_machine_only(ready: Path, port: str) -> None:
    how = started(start(ready, "--", f"--port={port}", "--no-browser"))
    argv = how["argv"]
    assert isinstance(argv, list)
    assert argv[-1] == "my_notebooks/02_logistic_regression.ipynb" and (ready / argv[-1]).is_file()
    assert {"--ip=127.0.0.1", "--ServerApp.port_retries=0", f"--port={port}", "--no-browser"} <= set(argv)
    assert not any("token" in word for word in argv)
    assert Path(str(how["cwd"])) == ready
    assert str(how["config"]).split(os.pathsep)[0] == str(ready / ".jupyter")


def test_start_here_comes_first_if_it_is_there(ready: Path, port: str) -> None:
    add_notebook(ready, "00_start_here")
    try:
        argv = started(start(ready, "--", "--port", port))["argv"]
    finally:
        for path in ready.glob("*notebooks/**/00_start_here.*"):
            path.unlink()
    assert isinstance(argv, list) and argv[-1] == "my_notebooks/00_start_here.ipynb"


def test_what_became_of_the_copies_is_told(ready: Path, port: str) -> None:
    copy = ready / "my_notebooks" / "02_logistic_regression.ipynb"
    copy.write_text("{", encoding="utf-8")
    told = start(ready, "--", f"--port={port}").stdout
    copy.unlink()
    assert "python course.py restore 02 " in told


def test_a_second_start_installs_nothing_and_is_quick(ready: Path, port: str) -> None:
    began = time.perf_counter()
    again = start(ready, "--", f"--port={port}", PIP_FIND_LINKS="nowhere")
    assert again.returncode == 0 and "Setting up" not in again.stdout
    assert time.perf_counter() - began < 3


def test_it_passes_the_exit_code_on(ready: Path, port: str) -> None:
    assert start(ready, "--", f"--port={port}", "--fail").returncode == 7


def test_tests_are_run_strictly_with_what_follows(ready: Path) -> None:
    how = started(start(ready, "test", "--", "-k", "logistic"))
    assert how["argv"] == ["-k", "logistic"] and how["strict"] == "1"
    stamp = json.loads((ready / ".venv" / "course.json").read_text(encoding="utf-8"))
    assert stamp["made"] and stamp["tests"]
    assert "Adding" not in start(ready, "test").stdout


@pytest.mark.parametrize("words", [["tset"], ["test", "now"], ["--port=9"]])
def test_an_unknown_command_is_refused(template: Path, words: list[str]) -> None:
    refused(start(template, *words), "Unknown command", "python course.py test")
    assert not (template / ".venv").exists()


def test_help_names_both_commands(template: Path) -> None:
    message = start(template, "--help")
    assert message.returncode == 0 and "python course.py test" in message.stdout


def test_a_port_in_use_is_refused(ready: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        for words in ([f"--port={number}"], ["--port", str(number)], [f"--ServerApp.port={number}"]):
            refused(start(ready, "--", *words), f"Port {number} is in use")
    refused(start(ready, "--", "--port=many"), "'many' is not a number")


def test_an_install_that_fails_leaves_nothing_and_a_rerun_recovers(fresh: Path, port: str) -> None:
    refused(start(fresh, PIP_FIND_LINKS="nowhere"), "ERROR: No matching distribution", "check the network")
    assert not (fresh / ".venv").exists() and not (fresh / ".venv.old").exists()
    assert start(fresh, "--", f"--port={port}").returncode == 0


def test_a_file_with_another_hash_is_refused(fresh: Path) -> None:
    lock = fresh / "requirements.lock"
    lock.write_text("jupyterlab==1.0 --hash=sha256:" + 64 * "0" + "\n", encoding="utf-8")
    refused(start(fresh), "could not be installed")


def test_changed_requirements_that_fail_leave_the_old_environment(ready: Path, port: str) -> None:
    lock = ready / "requirements.lock"
    before = lock.read_text(encoding="utf-8")
    lock.write_text(before + "nothing-like-it==9 --hash=sha256:" + 64 * "0" + "\n", encoding="utf-8")
    refused(start(ready), "could not be installed")
    lock.write_text(before, encoding="utf-8")
    again = start(ready, "--", f"--port={port}")
    assert again.returncode == 0 and "Setting up" not in again.stdout


def test_a_run_that_was_killed_is_cleared_away(ready: Path, port: str) -> None:
    (ready / ".venv").rename(ready / ".venv.old")
    (ready / ".venv").mkdir()
    (ready / ".venv" / "course.json").write_text('{"made": null}', encoding="utf-8")
    again = start(ready, "--", f"--port={port}")
    assert again.returncode == 0 and "Setting up" not in again.stdout
    assert not (ready / ".venv.old").exists()


def test_somebody_elses_environment_is_left_alone(fresh: Path) -> None:
    (fresh / ".venv").mkdir()
    (fresh / ".venv" / "precious").touch()
    refused(start(fresh), "course.py did not make")
    assert (fresh / ".venv" / "precious").exists()


def test_no_venv_module_is_said(fresh: Path, tmp_path: Path) -> None:
    hide = tmp_path / "hide"
    hide.mkdir()
    (hide / "sitecustomize.py").write_text(
        "import importlib.util as u\nfind = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name == 'ensurepip' else find(name, *a)\n",
        encoding="utf-8",
    )
    refused(start(fresh, PYTHONPATH=str(hide)), "no ensurepip module", "python3-venv")
    assert not (fresh / ".venv").exists()


def test_an_old_python_can_read_the_file_and_is_told() -> None:
    source = (COURSE / "course.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 7))
    new = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Nonlocal, ast.YieldFrom, ast.Starred)
    assert not [node for node in ast.walk(tree) if isinstance(node, new)]  # Python 2 has none of these
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.arg) and node.annotation]
    trick = (
        f"import sys; sys.version_info = (3, 6, 1); exec(open({str(COURSE / 'course.py')!r}, encoding='utf-8').read())"
    )
    message = subprocess.run([sys.executable, "-c", trick], capture_output=True, encoding="utf-8", check=False)
    refused(message, "Python 3.6 is too old: install Python 3.11")


def test_the_version_is_checked_before_anything_new_is_imported() -> None:
    body = ast.parse((COURSE / "course.py").read_text(encoding="utf-8")).body
    check = next(i for i, node in enumerate(body) if isinstance(node, ast.If))
    imported = [ast.unparse(node) for node in body[:check] if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert imported == ["from __future__ import print_function", "import sys"]


def test_jupyter_is_told_to_ask_nothing() -> None:
    folder = COURSE / ".jupyter" / "labconfig"
    page = json.loads((folder / "page_config.json").read_text(encoding="utf-8"))
    settings = json.loads((folder / "default_setting_overrides.json").read_text(encoding="utf-8"))
    assert page["disabledExtensions"]["@jupyterlab/apputils-extension:announcements"] is True
    assert page["buildCheck"] is False
    notes = settings["@jupyterlab/apputils-extension:notification"]
    assert notes["fetchNews"] == "false" and notes["checkForUpdates"] is False
