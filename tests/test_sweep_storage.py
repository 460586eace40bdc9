"""Finished runs are kept in a file, a line each, and are done again only if anything about them changed."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
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
    file = tmp_path / "sweep.jsonl"
    first, _ = done(file, [1, 2, 999])
    again, ran = done(file, [1, 2, 999])
    assert again == first and ran == [] and again.values().tolist() == [2, 4, np.inf]
    more, ran = done(file, [1, 2, 999, 4])
    assert ran == [4] and more.values().tolist() == [2, 4, np.inf, 8]
    assert sorted(path.name for path in tmp_path.iterdir()) == [".sweep.jsonl.lock", "sweep.jsonl"]


def with_seed(x: int, seed: int) -> float:
    return counted(x) + seed % 2


def test_another_seed_setting_or_function_is_done_afresh(tmp_path: Path) -> None:
    file = tmp_path / "sweep.jsonl"
    done(file, [1, 2])
    assert [done(file, [1, 2], with_seed, seed)[1] for seed in (0, 5, 0, 5)] == [[1, 2], [1, 2], [], []]
    assert done(file, [1, 3])[1] == [3]

    def other(x: int) -> float:
        return counted(x, 3)

    assert done(file, [1, 2], other)[0].values().tolist() == [3, 6]
    assert done(file, [1, 2])[0].values().tolist() == [2, 4]  # the runs of both are kept


def test_what_failed_is_tried_again(tmp_path: Path) -> None:
    file = tmp_path / "sweep.jsonl"
    assert len(done(file, [-1, 1])[0].failed) == 1
    assert done(file, [-1, 1])[1] == [-1]


def kept(file: Path) -> list[Any]:
    """The values of x whose runs are in a file, in the order in which they ended."""
    return [json.loads(line)["settings"]["x"] for line in file.read_text().splitlines()]


class Watched(Here):
    """Calls a function before each run."""

    def __init__(self, look: Callable[[], Any]) -> None:
        self.look = look

    def submit(self, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        self.look()
        return super().submit(function, *args, **kwargs)


def test_every_run_is_written_at_once(tmp_path: Path) -> None:
    """When the next run is handed over, those before it are in the file: they are not lost, whatever comes."""
    file, seen = tmp_path / "sweep.jsonl", list[list[Any]]()
    executor = Watched(lambda: seen.append(kept(file)))
    sweep(counted, {"x": [1]}, executor, file=file)
    sweep(counted, {"x": [1, 2]}, executor, file=file)
    assert seen == [[], ["1"]] and kept(file) == ["1", "2"]


def test_two_sweeps_at_once_lose_no_run(tmp_path: Path) -> None:
    file = tmp_path / "sweep.jsonl"
    sweep(counted, {"x": [1, 2]}, Watched(lambda: done(file, [3, 4])), file=file)
    assert sorted(kept(file)) == ["1", "2", "3", "4"]
    assert done(file, [1, 2, 3, 4])[1] == []


def test_sweeps_add_whole_lines_in_turn(tmp_path: Path) -> None:
    file, lines = tmp_path / "sweep.jsonl", [f"{n} ".encode() * 50 + b"\n" for n in range(80)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(partial(storage.append, file), lines))
    assert sorted(file.read_bytes().splitlines(keepends=True)) == sorted(lines)


def test_only_the_run_of_half_a_line_is_done_again(tmp_path: Path) -> None:
    file = tmp_path / "sweep.jsonl"
    done(file, [1, 2])
    file.write_bytes(file.read_bytes()[:-5])  # killed while it wrote
    again, ran = done(file, [1, 2])
    assert ran == [2] and again.values().tolist() == [2, 4]
    assert done(file, [1, 2])[1] == []


@pytest.mark.parametrize(
    "other", ["{", "[]\n", "x,y\n1,2\n", '{"run": 1, "measures": {}}', '{"run": "a", "measures": [1]}']
)
def test_a_file_that_holds_something_else_is_left_as_it_is(other: str, tmp_path: Path) -> None:
    file = tmp_path / "sweep.jsonl"
    file.write_text(other)
    with pytest.raises(ValueError, match=r"sweep.jsonl holds no runs of a sweep: give another file, or delete it"):
        done(file, [1])
    assert DONE == [] and file.read_text() == other


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="can't be written .*: give another file, or none"):
        done(tmp_path / "no folder" / "sweep.jsonl", [1])
    assert DONE == []


def test_a_disk_that_is_full_loses_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, line: bytes) -> None:
        if line:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(storage, "append", full)
    result, ran = done(tmp_path / "sweep.jsonl", [1, 2, 3])
    assert ran == [1, 2, 3] and result.values().tolist() == [2, 4, 6]
    assert result.note.endswith("sweep.jsonl can't be written (No space left on device): give another file, or none")


def test_without_a_seed_the_place_in_the_list_does_not_matter(tmp_path: Path) -> None:
    file = tmp_path / "sweep.jsonl"
    done(file, [1, 2])
    assert done(file, [5, 2, 1])[1] == [5]
