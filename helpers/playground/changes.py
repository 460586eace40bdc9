"""What can be changed in a training that is under way, and what the next step starts from then."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from helpers.parameters import Parameters
from helpers.playground import layers
from helpers.playground.features import FEATURES
from helpers.playground.state import State


class Event(NamedTuple):
    """A change, and after how many epochs it took effect."""

    step: int
    what: str
    value: Any


class Present(NamedTuple):
    """What there is: the state and the parameters."""

    state: State
    params: Parameters


def changed(present: Present, event: Event) -> Present:
    """What there is after an event; parameters that change are new ones.

    The values of CHANGES are named in the functions below, layers, units and examples counted from 0; of
    learning_rate, batch_size, optimizer, l2 and keep it is the new one.
    """
    if event.what in RULE:
        return present._replace(state=replace(present.state, **{event.what: event.value}))
    if event.what not in CHANGES:
        raise ValueError(f"there is no change {event.what!r}; there are {', '.join([*RULE, *CHANGES])}")
    value = event.value if isinstance(event.value, tuple) else (event.value,)
    return CHANGES[event.what](present, *value)


def changed_by(log: Sequence[Event], present: Present) -> Present:
    """What there is after all events of a log, had nothing been trained."""
    for event in log:
        present = changed(present, event)
    return present


def same_thing(before: Event, now: Event) -> bool:
    """Do both set one thing, at one step?  Then only the later counts."""
    if before[:2] != now[:2]:
        return False
    match now.what:
        case "move" | "activation":
            return bool(before.value[0] == now.value[0])
        case "weight":
            return bool(before.value[:3] == now.value[:3])
    return now.what in RULE or now.what == "examples"


def forgets(event: Event) -> bool:
    """Does the optimiser begin anew?  What it remembers belongs to the numbers that were there before."""
    return event.what in {"optimizer", "keep", "switch"} or event.what.startswith(("add_", "remove_"))


def _move(present: Present, k: int, x1: float, x2: float) -> Present:
    points = present.state.points.copy()
    points[:, k] = x1, x2
    return present._replace(state=replace(present.state, points=points))


def _add(present: Present, x1: float, x2: float, y: float) -> Present:
    state = present.state
    points, Y = np.column_stack([state.points, (x1, x2)]), np.append(state.Y, [[y]], axis=1)
    return present._replace(state=replace(state, points=points, Y=Y))


def _remove(present: Present, k: int) -> Present:
    state = present.state
    points, Y = np.delete(state.points, k, axis=1), np.delete(state.Y, k, axis=1)
    return present._replace(state=replace(state, points=points, Y=Y))


def _examples(present: Present, points: Any, Y: Any, held_out: Any) -> Present:
    return present._replace(state=replace(present.state, points=points, Y=Y, held_out=held_out))


def _switch(present: Present, layer: int, unit: int) -> Present:
    on = present.state.on[layer].copy()
    on[unit] = not on[unit]
    return present._replace(state=replace(present.state, on=_replaced(present.state.on, layer, on)))


def _weight(present: Present, layer: int, unit: int, source: int, value: float) -> Present:
    """source: a unit of the layer before; -1: the bias."""
    params = present.params.copy()
    W, b = params[layer]
    if source < 0:
        b[unit] = value
    else:
        W[unit, source] = value
    return present._replace(params=params)


def _activation(present: Present, layer: int, name: str) -> Present:
    activations = _replaced(present.state.activations, layer, name)
    return present._replace(state=replace(present.state, activations=activations))


def _add_unit(present: Present, layer: int, draw: int) -> Present:
    state, params = present
    on = _replaced(state.on, layer, np.append(state.on[layer], True))
    return Present(replace(state, on=on), layers.add_unit(params, layer, draw))


def _remove_unit(present: Present, layer: int, unit: int) -> Present:
    state, params = present
    left = np.delete(state.on[layer], unit)
    if not left.any():
        raise ValueError(f"unit {unit + 1} is the last of layer {layer + 1} that is on; remove the layer")
    return Present(replace(state, on=_replaced(state.on, layer, left)), layers.remove_unit(params, layer, unit))


def _add_layer(present: Present, layer: int, activation: str) -> Present:
    state, params = present
    new = layers.add_layer(params, layer)
    on, activations = list(state.on), list(state.activations)
    on.insert(layer, np.ones(len(new[layer][0]), bool))
    activations.insert(layer, activation)
    return Present(replace(state, on=tuple(on), activations=tuple(activations)), new)


def _remove_layer(present: Present, layer: int) -> Present:
    state, params = present
    on = state.on[:layer] + state.on[layer + 1 :]
    activations = state.activations[:layer] + state.activations[layer + 1 :]
    return Present(replace(state, on=on, activations=activations), layers.remove_layer(params, layer))


def _add_feature(present: Present, name: str) -> Present:
    """It stands where it stands in FEATURES."""
    state, params = present
    features = tuple(each for each in FEATURES if each in (*state.features, name))
    return Present(replace(state, features=features), layers.add_input(params, features.index(name)))


def _remove_feature(present: Present, name: str) -> Present:
    state, params = present
    features = tuple(each for each in state.features if each != name)
    return Present(replace(state, features=features), layers.remove_input(params, state.features.index(name)))


def _replaced(values: tuple[Any, ...], layer: int, value: Any) -> tuple[Any, ...]:
    return (*values[:layer], value, *values[layer + 1 :])


RULE = ("learning_rate", "batch_size", "optimizer", "l2", "keep")
CHANGES: dict[str, Callable[..., Present]] = {
    "move": _move,
    "add": _add,
    "remove": _remove,
    "examples": _examples,
    "switch": _switch,
    "weight": _weight,
    "activation": _activation,
    "add_unit": _add_unit,
    "remove_unit": _remove_unit,
    "add_layer": _add_layer,
    "remove_layer": _remove_layer,
    "add_feature": _add_feature,
    "remove_feature": _remove_feature,
}
