"""What the controls stand for: settings, from where they stand and from what was touched."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from helpers.playground.changes import RULE
from helpers.playground.points import TASKS
from helpers.playground.settings import Settings
from helpers.playground.state import State
from helpers.validation import Array

NAMES = {
    ("function", "classification"): "a function: above, below",
    ("own", "classification"): "your own points",
    ("function", "regression"): "values of a function",
    ("own", "regression"): "your own values",
}
DRAWN = ("noise", "train_share", "function")
SEEDS = {"new_points": "data_seed", "new_start": "seed"}  # a press is another seed
NO_PRESET = "none"
FOLLOWING = ("preset", "source", *RULE, *DRAWN, "initialization")  # controls that a preset moves
CLICKS = ("against the answer", "circle, or low", "triangle, or high")
ADDED = {
    "classification": ("a point against the answer", "a circle", "a triangle"),
    "regression": ("a value against the answer", "a value of −1", "a value of 1"),
}  # the same for each task


def _name(data: str, task: str) -> str:
    return NAMES.get((data, task), data if task == "classification" else f"{data}, a value")


SOURCES = {_name(data, task): (data, task) for task, names in TASKS.items() for data in names}


def source_of(settings: Settings, touched: bool = False) -> str:
    """What the list of data says; points that were touched are the reader's own."""
    return _name("own" if touched else settings.data, settings.task)


def added(click: str, task: str) -> str:
    """What a click adds, in words; click: one of CLICKS."""
    return ADDED[task][CLICKS.index(click)]


def standing(settings: Settings) -> dict[str, Any]:
    """Where the controls of these settings stand."""
    return {"source": source_of(settings)} | {
        name: getattr(settings, name) for name in (*RULE, *DRAWN, "initialization")
    }


def taken(now: Settings, state: State, changed: Mapping[str, Any], pressed: Mapping[str, int]) -> Settings:
    """The settings of now with what was changed; pressed: how often each button of a seed was."""
    new = {name: value for name, value in changed.items() if name in {*RULE, *DRAWN, "initialization"}}
    new |= {SEEDS[name]: getattr(now, SEEDS[name]) + times for name, times in pressed.items()}
    if "source" in changed:
        data, task = SOURCES[changed["source"]]
        new |= {"data": data, "task": task} | (_few(state, task) if data == "own" else {})
    elif now.data == "own" and ("train_share" in changed or "new_points" in pressed):
        new |= {"points": [*now.points, *now.held_out], "held_out": ()}  # to be parted anew
    return replace(now, **new)


def settings_of(state: State, settings: Settings, touched: bool) -> Settings:
    """The settings of a training as it is.  touched: were points moved, added or removed by hand?"""
    hidden = tuple(zip(state.hidden, state.activations, strict=True))
    rule = {name: getattr(state, name) for name in RULE}
    own = {"data": "own", **_own(state, state.task)} if touched else {}
    return replace(settings, features=state.features, hidden=hidden, **rule, **own)


def _few(state: State, task: str) -> dict[str, Any]:
    """To begin with points of one's own: the first two of each class, shown and held out, or of each half of values."""
    shown, unseen = (_first(*each) for each in ((state.points, state.Y), state.held_out or (state.points, state.Y)))
    if task == "regression" and state.task == "classification":
        shown, unseen = ((points, 2 * Y - 1) for points, Y in (shown, unseen))
    return {"points": _rows(*shown, task), "held_out": _rows(*unseen, task)}


def _first(points: Array, Y: Array) -> tuple[Array, Array]:
    order = np.argsort(Y[0], kind="stable")
    kept = [*order[:2], *order[-2:]]
    return points[:, kept], Y[:, kept]


def _own(state: State, task: str) -> dict[str, Any]:
    """The points of now as a list, in the labels of a task."""
    both = {"points": (state.points, state.Y), "held_out": state.held_out}
    return {name: _rows(*each, task) for name, each in both.items() if each is not None}


def _rows(points: Array, Y: Array, task: str) -> list[list[float]]:
    if task == "classification":
        Y = np.where(Y > 0.5, 1.0, 0.0)
    rows: list[list[float]] = np.vstack([points, Y]).T.tolist()
    return rows
