"""One output in two forms: HTML for a page, and plain text for a console, a test, a reader without HTML."""

from typing import Any

from helpers.shell import ipython


def show(html: str, text: str) -> None:
    """Display `html` where a notebook or a console of IPython takes it, with `text` beside it; else print `text`."""
    if ipython() is None:
        print(text)
        return
    from IPython.display import display

    output: Any = display
    output({"text/html": html, "text/plain": text}, raw=True)
