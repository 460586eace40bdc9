"""The rows of a sweep as a table, the best first: HTML for a page, and plain text."""

from collections.abc import Sequence
from html import escape
from textwrap import shorten
from typing import TYPE_CHECKING, Any

import numpy as np

from helpers.wording import count, rounded

if TYPE_CHECKING:
    from helpers.sweeps.results import Run, Sweep

CAPTION = "text-align: left"
NARROW = "padding: 0.4em 0.3em"
MOST = 10  # rows of runs that are done, and as many of those that failed


def table_html(sweep: "Sweep") -> str:
    """The best runs, those that failed, and how many there are."""
    head, rows = _cells(sweep)
    caption, top, body = escape(summary(sweep)), _row("th", head), "".join(_row("td", row) for row in rows)
    return f'<table><caption style="{CAPTION}">{caption}</caption><thead>{top}</thead><tbody>{body}</tbody></table>'


def _row(tag: str, cells: Sequence[str]) -> str:
    """Narrow enough for a telephone: little room between the cells, and a long name may go on in the next line."""
    written = (escape(cell).replace("_", "_<wbr>") for cell in cells)
    return "<tr>" + "".join(f'<{tag} style="{NARROW}">{cell}</{tag}>' for cell in written) + "</tr>"


def table_text(sweep: "Sweep") -> str:
    """The same in columns of letters."""
    head, rows = _cells(sweep)
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in (head, *rows)]
    return "\n".join([*lines, summary(sweep)])


def _cells(sweep: "Sweep") -> tuple[list[str], list[list[str]]]:
    """The head, and a row for each run that is shown; errors come last, where there are any."""
    names, measures, errors = list(sweep.runs[0].settings), sweep.names, bool(sweep.failed)
    rows = [
        [
            *(setting(run.settings[name]) for name in names),
            *(rounded(run.measures[name], 3) if name in run.measures else "" for name in measures),
            *[shorten(run.error, 100, placeholder=" …")] * errors,
        ]
        for run in [*_best_first(sweep)[:MOST], *sweep.failed[:MOST]]
    ]
    return [*names, *measures, *["error"] * errors], rows


def _best_first(sweep: "Sweep") -> "list[Run]":
    """Those that are done, by their first measure; nan last."""
    done = sweep.done
    return [done[k] for k in np.argsort([run.measures[sweep.names[0]] for run in done], kind="stable")]


def setting(value: Any) -> str:
    """The value of a hyperparameter as one writes it."""
    if isinstance(value, (float, np.floating)):
        return rounded(float(value), 3)
    return str(getattr(value, "name", value))


def summary(sweep: "Sweep") -> str:
    """How many runs there are, what is shown of them, and why it ended early."""
    done, failed = len(sweep.done), len(sweep.failed)
    words = [count(len(sweep.runs), "run")]
    if done > MOST:
        words.append(f"the best {MOST} are shown")
    if failed:
        words.append(f"{failed} failed")
    if left := len(sweep.runs) - done - failed:
        words.append(f"{left} not done")
    return ", ".join(words) + "." + (f" {sweep.note}" if sweep.note else "")
