"""From the move of a slider to the new picture on the screen:  python benchmarks/panel_latency.py [explorer ...]

For each panel of `helpers.explorers`, or those that are named: the milliseconds that Python takes to draw and encode
a picture, and those from the slider's event in Chromium until the picture has been painted, over 40 moves.  For those
that play, while they do: pictures a second, the same milliseconds, and those until another cell has answered 1 + 1.
"""

import sys
import tempfile
import time
from inspect import Parameter, signature
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
from playwright.sync_api import sync_playwright

COURSE = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(COURSE), str(COURSE / "tests" / "browser")]

from front_end import CHROMIUM_OPTIONS, chromium, execute, open_notebook, run_all, serving, settled  # noqa: E402

from helpers import explorers  # noqa: E402
from helpers.widgets.controls import Control  # noqa: E402
from helpers.widgets.panel import Panel  # noqa: E402

MOVES = 40
LARGER = {  # what the playground is at first is small
    "playground, 2-8-8-1": {"data": "spirals", "hidden": [(8, "tanh")] * 2, "optimizer": "momentum"},
    "playground, 8 layers of 8": {"hidden": [(8, "tanh")] * 8},
}
MOVE = """(slider, position) => new Promise(painted => {
    const panel = slider.closest(".hand-panel");
    const observer = new MutationObserver(() => {
        if (panel.ariaBusy === "true") return;  // a live picture from before the move
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => painted(performance.now() - start)));
    });
    observer.observe(panel, {attributes: true});
    slider.value = position;
    const start = performance.now();
    slider.dispatchEvent(new Event("input", {bubbles: true}));
})"""


def positions(last: int) -> list[int]:
    """Where the slider goes: to and fro over all its steps, never twice to the same place."""
    return [int(round((np.sin(0.7 * move) + 1) / 2 * last)) for move in range(MOVES)]


def sliders(panel: Panel) -> list[Control]:
    """Those that change what is shown; a panel of text fields, or of a timeline alone, has none."""
    controls = panel._controls.values()
    return [each for each in controls if each.kind == "slider" and each.name not in ("speed", "timeline")]


def takes_nothing(name: str) -> bool:
    """Can it be opened without a learner's function?"""
    parameters = signature(getattr(explorers, name)).parameters.values()
    return all(each.default is not each.empty or each.kind is Parameter.VAR_KEYWORD for each in parameters)


def opened(name: str) -> tuple[str, dict[str, Any]]:
    """The explorer to call, and with what."""
    return name.split(",")[0], {"title": name, **LARGER[name]} if name in LARGER else {}


def in_python(panel: Panel) -> list[float]:
    """Milliseconds for each answer, without a page."""
    slider = sliders(panel)[0]
    times = []
    for move, position in enumerate(positions(len(slider.values) - 1), 1):
        start = time.perf_counter()
        panel._receive(panel, {"asked": move, "positions": panel._positions | {slider.name: position}}, [])
        times.append(1000 * (time.perf_counter() - start))
    return times


def in_browser(page: Any, number: int) -> list[float]:
    """Milliseconds from the slider's event to the paint, on the panel of that number."""
    panel = page.locator(".hand-panel").nth(number)
    panel.wait_for()
    panel.scroll_into_view_if_needed()
    settled(panel)
    slider = slider_of(panel)
    return [slider.evaluate(MOVE, position) for position in positions(int(slider.get_attribute("max")))]


def slider_of(panel: Any) -> Any:
    """Its first slider that is not of the player's own: those change no picture, or pause it."""
    return panel.locator("div.slider:not([data-name=speed]):not([data-name=timeline]) input").first


def while_it_plays(page: Any, number: int) -> tuple[float, list[float], list[float]]:
    """Pictures a second; milliseconds from a move to the paint; milliseconds of 1 + 1 in another cell."""
    panel = page.locator(".hand-panel").nth(number)
    panel.get_by_role("button", name="Play", exact=True).click()
    page.wait_for_timeout(1000)
    before, start = int(panel.get_attribute("data-painted")), time.perf_counter()
    page.wait_for_timeout(4000)
    rate = (int(panel.get_attribute("data-painted")) - before) / (time.perf_counter() - start)
    cells = [seconds(lambda: execute(page, "1 + 1")) * 1000 for _ in range(20)]
    moves = in_browser(page, number)
    panel.get_by_role("button", name="Pause", exact=True).click()
    settled(panel)
    return rate, moves, cells


def seconds(work: Any) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def notebook(names: list[str]) -> Any:
    """One cell for each explorer."""
    calls = [f"explorers.{explorer}(**{settings})" for explorer, settings in map(opened, names)]
    cells = [f"from helpers import explorers\n{call}" for call in calls]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    return nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_code_cell, cells)), metadata=kernel)


def main(names: list[str]) -> None:
    """Measure, and print a table."""
    names = names or [*filter(takes_nothing, explorers.__all__), *LARGER]
    made = {name: getattr(explorers, explorer)(**how) for name in names for explorer, how in [opened(name)]}
    drawn = {name: in_python(panel) for name, panel in made.items() if isinstance(panel, Panel) and sliders(panel)}
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "work"
        folder.mkdir()
        nbformat.write(notebook(list(drawn)), folder / "panels.ipynb")
        with serving("JupyterLab", folder, Path(home)) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_OPTIONS)
            page = browser.new_page(viewport={"width": 1280, "height": 1000})
            open_notebook(page, server, "panels.ipynb")
            run_all(page)
            painted = [in_browser(page, number) for number in range(len(drawn))]
            live = [n for n, name in enumerate(drawn) if "play" in made[name]._controls]
            played = {list(drawn)[number]: while_it_plays(page, number) for number in live}
            browser.close()
    print(f"{'ms, median and 90th percentile':<32}{'draw + encode':>16}{'slider to pixels':>20}")
    for name, *columns in zip(drawn, drawn.values(), painted, strict=True):
        (a, b), (c, d) = (np.percentile(column, (50, 90)) for column in columns)
        print(f"{name:<32}{a:>10.0f} {b:>5.0f}{c:>14.0f} {d:>5.0f}")
    print(f"\n{'while it plays':<32}{'pictures a second':>18}{'slider to pixels':>20}{'1 + 1':>12}")
    for name, (rate, *columns) in played.items():
        (a, b), (c, d) = (np.percentile(column, (50, 90)) for column in columns)
        print(f"{name:<32}{rate:>18.1f}{a:>14.0f} {b:>5.0f}{c:>6.0f} {d:>5.0f}")


if __name__ == "__main__":
    main(sys.argv[1:])
