"""Digit reader: a digit is drawn, and functions of a notebook read it, with a bar for the votes of each class."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np

from helpers import handwriting
from helpers.plots.rendering import Pixels
from helpers.plots.style import ACCENT, GREY, INK_ON_PAPER, LIGHT, house_style, new_figure
from helpers.validation import Array
from helpers.widgets.blitting import BlitFigure
from helpers.widgets.panel import Frame, Panel, ink

CLASSES = 10
SURE = 0.9  # of all votes

Reader: TypeAlias = Callable[[Array], Any]
Votes: TypeAlias = dict[str, Array]  # reader -> its votes (10,); nobody votes where nothing was drawn

# A first digit, so that there is something to read: a 5 on a sheet of 280.
_TURNS = np.radians(np.linspace(-130, 150, 15))
_BOWL = [(round(140 + 55 * float(np.cos(turn))), round(180 + 55 * float(np.sin(turn)))) for turn in _TURNS]
FIRST = [[xy for point in [(195, 45), (100, 45), (95, 130), *_BOWL] for xy in point]]


def votes(read: Reader, image: Array) -> Array:
    """The ten votes (10,) of `read` for one image (8, 8); ValueError if it doesn't give ten numbers from 0 to 1."""
    given = np.asarray(read(image[np.newaxis]), float)
    if given.shape != (CLASSES, 1):
        raise ValueError(f"for one image the votes have shape {given.shape}; needed is ({CLASSES}, 1)")
    if not np.all((given >= 0) & (given <= 1 + 1e-9)):
        raise ValueError(f"the votes go from {given.min():.3g} to {given.max():.3g}; each must lie between 0 and 1")
    return given[:, 0]


def said(found: Votes) -> str:
    """What is read, a sentence for each reader; a single one has no name."""
    if not found:
        return "The sheet is empty. Draw a digit, as large as you like."
    return " ".join(_said(name[:1].upper() + name[1:] or "It", P) for name, P in found.items())


def _said(name: str, P: Array) -> str:
    first, second = np.argsort(P)[:-3:-1]
    if P[first] >= SURE:
        return f"{name} reads {first}, with {P[first]:.0%} of the votes."
    return f"{name} reads {first}, with {P[first]:.0%} of the votes; {second} has {P[second]:.0%}."


class _Scene:
    """The kept figure: what the functions are given, and ten bars for each of them."""

    @house_style()
    def __init__(self, names: Sequence[str]) -> None:
        n = len(names)
        figure, (left, *rest) = new_figure(1 + n, width=2.6 + 3.2 * n, height=3, width_ratios=[3, *[4] * n])
        self.image = left.imshow(np.zeros((8, 8)), cmap=INK_ON_PAPER, vmin=0, vmax=1, interpolation="nearest")
        left.spines[:].set_visible(True)
        left.set(title="what is read: 8 x 8", xticks=[], yticks=[])
        self.bars = {}
        for name, ax in zip(names, rest, strict=True):
            self.bars[name] = ax.bar(range(CLASSES), np.zeros(CLASSES), color=LIGHT)
            ax.axhline(0.5, color=GREY, linewidth=0.6, linestyle=":")
            title = f"votes: {name}" if name else "share of the votes"
            ax.set(title=title, xticks=range(CLASSES), ylim=(0, 1.02), xlabel="digit")
        self.stage = BlitFigure(figure, [self.image, *(bar for bars in self.bars.values() for bar in bars)])

    def show(self, image: Array, found: Votes) -> Pixels:
        """image: (8, 8).  The highest bar of each reader is picked out."""
        self.image.set_data(image)
        for name, bars in self.bars.items():
            heights = found.get(name, np.zeros(CLASSES))
            for digit, (bar, height) in enumerate(zip(bars, heights, strict=True)):
                bar.set(height=height, color=ACCENT if digit == np.argmax(heights) else LIGHT)
        return self.stage.render()


def digit_reader(read: Reader | Mapping[str, Reader], first: Sequence[Sequence[int]] = FIRST) -> Panel:
    """Draw a digit, by pointer or keys; `read` reads it.

    read: images (m, 8, 8) of ink from 0 to 1 in, votes or probabilities (10, m) out; or several, by their names.
    first: the strokes that are there at first, each x, y, x, y ... from 0 to 280
    """
    readers = dict(read) if isinstance(read, Mapping) else {"": read}
    scene = _Scene(list(readers))

    def draw(settings: dict[str, Any]) -> Frame:
        image = handwriting.to_image(settings["strokes"])
        found = {name: votes(each, image) for name, each in readers.items()} if image.any() else {}
        status = said(found)
        alt = f"The drawn digit as 8 x 8 pixels, dark on light, and a bar for the votes of each digit. {status}"
        return Frame(scene.show(image, found), alt, status)

    return Panel("Digit reader", [ink("strokes", "your digit", first)], draw)
