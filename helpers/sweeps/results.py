"""What a sweep leaves behind: a row for each run, in the order of the settings."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from helpers.sweeps.choosing import choose
from helpers.sweeps.runs import Measures
from helpers.sweeps.search_space import Settings
from helpers.sweeps.tables import table_html, table_text
from helpers.validation import Array
from helpers.wording import listed


@dataclass(frozen=True)
class Run:
    """One run: its settings, its seed, and what came of it.  Neither measures nor error: it was not done.

    A run is done again, with what it prints and raises, by `run(**settings, seed=seed)`; seed is 0 if it takes none.
    """

    settings: Settings
    seed: int
    measures: Measures = field(default_factory=dict)
    error: str = ""


@dataclass(frozen=True)
class Sweep:
    """The runs of a sweep, in the order of their settings, and why it ended early, if it did."""

    runs: Sequence[Run]
    note: str = ""

    @property
    def done(self) -> list[Run]:
        """Those that came to an end."""
        return [run for run in self.runs if run.measures]

    @property
    def failed(self) -> list[Run]:
        """Those with an error."""
        return [run for run in self.runs if run.error]

    @property
    def names(self) -> list[str]:
        """The names of the measures: those of the first run that is done."""
        return list(self.done[0].measures) if self.done else []

    def values(self, measure: str | None = None) -> Array:
        """One measure, by default the first, of all runs, (runs,): nan where a run failed or was not done."""
        name = measure or next(iter(self.names), "cost")
        if self.done and name not in self.names:
            raise ValueError(f"there is no measure {name!r}; the runs measured {listed(self.names)}")
        return np.array([run.measures.get(name, np.nan) for run in self.runs])

    def best(self, measure: str | None = None) -> Run:
        """The run with the least of a measure, by default the first."""
        return self.runs[choose(self.values(measure))]

    def distinct(self, name: str) -> list[Any]:
        """The values of one hyperparameter, each once, in their order; lists may be values too."""
        values = self.settings(name)
        return [value for k, value in enumerate(values) if value not in values[:k]]

    def settings(self, name: str) -> list[Any]:
        """The values of one hyperparameter, run by run."""
        if self.runs and name not in self.runs[0].settings:
            raise ValueError(f"there is no {name!r}; the settings are {listed(list(self.runs[0].settings))}")
        return [run.settings[name] for run in self.runs]

    def matrix(self, rows: str, columns: str, measure: str | None = None) -> Array:
        """The least of a measure for each pair of values of two hyperparameters, in their order: a heat map.

        (values of rows, values of columns); nan where no run is done.
        """
        down, across = self.distinct(rows), self.distinct(columns)
        least = np.full((len(down), len(across)), np.nan)
        for run, value in zip(self.runs, self.values(measure), strict=True):
            at = down.index(run.settings[rows]), across.index(run.settings[columns])
            least[at] = np.fmin(least[at], value)
        return least

    def _repr_html_(self) -> str:
        return table_html(self)

    def __repr__(self) -> str:
        return table_text(self)
