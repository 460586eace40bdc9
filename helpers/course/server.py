"""How JupyterLab is started: on this machine only, with its token, quietly."""

import os
import shutil
import socket
import sys
import tempfile
from pathlib import Path

from helpers.course import copies
from helpers.course.places import HERE, VENV, start_words
from helpers.course.problem import Problem
from helpers.course.processes import clean_environment
from helpers.course.screen import say

TELLS_AND_ENDS = {"-h", "--help", "--help-all", "--version", "--show-config", "--show-config-json", "--generate-config"}


def first_notebook() -> str:
    """Bring the learner's copies up to date, say what became of them, and give the one that opens."""
    for sentence in copies.prepare(HERE):
        say(sentence)
    notebook = copies.first(HERE)
    if not notebook:
        raise Problem(f"There is no notebook in {HERE / 'notebooks'}: get the course again.")
    return notebook


def command(python: str, notebook: str, rest: list[str]) -> list[str]:
    """Start JupyterLab opening `notebook`; what follows `--` goes on to it, and wins over our own options."""
    if TELLS_AND_ENDS & set(rest):
        return [python, "-m", "jupyterlab", *rest]
    port = port_in(rest)
    check_port(port)
    options = [
        f"--ServerApp.root_dir={HERE}",
        "--ip=127.0.0.1",
        "--ServerApp.port_retries=0",
        "--ServerApp.answer_yes=True",  # Ctrl-C stops it without a question that nobody would see
        "--LabApp.news_url=None",
    ]
    if is_root():
        options.append("--allow-root")
    if not can_open_pages():
        options.append("--no-browser")
    return [python, "-m", "helpers.course.lab", str(log_file()), str(port), notebook, *options, *rest]


def is_root() -> bool:
    """In containers and on many cloud machines one is; on Windows never, for Jupyter."""
    return sys.platform != "win32" and os.geteuid() == 0


def can_open_pages() -> bool:
    """Whether there may be a browser with windows: on a Linux without a screen there are only those for terminals."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "WSL_DISTRO_NAME"))


def log_file() -> Path:
    """Where the log of this start goes: beside the last few in .venv, or elsewhere if that is read-only."""
    name = f"jupyter-{os.getpid()}.log"
    folder = VENV / "logs"
    try:
        folder.mkdir(exist_ok=True)
        for old in sorted(folder.glob("jupyter-*.log"), key=lambda log: log.stat().st_mtime)[:-4]:
            old.unlink()
        (folder / name).touch()
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix="course-"))
    return folder / name


def environment() -> dict[str, str]:
    """Our settings for JupyterLab before the learner's own; and a place for what it keeps, where there is no home."""
    paths = [str(HERE / ".jupyter"), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    ours = clean_environment(JUPYTER_CONFIG_PATH=os.pathsep.join(path for path in paths if path))
    home = {} if _home_takes_files() else _no_home()
    return _layout() | home | ours


def _layout() -> dict[str, str]:
    """The course has a layout of its own: at first the table of contents, wide, beside the notebook."""
    folder = VENV / "workspaces"
    default = folder / "default-37a8.jupyterlab-workspace"  # JupyterLab's name for it
    try:
        folder.mkdir(exist_ok=True)
        if not default.exists():
            shutil.copyfile(HERE / ".jupyter" / "workspace.json", default)
    except OSError:
        return {}
    return {"JUPYTERLAB_WORKSPACES_DIR": str(folder)} if os.access(folder, os.W_OK) else {}


def _home_takes_files() -> bool:
    """Whether Jupyter can keep its files where it does, in the learner's home."""
    folder = Path(os.path.expanduser("~")) / ".local"  # noqa: PTH111  Path.home() raises where there is none
    while not os.path.exists(folder) and folder != folder.parent:  # noqa: PTH110  in another's home exists() raises
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK)


def _no_home() -> dict[str, str]:
    folder = VENV / "home" if os.access(VENV, os.W_OK) else Path(tempfile.mkdtemp(prefix="course-"))
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "MPLCONFIGDIR")
    return {name: str(folder / name.lower()) for name in names}


def port_in(rest: list[str]) -> int:
    """The port that the learner asks for after --, or Jupyter's usual one."""
    port = "8888"
    for i, word in enumerate(rest):
        name, equals, value = word.partition("=")
        if name in ("--port", "--ServerApp.port"):
            port = value if equals else "".join(rest[i + 1 : i + 2])
    if not (port.isascii() and port.isdigit()) or int(port) > 65535:
        raise Problem(f"The port {port!r} is not a number up to 65535: try  {start_words()} -- --port=8889.")
    return int(port)


def check_port(port: int) -> None:
    """Raise a sentence where nothing can listen on this port."""
    with socket.socket() as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise Problem(f"Port {port} is not open to you: try  {start_words()} -- --port=8889.") from None
        except OSError:
            raise Problem(
                f"Port {port} is in use, perhaps by this course: close that window, "
                f"or try  {start_words()} -- --port={port + 1 if port < 65535 else 8889}."
            ) from None
