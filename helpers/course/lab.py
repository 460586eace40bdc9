"""JupyterLab behind one quiet screen. Runs in .venv:  python -m helpers.course.lab LOG NOTEBOOK options.

Jupyter and its kernels write into the log; the learner sees where the course is, and how to stop it.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote


def send_output_to(log: Path) -> TextIO:
    """From here on everything is written into the log; what is returned still reaches the learner."""
    screen = os.fdopen(os.dup(1), "w", encoding=sys.stdout.encoding, errors="backslashreplace")
    file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)  # the token stands in it
    for descriptor in (1, 2):
        os.dup2(file, descriptor)
    os.close(file)
    return screen


def address(server: Any, notebook: str) -> str:
    """What to type into a browser, with the token that lets one in."""
    token = server.identity_provider.token
    return f"{server.connection_url}lab/tree/{quote(notebook)}" + (f"?token={token}" if token else "")


def welcome(server: Any, log: Path, notebook: str) -> str:
    """The one screen; the address stands last."""
    opens = "It opens in your browser. If it does not, go there yourself:"
    return "\n".join(
        [
            "",
            "Neural networks by hand is running. To stop it, press Ctrl-C in this window.",
            f"Jupyter's log is in {log}",
            opens if server.open_browser else "Open this address in a browser:",
            address(server, notebook),
        ]
    )


def say(screen: TextIO, text: str) -> None:
    with suppress(OSError):  # nobody listens any more
        print(text, file=screen, flush=True)


def main(log: Path, notebook: str, options: list[str]) -> None:
    screen = send_output_to(log)
    try:
        from jupyterlab.labapp import LabApp

        server = LabApp.initialize_server(argv=[*options, notebook])
        say(screen, welcome(server, log, notebook))
        server.start()
    except KeyboardInterrupt:
        pass
    except BaseException as error:
        if not isinstance(error, SystemExit) or error.code:
            say(screen, f"JupyterLab could not go on; why stands at the end of {log}.")
        raise
    say(screen, "\nThe course is stopped.")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
