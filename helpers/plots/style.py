"""One look for every picture: colours, markers, sizes, and the alt text that each picture must bring."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, ListedColormap
from matplotlib.figure import Figure

from helpers.plots import rendering
from helpers.plots.columns import cuts
from helpers.plots.figure_html import figure_html

# Every colour stands here.  The strong ones are those of Okabe and Ito, told apart by every kind of colour vision.
BLUE, VERMILION, GREEN, PINK, AMBER = "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00"
INK, GREY, ARROW, LIGHT, WHITE = "#222222", "#6b6b6b", "#9a9a9a", "#d9d9d9", "#ffffff"
ACCENT = GREEN
CLASS_COLOURS = (BLUE, VERMILION)
CLASS_MARKERS = ("o", "^")
SERIES = (INK, VERMILION, BLUE, GREEN, PINK, AMBER)  # curves in one picture, in this order
CELL, PALE_GREEN, PALE_YELLOW, PALE_RED = "#f7f7f7", "#e3f2ec", "#f5e7b2", "#f6e3df"  # behind numbers

# Both ends differ in lightness too, so that a grey print still tells which side is which: class 0 is the darker one.
PROBABILITY = LinearSegmentedColormap.from_list("probability", ["#6aa6d6", "#f7f7f7", "#fbcfa4"])  # 0, 1/2, 1
SIGNED = LinearSegmentedColormap.from_list("signed", ["#12436d", "#a9b4bd", "#ffdcae"])  # below 0 dark, above 0 light
SURFACE = LinearSegmentedColormap.from_list("surface", ["#12436d", "#28a197", "#f5e7b2"])
VERDICTS = LinearSegmentedColormap.from_list("verdicts", [PALE_GREEN, PALE_YELLOW, VERMILION])
OFF_ON = ListedColormap(["#f3f3f3", BLUE])
INK_ON_PAPER = "gray_r"  # images of one value for each pixel: the more ink, the darker
ACTIVATION_COLOURS = {"sigmoid": VERMILION, "tanh": BLUE, "relu": INK, "leaky_relu": PINK, "step": GREY}

RULES: dict[Any, Any] = {
    "font.size": 11,
    "axes.titlesize": 12,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "xtick.color": GREY,
    "ytick.color": GREY,
    "text.color": INK,
    "legend.frameon": False,
    "lines.linewidth": 2,
    "mathtext.fontset": "cm",
    "figure.constrained_layout.use": True,
}


@contextmanager
def house_style() -> Iterator[None]:
    """Our rules over matplotlib's own defaults, whatever a learner's machine has set.  Also a decorator."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(RULES)
        yield


def new_figure(columns: int = 1, rows: int = 1, *, width: float = 8, height: float = 3.2, **kwargs: Any) -> Any:
    """A figure of `width` x `height` hundred page pixels and its axes: one, or an array of them.

    A column of axes at most 3.5 wide can be read on a telephone.  Each keeps the numbers on its own y axis, though
    several share it, since on a narrow page it stands alone.
    """
    figure = Figure(figsize=(width, height), dpi=rendering.CSS_DPI)
    axes = figure.subplots(rows, columns, **kwargs)
    if kwargs.get("sharey"):
        for ax in np.ravel(axes):
            ax.tick_params(labelleft=True)
    return figure, axes


@dataclass(frozen=True)
class Picture:
    """A figure and the sentence that says what is to be seen in it.  The last line of a cell shows both."""

    figure: Figure
    alt: str

    @cached_property
    def pixels(self) -> rendering.Pixels:
        """The figure, drawn once: drawing it a second time would move the layout by a pixel here and there."""
        with house_style():
            return rendering.pixels(self.figure)

    def png(self) -> bytes:
        """The whole figure as PNG, with twice the page's pixels."""
        return rendering.png(self.pixels, self.alt)

    def save(self, path: str | Path) -> None:
        """Write the PNG to `path`."""
        Path(path).write_bytes(self.png())

    def html(self) -> str:
        """The figure for the page, its columns of axes side by side or, where the page is narrow, stacked."""
        pixels = self.pixels  # before the cuts, which are where it was drawn
        return figure_html(rendering.pngs(pixels, cuts(self.figure), self.alt), self.alt)

    def _ipython_display_(self) -> None:
        from IPython.display import display

        show: Any = display
        show({"text/html": self.html(), "text/plain": self.alt}, raw=True)


def scatter_classes(ax: Axes, X: Any, Y: Any) -> None:
    """The examples of two classes, X (2, m) and Y (1, m): colour and marker tell them apart."""
    for label, (colour, marker) in enumerate(zip(CLASS_COLOURS, CLASS_MARKERS, strict=True)):
        mine = np.ravel(Y) == label
        ax.plot(X[0, mine], X[1, mine], marker, markersize=4.7, color=colour, markeredgecolor=WHITE, mew=0.5, zorder=3)


def limits(X: Any, margin: float = 0.12) -> tuple[float, float, float, float]:
    """The window (left, right, bottom, top) that shows all of X (2, m) with a margin."""
    low, high = X.min(axis=1), X.max(axis=1)
    pad = margin * (high - low)
    (left, bottom), (right, top) = low - pad, high + pad
    return float(left), float(right), float(bottom), float(top)
