"""What a live training remembers of the way, and what chance decides in it."""

from typing import NamedTuple

import numpy as np

from helpers.training.optimizers import Optimizer
from helpers.validation import Array


class Chance(NamedTuple):
    """What draws the order of the examples, and the masks of dropout."""

    order: np.random.Generator
    masks: np.random.Generator

    @classmethod
    def of(cls, seed: int) -> "Chance":
        """Two streams of their own."""
        return cls(*np.random.default_rng(seed).spawn(2))


class Moment(NamedTuple):
    """What there was after so many epochs: enough to go on from there."""

    step: int
    cost: float
    held_out: float  # cost of the examples that it never sees; nan without them
    vector: Array
    optimizer: Optimizer
    chance: Chance
    events: int  # how many of the log's had taken effect
