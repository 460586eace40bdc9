"""The environment that course.py makes: whole or not at all, whatever was set, deleted, killed or started twice."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from course_kit import COURSE, command, environment, make_wheel, refused, start, started

from helpers.course import checks
from helpers.course import environment as sets_up
from helpers.course.places import python_of
from helpers.course.problem import Problem

unix = pytest.mark.skipif(sys.platform == "win32", reason="a thing of Unix")


def packages(folder: Path) -> Path:
    return next((folder / ".venv").glob("[Ll]ib/**/site-packages"))


def test_a_second_start_installs_nothing(ready: Path, port: str) -> None:
    again = start(ready, "--", f"--port={port}", PIP_FIND_LINKS="nowhere")
    assert again.returncode == 0 and "Setting up" not in again.stdout


def test_tests_are_run_strictly_with_what_follows(ready: Path) -> None:
    how = started(ready, start(ready, "test", "--", "-k", "logistic"))
    assert how["argv"] == ["-k", "logistic"] and how["COURSE_STRICT"] == "1" and how["COURSE_ALL"] is None
    stamp = json.loads((ready / ".venv" / "course.json").read_text(encoding="utf-8"))
    assert stamp["made"] and stamp["tests"]
    again = start(ready, "test", "--all", "--", "-x")
    assert "Adding" not in again.stdout
    how = started(ready, again)
    assert how["argv"] == ["-x"] and how["COURSE_ALL"] == "1"


@pytest.mark.weekly
def test_what_pip_is_told_of_where_to_install_changes_nothing(fresh: Path, tmp_path: Path, port: str) -> None:
    elsewhere = str(tmp_path / "elsewhere")
    constraint = tmp_path / "constraint.txt"
    constraint.write_text("jupyterlab<1\n", encoding="utf-8")
    configuration = tmp_path / "pip.conf"
    configuration.write_text("[install]\nuser = true\ndry-run = true\n[global]\nrequire-hashes = true\n", "utf-8")
    told = {
        "PIP_CONFIG_FILE": str(configuration),
        "PIP_TARGET": elsewhere,
        "PIP_PREFIX": elsewhere,
        "PIP_ROOT": elsewhere,
        "PIP_DRY_RUN": "1",
        "PIP_USER": "1",
        "PIP_CONSTRAINT": str(constraint),
        "PIP_REQUIRE_HASHES": "1",
        "PIP_NO_BINARY": ":all:",
    }
    said = start(fresh, "--", f"--port={port}", **told)
    assert said.returncode == 0 and packages(fresh).joinpath("jupyterlab", "labapp.py").exists(), said.stderr
    assert not Path(elsewhere).exists()


def test_settings_that_pip_cannot_read_are_named(fresh: Path, tmp_path: Path) -> None:
    configuration = tmp_path / "pip.conf"
    configuration.write_text("index-url without a section\n", "utf-8")
    refused(start(fresh, PIP_CONFIG_FILE=str(configuration)), "its own settings", "pip.conf")


@pytest.mark.parametrize(
    "gone", ["pyplot.py", "kernelapp.py", "labextensions/anywidget", "static/index.html", "python"]
)
def test_what_is_gone_is_noticed(made: Path, gone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stamp = json.loads((made / ".venv" / "course.json").read_text(encoding="utf-8"))
    monkeypatch.setattr(sets_up, "VENV", made / ".venv")
    monkeypatch.setattr(sets_up, "fingerprint", lambda locks: stamp["made"])
    assert sets_up.ready("open")
    where = python_of(made / ".venv") if gone == "python" else next((made / ".venv").rglob(gone))
    where.rename(where.with_name("away"))
    assert not sets_up.ready("open")


def test_a_hollow_environment_is_remade(made: Path, port: str) -> None:
    [pages] = (made / ".venv").rglob("labextensions/anywidget")
    shutil.rmtree(pages)
    again = start(made, "--", f"--port={port}")
    assert again.returncode == 0 and "Setting up" in again.stdout and pages.exists()


def test_one_that_still_works_is_kept(made: Path, port: str) -> None:
    """As after an update by the learner, which may take a file away."""
    stamp = made / ".venv" / "course.json"
    content = json.loads(stamp.read_text(encoding="utf-8"))
    stamp.write_text(json.dumps(content | {"files": [*content["files"], "gone.py"]}), encoding="utf-8")
    again = start(made, "--", f"--port={port}")
    assert again.returncode == 0 and "Setting up" not in again.stdout
    assert "looking whether" not in start(made, "--", f"--port={port}").stdout


@unix
@pytest.mark.weekly
def test_started_by_its_own_python(made: Path) -> None:
    """As where .venv is activated; and a package was deleted."""
    shutil.rmtree(packages(made) / "jupyterlab")
    own = [str(made / ".venv" / "bin" / "python"), *command(made, "--", "--port=0")[1:]]
    said = subprocess.run(own, env=environment(made), capture_output=True, encoding="utf-8", check=False)
    assert said.returncode == 0 and "Setting up" in said.stdout, said.stderr


@unix
@pytest.mark.weekly
def test_a_python_that_has_gone(made: Path, port: str) -> None:
    python = made / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python3")
    again = start(made, "--", f"--port={port}")
    assert again.returncode == 0 and "Setting up" in again.stdout


def test_what_does_not_import_is_not_taken_for_made(fresh: Path, port: str) -> None:
    broken = make_wheel(fresh / "wheels", "h5py", {"__init__": "import no_such_module"})
    lock = fresh / "requirements.lock"
    kept = [line for line in lock.read_text(encoding="utf-8").splitlines(keepends=True) if "h5py" not in line]
    lock.write_text("".join([*kept, broken]), encoding="utf-8")
    refused(start(fresh, "--", f"--port={port}"), "does not work", "no_such_module")
    assert not (fresh / ".venv").exists()


def test_an_install_that_fails_leaves_nothing(fresh: Path) -> None:
    failed = start(fresh, PIP_FIND_LINKS="nowhere")
    refused(failed, "pip found no jupyterlab for Python", "pip config list")
    assert "network" not in failed.stderr
    assert [path.name for path in fresh.glob(".venv*")] == [".venv.lock"]


def test_a_file_with_another_hash_is_refused(fresh: Path) -> None:
    lock = fresh / "requirements.lock"
    lock.write_text("jupyterlab==1.0 --hash=sha256:" + 64 * "0" + "\n", encoding="utf-8")
    refused(start(fresh), "its hash differs")


def test_changed_requirements_that_fail_leave_the_old_environment(ready: Path, port: str) -> None:
    lock = ready / "requirements.lock"
    before = lock.read_text(encoding="utf-8")
    lock.write_text(before + "nothing-like-it==9 --hash=sha256:" + 64 * "0" + "\n", encoding="utf-8")
    refused(start(ready), "no nothing-like-it")
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


def test_killed_while_the_half_made_is_removed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is half deleted has lost the stamp that says whose it is: it is not called .venv any more."""
    places = {name: tmp_path / name for name in ("VENV", "OLD", "TOOLS")}
    for name, place in places.items():
        monkeypatch.setattr(sets_up, name, place)
    monkeypatch.setattr(sets_up.checks, "of_the_folder", lambda: None)
    sets_up._begin()
    assert [path.name for path in places["VENV"].iterdir()] == ["course.json"]
    monkeypatch.setattr(sets_up.shutil, "rmtree", lambda folder, ignore_errors: None)  # killed at once
    sets_up.recover()
    assert not places["VENV"].exists() and places["TOOLS"].exists()


def test_of_two_starts_one_sets_up_and_the_other_waits(fresh: Path) -> None:
    both = [
        subprocess.Popen(
            command(fresh, "--", "--port=0"), env=environment(fresh), stdout=subprocess.PIPE, encoding="utf-8"
        )
        for _ in range(2)
    ]
    said = [process.communicate(timeout=120)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert sum("Setting up" in text for text in said) == 1
    assert all("is running" in text for text in said)


@unix
@pytest.mark.parametrize("way", [pytest.param(signal.SIGKILL, marks=pytest.mark.weekly), signal.SIGINT])
def test_stopped_while_it_sets_up(fresh: Path, port: str, way: signal.Signals) -> None:
    process = subprocess.Popen(
        command(fresh),
        env=environment(fresh),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    assert process.stdout
    while "Fetching" not in process.stdout.readline():
        pass
    os.killpg(process.pid, way) if way == signal.SIGINT else process.send_signal(way)
    error = process.communicate(timeout=60)[1]
    if way == signal.SIGINT:
        assert process.returncode == 1 and error.strip().startswith("Stopped.") and "\n" not in error.strip()
        assert [path.name for path in fresh.glob(".venv*")] == [".venv.lock"]
        return
    again = start(fresh, "--", f"--port={port}")
    assert again.returncode == 0 and "Setting up" in again.stdout


def test_somebody_elses_environment_is_left_alone(fresh: Path) -> None:
    (fresh / ".venv").mkdir()
    (fresh / ".venv" / "precious").touch()
    refused(start(fresh), "course.py did not make")
    assert (fresh / ".venv" / "precious").exists()


@unix
def test_a_file_or_a_link_called_venv(fresh: Path, tmp_path: Path) -> None:
    (fresh / ".venv").touch()
    refused(start(fresh), "a file called .venv")
    for target in (tmp_path, tmp_path / "nowhere"):
        (fresh / ".venv").unlink()
        (fresh / ".venv").symlink_to(target)
        refused(start(fresh), "a link called .venv")


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_missing_file_is_named(fresh: Path, name: str) -> None:
    (fresh / name).unlink()
    refused(start(fresh), name, "get the course again")


def test_course_py_alone_says_what_is_missing(tmp_path: Path) -> None:
    """As when it is started inside a zip: Windows unpacks this one file."""
    shutil.copy(COURSE / "course.py", tmp_path)
    alone = [sys.executable, "-S", str(tmp_path / "course.py")]  # without the environment's way to our helpers
    said = subprocess.run(alone, capture_output=True, encoding="utf-8", check=False)
    refused(said, "helpers is missing here", "unpack all of it into one folder")


@unix
def test_a_path_that_no_environment_can_have(template: Path, tmp_path: Path) -> None:
    folder = tmp_path / "week 1:2"
    shutil.copytree(template, folder)
    refused(start(folder), 'has a ":" in it', "rename or move")


def test_no_venv_module_is_said_before_anything_is_fetched(fresh: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.util as u\nfind = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name == 'ensurepip' else find(name, *a)\n",
        encoding="utf-8",
    )
    said = start(fresh, PYTHONPATH=str(tmp_path))
    refused(said, "no ensurepip module", "python3-venv")
    assert not (fresh / ".venv").exists() and not said.stdout


def test_too_little_space_is_said_before_anything_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks.shutil, "disk_usage", lambda path: SimpleNamespace(free=10**8))
    with pytest.raises(Problem, match="needs .* MB of disk space in .*, and 100 MB are free"):
        checks.before_making()
