"""A sweep while it runs: how far it is, a heat map that fills, and the best runs so far.  When it ends, nothing stays.

In a terminal it is one line; while notebooks are built or tested, nothing.
"""

import time
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import numpy as np

from helpers import progress
from helpers.sweeps.results import Run, Sweep
from helpers.sweeps.tables import CAPTION, setting, table_html
from helpers.wording import rounded

PATIENCE = 1.0  # seconds before anything is shown
BEAT = 0.25  # seconds between two pictures


class Live:
    """Looks at the clock after each run, and shows the rows now and then."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock, self.due = clock, clock() + PATIENCE
        self.display: Any = None

    def look(self, runs: Sequence[Run]) -> None:
        """Show the rows as they are, if it is time."""
        if self.clock() < self.due:
            return
        self.due = self.clock() + BEAT
        self.display = self.display or progress.display_here("sweep")
        if self.display:
            over = sum(bool(run.measures or run.error) for run in runs)
            self.display.show(
                over / len(runs), f"{over} of {len(runs)} runs", heat_map_html(runs) + table_html(Sweep(runs))
            )

    def close(self) -> None:
        """Take it back."""
        if self.display:
            self.display.clear()


def varied(runs: Sequence[Run]) -> list[str]:
    """The hyperparameters that have two values or more, but fewer than there are runs."""
    sweep = Sweep(runs)
    return [name for name in runs[0].settings if 1 < len(sweep.distinct(name)) < len(runs)]


def heat_map_html(runs: Sequence[Run]) -> str:
    """The least of the first measure for each pair of the first two hyperparameters that vary; else nothing."""
    names = varied(runs)[:2]
    if len(names) < 2:
        return ""
    sweep = Sweep(runs)
    down, across = map(sweep.distinct, names)
    colours = _colours(least := sweep.matrix(*names))
    head = "".join(f"<th>{escape(setting(value))}</th>" for value in across)
    rows = "".join(
        f"<tr><th>{escape(setting(value))}</th>{''.join(map(_cell, values, shades))}</tr>"
        for value, values, shades in zip(down, least, colours, strict=True)
    )
    caption = f"{sweep.names[0] if sweep.done else 'nothing yet'}: {names[0]} down, {names[1]} across"
    return f'<table><caption style="{CAPTION}">{escape(caption)}</caption><tr><th></th>{head}</tr>{rows}</table>'


def _cell(value: float, shade: tuple[str, str]) -> str:
    if np.isnan(value):
        return "<td>·</td>"
    background, ink = shade
    return f'<td style="background: {background}; color: {ink}">{rounded(float(value), 2)}</td>'


def _colours(values: Any) -> list[list[tuple[str, str]]]:
    """Background and ink for each cell, dark where the value is low."""
    from helpers.plots.heat_maps import shades  # matplotlib is not needed before there is something to show

    return shades(values)
