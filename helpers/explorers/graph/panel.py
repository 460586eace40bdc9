"""The panel of a computation graph: its inputs, a guess before each step, Back and Next along the way."""

from typing import Any

import numpy as np

from helpers.explorers.graph.walk import GRAPHS, GraphWalk
from helpers.plots.computation_graphs import number
from helpers.widgets.panel import choice, field, slider
from helpers.widgets.player import Player

START = {"a": 4.0, "b": 2.0, "c": -1.0}  # which the text has not worked out
RANGE = np.round(np.linspace(-6, 6, 121), 1).tolist()


class _Panel(Player):
    """A player whose guess is gone once it was judged."""

    def _take(self, question: Any) -> None:
        super()._take(question)
        self._positions = self._positions | {"guess": self._playable.settings["guess"]}  # type: ignore[attr-defined]


def graph_explorer() -> Player:
    """Go through a computation graph: values forward, derivatives back, one number at a time; inputs can be moved."""
    controls = [
        choice("graph", "formula", list(GRAPHS), start=next(iter(GRAPHS))),
        *(slider(name, name, RANGE, start, text=number) for name, start in START.items()),
        field("guess", "your guess of the next number", ""),
    ]
    return _Panel("Computation graph", controls, GraphWalk(START), ["back", "next", "reset"])
