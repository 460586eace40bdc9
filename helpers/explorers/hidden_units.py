"""Hidden-units explorer: a shallow network trained again at each move, with its boundary, cost and hidden units."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from helpers import networks
from helpers.activations import as_activation
from helpers.explorers.decision_map import DecisionMap
from helpers.explorers.small_networks import STEPS, Trained, data_set, train
from helpers.plots import Picture, decision_boundaries
from helpers.plots.hidden_units import grid
from helpers.plots.rendering import Pixels
from helpers.plots.style import CLASS_COLOURS, INK, PROBABILITY, house_style, limits, new_figure
from helpers.widgets.blitting import BlitFigure
from helpers.widgets.panel import Frame, Panel, button, choice, slider
from helpers.wording import count, rounded

UNITS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 50)
RATES = np.geomspace(0.01, 10, 31)
SCALES = (0.0, 0.01, 0.1, 0.3, 1.0, 3.0, 10.0)
ACTIVATIONS = ("tanh", "relu", "leaky_relu", "sigmoid", "identity")
DATA = ("flower", "moons", "circles", "xor", "spirals")
COST_LIMITS = (1, 2, 5, 10, 20, 50, 100, 1000, 1e5, 1e8, 1e40)  # the axis reaches to the first that holds every cost
MOST, TILE, GAP, BAR = 12, 32, 3, 3  # the hidden units' maps stand in one image, a bar below each


def hidden_units_still(units: Sequence[int] = (1, 2, 4, 20), data: str = "flower") -> Picture:
    """The boundary with a few numbers of hidden units: the explorer's still picture."""
    examples = data_set(data)
    runs = [(count(n, "hidden unit"), train(n, 1.0, "tanh", data, 0.3, 1)) for n in units]
    model = networks.deep_network(["tanh", "sigmoid"])
    return decision_boundaries([(title, model, run.fit.params, examples.X, examples.Y) for title, run in runs])


class _Scene:
    """The kept figure for one data set: boundary, cost curve, and a small map for each hidden unit."""

    @house_style()
    def __init__(self, data: str) -> None:
        examples = data_set(data)
        figure, (plane, self.curve, units) = new_figure(3, width=9, height=3.2, width_ratios=(3, 2.2, 4))
        self.plane, self.units = DecisionMap(plane, examples.X, examples.Y), _UnitMaps(units, examples.X)
        (self.costs,) = self.curve.plot([], [], color=CLASS_COLOURS[1])
        self.curve.set(title="cost", xlabel="iteration", xlim=(0, STEPS), ylim=(0, COST_LIMITS[0]))
        self.points = self.plane.points.astype(np.float32)
        self.stage = BlitFigure(figure, [*self.plane.artists, self.costs, *self.units.artists])

    def show(self, run: Trained) -> Pixels:
        model = networks.deep_network([run.activation, "sigmoid"])
        self.plane.show(model.answer(model.forward(run.fit.params, self.points)))
        self._show_costs(run)
        self.units.show(run)
        return self.stage.render()

    def _show_costs(self, run: Trained) -> None:
        """The whole curve: where the axis is too short for it, a longer one is drawn."""
        self.costs.set_data(run.fit.history.iterations, run.costs)
        top = next((top for top in COST_LIMITS if run.costs.max() <= top), COST_LIMITS[-1])
        if self.curve.get_ylim()[1] != top:
            self.curve.set_ylim(0, top)
            with house_style():
                self.stage.redraw()


class _UnitMaps:
    """What each hidden unit gives over the plane, the largest output weights first, and a bar for its weight.

    A bar to the right is a positive weight, to the left a negative one; + and - stand where a unit is above or below 0.
    """

    def __init__(self, ax: Axes, X: Any) -> None:
        self.points = grid(limits(X), TILE).astype(np.float32)
        self.image = ax.imshow(np.full((2, 2), np.nan), cmap=PROBABILITY, vmin=-1, vmax=1, interpolation="nearest")
        self.signs = [ax.plot([], [], mark, color=INK, markersize=6, mew=1)[0] for mark in "_+"]
        self.title = ax.set_title("")
        ax.set(xlim=(0, 1), ylim=(1, 0), aspect="auto")
        ax.set_axis_off()
        self.artists = [self.image, *self.signs, self.title]

    def show(self, run: Trained) -> None:
        """Draw the units of another network."""
        (W1, b1), (W2, _) = run.fit.params
        order = np.argsort(-np.abs(W2[0]), kind="stable")[:MOST]
        maps = as_activation(run.activation)(np.dot(W1[order], self.points) + b1[order]).reshape(-1, TILE, TILE)[
            :, ::-1
        ]
        weights = W2[0, order] / (np.abs(W2).max() or 1)
        rows, columns = _rows_and_columns(len(order))
        self.mosaic = np.full((rows * (TILE + BAR + 2 * GAP), columns * (TILE + GAP)), np.nan)
        corners = [_corner(place, columns) for place in range(len(order))]
        for tile, weight, corner in zip(maps, weights, corners, strict=True):
            self._draw(tile, float(weight), *corner)
        self.image.set_data(self.mosaic)
        self.image.set_extent((0, 1, 1, 0))
        self._place_signs(maps, corners)
        which = "hidden units" if run.units <= MOST else f"{MOST} of {run.units} hidden units"
        self.title.set_text(f"{which}; bars: weights")

    def _draw(self, tile: Any, weight: float, y: int, x: int) -> None:
        self.mosaic[y : y + TILE, x : x + TILE] = tile / (np.abs(tile).max() or 1)
        middle, length = x + TILE // 2, round(TILE / 2 * weight)
        bar = slice(*sorted((middle, middle + length)))
        self.mosaic[y + TILE + 1 : y + TILE + 1 + BAR, bar] = np.sign(weight)

    def _place_signs(self, maps: Any, corners: list[tuple[int, int]]) -> None:
        """In the middle of where each unit is below 0, and of where it is above."""
        high, wide = self.mosaic.shape
        for sign, heights in zip(self.signs, (-maps, maps), strict=True):
            found = [(_middle(h), corner) for h, corner in zip(heights, corners, strict=True) if h.max() > 0]
            sign.set_data(
                [(x + column) / wide for (_, column), (_, x) in found], [(y + row) / high for (row, _), (y, _) in found]
            )


def _middle(heights: Any) -> tuple[float, float]:
    """Row and column of the centre of what is above 0."""
    weights = np.maximum(heights, 0)
    rows, columns = np.indices(weights.shape) + 0.5
    return float(np.average(rows, weights=weights)), float(np.average(columns, weights=weights))


def _rows_and_columns(units: int) -> tuple[int, int]:
    """How so many maps are laid out."""
    return next(shape for shape in ((1, 1), (1, 2), (2, 2), (2, 3), (3, 4)) if units <= shape[0] * shape[1])


def _corner(place: int, columns: int) -> tuple[int, int]:
    row, column = divmod(place, columns)
    return row * (TILE + BAR + 2 * GAP), column * (TILE + GAP)


def hidden_units_explorer() -> Panel:
    """Choose units, learning rate, activation, data set, scale of the weights and start: it trains again each time."""
    scenes: dict[str, _Scene] = {}

    def draw(settings: dict[str, Any]) -> Frame:
        run = train(**settings)
        name = settings["data"]
        if name not in scenes:
            scenes[name] = _Scene(name)
        status = told(run)
        return Frame(scenes[name].show(run), f"Boundary, cost curve and the hidden units' maps. {status}", status)

    controls = [
        slider("units", "hidden units", UNITS, start=4),
        slider("learning_rate", "learning rate", RATES.tolist(), start=1.0, text=rounded),
        choice("activation", "activation", ACTIVATIONS, start="tanh"),
        choice("data", "data set", DATA, start="flower"),
        slider("scale", "scale of the first weights", SCALES, start=0.3),
        button("seed", "another start"),
    ]
    return Panel("Hidden-units explorer", controls, draw)


def told(run: Trained) -> str:
    """The status line: how far it came, how often it is right, and what stands out."""
    so_far = f"{count(run.units, 'hidden unit')}, {count(run.fit.updates, 'iteration')}: cost {run.fit.cost:.3f}"
    right = f"right on {run.on_train:.0%} of the examples it saw, on {run.on_test:.0%} of those it did not"
    return f"{so_far}; {right}. {run.verdict}".strip()
