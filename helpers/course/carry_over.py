"""What a learner wrote in notebooks/, and where it would be overlooked, is copied to my_notebooks: unchanged, and once.

- notebooks/mine: where `restore` kept theirs before there was my_notebooks.
- Notebooks in notebooks/ that are not as they were released, and those that the learner made there.
- Jupyter's checkpoints of them: when a newer course was unpacked over an edited notebook, the checkpoint still holds
  what the learner last saved by hand (Ctrl + S).

my_notebooks/.carried lists what was copied, so that a copy that the learner deletes does not come back.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from helpers.course.notebook_file import is_as_released, read, write, write_new

LIST = ".carried"
CHECKPOINTS, SAVED = ".ipynb_checkpoints", "-checkpoint"
PASSED_OVER = {CHECKPOINTS, "__pycache__"}


def carry_over(course: Path, mine: Path, released: list[str]) -> list[str]:
    """Copy what was not copied before to the folder `mine`; returns what to tell the learner, a sentence each.

    released: the names of the course's own notebooks, which no other file may take in `mine`.
    """
    notebooks, before = course / "notebooks", _carried(mine)
    try:
        found = {path.relative_to(notebooks).as_posix(): path for path in _theirs(notebooks, released)}
        new = {name: path for name, path in found.items() if name not in before}
        copied = [target for path in new.values() if (target := _copy(path, mine / _place(path, notebooks), released))]
        if new:
            write(mine / LIST, (json.dumps(sorted({*before, *new}), indent=1) + "\n").encode())
    except OSError as error:
        return [
            f"What you wrote in notebooks/ could not be copied to my_notebooks ({error.strerror}); it is untouched."
        ]
    return [f"You wrote this before, and find it now, unchanged, in {path.relative_to(course)}." for path in copied]


def _carried(mine: Path) -> set[str]:
    """What was copied before; nothing where the list is missing or damaged: `_copy` makes nothing twice."""
    with suppress(OSError, ValueError, TypeError, RecursionError):
        return {name for name in json.loads((mine / LIST).read_bytes()) if isinstance(name, str)}
    return set()


def _theirs(notebooks: Path, released: list[str]) -> Iterator[Path]:
    """The files that the learner wrote."""
    for path in sorted((notebooks / "mine").rglob("*")):
        if path.is_file() and not PASSED_OVER & set(path.relative_to(notebooks).parts):
            yield path
    yield from filter(_is_theirs, sorted(notebooks.glob("*.ipynb")))
    for name in released:
        saved = notebooks / CHECKPOINTS / f"{Path(name).stem}{SAVED}.ipynb"
        if _is_theirs(saved) and not _is_theirs(notebooks / name):
            yield saved


def _is_theirs(path: Path) -> bool:
    """Is it a notebook that can be read, and not as it was released?"""
    notebook = read(path) if path.is_file() else None
    return notebook is not None and not is_as_released(notebook)


def _place(path: Path, notebooks: Path) -> Path:
    """Folders in notebooks/mine stay folders; all else comes to the top."""
    mine = notebooks / "mine"
    return path.parent.relative_to(mine) if path.is_relative_to(mine) else Path()


def _copy(path: Path, folder: Path, released: list[str]) -> Path | None:
    """Copy one file to `folder`, which is made; None if a file with the same bytes is there."""
    folder.mkdir(parents=True, exist_ok=True)
    content = path.read_bytes()
    if any(_holds(other, content) for other in folder.iterdir()):
        return None
    stem = path.stem.removesuffix(SAVED) if path.parent.name == CHECKPOINTS else path.stem
    name = f"{stem} (yours from before)" if f"{stem}.ipynb" in released else stem
    return write_new(folder, name + path.suffix, content)


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content
