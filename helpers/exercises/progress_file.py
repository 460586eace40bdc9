"""How far the learner is: kept in a file that git ignores, and in memory alone while we test the course."""

import json
import os
from contextlib import suppress
from pathlib import Path

PATH = Path(__file__).resolve().parents[2] / ".progress.json"
STATES = ("open", "tried", "done")

Record = dict[str, dict[str, str]]  # notebook -> exercise -> state

_memory: Record = {}


def note(notebook: str, name: str, state: str) -> None:
    """Keep the best state that an exercise ever had: what was done once stays done."""
    progress_file = read()
    states = progress_file.setdefault(notebook, {})
    if STATES.index(state) > STATES.index(states.get(name, "open")):
        states[name] = state
        _memory.update(progress_file)
        if not _testing():
            _write(progress_file)


def read() -> Record:
    """What is known: the file, or the memory of this session where there is no file."""
    if _testing():
        return _memory
    try:
        text = PATH.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return _damaged() if isinstance(error, UnicodeDecodeError) else _memory
    try:
        return _record(json.loads(text))
    except (ValueError, AttributeError, RecursionError):
        return _damaged()


def _record(data: dict[str, dict[str, str]]) -> Record:
    if any(state not in STATES for states in data.values() for state in states.values()):
        raise ValueError("a state that does not exist")
    return data


def _damaged() -> Record:
    """Start anew, and say so once."""
    print(f"{PATH.name}, which keeps your progress, was damaged. It starts anew: run your solved cells again.")
    _memory.clear()
    _write(_memory)
    return _memory


def _write(progress_file: Record) -> None:
    """All or nothing: write beside the file, then take its place.  Where nothing can be written, carry on."""
    beside = PATH.with_name(f"{PATH.name}.{os.getpid()}")
    try:
        beside.write_text(json.dumps(progress_file, indent=2) + "\n", encoding="utf-8", newline="\n")
        beside.replace(PATH)
    except OSError:
        with suppress(OSError):
            beside.unlink()


def _testing() -> bool:
    return os.environ.get("COURSE_TEST") == "1"
