"""A panel as a learner meets it: in JupyterLab and in Notebook 7, by keyboard, by a hasty mouse, and when it breaks.

In the gate Notebook 7 moves the sliders, boxes and buttons of whole notebooks: test_notebooks_in_browser.py.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from front_end import READY, Server, execute, open_notebook, restart_kernel, run_all, settled, without_name

CELLS = [
    "import demo_panel\npanels, questions = [], []",
    "panels.append(demo_panel.demo())\n"
    "panels[-1].on_msg(lambda panel, question, buffers: questions.append(question))\n"
    "panels[-1]",
    "demo_panel.tall()",
]
GREY = """image => {
    const pen = new OffscreenCanvas(1, 1).getContext("2d");
    pen.drawImage(image, 0, 0);
    return pen.getImageData(0, 0, 1, 1).data[0];
}"""
COUNT_URLS = """
    window.urls = 0;
    const [make, drop] = [URL.createObjectURL, URL.revokeObjectURL];
    URL.createObjectURL = (...all) => (window.urls++, make.apply(URL, all));
    URL.revokeObjectURL = (...all) => (window.urls--, drop.apply(URL, all));
"""
DRAG = """slider => {
    for (let i = 0; i < 50; i++) { slider.value = i; slider.dispatchEvent(new Event("input", {bubbles: true})); }
}"""
STALE = "panel => panel.classList.contains('stale')"
WIDTH = "([panel, width]) => panel.querySelector('img').naturalWidth === width"
IN_VIEW = """element => {
    const {x, y, width, height} = element.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === element;
}"""
KEEP_DRAGGING = """slider => {
    window.moves = 0;
    window.hand = setInterval(() => { slider.value = ++moves % 50; slider.dispatchEvent(new Event("input")); }, 10);
}"""


@pytest.fixture(scope="class")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("panel") / "work"
    folder.mkdir()
    shutil.copy(Path(__file__).with_name("demo_panel.py"), folder)
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=kernel)
    nbformat.write(notebook, folder / "demo.ipynb")
    return folder


@pytest.fixture(scope="class")
def page(context: Any, server: Server) -> Iterator[Any]:
    page = context.new_page()
    page.add_init_script(COUNT_URLS)
    open_notebook(page, server, "demo.ipynb")
    page.problems = []  # from here on: Notebook 7 throws one at its start
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    yield page
    page.close()


@pytest.fixture
def panel(page: Any) -> Iterator[Any]:
    """A fresh one for each test: the cells are run again."""
    assert not [output for cell in run_all(page) for output in cell["outputs"] if output["output_type"] == "error"]
    panel = page.get_by_role("group", name="Demo")
    panel.wait_for()
    settled(panel)
    yield panel
    assert not page.problems


def opacity(panel: Any, part: str = "img") -> float:
    """Of the picture, or of another part of the panel; 1 is as usual."""
    return float(panel.locator(part).evaluate("element => getComputedStyle(element).opacity"))


def in_view(element: Any) -> bool:
    """Is the middle of the element what one sees there?"""
    return element.evaluate(IN_VIEW)


def grey(panel: Any) -> int:
    return panel.locator("img").evaluate(GREY)


class InTheBrowser:
    def test_everything_has_a_role_and_a_name(self, panel: Any) -> None:
        assert panel.get_by_role("slider", name="brightness").get_attribute("aria-valuetext") == "50 of 102"
        assert panel.get_by_role("combobox", name="mood").input_value() == "well"
        assert not panel.get_by_role("checkbox", name="bright").is_checked()
        assert panel.get_by_role("button", name="Again").is_visible()
        assert panel.get_by_role("button", name="Play: step").is_visible()
        assert panel.get_by_role("img").get_attribute("alt") == "Grey of brightness 50"
        assert panel.get_by_role("status").inner_text() == "50 after 0 presses, step 0"
        assert grey(panel) == pytest.approx(50, abs=2)
        assert not without_name(panel)

    def test_a_control_without_a_name_would_be_found(self, panel: Any) -> None:
        nameless = ["<input type=range>", "<select></select>", "<button></button>", "<img src='x'>"]
        for number, tag in enumerate(nameless, 1):
            panel.evaluate("(panel, tag) => panel.insertAdjacentHTML('beforeend', tag)", tag)
            assert len(without_name(panel)) == number

    def test_the_keyboard_moves_each_kind_of_control(self, panel: Any) -> None:
        keys = panel.page.keyboard
        panel.get_by_role("slider", name="brightness").focus()
        for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowUp", "ArrowRight"):
            keys.press(key)
        for kind, name, key in (("checkbox", "bright", "Space"), ("button", "Again", "Enter")):
            panel.get_by_role(kind, name=name).focus()
            keys.press(key)
        settled(panel)
        assert panel.get_by_role("status").inner_text() == "156 after 1 presses, step 0"
        assert panel.get_by_role("img").get_attribute("alt") == "Grey of brightness 156"
        assert grey(panel) == pytest.approx(156, abs=2)

    def test_what_is_typed_goes_to_the_field_and_not_to_the_notebook(self, panel: Any) -> None:
        field, keys = panel.get_by_role("textbox", name="more"), panel.page.keyboard
        cells = panel.page.locator(".jp-Cell").count()
        field.fill("")
        field.press_sequentially("ddx")  # dd deletes a cell, x cuts one, where shortcuts get through
        settled(panel)
        assert "invalid literal" in panel.get_by_role("status").inner_text()
        assert field.input_value() == "ddx" and panel.page.locator(".jp-Cell").count() == cells
        assert grey(panel) == pytest.approx(50, abs=2) and opacity(panel) < 0.5  # of other settings, and seen to be
        field.fill("25")
        for key in ("ArrowLeft", "Backspace", "1"):  # 25, 5, 15: the cursor stays where it was
            keys.press(key)
        settled(panel)
        assert field.input_value() == "15" and grey(panel) == pytest.approx(65, abs=2)

    def test_a_fast_drag_ends_at_its_last_value_with_hardly_a_question(self, panel: Any) -> None:
        panel.get_by_role("slider", name="brightness").evaluate(DRAG)
        settled(panel)
        assert grey(panel) == pytest.approx(98, abs=2)
        assert 1 <= int(execute(panel.page, "len(questions)")) <= 3

    def test_other_cells_are_answered_during_a_drag(self, panel: Any) -> None:
        panel.get_by_role("slider", name="brightness").evaluate(KEEP_DRAGGING)
        answers = [execute(panel.page, "1 + 1") for _ in range(5)]  # the hand goes on moving until all are there
        panel.page.wait_for_function("moves > 60")
        panel.page.evaluate("clearInterval(window.hand)")
        settled(panel)
        assert answers == ["2"] * 5
        assert 1 <= int(execute(panel.page, "len(questions)")) < panel.page.evaluate("moves") / 2

    def test_nothing_jumps_and_no_picture_is_left_behind(self, panel: Any) -> None:
        urls, place = panel.page.evaluate("urls"), panel.locator("img").bounding_box()
        assert (place["width"], place["height"]) == (100, 60)
        for _ in range(5):
            panel.get_by_role("button", name="Again").click()
            settled(panel)
            assert panel.locator("img").bounding_box() == place
        assert panel.locator("img").count() == 1
        assert panel.page.evaluate("urls") == urls

    def test_an_exception_is_told_and_the_panel_goes_on(self, panel: Any) -> None:
        mood = panel.get_by_role("combobox", name="mood")
        mood.select_option("broken")
        settled(panel)
        assert panel.get_by_role("status").inner_text() == "ArithmeticError: the demo broke,"
        assert panel.get_by_role("img").get_attribute("alt") == "Of other settings: Grey of brightness 50"
        assert opacity(panel) < 0.5
        mood.select_option("well")
        settled(panel)
        assert opacity(panel) == 1
        assert panel.get_by_role("status").inner_text() == "50 after 0 presses, step 0"

    def test_play_goes_to_the_end_by_itself_and_can_be_paused(self, panel: Any) -> None:
        panel.get_by_role("button", name="Play: step").click()
        panel.get_by_role("button", name="Pause: step").click()
        settled(panel)
        step = panel.get_by_role("slider", name="step")
        assert int(step.input_value()) < 8
        panel.get_by_role("button", name="Play: step").click()
        panel.get_by_role("button", name="Play: step").wait_for()
        settled(panel)
        assert step.input_value() == "8"
        assert panel.get_by_role("status").inner_text().endswith("step 8")

    def test_running_the_cell_again_closes_the_old_panel(self, panel: Any) -> None:
        run_all(panel.page)
        execute(panel.page, "panels.append(demo_panel.demo())")
        assert execute(panel.page, "[panel.comm is None for panel in panels]") == "[True, False]"

    def test_a_busy_kernel_is_told_of_and_answers_when_it_can(self, panel: Any) -> None:
        panel.page.evaluate(
            "code => { window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute({code}) }",
            "import time; time.sleep(5.5)",
        )
        panel.get_by_role("slider", name="brightness").press("End")
        panel.get_by_text("A cell is running. The picture follows as soon as it is done.").wait_for()
        assert opacity(panel) < 0.5
        panel.get_by_text("102 after 0 presses, step 0").wait_for()
        assert opacity(panel) == 1 and grey(panel) == pytest.approx(102, abs=2)

    def test_an_old_picture_beside_new_settings_is_dimmed_long_before_the_panel_says_why(self, panel: Any) -> None:
        panel.page.evaluate(
            "code => { window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute({code}) }",
            "import time; time.sleep(2.5)",
        )
        panel.get_by_role("slider", name="brightness").press("End")
        panel.page.wait_for_function(STALE, arg=panel.element_handle(), timeout=2000)
        assert panel.get_by_role("status").inner_text() == "50 after 0 presses, step 0"
        assert opacity(panel) < 0.5 and opacity(panel, "[role=status]") < 0.5
        settled(panel)
        assert opacity(panel) == opacity(panel, "[role=status]") == 1

    def test_a_narrow_page_is_told_and_controls_stay_in_view(self, panel: Any, screenshots: Path) -> None:
        page = panel.page
        tall = page.get_by_role("group", name="Tall")
        page.wait_for_function(WIDTH, arg=[tall.element_handle(), 1800], timeout=20_000)
        page.evaluate("() => window.jupyterapp.shell.collapseLeft?.()")  # JupyterLab's list of files
        page.set_viewport_size({"width": 400, "height": 800})
        page.wait_for_function(WIDTH, arg=[tall.element_handle(), 760], timeout=20_000)
        settled(tall)
        slider = tall.get_by_role("slider", name="level")
        tall.locator("img").evaluate("image => image.scrollIntoView({block: 'end'})")
        page.screenshot(path=screenshots / f"narrow {self.app}.png")
        assert in_view(slider) and tall.locator("img").bounding_box()["width"] <= 400
        page.set_viewport_size({"width": 1280, "height": 1000})
        page.wait_for_function(WIDTH, arg=[tall.element_handle(), 1800], timeout=20_000)

    def test_without_its_kernel_it_says_so_and_lives_again(self, panel: Any, screenshots: Path) -> None:
        restart_kernel(panel.page)
        panel.get_by_role("slider", name="brightness").press("End")
        panel.get_by_text("The kernel was restarted or stopped: run the first cells again").wait_for()
        settled(panel)
        assert opacity(panel) < 0.5 and grey(panel) == pytest.approx(50, abs=2)
        panel.get_by_role("button", name="Play: step").click()
        assert panel.get_by_role("button", name="Play: step").is_visible()  # it does not play on
        panel.screenshot(path=screenshots / f"kernel gone {self.app}.png")
        panel.page.wait_for_function(READY, timeout=60_000)
        run_all(panel.page)
        settled(panel)
        assert opacity(panel) == 1
        panel.get_by_role("slider", name="brightness").press("End")
        settled(panel)
        assert grey(panel) == pytest.approx(102, abs=2)


class TestJupyterLab(InTheBrowser):
    app = "JupyterLab"


@pytest.mark.weekly
class TestNotebook7(InTheBrowser):
    app = "Notebook 7"
