"""Where things are, and what .venv was made from."""

import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

from helpers.course.problem import Problem

HERE = Path(__file__).resolve().parents[2]
VENV = HERE / ".venv"
OLD = HERE / ".venv.old"  # the one before, while a new one is made
TOOLS = HERE / ".venv.tools"  # what only installing needs
LOCK = HERE / ".venv.lock"
STAMP = "course.json"  # in .venv: {"made": null} while it is being made, then what it was made from and its files
LOCKS = {"open": ["requirements.lock"], "test": ["requirements.lock", "requirements-test.lock"]}


def start_words() -> str:
    """The start command as it is typed on this machine."""
    return "py course.py" if os.name == "nt" else "python3 course.py"


def python_of(folder: Path) -> Path:
    """The Python of an environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint(locks: list[str]) -> str:
    """What an environment is made from: the locks, this Python, this folder (environments do not move)."""
    parts = [_read(HERE / name) for name in [*locks, "pyproject.toml"]]
    parts += [sys.version.encode(), str(HERE).encode("utf-8", "surrogateescape")]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Problem(
            f"{path.name} cannot be read ({error.strerror}): get the course again, all of its files."
        ) from None


def stamp(folder: Path) -> dict[str, Any]:
    """What an environment says it was made from; nothing if it can't be read."""
    try:
        found = json.loads((folder / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_stamp(content: dict[str, Any], folder: Path = VENV) -> None:
    """All of it or nothing, whatever happens in between."""
    beside = folder / f"{STAMP}.new"
    beside.write_text(json.dumps(content), encoding="utf-8")
    beside.replace(folder / STAMP)
