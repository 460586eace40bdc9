"""Activation explorer: a tangent slides along any activation, and its slope draws the derivative."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.plots.activations import KINKED, Z, by_title, colour, with_gap
from helpers.plots.rendering import Pixels
from helpers.plots.style import ACCENT, GREY, house_style, new_figure
from helpers.widgets.blitting import BlitFigure
from helpers.widgets.panel import Frame, Panel, choice, slider
from helpers.wording import decimal

TITLES = ("sigmoid", "tanh", "ReLU", "leaky ReLU", "step")
POINTS = np.round(np.arange(-4, 4.05, 0.1), 1) + 0.0
LEAKS = np.round(np.arange(0, 1.01, 0.05), 2)
LIMITS = {"sigmoid": (-0.3, 1.3), "tanh": (-1.5, 1.5), "step": (-0.3, 1.3)}


@dataclass(frozen=True)
class TangentPoint:
    """An activation at one z: its value and its slope; slope is None where there is no tangent."""

    title: str
    z: float
    value: float
    slope: float | None

    @property
    def status(self) -> str:
        """What is to be seen, in a sentence."""
        at = f"{self.title} at z = {decimal(self.z, 1)}: value {decimal(self.value, 3)}"
        return f"{at}, slope {self.slope:.3f}." if self.slope is not None else f"{at}, and no tangent: a kink."


def touch(title: str, z: float, leak: float = 0.1) -> TangentPoint:
    """The value and the slope of an activation at z; leak: the slope of the leaky ReLU below 0."""
    function, derivative = by_title(title, leak)
    smooth = z != 0 or title not in KINKED or (title == "leaky ReLU" and leak == 1)
    return TangentPoint(title, z, float(function(z)), float(derivative(z)) if smooth else None)


class _Scene:
    """The kept figure for one activation: the curve with its tangent, the slope with its dot."""

    @house_style()
    def __init__(self, title: str) -> None:
        figure, (left, right) = new_figure(2, width=9, height=3.3)
        for ax in (left, right):
            ax.axhline(0, color=GREY, linewidth=0.8)
            ax.axvline(0, color=GREY, linewidth=0.8)
            ax.set(xlabel="z", xlim=(-4.3, 4.3))
        left.set(title=f"{title} and its tangent", ylim=LIMITS.get(title, (-4.3, 4.3)))
        right.set(title="the slope of the tangent", ylim=(-0.06, 0.3 if title == "sigmoid" else 1.15))
        (self.curve,) = left.plot([], [], color=colour(title))
        (self.slopes,) = right.plot([], [], color=colour(title))
        (self.tangent,) = left.plot([], [], color=ACCENT, linewidth=1.8, zorder=4)
        (self.point,) = left.plot([], [], "o", color=ACCENT, zorder=5)
        (self.stem,) = right.plot([], [], color=ACCENT, linewidth=1.2, zorder=4)
        (self.dot,) = right.plot([], [], "o", color=ACCENT, zorder=5)
        moving = [self.curve, self.slopes, self.tangent, self.point, self.stem, self.dot]
        self.stage = BlitFigure(figure, moving)

    def show(self, at: TangentPoint, leak: float) -> Pixels:
        """The curve with this leak, its tangent at the point, and the slope there."""
        function, derivative = by_title(at.title, leak)
        self.curve.set_data(Z, with_gap(function(Z)) if at.title == "step" else function(Z))
        self.slopes.set_data(Z, with_gap(derivative(Z)) if at.title in KINKED else derivative(Z))
        slope = np.nan if at.slope is None else at.slope
        ends = np.array([-1.4, 1.4]) / np.hypot(1, 0.0 if at.slope is None else slope)
        self.tangent.set_data(at.z + ends, at.value + slope * ends)
        self.point.set_data([at.z], [at.value])
        self.stem.set_data([at.z, at.z], [0, slope])
        self.dot.set_data([at.z], [slope])
        return self.stage.render()


def activation_explorer() -> Panel:
    """Choose an activation and drag z: the tangent slides, and a dot marks its slope on the derivative."""
    scenes = {title: _Scene(title) for title in TITLES}

    def draw(settings: dict[str, Any]) -> Frame:
        leak = settings["leak"]
        at = touch(settings["title"], settings["z"], leak)
        leaky = f" Below 0 its slope is {leak:g}." if at.title == "leaky ReLU" else ""
        status = at.status + leaky
        return Frame(scenes[at.title].show(at, leak), f"The curve, its tangent, and the slope over z. {status}", status)

    z = slider("z", "z", POINTS.tolist(), start=-2.0, text=lambda value: decimal(value, 1), play=True)
    leak = slider("leak", "slope below 0 (leaky ReLU)", LEAKS.tolist(), start=0.1, text=lambda value: f"{value:.2f}")
    return Panel("Activation explorer", [choice("title", "activation", TITLES, start="leaky ReLU"), z, leak], draw)
