"""One small widget for every interactive panel: named native controls, one picture, a status line.

A panel is a plain function of its settings that returns a `Frame`; `panel.js`, the same for all, shows it.
The page has at most one question under way and the kernel answers the newest, so nothing queues, however fast
a slider is dragged.  Answers are worked out on the kernel's own loop, between cells, never beside one.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar, TypeAlias

import anywidget
import traitlets

from helpers.plots.figure_html import figure_html
from helpers.plots.rendering import png
from helpers.widgets.blitting import stacked
from helpers.widgets.controls import Control, Position, button, choice, field, ink, slider, toggle
from helpers.widgets.drawing import COLOURS
from helpers.widgets.frame import Frame
from helpers.widgets.hands import MOST, Touch
from helpers.widgets.trouble import sentence

__all__ = ["Frame", "Panel", "Touch", "button", "choice", "field", "ink", "slider", "toggle"]

Settings: TypeAlias = dict[str, Any]


def _read(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


class Panel(anywidget.AnyWidget):
    """A group of controls called `title` over the picture that `draw(settings)` returns.

    `settings` maps the name of each control to its value.  Running a cell again closes the panel of the same
    title that it made before.  Where there is no kernel (GitHub, nbconvert) the picture is shown, as a static one is.
    """

    _esm = "".join(map(_read, ("controls.js", "ink.js", "screens.js", "hands.js", "panel.js")))
    _css = _read("panel.css")
    _ipython_display_ = None  # ipywidgets 7 has one, which leaves the picture out
    _open: ClassVar[dict[str, "Panel"]] = {}

    title = traitlets.Unicode().tag(sync=True)
    controls: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    colours: "traitlets.Dict[str, Any]" = traitlets.Dict(COLOURS).tag(sync=True)
    shown: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        title: str,
        controls: Sequence[Control],
        draw: Callable[[Settings], Frame],
        touch: Callable[[Touch], object] | None = None,
        in_a_file: Settings | None = None,
    ) -> None:
        """draw: called with {name: value} at each change; if it raises, the picture dims and the status says why.

        touch: called before, with whatever was done to a handle of the last frame.  in_a_file: settings that differ
        where nothing can be moved: the end of what is played, for instance.
        """
        self._in_a_file = in_a_file or {}
        self._controls = {control.name: control for control in controls}
        if len(self._controls) < len(controls):
            raise ValueError(f"two controls of {title!r} have the same name; each needs its own")
        self._positions = {control.name: control.start for control in controls}
        self._narrow = False
        self._draw, self._touch, self._loop, self._questions = draw, touch, _running_loop(), deque[Any](maxlen=1)
        self.frame = self._drawn()
        super().__init__(title=title, controls=[c.declared() for c in controls], shown=self._answered(0))
        self.on_msg(self._receive)
        if title in Panel._open:
            Panel._open[title].close()
        Panel._open[title] = self

    @property
    def settings(self) -> Settings:
        """The value of each control, by name."""
        return {name: control.value(self._positions[name]) for name, control in self._controls.items()}

    def _follow(self, values: Settings) -> None:
        """These controls stand at these values from now on, though the reader did not move them."""
        stand = {name: self._controls[name].position(value) for name, value in values.items()}
        self._positions = self._positions | stand

    def _drawn(self) -> Frame:
        with stacked(self._narrow):
            frame = self._draw(self.settings)
        if not isinstance(frame, Frame):
            raise TypeError(f"draw returned {frame!r:.40}; it must return a Frame")
        return frame

    def _receive(self, _panel: Any, question: Any, _buffers: Any) -> None:
        """From the page, on any thread: keep the newest question; it is answered as soon as no cell runs.

        A page that waits is told at once whether that is why.
        """
        match question:
            case {"asked": int(), "positions": dict()}:
                self._questions.append(question)
            case {"waiting": True}:
                self.send({"busy": bool(self._questions)})
        if self._loop is None:
            self._answer()
        else:
            self._loop.call_soon_threadsafe(self._answer)

    def _answer(self) -> None:
        if not self._questions:  # it gave way to a newer one
            return
        question, trouble = self._questions.pop(), ""
        self._narrow = question.get("narrow") is True
        try:
            self._take(question)
            self.frame = self._drawn()
        except Exception as error:  # whatever it is, the learner sees it and the panel goes on
            trouble = sentence(error)
        self.shown = self._answered(question["asked"], trouble)

    def _take(self, question: Any) -> None:
        """Where the controls stand, and what was touched."""
        self._positions = self._checked(question["positions"])
        for touch in self._touches(question):
            self._touched(touch)

    def _touches(self, question: Any) -> list[Touch]:
        sent = question.get("touches", [])
        if not isinstance(sent, list) or len(sent) > MOST:
            raise ValueError(f"the page sent {sent!r:.40}; it sends a list of {MOST} touches at most")
        handles = {handle.name for handle in self.frame.handles}
        return [touch for touch in map(Touch.read, sent) if touch.handle in handles]

    def _touched(self, touch: Touch) -> None:
        if self._touch is not None:
            self._touch(touch)

    def _checked(self, positions: dict[str, Any]) -> dict[str, Position]:
        if positions.keys() != self._controls.keys():
            raise ValueError(f"the page sent {list(positions)}; the controls are {list(self._controls)}")
        return {name: control.checked(positions[name]) for name, control in self._controls.items()}

    def _answered(self, asked: int, trouble: str = "") -> dict[str, Any]:
        """The state of the page after the question that it asked as number `asked`.

        trouble: why the picture is still that of other settings.
        """
        return self.frame.declared() | {
            "answered": asked,
            "positions": self._positions,
            "alt": f"Of other settings: {self.frame.alt}" if trouble else self.frame.alt,
            "status": trouble or self.frame.status,
            "stale": bool(trouble),
            "narrow": self._narrow,
            "live": False,
            "frame": 0,
        }

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """The live widget; for where there is none, the picture that stands in it, as HTML; and its alt text."""
        bundle: Any = super()._repr_mimebundle_(**options)
        data, metadata = bundle
        frame = self._still()
        alt = frame.alt
        return data | {"text/html": figure_html([png(frame.pixels(), alt)], alt), "text/plain": alt}, metadata

    def _still(self) -> Frame:
        """What a file shows."""
        return self._draw(self.settings | self._in_a_file) if self._in_a_file else self.frame


def _running_loop() -> asyncio.AbstractEventLoop | None:
    """The loop that the kernel runs its cells on; None in plain Python."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
