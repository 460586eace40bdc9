"""Packages that only the tests use: `python3 course.py test` installs them, a learner may do without."""

import importlib
import os
from types import ModuleType

import pytest


def need(name: str) -> ModuleType:
    """The module called `name`. Where it is missing the test module is skipped, or fails if COURSE_STRICT is set."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        if os.environ.get("COURSE_STRICT"):
            raise
        pytest.skip(f"{name} is missing: `python3 course.py test` installs it", allow_module_level=True)
