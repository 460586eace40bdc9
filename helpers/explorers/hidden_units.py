"""Panels of hidden units: a shallow network that trains before one's eyes, and can be touched while it does."""

from typing import Any

import numpy as np

from helpers.explorers.live_network import LiveNetwork
from helpers.widgets.panel import button, choice, slider
from helpers.widgets.player import Player
from helpers.wording import rounded

UNITS = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30, 50)
RATES = np.geomspace(0.01, 10, 31)
SCALES = (0.0, 0.01, 0.1, 0.3, 1.0, 3.0, 10.0)
ACTIVATIONS = ("tanh", "relu", "leaky_relu", "sigmoid", "identity")
DATA = ("flower", "moons", "circles", "xor", "spirals")


class HiddenUnitsExplorer(Player):
    """A player whose control of the learning rate says what it was at the moment that is shown."""

    _playable: LiveNetwork

    def _take(self, question: Any) -> None:
        super()._take(question)
        self._follow({"learning_rate": self._playable.settings["learning_rate"]})


def first_network() -> Player:
    """A network that learns at a press: Play, and how many hidden units it has."""
    units = slider("units", "hidden units", range(1, 9), start=4)
    return Player("A network learns", [units], LiveNetwork(plain=True), ["play"])


def guided_hidden_units() -> Player:
    """With less to choose from, to begin with: units, data, and the way back."""
    controls = [
        slider("units", "hidden units", range(1, 13), start=1),
        choice("data", "data set", DATA, start="xor"),
    ]
    return Player("Hidden units, one by one", controls, LiveNetwork(units=1, data="xor"), ["play", "reset", "timeline"])


def hidden_units_explorer() -> Player:
    """Everything: units, learning rate, activation, data set, scale of the first weights, and the start."""
    controls = [
        slider("units", "hidden units", UNITS, start=4),
        slider("learning_rate", "learning rate", RATES.tolist(), start=1.0, text=rounded),
        choice("activation", "activation", ACTIVATIONS, start="tanh"),
        choice("data", "data set", DATA, start="flower"),
        slider("scale", "first weights", SCALES, start=0.3),
        button("seed", "another start"),
    ]
    return HiddenUnitsExplorer("Hidden-units explorer", controls, LiveNetwork())
