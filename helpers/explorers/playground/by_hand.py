"""A small network of the playground, to be followed by hand: every number forward and back, on three of its points."""

import numpy as np

from helpers.activations import BY_NAME
from helpers.explorers.backpropagation.layout import SIZES
from helpers.explorers.backpropagation.panel import HIDDEN
from helpers.explorers.backpropagation.passes import Passes
from helpers.playground.live import LiveTraining
from helpers.playground.state import State
from helpers.wording import listed

EXAMPLES = 3


def passes_of(live: LiveTraining) -> Passes:
    """The network as it is, on three of the points that it learns from, of both classes if there are two.

    Raises ValueError for a network that is not of the form that the panel of notebook 05 draws.
    """
    _check(live.state)
    chosen = _both_classes(live.state)
    X, Y = live.state.X[:, chosen], live.state.Y[:, chosen]
    return Passes(live.params.copy(), X, Y, BY_NAME[live.state.activations[0]])


def _both_classes(state: State) -> list[int]:
    """The first point, the first of another class, and the next."""
    others = np.flatnonzero(state.Y[0] != state.Y[0, 0])
    wanted = [0, *others[:1], *range(1, state.m)]
    return list(dict.fromkeys(map(int, wanted)))[:EXAMPLES]


def _check(state: State) -> None:
    form = "-".join(map(str, state.sizes))
    needed = "-".join(map(str, SIZES))
    if form != needed or state.task != "classification" or not all(on.all() for on in state.on):
        what = f"{form}, for {state.task}" + ("" if all(on.all() for on in state.on) else ", with units that are off")
        raise ValueError(f"the network is {what}; by hand one follows {needed}, for classification, all units on")
    if len(set(state.activations)) > 1 or state.activations[0] not in HIDDEN:
        given = listed(list(state.activations))
        raise ValueError(f"the hidden layers are {given}; by hand both are the same: {listed(list(HIDDEN), 'or')}")
