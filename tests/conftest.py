"""What every test outside the browser may rely on."""

import asyncio
from collections.abc import Iterator

import pytest
from course_kit import fresh, made, port, ready, template  # noqa: F401  fixtures of the front door's tests


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
