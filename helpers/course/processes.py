"""Other programs: started with an environment that cannot lead them astray, and heard without being seen."""

import os
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from helpers.course.screen import MovingLine

# They would put other modules in place of the environment's own, turn its warnings into errors, or take checks away.
ASTRAY = (
    "PYTHONPATH",
    "PYTHONHOME",
    "PYTHONWARNINGS",
    "PYTHONINSPECT",
    "PYTHONOPTIMIZE",
    "PYTHONSAFEPATH",
    "VIRTUAL_ENV",
)


def clean_environment(**more: str) -> dict[str, str]:
    """The learner's environment without what would lead the course's Python astray."""
    return {name: value for name, value in os.environ.items() if name.upper() not in ASTRAY} | more


def run_quietly(
    command: list[str], line: MovingLine, environment: Mapping[str, str] | None = None, keep_open: tuple[int, ...] = ()
) -> tuple[int, str]:
    """Run it to its end while the line moves: its exit code, and all that it said."""
    [result] = run_together([command], line, environment, keep_open)
    return result


def run_together(
    commands: list[list[str]],
    line: MovingLine,
    environment: Mapping[str, str] | None = None,
    keep_open: tuple[int, ...] = (),
) -> list[tuple[int, str]]:
    """Run several at once, to the end of all."""
    running: list[subprocess.Popen[bytes]] = []
    with tempfile.TemporaryDirectory(prefix="course-") as folder:
        said = [Path(folder) / str(k) for k in range(len(commands))]
        try:
            for command, file in zip(commands, said, strict=True):
                running.append(_start(command, file, environment or clean_environment(), keep_open))
            for process in running:
                _wait(process, line)
        finally:
            _end(running)
        return [(p.returncode, f.read_text("utf-8", "replace")) for p, f in zip(running, said, strict=True)]


def _start(
    command: list[str], said: Path, environment: Mapping[str, str], keep_open: tuple[int, ...]
) -> subprocess.Popen[bytes]:
    with said.open("wb") as output:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=environment,
            pass_fds=keep_open if os.name != "nt" else (),
        )


def _wait(process: subprocess.Popen[bytes], line: MovingLine) -> None:
    while True:
        try:
            process.wait(timeout=0.2)
            return
        except subprocess.TimeoutExpired:
            line.move()


def _end(running: list[subprocess.Popen[bytes]]) -> None:
    for process in running:
        process.kill()
    for process in running:
        process.wait()
