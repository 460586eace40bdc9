"""my_notebooks/: the learner's own copies, without outputs, so that nothing is answered before it was asked.

A copy is touched when a text in it was changed: then it stays as it is, and the learner is told of a newer release.
A copy that was only run and saved is not touched and follows the release: its outputs come back by running it.
notebooks/ itself is never written to.  Standard library only: it runs before anything is installed.
"""

from pathlib import Path

from helpers.course.carry_over import carry_over
from helpers.course.notebook_file import fingerprint, is_as_released, read, seal, without_outputs, write
from helpers.course.places import start_words

FOLDER = "my_notebooks"

# How to get a notebook of a release back: {file} such as "02_logistic_regression.ipynb".  (HEAD may be the learner's.)
GET_AGAIN = (
    "Rename it, if it is there, so that nothing of yours is lost, and get it again: from the course's zip, or with "
    "git:  git checkout origin/HEAD -- notebooks/{file}"
)

# What became of copies, and what the learner is told: {numbers} such as "02 and 04", {first} such as "02".
SENTENCES = {
    "followed": "Newer in my_notebooks, where you had not changed anything yet: {numbers}.",
    "newer": "{numbers} in my_notebooks hold your changes and stay as they are. The course has them newer: "
    "{course} restore {first}  takes the new one and keeps yours beside it.",
    "yours": "Your changes to {numbers} in notebooks/ were taken along: you find them, unchanged, in my_notebooks.",
    "unreadable": "{numbers} in my_notebooks can't be read as a notebook: "
    "{course} restore {first}  copies it afresh and keeps yours beside it.",
    "missing": "{numbers} can't be copied to my_notebooks: the file in notebooks/ is missing or damaged. " + GET_AGAIN,
    "failed": "{numbers} could not be written to my_notebooks: look whether the disk is full or the folder read-only.",
}


def prepare(course: Path) -> list[str]:
    """Bring the copies in `course` up to date; returns what to tell the learner, a sentence each."""
    mine = course / FOLDER
    try:
        mine.mkdir(exist_ok=True)
    except OSError as error:
        return [f"The folder my_notebooks could not be made ({error.strerror}), so notebooks/ is opened instead."]
    became: dict[str, list[str]] = {}
    for name in released(course):
        became.setdefault(_bring(course / "notebooks" / name, mine / name), []).append(name)
    told = [_sentence(what, names) for what, names in became.items() if what]
    return told + carry_over(course, mine, released(course))


def released(course: Path) -> list[str]:
    """The files of the course's own notebooks, such as "02_logistic_regression.ipynb", in their order."""
    sources = sorted((course / "notebooks" / "source").glob("[0-9]*.md"))
    return [f"{source.stem}.ipynb" for source in sources]


def first(course: Path) -> str:
    """The notebook to open: the learner's 00, or that in notebooks/ where there are no copies; "" if there is none."""
    found = [f"{folder}/{name}" for name in released(course) for folder in (FOLDER, "notebooks")]
    return next((path for path in found if (course / path).is_file()), "")


def _sentence(what: str, names: list[str]) -> str:
    """What to tell of the copies of these names."""
    numbers = [name.split("_")[0] for name in names]
    listed = " and ".join([", ".join(numbers[:-1]), numbers[-1]] if len(numbers) > 1 else numbers)
    return SENTENCES[what].format(numbers=listed, first=numbers[0], file=names[0], course=start_words())


def _bring(release: Path, copy: Path) -> str:
    """Bring one copy up to date: which of SENTENCES tells of it, or nothing."""
    try:
        return _first_copy(release, copy) if not copy.exists() else _compare(release, copy)
    except OSError:
        return "failed"


def _first_copy(release: Path, copy: Path) -> str:
    """A release is copied without outputs; what a learner changed in notebooks/ comes along as it is."""
    notebook = read(release) if release.is_file() else None
    if notebook is None:
        return "missing"
    as_released = is_as_released(notebook)
    write(copy, without_outputs(notebook) if as_released else release.read_bytes())
    return "" if as_released else "yours"


def _compare(release: Path, copy: Path) -> str:
    """A copy that was never touched follows the release; any other stays."""
    theirs, own = read(release) if release.is_file() else None, read(copy)
    if own is None:
        return "unreadable"
    if theirs is None or not is_as_released(theirs) or fingerprint(own) == fingerprint(theirs):
        return ""
    if is_as_released(own):
        write(copy, without_outputs(theirs))
        return "followed"
    return "newer" if seal(own) != seal(theirs) else ""
