"""python3 course.py restore 02: a fresh copy, with git or without, and nothing of the learner's is lost."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from helpers.course import copies, restore
from helpers.course.notebook_file import sealed, without_outputs, write

COURSE = Path(__file__).parents[1]
NAME = "02_logistic_regression"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """What the command needs and no git, in a folder with spaces and letters beyond ASCII."""
    folder = tmp_path / "mein Kürs 신경망"
    (folder / "notebooks" / "source").mkdir(parents=True)
    shutil.copytree(COURSE / "helpers" / "course", folder / "helpers" / "course")
    shutil.copy(COURSE / "helpers" / "__init__.py", folder / "helpers")
    shutil.copy(COURSE / "course.py", folder)
    (folder / "notebooks" / "source" / f"{NAME}.md").touch()
    notebook = json.loads((COURSE / "notebooks" / f"{NAME}.ipynb").read_bytes())
    notebook["metadata"] = sealed(notebook)
    write(folder / "notebooks" / f"{NAME}.ipynb", json.dumps(notebook).encode())
    copies.prepare(folder)
    return folder


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(folder / "course.py"), "restore", *arguments],
        cwd=folder.parent,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def copy_in(folder: Path) -> Path:
    return folder / "my_notebooks" / f"{NAME}.ipynb"


def spoil(path: Path) -> bytes:
    """Another answer in one cell."""
    notebook: Any = json.loads(path.read_bytes())
    [cell for cell in notebook["cells"] if cell["cell_type"] == "code"][1]["source"] = ["mine = 42"]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path.read_bytes()


def kept(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted((folder / "my_notebooks").glob("*.ipynb")) if path != copy_in(folder)]


def refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """One plain sentence or two, and no traceback."""
    assert done.returncode != 0 and "\n" not in done.stderr.strip(), done.stderr
    assert all(word in done.stderr for word in words), done.stderr


@pytest.mark.parametrize("name", ["02", "2", NAME, f"{NAME}.ipynb", f"my_notebooks/{NAME}.ipynb"])
def test_every_byte_comes_back_and_the_learners_is_kept(course: Path, name: str) -> None:
    path = copy_in(course)
    first, mine = path.read_bytes(), spoil(path)
    done = run(course, name)
    assert (
        done.returncode == 0 and "is a fresh copy. Yours is kept: my_notebooks/02_logistic_regression 20" in done.stdout
    )
    assert "Reload Notebook from Disk" in done.stdout
    assert path.read_bytes() == first and kept(course) == [mine]
    assert [item.name for item in path.parent.iterdir() if item.name.startswith(".")] == []


def test_what_was_only_run_is_kept_too(course: Path) -> None:
    path = copy_in(course)
    first, mine = path.read_bytes(), (course / "notebooks" / path.name).read_bytes()
    path.write_bytes(mine)
    run(course, "02")
    assert path.read_bytes() == first and kept(course) == [mine]


def test_a_newer_release_is_what_is_copied(course: Path) -> None:
    path, mine = course / "notebooks" / f"{NAME}.ipynb", spoil(copy_in(course))
    spoil(path)
    notebook = json.loads(path.read_bytes())
    notebook["metadata"] = sealed(notebook)
    write(path, json.dumps(notebook).encode())
    run(course, "02")
    assert copy_in(course).read_bytes() == without_outputs(notebook) and kept(course) == [mine]
    assert copies.prepare(course) == []


@pytest.mark.parametrize("content", [b"", b"<<<<<<< HEAD\n{}", b"[1]"])
def test_a_broken_copy_is_kept_as_well(course: Path, content: bytes) -> None:
    first = copy_in(course).read_bytes()
    copy_in(course).write_bytes(content)
    run(course, "02")
    assert copy_in(course).read_bytes() == first and kept(course) == [content]


def test_a_copy_that_was_deleted_comes_back(course: Path) -> None:
    shutil.rmtree(course / "my_notebooks")
    assert "Yours" not in run(course, "02").stdout and copy_in(course).exists() and kept(course) == []


def test_one_that_is_fresh_is_left_alone(course: Path) -> None:
    assert "nothing to do" in run(course, "02").stdout and kept(course) == []


def changed(path: Path) -> None:
    spoil(path)


def damaged(path: Path) -> None:
    path.write_bytes(b"<<<<<<< HEAD\n{}")


@pytest.mark.parametrize(
    ("harm", "word"), [(changed, "was changed"), (damaged, "is damaged"), (Path.unlink, "is missing")]
)
def test_where_there_is_nothing_to_copy_it_says_so_and_touches_nothing(course: Path, harm: Any, word: str) -> None:
    mine = spoil(copy_in(course))
    harm(course / "notebooks" / f"{NAME}.ipynb")
    refused(run(course, "02"), f"{NAME}.ipynb {word}", f"git checkout origin/HEAD -- notebooks/{NAME}.ipynb")
    assert copy_in(course).read_bytes() == mine and kept(course) == []


def test_where_nothing_can_be_kept_nothing_is_written(course: Path) -> None:
    shutil.rmtree(course / "my_notebooks")
    (course / "my_notebooks").write_text("a file where a folder should be", encoding="utf-8")
    refused(run(course, "02"), "could not be written")


def test_a_stop_at_the_last_moment_leaves_the_learners(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = spoil(copy_in(course))

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        restore.restore("02", course)
    assert copy_in(course).read_bytes() == mine == kept(course)[0]
    assert not list((course / "my_notebooks").glob(".*"))


def test_two_in_one_second_keep_both(course: Path) -> None:
    texts = [spoil(copy_in(course))]
    for k in range(3):
        restore.restore("02", course)
        copy_in(course).write_bytes(b"mine %d" % k)
        texts.append(b"mine %d" % k)
    restore.restore("02", course)
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
