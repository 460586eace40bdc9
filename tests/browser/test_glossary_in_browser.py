"""The glossary's links in JupyterLab: a heading of each kind is reached, at the second click at the latest.

The first click opens the notebook; JupyterLab goes to the section while the cells above it are still growing.
"""

import shutil
from pathlib import Path
from typing import Any

import pytest
from front_end import READY, Server, open_notebook
from needs import need

from helpers.course.glossary import WORDS
from helpers.course.places import HERE

SECTIONS = ("Why not squared error?", "A real classifier", "Trust, but check")  # far from each other and from the top


@pytest.fixture(scope="class")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the two notebooks."""
    folder = tmp_path_factory.mktemp("glossary") / "work"
    folder.mkdir()
    for name in ("99_reference", "02_logistic_regression"):
        shutil.copy(HERE / "notebooks" / f"{name}.ipynb", folder)
    return folder


class TestJupyterLab:
    app = "JupyterLab"

    def test_a_link_arrives_at_its_section(self, context: Any, server: Server) -> None:
        expect = need("playwright.sync_api").expect
        page = context.new_page()
        open_notebook(page, server, "99_reference.ipynb")
        for section in SECTIONS:
            assert section in {word.section for word in WORDS}
            for _ in range(2):
                page.get_by_role("tab", name="99_reference.ipynb").click()
                page.get_by_role("link", name=f"02 {section}", exact=True).first.click()
                expect(page.get_by_role("tab", name="02_logistic_regression.ipynb")).to_be_visible()
                page.wait_for_function(READY, timeout=60_000)
            expect(page.get_by_role("heading", name=section)).to_be_in_viewport()
        page.close()
        server.end_sessions()
