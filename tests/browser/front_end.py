"""JupyterLab and Notebook 7 in a real browser: start one as a learner would, open a notebook, run it, look at it."""

import json
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.course import server as front_door
from helpers.course.places import HERE

FRONT_ENDS = ("JupyterLab", "Notebook 7")
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
]
SETTINGS = {
    "@jupyterlab/docmanager-extension:plugin": {"autosave": False},
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},  # else cells out of sight are not there
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
}

READY = """() => {
    const notebook = window.jupyterapp?.shell.currentWidget;
    return notebook?.context?.isReady && notebook.sessionContext?.session?.kernel?.status === "idle";
}"""
RUN_ALL = "async () => { await window.jupyterapp.commands.execute('notebook:run-all-cells') }"
SAVE = "async () => { await window.jupyterapp.commands.execute('docmanager:save') }"
CELLS = """() => [...window.jupyterapp.shell.currentWidget.content.model.cells]
    .filter(cell => cell.type === "code" && cell.sharedModel.getSource().trim())
    .map(({sharedModel, executionCount, outputs}) =>
        ({source: sharedModel.getSource(), count: executionCount, outputs: outputs.toJSON()}))"""
PIXELS = """image => {
    const width = image.naturalWidth ?? image.width, height = image.naturalHeight ?? image.height;
    const canvas = new OffscreenCanvas(width, height), pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0);
    const data = new Uint32Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    return data.reduce((hash, pixel) => (Math.imul(hash, 31) + pixel) | 0, 0);
}"""

RESTART = "async () => { await window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart() }"
SETTLED = "panel => panel.ariaBusy === 'false'"
EXECUTE = """async code => {
    const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    const future = kernel.requestExecute({code});
    let said = "";
    future.onIOPub = ({content}) => { said += content.data?.["text/plain"] ?? content.text ?? content.ename ?? "" };
    await future.done;
    return said;
}"""


def chromium() -> str | None:
    """The browser: the one that CHROMIUM names, or the first that is installed."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


@dataclass(frozen=True)
class Server:
    """A running JupyterLab or Notebook 7."""

    app: str
    base: str
    token: str

    def url(self, notebook: str) -> str:
        """Where `notebook`, a path below the server's folder, is opened."""
        path = f"lab/tree/{notebook}?reset&" if self.app == "JupyterLab" else f"notebooks/{notebook}?"
        return f"{self.base}/{path}token={self.token}"

    def api(self, path: str, method: str = "GET") -> Any:
        """What the server's REST API answers."""
        headers = {"Authorization": f"token {self.token}"}
        request = urllib.request.Request(f"{self.base}/api/{path}", method=method, headers=headers)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read() or "null")

    def end_sessions(self) -> None:
        """Shut every kernel down."""
        for session in self.api("sessions"):
            self.api(f"sessions/{session['id']}", "DELETE")


@contextmanager
def serving(app: str, folder: Path, home: Path) -> Iterator[Server]:
    """`app` ("JupyterLab" or "Notebook 7") over `folder`, with settings and home of its own in `home`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Server(app, f"http://127.0.0.1:{port}", secrets.token_hex(16))
    with (home / "log.txt").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            _command(server, port, folder),
            env=_environment(home),
            cwd=folder,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_up(server, process, home / "log.txt")
            yield server
            server.end_sessions()
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(15)


def _command(server: Server, port: int, folder: Path) -> list[str]:
    """As course.py starts it, but over `folder`, without a window, and with the app in the page's reach."""
    app = "LabApp" if server.app == "JupyterLab" else "JupyterNotebookApp"
    root = f"--ServerApp.root_dir={folder}"
    rest = ["--no-browser", "--allow-root", f"--port={port}", f"--IdentityProvider.token={server.token}"]
    rest += [f"--{app}.expose_app_in_browser=True"]
    if server.app == "Notebook 7":
        return [sys.executable, "-m", "notebook", "--ip=127.0.0.1", "--ServerApp.port_retries=0", root, *rest]
    first = next(folder.rglob("*.ipynb")).relative_to(folder).as_posix()
    command = front_door.command(sys.executable, first, rest)
    return [root if word.startswith("--ServerApp.root_dir=") else word for word in command]


def _environment(home: Path) -> dict[str, str]:
    """As course.py sets it, but nothing is read from or written to the home of who runs the tests."""
    config = home / "config" / "labconfig"
    config.mkdir(parents=True)
    (config / "default_setting_overrides.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    places = {
        "HOME": home,
        "IPYTHONDIR": home / "ipython",
        "JUPYTER_CONFIG_DIR": home / "config",
        "JUPYTER_DATA_DIR": home / "data",
        "JUPYTER_RUNTIME_DIR": home / "runtime",
        "JUPYTERLAB_SETTINGS_DIR": home / "settings",
        "JUPYTERLAB_WORKSPACES_DIR": home / "workspaces",
        "PYTHONPATH": HERE,
    }
    return front_door.environment() | {name: str(place) for name, place in places.items()}


def _wait_until_up(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(1200):
        assert process.poll() is None, log.read_text(encoding="utf-8")
        try:
            server.api("status")
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"{server.app} did not start within two minutes: {log.read_text(encoding='utf-8')}")


def open_notebook(page: Any, server: Server, notebook: str) -> None:
    """Open `notebook` and wait for its kernel."""
    page.goto(server.url(notebook))
    page.wait_for_function(READY, timeout=60_000)


def run_all(page: Any) -> list[dict[str, Any]]:
    """Run All; the code cells afterwards: source, count (None: never ran) and outputs of each."""
    page.evaluate(RUN_ALL)
    cells: list[dict[str, Any]] = page.evaluate(CELLS)
    return cells


def save(page: Any) -> None:
    """Save the notebook, as Ctrl + S does."""
    page.evaluate(SAVE)


def execute(page: Any, code: str) -> str:
    """What the notebook's kernel answers to `code`, run beside the cells."""
    answer: str = page.evaluate(EXECUTE, code)
    return answer


def restart_kernel(page: Any) -> None:
    """Restart the notebook's kernel, as its menu does."""
    page.evaluate(RESTART)


def without_name(panel: Any) -> list[str]:
    """The controls and pictures of `panel` that a screen reader could only call by their kind."""
    roles = "slider|combobox|checkbox|button|textbox|img|group"
    lines: list[str] = panel.aria_snapshot().splitlines()
    return [line.strip() for line in lines if re.match(rf'\s*- (?:{roles})(?! ")\b', line)]


def settled(panel: Any) -> None:
    """Wait until `panel` shows the answer to everything that was moved, or says why there is none."""
    panel.page.wait_for_function(SETTLED, arg=panel.element_handle(), timeout=20_000)


def pixels(panel: Any) -> int:
    """A hash of the pixels of the panel's picture."""
    value: int = panel.locator(".picture :is(img, canvas)").evaluate(PIXELS)
    return value
