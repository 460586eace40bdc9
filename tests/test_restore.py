"""python course.py restore 02: the first state comes back, and nothing of the learner's is lost."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from needs import need

from helpers.course import restore

jupytext = need("jupytext")

COURSE = Path(__file__).parents[1]
SOURCES = sorted((COURSE / "notebooks" / "source").glob("[0-9]*.md"))
NAME = "02_logistic_regression"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_source_makes_the_notebook_that_jupytext_makes_of_it(path: Path) -> None:
    ours = restore.from_source(path.read_text(encoding="utf-8"), path.stem[:2])
    theirs = jupytext.read(path)
    assert len(ours["cells"]) == len(theirs.cells)
    for mine, cell in zip(ours["cells"], theirs.cells, strict=True):
        assert ("".join(mine["source"]), mine["cell_type"]) == (cell.source, cell.cell_type)
        assert mine["metadata"].get("tags") == cell.metadata.get("tags")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """What the command needs, in a folder with spaces and letters beyond ASCII."""
    folder = tmp_path / "mein Kürs 신경망"
    (folder / "notebooks" / "source").mkdir(parents=True)
    (folder / "helpers" / "course").mkdir(parents=True)
    for name in (
        "course.py",
        "helpers/__init__.py",
        "helpers/course/__init__.py",
        "helpers/course/restore.py",
        ".gitattributes",
        ".gitignore",
    ):
        shutil.copy(COURSE / name, folder / name)
    shutil.copy(COURSE / "notebooks" / "source" / f"{NAME}.md", folder / "notebooks" / "source")
    shutil.copy(COURSE / "notebooks" / f"{NAME}.ipynb", folder / "notebooks")
    return folder


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def committed(folder: Path) -> None:
    git(folder, "init")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "first")


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(folder / "course.py"), "restore", *arguments],
        cwd=folder.parent,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def spoil(folder: Path) -> bytes:
    """The learner's notebook: another answer in one cell, all outputs gone."""
    path = folder / "notebooks" / f"{NAME}.ipynb"
    notebook: Any = json.loads(path.read_bytes())
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for cell in code:
        cell["outputs"] = []
    code[1]["source"] = ["mine = 42"]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path.read_bytes()


def kept(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted((folder / "notebooks" / "mine").glob("*.ipynb"))]


@pytest.mark.parametrize("name", ["02", "2", NAME, f"{NAME}.ipynb", f"notebooks/{NAME}.ipynb"])
def test_from_git_every_byte_comes_back_and_the_learners_is_kept(course: Path, name: str) -> None:
    committed(course)
    path = course / "notebooks" / f"{NAME}.ipynb"
    first, mine = path.read_bytes(), spoil(course)
    done = run(course, name)
    assert done.returncode == 0 and "is as it was first. Yours is kept: notebooks/mine/" in done.stdout, done
    assert "Reload Notebook from Disk" in done.stdout
    assert path.read_bytes() == first and kept(course) == [mine]
    assert [item.name for item in path.parent.iterdir() if item.name.startswith(".")] == []


def test_a_learner_who_committed_their_own_gets_the_authors_back(course: Path) -> None:
    committed(course)
    path = course / "notebooks" / f"{NAME}.ipynb"
    first = path.read_bytes()
    spoil(course)
    git(course, "commit", "-am", "my answers")
    run(course, "02")
    assert path.read_bytes() == first


def a_sentence_changed(text: str) -> str:
    return text.replace("One unit that learns", "My notes: one unit that learns")


@pytest.mark.parametrize("change", [a_sentence_changed, lambda text: "<<<<<<< HEAD" + text, lambda _: "[1]"])
def test_committed_notes_and_broken_files_are_passed_over(course: Path, change: Callable[[str], str]) -> None:
    committed(course)
    path = course / "notebooks" / f"{NAME}.ipynb"
    first = path.read_bytes()
    path.write_text(change(first.decode()), encoding="utf-8", newline="\n")
    assert path.read_bytes() != first
    git(course, "commit", "-am", "mine")
    run(course, "02")
    assert path.read_bytes() == first


def test_where_nothing_can_be_kept_nothing_is_written(course: Path) -> None:
    mine = spoil(course)
    (course / "notebooks" / "mine").write_text("a file where a folder should be", encoding="utf-8")
    done = run(course, "02")
    assert done.returncode != 0 and "could not be written" in done.stderr and "\n" not in done.stderr.strip()
    assert (course / "notebooks" / f"{NAME}.ipynb").read_bytes() == mine


def test_a_stop_at_the_last_moment_leaves_the_learners(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = spoil(course)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        restore.restore("02", course / "notebooks")
    assert (course / "notebooks" / f"{NAME}.ipynb").read_bytes() == mine == kept(course)[0]
    assert not list((course / "notebooks").glob(".*"))


@pytest.mark.parametrize("why", ["no git", "no history"])
def test_without_git_it_comes_from_the_source(course: Path, why: str) -> None:
    if why == "no git":
        committed(course)
    path = course / "notebooks" / f"{NAME}.ipynb"
    first, mine = json.loads(path.read_bytes()), spoil(course)
    done = run(course, "02", PATH="" if why == "no git" else os.environ["PATH"])
    assert done.returncode == 0, done
    again = json.loads(path.read_bytes())
    assert [c["source"] for c in again["cells"]] == [c["source"] for c in first["cells"]]
    assert [c["id"] for c in again["cells"]] == [c["id"] for c in first["cells"]]
    assert not any(cell.get("outputs") for cell in again["cells"]) and kept(course) == [mine]


def test_a_notebook_that_was_deleted_comes_back(course: Path) -> None:
    committed(course)
    path = course / "notebooks" / f"{NAME}.ipynb"
    first = path.read_bytes()
    path.unlink()
    assert "Yours" not in run(course, "02").stdout and path.read_bytes() == first and kept(course) == []


def test_one_that_is_as_it_was_is_left_alone(course: Path) -> None:
    committed(course)
    assert "nothing to do" in run(course, "02").stdout and kept(course) == []


def test_two_in_one_second_keep_both(course: Path) -> None:
    notebooks = course / "notebooks"
    texts = [spoil(course)]
    for k in range(3):
        restore.restore("02", notebooks)
        (notebooks / f"{NAME}.ipynb").write_text(f"mine {k}", encoding="utf-8")
        texts.append(b"mine %d" % k)
    restore.restore("02", notebooks)
    assert sorted(kept(course)) == sorted(texts)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["07"], f"There is no notebook '07': they are {NAME}."),
        ([], "Say which notebook, such as  python3 course.py restore 02."),
        (["02", "03"], "Say which notebook, such as  python3 course.py restore 02."),
    ],
)
def test_a_wrong_name_gets_one_sentence(course: Path, arguments: list[str], message: str) -> None:
    done = run(course, *arguments)
    assert done.returncode != 0 and done.stderr.strip() == message and kept(course) == []


def test_what_is_kept_is_neither_committed_nor_tested(course: Path) -> None:
    committed(course)
    spoil(course)
    run(course, "02")
    status = subprocess.run(["git", "status", "--short"], cwd=course, capture_output=True, check=True)
    assert status.stdout == b""
    assert '"notebooks/mine/*"' in (COURSE / "conftest.py").read_text(encoding="utf-8")
