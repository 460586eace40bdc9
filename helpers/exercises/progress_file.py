"""How far the learner is: kept in a file that git ignores, and in memory alone while we test the course.

Nothing that was done is lost: a damaged file is put aside, several kernels write in turn, states that a newer
course wrote stay as they are, and where nothing can be written the session still knows.
"""

import json
import os
from contextlib import suppress
from pathlib import Path

from helpers.course.lock import hold_if_possible

PATH = Path(__file__).resolve().parents[2] / ".progress.json"
STATES = ("open", "tried", "done")

RENAMED = {"fold": "compose"}  # what an exercise was called once -> what it is called now

Progress = dict[str, dict[str, str]]  # notebook -> exercise -> state

_memory: Progress = {}
_told: set[str] = set()  # what the learner was told of in this session


def record(notebook: str, name: str, state: str) -> None:
    """Keep the best state that an exercise ever had: what was done once stays done."""
    if better(state, read().get(notebook, {}).get(name, "open")):
        _memory.setdefault(notebook, {})[name] = state
        if not _testing():
            with hold_if_possible(PATH.with_name(f"{PATH.name}.lock")):
                _write(read())


def read() -> Progress:
    """What the file and this session know together."""
    return _memory if _testing() else _together(_file(), _memory)


def better(state: str, other: str) -> bool:
    """Is one state further than another?  One that a newer course wrote is never passed."""
    return other in STATES and STATES.index(state) > STATES.index(other)


def _together(kept: Progress, known: Progress) -> Progress:
    for notebook, states in known.items():
        mine = kept.setdefault(notebook, {})
        mine |= {name: state for name, state in states.items() if better(state, mine.get(name, "open"))}
    return kept


def _file() -> Progress:
    """What the file holds, under the names of today."""
    try:
        data = json.loads(PATH.read_text(encoding="utf-8-sig"))
        return {notebook: _renamed(states) for notebook, states in data.items()}
    except OSError:
        return {}
    except (ValueError, AttributeError, TypeError, RecursionError):
        _put_aside()
        return {}


def _renamed(states: dict[str, str]) -> dict[str, str]:
    renamed: dict[str, str] = {}
    for name, state in states.items():
        name = RENAMED.get(name, name)
        if name not in renamed or state not in STATES or better(state, renamed[name]):
            renamed[name] = str(state)
    return renamed


def _put_aside() -> None:
    """A file that can't be read is kept under another name, and the learner is told."""
    number = next(n for n in range(1, 10_000) if not PATH.with_name(f"{PATH.name}.damaged-{n}").exists())
    aside = PATH.with_name(f"{PATH.name}.damaged-{number}")
    with suppress(OSError):
        PATH.replace(aside)
        _tell(
            f"{PATH.name}, which keeps your progress, was damaged. It was put aside as {aside.name}: run your solved "
            "cells again."
        )


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
