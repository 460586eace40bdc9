"""How far the learner is: kept in a file that git ignores, and in memory alone while we test the course."""

import json
import os
from contextlib import suppress
from pathlib import Path

PATH = Path(__file__).resolve().parents[2] / ".progress.json"
STATES = ("open", "tried", "done")

RENAMED = {"fold": "compose"}  # what an exercise was called once -> what it is called now

Progress = dict[str, dict[str, str]]  # notebook -> exercise -> state

_memory: Progress = {}


def record(notebook: str, name: str, state: str) -> None:
    """Keep the best state that an exercise ever had: what was done once stays done."""
    progress = read()
    states = progress.setdefault(notebook, {})
    if STATES.index(state) > STATES.index(states.get(name, "open")):
        states[name] = state
        _memory.update(progress)
        if not _testing():
            _write(progress)


def read() -> Progress:
    """What is known: the file, or the memory of this session where there is no file."""
    if _testing():
        return _memory
    try:
        text = PATH.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return _damaged() if isinstance(error, UnicodeDecodeError) else _memory
    try:
        return _progress(json.loads(text))
    except (ValueError, AttributeError, RecursionError):
        return _damaged()


def _progress(data: dict[str, dict[str, str]]) -> Progress:
    """What a file holds, under the names of today."""
    return {notebook: _renamed(states) for notebook, states in data.items()}


def _renamed(states: dict[str, str]) -> dict[str, str]:
    """ValueError if there is no such state."""
    renamed: dict[str, str] = {}
    for name, state in states.items():
        name = RENAMED.get(name, name)
        renamed[name] = max(state, renamed.get(name, "open"), key=STATES.index)
    return renamed


def _damaged() -> Progress:
    """Start anew, and say so once."""
    print(f"{PATH.name}, which keeps your progress, was damaged. It starts anew: run your solved cells again.")
    _memory.clear()
    _write(_memory)
    return _memory


def _write(progress: Progress) -> None:
    """All or nothing: write beside the file, then take its place.  Where nothing can be written, carry on."""
    beside = PATH.with_name(f"{PATH.name}.{os.getpid()}")
    try:
        beside.write_text(json.dumps(progress, indent=2) + "\n", encoding="utf-8", newline="\n")
        beside.replace(PATH)
    except OSError:
        with suppress(OSError):
            beside.unlink()


def _testing() -> bool:
    return os.environ.get("COURSE_TEST") == "1"
