"""A panel whose picture goes on by itself: play, pause, step, back, reset, speed, and a timeline to drag back."""

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from helpers.widgets.controls import Control, Position, button, slider
from helpers.widgets.frame import Frame
from helpers.widgets.hands import Touch
from helpers.widgets.panel import Panel, Settings
from helpers.widgets.pulse import Pulse
from helpers.widgets.trouble import sentence
from helpers.wording import count

SLICE = 0.02  # seconds of work between two pictures, at most
TIMELINE = 100  # the present; 0 is the start
SPEEDS = (1, 3, 9, 21, 51, 101, 301)  # odd, or what goes up and down from step to step would look smooth
USUAL_SPEED = 21
GENTLE = 9  # where there is no slider for it: slow enough to be watched

PARTS: dict[str, Control] = {
    "play": button("play", "Play"),
    "step": button("step", "Step"),
    "back": button("back", "Back"),
    "reset": button("reset", "Reset"),
    "speed": slider("speed", "speed", SPEEDS, USUAL_SPEED),
    "timeline": slider("timeline", "timeline", range(TIMELINE + 1), TIMELINE),
    "next": button("next", "Next"),
}
USUAL_PARTS = tuple(name for name in PARTS if name != "next")  # a step that is looked at, one at a time


class Playable(Protocol):
    """What a player plays: something that goes on in steps, remembers moments, and can be drawn."""

    @property
    def moments(self) -> int:
        """How many moments it remembers."""

    @property
    def at(self) -> int:
        """The number of the one that is shown."""

    def take(self, settings: Settings) -> None:
        """The controls as they stand now; what differs takes effect at once."""

    def touch(self, touch: Touch) -> None:
        """Something was done to a handle."""

    def advance(self, count: int) -> bool:
        """`count` steps on from the moment that is shown; False where it can't go on."""

    def go_to(self, number: int) -> None:
        """Show a moment; nothing is forgotten until it goes on from there."""

    def reset(self) -> None:
        """Back to the start, for good."""

    def show(self, narrow: bool) -> Frame:
        """The moment that is shown, as a picture."""

    def place(self) -> str:
        """Which moment that is, in a few words."""

    def finished(self) -> Frame:
        """What a file shows, where nothing can be played: how it looks at the end."""


class Player(Panel):
    """`playable` under the buttons and sliders named in `parts`, and the controls that it has besides."""

    def __init__(
        self,
        title: str,
        controls: Sequence[Control],
        playable: Playable,
        parts: Sequence[str] = USUAL_PARTS,
        verb: str = "Play",
        unit: str = "step",
        speed: int = USUAL_SPEED,
    ) -> None:
        """verb: what stands on the button that starts it.  unit, speed: so many steps a picture, and their name."""
        self._playable, self._verb = playable, verb
        self._pulse: Pulse | None = None
        self._asked = 0
        self._seconds_a_step = 1e-4
        paced = replace(PARTS["speed"], texts=[count(n, unit) for n in SPEEDS], start=SPEEDS.index(speed))
        transport = [paced if name == "speed" else PARTS[name] for name in parts]
        super().__init__(title, [*transport, *controls], self._show)
        self._pulse = Pulse(self._loop, self._beat, self._ended)

    @property
    def playing(self) -> bool:
        """Does it go on by itself?"""
        return self._pulse is not None and self._pulse.going

    def close(self) -> None:
        """Stop for good."""
        if self._pulse is not None:
            self._pulse.stop()
        super().close()

    def _receive(self, panel: Any, question: Any, buffers: Any) -> None:
        match question:
            case {"painted": int(number)} if self._pulse is not None:
                self._pulse.painted = max(self._pulse.painted, min(number, self._pulse.sent))
            case _:
                super()._receive(panel, question, buffers)

    def _take(self, question: Any) -> None:
        """What was touched in the last picture, then the controls, then the buttons that were pressed."""
        before = dict(self._positions)
        super()._take(question)
        self._asked = question["asked"]
        self._playable.take(self.settings)
        moved = [name for name, position in self._positions.items() if position != before[name] and name in PARTS]
        for name in moved:
            getattr(self, f"_on_{name}", lambda: None)()
        self._positions = self._positions | self._timeline_now()

    def _touched(self, touch: Touch) -> None:
        self._playable.touch(touch)

    def _on_play(self) -> None:
        assert self._pulse is not None
        if self.playing:
            self._pulse.stop()
        else:
            self._pulse.start()

    def _on_step(self) -> None:
        self._pause()
        self._playable.advance(1)

    def _on_next(self) -> None:
        self._on_step()

    def _on_back(self) -> None:
        self._pause()
        self._playable.go_to(max(self._playable.at - 1, 0))

    def _on_reset(self) -> None:
        self._pause()
        self._playable.reset()

    def _on_timeline(self) -> None:
        self._pause()
        share = int(self.settings["timeline"]) / TIMELINE
        self._playable.go_to(round(share * (self._playable.moments - 1)))

    def _pause(self) -> None:
        assert self._pulse is not None
        self._pulse.stop()

    def _timeline_now(self) -> dict[str, Position]:
        """Where the timeline stands: it is left alone where it means the moment that is shown."""
        if "timeline" not in self._controls:
            return {}
        last, at = self._playable.moments - 1, self._playable.at
        if round(int(self.settings["timeline"]) / TIMELINE * last) == at and not self.playing:
            return {}
        return {"timeline": round(TIMELINE * at / last) if last else TIMELINE}

    def _show(self, _settings: Settings) -> Frame:
        frame = self._playable.show(self._narrow)
        texts = {"play": "Pause" if self.playing else self._verb, "timeline": self._playable.place()}
        return Frame(frame.picture, frame.alt, frame.status, frame.handles, {**frame.texts, **texts})

    def _answered(self, asked: int, trouble: str = "") -> dict[str, Any]:
        frame = self._pulse.sent if self._pulse is not None and self.playing else 0
        return super()._answered(asked, trouble) | {"live": self.playing, "frame": frame}

    def _beat(self) -> bool:
        """A slice of work, and its picture."""
        assert self._pulse is not None
        steps = max(1, min(int(self.settings.get("speed", GENTLE)), int(SLICE / self._seconds_a_step)))
        began = time.perf_counter()
        goes_on = self._playable.advance(steps)
        self._seconds_a_step = (time.perf_counter() - began) / steps
        self._pulse.sent += 1
        self._paint()
        return goes_on

    def _paint(self, trouble: str = "") -> None:
        if self.comm is None:
            return
        self._positions = self._positions | self._timeline_now()
        if not trouble:
            self.frame = self._drawn()
        self.shown = self._answered(self._asked, trouble)

    def _ended(self, error: Exception | None) -> None:
        self._paint(sentence(error) if error else "")

    def _still(self) -> Frame:
        return self._playable.finished()
