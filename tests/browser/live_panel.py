"""Live panels under a reader's hands in a page: pressed, played, looked at."""

import re
from collections.abc import Iterator
from typing import Any

from front_end import Server, execute, open_notebook, run_all, settled
from needs import need

from helpers.widgets.drawing import COLOURS

THEME = "async name => { await window.jupyterapp.commands.execute('apputils:change-theme', {theme: name}) }"
PICTURE = """panel => {
    const canvas = panel.querySelector(".picture canvas"), pen = canvas.getContext("2d");
    const data = new Uint32Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    return data.reduce((hash, pixel) => (Math.imul(hash, 31) + pixel) | 0, 0);
}"""
INKS = {theme: int(COLOURS[theme]["ink"][1:3], 16) for theme in ("light", "dark")}  # grey, of so much light
DRAWN_IN = f"""panel => {{
    const canvas = panel.querySelector(".picture canvas"), pen = canvas.getContext("2d");
    const data = pen.getImageData(0, 0, canvas.width, canvas.height).data;
    const count = (grey) => data.filter((value, i) => i % 4 === 0 && value === grey && data[i + 1] === grey
                                        && data[i + 2] === grey && data[i + 3] === 255).length;
    return count({INKS["dark"]}) > count({INKS["light"]}) ? "dark" : "light";
}}"""  # which theme's ink there is more of
IN_VIEW = """element => {
    const {x, y, width, height} = element.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === element;
}"""
PAINTED = "([panel, more]) => +panel.dataset.painted >= more"


def opened(context: Any, server: Server, notebook: str) -> Iterator[Any]:
    """A page with the notebook, without the list of files; it keeps the errors that it throws."""
    page = context.new_page()
    open_notebook(page, server, notebook)
    page.evaluate("() => window.jupyterapp.shell.collapseLeft?.()")
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    yield page
    page.close()


def fresh(page: Any, title: str) -> Iterator[Any]:
    """A panel of its own for each test: the cells are run again."""
    assert not [output for cell in run_all(page) for output in cell["outputs"] if output["output_type"] == "error"]
    panel = page.get_by_role("group", name=title, exact=True)
    panel.wait_for()
    settled(panel)
    yield panel
    assert not page.problems


def press(panel: Any, name: str) -> None:
    panel.get_by_role("button", name=name, exact=True).click()


def play(panel: Any, pictures: int = 5) -> None:
    """Press Play and wait for so many pictures."""
    press(panel, "Play")
    go_on(panel, pictures)


def go_on(panel: Any, pictures: int = 5) -> None:
    """Wait until so many more pictures are painted."""
    painted = int(panel.get_attribute("data-painted"))
    panel.page.wait_for_function(PAINTED, arg=[panel.element_handle(), painted + pictures], timeout=20_000)


def pause(panel: Any) -> None:
    press(panel, "Pause")
    panel.get_by_role("button", name="Play", exact=True).wait_for()
    settled(panel)


def status(panel: Any) -> str:
    text: str = panel.locator("> [role=status]").inner_text()
    return text


def tasks(page: Any) -> int:
    """Pulses that beat in the kernel."""
    return int(execute(page, "sum('Pulse._run' in repr(task) for task in asyncio.all_tasks())"))


def violations(page: Any) -> set[str]:
    """The rules of axe that the panels of the page break."""
    axe = need("axe_playwright_python.sync_playwright").Axe()
    response = axe.run(page, context=".hand-panel", options={"resultTypes": ["violations"]}).response
    return {violation["id"] for violation in response["violations"]}


def in_view(element: Any) -> bool:
    """Is the middle of the element what one sees there?"""
    seen: bool = element.evaluate(IN_VIEW)
    return seen


def plane(panel: Any) -> Any:
    return panel.get_by_role("button", name=re.compile("^The plane"))
