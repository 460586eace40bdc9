"""Finished runs in a file, so that a sweep goes on where it stopped: one line of JSON for each, added as it ends.

Nothing in the file is ever written again.  So a run costs one line however many there are, several sweeps may use one
file at once, and whoever is killed while writing spoils a single line: that run is done again.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from helpers.course.lock import hold_if_possible
from helpers.sweeps.fingerprints import fingerprint
from helpers.sweeps.results import Run
from helpers.sweeps.runs import Measures
from helpers.sweeps.tables import setting
from helpers.validation import Function


class Kept:
    """The runs that are done, by their fingerprints; those of other sweeps in the same file stay.  None: no file."""

    def __init__(self, path: str | Path | None) -> None:
        self.path = Path(path) if path is not None else None
        self.runs = _read(self.path) if self.path is not None and self.path.is_file() else {}

    def names(self, function: Function, runs: Sequence[Run]) -> list[str]:
        """A fingerprint for each run, if there is a file."""
        if self.path is None:
            return []
        code = fingerprint(function)
        return [fingerprint((run.settings, run.seed, code)) for run in runs]

    def find(self, fingerprint: str) -> Measures:
        """What this run measured; nothing if it was not there when the sweep began."""
        return self.runs.get(fingerprint, {})

    def begin(self) -> None:
        """Make the file, if there is to be one, before anything is done.  Raises OSError where it can't be written."""
        self._append("")

    def add(self, fingerprint: str, run: Run) -> None:
        """Keep one more.  Raises OSError where it can't be written."""
        settings = {name: setting(value) for name, value in run.settings.items()}
        line = {"run": fingerprint, "settings": settings, "seed": run.seed, "measures": run.measures}
        self._append(json.dumps(line) + "\n")

    def _append(self, text: str) -> None:
        if self.path is None:
            return
        try:
            append(self.path, text.encode())
        except OSError as error:
            raise OSError(
                f"{self.path} can't be written ({error.strerror or error}): give another file, or none"
            ) from None


def append(path: Path, line: bytes) -> None:
    """Add a line at the end of a file, in turn with other sweeps; after half a line, on a new one."""
    with hold_if_possible(path.with_name(f".{path.name}.lock")), path.open("a+b") as file:
        if file.tell():
            file.seek(-1, 2)
            line = line if file.read() == b"\n" else b"\n" + line
        file.write(line)


def _read(path: Path) -> dict[str, Measures]:
    """The runs in a file.  Raises ValueError for one that holds something else, which is left as it is."""
    text = path.read_text(encoding="utf-8", errors="replace")
    runs = dict(run for line in text.splitlines() if (run := _run(line)))
    if text.strip() and not runs:
        raise ValueError(f"{path} holds no runs of a sweep: give another file, or delete it")
    return runs


def _run(line: str) -> tuple[str, Measures] | None:
    """The fingerprint and the measures in a line; None if it is not whole, or none of ours."""
    try:
        data: dict[str, Any] = json.loads(line)
        name, measures = data["run"], {**data["measures"]}
    except (ValueError, TypeError, LookupError, RecursionError):
        return None
    fits = isinstance(name, str) and all(isinstance(value, (int, float)) for value in measures.values())
    return (name, measures) if fits else None
