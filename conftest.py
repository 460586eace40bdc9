"""Set-up for every test and every notebook under test; it stands here, since pytest has to read it for both folders."""

import os
from pathlib import Path

import pytest

collect_ignore_glob = ["my_notebooks/*", "notebooks/mine/*"]  # a learner's own
CACHE = Path(__file__).parent / ".pytest_cache"

# Processes and kernels started from here on inherit these: no progress bars, no personal settings, one thread.
os.environ["COURSE_TEST"] = "1"
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))
os.environ["MPLCONFIGDIR"] = str(CACHE / "matplotlib")
os.environ["IPYTHONDIR"] = str(CACHE / "ipython")


def pytest_configure(config: pytest.Config) -> None:
    """Let matplotlib build its font cache once, before the workers start: it says so on stderr while it does."""
    if not hasattr(config, "workerinput"):
        import matplotlib.font_manager  # noqa: F401


def _turn(path: Path) -> int:
    """A worker takes a whole file or class at a time: the browser comes first, then notebooks, and short ones last."""
    long = ["browser" in path.parts, path.name == "test_notebooks.py", path.suffix == ".ipynb", True]
    return long.index(True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes longest first; weekly tests are left to `course.py test --all`, which sets COURSE_ALL."""
    items.sort(key=lambda item: _turn(item.path))
    if os.environ.get("COURSE_ALL") == "1":
        return
    weekly = [item for item in items if item.get_closest_marker("weekly")]
    if weekly:
        config.hook.pytest_deselected(items=weekly)
        items[:] = [item for item in items if item not in weekly]
