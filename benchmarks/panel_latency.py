"""From the move of a slider to the new picture on the screen:  python benchmarks/panel_latency.py [explorer ...]

For each panel of `helpers.explorers`, or those that are named: the milliseconds that Python takes to draw and encode
a picture, and those from the slider's event in Chromium until the picture has been painted, over 40 moves.
"""

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
from playwright.sync_api import sync_playwright

COURSE = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(COURSE), str(COURSE / "tests" / "browser")]

from front_end import CHROMIUM_OPTIONS, chromium, open_notebook, run_all, serving, settled  # noqa: E402

from helpers import explorers  # noqa: E402
from helpers.widgets.panel import Panel  # noqa: E402

MOVES = 40
MOVE = """(slider, position) => new Promise(painted => {
    const panel = slider.closest(".hand-panel");
    const observer = new MutationObserver(() => {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => painted(performance.now() - start)));
    });
    observer.observe(panel, {childList: true});
    slider.value = position;
    const start = performance.now();
    slider.dispatchEvent(new Event("input", {bubbles: true}));
})"""


def positions(last: int) -> list[int]:
    """Where the slider goes: to and fro over all its steps, never twice to the same place."""
    return [int(round((np.sin(0.7 * move) + 1) / 2 * last)) for move in range(MOVES)]


def has_slider(panel: Panel) -> bool:
    """Can it be measured here?  A panel of text fields alone can't."""
    return any(control.kind == "slider" for control in panel._controls.values())


def in_python(panel: Panel) -> list[float]:
    """Milliseconds for each answer, without a page."""
    slider = next(control for control in panel._controls.values() if control.kind == "slider")
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
    slider = panel.get_by_role("slider").first
    return [slider.evaluate(MOVE, position) for position in positions(int(slider.get_attribute("max")))]


def notebook(names: list[str]) -> Any:
    """One cell for each explorer."""
    cells = [f"from helpers import explorers\nexplorers.{name}()" for name in names]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    return nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_code_cell, cells)), metadata=kernel)


def main(names: list[str]) -> None:
    """Measure, and print a table."""
    made = {name: getattr(explorers, name)() for name in names or explorers.__all__}
    drawn = {name: in_python(panel) for name, panel in made.items() if isinstance(panel, Panel) and has_slider(panel)}
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
            browser.close()
    print(f"{'ms, median and 90th percentile':<32}{'draw + encode':>16}{'slider to pixels':>20}")
    for name, *columns in zip(drawn, drawn.values(), painted, strict=True):
        (a, b), (c, d) = (np.percentile(column, (50, 90)) for column in columns)
        print(f"{name:<32}{a:>10.0f} {b:>5.0f}{c:>14.0f} {d:>5.0f}")


if __name__ == "__main__":
    main(sys.argv[1:])
