"""my_notebooks: copies are made, follow a release, stay when they were touched; what was written before comes along."""

import errno
import json
import multiprocessing
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from helpers.course import carry_over, copies, notebook_file
from helpers.course.notebook_file import fingerprint, is_as_released, sealed

NAMES = ["00_start_here.ipynb", "02_logistic_regression.ipynb"]
NAME = NAMES[1]
COURSE = Path(__file__).parents[1]


def made(*texts: str) -> dict[str, Any]:
    """A notebook that was run: a heading, and a cell for each text."""
    output = {"name": "stdout", "output_type": "stream", "text": ["0.693\n"]}
    code = [
        {
            "cell_type": "code",
            "execution_count": k,
            "id": f"c{k}",
            "metadata": {},
            "outputs": [output],
            "source": [text],
        }
        for k, text in enumerate(texts, 1)
    ]
    heading = {"cell_type": "markdown", "id": "c0", "metadata": {}, "source": ["# Eine Überschrift, 신경망"]}
    return {"cells": [heading, *code], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def store(path: Path, notebook: dict[str, Any]) -> bytes:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")
    return path.read_bytes()


def release(course: Path, *texts: str) -> None:
    """Write the course's notebooks, as a release does."""
    for name in NAMES:
        notebook = made(*texts, name)
        notebook["metadata"] = sealed(notebook)
        store(course / "notebooks" / name, notebook)
        (course / "notebooks" / "source").mkdir(exist_ok=True)
        (course / "notebooks" / "source" / name.replace("ipynb", "md")).touch()


def change(path: Path, text: str = "mine = 42") -> bytes:
    """Write an answer into a notebook."""
    notebook = json.loads(path.read_bytes())
    notebook["cells"][1]["source"] = [text]
    return store(path, notebook)


def texts(path: Path) -> list[str]:
    return ["".join(cell["source"]) for cell in json.loads(path.read_bytes())["cells"]][1:]


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The first release, in a folder with spaces and letters beyond ASCII."""
    folder = tmp_path / "mein Kürs 신경망"
    release(folder, "first")
    return folder


@pytest.fixture
def mine(course: Path) -> Path:
    """my_notebooks, made by the first start."""
    assert copies.prepare(course) == []
    return course / "my_notebooks"


def test_copies_have_the_texts_and_no_outputs(course: Path, mine: Path) -> None:
    assert sorted(bytes_of(mine)) == NAMES
    for name in NAMES:
        stored, copy = (json.loads((folder / name).read_bytes()) for folder in (course / "notebooks", mine))
        for cell in stored["cells"][1:]:
            assert cell["outputs"] and cell["execution_count"]
            cell.update(outputs=[], execution_count=None)
        assert copy == stored
    assert copies.first(course) == f"my_notebooks/{NAMES[0]}"


def test_a_copy_is_the_file_that_jupyter_would_write(mine: Path) -> None:
    nbformat = pytest.importorskip("nbformat")
    text = (mine / NAME).read_text(encoding="utf-8")
    assert text == nbformat.writes(nbformat.reads(text, as_version=4)) + "\n"


def test_a_second_start_changes_nothing(course: Path, mine: Path) -> None:
    change(mine / NAME)
    before = bytes_of(course)
    assert copies.prepare(course) == [] and bytes_of(course) == before


def test_untouched_copies_follow_a_release_and_touched_ones_stay(course: Path, mine: Path) -> None:
    touched = change(mine / NAME)
    release(course, "second")
    told = copies.prepare(course)
    assert told == [
        "Newer in my_notebooks, where you had not changed anything yet: 00.",
        "02 in my_notebooks hold your changes and stay as they are. The course has them newer: "
        "python3 course.py restore 02  takes the new one and keeps yours beside it.",
    ]
    assert texts(mine / NAMES[0])[0] == "second" and (mine / NAME).read_bytes() == touched
    assert copies.prepare(course) == told[1:]  # until it is taken


def test_a_copy_that_was_only_run_and_saved_follows(course: Path, mine: Path) -> None:
    notebook = json.loads((mine / NAME).read_bytes())
    notebook["cells"][1].update(execution_count=7, outputs=made("x")["cells"][1]["outputs"])
    notebook["metadata"]["language_info"] = {"name": "python", "version": "3.99"}
    store(mine / NAME, notebook)
    before = (mine / NAME).read_bytes()
    copies.prepare(course)
    assert (mine / NAME).read_bytes() == before  # outputs stay as long as there is nothing newer
    release(course, "second")
    assert copies.prepare(course)[0].endswith(": 00 and 02.") and texts(mine / NAME)[0] == "second"


@pytest.mark.parametrize(
    "touch",
    [
        lambda cells: cells.pop(),
        lambda cells: cells.append({"cell_type": "raw", "id": "new", "metadata": {}, "source": []}),
        lambda cells: cells.reverse(),
        lambda cells: cells[1].update(cell_type="raw"),
        lambda cells: cells[1]["source"].append(" "),
    ],
    ids=["deleted", "added", "moved", "of another kind", "a space"],
)
def test_every_change_of_the_cells_is_a_touch(course: Path, mine: Path, touch: Callable[[list[Any]], Any]) -> None:
    notebook = json.loads((mine / NAME).read_bytes())
    touch(notebook["cells"])
    own = store(mine / NAME, notebook)
    release(course, "second")
    copies.prepare(course)
    assert (mine / NAME).read_bytes() == own


def test_a_notebook_that_is_new_in_a_release_is_copied(course: Path, mine: Path) -> None:
    notebook = made("new")
    notebook["metadata"] = sealed(notebook)
    store(course / "notebooks" / "08_playground.ipynb", notebook)
    (course / "notebooks" / "source" / "08_playground.md").touch()
    assert copies.prepare(course) == [] and texts(mine / "08_playground.ipynb") == ["new"]


def test_a_deleted_copy_is_made_again(course: Path, mine: Path) -> None:
    (mine / NAME).unlink()
    assert copies.prepare(course) == [] and texts(mine / NAME) == ["first", NAME]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"<<<<<<< HEAD\n{}", b"[1]", b'{"cells": [1]}', b"\xff\xfe", b"[" * 99_999]
)
def test_a_broken_copy_stays_and_is_named(course: Path, mine: Path, content: bytes) -> None:
    (mine / NAME).write_bytes(content)
    release(course, "second")
    told = copies.prepare(course)
    assert any(s.startswith("02 in my_notebooks can't be read") and "restore 02 " in s for s in told)
    assert (mine / NAME).read_bytes() == content


def test_the_learners_other_files_are_left_alone(course: Path, mine: Path) -> None:
    others = {"scratch.ipynb": b"{", "02_logistic_regression-Copy1.ipynb": b"mine", "notes/notes.txt": b"mine"}
    for name, content in others.items():
        (mine / name).parent.mkdir(exist_ok=True)
        (mine / name).write_bytes(content)
    release(course, "second")
    copies.prepare(course)
    assert others.items() <= bytes_of(mine).items()


@pytest.mark.parametrize("content", [None, b"<<<<<<< HEAD\n{}"], ids=["missing", "damaged"])
def test_a_release_that_cannot_be_read_is_named_with_its_cure(course: Path, content: bytes | None) -> None:
    file = course / "notebooks" / NAME
    file.unlink() if content is None else file.write_bytes(content)
    (sentence,) = copies.prepare(course)
    assert sentence.startswith("02 can't be copied") and sentence.endswith(
        f"git checkout origin/HEAD -- notebooks/{NAME}"
    )
    assert not (course / "my_notebooks" / NAME).exists() and copies.first(course) == f"my_notebooks/{NAMES[0]}"
    assert not content or file.read_bytes() == content


# ---- what was written before there was my_notebooks ----


@pytest.mark.parametrize("metadata", [{}, {"course": {"cells": "0123456789abcdef"}}], ids=["before seals", "sealed"])
def test_what_was_edited_in_notebooks_becomes_the_copy_unchanged(course: Path, metadata: dict[str, Any]) -> None:
    change(course / "notebooks" / NAME)
    notebook = json.loads((course / "notebooks" / NAME).read_bytes())
    edited = store(course / "notebooks" / NAME, {**notebook, "metadata": metadata})
    assert copies.prepare(course) == [
        "Your changes to 02 in notebooks/ were taken along: you find them, unchanged, in my_notebooks."
    ]
    assert bytes_of(course / "my_notebooks")[NAME] == edited == (course / "notebooks" / NAME).read_bytes()
    change(course / "my_notebooks" / NAME, "and on")
    before = bytes_of(course)
    assert copies.prepare(course) == [] and bytes_of(course) == before


def test_what_is_edited_in_notebooks_later_comes_beside_the_copy_once(course: Path, mine: Path) -> None:
    edited, own = change(course / "notebooks" / NAME), change(mine / NAME, "other")
    beside = mine / "02_logistic_regression (yours from before).ipynb"
    (sentence,) = copies.prepare(course)
    assert beside.name in sentence and beside.read_bytes() == edited and (mine / NAME).read_bytes() == own
    beside.unlink()
    assert copies.prepare(course) == [] and not beside.exists()


def test_all_of_notebooks_mine_comes_along_once_under_names_that_are_free(course: Path) -> None:
    kept = {
        "02_logistic_regression 2026-01-02 10.11.12.ipynb": b"one",
        NAME: b"two",
        "week 1/Übung.ipynb": b"three",
        "week 1/picture.png": b"four",
    }
    for name, content in kept.items():
        path = course / "notebooks" / "mine" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (course / "notebooks" / "mine" / ".ipynb_checkpoints").mkdir()
    (course / "notebooks" / "mine" / ".ipynb_checkpoints" / "x-checkpoint.ipynb").write_bytes(b"no")
    told = copies.prepare(course)
    found = bytes_of(course / "my_notebooks")
    assert found.pop("02_logistic_regression (yours from before).ipynb") == kept.pop(NAME)
    assert kept.items() <= found.items() and len(found) == len(kept) + len(NAMES) + 1
    assert len(told) == 1 and all(name in told[0] for name in kept)
    assert copies.prepare(course) == []


def test_a_zip_unpacked_over_edited_notebooks(course: Path) -> None:
    """The files are the new release's; what the learner last saved by hand is in Jupyter's checkpoint."""
    checkpoints = course / "notebooks" / ".ipynb_checkpoints"
    saved = change(course / "notebooks" / NAME)
    for name in NAMES:
        path = checkpoints / name.replace(".ipynb", "-checkpoint.ipynb")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes((course / "notebooks" / name).read_bytes())
    release(course, "second")
    (sentence,) = copies.prepare(course)
    assert sentence.endswith("to my_notebooks: 02_logistic_regression (yours from before).ipynb.")
    found = bytes_of(course / "my_notebooks")
    assert found.pop("02_logistic_regression (yours from before).ipynb") == saved
    assert sorted(found) == [carry_over.LIST, *NAMES] and texts(course / "my_notebooks" / NAME)[0] == "second"


def git(folder: Path, *arguments: str) -> int:
    who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *who, *arguments], cwd=folder, check=False, capture_output=True).returncode


@pytest.mark.skipif(shutil.which("git") is None, reason="git is missing")
@pytest.mark.parametrize("how", ["committed", "stashed"])
def test_git_pull_into_edited_notebooks(course: Path, tmp_path: Path, how: str) -> None:
    """git leaves both versions in one file, which nothing can read; the learner's is taken from what git kept."""
    clone = tmp_path / "clone"
    assert git(course, "init") == git(course, "add", ".") == git(course, "commit", "-m", "first") == 0
    assert git(tmp_path, "clone", str(course), str(clone)) == 0
    edited = change(clone / "notebooks" / NAME)
    release(course, "second")
    assert git(course, "commit", "-am", "second") == 0
    if how == "committed":
        assert git(clone, "commit", "-am", "mine") == 0 and git(clone, "pull", "--no-rebase") == 1
    else:
        assert git(clone, "stash") == 0 == git(clone, "pull") and git(clone, "stash", "pop") == 1
    told = copies.prepare(clone)
    assert len(told) == 2 and "(yours from before)" in told[1]
    found = bytes_of(clone / "my_notebooks")
    assert found["02_logistic_regression (yours from before).ipynb"] == edited and NAME not in found
    assert git(clone, "checkout", "origin/HEAD", "--", f"notebooks/{NAME}") == 0  # as the first sentence says
    assert copies.prepare(clone) == [] and texts(clone / "my_notebooks" / NAME)[0] == "second"


def test_what_was_released_before_there_were_seals_is_known(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = made("from before")
    assert not is_as_released(old)
    monkeypatch.setattr(notebook_file, "EARLIER", f"0123456789abcdef {fingerprint(old)}")
    assert is_as_released(old)
    store(course / "notebooks" / ".ipynb_checkpoints" / "02_logistic_regression-checkpoint.ipynb", old)
    assert copies.prepare(course) == []


def test_a_notebook_that_the_learner_made_in_notebooks_comes_along(course: Path) -> None:
    own = store(course / "notebooks" / "02_logistic_regression-Copy1.ipynb", made("mine"))
    copies.prepare(course)
    assert bytes_of(course / "my_notebooks")["02_logistic_regression-Copy1.ipynb"] == own


@pytest.mark.parametrize("content", [b"", b"{", b"[1, null]", b"7", b"\xff"])
def test_a_damaged_list_makes_nothing_twice(course: Path, content: bytes) -> None:
    (course / "notebooks" / "mine").mkdir()
    (course / "notebooks" / "mine" / NAME).write_bytes(b"mine")
    copies.prepare(course)
    before = bytes_of(course)
    (course / "my_notebooks" / carry_over.LIST).write_bytes(content)
    assert copies.prepare(course) == [] and bytes_of(course) == before


# ---- nothing is lost ----


def full_disk(*_: Any, **__: Any) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_on_a_full_disk_the_learners_stay_and_it_is_said(
    course: Path, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release(course, "second")
    (course / "notebooks" / "mine").mkdir()
    (course / "notebooks" / "mine" / "own.ipynb").write_bytes(b"mine")
    before = bytes_of(course)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full_disk)
        patch.setattr(notebook_file, "_fill", full_disk)
        told = copies.prepare(course)
    assert told[0].startswith("00 and 02 could not be written") and "No space left" in told[1] and len(told) == 2
    (mine / "own.ipynb").unlink(missing_ok=True)  # its name was taken, no more
    assert bytes_of(course) == before


def test_half_a_file_is_taken_away_again(tmp_path: Path) -> None:
    class Full:
        name = str(tmp_path / "half")

        def write(self, content: bytes) -> None:
            Path(self.name).write_bytes(content[:1])
            full_disk()

    with pytest.raises(OSError, match="No space"):
        notebook_file._fill(Full(), b"content")  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("stop", [KeyboardInterrupt, PermissionError])
def test_a_stop_at_the_last_moment_leaves_the_old_copy_and_no_rest(
    mine: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    before = bytes_of(mine)

    def last_moment(*_: Any) -> None:
        raise stop

    monkeypatch.setattr(Path, "replace", last_moment)
    with pytest.raises(stop):
        notebook_file.write(mine / NAME, b"new")
    assert bytes_of(mine) == before


def test_where_no_folder_can_be_made_notebooks_is_opened(course: Path) -> None:
    (course / "my_notebooks").write_bytes(b"a file")
    (sentence,) = copies.prepare(course)
    assert sentence.endswith("so notebooks/ is opened instead.") and copies.first(course) == f"notebooks/{NAMES[0]}"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root and Windows write to a folder that is read-only")
def test_a_folder_that_is_read_only_is_named(course: Path, mine: Path) -> None:
    release(course, "second")
    mine.chmod(0o500)
    told = copies.prepare(course)
    mine.chmod(0o700)
    assert told[0].startswith("00 and 02 could not be written")


def start(course: Path, barrier: Any) -> None:
    barrier.wait()
    copies.prepare(course)


def test_several_starts_at_once_make_the_same(course: Path) -> None:
    (course / "notebooks" / "mine").mkdir()
    (course / "notebooks" / "mine" / NAME).write_bytes(b"mine")
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(3)
    processes = [context.Process(target=start, args=(course, barrier)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    found = bytes_of(course / "my_notebooks")
    assert {*NAMES, carry_over.LIST} < found.keys() and not [name for name in found if ".ipynb." in name]
    assert all(content == b"mine" for name, content in found.items() if "yours from before" in name)
    assert copies.prepare(course) == []


def test_without_any_notebook_there_is_nothing_to_open(tmp_path: Path) -> None:
    assert copies.prepare(tmp_path) == [] and copies.first(tmp_path) == ""


def test_git_pytest_and_ruff_pass_the_copies_over() -> None:
    assert "my_notebooks/" in (COURSE / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert '"my_notebooks/*", "notebooks/mine/*"' in (COURSE / "conftest.py").read_text(encoding="utf-8")
    assert 'extend-exclude = ["my_notebooks", "notebooks/mine"]' in (COURSE / "pyproject.toml").read_text(
        encoding="utf-8"
    )
