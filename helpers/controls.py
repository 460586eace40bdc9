"""What a panel declares for its page: sliders, choices, toggles and buttons, each stepping through a list of values.

The page knows a control's texts and its position, a whole number; the values themselves stay in Python, so that they
may be anything: numbers on a logarithmic scale, names, functions, data sets.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from numbers import Real
from typing import Any


@dataclass(frozen=True)
class Control:
    """One control: its kind, the name of its setting, its visible label, and its values with a text for each."""

    kind: str
    name: str
    label: str
    values: Sequence[Any]
    texts: tuple[str, ...] = ()
    start: int = 0
    play: bool = False

    def declared(self) -> dict[str, Any]:
        """What the page needs to build it."""
        return {key: getattr(self, key) for key in ("kind", "name", "label", "play")} | {"texts": list(self.texts)}

    def checked(self, position: Any) -> int:
        """`position` if this control can stand there; ValueError if not.  The page is never trusted."""
        if type(position) is not int or not 0 <= position < len(self.values):
            raise ValueError(f"the page sent {position!r:.40} for {self.label}, which has no such position")
        return position


def slider(
    name: str,
    label: str,
    values: Sequence[Any],
    start: Any,
    *,
    text: Callable[[Any], str] | Sequence[str] | None = None,
    play: bool = False,
) -> Control:
    """A slider through `values`, numbers or anything else: `np.geomspace(0.001, 1, 31)` makes a logarithmic one.

    start: one of the values.  text: what is shown for a value, a function or a list.  play: with a Play button
    that moves the slider to its end, each step as soon as the last one is on the page.
    """
    values = list(values)
    return Control("slider", name, label, values, _texts(values, text, label), _position(start, values, label), play)


def choice(
    name: str, label: str, options: Sequence[Any], start: Any, *, text: Callable[[Any], str] | Sequence[str] | None = None
) -> Control:
    """A drop-down list of `options`, of which `start` is chosen at first."""
    options = list(options)
    return Control("choice", name, label, options, _texts(options, text, label), _position(start, options, label))


def toggle(name: str, label: str, start: bool = False) -> Control:
    """A check box: False or True."""
    return Control("toggle", name, label, (False, True), start=int(start))


def button(name: str, label: str) -> Control:
    """A button whose value is how often it was pressed: 0 at first; a seed, for instance."""
    return Control("button", name, label, range(1_000_000))


def _texts(values: list[Any], text: Callable[[Any], str] | Sequence[str] | None, label: str) -> tuple[str, ...]:
    texts = tuple(text) if isinstance(text, Sequence) else tuple(map(text or _plain, values))
    if not values or len(texts) != len(values):
        raise ValueError(f"{label} has {len(values)} values and {len(texts)} texts; give one text for each value")
    return texts


def _plain(value: Any) -> str:
    return f"{value:g}" if isinstance(value, Real) else str(value)


def _position(start: Any, values: list[Any], label: str) -> int:
    for position, value in enumerate(values):
        if value == start or (isinstance(value, Real) and isinstance(start, Real) and math.isclose(value, start)):
            return position
    raise ValueError(f"{label} starts at {start!r}, which is not among its values: {_plain(values[0])}, ..., {_plain(values[-1])}")
