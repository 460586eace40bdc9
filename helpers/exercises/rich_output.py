"""One output in two forms: HTML for a page, and plain text for a console, a test, a reader without HTML."""

import sys
from typing import Any


def show(html: str, text: str) -> None:
    """Display `html` where a notebook or a console of IPython takes it, with `text` beside it; else print `text`."""
    if "IPython" not in sys.modules or sys.modules["IPython"].get_ipython() is None:
        print(text)
        return
    from IPython.display import display

    output: Any = display
    output({"text/html": html, "text/plain": text}, raw=True)
