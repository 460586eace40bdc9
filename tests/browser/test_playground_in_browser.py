"""The playground as a reader meets it: it is changed in every way while it trains, dragged, set by keys, looked at in
windows of three widths; and when the page or the kernel goes.  One page serves all checks."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from front_end import READY, Server, execute, open_notebook, restart_kernel, run_all, save, settled, without_name
from live_panel import (
    DRAWN_IN,
    PICTURE,
    THEME,
    fresh,
    go_on,
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
    "import asyncio\nfrom helpers import explorers\nfrom helpers.playground.replay import replay",
    "panel = explorers.playground()\ngame = panel._playable\npanel",
    """def forward(params, X, activations):
    A, caches = X, []
    for (W, b), g in zip(params, activations):
        Z = W @ A + b
        caches.append((A, W, Z, g(Z)))
        A = g(Z)
    return A, caches

def backward(dZ, caches, activations):
    gradients, m = [], dZ.shape[1]
    for layer in reversed(range(len(caches))):
        A_prev, W, Z, A = caches[layer]
        gradients.insert(0, (dZ @ A_prev.T / m, dZ.sum(axis=1, keepdims=True) / m))
        if layer:
            dZ = (W.T @ dZ) * activations[layer - 1].derivative_from_output(A_prev)
    return gradients""",
    'explorers.playground(forward=forward, backward=backward, title="My own functions")',
]
TOO_WIDE = """panel => {
    const edge = Math.min(panel.parentElement.getBoundingClientRect().right, innerWidth) + 0.5;
    return [panel, ...panel.querySelectorAll("*")].filter((each) => each.getBoundingClientRect().right > edge)
        .map((each) => each.ariaLabel || each.textContent || each.tagName);
}"""
REPLAYED = "bool((replay(panel.live).vector == panel.live.moments[-1].vector).all())"
EPOCH = r"Epoch ([\d,]+):"


@pytest.fixture(scope="class")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("playground") / "work"
    folder.mkdir()
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    notebook = nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_code_cell, CELLS)), metadata=kernel)
    nbformat.write(notebook, folder / "playground.ipynb")
    return folder


@pytest.fixture(scope="class")
def page(context: Any, server: Server) -> Iterator[Any]:
    yield from opened(context, server, "playground.ipynb")


@pytest.fixture
def panel(page: Any) -> Iterator[Any]:
    yield from fresh(page, "Playground")


def part(panel: Any, start: str) -> Any:
    """What can be touched in the picture and is called so, whatever its name says of its state."""
    return panel.get_by_role("button", name=re.compile(f"^{start}"))


def control(panel: Any, role: str, name: str) -> Any:
    return panel.get_by_role(role, name=name, exact=True)


def epoch(panel: Any) -> int:
    """How far it says it is."""
    found = re.search(EPOCH, status(panel))
    return int(found[1].replace(",", "")) if found else 0


def asked(page: Any, code: str) -> Any:
    """What a number, a name or a truth in the kernel is."""
    return execute(page, code).strip("'")


class InTheBrowser:
    def test_whatever_is_changed_while_it_plays_is_what_fit_does(self, panel: Any) -> None:
        page = panel.page
        assert status(panel).startswith("Not trained yet") and tasks(page) == 0
        before = panel.evaluate(PICTURE)
        play(panel)
        assert panel.evaluate(PICTURE) != before and tasks(page) == 1
        control(panel, "slider", "learning rate").press("ArrowLeft")
        go_on(panel, 2)
        control(panel, "combobox", "optimiser").select_option("momentum")
        go_on(panel, 2)
        touched = ("One more unit in layer 1", "Add a layer behind layer 1", "x1²: no input", "Activation of layer 2")
        for name in (*touched, "Unit 1 of layer 1"):
            part(panel, name).click()
            go_on(panel, 2)
        pause(panel)
        log = "learning_rate optimizer add_unit add_layer add_feature activation"
        assert asked(page, "' '.join(event.what for event in panel.live.log)") == log
        assert asked(page, "game.shown") == "(0, 0)" and part(panel, "Unit 1 of layer 1, shown").is_visible()
        assert asked(page, REPLAYED) == "True" and tasks(page) == 0
        assert epoch(panel) == int(asked(page, "panel.live.step")) > 0

    def test_it_pauses_steps_and_goes_back(self, panel: Any) -> None:
        before = panel.evaluate(PICTURE)
        play(panel)
        pause(panel)
        reached, status = epoch(panel), panel.locator("> [role=status]")
        assert status.get_attribute("aria-live") == "polite"
        for name, there in (("Step", reached + 1), ("Back", reached)):
            press(panel, name)
            settled(panel)
            assert epoch(panel) == there
        for key, there in (("Home", 0), ("End", reached + 1)):
            control(panel, "slider", "timeline").press(key)
            settled(panel)
            assert epoch(panel) == there
        press(panel, "Reset")
        settled(panel)
        assert epoch(panel) == 0 and panel.evaluate(PICTURE) == before

    def test_a_point_that_is_dragged_at_once_leaves_the_preset_and_not_the_training(self, panel: Any) -> None:
        page, mouse = panel.page, panel.page.mouse
        control(panel, "combobox", "preset").select_option("xor without a hidden layer")
        settled(panel)
        press(panel, "Step")
        settled(panel)
        plane(panel).scroll_into_view_if_needed()
        box = plane(panel).bounding_box()
        mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        mouse.down()
        mouse.up()
        mouse.down()
        for step in range(60):  # sooner than each is answered: the page still stands at the preset
            mouse.move(box["x"] + box["width"] * (0.5 + step / 200), box["y"] + box["height"] / 2)
        mouse.up()
        settled(panel)
        assert control(panel, "combobox", "preset").input_value() == "none"
        assert control(panel, "combobox", "data").input_value() == "your own points"
        assert (epoch(panel), asked(page, "panel.now['data']")) == (1, "own")

    def test_a_point_is_grabbed_and_dragged_while_it_plays(self, panel: Any) -> None:
        page, mouse = panel.page, panel.page.mouse
        play(panel, 2)
        plane(panel).scroll_into_view_if_needed()
        box, scale = panel.locator(".picture").bounding_box(), asked(page, "game.layout.width")
        place = asked(page, "*map(float, game.sheet()[0].to_picture(game.X[:, [0]])[0]),").strip("()").split(", ")
        x, y = (box[axis] + float(at) * box["width"] / int(scale) for axis, at in zip("xy", place, strict=True))
        before = asked(page, "game.X.shape, game.X[:, 0].tolist()")
        mouse.move(x, y)
        mouse.down()
        for move in range(60):
            mouse.move(x - move / 2, y + move / 2)
        go_on(panel, 2)
        mouse.up()
        go_on(panel, 2)
        pause(panel)
        assert asked(page, "{event.what for event in panel.live.log}") == "{'move'}"
        assert asked(page, "game.X.shape, game.X[:, 0].tolist()") != before
        assert asked(page, "game.X.shape[1]") == "200" and asked(page, REPLAYED) == "True"
        assert int(asked(page, "panel._pulse.sent - panel._pulse.painted")) <= 3

    def test_a_weight_is_chosen_and_changed_by_keys(self, panel: Any) -> None:
        weight, value = part(panel, "Weight from x1 to unit 1 of layer 1"), "float(panel.live.params[0][0][0, 0])"
        before = float(asked(panel.page, value))
        weight.press("Enter")
        settled(panel)
        assert "arrow keys change it" in weight.get_attribute("aria-label")
        for _ in range(3):
            weight.press("ArrowUp")
            settled(panel)
        now, label = (
            float(asked(panel.page, "float(panel.live.params[0][0][0, 0])")),
            weight.get_attribute("aria-label"),
        )
        assert now == pytest.approx(before + 0.3) and f"{now:.2f}".replace("-", "−") in label

    def test_more_settings_open_by_keyboard_and_work(self, panel: Any) -> None:
        page = panel.page
        hard = control(panel, "checkbox", "answer in two colours")
        assert not hard.is_visible()
        panel.locator("summary").press("Enter")
        assert hard.is_visible() and not without_name(panel)
        before = panel.evaluate(PICTURE)
        for box in (hard, control(panel, "checkbox", "draw points held out")):
            box.press("Space")
            settled(panel)
            before, drawn = panel.evaluate(PICTURE), before
            assert before != drawn
        for name, key in (("noise", "End"), ("training share", "End"), ("L2", "End"), ("kept by dropout", "ArrowLeft")):
            control(panel, "slider", name).press(key)
            settled(panel)
        for name in ("New points", "Another start"):
            control(panel, "button", name).press("Enter")
            settled(panel)
        control(panel, "combobox", "first weights").select_option("zeros")
        control(panel, "combobox", "a click adds").select_option("triangle, or high")
        settled(panel)
        assert "Enter adds a triangle" in plane(panel).get_attribute("aria-label")
        names = "noise", "train_share", "l2", "keep", "data_seed", "seed", "initialization"
        expected = (1.2, 0.9, 10.0, 0.9, 2, 2, "zeros")
        assert asked(page, f"tuple(map(panel.now.get, {names}))") == str(expected)
        control(panel, "combobox", "data").select_option("a function: above, below")
        settled(panel)
        function = control(panel, "textbox", "function, such as sin(2 * x)")
        function.fill("x ^^")
        panel.page.wait_for_function("panel => panel.classList.contains('told')", arg=panel.element_handle())
        function.fill("cos(x)")
        settled(panel)
        assert asked(page, "panel.now['data'], panel.now['function']") == "('function', 'cos(x)')"
        play(panel, 2)
        pause(panel)
        assert asked(page, REPLAYED) == "True"

    def test_it_fits_in_every_window_light_and_dark(self, panel: Any, screenshots: Path) -> None:
        page = panel.page
        panel.locator("summary").click()
        for width, height in ((1366, 900), (900, 1000), (400, 800)):
            page.set_viewport_size({"width": width, "height": height})
            narrow = "([panel, narrow]) => panel.classList.contains('narrow') === narrow"
            page.wait_for_function(narrow, arg=[panel.element_handle(), width == 400])
            settled(panel)
            assert panel.evaluate(TOO_WIDE) == []
            panel.screenshot(path=screenshots / f"playground {width}.png")
        assert violations(page) == set()
        page.set_viewport_size({"width": 1280, "height": 1000})
        for theme in ("Dark", "Light"):
            page.evaluate(THEME, f"JupyterLab {theme}")
            page.wait_for_function(f"panel => ({DRAWN_IN})(panel) === '{theme.lower()}'", arg=panel.element_handle())
            settled(panel)
            assert violations(page) == set()
            panel.screenshot(path=screenshots / f"playground {theme}.png")

    def test_a_learners_own_functions_train_and_are_checked(self, panel: Any) -> None:
        own = panel.page.get_by_role("group", name="My own functions")
        settled(own)
        play(own)
        pause(own)
        assert epoch(own) > 0
        assert re.search(r"Gradient check: [\d,]+ derivatives by nudging, all as backward gives them", status(own))

    def test_closed_it_leaves_no_task(self, panel: Any) -> None:
        play(panel)
        execute(panel.page, "panel.close()")
        panel.wait_for(state="detached")
        assert tasks(panel.page) == 0

    def test_a_kernel_that_is_restarted_is_told_of(self, panel: Any) -> None:
        play(panel)
        restart_kernel(panel.page)
        panel.get_by_text("The kernel was restarted or stopped: run the first cells again").wait_for()
        panel.page.wait_for_function(READY, timeout=60_000)
        run_all(panel.page)
        settled(panel)
        play(panel, 2)
        pause(panel)

    def test_a_page_that_is_loaded_again_says_how_to_go_on(self, panel: Any, server: Server) -> None:
        page = panel.page
        play(panel)
        pause(panel)
        save(page)
        page.goto("about:blank")
        open_notebook(page, server, "playground.ipynb")
        page.get_by_text("Run this cell to train it yourself.").first.wait_for()
        assert not panel.count() and tasks(page) == 0
        run_all(page)
        settled(panel)
        play(panel, 2)
        pause(panel)
        page.problems.clear()


class TestJupyterLab(InTheBrowser):
    app = "JupyterLab"


@pytest.mark.weekly
class TestNotebook7(InTheBrowser):
    app = "Notebook 7"
