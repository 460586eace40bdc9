"""The playground itself: a network of any depth that is trained, looked at and touched; what the panel plays."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from helpers.explorers.playground import chosen, taking, touches
from helpers.explorers.playground.layout import NARROW, WIDE
from helpers.explorers.playground.showing import frame
from helpers.playground.changes import RULE
from helpers.playground.live import LiveTraining
from helpers.playground.own_points import FEWEST
from helpers.playground.settings import Settings
from helpers.playground.state import Functions
from helpers.playground.watch import Watch
from helpers.plots.style import limits
from helpers.validation import Array
from helpers.widgets.hands import Plane, Touch
from helpers.widgets.panel import Frame

STILL_EPOCHS = 200


class Playground:
    """A network of any depth that is trained, looked at and touched.

    settings: what it began with, and how its examples were drawn since; the state of `live` has the rule and the form
    of now.  functions: a learner's own.
    """

    live: LiveTraining
    watch: Watch | None
    least = FEWEST

    def __init__(self, settings: Settings, functions: Functions | None = None) -> None:
        self.settings, self.functions = settings, functions
        self.controls = chosen.standing(settings) | dict.fromkeys(chosen.SEEDS, 0)
        self.layout = WIDE
        self.begin()

    def begin(self) -> None:
        """A new network, on new examples."""
        self.controls |= {"preset": chosen.NO_PRESET, "source": chosen.source_of(self.settings)}
        self.drawn = self.settings.examples()
        self._start(self.settings.begin(self.drawn, self.functions))
        self._face_examples()

    def _face_examples(self) -> None:
        """New ones: all of them are in the window, and none is chosen."""
        self.window = limits(np.hstack([self.X, *self.unseen()[:1]]))
        self.picked, self.grabbed, self.example = False, False, 0

    def _start(self, live: LiveTraining) -> None:
        self.live, self.stopped = live, False
        self.watch = Watch() if self.functions else None
        self.shown: tuple[int, int] | None = None
        self.weight: tuple[int, int, int] | None = None
        self.tried: dict[object, Any] = {}

    def unseen(self) -> tuple[Array, ...]:
        """The points held out and their labels, if there are some."""
        held_out = self.live.state.held_out
        return held_out if held_out is not None and held_out[1].size else ()

    @property
    def X(self) -> Array:
        """Where the examples are, (2, m)."""
        return self.live.state.points

    @property
    def Y(self) -> Array:
        """What they are, (1, m)."""
        return self.live.state.Y

    @property
    def moments(self) -> int:
        """How many moments the training remembers."""
        return len(self.live.moments)

    @property
    def at(self) -> int:
        """The one that is shown."""
        return self.live.at

    def take(self, settings: Mapping[str, Any]) -> None:
        """What was set takes effect."""
        taking.take(self, settings)

    def draw_anew(self) -> None:
        """Other examples for the same network."""
        self.drawn = self.settings.examples()
        self.change("examples", (self.drawn.points, self.drawn.Y, (self.drawn.points_test, self.drawn.Y_test)))
        self._face_examples()

    def now(self) -> Settings:
        """The settings of a playground that begins with this network's form, these examples and this rule."""
        return chosen.settings_of(self.live.state, self.settings, self.touched)

    @property
    def touched(self) -> bool:
        """Were points moved, added or removed by hand?  Then they are the reader's own."""
        return self.X is not self.drawn.points

    def change(self, what: str, value: Any) -> None:
        """Something is changed while it trains; what came after the moment that is shown is forgotten."""
        self.live.change(what, value)
        self.controls |= {"preset": chosen.NO_PRESET, "source": chosen.source_of(self.settings, self.touched)}
        self.stopped = False
        if what.startswith(("add_", "remove_")):
            self.shown = self.weight = None
        if self.watch:
            self.watch = Watch()

    def _meet_another(self) -> None:
        """Changes lie between what was shown and what is: the form, the examples or the rule may be others."""
        self.shown = self.weight = None
        self.watch = Watch() if self.functions else None
        self.grabbed = False
        self.controls |= {name: getattr(self.live.state, name) for name in RULE}
        self.controls["source"] = chosen.source_of(self.settings, self.touched)

    def new_draw(self) -> int:
        """The seed of what is drawn next: no two are alike."""
        return 1000 * self.settings.seed + len(self.live.log)

    def touch(self, touch: Touch) -> None:
        """Something in the picture was touched."""
        touches.touch(self, touch)

    def sheet(self) -> tuple[Plane, float, float]:
        """The plane, and width and height of the picture."""
        return Plane(self.layout.plane, self.window), self.layout.width, self.layout.height

    @property
    def click(self) -> str:
        """What a click adds."""
        return str(self.controls.get("click", chosen.CLICKS[0]))

    def new_label(self, x1: float, x2: float) -> float:
        """What a click adds there."""
        low = 0.0 if self.settings.task == "classification" else -1.0
        click = self.click
        if click == chosen.CLICKS[0]:
            answer = self.live.answers(np.array([[x1], [x2]])).item()
            return low if answer > (low + 1) / 2 else 1.0
        return 1.0 if click == chosen.CLICKS[2] else low

    def advance(self, count: int) -> bool:
        """Train on; False where the cost would be no number."""
        if self.watch:  # before the steps: a wrong gradient may lead to where none can be checked
            self.watch.look(self.live)
        self.stopped = not self.live.advance(count)
        return not self.stopped

    def go_to(self, number: int) -> None:
        """Show a moment; the rule of learning is what it was then, and the controls say so."""
        here, there = self.live.moments[self.at].events, self.live.moments[number].events
        self.live.go_to(number)
        self.stopped = False
        if there != here:
            self._meet_another()

    def reset(self) -> None:
        """A network of the same form at its start, with the examples and the rule of now."""
        self._start(self.now().train(self.live.state, self.functions))

    def place(self) -> str:
        """How many epochs there were."""
        return f"epoch {self.live.step:,}"

    def show(self, narrow: bool) -> Frame:
        """The picture, its words, and what can be touched."""
        self.layout = NARROW if narrow else WIDE
        return frame(self)

    def finished(self) -> Frame:
        """As it looks after some training, for readers who can't play."""
        done = Playground(self.now(), self.functions)
        done.controls = dict(self.controls)
        for _ in range(STILL_EPOCHS // 20):
            done.advance(20)
        frame = done.show(narrow=False)
        return replace(frame, alt=f"{frame.alt} Run this cell to train it yourself.")
