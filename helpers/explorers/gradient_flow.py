"""Depth explorer: how much of a gradient arrives after many layers, by activation and by size of the weights."""

from functools import cache
from typing import Any

import numpy as np

from helpers.gradient_flow import EXAMPLES, UNITS, GradientFlow, gradients_by_depth
from helpers.plots.gradient_flow import LOOKS, TITLES, frame_depth
from helpers.plots.rendering import Pixels
from helpers.plots.style import ACTIVATION_COLOURS, GREY, LIGHT, house_style, new_figure
from helpers.widgets.blitting import BlitFigure
from helpers.widgets.panel import Frame, Panel, choice, slider
from helpers.wording import count, rounded

LAYERS = 20
SCALES = np.round(np.geomspace(0.25, 16, 37), 3)


@cache
def run(name: str, layers: int, scale: float) -> GradientFlow:
    """The same random layers every time: only what the learner moves changes."""
    return gradients_by_depth(name, layers, scale)


def verdict(arriving: float) -> str:
    """The size of a gradient after all layers, in words."""
    if arriving < 1e-3:
        return "It vanishes: the first layers would hardly learn."
    return "It explodes: the first layers would jump." if arriving > 1e3 else "It arrives."


class _Scene:
    """The kept figure: the gradient's size after each layer, with the others in grey; the slopes in each layer."""

    @house_style()
    def __init__(self) -> None:
        figure, (left, right) = new_figure(2, width=9, height=3.5, width_ratios=[3, 2])
        frame_depth(left, LAYERS)
        left.set(title="size of the gradient", xlabel="layers passed on the way back", ylim=(1e-26, 1e24))
        left.set_yticks(10.0 ** np.arange(-25, 21, 5))
        left.minorticks_off()
        right.set(title="typical slope g′(z) by layer", xlabel="layers passed on the way back")
        right.set(xlim=(0, LAYERS + 0.5), ylim=(-0.03, 1.08), xticks=range(0, LAYERS + 1, 5))
        self.others = {name: left.plot([], [], color=LIGHT, linewidth=1.6)[0] for name in LOOKS}
        (self.rms_gradients,) = left.plot([], [], "o-", markersize=4, zorder=4)
        (self.rms_slopes,) = right.plot([], [], "o-", markersize=4, zorder=4)
        left.text(0.02, 0.03, "grey: the other activations", transform=left.transAxes, color=GREY, fontsize=9.5)
        self.stage = BlitFigure(figure, [*self.others.values(), self.rms_gradients, self.rms_slopes])

    def show(self, name: str, layers: int, scale: float) -> Pixels:
        """The network with the activation `name`; those with the others stay behind it, in grey."""
        for other, line in self.others.items():
            rms_gradients = run(other, layers, scale).rms_gradients
            line.set_data(np.arange(len(rms_gradients)), rms_gradients)
        chosen = run(name, layers, scale)
        for line in (self.rms_gradients, self.rms_slopes):
            line.set_color(ACTIVATION_COLOURS[name])
        self.rms_gradients.set_data(np.arange(layers + 1), chosen.rms_gradients)
        self.rms_slopes.set_data(np.arange(1, layers + 1), chosen.rms_slopes)
        return self.stage.render()


def depth_explorer() -> Panel:
    """Drag the number of layers and the size of the weights: does the gradient arrive?"""
    scene = _Scene()

    def draw(settings: dict[str, Any]) -> Frame:
        name, layers, scale = settings["activation"], int(settings["layers"]), settings["scale"]
        arriving = run(name, layers, scale).arriving
        status = (
            f"{count(layers, 'layer')} of {UNITS} {TITLES[name]} units, weight scale {scale:.2f}: "
            f"the gradient is {rounded(arriving)} times as large as at the output. {verdict(arriving)}"
        )
        about = f"Size of the gradient on a logarithmic scale, over {EXAMPLES} examples, and the slopes."
        return Frame(scene.show(name, layers, scale), f"{about} {status}", status)

    activation = choice("activation", "activation", list(LOOKS), start="sigmoid", text=TITLES.get)  # type: ignore[arg-type]
    layers = slider("layers", "layers", list(range(1, LAYERS + 1)), start=10, play=True)
    scale = slider("scale", "weight scale", SCALES.tolist(), start=1.0, text=lambda value: f"{value:.2f}")
    return Panel("Depth explorer", [activation, layers, scale], draw)
