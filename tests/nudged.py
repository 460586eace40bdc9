"""In a notebook whose cells run twice each: the second time, every training starts from weights moved by 1e-12.

What a notebook says must not hang on rounding: the same text has to come out, on another machine too.
"""

from functools import wraps
from typing import Any

import numpy as np

from helpers.playground.live import LiveTraining
from helpers.training.epochs import EpochTraining
from helpers.training.loop import Training

NUDGE = 1e-12


class Runs:
    """Counts how often the same cell ran, one run after the other."""

    def __init__(self) -> None:
        self.cell, self.again = "", False

    def begin(self, info: Any) -> None:
        self.cell, self.again = info.raw_cell, info.raw_cell == self.cell


def nudged(vector: Any) -> Any:
    """Each number a little larger or smaller, in turn; zeros stay zeros."""
    return vector * (1 + NUDGE * (-1) ** np.arange(vector.size))


def start(shell: Any) -> None:
    """Let this kernel nudge."""
    runs = Runs()
    shell.events.register("pre_run_cell", runs.begin)
    for kind in (Training, EpochTraining, LiveTraining):
        _nudge(kind, runs)


def _nudge(kind: Any, runs: Runs) -> None:
    plain = kind.__init__

    @wraps(plain)
    def begin(training: Any, settings: Any, start: Any, *more: Any) -> None:
        if runs.again:
            start = start.copy()
            start.vector[:] = nudged(start.vector)
        plain(training, settings, start, *more)

    kind.__init__ = begin  # type: ignore[method-assign]
