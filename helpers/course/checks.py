"""What a machine may lack, said before anything is fetched."""

import importlib.util
import os
import shutil

from helpers.course.places import HERE, VENV, stamp
from helpers.course.problem import Problem

SPACE = 600_000_000  # bytes: what .venv takes, and what is there twice while it is made


def before_making() -> None:
    """Raise the Problem that would stop the environment from being made."""
    _modules()
    _folder_name()
    _space()


def of_the_folder() -> None:
    """Raise a Problem if what is called .venv is not ours to replace."""
    if VENV.is_symlink() or (os.path.lexists(VENV) and not VENV.is_dir()):
        kind = "link" if VENV.is_symlink() else "file"
        raise Problem(
            f"There is a {kind} called .venv here that course.py did not make: rename it or delete it, then try again."
        )
    if VENV.exists() and not stamp(VENV) and any(VENV.iterdir()):
        raise Problem("There is a .venv here that course.py did not make: rename it or delete it, then try again.")


def _modules() -> None:
    for name in ("venv", "ensurepip"):
        if importlib.util.find_spec(name) is None:
            raise Problem(
                f"This Python has no {name} module: on Debian or Ubuntu run  apt install python3-venv  as root, "
                "elsewhere install Python from python.org, then try again."
            )


def _folder_name() -> None:
    if os.pathsep in str(HERE):
        raise Problem(
            f'The path of this folder has a "{os.pathsep}" in it, which no Python environment can have: '
            "rename or move the folder, then try again."
        )


def _space() -> None:
    free = shutil.disk_usage(HERE).free
    if free < SPACE:
        raise Problem(
            f"The course needs {SPACE // 10**6} MB of disk space in {HERE}, and {free // 10**6} MB are free: "
            "make room, then try again."
        )
