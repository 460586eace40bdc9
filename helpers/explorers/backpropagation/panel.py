"""The panel: Back and Next along the way, numbers to choose and change, a step of descent, one's own backward."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from helpers.activations import relu, sigmoid, tanh
from helpers.explorers.backpropagation import changes, handles
from helpers.explorers.backpropagation.layout import NARROW, WIDE
from helpers.explorers.backpropagation.own_backward import Finding, compared
from helpers.explorers.backpropagation.passes import FORWARD, WAY, Index, Passes, usual
from helpers.explorers.backpropagation.picture import Scene, draw
from helpers.explorers.backpropagation.sums import made, number
from helpers.validation import Function
from helpers.widgets.drawing import Drawing
from helpers.widgets.hands import Touch
from helpers.widgets.panel import Frame, button, choice
from helpers.widgets.player import Player
from helpers.wording import decimal

EXAMPLES = ("1", "2", "3", "all three")
HIDDEN = {g.name: g for g in (relu, tanh, sigmoid)}
LEARNING_RATE = 0.5
STEP = 0.1  # by which a number is changed
STILL = "dA1"  # shown where nothing can be pressed
BUTTONS = ("descend", "more", "less")


class ByHand:
    """What the panel plays: the way through the arrays, on one example or all of them."""

    def __init__(self, backward: Function | None = None, start: Passes | None = None) -> None:
        self.backward, self.start = backward, start or usual()
        self.settings: dict[str, Any] = {"example": "1", "hidden": self.start.hidden.name, "number": changes.NAMES[0]}
        self.settings |= dict.fromkeys(BUTTONS, 0)
        self.reset()
        self._go_to_the_first_that_differs()

    def reset(self) -> None:
        """The first weights, inputs and targets, and the start of the way."""
        self.all = replace(self.start, hidden=HIDDEN[self.settings["hidden"]])
        self.at, self.index, self.said = 0, (0, 0), ""

    def _go_to_the_first_that_differs(self) -> None:
        name = self.finding.name
        if name:
            self.at, self.index = WAY.index(name), self.finding.index

    @property
    def moments(self) -> int:
        """How many arrays there are."""
        return len(WAY)

    @property
    def name(self) -> str:
        """The array that is reached."""
        return WAY[self.at]

    @property
    def example(self) -> int:
        """The one whose inputs and target can be changed."""
        return EXAMPLES.index(self.settings["example"]) if self.settings["example"] in EXAMPLES[:3] else 0

    @property
    def passes(self) -> Passes:
        """The network on what is shown: one example, or all."""
        if self.settings["example"] == EXAMPLES[-1]:
            return self.all
        one = slice(self.example, self.example + 1)
        return replace(self.all, X=self.all.X[:, one], Y=self.all.Y[:, one])

    @property
    def finding(self) -> Finding:
        """What is to be said of a learner's own backward."""
        return compared(self.passes, self.backward) if self.backward else Finding("")

    def take(self, settings: Mapping[str, Any]) -> None:
        """A new example or activation is shown at once; buttons change the chosen number, or take a step."""
        before, self.settings = self.settings, dict(settings)
        pressed = [name for name in BUTTONS if settings[name] != before[name]]
        self.said = "" if pressed or settings != before else self.said
        if settings["hidden"] != before["hidden"]:
            self.all = replace(self.all, hidden=HIDDEN[settings["hidden"]])
        for name in pressed:
            self._descend() if name == "descend" else self.change(STEP if name == "more" else -STEP)

    def _descend(self) -> None:
        before = self.passes.cost
        self.all = replace(self.all, params=self.passes.stepped(LEARNING_RATE).params)
        what = "cost" if self.passes.m > 1 else "loss"
        self.said = f"One step at rate {LEARNING_RATE}: the {what} goes from {before:.4f} to {self.passes.cost:.4f}."

    def change(self, by: float) -> None:
        """Move the chosen number; a target turns from 0 to 1 and back."""
        self.all = changes.changed(self.all, self.settings["number"], self.example, by)

    def touch(self, touch: Touch) -> None:
        """A unit, a connection, or an entry of the result was pressed; arrow keys change a weight or an input."""
        handles.touch(self, touch)

    def choose(self, name: str, index: Index) -> None:
        """Go to an array and one of its entries."""
        self.at, self.index = WAY.index(name), index

    def advance(self, count: int) -> bool:
        """On to the next array; False at the end."""
        self.go_to(min(self.at + count, len(WAY) - 1))
        return self.at < len(WAY) - 1

    def go_to(self, number: int) -> None:
        """Show an array."""
        self.at = number

    def place(self) -> str:
        """Which array that is."""
        return f"{self.name}, {self.at + 1} of {len(WAY)}"

    def scene(self, known: int | None = None) -> Scene:
        """What is drawn; the chosen entry stays within its array."""
        passes, finding = self.passes, self.finding
        rows, columns = passes.arrays[self.name].shape
        index = self.index[0] % rows, self.index[1] % columns
        return Scene(passes, self.name, index, self.at + 1 if known is None else known, finding.wrong or {})

    def show(self, narrow: bool) -> Frame:
        """The picture, its words, and what can be touched."""
        scene, layout = self.scene(), NARROW if narrow else WIDE
        status = self.told(scene)
        drawing = Drawing(layout.width, layout.height, draw(scene, layout))
        return Frame(drawing, f"A 2-2-2-1 network with its numbers. {status}", status, handles.handles(self, layout))

    def told(self, scene: Scene) -> str:
        """The status line: the formula, the sum of the chosen entry, its nudge, what is blocked, one's own backward."""
        how, value = made(scene.passes, scene.name, scene.index), scene.passes.arrays[scene.name][scene.index]
        entry = f"Entry [{scene.index[0]}, {scene.index[1]}]: {how.sum} = {number(value)} ({how.words})."
        nudged = ""
        if scene.name not in FORWARD:
            nudged = f"By nudging: {decimal(scene.passes.by_nudging(scene.name, scene.index), 5)}."
        parts = [
            f"{scene.name} = {how.formula}.",
            entry,
            nudged,
            changes.why_blocked(scene),
            self.finding.sentence,
            self.said,
        ]
        return " ".join(filter(None, parts))

    def finished(self) -> Frame:
        """For readers who can't play: every number of the way, and how one error is made of two paths."""
        done = ByHand(self.backward, self.start)
        done.choose(STILL, (0, 0))
        scene = done.scene(known=len(WAY))
        drawing = Drawing(WIDE.width, WIDE.height, draw(scene, WIDE))
        return Frame(drawing, f"A 2-2-2-1 network, one example, all its numbers. {done.told(scene)}")


class _Panel(Player):
    """A player whose list of numbers follows what is touched in the picture."""

    def _touched(self, touch: Touch) -> None:
        super()._touched(touch)
        chosen = changes.NAMES.index(self._playable.settings["number"])  # type: ignore[attr-defined]
        self._positions = self._positions | {"number": chosen}


def backpropagation_by_hand(backward: Function | None = None, start: Passes | None = None) -> Player:
    """Follow every number of a 2-2-2-1 network forward and back.

    backward: one's own, called as backward(dZ, caches, activations); its first number that differs is marked.
    start: the network and its three examples; None: the usual ones.
    """
    playable = ByHand(backward, start)
    controls = [
        choice("example", "example", EXAMPLES, start="1"),
        choice("hidden", "hidden layers", list(HIDDEN), start=playable.settings["hidden"]),
        choice("number", "number to change", changes.NAMES, start=changes.NAMES[0]),
        button("less", f"− {STEP}"),
        button("more", f"+ {STEP}"),
        button("descend", "Descend"),
    ]
    return _Panel("Back-propagation by hand", controls, playable, ["back", "next", "reset"])
