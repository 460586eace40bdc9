"""Finished runs are kept in a file, whole or not at all, and are done again only if anything about them changed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sweep_runs import Here

from helpers.sweeps import Sweep, storage, sweep

DONE: list[int] = []


def counted(x: int, factor: int = 2) -> float:
    DONE.append(x)
    if x < 0:
        raise ValueError("below 0")
    return np.inf if x > 100 else factor * x


def done(file: Path, values: Any, run: Callable[..., Any] = counted, seed: int = 0) -> tuple[Sweep, list[int]]:
    """What a sweep returns, and which it did."""
    DONE.clear()
    return sweep(run, {"x": values}, Here(), file=file, seed=seed), sorted(DONE)


def test_what_is_kept_is_not_done_again(tmp_path: Path) -> None:
    file = tmp_path / "sweep.json"
    first, _ = done(file, [1, 2, 999])
    again, ran = done(file, [1, 2, 999])
    assert again == first and ran == [] and again.values().tolist() == [2, 4, np.inf]
    more, ran = done(file, [1, 2, 999, 4])
    assert ran == [4] and more.values().tolist() == [2, 4, np.inf, 8]
    assert [path.name for path in tmp_path.iterdir()] == ["sweep.json"]


def with_seed(x: int, seed: int) -> float:
    return counted(x) + seed % 2


def test_another_seed_setting_or_function_is_done_afresh(tmp_path: Path) -> None:
    file = tmp_path / "sweep.json"
    done(file, [1, 2])
    assert [done(file, [1, 2], with_seed, seed)[1] for seed in (0, 5, 0, 5)] == [[1, 2], [1, 2], [], []]
    assert done(file, [1, 3])[1] == [3]

    def other(x: int) -> float:
        return counted(x, 3)

    assert done(file, [1, 2], other)[0].values().tolist() == [3, 6]
    assert done(file, [1, 2])[0].values().tolist() == [2, 4]  # the runs of both are kept


def test_what_failed_is_tried_again(tmp_path: Path) -> None:
    file = tmp_path / "sweep.json"
    assert len(done(file, [-1, 1])[0].failed) == 1
    assert done(file, [-1, 1])[1] == [-1]


def test_every_run_is_written_at_once(tmp_path: Path) -> None:
    file, seen = tmp_path / "sweep.json", list[int]()

    class Watched(Here):
        """Looks into the file each time that a run is handed over: those before it are not lost, whatever comes."""

        def submit(self, function: Any, /, *args: Any, **kwargs: Any) -> Any:
            seen.append(len(json.loads(file.read_text())["runs"]) if file.exists() else 0)
            return super().submit(function, *args, **kwargs)

    sweep(counted, {"x": [1]}, Watched(), file=file)
    sweep(counted, {"x": [1, 2]}, Watched(), file=file)
    assert seen == [0, 1] and len(json.loads(file.read_text())["runs"]) == 2


@pytest.mark.parametrize(
    "damaged", ["", "{", "[]", '{"runs": [1]}', '{"runs": {"a": {}}}', '{"runs": {"a": {"measures": {"b": "c"}}}}']
)
def test_a_damaged_file_is_put_aside(damaged: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "sweep.json"
    for number in (1, 2):
        file.write_text(damaged)
        assert done(file, [1])[1] == [1]
        aside = tmp_path / f"sweep.json.damaged-{number}"
        assert aside.read_text() == damaged and len(json.loads(file.read_text())["runs"]) == 1
        said = f"sweep.json was damaged. It was put aside as {aside.name}: all runs are done afresh.\n"
        assert capsys.readouterr().out == said


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="can't be written .*: give another file, or none"):
        done(tmp_path / "no folder" / "sweep.json", [1])
    assert DONE == []


def test_a_disk_that_is_full_loses_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> None:
        if len(content) > 20:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(storage, "write", full)
    result, ran = done(tmp_path / "sweep.json", [1, 2, 3])
    assert ran == [1, 2, 3] and result.values().tolist() == [2, 4, 6]
    assert result.note.endswith("sweep.json can't be written (No space left on device): give another file, or none")


def test_without_a_seed_the_place_in_the_list_does_not_matter(tmp_path: Path) -> None:
    file = tmp_path / "sweep.json"
    done(file, [1, 2])
    assert done(file, [5, 2, 1])[1] == [5]
