"""Hidden-units explorer: a shallow network trained again at each move, with its boundary, cost and hidden units."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from helpers import datasets, deep
from helpers.activations import by_name
from helpers.datasets import Dataset
from helpers.metrics import accuracy
from helpers.plots import Picture, decision_boundaries
from helpers.plots.hidden_units import grid, level_lines
from helpers.plots.rendering import CSS_DPI, Pixels
from helpers.plots.style import CLASS_COLOURS, INK, PROBABILITY, house_style, limits, scatter_classes
from helpers.training import fit
from helpers.training.history import FitResult
from helpers.widgets.blitting import BlitFigure
from helpers.widgets.panel import Frame, Panel, button, choice, slider

STEPS = 2000
UNITS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 50)
RATES = np.geomspace(0.01, 10, 31)
SCALES = (0.0, 0.01, 0.1, 0.3, 1.0, 3.0, 10.0)
ACTIVATIONS = ("tanh", "relu", "leaky_relu", "sigmoid", "identity")
DATA = ("flower", "moons", "circles", "xor", "spirals")
FINE = 80  # points along each side of the map
ROWS, COLUMNS, TILE, GAP, BAR = 3, 4, 32, 3, 3  # the hidden units' maps stand in one image, a bar below each


@cache
def data_set(name: str) -> Dataset:
    """200 examples to train on and 200 held out, drawn once."""
    return datasets.load(name, m=200)


@dataclass(frozen=True)
class Trained:
    """A network after training, and how often it is right on the examples that it saw and on those it did not."""

    fit: FitResult
    activation: str
    on_train: float
    on_test: float

    @property
    def verdict(self) -> str:
        """What stands out, in a sentence."""
        W1 = self.fit.params[0][0]
        if self.fit.note:
            return "The cost left the numbers: this learning rate is too large."
        if len(W1) > 1 and np.allclose(W1, W1[0], atol=1e-6):
            return "All its hidden units are equal: it is a network of one unit."
        if self.on_train - self.on_test > 0.04:
            return "Better on what it saw than on what it did not: it overfits."
        return "It underfits: the boundary is too simple, or training too short." if self.on_train < 0.8 else ""


def train(
    units: int, learning_rate: float, activation: str, data: str, scale: float, seed: int, steps: int = STEPS
) -> Trained:
    """Train 2-units-1 from weights of standard deviation `scale`, in float32, which is twice as quick."""
    examples = data_set(data)
    model = deep.model([activation, "sigmoid"])
    start = deep.initialize([2, units, 1], seed, scale, np.float32)
    result = fit(
        model, start, examples.X, examples.Y, learning_rate=learning_rate, iterations=steps, record_every=steps // 50
    )
    scores = [
        accuracy(model.predict(result.params, X), Y)
        for X, Y in ((examples.X, examples.Y), (examples.X_test, examples.Y_test))
    ]
    return Trained(result, activation, *scores)


def hidden_units_still(units: Sequence[int] = (1, 2, 4, 20), data: str = "flower") -> Picture:
    """The boundary with a few numbers of hidden units: the explorer's still picture."""
    examples = data_set(data)
    runs = [(f"{n} hidden unit{'s' * (n > 1)}", train(n, 1.0, "tanh", data, 0.3, 1)) for n in units]
    model = deep.model(["tanh", "sigmoid"])
    return decision_boundaries([(title, model, run.fit.params, examples.X, examples.Y) for title, run in runs])


class _Scene:
    """The kept figure for one data set: boundary, cost curve, and a small map for each hidden unit."""

    @house_style()
    def __init__(self, data: str) -> None:
        self.examples = data_set(data)
        self.window = limits(self.examples.X)
        self.points, self.small = grid(self.window, FINE).astype(np.float32), grid(self.window, TILE).astype(np.float32)
        figure = Figure(figsize=(9, 3.2), dpi=CSS_DPI)
        axes = figure.subplots(1, 3, width_ratios=(3, 2.2, 4))
        self.stage = BlitFigure(figure, [*self._plane(axes[0]), *self._curve(axes[1]), *self._units(axes[2])])

    def _plane(self, ax: Axes) -> list[Any]:
        shape: dict[str, Any] = {"extent": self.window, "origin": "lower", "aspect": "auto"}
        self.map = ax.imshow(np.zeros((FINE, FINE)), cmap=PROBABILITY, vmin=0, vmax=1, interpolation="nearest", **shape)
        self.boundary = LineCollection([], colors=INK, linewidths=2, zorder=4)
        ax.add_collection(self.boundary)
        scatter_classes(ax, self.examples.X, self.examples.Y)
        ax.set(title="boundary", xlabel="x1", ylabel="x2", xlim=self.window[:2], ylim=self.window[2:])
        return [self.map, self.boundary]

    def _curve(self, ax: Axes) -> list[Any]:
        (self.costs,) = ax.plot([], [], color=CLASS_COLOURS[1])
        ax.set(title="cost", xlabel="iteration", xlim=(0, STEPS), ylim=(0, 1))
        return [self.costs]

    def _units(self, ax: Axes) -> list[Any]:
        self.mosaic = np.full((ROWS * (TILE + BAR + 2 * GAP), COLUMNS * (TILE + GAP)), np.nan)
        self.tiles = ax.imshow(self.mosaic, cmap=PROBABILITY, vmin=-1, vmax=1, interpolation="nearest", aspect="auto")
        ax.set_title("hidden units; bars: their weights")
        ax.set_axis_off()
        return [self.tiles]

    def show(self, run: Trained) -> Pixels:
        model = deep.model([run.activation, "sigmoid"])
        P = model.output(model.forward(run.fit.params, self.points)).reshape(FINE, FINE)
        self.map.set_data(P)
        self.boundary.set_segments(level_lines(P, self.window, 0.5))
        self.costs.set_data(run.fit.history.iterations, np.minimum(run.fit.history.costs, 2))
        self._show_units(run)
        return self.stage.render()

    def _show_units(self, run: Trained) -> None:
        """The units with the largest weights first; blue is negative, orange positive."""
        (W1, b1), (W2, _) = run.fit.params
        order = np.argsort(-np.abs(W2[0]), kind="stable")[: ROWS * COLUMNS]
        A1 = by_name(run.activation)(np.dot(W1[order], self.small) + b1[order])
        self.mosaic[:] = np.nan
        largest = np.abs(W2[0]).max() or 1
        for place, (unit, a) in enumerate(zip(order, A1, strict=True)):
            row, column = divmod(place, COLUMNS)
            y, x = row * (TILE + BAR + 2 * GAP), column * (TILE + GAP)
            tile = a.reshape(TILE, TILE)[::-1]  # the image's first row is its top
            self.mosaic[y : y + TILE, x : x + TILE] = tile / (np.abs(tile).max() or 1)
            length = round(TILE * abs(float(W2[0, unit])) / largest)
            self.mosaic[y + TILE + 1 : y + TILE + 1 + BAR, x : x + length] = np.sign(W2[0, unit])
        self.tiles.set_data(self.mosaic)


def hidden_units_explorer() -> Panel:
    """Choose units, learning rate, activation, data set, scale of the weights and start: it trains again each time."""
    scenes: dict[str, _Scene] = {}

    def draw(settings: dict[str, Any]) -> Frame:
        run = train(**settings)
        name = settings["data"]
        scene = scenes.setdefault(name, scenes.get(name) or _Scene(name))
        units = f"{settings['units']} hidden unit{'s' * (settings['units'] > 1)}"
        status = (
            f"{units}, {STEPS:,} iterations: cost {run.fit.cost:.3f}; right on {run.on_train:.0%} of the examples it "
            f"saw, on {run.on_test:.0%} of those it did not. {run.verdict}"
        ).strip()
        return Frame(scene.show(run), f"Boundary, cost curve and the hidden units' maps. {status}", status)

    controls = [
        slider("units", "hidden units", UNITS, start=4),
        slider(
            "learning_rate",
            "learning rate",
            RATES.tolist(),
            start=1.0,
            text=lambda learning_rate: f"{learning_rate:.2g}",
        ),
        choice("activation", "activation", ACTIVATIONS, start="tanh"),
        choice("data", "data set", DATA, start="flower"),
        slider("scale", "scale of the first weights", SCALES, start=0.3),
        button("seed", "another start"),
    ]
    return Panel("Hidden-units explorer", controls, draw)
