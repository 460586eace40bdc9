"""What a learner wrote in notebooks/, and where it would be overlooked, is copied to my_notebooks: unchanged, and once.

- notebooks/mine: where `restore` kept theirs before there was my_notebooks.
- Notebooks in notebooks/ that are not as they were released, and those that the learner made there.
- Their side of a notebook that git could not merge.
- Jupyter's checkpoints: when a newer course was unpacked over an edited notebook, the checkpoint still holds what the
  learner last saved by hand (Ctrl + S).

my_notebooks/.carried lists what was copied, so that a copy that the learner deletes does not come back.
"""

import json
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from helpers.course.notebook_file import is_as_released, parse, write, write_new

LIST = ".carried"
CHECKPOINTS = ".ipynb_checkpoints"
PASSED_OVER = {CHECKPOINTS, "__pycache__"}


class Found(NamedTuple):
    """A file that the learner wrote: its name below notebooks/, the name that it is to have, what it holds."""

    name: str
    wanted: Path
    content: bytes


def carry_over(course: Path, mine: Path, released: list[str]) -> list[str]:
    """Copy what was not copied before to the folder `mine`; returns what to tell the learner, if anything.

    released: the names of the course's own notebooks, which no other file may take in `mine`.
    """
    before = _carried(mine)
    try:
        new = [found for found in _theirs(course / "notebooks", released) if found.name not in before]
        copied = [path for found in new if (path := _copy(found, mine, released))]
        if new:
            names = sorted({*before, *(found.name for found in new)})
            write(mine / LIST, (json.dumps(names, indent=1) + "\n").encode())
    except OSError as error:
        return [f"What you wrote in notebooks/ can't be copied to my_notebooks ({error.strerror}). It is untouched."]
    listed = ", ".join(path.relative_to(mine).as_posix() for path in copied)
    return [f"What you wrote before was copied, unchanged, to {mine.name}: {listed}."] if copied else []


def _carried(mine: Path) -> set[str]:
    """What was copied before; nothing where the list is missing or damaged: `_copy` makes nothing twice."""
    with suppress(OSError, ValueError, TypeError, RecursionError):
        return {name for name in json.loads((mine / LIST).read_bytes()) if isinstance(name, str)}
    return set()


def _theirs(notebooks: Path, released: list[str]) -> Iterator[Found]:
    """The files that the learner wrote."""
    mine = notebooks / "mine"
    for path in sorted(mine.rglob("*")):
        below = path.relative_to(mine)
        if path.is_file() and not PASSED_OVER & set(below.parts):
            yield Found(f"mine/{below.as_posix()}", below, path.read_bytes())
    edited = [found for path in sorted(notebooks.glob("*.ipynb")) for found in _edited(path)]
    yield from edited
    for name in sorted({*released} - {found.name for found in edited}):
        saved = notebooks / CHECKPOINTS / f"{Path(name).stem}-checkpoint.ipynb"
        if saved.is_file() and _is_theirs(saved.read_bytes()):
            yield Found(f"{CHECKPOINTS}/{saved.name}", Path(name), saved.read_bytes())


def _edited(path: Path) -> Iterator[Found]:
    """A notebook, if it is not as it was released; of one that a merge left broken, the side that is not."""
    content = path.read_bytes()
    for version in [content] if parse(content) else _sides(path):
        if _is_theirs(version):
            yield Found(path.name, Path(path.name), version)


def _sides(path: Path) -> Iterator[bytes]:
    """Both sides of a file that git could not merge; nothing without git, or where nothing was merged."""
    for side in (2, 3):
        command = ["git", "show", f":{side}:./{path.name}"]
        with suppress(OSError, subprocess.CalledProcessError):
            yield subprocess.run(command, cwd=path.parent, capture_output=True, check=True).stdout


def _is_theirs(content: bytes) -> bool:
    """Is it a notebook that can be read, and not as it was released?"""
    notebook = parse(content)
    return notebook is not None and not is_as_released(notebook)


def _copy(found: Found, mine: Path, released: list[str]) -> Path | None:
    """Copy one file, its folder too; None if a file with the same bytes is there."""
    folder, name = mine / found.wanted.parent, found.wanted.name
    folder.mkdir(parents=True, exist_ok=True)
    if any(_holds(path, found.content) for path in folder.iterdir()):
        return None
    free = f"{found.wanted.stem} (yours from before){found.wanted.suffix}" if name in released else name
    return write_new(folder, free, found.content)


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content
