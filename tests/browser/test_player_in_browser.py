"""Live panels as a learner meets them: play, change while it plays, grab, pause, step, reset, ink; and when the page or
the kernel goes.  One page serves many checks."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from front_end import READY, Server, execute, open_notebook, restart_kernel, run_all, settled
from live_panel import (
    DRAWN_IN,
    PICTURE,
    THEME,
    fresh,
    go_on,
    in_view,
    opened,
    pause,
    plane,
    play,
    press,
    status,
    tasks,
    violations,
)

CELLS = [
    "import asyncio\nfrom helpers import explorers\nimport demo_panel\npanels, asked = [], []",
    "panels.append(explorers.hidden_units_explorer())\n"
    "panels[-1].on_msg(lambda panel, question, buffers: asked.append(len(panel._questions)))\n"
    "panels[-1]",
    "demo_panel.inked()",
    "explorers.line_explorer()",
]
LOOKS = [
    "import numpy as np\nfrom helpers import explorers",
    "explorers.first_network()",
    "explorers.line_explorer()",
    "explorers.backpropagation_by_hand()",
    "explorers.digit_reader(lambda images: np.full((10, 1), 0.1))",
]
INK = """sheet => {
    const pen = sheet.getContext("2d"), data = pen.getImageData(0, 0, sheet.width, sheet.height).data;
    const at = data.findIndex((value, i) => i % 4 === 3 && value > 200);
    return (data[at - 3] + data[at - 2] + data[at - 1]) / 3;
}"""  # the brightness of the first stroke
TAKE_AWAY = "({parentElement: view}) => { window.taken = [view.parentElement, view]; view.remove() }"
PUT_BACK = "() => taken[0].append(taken[1])"
STEP = r"Step ([\d,]+):"


@pytest.fixture(scope="class")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("player") / "work"
    folder.mkdir()
    demo = Path(__file__).with_name("demo_panel.py")
    (folder / demo.name).write_text(demo.read_text(encoding="utf-8"), encoding="utf-8")
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    for name, sources in {"player": CELLS, "looks": LOOKS}.items():
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), folder / f"{name}.ipynb")
    return folder


@pytest.fixture(scope="class")
def page(context: Any, server: Server) -> Iterator[Any]:
    yield from opened(context, server, "player.ipynb")


@pytest.fixture
def panel(page: Any) -> Iterator[Any]:
    yield from fresh(page, "Hidden-units explorer")


@pytest.fixture
def looks(context: Any, server: Server) -> Iterator[Any]:
    """A page with a panel of each kind of picture, on the light theme and without the list of files."""
    page = context.new_page()
    open_notebook(page, server, "looks.ipynb")
    page.evaluate("() => window.jupyterapp.shell.collapseLeft?.()")
    run_all(page)
    for panel in page.locator(".hand-panel").all():
        settled(panel)
    yield page
    page.close()


def step(panel: Any) -> int:
    """How many steps it says it has taken."""
    found = re.search(STEP, status(panel))
    return int(found[1].replace(",", "")) if found else 0


class InTheBrowser:
    def test_it_plays_changes_pauses_steps_and_goes_back(self, panel: Any, screenshots: Path) -> None:
        page = panel.page
        assert status(panel).startswith("Not trained yet") and tasks(page) == 0
        before = panel.evaluate(PICTURE)
        play(panel)
        assert panel.evaluate(PICTURE) != before and tasks(page) == 1
        assert panel.locator("> [role=status]").get_attribute("aria-live") == "off"
        assert execute(page, "1 + 1") == "2"
        panel.get_by_role("slider", name="learning rate").press("ArrowLeft")
        go_on(panel)
        assert execute(page, "panels[-1]._playable.live.log[-1].what") == "'learning_rate'"
        panel.screenshot(path=screenshots / "player.png")
        pause(panel)
        assert tasks(page) == 0 and panel.locator("> [role=status]").get_attribute("aria-live") == "polite"
        reached = step(panel)
        press(panel, "Step")
        settled(panel)
        assert step(panel) == reached + 1
        press(panel, "Back")
        settled(panel)
        assert step(panel) == reached
        panel.get_by_role("slider", name="timeline").press("Home")
        settled(panel)
        assert panel.evaluate(PICTURE) == before
        panel.get_by_role("slider", name="timeline").press("End")
        settled(panel)
        assert step(panel) == reached + 1
        press(panel, "Reset")
        settled(panel)
        assert step(panel) == 0 and tasks(page) == 0

    def test_what_was_seen_is_what_fit_does(self, panel: Any) -> None:
        play(panel)
        panel.get_by_role("slider", name="learning rate").press("ArrowRight")
        plane(panel).press("ArrowUp")
        go_on(panel)
        pause(panel)
        code = "from helpers.playground.replay import replay\nlive = panels[-1]._playable.live\n"
        code += "len(live.log), bool((replay(live).vector == live.params.vector).all())"
        assert execute(panel.page, code) == "(2, True)"

    def test_an_example_is_dragged_and_nothing_queues(self, panel: Any) -> None:
        page = panel.page
        play(panel, 2)
        box = plane(panel).bounding_box()
        mouse = page.mouse
        mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.03)
        mouse.down()
        mouse.up()  # beside all examples: a new one
        page.wait_for_function("plane => plane.ariaLabel.includes('of 201')", arg=plane(panel).element_handle())
        where = plane(panel).get_attribute("aria-label")
        execute(page, "asked.clear()")
        mouse.down()
        for move in range(120):
            mouse.move(box["x"] + box["width"] * (0.5 + move / 400), box["y"] + box["height"] * 0.03 + move)
        mouse.up()
        go_on(panel, 3)
        pause(panel)
        assert plane(panel).get_attribute("aria-label") != where
        assert "of 201" in plane(panel).get_attribute("aria-label")
        moves, most = execute(page, "len(asked), max(asked)").strip("()").split(", ")
        assert 1 <= int(moves) and int(most) <= 1
        assert int(execute(page, "panels[-1]._pulse.sent - panels[-1]._pulse.painted")) <= 3

    def test_keys_do_all_that_the_pointer_does(self, panel: Any) -> None:
        keys = panel.page.keyboard
        plane(panel).focus()
        for key in ("PageDown", "ArrowUp", "ArrowUp", "Enter"):
            keys.press(key)
        settled(panel)
        assert "Example 201 of 201" in plane(panel).get_attribute("aria-label")
        keys.press("Delete")
        settled(panel)
        panel.get_by_role("button", name="Enlarge unit 3").press("Enter")
        settled(panel)
        panel.get_by_role("button", name="Switch unit 3 off").press("Space")
        settled(panel)
        assert panel.get_by_role("button", name="Enlarge unit 3, which is enlarged and off").is_visible()
        assert panel.get_by_role("button", name="Switch unit 3 on").is_visible()

    def test_a_line_is_grabbed_turned_by_keys_and_beaten_by_descent(self, panel: Any) -> None:
        line = panel.page.get_by_role("group", name="A line by hand")
        settled(line)
        status, mouse = line.get_by_role("status"), panel.page.mouse
        before = status.inner_text()
        plane(line).scroll_into_view_if_needed()
        box = plane(line).bounding_box()
        middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2  # the line passes here
        mouse.move(*middle)
        mouse.down()
        mouse.move(middle[0] + 40, middle[1] - 30, steps=5)
        mouse.up()
        settled(line)
        moved = status.inner_text()
        assert moved != before and moved.split("b =")[0] == before.split("b =")[0]
        plane(line).press("ArrowRight")
        settled(line)
        assert status.inner_text().split("b =")[0] != moved.split("b =")[0]
        line.locator(".controls").evaluate("controls => controls.scrollIntoView({block: 'end'})")
        assert not in_view(plane(line))
        press(line, "Descend")  # which brings what it moves into view
        go_on(line, 5)
        assert in_view(plane(line))
        press(line, "Pause")
        settled(line)
        assert status.inner_text().startswith("Descent, step ")

    def test_axe_finds_nothing_but_what_was_planted(self, panel: Any) -> None:
        page = panel.page
        assert violations(page) == set()
        planted = ("<button></button>", "button-name"), ("<input type=range>", "label"), ("<img src='x'>", "image-alt")
        for tag, rule in planted:
            panel.evaluate("(panel, tag) => panel.insertAdjacentHTML('beforeend', tag)", tag)
            assert violations(page) == {rule}
            panel.evaluate("panel => panel.lastElementChild.remove()")

    def test_ink_is_drawn_at_once_and_sent_when_it_rests(self, panel: Any) -> None:
        inked = panel.page.get_by_role("group", name="Inked")
        settled(inked)
        sheet, said = inked.get_by_role("application"), inked.locator("> [role=status]")
        sheet.scroll_into_view_if_needed()
        box, mouse = sheet.bounding_box(), panel.page.mouse
        mouse.move(box["x"] + 50, box["y"] + 50)
        mouse.down()
        mouse.move(box["x"] + 150, box["y"] + 50, steps=5)
        pixels = "sheet.getContext('2d').getImageData(0, 0, sheet.width, sheet.height).data"
        drawn = f"sheet => {pixels}.some((one) => one > 200)"
        assert sheet.evaluate(drawn) and said.inner_text() == "0 strokes"
        mouse.up()
        inked.get_by_text("1 stroke,").wait_for()
        long = int(said.inner_text().split()[2])
        assert long == pytest.approx(100 * 280 / sheet.evaluate("sheet => sheet.clientWidth"), abs=2)
        for key in ("Space", "ArrowDown", "ArrowDown", "Space"):
            sheet.press(key)
        inked.get_by_text(f"2 strokes, {long + 20} long").wait_for()
        assert "The pen is up" in inked.locator(".said").inner_text()
        inked.get_by_role("button", name="Clear: sheet").click()
        inked.get_by_text("0 strokes").wait_for()
        assert not sheet.evaluate(drawn)

    def test_narrow_zoomed_and_dark(self, panel: Any, screenshots: Path) -> None:
        page, canvas = panel.page, panel.locator(".picture canvas")
        for name, width, height in (("400", 400, 800), ("200 percent", 683, 384)):
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_function("([panel]) => panel.classList.contains('narrow')", arg=[panel.element_handle()])
            settled(panel)
            answer, slider = plane(panel), panel.get_by_role("slider", name="timeline")
            answer.evaluate("answer => answer.scrollIntoView({block: 'end'})")
            assert in_view(answer) and in_view(slider) and in_view(panel.get_by_role("button", name="Play"))
            assert canvas.bounding_box()["x"] + canvas.bounding_box()["width"] <= width
            panel.page.screenshot(path=screenshots / f"player {name}.png")
        page.set_viewport_size({"width": 1280, "height": 1000})
        page.evaluate(THEME, "JupyterLab Dark")
        page.wait_for_function(f"panel => ({DRAWN_IN})(panel) === 'dark'", arg=panel.element_handle())
        assert violations(page) == set()
        panel.screenshot(path=screenshots / "player dark.png")
        page.evaluate(THEME, "JupyterLab Light")
        page.wait_for_function(f"panel => ({DRAWN_IN})(panel) === 'light'", arg=panel.element_handle())

    def test_every_canvas_follows_the_theme_and_fits_a_telephone(self, looks: Any, screenshots: Path) -> None:
        panels = looks.locator(".hand-panel").all()
        drawn = [panel.element_handle() for panel in panels if panel.locator(".picture canvas").count()]
        sheet = looks.get_by_role("application").element_handle()
        assert len(panels) == 4 and len(drawn) == 3
        drawn[0].evaluate(TAKE_AWAY)  # as JupyterLab does with cells out of sight
        looks.evaluate(THEME, "JupyterLab Dark")
        looks.wait_for_function("document.body.dataset.jpThemeLight === 'false'")
        looks.evaluate(PUT_BACK)
        for panel in drawn:
            looks.wait_for_function(f"panel => ({DRAWN_IN})(panel) === 'dark'", arg=panel)
        looks.wait_for_function(f"sheet => ({INK})(sheet) > 150", arg=sheet)
        assert violations(looks) == set()
        looks.set_viewport_size({"width": 400, "height": 800})
        for number, panel in enumerate(panels):
            looks.wait_for_function("panel => panel.classList.contains('narrow')", arg=panel.element_handle())
            settled(panel)
            box = panel.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= 400
            panel.screenshot(path=screenshots / f"look {number}.png")
        looks.evaluate(THEME, "JupyterLab Light")
        for panel in drawn:
            looks.wait_for_function(f"panel => ({DRAWN_IN})(panel) === 'light'", arg=panel)
        looks.wait_for_function(f"sheet => ({INK})(sheet) < 110", arg=sheet)

    def test_an_interrupt_pauses_it(self, panel: Any) -> None:
        play(panel)
        interrupt = "async () => { await window.jupyterapp.commands.execute('notebook:interrupt-kernel') }"
        panel.page.evaluate(interrupt)
        panel.get_by_role("button", name="Play", exact=True).wait_for()
        assert tasks(panel.page) == 0

    def test_running_the_cell_again_leaves_one_panel_and_no_second_loop(self, panel: Any) -> None:
        play(panel)
        run_all(panel.page)
        again = panel.page.get_by_role("group", name="Hidden-units explorer")
        settled(again)
        assert tasks(panel.page) == 0
        play(again)
        assert tasks(panel.page) == 1
        pause(again)

    def test_a_kernel_that_is_restarted_is_told_of(self, panel: Any) -> None:
        play(panel)
        restart_kernel(panel.page)
        panel.get_by_text("The kernel was restarted or stopped: run the first cells again").wait_for()
        panel.page.wait_for_function(READY, timeout=60_000)
        run_all(panel.page)
        settled(panel)
        play(panel)
        pause(panel)

    def test_a_page_that_is_loaded_again_finds_it_paused(self, panel: Any, server: Server) -> None:
        page = panel.page
        play(panel)
        page.once("dialog", lambda dialog: dialog.accept())
        page.goto("about:blank")
        open_notebook(page, server, "player.ipynb")
        page.wait_for_function(READY, timeout=60_000)
        execute(page, "await asyncio.sleep(4)")
        assert tasks(page) == 0
        page.problems.clear()


class TestJupyterLab(InTheBrowser):
    app = "JupyterLab"


@pytest.mark.weekly
class TestNotebook7(InTheBrowser):
    app = "Notebook 7"
