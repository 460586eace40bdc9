"""What a kernel of the course says of an error: our own sentences without our code; and which cells to run first.

The kernels of .venv load this; environment.py says so in .venv/etc/ipython.
"""

import linecache
import os
import symtable
from contextlib import suppress
from itertools import chain
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import Any

from helpers.course.notebook_file import read

HELPERS = Path(__file__).resolve().parents[1]
CONFIG = "c = get_config()\nc.InteractiveShellApp.extensions = ['helpers.course.kernel_errors']\n"
FIRST = 3  # code cells: the set-up, the imports, the data
RUN_FIRST = "Run the first cells of this notebook, then this one again."
RUN_ABOVE = "A cell above makes it: run this notebook from the top down to here."


def load_ipython_extension(shell: Any) -> None:
    """Called by IPython when a kernel starts."""
    shell.set_custom_exc((Exception,), explain)


def explain(shell: Any, kind: Any, error: Exception, trace: Any, tb_offset: int | None = None) -> Any:
    """Show the error as always, but for a name that is missing with advice, and for a sentence of ours alone."""
    if isinstance(error, NameError) and (advice := advice_on(error.name or "")):
        error.args = (f"{error.args[0]}. {advice}",)
    if written_here(error):
        trace = without_ours(trace)
    return shell.showtraceback((kind, error, trace), tb_offset=tb_offset)


def advice_on(name: str) -> str:
    """Which cells of the running notebook to run if it makes this name; nothing for any other name or notebook."""
    made = made_by_cells(lesson())
    if name not in chain(*made):
        return ""
    return RUN_FIRST if name in chain(*made[:FIRST]) else RUN_ABOVE


def lesson() -> Path:
    """The notebook of the course that runs on this kernel, as it was released; a folder if it is any other."""
    return HELPERS.parent / "notebooks" / Path(os.environ.get("JPY_SESSION_NAME", "")).name


def made_by_cells(notebook: Path) -> list[set[str]]:
    """For each code cell what it imports, defines or assigns; nothing if there is no such notebook."""
    with suppress(OSError):
        cells = (read(notebook) or {"cells": []})["cells"]
        return [_made_by("".join(cell["source"])) for cell in cells if cell["cell_type"] == "code"]
    return []


def _made_by(source: str) -> set[str]:
    with suppress(SyntaxError):
        symbols = symtable.symtable(source, "cell", "exec").get_symbols()
        return {symbol.get_name() for symbol in symbols if symbol.is_assigned() or symbol.is_imported()}
    return set()


def written_here(error: Exception) -> bool:
    """Was it raised by a statement of ours?  Then its sentence is meant for learners."""
    frames = extract_tb(error.__traceback__)
    if not frames or not _is_ours(frames[-1].filename):
        return False
    return linecache.getline(frames[-1].filename, frames[-1].lineno or 0).lstrip().startswith("raise ")


def without_ours(trace: TracebackType) -> TracebackType | None:
    """The same traceback without the lines of `helpers`: what is left is the learner's."""
    after = without_ours(trace.tb_next) if trace.tb_next else None
    if _is_ours(trace.tb_frame.f_code.co_filename):
        return after
    return TracebackType(after, trace.tb_frame, trace.tb_lasti, trace.tb_lineno)


def _is_ours(filename: str) -> bool:
    return HELPERS in Path(filename).resolve().parents
