"""progress(): what was done stays done; a file that is damaged or can't be written stops nobody."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from helpers import exercises
from helpers.exercises import progress_file, registry

NOTEBOOK = "02_logistic_regression"
check, hint, solution = exercises.of(NOTEBOOK)


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_file, "_memory", {})
    monkeypatch.setattr(progress_file, "_told", set())


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A progress file, as a learner has it."""
    monkeypatch.delenv("COURSE_TEST", raising=False)
    monkeypatch.setattr(progress_file, "PATH", tmp_path / ".progress.json")
    return tmp_path / ".progress.json"


def sigmoid(Z: Any) -> Any:
    return 1 / (1 + np.exp(-Z))


def wrong_sigmoid(Z: Any) -> Any:
    return Z


def open_sigmoid(Z: Any) -> Any:
    return ...


wrong_sigmoid.__name__ = open_sigmoid.__name__ = "sigmoid"


def shown(capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    exercises.progress(NOTEBOOK)
    return capsys.readouterr().out


def test_the_file_lies_at_the_top_of_the_course_and_git_ignores_it() -> None:
    top = Path(__file__).parents[1]
    assert top / ".progress.json" == progress_file.PATH
    assert ".progress.json*" in (top / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_without_a_name_every_notebook_is_shown(capsys: Any) -> None:
    exercises.progress()
    message = capsys.readouterr().out
    for notebook in registry.NOTEBOOKS:
        assert f"{registry.title(notebook)}: 0 of {len(registry.load(notebook))} are yours\n" in message
    count = sum(len(registry.load(notebook)) for notebook in registry.NOTEBOOKS)
    assert message.startswith(f"The course: 0 of {count} are yours.\n")
    assert message.count("\n") <= 24 and max(map(len, message.splitlines())) <= 96


def test_every_exercise_has_its_mark(file: Path, capsys: Any) -> None:
    assert (
        shown(capsys)
        == """02 Logistic regression: 0 of 9 are yours
  ○ sigmoid  ○ forward  ○ predict  ○ cost  ○ fork_backward  ○ backward_loops  ○ backward
  ○ update  ○ train
✓ yours, ◐ tried, ○ open
"""
    )
    assert not file.exists()


def test_done_stays_done(file: Path, capsys: Any) -> None:
    states = []
    for function in (open_sigmoid, wrong_sigmoid, open_sigmoid, sigmoid, wrong_sigmoid, open_sigmoid):
        check(function)
        states.append(shown(capsys).splitlines()[1].split("  ")[1])
    assert states == ["○ sigmoid", "◐ sigmoid", "◐ sigmoid", "✓ sigmoid", "✓ sigmoid", "✓ sigmoid"]
    assert shown(capsys).startswith("02 Logistic regression: 1 of 9 is yours\n")
    assert file.read_bytes() == (json.dumps({NOTEBOOK: {"sigmoid": "done"}}, indent=2) + "\n").encode()
    assert sorted(os.listdir(file.parent)) == [file.name, f"{file.name}.lock"]  # noqa: PTH208


def test_what_is_done_is_told_by_notebook_and_name(file: Path) -> None:
    progress_file.record("00_start_here", "relu", "done")
    progress_file.record("02_logistic_regression", "sigmoid", "tried")
    assert exercises.done() == {("00_start_here", "relu")}


def test_another_session_reads_it_and_keeps_what_it_finds(file: Path, capsys: Any) -> None:
    file.write_text('{"05_later": {"deep": "done"}, "02_logistic_regression": {"cost": "tried"}}', encoding="utf-8")
    check(sigmoid)
    assert "◐ cost" in shown(capsys)
    assert json.loads(file.read_text(encoding="utf-8")) == {
        "05_later": {"deep": "done"},
        NOTEBOOK: {"cost": "tried", "sigmoid": "done"},
    }


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"3", b"null", b"\xff\xfe\xff", b'{"02": 3}', b'{"02": [1]}', b"[" * 100_000]
)
def test_a_damaged_file_is_put_aside_and_the_learner_is_told_once(file: Path, capsys: Any, damage: bytes) -> None:
    file.write_bytes(damage)
    assert "was damaged. It was put aside as .progress.json.damaged-1: run your solved cells again." in shown(capsys)
    assert file.with_name(".progress.json.damaged-1").read_bytes() == damage
    assert shown(capsys).startswith("02 Logistic regression: 0 of 9")
    check(sigmoid)
    assert "1 of 9 is yours" in shown(capsys)


def test_a_byte_order_mark_does_no_harm(file: Path, capsys: Any) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps({NOTEBOOK: {"cost": "done"}}).encode())
    assert "1 of 9 is yours" in shown(capsys)


def test_a_state_that_a_newer_course_wrote_stays(file: Path, capsys: Any) -> None:
    file.write_text(
        json.dumps({NOTEBOOK: {"cost": "mastered", "update": {"on": 3}}, "09_later": {"x": "half"}}), encoding="utf-8"
    )
    check(sigmoid)
    assert json.loads(file.read_text(encoding="utf-8")) == {
        NOTEBOOK: {"cost": "mastered", "update": {"on": 3}, "sigmoid": "done"},
        "09_later": {"x": "half"},
    }
    assert "3 of 9 are yours" in shown(capsys)


WRITER = """
import sys
from pathlib import Path
from helpers.exercises import progress_file
progress_file.PATH = Path(sys.argv[1])
for number in range(40):
    progress_file.record(sys.argv[2], f"exercise {number}", "done")
"""


def test_two_kernels_at_once_lose_nothing(file: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "COURSE_TEST"}
    environment["PYTHONPATH"] = str(Path(__file__).parents[1])
    started = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(file), name], env=environment) for name in ("one", "two")
    ]
    assert [process.wait(timeout=60) for process in started] == [0, 0]
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert {name: len(states) for name, states in kept.items()} == {"one": 40, "two": 40}


def test_what_a_killed_kernel_left_behind_goes(file: Path) -> None:
    left = file.with_name(f"{file.name}.4711")
    left.touch()
    check(sigmoid)
    assert not left.exists() and file.exists()


@pytest.mark.parametrize(
    "states", [{"fold": "done"}, {"compose": "tried", "fold": "done"}, {"fold": "done", "compose": "open"}]
)
def test_an_exercise_keeps_its_state_under_its_new_name(file: Path, states: dict[str, str]) -> None:
    file.write_text(json.dumps({"03_activation_functions": states}), encoding="utf-8")
    check(sigmoid)
    assert json.loads(file.read_text(encoding="utf-8")) == {
        "03_activation_functions": {"compose": "done"},
        NOTEBOOK: {"sigmoid": "done"},
    }


def test_every_new_name_is_an_exercise_and_no_old_one_is() -> None:
    names = {exercise.name for notebook in registry.NOTEBOOKS for exercise in registry.load(notebook)}
    assert names.issuperset(progress_file.RENAMED.values()) and names.isdisjoint(progress_file.RENAMED)


def test_nothing_can_be_written(file: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_file, "PATH", file / "no such folder" / ".progress.json")
    check(wrong_sigmoid)
    assert "Your progress can't be written to .progress.json" in capsys.readouterr().out
    check(sigmoid)
    assert capsys.readouterr().out.startswith("✓ sigmoid")  # it was said once
    assert "1 of 9 is yours" in shown(capsys)  # remembered as long as the session lasts


def test_a_file_that_can_only_be_read_is_read_and_the_session_counts_too(
    file: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(json.dumps({NOTEBOOK: {"cost": "done"}}), encoding="utf-8")

    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_text", refuse)
    check(sigmoid)
    assert "2 of 9 are yours" in shown(capsys)


def test_a_write_that_fails_leaves_the_old_file_whole(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(wrong_sigmoid)
    before = file.read_bytes()

    def full(self: Path, target: Path) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", full)
    check(sigmoid)
    assert file.read_bytes() == before
    assert sorted(path.name for path in file.parent.iterdir()) == [file.name, f"{file.name}.lock"]


@pytest.mark.parametrize("content", [b'{"02_logistic_regression": {"cost": "done"}}', b"{"])
def test_a_file_that_can_be_neither_read_nor_moved_stays_as_it_is(
    file: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    file.write_bytes(content)

    def locked(*_: Any) -> Any:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace" if content == b"{" else "read_bytes", locked)
        check(sigmoid)
        message = capsys.readouterr().out
        check(sigmoid)
        assert capsys.readouterr().out.startswith("✓ sigmoid")  # it was said once
        assert "1 of 9 is yours" in shown(capsys)
    assert message.count("(Permission denied): your progress is kept until you stop.") == 1
    assert file.read_bytes() == content


def test_a_damaged_file_that_another_kernel_has_just_replaced_is_read_again(file: Path, capsys: Any) -> None:
    file.write_text(json.dumps({NOTEBOOK: {"cost": "done"}}), encoding="utf-8")
    assert progress_file._put_aside(b"{") == {NOTEBOOK: {"cost": "done"}}
    file.unlink()
    assert progress_file._put_aside(b"{") == {} and capsys.readouterr().out == ""


def test_while_the_course_is_tested_no_file_is_touched(file: Path, capsys: Any, monkeypatch: Any) -> None:
    monkeypatch.setenv("COURSE_TEST", "1")
    check(sigmoid)
    assert "1 of 9 is yours" in shown(capsys) and not file.exists()
