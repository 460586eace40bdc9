"""What can be changed in a training that is under way, and what the next step starts from then."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np

from helpers.parameters import Parameters
from helpers.validation import Array


@dataclass(frozen=True, eq=False)
class State:
    """What is trained on what: parameters apart, all that decides where the next step leads.

    on: (n1,) of bool.  A hidden unit that is off is not there: neither heard by the output nor trained.
    """

    X: Array
    Y: Array
    learning_rate: float
    on: Array


class Event(NamedTuple):
    """A change, and after how many steps it took effect."""

    step: int
    what: str  # "learning_rate", "move", "add", "remove" or "switch"
    value: Any


def changed(state: State, event: Event) -> State:
    """The state after an event.

    learning_rate: the new one.  move: (k, x1, x2): example k goes there.  add: (x1, x2, y).  remove: example k.
    switch: unit k goes off, or on again.
    """
    match event.what, event.value:
        case "learning_rate", rate:
            return replace(state, learning_rate=rate)
        case "move", (k, *point):
            X = state.X.copy()
            X[:, k] = point
            return replace(state, X=X)
        case "add", (*point, y):
            return replace(state, X=np.column_stack([state.X, point]), Y=np.append(state.Y, [[y]], axis=1))
        case "remove", k:
            return replace(state, X=np.delete(state.X, k, axis=1), Y=np.delete(state.Y, k, axis=1))
        case "switch", k:
            on = state.on.copy()
            on[k] = not on[k]
            return replace(state, on=on)
    raise ValueError(f"there is no change {event.what!r}; there are learning_rate, move, add, remove and switch")


def units_on(params: Parameters, on: Array) -> Parameters:
    """The network of one hidden layer without the units that are off."""
    (W1, b1), (W2, b2) = params
    return Parameters([(W1[on], b1[on]), (W2[:, on], b2)])


def put_back(params: Parameters, on: Array, trained: Parameters) -> None:
    """Write what was trained into the rows and columns of the units that are on."""
    (W1, b1), (W2, b2) = params
    W1[on], b1[on] = trained[0]
    W2[:, on], b2[:] = trained[1]


def same_thing(before: Event, now: Event) -> bool:
    """Do both change one thing, at one step?  Then only the later counts."""
    if before[:2] != now[:2]:
        return False
    return now.what == "learning_rate" or (now.what == "move" and before.value[0] == now.value[0])


def state_after(state: State, log: Sequence[Event]) -> State:
    """The state after all events of a log."""
    for event in log:
        state = changed(state, event)
    return state
