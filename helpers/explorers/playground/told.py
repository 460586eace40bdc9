"""What is said below the playground: how far it came, how often it is right, and what one's own gradient is worth."""

from typing import Any

import numpy as np

from helpers.explorers.playground.scene import Scene
from helpers.metrics import accuracy
from helpers.playground.features import inputs
from helpers.playground.layers import units_on
from helpers.playground.live import LiveTraining
from helpers.playground.presets import PRESETS
from helpers.training.fitting import quick
from helpers.validation import Array
from helpers.wording import count, rounded


def answers(live: LiveTraining, points: Array) -> Array:
    """(1, m): what the network answers at points (2, m)."""
    X = inputs(points, live.state.features)
    with quick():
        return live.model.answer(live.model.forward(units_on(live.params, live.state.on), X))


def form(scene: Scene) -> str:
    """The picture in a sentence."""
    layers = ", ".join(f"{count(n, 'unit')} {g.name}" for n, g in zip(scene.sizes, scene.activations, strict=False))
    hidden = f"hidden layers of {layers}" if scene.sizes else "no hidden layer"
    rest = "the answer over the plane, curves of the cost, gradients by layer, a histogram of the weights"
    return f"A network with the inputs {', '.join(scene.features)}, {hidden}; {rest}."


def told(game: Any) -> str:
    """The status line."""
    live = game.live
    parts = [f"Epoch {live.step:,}:" if live.step else "Not trained yet:", _right(live)]
    if game.stopped:
        parts.append("The next step would make the cost infinite: the learning rate is too large.")
    if game.controls["preset"] in PRESETS:
        parts.append(PRESETS[game.controls["preset"]].reason)
    if game.watch and game.controls.get("check", True):
        parts.append(str(game.watch))
    return " ".join(parts)


def _right(live: LiveTraining) -> str:
    state = live.state
    seen = _score(live, state.points, state.Y)
    if state.held_out is None or not state.held_out[1].size:
        return f"{seen} on {count(state.m, 'training point')}."
    unseen = _score(live, *state.held_out)
    return f"{seen} on {count(state.m, 'training point')}, {unseen} on {state.held_out[1].size} held out."


def _score(live: LiveTraining, points: Array, Y: Array) -> str:
    A = answers(live, points)
    if live.state.task == "classification":
        return f"{accuracy(A > 0.5, Y):.0%} right"
    return f"mean squared error {rounded(float(np.mean((A - Y) ** 2)))}"
