"""The course of the cost since something was last changed: level, falling, settled, or jumping."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from helpers.playground.live import LiveTraining
from helpers.playground.moments import Moment
from helpers.validation import Array


@dataclass(frozen=True)
class Course:
    """The course of the cost of a training since something was last changed."""

    live: LiveTraining

    @cached_property
    def since(self) -> list[Moment]:
        """The moments since something was last changed; the first of them are forgotten in a long training."""
        seen = self.live.moments[: self.live.at + 1]
        return [moment for moment in seen if moment.events == seen[-1].events]

    @cached_property
    def costs(self) -> Array:
        """The cost since the last change."""
        return np.array([moment.cost for moment in self.since])

    @property
    def is_noisy(self) -> bool:
        """Do batches or dropout make the cost jump?"""
        state = self.live.state
        return (state.batch_size or state.m) < state.m or (state.keep < 1 and bool(state.on))

    @cached_property
    def lately(self) -> tuple[Array, Array]:
        """The costs of the last fifth but one of the moments, and of the last fifth; none while these are few."""
        fifth, fewest = len(self.costs) // 5, 8 if self.is_noisy else 4
        return (self.costs[-2 * fifth : -fifth], self.costs[-fifth:]) if fifth >= fewest else (self.costs[:0],) * 2

    @property
    def is_level(self) -> bool:
        """Has the cost hardly fallen lately: by less than 2 %?"""
        before, now = self.lately
        return before.size > 0 and bool(now.mean() >= 0.98 * before.mean())

    @property
    def is_falling(self) -> bool:
        """Has it fallen by more, and if it jumps by more than three standard errors?"""
        before, now = self.lately
        if not before.size or self.is_level:
            return False
        error = float(np.sqrt((before.var() + now.var()) / now.size)) if self.is_noisy else 0.0
        return bool(before.mean() - now.mean() > 3 * error)

    @property
    def is_settled(self) -> bool:
        """Has it not risen lately, but for a thousandth?"""
        _, now = self.lately
        return bool(np.all(np.diff(now) <= 1e-3 * now[:-1]))
