"""The environment in .venv: made once, remade when it is not whole or when what it is made from has changed."""

import shutil
import sys
import sysconfig
from contextlib import ExitStack
from os import path as os_path
from pathlib import Path

from helpers.course import checks, kernel_errors, lock
from helpers.course.installer import Installer
from helpers.course.places import HERE, LOCK, LOCKS, OLD, TOOLS, VENV, fingerprint, python_of, stamp, write_stamp
from helpers.course.problem import Problem
from helpers.course.processes import clean_environment, run_quietly, run_together
from helpers.course.screen import MovingLine, say

TOOLS_LOCK = "requirements-tools.lock"


def set_up(command: str) -> str:
    """The Python of an environment that has what `command`, "open" or "test", needs."""
    if not ready(command):
        with lock.hold(LOCK) as descriptor:
            recover()
            if not ready(command):  # another start may have made it while this one waited
                _set_up(command, descriptor)
    return str(python_of(VENV))


def ready(command: str) -> bool:
    """Made from today's locks, and every file that proved it is still there."""
    found = stamp(VENV)
    if found.get("made") != fingerprint(LOCKS["open"]) or not _whole(found.get("files")):
        return False
    return command == "open" or found.get("tests") == fingerprint(LOCKS["test"])


def _whole(files: object) -> bool:
    present = isinstance(files, list) and len(files) > 0 and all((VENV / file).exists() for file in files)
    return present and python_of(VENV).exists() and _path_file().exists()


def recover() -> None:
    """After a start that was killed: drop what was half made, bring back what stood aside."""
    checks.of_the_folder()
    shutil.rmtree(TOOLS, ignore_errors=True)
    try:
        if VENV.exists() and stamp(VENV).get("made") is None:
            _drop(VENV)
        if OLD.exists() and not VENV.exists():
            OLD.rename(VENV)
        elif OLD.exists():
            _drop(OLD)
    except OSError as error:
        raise Problem(
            f"{error.filename} cannot be removed ({error.strerror}): close the course's other windows, "
            "or delete it yourself if another user made it, and try again."
        ) from None


def _drop(folder: Path) -> None:
    """Move it away at once, then delete it: killed in between, nothing half deleted is called .venv."""
    TOOLS.mkdir(exist_ok=True)
    folder.rename(TOOLS / folder.name)
    shutil.rmtree(TOOLS, ignore_errors=True)


def _set_up(command: str, descriptor: int) -> None:
    wanted = fingerprint(LOCKS["open"])
    if stamp(VENV).get("made") != wanted or not (_whole(stamp(VENV).get("files")) or _proves_whole(wanted)):
        _make(wanted, descriptor)
    if not ready(command):
        _add_tests(wanted, descriptor)


def _proves_whole(wanted: str) -> bool:
    """Files have gone since it was made, perhaps by an update of the learner's: does it still work?"""
    line = MovingLine("Something is missing in .venv: looking whether it still works")
    try:
        write_stamp({"made": wanted, "files": _proof(line, "server", "kernel")})
    except (Problem, OSError):
        return False
    finally:
        line.end()
    return True


def _make(wanted: str, descriptor: int) -> None:
    """Make .venv; the one that was there stands aside until the new one is complete."""
    checks.before_making()
    say(f"Setting up the course in {VENV}: half a minute or so, more on a slow network.")
    try:
        with ExitStack() as after:
            after.callback(recover)
            if VENV.exists():
                VENV.rename(OLD)
            _begin()
            write_stamp({"made": wanted, "files": _fill(descriptor)})
    except OSError as error:
        raise Problem(
            f"The course could not write in {HERE} ({error.strerror}): put that right and run it again."
        ) from None


def _begin() -> None:
    """A folder with the stamp of what is half made in it, before it is called .venv."""
    begun = TOOLS / "begun"
    begun.mkdir(parents=True)
    write_stamp({"made": None}, begun)
    begun.rename(VENV)


def _let_kernels_explain() -> None:
    """The kernels of this environment say what to do when the first cells of a notebook were not run."""
    folder = VENV / "etc" / "ipython"
    folder.mkdir(parents=True)
    (folder / "ipython_kernel_config.py").write_text(kernel_errors.CONFIG, encoding="utf-8")


def _fill(descriptor: int) -> list[str]:
    """Python, the packages, the course's own helpers: and the files that prove it."""
    line = MovingLine("Making an environment")
    command = [_base_python(), "-I", "-m", "venv", "--without-pip", str(VENV)]
    code, said = run_quietly(command, line, clean_environment(), (descriptor,))
    if code:
        raise Problem(f"Python could not make an environment: {_last(said)}.")
    _path_file().write_text(os_path.relpath(HERE, _path_file().parent) + "\n", encoding="utf-8")
    _let_kernels_explain()
    line.end()
    _install("Fetching what the course needs", LOCKS["open"], descriptor)
    line = MovingLine("Trying it")
    files = _proof(line, "server", "kernel")
    line.end()
    return files


def _add_tests(wanted: str, descriptor: int) -> None:
    _install("Adding what the tests need", LOCKS["test"][1:], descriptor)
    line = MovingLine("Trying it")
    files = _proof(line, "server", "kernel", "tests")
    line.end()
    write_stamp({"made": wanted, "tests": fingerprint(LOCKS["test"]), "files": files})


def _install(doing: str, locks: list[str], descriptor: int) -> None:
    line = MovingLine(doing)
    installer = Installer(python_of(VENV), TOOLS, (descriptor,))
    try:
        installer.prepare(HERE / TOOLS_LOCK, line)
        installer.install([HERE / name for name in locks], line)
    finally:
        installer.clear()
        line.end()


def _proof(line: MovingLine, *parts: str) -> list[str]:
    """The files that were read while everything that the course opens was imported; a Problem if one cannot be."""
    results = run_together([[str(python_of(VENV)), "-I", "-m", "helpers.course.proof", part] for part in parts], line)
    for code, said in results:
        if code:
            raise Problem(f"What was installed does not work: {_last(said)}; run this again, or try another Python.")
    lines = {text for _, said in results for text in said.splitlines() if text.startswith("FILE ")}
    return sorted(text.removeprefix("FILE ") for text in lines)


def _path_file() -> Path:
    """It tells .venv's Python where `helpers` is: by a relative path, plain whatever the folder is called."""
    where = sysconfig.get_path("purelib", "venv", {"base": str(VENV), "platbase": str(VENV)})
    return Path(where) / "course.pth"


def _base_python() -> str:
    """The Python that .venv is made from, also when course.py runs on that of .venv, which is then not in its place."""
    return getattr(sys, "_base_executable", None) or sys.executable


def _last(said: str) -> str:
    lines = [text.strip() for text in said.splitlines() if text.strip()]
    return lines[-1].rstrip(".") if lines else "no reason given"
