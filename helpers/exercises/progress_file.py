"""How far the learner is: kept in a file that git ignores, and in memory alone while we test the course.

Nothing that was done is lost: a damaged file is put aside, one that can't be read is not written over, several kernels
write in turn, states that a newer course wrote stay as they are, and where nothing can be written the session knows.
"""

import json
import os
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from helpers.course.lock import hold_if_possible

PATH = Path(__file__).resolve().parents[2] / ".progress.json"
STATES = ("open", "tried", "done")

DAMAGED = f"{PATH.name}, which keeps your progress, was damaged."

RENAMED = {"fold": "compose"}  # what an exercise was called once -> what it is called now

Progress = dict[str, dict[str, Any]]  # notebook -> exercise -> state

_memory: Progress = {}
_told: set[str] = set()  # what the learner was told of in this session


def record(notebook: str, name: str, state: str) -> None:
    """Keep the best state that an exercise ever had: what was done once stays done."""
    if better(state, read().get(notebook, {}).get(name, "open")):
        _memory.setdefault(notebook, {})[name] = state
        if not _testing():
            with hold_if_possible(PATH.with_name(f"{PATH.name}.lock")):
                _add_to_file()


def read() -> Progress:
    """What the file and this session know together."""
    return _memory if _testing() else _together(_file() or {}, _memory)


def better(state: str, other: Any) -> bool:
    """Is one state further than another?  One that a newer course wrote is never passed."""
    return other in STATES and STATES.index(state) > STATES.index(other)


def _together(kept: Progress, known: Progress) -> Progress:
    for notebook, states in known.items():
        mine = kept.setdefault(notebook, {})
        mine |= {name: state for name, state in states.items() if better(state, mine.get(name, "open"))}
    return kept


def _add_to_file() -> None:
    kept = _file()
    if kept is not None:
        _write(_together(kept, _memory))


def _file() -> Progress | None:
    """What the file holds, under the names of today; None if it is there and can be neither read nor put aside."""
    try:
        content = PATH.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        _tell(f"{PATH.name} can't be read ({error.strerror or error}): your progress is kept until you stop.")
        return None
    try:
        data = json.loads(content.decode("utf-8-sig"))
        return {notebook: _renamed(states) for notebook, states in data.items()}
    except (ValueError, AttributeError, TypeError, RecursionError):
        return _put_aside(content)


def _renamed(states: dict[str, Any]) -> dict[str, Any]:
    renamed: dict[str, Any] = {}
    for name, state in states.items():
        name = RENAMED.get(name, name)
        if name not in renamed or state not in STATES or better(state, renamed[name]):
            renamed[name] = state
    return renamed


def _put_aside(damaged: bytes) -> Progress | None:
    """A damaged file is kept under another name, and the learner is told.  None if it has to stay where it is."""
    number = next(n for n in count(1) if not PATH.with_name(f"{PATH.name}.damaged-{n}").exists())
    aside = PATH.with_name(f"{PATH.name}.damaged-{number}")
    try:
        if PATH.read_bytes() != damaged:  # another kernel has just put it aside, and written a new one
            return _file()
        PATH.replace(aside)
        _tell(f"{DAMAGED} It was put aside as {aside.name}: run your solved cells again.")
        return {}
    except FileNotFoundError:
        return {}
    except OSError as error:
        _tell(f"{DAMAGED} It can't be put aside ({error.strerror or error}): your progress is kept until you stop.")
        return None


def _tell(sentence: str) -> None:
    if sentence not in _told:
        _told.add(sentence)
        print(sentence)


def _write(progress: Progress) -> None:
    """All or nothing: write beside the file, then take its place.  Where nothing can be written, say so once."""
    beside = PATH.with_name(f"{PATH.name}.{os.getpid()}")
    try:
        beside.write_text(json.dumps(progress, indent=2) + "\n", encoding="utf-8", newline="\n")
        beside.replace(PATH)
        for left in PATH.parent.glob(f"{PATH.name}.[0-9]*"):  # by a kernel that was killed
            left.unlink(missing_ok=True)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        _tell(f"Your progress can't be written to {PATH.name} ({error.strerror or error}): it is kept until you stop.")


def _testing() -> bool:
    return os.environ.get("COURSE_TEST") == "1"
