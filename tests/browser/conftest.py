"""Fixtures for the tests in a real browser.  A class of tests says which front end it is for: app = "JupyterLab"."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from front_end import CHROMIUM_OPTIONS, Server, chromium, serving
from needs import need

SCREENSHOTS = Path(__file__).parent / "screenshots"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium; without one the tests are skipped, or fail if REQUIRE_BROWSER is set."""
    playwright = need("playwright.sync_api")
    path = chromium()
    if path is None:
        missing = "no browser: install Chromium, or set CHROMIUM to the path of one, to run the tests in a browser"
        (pytest.fail if os.environ.get("REQUIRE_BROWSER") else pytest.skip)(missing)
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=path, args=CHROMIUM_OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="class")
def server(request: pytest.FixtureRequest, browser: Any, folder: Path) -> Iterator[Server]:
    """The front end of the class, over the `folder` that its module prepares."""
    with serving(request.cls.app, folder, folder.parent) as server:
        yield server


@pytest.fixture(scope="class")
def context(browser: Any) -> Iterator[Any]:
    """A browser window of its own for the class, so that Jupyter is loaded into its cache once."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def screenshots() -> Path:
    """Where the pictures go that a person may look at; git ignores it."""
    SCREENSHOTS.mkdir(exist_ok=True)
    return SCREENSHOTS
