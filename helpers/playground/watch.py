"""A gradient check that goes on while a network trains: a few derivatives of each layer at a time, then the next ones.

`compare` of `helpers.gradient_check` takes two costs for each weight; here the price of a look is the same for any
network.
"""

from dataclasses import dataclass, field

import numpy as np

from helpers.finite_differences import STEP
from helpers.gradient_check import SATURATED
from helpers.parameters import Parameters, flatten
from helpers.playground.layers import units_on
from helpers.playground.live import LiveTraining
from helpers.training.fitting import quick
from helpers.validation import Array

EXAMPLES = 5  # enough: a wrong formula is wrong on three, too
ENTRIES = 3  # of each layer in a look
CLOSE = 1e-4  # relative: beyond is wrong in common practice


@dataclass
class Watch:
    """What was found since the network was last changed.  checked: derivatives, by layer.  wrong: those that differ."""

    looks: int = 0
    checked: list[int] = field(default_factory=list)
    wrong: dict[int, tuple[str, float, float]] = field(default_factory=dict)

    def look(self, live: LiveTraining) -> None:
        """Check the next few derivatives of each layer."""
        with quick():
            check = _Check(live)
            for layer, entries in enumerate(check.entries(self.looks)):
                for entry in entries:
                    self._note(layer, entry, check)
        self.looks += 1

    def _note(self, layer: int, entry: int, check: "_Check") -> None:
        if layer == len(self.checked):
            self.checked.append(0)
        self.checked[layer] += 1
        given, low, high = check.derivative(entry)
        if not check.agrees(given, low, high):
            self.wrong.setdefault(layer, (check.name(layer, entry), given, (low + high) / 2))

    @property
    def where(self) -> int | None:
        """The layer where the two part: of those that differ the one nearest to the output."""
        return max(self.wrong, default=None)

    def __str__(self) -> str:
        if not self.looks:
            return "Gradient check: it begins with the first epoch."
        if self.where is None:
            return f"Gradient check: {sum(self.checked):,} derivatives by nudging, all as backward gives them."
        name, given, needed = self.wrong[self.where]
        where = f"they part at layer {self.where + 1}, {name}"
        return f"Gradient check: {where}: backward {given:.4g}, nudged {needed:.4g}."


class _Check:
    """One network on a few examples, its cost, and its gradient as `backward` gives it."""

    def __init__(self, live: LiveTraining) -> None:
        state, self.model = live.state, live.model
        self.params = units_on(live.params, state.on)
        A = self.model.answer(self.model.forward(self.params, state.X))
        surely_wrong = np.abs(A - state.Y)[0] > 1 - SATURATED if self.model.uses_cross_entropy else np.zeros(state.m)
        chosen = np.flatnonzero(surely_wrong == 0)[:EXAMPLES]  # elsewhere the cost has too few digits for a difference
        self.X, self.Y = state.X[:, chosen], state.Y[:, chosen]
        forwarded = self.model.forward(self.params, self.X)
        self.gradient: Array = flatten(self.model.gradients(self.params, forwarded, self.X, self.Y))
        self.here = self.cost(self.params)
        self.ends = np.cumsum([0, *(W.size + b.size for W, b in self.params)])

    def cost(self, params: Parameters) -> float:
        return self.model.total_cost(params, self.model.forward(params, self.X), self.Y)

    def entries(self, look: int) -> list[list[int]]:
        """For each layer the next ones, round and round."""
        pairs = zip(self.ends[:-1], self.ends[1:], strict=True)
        return [[int(a + (look * ENTRIES + k) % (b - a)) for k in range(min(ENTRIES, b - a))] for a, b in pairs]

    def derivative(self, entry: int) -> tuple[float, float, float]:
        """As backward gives it, and by a nudge down and a nudge up."""
        sides = []
        for h in (-STEP, STEP):
            nudged = self.params.copy()
            nudged.vector[entry] += h
            sides.append((self.cost(nudged) - self.here) / h)
        return float(self.gradient[entry]), sides[0], sides[1]

    def agrees(self, given: float, low: float, high: float) -> bool:
        """At a kink either side will do, and what lies between."""
        rounding = 8 * np.finfo(float).eps * (1 + abs(self.here)) / STEP
        room = CLOSE * max(abs(low), abs(high), abs(given)) + rounding
        return bool(min(low, high) - room <= given <= max(low, high) + room)

    def name(self, layer: int, entry: int) -> str:
        """dW2[0, 1] or db2[0, 0]."""
        W, _ = self.params[layer]
        place = entry - int(self.ends[layer])
        if place < W.size:
            return f"dW{layer + 1}[{place // W.shape[1]}, {place % W.shape[1]}]"
        return f"db{layer + 1}[{place - W.size}, 0]"
