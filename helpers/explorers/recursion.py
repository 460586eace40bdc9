"""Recursion explorer: one array after another, forward and back, each derivative beside a difference."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from helpers import deep
from helpers.activations import relu, sigmoid
from helpers.finite_differences import STEP
from helpers.losses import binary_cross_entropy, binary_cross_entropy_derivative
from helpers.plots.rendering import Pixels
from helpers.plots.style import ACCENT, CLASS_COLOURS, GREY, INK, LIGHT, PROBABILITY, Picture, house_style, new_figure
from helpers.validation import Array
from helpers.widgets.blitting import BlitFigure
from helpers.widgets.panel import Frame, Panel, slider
from helpers.wording import decimal

GS = [relu, relu, sigmoid]
NAMES = [g.name for g in GS]
X = np.array([[1.0, -0.5, 2.0], [0.5, 1.5, -1.0]])
Y = np.array([[1.0, 0.0, 1.0]])
PARAMS: list[tuple[Array, Array]] = [
    (np.array([[0.6, -0.4], [0.3, 0.8]]), np.array([[0.1], [-0.2]])),
    (np.array([[0.7, 0.5], [-0.6, 0.9]]), np.array([[0.2], [0.1]])),
    (np.array([[1.1, -0.8]]), np.array([[-0.3]])),
]
ENTRIES = 6  # the largest array has six numbers


@dataclass(frozen=True)
class Step:
    """One array: its name, the formula that makes it, and its numbers."""

    name: str
    formula: str
    value: Array

    @property
    def backward(self) -> bool:
        """Is it a derivative?"""
        return self.name.startswith("d")


@cache
def steps() -> tuple[Step, ...]:
    """Every array on the way forward, then every one on the way back."""
    _, caches = deep.forward(PARAMS, X, GS)
    found = []
    for layer, ((A_prev, _, Z, A), name) in enumerate(zip(caches, NAMES, strict=True), 1):
        below = "X" if A_prev is X else f"A{layer - 1}"
        found.append(Step(f"Z{layer}", f"W{layer} {below} + b{layer}", Z))
        found.append(Step(f"A{layer}", f"{name}(Z{layer})", A))
    return (*found, *_back(caches))


def _back(caches: list[deep.Cache]) -> list[Step]:
    dA, formula, found = binary_cross_entropy_derivative(caches[-1].A, Y), "−Y/A3 + (1−Y)/(1−A3)", []
    for layer in (3, 2, 1):
        below = f"A{layer - 1}" if layer > 1 else "X"
        dZ = GS[layer - 1].backward(dA, caches[layer - 1].A)
        found.append(Step(f"dA{layer}", formula, dA))
        found.append(Step(f"dZ{layer}", f"dA{layer} * {NAMES[layer - 1]}'(Z{layer})", dZ))
        dA, dW, db = deep.linear_backward(dZ, caches[layer - 1])
        found.append(Step(f"dW{layer}", f"dZ{layer} {below}.T / m", dW))
        found.append(Step(f"db{layer}", f"sum of dZ{layer} over the examples / m", db))
        formula = f"W{layer}.T dZ{layer}"
    return found


def loss_with(name: str, index: tuple[int, ...], by: float) -> float:
    """The loss when entry `index` of the array `name` (A2, Z1, W3, b1 ...) is moved by `by`, all after it follows.

    For A and Z the loss summed over the examples, for W and b its mean, as the lecture has it.
    """

    def moved(this: str, array: Array) -> Array:
        if this != name:
            return array
        array = array.copy()
        array[index] += by
        return array

    A = X
    for layer, ((W, b), g) in enumerate(zip(PARAMS, GS, strict=True), 1):
        Z = moved(f"Z{layer}", np.dot(moved(f"W{layer}", W), A) + moved(f"b{layer}", b))
        A = moved(f"A{layer}", np.asarray(g(Z)))
    total = float(np.sum(binary_cross_entropy(A, Y)))
    return total / Y.shape[1] if name[0] in "Wb" else total


def difference(step: Step, index: tuple[int, ...]) -> float:
    """The derivative in one entry by a two-sided difference of the loss."""
    name = step.name[1:]
    return (loss_with(name, index, STEP) - loss_with(name, index, -STEP)) / (2 * STEP)


def message(step: Step, entry: int) -> str:
    """Formula and shape; for a derivative, one entry of it beside its difference."""
    text = f"{step.name} = {step.formula}, shape {step.value.shape}."
    if not step.backward:
        return text
    index = tuple(int(k) for k in np.unravel_index(entry % step.value.size, step.value.shape))
    ours, by_difference = decimal(step.value[index], 5), decimal(difference(step, index), 5)
    return f"{text} Entry {list(index)}: {ours}, by difference {by_difference}."


def _draw_array(ax: Axes, step: Step) -> None:
    limit = float(np.abs(step.value).max()) or 1.0
    ax.imshow(step.value, cmap=PROBABILITY, vmin=-limit, vmax=limit, aspect="auto")
    for place, value in np.ndenumerate(step.value):
        ax.text(place[1], place[0], decimal(value), ha="center", va="center", fontsize=8)
    ax.set(xticks=[], yticks=[])
    ax.set_title(step.name, color=CLASS_COLOURS[step.backward], fontsize=10)


@house_style()
def recursion_still() -> Picture:
    """Every array of the recursion with its numbers: the explorer's still picture."""
    figure, axes = new_figure(6, 3, width=10, height=4.2)
    for ax, step in zip(axes.flat, steps(), strict=True):
        _draw_array(ax, step)
    return Picture(
        figure,
        "A 2-2-2-1 network on three examples, all its arrays with their numbers. Above, forward from Z1 to A3; below, "
        "backward from dA3 to db1, layer by layer.",
    )


class _Scene:
    """The kept figure: the names of all the arrays, the formula of one, and its numbers."""

    @house_style()
    def __init__(self) -> None:
        figure, (way, ax) = new_figure(2, width=9, height=3.2, width_ratios=(1.5, 1))
        way.set(xlim=(0, 6), ylim=(-0.3, 4.3))
        way.set_axis_off()
        self.names = [self._name(way, number, step) for number, step in enumerate(steps())]
        self.formula = way.text(0, 0, "", fontsize=14, color=INK)
        way.text(0, 4.25, "forward", color=CLASS_COLOURS[0], fontweight="bold")
        way.text(0, 2.85, "backward", color=CLASS_COLOURS[1], fontweight="bold")
        self.image = ax.imshow(np.zeros((2, 3)), cmap=PROBABILITY, vmin=-1, vmax=1, aspect="auto")
        self.numbers = [ax.text(0, 0, "", ha="center", va="center", fontsize=13) for _ in range(ENTRIES)]
        ax.set(xticks=[], yticks=[])
        self.title = ax.set_title("dW1 (2, 2)")
        (self.mark,) = ax.plot([], [], "s", markersize=44, markerfacecolor="none", markeredgecolor=ACCENT, mew=2)
        self.stage = BlitFigure(figure, [*self.names, self.formula, self.image, *self.numbers, self.mark, self.title])

    def _name(self, ax: Axes, number: int, step: Step) -> Any:
        row, column = divmod(number, 6)
        frame = {"boxstyle": "round,pad=0.3", "facecolor": "white", "edgecolor": LIGHT}
        return ax.text(
            column + 0.4, 3.6 - 1.4 * min(row, 1) - 0.75 * max(row - 1, 0), step.name, ha="center", bbox=frame
        )

    def show(self, number: int, entry: int) -> Pixels:
        step = steps()[number]
        for place, text in enumerate(self.names):
            colour = CLASS_COLOURS[steps()[place].backward]
            text.get_bbox_patch().set_facecolor(colour if place == number else "white")
            text.set_color("white" if place == number else (INK if place < number else GREY))
        self.formula.set_text(f"{step.name} = {step.formula}")
        self.title.set_text(f"{step.name} {step.value.shape}")
        self._show_numbers(step, entry)
        return self.stage.render()

    def _show_numbers(self, step: Step, entry: int) -> None:
        limit = float(np.abs(step.value).max()) or 1.0
        rows, columns = step.value.shape
        self.image.set_data(step.value / limit)
        self.image.set_extent((-0.5, columns - 0.5, rows - 0.5, -0.5))
        for text in self.numbers:
            text.set_text("")
        for text, (place, value) in zip(self.numbers, np.ndenumerate(step.value), strict=False):
            text.set_position((place[1], place[0]))
            text.set_text(decimal(value, 3))
        row, column = divmod(entry % step.value.size, columns)
        self.mark.set_data(*(([column], [row]) if step.backward else ([], [])))


def recursion_explorer() -> Panel:
    """Step through the recursion; for derivatives choose an entry, and see it beside its difference."""
    scene = _Scene()

    def draw(settings: dict[str, int]) -> Frame:
        number, entry = settings["step"], settings["entry"]
        status = message(steps()[number], entry)
        return Frame(scene.show(number, entry), f"The arrays of a network, one shown. {status}", status)

    names = [step.name for step in steps()]
    controls = [
        slider("step", "step", list(range(len(names))), start=8, text=names, play=True),
        slider("entry", "entry of a derivative", list(range(ENTRIES)), start=0, text=lambda k: f"number {k + 1}"),
    ]
    return Panel("Recursion explorer", controls, draw)
