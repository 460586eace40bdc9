"""A course in a folder of its own, offline, whose packages are made here and tell how they were started."""

import hashlib
import json
import os
import shutil
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.course.notebook_file import fingerprint

COURSE = Path(__file__).parents[1]
PACKAGE = "VALUE = 1\n"
RECORDER = """
import json, os, sys
def record(argv):
    names = ("JUPYTER_CONFIG_PATH", "COURSE_STRICT", "COURSE_ALL", "PYTHONPATH", "PYTHONWARNINGS", "JUPYTER_DATA_DIR")
    print("STARTED", json.dumps({"argv": argv, "cwd": os.getcwd()} | {name: os.environ.get(name) for name in names}))
    sys.exit(7 if "--fail" in argv else 0)
if __name__ == "__main__":
    record(sys.argv[1:])
"""
LAB = """
import sys
from jupyterlab.__main__ import record
class Identity:
    token = "secret"
class Server:
    connection_url = "http://127.0.0.1:8888/"
    identity_provider = Identity()
    def __init__(self, argv):
        self.argv = argv
        self.open_browser = "--no-browser" not in argv
    def stop(self, from_signal=False):
        pass
    def start(self):
        print("a line of Jupyter's log", file=sys.stderr)
        record(self.argv)
class LabApp:
    @staticmethod
    def initialize_server(argv):
        return Server(argv)
"""
# What helpers.course.proof imports, as empty as can be.
PACKAGES = {
    "jupyterlab": {"__init__": PACKAGE, "__main__": RECORDER, "labapp": LAB, "serverextension": PACKAGE},
    "notebook": {"__init__": PACKAGE, "app": PACKAGE},
    "nbconvert": {"__init__": PACKAGE},
    "jupyter_lsp": {"__init__": PACKAGE},
    "terminado": {"__init__": PACKAGE},
    "ipykernel": {"__init__": PACKAGE, "kernelapp": PACKAGE, "ipkernel": PACKAGE},
    "ipywidgets": {"__init__": PACKAGE},
    "anywidget": {"__init__": PACKAGE},
    "matplotlib": {"__init__": PACKAGE, "pyplot": PACKAGE},
    "h5py": {"__init__": PACKAGE},
}
PAGES = {
    "jupyterlab": ["lab/static/index.html"],
    "ipywidgets": ["labextensions/@jupyter-widgets/jupyterlab-manager/package.json"],
    "anywidget": ["labextensions/anywidget/package.json"],
}
TESTS = {
    "pytest": {"__init__": PACKAGE, "__main__": RECORDER},
    "nbval": {"__init__": PACKAGE},
    "xdist": {"__init__": PACKAGE},
}


def make_wheel(folder: Path, name: str, modules: dict[str, str]) -> str:
    """A wheel of these modules; the line of a lock file for it."""
    file, info = folder / f"{name}-1.0-py3-none-any.whl", f"{name}-1.0.dist-info"
    content = {f"{name}/{module}.py": text for module, text in modules.items()}
    content |= {f"{name}-1.0.data/data/share/jupyter/{page}": "" for page in PAGES.get(name, [])}
    record = "".join(f"{path},,\n" for path in content)
    with zipfile.ZipFile(file, "w") as wheel:
        for path, text in content.items():
            wheel.writestr(path, text)
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: t\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", f"{record}{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")
    return f"{name.replace('_', '-')}==1.0 --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}\n"


def add_notebook(folder: Path, name: str) -> None:
    """A notebook without cells, and its source."""
    notebook = {"cells": [], "metadata": {"course": {"cells": fingerprint({"cells": []})}}}
    (folder / "notebooks" / f"{name}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    (folder / "notebooks" / "source" / f"{name}.md").touch()


def make_course(folder: Path) -> Path:
    """course.py and its machinery as they are, with one notebook and these packages."""
    for part in ("notebooks", "wheels", "helpers"):
        (folder / part).mkdir(parents=True)
    shutil.copy(COURSE / "course.py", folder)
    shutil.copy(COURSE / "helpers" / "__init__.py", folder / "helpers")
    machinery = shutil.ignore_patterns("__pycache__")
    shutil.copytree(COURSE / "helpers" / "course", folder / "helpers" / "course", ignore=machinery)
    (folder / "notebooks" / "source").mkdir()
    add_notebook(folder, "02_logistic_regression")
    for lock, packages in {"requirements": PACKAGES, "requirements-test": TESTS}.items():
        lines = [make_wheel(folder / "wheels", name, modules) for name, modules in packages.items()]
        (folder / f"{lock}.lock").write_text("".join(lines), encoding="utf-8")
    (folder / "requirements-tools.lock").write_text("nothing-like-it==1 --hash=sha256:" + 64 * "0" + "\n", "utf-8")
    (folder / "pyproject.toml").write_text("", encoding="utf-8")
    return folder


def command(folder: Path, *arguments: str) -> list[str]:
    return [sys.executable, str(folder / "course.py"), *arguments]


def environment(folder: Path, **more: str) -> dict[str, str]:
    """This process's, without what would change how a course starts; pip finds the wheels and no index."""
    ours = ("COURSE_", "JUPYTER", "PYTHON", "PIP_", "IPYTHON", "MPL", "VIRTUAL_ENV", "DISPLAY", "BROWSER", "WAYLAND")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    wheels = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": (folder / "wheels").as_uri(), "PIP_CONFIG_FILE": os.devnull}
    return clean | wheels | {"PYTHONUTF8": "1"} | more


def start(folder: Path, *arguments: str, cwd: Path | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    for log in folder.glob(".venv/logs/*.log"):
        log.unlink()
    return subprocess.run(
        command(folder, *arguments),
        cwd=cwd or folder,
        env=environment(folder, **more),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def started(folder: Path, result: subprocess.CompletedProcess[str]) -> dict[str, object]:
    """How Jupyter, whose output is in its log, or pytest was started."""
    logs = [log.read_text(encoding="utf-8") for log in (folder / ".venv").glob("logs/*.log")]
    lines = [line for said in (*logs, result.stdout) for line in said.splitlines() if line.startswith("STARTED")]
    assert lines, result.stdout + result.stderr
    found: dict[str, object] = json.loads(lines[-1].removeprefix("STARTED"))
    return found


def refused(result: subprocess.CompletedProcess[str], *words: str) -> None:
    """A non-zero exit with one plain sentence."""
    said = result.stderr.strip()
    assert result.returncode == 1 and said and "\n" not in said and said.endswith("."), result.stderr
    for word in words:
        assert word in said
    assert "running" not in result.stdout


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_course(tmp_path_factory.mktemp("template") / "course")


@pytest.fixture(scope="session")
def ready(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course that was started once, in a folder with spaces and letters beyond ASCII."""
    folder = tmp_path_factory.mktemp("ready") / "mein Kürs 신경망"
    shutil.copytree(template, folder)
    first = start(folder, "--", "--port=0", cwd=folder.parent)
    assert first.returncode == 0, first.stdout + first.stderr
    assert "Setting up the course" in first.stdout
    return folder


@pytest.fixture
def fresh(template: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "course"
    shutil.copytree(template, folder)
    return folder


@pytest.fixture
def made(ready: Path, tmp_path: Path) -> Iterator[Path]:
    """The ready course, to be damaged: its environment comes back afterwards."""
    kept = tmp_path / "kept"
    shutil.copytree(ready / ".venv", kept, symlinks=True)
    yield ready
    venv = ready / ".venv"
    if venv.is_symlink() or venv.is_file():
        venv.unlink()
    shutil.rmtree(venv, ignore_errors=True)
    kept.rename(venv)


@pytest.fixture(scope="module")
def port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number = probe.getsockname()[1]
    return str(number)
