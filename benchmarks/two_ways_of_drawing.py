"""A picture that moves all over, drawn in two ways:  python benchmarks/two_ways_of_drawing.py

The explorer of hidden units, 2-8-1 on the flower, at 40 moments of a training.
matplotlib: artists that are kept, updated, drawn over a saved background, encoded as JPEG.  canvas: the numbers that
the page draws (`Drawing.packed`), as JSON and bytes.  Milliseconds in Python and in Chromium, median of 40; bytes.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import sync_playwright

COURSE = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(COURSE), str(COURSE / "tests" / "browser")]

from front_end import CHROMIUM_OPTIONS, chromium  # noqa: E402

from helpers.explorers.live_network import LiveNetwork  # noqa: E402
from helpers.plots.rendering import jpeg  # noqa: E402
from helpers.widgets import still  # noqa: E402
from helpers.widgets.blitting import BlitFigure  # noqa: E402
from helpers.widgets.drawing import COLOURS, Dots, Drawing, Line, Map, Words  # noqa: E402
from helpers.widgets.panel import Panel  # noqa: E402

MOMENTS = 40
PAGE = """async ({picture, jpeg, width, height}) => {
    const screen = drawnScreen(document.body, COLOURS);
    const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    for (const name of ["points", "levels"]) picture[name] = new DataView(bytes(picture[name]).buffer);
    let start = performance.now();
    screen.drawNow({picture, width, height, alt: "a network"});
    screen.element.getContext("2d").getImageData(0, 0, 1, 1);  // not before all of it is drawn
    const drawn = performance.now() - start, blob = new Blob([bytes(jpeg)], {type: "image/jpeg"});
    start = performance.now();
    const image = await createImageBitmap(blob);
    const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
    pen.drawImage(image, 0, 0);
    pen.getImageData(0, 0, 1, 1);
    screen.element.remove();
    return [performance.now() - start, drawn];
}"""


class Kept:
    """The marks of a drawing as artists of one figure, which follow those of another drawing."""

    def __init__(self, drawing: Drawing) -> None:
        self.figure, self.artists = still.figure(drawing)
        self.stage = BlitFigure(self.figure, self.artists)

    def show(self, drawing: Drawing) -> bytes:
        for artist, mark in zip(self.artists, drawing.marks, strict=False):
            match mark:
                case Map():
                    artist.set_data(mark.values)
                case Line() | Dots():
                    artist.set_data(*np.reshape(mark.points, (-1, 2)).T)
                case Words():
                    artist.set_text(mark.text)
        return jpeg(self.stage.render())


def drawings() -> list[Drawing]:
    """The same network at every moment, with one boundary line more or less."""
    live = LiveNetwork(units=8)
    found = []
    for _ in range(MOMENTS):
        live.advance(50)
        found.append(live.drawing(narrow=False))
    return found


def measured(work: Any, inputs: list[Any]) -> tuple[float, list[Any]]:
    """Median milliseconds, and what came out."""
    times, results = [], []
    for each in inputs:
        start = time.perf_counter()
        results.append(work(each))
        times.append(1000 * (time.perf_counter() - start))
    return float(np.median(times)), results


def main() -> None:
    """Measure, and print a table."""
    import base64

    def text(value: Any) -> str:
        return base64.b64encode(value).decode()

    all_of_them = drawings()
    kept = Kept(all_of_them[-1])
    blit_ms, jpegs = measured(kept.show, all_of_them)
    canvas_ms, messages = measured(Drawing.packed, all_of_them)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_OPTIONS)
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        page.add_script_tag(content=f"{Panel._esm.split('export default')[0]}; const COLOURS = {json.dumps(COLOURS)}")
        coded = [json.loads(json.dumps(message, default=text)) for message in messages]
        size = {"width": all_of_them[0].width, "height": all_of_them[0].height}
        shown = [
            page.evaluate(PAGE, {"picture": p, "jpeg": text(j), **size}) for p, j in zip(coded, jpegs, strict=True)
        ]
        browser.close()
    sizes = [sum(map(len, message.values())) for message in messages]
    page_ms = np.median(shown, axis=0)
    print(f"{'':<14}{'Python, ms':>12}{'page, ms':>12}{'kB':>8}")
    for name, python, browser_ms, size in (
        ("matplotlib", blit_ms, page_ms[0], np.median([len(j) for j in jpegs])),
        ("canvas", canvas_ms, page_ms[1], np.median(sizes)),
    ):
        print(f"{name:<14}{python:>12.1f}{browser_ms:>12.1f}{size / 1000:>8.0f}")


if __name__ == "__main__":
    main()
