"""Saving as a learner does: the next day a panel is a picture.

That saving what was only opened changes nothing in git, test_notebooks_in_browser.py shows for every notebook.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from front_end import Server, open_notebook, run_all, save, settled
from needs import need

from helpers.course import copies
from helpers.course.notebook_file import sealed

PANEL = "90_panel.ipynb"
WIDGET = "application/vnd.jupyter.widget-view+json"
DIRTY = "() => window.jupyterapp.shell.currentWidget.context.model.dirty"


@pytest.fixture(scope="class")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of one notebook with a panel, copied to my_notebooks as a learner has it."""
    folder = tmp_path_factory.mktemp("saving") / "work"
    (folder / "notebooks" / "source").mkdir(parents=True)
    cells = [nbformat.v4.new_code_cell("import demo_panel\ndemo_panel.demo()", id="90-001")]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=kernel)
    notebook.metadata = nbformat.from_dict(sealed(notebook))
    nbformat.write(notebook, folder / "notebooks" / PANEL)
    (folder / "notebooks" / "source" / "90_panel.md").touch()
    assert copies.prepare(folder) == [] and copies.first(folder) == f"my_notebooks/{PANEL}"
    shutil.copy(Path(__file__).with_name("demo_panel.py"), folder / "my_notebooks")
    return folder


class Saving:
    def test_the_next_day_a_panel_is_a_picture(
        self, context: Any, server: Server, folder: Path, screenshots: Path
    ) -> None:
        page = context.new_page()
        open_notebook(page, server, f"my_notebooks/{PANEL}")
        for _ in range(2):  # the second save is no conflict with what the first one left out
            (cell,) = run_all(page)
            assert any(WIDGET in output["data"] for output in cell["outputs"])
            settled(page.get_by_role("group", name="Demo"))
            save(page)
            assert page.get_by_role("dialog").count() == 0
        page.close()
        server.end_sessions()

        (cell,) = json.loads((folder / "my_notebooks" / PANEL).read_bytes())["cells"]
        (output,) = cell["outputs"]
        assert output["data"].keys() == {"text/html", "text/plain"}
        page = context.new_page()
        open_notebook(page, server, f"my_notebooks/{PANEL}")
        picture = page.locator(".jp-OutputArea-output img")
        need("playwright.sync_api").expect(picture).to_be_visible()
        assert picture.evaluate("image => image.naturalWidth") == 200
        assert page.locator(".hand-panel").count() == 0
        assert not page.evaluate(DIRTY), "to open it is no change"
        assert not [text for text in ("model not found", "Error displaying widget") if text in page.inner_text("body")]
        page.screenshot(path=screenshots / f"saved panel {self.app}.png")
        page.close()
        server.end_sessions()


class TestJupyterLab(Saving):
    app = "JupyterLab"


@pytest.mark.weekly
class TestNotebook7(Saving):
    app = "Notebook 7"
