"""A notebook as it was first:  python course.py restore 02.  What you made of it is kept in notebooks/mine.

The first state is the version in git's history that has the cells of notebooks/source; without git it is made from that
source, and its outputs come back when it is run.  Standard library only: it works when nothing else does.
"""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
CODE = re.compile(r"^```python([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def restore(name: str, notebooks: Path = NOTEBOOKS) -> None:
    """Restore a notebook by its name or number, such as "02", and say what was done.

    Raises ValueError, in a sentence, for a name that there is not.
    """
    target = notebooks / f"{find(name, notebooks)}.ipynb"
    first = first_state(target)
    if target.exists() and target.read_bytes() == first:
        print(f"{target.name} is as it was first: nothing to do.")
        return
    kept = keep(target)
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        beside.write_bytes(first)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    print(f"{target.name} is as it was first." + (f" Yours is kept: notebooks/mine/{kept.name}" if kept else ""))
    print("If it is open, load it again: in JupyterLab, File > Reload Notebook from Disk.")


def find(name: str, notebooks: Path) -> str:
    """The full name of a notebook."""
    names = sorted(path.stem for path in (notebooks / "source").glob("[0-9]*.md"))
    wanted = Path(name).name.removesuffix(".ipynb")
    found = [each for each in names if each == wanted or each.split("_")[0] == wanted.zfill(2)]
    if not found:
        raise ValueError(f"There is no notebook {name!r}: they are {', '.join(names)}.")
    return found[0]


def first_state(target: Path) -> bytes:
    """The notebook as its authors left it, with its outputs where git still has them."""
    source = target.parent / "source" / f"{target.stem}.md"
    blank = from_source(source.read_text(encoding="utf-8"), target.stem[:2])
    for version in versions(target):
        if texts(version) == texts(json.dumps(blank)):
            return version
    return (json.dumps(blank, indent=1, ensure_ascii=False) + "\n").encode()


def versions(target: Path) -> Iterator[bytes]:
    """What git has of the file, the newest first; nothing without git."""
    for commit in git(target.parent, "log", "-n50", "--format=%H", "--", target.name).decode().split():
        version = git(target.parent, "show", f"{commit}:./{target.name}")
        if version:
            yield version


def git(folder: Path, *arguments: str) -> bytes:
    """What git says, or nothing where it can't."""
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return b""
    return done.stdout


def texts(notebook: bytes | str) -> list[str] | None:
    """What stands in the cells of a notebook's file; None if it is broken, as a merge may leave it."""
    try:
        return ["".join(cell["source"]) for cell in json.loads(notebook)["cells"]]
    except (ValueError, LookupError, TypeError):
        return None


def from_source(text: str, number: str) -> dict[str, Any]:
    """The notebook that a source stands for, without outputs."""
    cells: list[dict[str, Any]] = []
    end = 0
    for block in CODE.finditer(text):
        cells += _prose(text[end : block.start()])
        cells.append(_code(block[1], block[2]))
        end = block.end()
    cells += _prose(text[end:])
    for place, cell in enumerate(cells, 1):
        cell["id"] = f"{number}-{place:03}"
    return {"cells": cells, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}


def _prose(text: str) -> list[dict[str, Any]]:
    """Text cells, which two blank lines part."""
    pieces = [piece.strip("\n") for piece in re.split(r"\n\n\n+", text.strip("\n"))]
    return [{"cell_type": "markdown", "metadata": {}, "source": _lines(piece)} for piece in pieces if piece]


def _code(options: str, body: str) -> dict[str, Any]:
    tags = re.search(r"tags=(\[.*\])", options)
    metadata = {"tags": json.loads(tags[1])} if tags else {}
    source = _lines(body.removesuffix("\n"))
    return {"cell_type": "code", "execution_count": None, "metadata": metadata, "outputs": [], "source": source}


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def keep(target: Path) -> Path | None:
    """A copy of the learner's notebook under a name that is free; None if there is no notebook."""
    if not target.exists():
        return None
    mine = target.parent / "mine"
    mine.mkdir(exist_ok=True)
    name = f"{target.stem} {datetime.now():%Y-%m-%d %H.%M.%S}"
    for again in ["", *(f" ({k})" for k in range(2, 100))]:
        copy = mine / f"{name}{again}.ipynb"
        with suppress(FileExistsError), copy.open("xb") as file:
            file.write(target.read_bytes())
            return copy
    raise ValueError(f"{mine} has a hundred copies of {target.name} from this second: delete some.")
