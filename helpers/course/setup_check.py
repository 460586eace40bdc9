"""Is this machine ready for the course?  Every notebook asks in its first cell."""

from __future__ import annotations  # so that a Python that is too old can read this, and say so

import sys
from importlib.metadata import PackageNotFoundError, version

OLDEST = {"numpy": "2.1", "matplotlib": "3.10", "ipywidgets": "7.7", "anywidget": "0.9"}


def problems() -> list[str]:
    """What is missing or too old, a sentence each, with what to do."""
    found = []
    if sys.version_info < (3, 11):  # noqa: UP036  pip refuses an older Python, a copied folder does not
        found.append(
            f"Python {sys.version_info[0]}.{sys.version_info[1]} is too old: install Python 3.11 or later from "
            "python.org, and start the course again with  python3 course.py."
        )
    for package, oldest in {**OLDEST, **_page_side()}.items():
        installed = _installed(package)
        if not installed or _numbers(installed) < _numbers(oldest):
            flaw = f"{installed} is too old" if installed else "is not installed"
            found.append(
                f'{package} {flaw}: run  %pip install "{package}>={oldest}",  restart the kernel and reload the page.'
            )
    return found


def _page_side() -> dict[str, str]:
    """What shows the panels on JupyterLab's page: it has to be of the same age as ipywidgets."""
    return {"jupyterlab_widgets": "3.0" if _numbers(_installed("ipywidgets")) >= (8,) else "1.0"}


def _installed(package: str) -> str:
    """Its version, or nothing."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def check_setup() -> None:
    """Print "Ready" and the versions that count, or what to do first."""
    found = problems()
    python = ".".join(map(str, sys.version_info[:3]))
    if found:
        print("\n".join(["Not ready yet.", *found]))
    else:
        print(f"Ready: Python {python}, NumPy {version('numpy')}, Matplotlib {version('matplotlib')}.")


def _numbers(text: str) -> tuple[int, ...]:
    parts = text.split(".")[:2]
    return tuple(int("".join(c for c in part if c.isdigit()) or 0) for part in parts)
