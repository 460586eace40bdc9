"""A name that the first cells of a notebook make, before they were run: the kernel says what to do.

The kernels of .venv load this; environment.py says so in .venv/etc/ipython.
"""

import os
from pathlib import Path
from typing import Any

MADE_ABOVE = {"check", "hint", "solution", "guess", "reveal", "np", "fit"}
MODULES = Path(__file__).resolve().parents[1]
CONFIG = "c = get_config()\nc.InteractiveShellApp.extensions = ['helpers.course.first_cells']\n"


def load_ipython_extension(shell: Any) -> None:
    """Called by IPython when a kernel starts."""
    shell.set_custom_exc((NameError,), explain)


def explain(shell: Any, kind: Any, error: NameError, trace: Any, tb_offset: int | None = None) -> Any:
    """Show the error as always, with a word more where the first cells of the course's notebook make that name."""
    if is_made_above(error.name or "") and is_lesson():
        error.args = (f"{error.args[0]}. Run the first cells of this notebook, then this one again.",)
    return shell.showtraceback((kind, error, trace), tb_offset=tb_offset)


def is_made_above(name: str) -> bool:
    """Do the set-up cells define or import it?"""
    return name in MADE_ABOVE or any((MODULES / each).exists() for each in (f"{name}.py", f"{name}/__init__.py"))


def is_lesson() -> bool:
    """Is this the kernel of one of the course's notebooks?  Jupyter names it."""
    session = Path(os.environ.get("JPY_SESSION_NAME", "")).name
    return (MODULES.parent / "notebooks" / session).is_file()
