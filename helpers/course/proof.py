"""Proof that an environment is whole: what the course opens can be imported from it.

Runs in .venv and prints the files of it that were read, so that later starts only look whether they are there.
Importing byte-compiles as well, just what a first start needs.
"""

import importlib
import sys
from pathlib import Path

PARTS = {
    "server": [
        "jupyterlab.labapp",
        "jupyterlab.serverextension",
        "notebook.app",
        "nbconvert",
        "jupyter_lsp",
        "terminado",
    ],
    "kernel": [
        "ipykernel.kernelapp",
        "ipykernel.ipkernel",
        "ipywidgets",
        "anywidget",
        "matplotlib.pyplot",
        "h5py",
    ],
    "tests": ["pytest", "nbval", "xdist"],
}
# What the browser gets: JupyterLab itself, and the page sides of widgets.
PAGES = {
    "server": [
        "share/jupyter/lab/static/index.html",
        "share/jupyter/labextensions/@jupyter-widgets/jupyterlab-manager/package.json",
        "share/jupyter/labextensions/anywidget/package.json",
    ],
}


def files() -> list[str]:
    """What was imported from this environment, as paths inside it."""
    root = Path(sys.prefix)
    loaded = [getattr(module, "__file__", None) for module in list(sys.modules.values())]
    paths = [Path(file) for file in loaded if isinstance(file, str)]
    return sorted(path.relative_to(root).as_posix() for path in paths if path.is_relative_to(root))


def main(part: str) -> None:
    """Import all that this part of the course opens, look for its pages, and name the files that were read."""
    for module in PARTS[part]:
        importlib.import_module(module)
    pages = PAGES.get(part, [])
    for page in pages:
        if not (Path(sys.prefix) / page).is_file():
            sys.exit(f"{page} is missing")
    sys.stdout.buffer.write("".join(f"FILE {file}\n" for file in [*files(), *pages]).encode())


if __name__ == "__main__":
    main(sys.argv[1])
