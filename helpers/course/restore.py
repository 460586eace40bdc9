"""python3 course.py restore 02: a fresh copy of a notebook in my_notebooks; what was there is kept beside it.

Standard library only: it works when nothing else does.
"""

from datetime import datetime
from pathlib import Path

from helpers.course.copies import FOLDER, GET_AGAIN, released
from helpers.course.notebook_file import is_as_released, read, without_outputs, write, write_new

COURSE = Path(__file__).resolve().parents[2]


def restore(name: str, course: Path = COURSE) -> None:
    """Copy a notebook afresh by its name or number, such as "02", and say what was done.

    Raises ValueError, in a sentence, for a name that there is not, or a notebook that is not as it was released.
    """
    file = find(name, released(course))
    copy, fresh = course / FOLDER / file, _fresh(course / "notebooks" / file)
    if copy.is_file() and copy.read_bytes() == fresh:
        print(f"{FOLDER}/{file} is a fresh copy already: nothing to do.")
        return
    copy.parent.mkdir(exist_ok=True)
    kept = keep(copy)
    write(copy, fresh)
    print(f"{FOLDER}/{file} is a fresh copy." + (f" Yours is kept: {FOLDER}/{kept.name}" if kept else ""))
    print("If it is open, load it again: in JupyterLab, File > Reload Notebook from Disk.")


def find(name: str, files: list[str]) -> str:
    """The file of a notebook."""
    wanted = Path(name).name.removesuffix(".ipynb")
    found = [file for file in files if wanted == Path(file).stem or wanted.zfill(2) == file.split("_")[0]]
    if not found:
        raise ValueError(f"There is no notebook {name!r}: they are {', '.join(Path(file).stem for file in files)}.")
    return found[0]


def _fresh(release: Path) -> bytes:
    """The released notebook, without outputs."""
    notebook = read(release) if release.is_file() else None
    if notebook is None or not is_as_released(notebook):
        state = "was changed" if notebook else "is damaged" if release.exists() else "is missing"
        raise ValueError(
            f"notebooks/{release.name} {state}, so there is nothing to copy. {GET_AGAIN.format(file=release.name)}"
        )
    return without_outputs(notebook)


def keep(copy: Path) -> Path | None:
    """A second copy of the learner's notebook, under a name that is free; None if there is no notebook."""
    if not copy.exists():
        return None
    return write_new(copy.parent, f"{copy.stem} {datetime.now():%Y-%m-%d %H.%M.%S}.ipynb", copy.read_bytes())
