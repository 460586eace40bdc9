"""A shallow network that is trained, looked at and touched: what the panels of hidden units play."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from helpers import datasets, deep
from helpers.activations import Activation, as_activation
from helpers.datasets import Dataset
from helpers.explorers import network_handles
from helpers.explorers.network_layout import NARROW, NARROW_PLAIN, WIDE, WIDE_PLAIN, Layout
from helpers.explorers.network_picture import Network, draw
from helpers.explorers.standing import Standing
from helpers.explorers.verdicts import verdict
from helpers.playground.live import LiveTraining
from helpers.playground.state import State
from helpers.plots.style import limits
from helpers.widgets.drawing import Drawing
from helpers.widgets.hands import Plane, Touch
from helpers.widgets.panel import Frame
from helpers.wording import count

EXAMPLES = 200  # to train on, and as many held out
FEAT = 0.9  # of the spirals' points that it never saw
STILL_STEPS, STILL_PICTURES = 2000, 100
USUAL: dict[str, Any] = {
    "units": 4,
    "learning_rate": 1.0,
    "activation": "tanh",
    "data": "flower",
    "scale": 0.3,
    "seed": 0,
}


class LiveNetwork:
    """A network with one hidden layer that is trained, looked at and touched: what the panel plays.

    plain: is it for a first look, without a unit that is enlarged?
    """

    live: LiveTraining
    least = 10  # examples
    examples: Dataset
    activation: Activation

    def __init__(self, plain: bool = False, **settings: Any) -> None:
        self.settings, self.plain = USUAL | settings, plain
        self.unit, self.example, self.layout = 0, 0, self._laid_out(narrow=False)
        self.picked = self.grabbed = False  # an example, by the reader
        self._load()
        self._begin()

    def _load(self) -> None:
        """The examples of the data set as it was drawn."""
        self.examples = datasets.load(self.settings["data"], m=EXAMPLES)
        self.window = limits(np.hstack([self.examples.X, self.examples.X_test]))
        self.X, self.Y, self.example, self.picked = self.examples.X, self.examples.Y, 0, False

    def _begin(self) -> None:
        """A new network on the examples as they are now."""
        wanted, units = self.settings, self.settings["units"]
        self.activation = as_activation(wanted["activation"])
        start = deep.initialize([2, units, 1], 1 + wanted["seed"], wanted["scale"])
        on, unseen = np.ones(units, bool), (self.examples.X_test, self.examples.Y_test)
        how: dict[str, Any] = {"on": (on,), "activations": (wanted["activation"],), "held_out": unseen}
        self._start(State(self.X, self.Y, wanted["learning_rate"], **how), start)
        self.unit = min(self.unit, units - 1)

    def _start(self, state: State, start: Any) -> None:
        self.live, self.stopped = LiveTraining(state, start), False
        self._tried: dict[object, Any] = {}

    @property
    def moments(self) -> int:
        """How many moments the training remembers."""
        return len(self.live.moments)

    @property
    def at(self) -> int:
        """The one that is shown."""
        return self.live.at

    def take(self, settings: Mapping[str, Any]) -> None:
        """A new learning rate goes on with the same network; anything else begins with a new one."""
        before = self.settings
        self.settings = before | {name: settings[name] for name in before if name in settings}
        changed = {name for name in before if self.settings[name] != before[name]}
        if "data" in changed:
            self._load()
        if changed - {"learning_rate"}:
            self._begin()
        elif changed:
            self.change("learning_rate", self.settings["learning_rate"])

    def change(self, what: str, value: Any) -> None:
        """Something is changed while it trains; what came after the moment that is shown is forgotten."""
        self.live.change(what, value)
        self.X, self.Y, self.stopped = self.live.state.points, self.live.state.Y, False

    def touch(self, touch: Touch) -> None:
        """A unit was pressed, or an example was grabbed, moved, added or removed."""
        network_handles.touch(self, touch)

    def sheet(self) -> tuple[Plane, float, float]:
        """The plane of the answer, and width and height of the picture."""
        return Plane(self.layout.answer, self.window), self.layout.width, self.layout.height

    def new_label(self, x1: float, x2: float) -> float:
        """The kind that the network does not expect there."""
        return 0.0 if self.live.answers(np.array([[x1], [x2]])).item() > 0.5 else 1.0

    def advance(self, count: int) -> bool:
        """Train on; False where the cost would be no number."""
        self.stopped = not self.live.advance(count)
        return not self.stopped

    def go_to(self, number: int) -> None:
        """Show a moment; the learning rate is what it was then."""
        self.live.go_to(number)
        self.settings = self.settings | {"learning_rate": self.live.state.learning_rate}
        self.X, self.Y, self.stopped = self.live.state.points, self.live.state.Y, False

    def reset(self) -> None:
        """The same start again, with the examples, units and learning rate of now."""
        self._start(self.live.state, self.live.start)

    def place(self) -> str:
        """How many steps were taken."""
        return f"step {self.live.step:,}"

    def standing(self) -> Standing:
        """What can be said of it."""
        return Standing(self.live, self.stopped, "step", self._tried)

    def network(self) -> Network:
        """What is drawn of it."""
        live, state = self.live, self.live.state
        moments = live.moments[: live.at + 1]
        curves = [np.array([moment[column] for moment in moments]) for column in range(3)]  # epoch, cost, held out
        chosen = self.unit, self.example % state.m, self.picked
        return Network(live.params, self.activation, state.on[0], state.points, state.Y, self.window, *chosen, *curves)

    def _laid_out(self, narrow: bool) -> Layout:
        if self.plain:
            return NARROW_PLAIN if narrow else WIDE_PLAIN
        return NARROW if narrow else WIDE

    def drawing(self, narrow: bool) -> Drawing:
        """The picture."""
        layout = self._laid_out(narrow)
        return Drawing(layout.width, layout.height, draw(self.network(), layout))

    def show(self, narrow: bool) -> Frame:
        """The picture, its words, and what can be touched."""
        layout = self.layout = self._laid_out(narrow)
        network, status = self.network(), self.told()
        units = count(len(self.live.params[0][0]), "hidden unit")
        rest = "cost curve" if self.plain else "cost curve, one unit enlarged"
        alt = f"Two inputs, {units} with a map each, the answer over the plane, {rest}. {status}"
        return Frame(self.drawing(narrow), alt, status, network_handles.handles(network, layout))

    def told(self) -> str:
        """The status line: how far it came, how often it is right, and what stands out."""
        standing = self.standing()
        unseen = f"{standing.on_test:.0%} of {self.examples.Y_test.shape[1]} unseen points"
        right = f"right on {standing.on_train:.0%} of the points shown, on {unseen}"
        said = verdict(standing) or self._feat(standing)
        if self.live.step == 0:
            return f"Not trained yet: {right}. {said or 'Press Play.'}"
        return f"Step {self.live.step:,}: {right}. {said}".strip()

    def _feat(self, standing: Standing) -> str:
        if self.settings["data"] != "spirals" or standing.on_test < FEAT:
            return ""
        return f"The spirals with {count(standing.units, 'hidden unit')}! Can you do it with fewer?"

    def finished(self) -> Frame:
        """As it looks after some training, for readers who can't play."""
        done = LiveNetwork(self.plain, **self.settings)
        for _ in range(STILL_PICTURES):
            done.advance(STILL_STEPS // STILL_PICTURES)
        return done.show(narrow=False)
