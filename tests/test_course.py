"""The front door itself: what it understands, what it opens, and what it shows."""

import ast
import errno
import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from course_kit import COURSE, add_notebook, command, environment, refused, start, started

from helpers.course import lab, server


def test_it_opens_the_first_notebook_on_this_machine_only(ready: Path, port: str) -> None:
    how = started(ready, start(ready, "--", f"--port={port}"))
    argv = how["argv"]
    assert isinstance(argv, list)
    assert argv[-1] == "my_notebooks/02_logistic_regression.ipynb"
    assert {"--ip=127.0.0.1", "--ServerApp.port_retries=0", f"--port={port}"} <= set(argv)
    assert not any("token" in word for word in argv)
    assert Path(str(how["cwd"])) == ready
    assert str(how["JUPYTER_CONFIG_PATH"]).split(os.pathsep)[0] == str(ready / ".jupyter")


def test_start_here_comes_first_if_it_is_there(ready: Path, port: str) -> None:
    add_notebook(ready, "00_start_here")
    try:
        argv = started(ready, start(ready, "--", "--port", port))["argv"]
    finally:
        for each in ready.glob("*notebooks/**/00_start_here.*"):
            each.unlink()
    assert isinstance(argv, list) and argv[-1] == "my_notebooks/00_start_here.ipynb"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a browser")
def test_the_screen_is_quiet_and_the_address_stands_last(ready: Path, port: str) -> None:
    said = start(ready, "--", f"--port={port}")
    lines = said.stdout.strip().splitlines()
    [log] = (ready / ".venv" / "logs").iterdir()
    address = "http://127.0.0.1:8888/lab/tree/my_notebooks/02_logistic_regression.ipynb?token=secret"
    assert lines[:4] == [
        "Neural networks by hand is running. To stop it, press Ctrl-C in this window.",
        f"Jupyter's log is in {log}",
        "Open this address in a browser:",
        address,
    ]
    assert "a line of Jupyter's log" in log.read_text(encoding="utf-8") and not said.stderr


def test_where_there_is_a_screen_the_browser_opens(ready: Path, port: str) -> None:
    said = start(ready, "--", f"--port={port}", DISPLAY=":0")
    argv = started(ready, said)["argv"]
    assert isinstance(argv, list) and "--no-browser" not in argv and "opens in your browser" in said.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no root there")
def test_as_root_jupyter_is_allowed(ready: Path, port: str) -> None:
    argv = started(ready, start(ready, "--", f"--port={port}"))["argv"]
    assert isinstance(argv, list) and ("--allow-root" in argv) == (os.geteuid() == 0)


def test_it_passes_the_exit_code_on(ready: Path, port: str) -> None:
    said = start(ready, "--", f"--port={port}", "--fail")
    assert said.returncode == 7 and "could not go on" in said.stdout


def test_what_only_tells_and_ends_goes_to_jupyter(ready: Path) -> None:
    assert started(ready, start(ready, "--", "--version"))["argv"] == ["--version"]


@pytest.mark.parametrize("words", [["tset"], ["test", "now"], ["--port=9"], ["--all"], ["test", "--all", "--all"]])
def test_an_unknown_command_is_refused(template: Path, words: list[str]) -> None:
    refused(start(template, *words), "Unknown command", "python3 course.py test")
    assert not (template / ".venv").exists()


def test_help_names_the_commands(template: Path) -> None:
    said = start(template, "--help")
    assert said.returncode == 0
    assert all(word in said.stdout for word in ("python3 course.py test", "restore 02", "--all", "py course.py"))


def test_a_port_in_use_is_refused(ready: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        for words in ([f"--port={number}"], ["--port", str(number)], [f"--ServerApp.port={number}"]):
            refused(start(ready, "--", *words), f"Port {number} is in use")
    for wrong in ("many", "", "70000", "²"):
        refused(start(ready, "--", f"--port={wrong}"), f"{wrong!r} is not a number")


def test_what_leads_python_astray_is_not_passed_on(ready: Path, tmp_path: Path, port: str) -> None:
    for name in ("json", "hashlib", "socket", "jupyterlab", "helpers"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('astray')", encoding="utf-8")
    astray = {"PYTHONPATH": str(tmp_path), "PYTHONWARNINGS": "error"}
    how = started(ready, start(ready, "--", f"--port={port}", **astray))
    assert how["PYTHONPATH"] is None and how["PYTHONWARNINGS"] is None


def test_nobody_has_to_listen(ready: Path, port: str) -> None:
    if sys.platform == "win32":
        pytest.skip("closing descriptors is a thing of Unix")
    shell = ["sh", "-c", 'exec "$@" >&-', "sh", *command(ready, "--", f"--port={port}")]
    said = subprocess.run(shell, env=environment(ready), stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert said.returncode == 0 and not said.stderr


def test_a_terminal_without_the_letters_of_the_folder(ready: Path, port: str) -> None:
    said = start(ready, "--", f"--port={port}", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert said.returncode == 0 and "K\\xfcrs" in said.stdout


def test_a_home_that_takes_no_files(ready: Path, port: str) -> None:
    how = started(ready, start(ready, "--", f"--port={port}", HOME=os.devnull, USERPROFILE=os.devnull))
    assert str(how["JUPYTER_DATA_DIR"]).startswith(str(ready / ".venv"))


def test_the_home_of_another(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As after `sudo -u`, which may keep the HOME of root: it cannot even be looked into."""

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(server.os, "stat", forbidden)
    monkeypatch.setattr(Path, "exists", forbidden)
    monkeypatch.setattr(Path, "stat", forbidden)
    monkeypatch.setattr(Path, "is_dir", lambda path: False)
    assert not server._home_takes_files()


def test_a_read_only_course_that_was_made_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The log and the layout go elsewhere, even where their folders are there already."""
    monkeypatch.setattr(server, "VENV", tmp_path)
    assert server.log_file().parent == tmp_path / "logs"
    assert server._layout() == {"JUPYTERLAB_WORKSPACES_DIR": str(tmp_path / "workspaces")}

    def read_only(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "touch", read_only)
    monkeypatch.setattr(server.os, "access", lambda *_: False)
    monkeypatch.setattr(server.tempfile, "mkdtemp", lambda prefix: str(tmp_path / "elsewhere"))
    assert server.log_file().parent == tmp_path / "elsewhere"
    assert server._layout() == {}


def test_an_old_python_can_read_the_file_and_is_told() -> None:
    source = (COURSE / "course.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 7))
    new = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Nonlocal, ast.YieldFrom, ast.Starred)
    assert not [node for node in ast.walk(tree) if isinstance(node, new)]  # Python 2 has none of these
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.arg) and node.annotation]
    trick = (
        f"import sys; sys.version_info = (3, 6, 1); exec(open({str(COURSE / 'course.py')!r}, encoding='utf-8').read())"
    )
    said = subprocess.run([sys.executable, "-c", trick], capture_output=True, encoding="utf-8", check=False)
    refused(said, "Python 3.6 is too old: install Python 3.11")


def test_the_version_is_checked_before_anything_new_is_imported() -> None:
    body = ast.parse((COURSE / "course.py").read_text(encoding="utf-8")).body
    check = next(i for i, node in enumerate(body) if isinstance(node, ast.If))
    imported = [ast.unparse(node) for node in body[:check] if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert imported == ["from __future__ import print_function", "import sys"]


def test_the_machinery_needs_the_standard_library_alone() -> None:
    code = "import sys, course; from helpers.course import environment, server; print(*sys.modules)"
    said = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=COURSE, capture_output=True, encoding="utf-8", check=True
    )
    top = {name.split(".")[0] for name in said.stdout.split()}
    assert top - sys.stdlib_module_names <= {"__main__", "course", "helpers"}


def test_jupyter_is_told_to_ask_nothing() -> None:
    folder = COURSE / ".jupyter" / "labconfig"
    page = json.loads((folder / "page_config.json").read_text(encoding="utf-8"))
    settings = json.loads((folder / "default_setting_overrides.json").read_text(encoding="utf-8"))
    assert page["disabledExtensions"]["@jupyterlab/apputils-extension:announcements"] is True
    assert page["buildCheck"] is False
    notes = settings["@jupyterlab/apputils-extension:notification"]
    assert notes["fetchNews"] == "false" and notes["checkForUpdates"] is False


def test_the_readme_names_the_commands_that_exist() -> None:
    readme = (COURSE / "README.md").read_text(encoding="utf-8")
    for words in ("python3 course.py", "py course.py", "python3 course.py test", "python3 course.py restore 02"):
        assert words in readme
    assert "python course.py" not in readme


def test_of_two_on_one_port_the_second_says_so(tmp_path: Path) -> None:
    """As when both waited for the same set-up, and looked for a free port at the same time."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        assert f"Port {number} is in use" in lab.why(number, tmp_path)
    assert lab.why(number, tmp_path) == f"JupyterLab could not go on; why stands at the end of {tmp_path}."


def test_a_server_that_does_not_stop_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    app = SimpleNamespace(stop=lambda from_signal: told.append(from_signal))
    timer = SimpleNamespace(start=lambda: told.append("timer"))
    monkeypatch.setattr(lab.threading, "Timer", lambda seconds, what, arguments: told.append(what) or timer)
    lab.stops_for_sure(app)
    app.stop(from_signal=True)
    assert told == [os._exit, "timer", True]
