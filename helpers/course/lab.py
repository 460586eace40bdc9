"""JupyterLab behind one quiet screen. Runs in .venv:  python -m helpers.course.lab LOG PORT NOTEBOOK options.

Jupyter and its kernels write into the log; the learner sees where the course is, and how to stop it.
"""

import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

from helpers.course import server
from helpers.course.problem import Problem


def send_output_to(log: Path) -> TextIO:
    """From here on everything is written into the log; what is returned still reaches the learner."""
    screen = os.fdopen(os.dup(1), "w", encoding=sys.stdout.encoding, errors="backslashreplace")
    file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)  # the token stands in it
    for descriptor in (1, 2):
        os.dup2(file, descriptor)
    os.close(file)
    return screen


def address(app: Any, notebook: str) -> str:
    """What to type into a browser, with the token that lets one in."""
    token = app.identity_provider.token
    return f"{app.connection_url}lab/tree/{quote(notebook)}" + (f"?token={token}" if token else "")


def welcome(app: Any, log: Path, notebook: str) -> str:
    """The one screen; the address stands last."""
    opens = "It opens in your browser. If it does not, go there yourself:"
    return "\n".join(
        [
            "",
            "Neural networks by hand is running. To stop it, press Ctrl-C in this window.",
            f"Jupyter's log is in {log}",
            opens if app.open_browser else "Open this address in a browser:",
            address(app, notebook),
        ]
    )


def why(port: int, log: Path) -> str:
    """Why it ended: another start may have taken the port in between."""
    try:
        server.check_port(port)
    except Problem as problem:
        return str(problem)
    return f"JupyterLab could not go on; why stands at the end of {log}."


def stops_for_sure(app: Any) -> None:
    """Jupyter may wait for ever for a kernel that is just starting: ten seconds are enough, and kernels end with it."""
    stop = app.stop

    def stop_in_time(*arguments: Any, **named: Any) -> None:
        timer = threading.Timer(10, os._exit, [1])
        timer.daemon = True
        timer.start()
        stop(*arguments, **named)

    app.stop = stop_in_time


def say(screen: TextIO, text: str) -> None:
    """One line on the learner's screen, if anybody listens."""
    with suppress(OSError):  # nobody listens any more
        print(text, file=screen, flush=True)


def main(log: Path, port: int, notebook: str, options: list[str]) -> None:
    """Start JupyterLab with its output in `log`, and say where it is."""
    screen = send_output_to(log)
    try:
        from jupyterlab.labapp import LabApp

        app = LabApp.initialize_server(argv=[*options, notebook])
        stops_for_sure(app)
        say(screen, welcome(app, log, notebook))
        app.start()
    except KeyboardInterrupt:
        pass
    except BaseException as error:
        if not isinstance(error, SystemExit) or error.code:
            say(screen, why(port, log))
        raise
    say(screen, "\nThe course is stopped.")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4:])
