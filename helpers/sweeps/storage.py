"""Finished runs in a file, so that a sweep goes on where it stopped: JSON, written all or nothing after each run."""

import json
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

from helpers.course.notebook_file import write
from helpers.sweeps.fingerprints import fingerprint
from helpers.sweeps.results import Run
from helpers.sweeps.runs import Measures
from helpers.sweeps.tables import setting
from helpers.validation import Function


class Kept:
    """The runs that are done, by their fingerprints; those of other sweeps in the same file stay.  None: no file."""

    def __init__(self, path: str | Path | None) -> None:
        self.path = Path(path) if path is not None else None
        self.runs: dict[str, dict[str, Any]] = self._read()

    def names(self, function: Function, runs: Sequence[Run]) -> list[str]:
        """A fingerprint for each run, if there is a file."""
        if self.path is None:
            return []
        code = fingerprint(function)
        return [fingerprint((run.settings, run.seed, code)) for run in runs]

    def find(self, fingerprint: str) -> Measures:
        """What this run measured; nothing if it is not there."""
        found: Measures = self.runs.get(fingerprint, {}).get("measures", {})
        return found

    def add(self, fingerprint: str, run: Run) -> None:
        """Keep one more, and write the file."""
        settings = {name: setting(value) for name, value in run.settings.items()}
        self.runs[fingerprint] = {"settings": settings, "seed": run.seed, "measures": run.measures}
        self.save()

    def save(self) -> None:
        """Write the file, if there is to be one.  Raises OSError, in a sentence, where it can't be written."""
        if self.path is None:
            return
        try:
            write(self.path, (json.dumps({"runs": self.runs}, indent=1) + "\n").encode())
        except OSError as error:
            raise OSError(
                f"{self.path} can't be written ({error.strerror or error}): give another file, or none"
            ) from None

    def _read(self) -> dict[str, dict[str, Any]]:
        if self.path is None or not self.path.exists():
            return {}
        try:
            return _checked(json.loads(self.path.read_text(encoding="utf-8")))
        except (ValueError, RecursionError):
            self._put_aside(self.path)
            return {}

    @staticmethod
    def _put_aside(path: Path) -> None:
        aside = next(each for n in count(1) if not (each := path.with_name(f"{path.name}.damaged-{n}")).exists())
        path.replace(aside)
        print(f"{path.name} was damaged. It was put aside as {aside.name}: all runs are done afresh.")


def _checked(data: Any) -> dict[str, dict[str, Any]]:
    """The runs in a file; ValueError if it is none of ours."""
    runs = data.get("runs") if isinstance(data, dict) else None
    if not isinstance(runs, dict) or not all(isinstance(run, dict) and _are_measures(run) for run in runs.values()):
        raise ValueError
    return runs


def _are_measures(run: dict[str, Any]) -> bool:
    measures = run.get("measures")
    return isinstance(measures, dict) and all(isinstance(value, (int, float)) for value in measures.values())
