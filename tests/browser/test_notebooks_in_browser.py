"""Every notebook as a learner opens it, in JupyterLab and in Notebook 7: Save, Run All, all controls of all panels."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from front_end import Server, open_notebook, pixels, run_all, save, settled

from helpers.course.places import HERE

NOTEBOOKS = sorted((HERE / "notebooks").glob("[0-9]*.ipynb"))
WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="class")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the notebooks, so that nothing writes to the course's own."""
    folder = tmp_path_factory.mktemp("notebooks") / "work"
    folder.mkdir()
    for notebook in NOTEBOOKS:
        shutil.copy(notebook, folder)
    return folder


class InTheBrowser:
    def test_saving_changes_no_byte_it_runs_and_its_panels_work(
        self, context: Any, server: Server, folder: Path, notebook: Path, screenshots: Path
    ) -> None:
        page = context.new_page()
        open_notebook(page, server, notebook.name)
        problems: list[str] = []  # from here on: Notebook 7 throws one at its start
        page.on("pageerror", lambda error: problems.append(str(error)))
        assert saved(page, folder / notebook.name) == notebook.read_text(encoding="utf-8")
        outputs = [output for cell in ran(run_all(page)) for output in cell["outputs"]]
        assert not [output for output in outputs if output["output_type"] == "error"]
        panels = page.locator(".hand-panel")
        for number in range(sum(WIDGET in output.get("data", {}) for output in outputs)):
            panel = panels.nth(number)
            use_once(panel, self.app)
            panel.screenshot(path=screenshots / f"{notebook.stem} {number} {self.app}.png")
        assert not problems
        page.close()
        server.end_sessions()


def saved(page: Any, file: Path) -> str:
    """What stands in the file once the page has saved it."""
    before = file.stat().st_mtime_ns
    save(page)
    assert file.stat().st_mtime_ns != before, "it was not saved"
    return file.read_text(encoding="utf-8")


def ran(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """`cells`, of which each has run."""
    assert cells and not [cell["source"] for cell in cells if cell["count"] is None]
    return cells


FEW_HANDLES = 3  # of a picture: what they do is tested in test_player_in_browser.py, and some come and go


USED: set[tuple[str, ...]] = set()  # front end and names of the controls, of each kind of panel


def use_once(panel: Any, app: str) -> None:
    """Panels of one kind, such as the playgrounds of four notebooks, are all shown; the first is used."""
    panel.wait_for()
    settled(panel)
    kind = app, *panel.locator(".controls [data-name]").evaluate_all("all => all.map(each => each.dataset.name)")
    if kind not in USED:
        USED.add(kind)
        use(panel)


def use(panel: Any) -> None:
    """Move every control of a panel as a learner would; what plays is played, and paused again."""
    live = panel.locator('[data-name="play"]').count() > 0
    for slider in panel.get_by_role("slider").all():
        name = slider.get_attribute("aria-label")
        slider = panel.get_by_role("slider", name=name, exact=True)
        (press_both_ways if live and name != "hidden units" else slide)(panel, slider)
    for box in panel.get_by_role("combobox").all():
        for index in (box.locator("option").count() - 1, 0):  # the ends, as of a slider
            box.select_option(index=index)
            message(panel)
    for kind in ("input[type=checkbox]", "button:not(.handle)", ".handle"):
        controls = panel.locator(kind)
        for index in range(min(controls.count(), FEW_HANDLES if kind == ".handle" else 99)):
            controls.nth(index).press("Space")
            message(panel)
    pause = panel.get_by_role("button", name="Pause", exact=True)
    if pause.count():
        pause.click()
        message(panel)


def press_both_ways(panel: Any, slider: Any) -> None:
    """From end to end: before anything was played, such a slider changes nothing that can be seen."""
    for key in ("Home", "End"):
        slider.press(key)
        message(panel)


def slide(panel: Any, slider: Any) -> None:
    """One step by arrow key, then to the farther end: the picture and the status line follow."""
    before, status = pixels(panel), message(panel)
    position, last = int(slider.input_value()), int(slider.get_attribute("max"))
    slider.focus()
    step = -1 if position == last else 1
    panel.page.keyboard.press("ArrowLeft" if step < 0 else "ArrowRight")
    assert int(slider.input_value()) == position + step
    panel.page.keyboard.press("Home" if position > last / 2 else "End")
    assert message(panel) != status
    assert pixels(panel) != before


def message(panel: Any) -> str:
    """The status line once it has settled; it must not tell of an exception, nor the picture be an old one."""
    settled(panel)
    assert "stale" not in (panel.get_attribute("class") or "")
    status: str = panel.locator("> [role=status]").inner_text()
    assert not re.match(r"\w+(Error|Exception|Warning)\b", status), status
    return status


# The same code runs in both, and test_panel_in_browser.py has each kind of control: the gate opens each notebook once.
IN_NOTEBOOK_7 = ("03", "99")


def in_the_gate(*, notebook_7: bool) -> Any:
    """All notebooks, those that the other front end opens in the gate only weekly."""
    marks = {path: [] if (path.stem[:2] in IN_NOTEBOOK_7) is notebook_7 else [pytest.mark.weekly] for path in NOTEBOOKS}
    params = [pytest.param(path, marks=marks[path], id=path.stem) for path in NOTEBOOKS]
    return pytest.mark.parametrize("notebook", params)


@in_the_gate(notebook_7=False)
class TestJupyterLab(InTheBrowser):
    app = "JupyterLab"


@in_the_gate(notebook_7=True)
class TestNotebook7(InTheBrowser):
    app = "Notebook 7"
