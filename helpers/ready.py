"""Is this machine ready for the course?  Every notebook asks in its first cell."""

import sys
from importlib.metadata import PackageNotFoundError, version

OLDEST = {"numpy": "2.1", "matplotlib": "3.10", "ipywidgets": "7.7", "anywidget": "0.9"}


def problems() -> list[str]:
    """What is missing or too old, a sentence each, with what mends it."""
    found = []
    if sys.version_info < (3, 11):  # noqa: UP036  pip refuses an older Python, a copied folder does not
        found.append(f"Python {sys.version_info[0]}.{sys.version_info[1]} is too old: the course needs 3.11.")
    for package, oldest in OLDEST.items():
        try:
            installed = version(package)
        except PackageNotFoundError:
            found.append(
                f'{package} is not installed: run  %pip install "{package}>={oldest}"  and restart the kernel.'
            )
            continue
        if _numbers(installed) < _numbers(oldest):
            found.append(
                f'{package} {installed} is too old: run  %pip install "{package}>={oldest}"  and restart the kernel.'
            )
    return found


def ready() -> None:
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
