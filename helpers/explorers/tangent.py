"""Tangent explorer: the slope of the loss, over the probability and over the score."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.losses import binary_cross_entropy, binary_cross_entropy_derivative
from helpers.plots.curves import draw_loss_over_output, draw_loss_over_score
from helpers.plots.rendering import Pixels
from helpers.plots.style import ACCENT, house_style, new_figure
from helpers.widgets.blitting import BlitFigure
from helpers.widgets.panel import Frame, Panel, choice, slider
from helpers.wording import decimal

OUTPUTS = np.round(np.arange(0.02, 0.99, 0.01), 2)


@dataclass(frozen=True)
class Tangent:
    """The loss of one answer ŷ for the label y, and its slope over ŷ and over z."""

    y: int
    output: float
    score: float
    loss: float
    slope_over_output: float
    slope_over_score: float


def tangent(output: float, y: int) -> Tangent:
    """dL/dŷ = -y/ŷ + (1 - y)/(1 - ŷ), and by the chain rule dL/dz = dL/dŷ · ŷ (1 - ŷ) = ŷ - y."""
    a, label = np.array(output), np.array(float(y))
    loss = float(binary_cross_entropy(a, label))
    slope = float(binary_cross_entropy_derivative(a, label))
    return Tangent(y, output, float(np.log(a / (1 - a))), loss, slope, slope * output * (1 - output))


class _Scene:
    """The kept figure for one label: two curves, and on each the point and its tangent."""

    @house_style()
    def __init__(self, y: int) -> None:
        figure, (left, right) = new_figure(2, width=9, height=3.3)
        draw_loss_over_output(left, y)
        draw_loss_over_score(right, y)
        left.set_title("loss over ŷ")
        right.set_title("the same loss over z")
        self.left, self.right = _Touch(left, 0.28), _Touch(right, 2.4)
        self.stage = BlitFigure(figure, [*self.left.artists, *self.right.artists])

    def show(self, at: Tangent) -> Pixels:
        """The same place on both curves: the loss over the output, and over the score."""
        self.left.move(at.output, at.loss, at.slope_over_output)
        self.right.move(at.score, at.loss, at.slope_over_score)
        return self.stage.render()


class _Touch:
    """A point on a curve, with a piece of its tangent."""

    def __init__(self, ax: Any, reach: float) -> None:
        self.reach = reach
        (self.line,) = ax.plot([], [], color=ACCENT, linewidth=1.6, zorder=4)
        (self.dot,) = ax.plot([], [], "o", color=ACCENT, zorder=5)
        self.text = ax.text(0.97, 0.93, "", transform=ax.transAxes, ha="right", va="top", color=ACCENT, fontsize=13)
        self.artists = [self.line, self.dot, self.text]

    def move(self, x: float, y: float, slope: float) -> None:
        ends = np.array([-self.reach, self.reach])
        self.line.set_data(x + ends, y + slope * ends)
        self.dot.set_data([x], [y])
        self.text.set_text(f"slope {decimal(slope)}")


def tangent_explorer() -> Panel:
    """Drag ŷ along the loss, for y = 1 or y = 0: the tangent follows, over ŷ and over z."""
    scenes = {y: _Scene(y) for y in (0, 1)}

    def draw(settings: dict[str, Any]) -> Frame:
        at = tangent(settings["output"], int(settings["y"]))
        status = (
            f"y = {at.y}, ŷ = {at.output:.2f}: loss {at.loss:.2f}, slope {decimal(at.slope_over_output)} over ŷ, "
            f"{decimal(at.slope_over_score)} over z."
        )
        return Frame(scenes[at.y].show(at), f"The loss with its tangent. {status}", status)

    output = slider("output", "ŷ", OUTPUTS.tolist(), start=0.2, text=lambda value: f"{value:.2f}")
    return Panel("Tangent explorer", [output, choice("y", "true label y", ["1", "0"], start="1")], draw)
