"""What every test outside the browser may rely on; nothing in them is left to chance: see test_other_seeds.py."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress

import pytest
from course_kit import fresh, made, port, ready, template  # noqa: F401  fixtures of the front door's tests
from display_kit import screen  # noqa: F401

with suppress(ModuleNotFoundError):  # see needs.py
    from hypothesis import settings

    settings.register_profile("same every time", derandomize=True, database=None, deadline=None)
    settings.register_profile("other seeds", derandomize=False, database=None, deadline=None)
    settings.load_profile("same every time")


@pytest.fixture(autouse=True)
def plain_python(request: pytest.FixtureRequest) -> Iterator[None]:
    """No event loop counts as running, though browser tests before it in the same process have left one."""
    if "browser" in request.path.parts:
        yield
        return
    before = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(before)
