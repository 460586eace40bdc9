"""Activation functions over z, each with its derivative beneath it or beside it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from helpers import activations
from helpers.plots.style import ACCENT, ACTIVATION_COLOURS, GREY, WHITE, Picture, house_style, new_figure
from helpers.validation import Array

Function = Callable[..., Any]
Z = np.linspace(-5, 5, 2001)  # 0 is among them

KINKED = ("ReLU", "leaky ReLU", "step")
RANGES = {"sigmoid": "0 to 1", "tanh": "−1 to 1", "ReLU": "0 and up", "leaky ReLU": "any number", "step": "0 or 1"}


def name_of(title: str) -> str:
    """ "leaky ReLU" as it is called in code: "leaky_relu"."""
    return title.lower().replace(" ", "_")


def colour(title: str) -> str:
    """The one colour of an activation in all pictures."""
    return ACTIVATION_COLOURS[name_of(title)]


def by_title(title: str, slope: float = 0.01) -> tuple[Function, Function]:
    """The function and its derivative from z; slope: that of a leaky ReLU below 0."""
    name = name_of(title)
    pair = getattr(activations, name), getattr(activations, f"{name}_derivative")
    return (partial(pair[0], slope=slope), partial(pair[1], slope=slope)) if title == "leaky ReLU" else pair


def with_gap(values: Array) -> Array:
    """The values over Z, but nothing at z = 0: where a curve jumps, no line may join the two sides."""
    return np.where(Z == 0, np.nan, values)


def draw_derivative(ax: Axes, title: str, derivative: Function) -> Any:
    """The slope over z; open circles at z = 0 where it is undefined.  Returns the line."""
    values = derivative(Z)
    (line,) = ax.plot(Z, with_gap(values) if title in KINKED else values, color=colour(title))
    if title in KINKED and title != "step":
        ax.plot([0, 0], [derivative(-1.0), 1], "o", color=colour(title), markerfacecolor=WHITE, zorder=3)
    return line


def _frame(ax: Axes) -> None:
    ax.axhline(0, color=GREY, linewidth=0.8)
    ax.axvline(0, color=GREY, linewidth=0.8)


@house_style()
def activation_curves(titles: Sequence[str] = ("sigmoid", "tanh", "ReLU", "leaky ReLU"), slope: float = 0.1) -> Picture:
    """Each activation, side by side."""
    figure, axes = new_figure(len(titles), width=2.2 * len(titles), height=2.4, sharey=True)
    for ax, title in zip(axes, titles, strict=True):
        _frame(ax)
        ax.plot(Z, by_title(title, slope)[0](Z), color=colour(title))
        ax.set_title(f"{title}\n{RANGES[title]}")
        ax.set(xlabel="z", xlim=(-4, 4), ylim=(-1.3, 2.3), xticks=[-3, 0, 3])
    axes[0].set_ylabel("g(z)")
    return Picture(
        figure,
        "The sigmoid is an S-curve from 0 to 1, tanh one from −1 to 1. ReLU is 0, then rises from z = 0 on; leaky ReLU "
        f"rises below 0 too, with slope {slope:g} (drawn steep, to be seen).",
    )


@house_style()
def activations_and_slopes(titles: Sequence[str] = tuple(RANGES), slope: float = 0.1) -> Picture:
    """Each activation with its derivative beneath it."""
    figure, axes = new_figure(len(titles), 2, width=1.8 * len(titles), height=4.2, sharex=True, sharey="row")
    for (upper, lower), title in zip(axes.T, titles, strict=True):
        function, derivative = by_title(title, slope)
        for ax in (upper, lower):
            _frame(ax)
        upper.plot(Z, with_gap(function(Z)) if title == "step" else function(Z), color=colour(title))
        draw_derivative(lower, title, derivative)
        upper.set_title(f"{title}\n{RANGES[title]}")
        lower.set_xlabel("z")
    axes[0, 0].set(ylabel="g(z)", ylim=(-1.3, 2.3), xlim=(-4, 4), xticks=[-3, 0, 3])
    axes[1, 0].set(ylabel="slope g′(z)", ylim=(-0.08, 1.15), yticks=[0, 0.5, 1])
    return Picture(
        figure,
        "Curves above, their slopes beneath. The sigmoid's slope is a low hill, tanh's a hill up to 1; ReLU's "
        f"is 0, then 1; leaky ReLU's is {slope:g} (drawn steep, to be seen), then 1; the step's is 0 on both sides.",
    )


@house_style()
def tangents(title: str, at: Sequence[float], slope: float = 0.01) -> Picture:
    """One activation with its tangents at some z, and the derivative with the same slopes as dots."""
    function, derivative = by_title(title, slope)
    figure, (left, right) = new_figure(2, width=7, height=2.9)
    for ax in (left, right):
        _frame(ax)
        ax.set(xlabel="z", xlim=(-5, 5))
    left.plot(Z, function(Z), color=colour(title))
    draw_derivative(right, title, derivative)
    for z in at:
        _tangent(left, right, z, float(function(z)), float(derivative(z)))
    left.set_title(f"{title}, and tangents")
    right.set_title("their slopes")
    low, high = np.min(function(Z)), np.max(function(Z))
    left.set_ylim(low - 0.15 * (high - low), high + 0.15 * (high - low))
    right.set_ylim(-0.06, 1.2 * np.max(derivative(Z)))
    message = ", ".join(f"{float(derivative(z)):.2g} at z = {z:g}".replace("-", "−") for z in at)
    return Picture(
        figure, f"{title[0].upper()}{title[1:]} with tangents; then their slopes as dots on the derivative: {message}."
    )


def _tangent(left: Axes, right: Axes, z: float, value: float, slope: float) -> None:
    ends = np.array([-1.3, 1.3])
    left.plot(z + ends, value + slope * ends, color=ACCENT, linewidth=1.6, zorder=4)
    left.plot(z, value, "o", color=ACCENT, zorder=5)
    right.plot(z, slope, "o", color=ACCENT, zorder=5)
    aside, align = (-7, "right") if z < 0 else (7, "left")
    right.annotate(f"{slope:.2g}", (z, slope), (aside, 5), textcoords="offset points", color=ACCENT, ha=align)


@house_style()
def tanh_from_sigmoid() -> Picture:
    """Squeeze the sigmoid sideways, stretch it upwards, lower it: it lies on tanh."""
    steps: tuple[tuple[str, Function], ...] = (
        ("σ(z)", activations.sigmoid),
        ("σ(2z): twice as fast", lambda z: activations.sigmoid(2 * z)),
        ("2σ(2z): doubled", lambda z: 2 * activations.sigmoid(2 * z)),
        ("2σ(2z) − 1: lowered", lambda z: 2 * activations.sigmoid(2 * z) - 1),
    )
    figure, axes = new_figure(4, width=9, height=2.9, sharey=True)
    for k, (ax, (title, f)) in enumerate(zip(axes, steps, strict=True)):
        _frame(ax)
        ax.plot(Z, activations.tanh(Z), color=colour("tanh"), alpha=0.25, linewidth=7, solid_capstyle="round")
        if k:
            ax.plot(Z, steps[k - 1][1](Z), "--", color=colour("sigmoid"), linewidth=1.2, alpha=0.6)
        ax.plot(Z, f(Z), color=colour("sigmoid"))
        ax.set_title(title, fontsize=10.5)
        ax.set(xlabel="z", xlim=(-4, 4), ylim=(-1.2, 2.2))
    axes[0].text(-3.7, -0.85, "tanh", color=colour("tanh"))
    return Picture(
        figure,
        "The sigmoid in orange, tanh as the wide line in pale blue. Twice as fast, then doubled, then lowered by 1 "
        "(dashed: the step before), the sigmoid lies on tanh everywhere.",
    )
