"""Symmetry explorer: four ways to start, and what becomes of the rows of W1 while the network trains."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from helpers import datasets, deep, networks, shallow
from helpers.datasets import Dataset
from helpers.explorers.decision_map import DecisionMap
from helpers.metrics import accuracy
from helpers.parameters import Parameters
from helpers.plots.rendering import Pixels
from helpers.plots.style import BLUE, CLASS_COLOURS, GREEN, GREY, PINK, VERMILION, house_style, new_figure
from helpers.training import fit
from helpers.validation import Array
from helpers.widgets.blitting import BlitFigure
from helpers.widgets.panel import Frame, Panel, choice, slider
from helpers.wording import count

UNITS, STEPS, RATE = 4, 3000, 1.0
STARTS = {"zeros": "zeros", "all equal": "constant", "small random": "small", "large random": "large"}
MOMENTS = np.unique(np.concatenate([[0], np.geomspace(1, STEPS, 60).astype(int)])).tolist()
COLOURS = (BLUE, VERMILION, GREEN, PINK)
MARKERS = ("o", "^", "s", "D")


@dataclass(frozen=True)
class Trajectory:
    """A training on the flower, 2-4-1, seen at `MOMENTS`: the parameters, the cost, the share that is right."""

    start: str
    vectors: Array
    costs: Array
    right: Array

    @property
    def rows(self) -> Array:
        """The rows of W1, one for each hidden unit: (moments, units, 2)."""
        return self.vectors[:, : 2 * UNITS].reshape(-1, UNITS, 2)

    def different(self, moment: int) -> int:
        """How many of the hidden units differ from each other."""
        return len(np.unique(self.rows[moment].round(6), axis=0))


@cache
def flower_examples() -> Dataset:
    """The flower, drawn once."""
    return datasets.load("flower")


def network(vector: Array) -> Parameters:
    """The parameters whose flat vector this is."""
    params = deep.initialize([2, UNITS, 1])
    params.vector[:] = vector
    return params


@cache
def follow(start: str) -> Trajectory:
    """Train from one of `STARTS` and keep what is seen at each moment."""
    flower = flower_examples()
    vectors: list[Array] = []

    def look(i: int, params: Parameters) -> None:
        if i in MOMENTS:
            vectors.append(params.vector.copy())

    first = deep.initialize([2, UNITS, 1], 3, STARTS[start])
    fit(networks.shallow_network(), first, flower.X, flower.Y, learning_rate=RATE, iterations=STEPS + 1, callback=look)
    moments = [network(vector) for vector in vectors]
    costs = [shallow.cost(shallow.forward(params, flower.X)[1], flower.Y) for params in moments]
    right = [accuracy(networks.shallow_network().predict(params, flower.X), flower.Y) for params in moments]
    return Trajectory(start, np.array(vectors), np.array(costs), np.array(right))


def message(trajectory: Trajectory, moment: int) -> str:
    """What is to be seen at a moment, in words."""
    different = trajectory.different(moment)
    units = "all four units are one and the same" if different == 1 else count(different, "different unit")
    return (
        f"Start {trajectory.start}, iteration {MOMENTS[moment]:,}: {units}, cost {trajectory.costs[moment]:.3f}, "
        f"{trajectory.right[moment]:.0%} right."
    )


def _draw_rows(ax: Axes, trajectory: Trajectory) -> list[Any]:
    artists = []
    for unit, (colour, marker) in enumerate(zip(COLOURS, MARKERS, strict=True)):
        size = 13 - 3 * unit  # so that equal units are all seen, one inside the other
        (trail,) = ax.plot(*trajectory.rows[:, unit].T, color=colour, linewidth=1.2)
        (end,) = ax.plot(
            *trajectory.rows[-1:, unit].T, marker, color=colour, markersize=size, markeredgecolor="white", mew=0.7
        )
        artists += [trail, end]
    ax.axhline(0, color=GREY, linewidth=0.6, zorder=0)
    ax.axvline(0, color=GREY, linewidth=0.6, zorder=0)
    ax.set(xlabel="weight of x1", ylabel="weight of x2")
    return artists


class _Scene:
    """The kept figure for one start: the rows of W1, the boundary, the cost."""

    @house_style()
    def __init__(self, start: str) -> None:
        self.trajectory, flower = follow(start), flower_examples()
        figure, (rows, plane, curve) = new_figure(3, width=10, height=3.4)
        self.rows = _draw_rows(rows, self.trajectory)
        rows.margins(0.15)
        rows.set_title("the rows of W1")
        self.plane = DecisionMap(plane, flower.X, flower.Y)
        (self.costs,) = curve.plot([], [], "o-", color=CLASS_COLOURS[1], markevery=[-1])
        curve.set(
            title="cost", xlabel="iteration", xlim=(0, STEPS), ylim=(0, max(0.75, self.trajectory.costs.max() * 1.05))
        )
        self.stage = BlitFigure(figure, [*self.rows, *self.plane.artists, self.costs])

    def show(self, moment: int) -> Pixels:
        """The way of each row up to that moment, the boundary there, and the cost until then."""
        for unit, (trail, end) in enumerate(zip(self.rows[::2], self.rows[1::2], strict=True)):
            way = self.trajectory.rows[: moment + 1, unit]
            trail.set_data(*way.T)
            end.set_data(*way[-1:].T)
        _, A2 = shallow.forward(network(self.trajectory.vectors[moment]), self.plane.points)
        self.plane.show(A2)
        self.costs.set_data(MOMENTS[: moment + 1], self.trajectory.costs[: moment + 1])
        return self.stage.render()


def symmetry_explorer() -> Panel:
    """Choose a start and drag through the training: do the hidden units part?"""
    scenes: dict[str, _Scene] = {}

    def draw(settings: dict[str, Any]) -> Frame:
        start, moment = settings["start"], MOMENTS.index(settings["moment"])
        if start not in scenes:
            scenes[start] = _Scene(start)
        status = message(follow(start), moment)
        return Frame(scenes[start].show(moment), f"Rows of W1, boundary and cost curve. {status}", status)

    controls = [
        choice("start", "start", list(STARTS), start="all equal"),
        slider("moment", "iteration", MOMENTS, start=0, text=lambda i: f"{i:,}", play=True),
    ]
    return Panel("Symmetry explorer", controls, draw, in_a_file={"moment": STEPS})
