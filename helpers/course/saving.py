"""What a save leaves out: views of panels, which are dead by tomorrow, and the number of this Python.

A panel's output is its live view, its picture and its alt text.  A view without its kernel says "model not found", even
where the picture stands beside it; so only the picture and the text are stored.  JupyterLab notes the version of Python
in every notebook that it opens; stored in notebooks/, it would differ from machine to machine, and git would show a
change.  In a learner's own notebooks it stays, or else each would count as changed as soon as it is opened.
`.jupyter/jupyter_server_config.py` has Jupyter's server call `before_save`.
"""

from contextlib import suppress
from typing import Any

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def without_version(notebook: dict[str, Any]) -> dict[str, Any]:
    """The notebook without the version of Python; the one that is given stays as it is."""
    language = notebook["metadata"].get("language_info", {})
    named = {"language_info": {name: value for name, value in language.items() if name != "version"}}
    return {**notebook, "metadata": {**notebook["metadata"], **(named if language else {})}}


def without_widgets(notebook: dict[str, Any]) -> dict[str, Any]:
    """The notebook without live views and their state; the one that is given stays as it is."""
    metadata = {name: value for name, value in notebook["metadata"].items() if name != "widgets"}
    cells = [_cell(cell) if cell["cell_type"] == "code" else cell for cell in notebook["cells"]]
    return {**notebook, "metadata": metadata, "cells": cells}


def _cell(cell: dict[str, Any]) -> dict[str, Any]:
    return {**cell, "outputs": [_output(output) for output in cell["outputs"]]}


def _output(output: dict[str, Any]) -> dict[str, Any]:
    """Without the view, where anything else is left to show."""
    data = output.get("data", {})
    if WIDGET_VIEW not in data or len(data) == 1:
        return output
    return {**output, "data": {kind: value for kind, value in data.items() if kind != WIDGET_VIEW}}


def before_save(model: dict[str, Any], path: str, **_: Any) -> None:
    """Jupyter calls this before it writes a file.  Saving never fails over it: what is odd is stored as it is."""
    with suppress(Exception):
        if model["type"] == "notebook":
            own = path.strip("/").startswith("my_notebooks/")
            content = without_widgets(model["content"])
            model["content"] = content if own else without_version(content)
