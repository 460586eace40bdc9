"""Curves over one variable: activations, losses with their tangents, and costs while a network trains."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from helpers import activations, losses
from helpers.plots.style import ACCENT, ARROW, CLASS_COLOURS, GREY, SERIES, VERMILION, Picture, house_style, new_figure
from helpers.validation import Array
from helpers.wording import decimal, rounded


@house_style()
def functions(curves: Mapping[str, Callable[[Array], Any]], alt: str, *, low: float = -6, high: float = 6) -> Picture:
    """Functions of z side by side in one picture, each with its name."""
    z = np.linspace(low, high, 601)
    figure, ax = new_figure(width=3.6, height=2.8)
    for (name, f), colour, style in zip(curves.items(), SERIES, ("-", "--", "-.", ":") * 2, strict=False):
        ax.plot(z, f(z), style, color=colour, label=name)
    ax.axvline(0, color=GREY, linewidth=0.8)
    ax.set_xlabel("z")
    ax.legend(loc="upper left")
    return Picture(figure, alt)


@house_style()
def sigmoid_and_step() -> Picture:
    """The sigmoid with the perceptron's step beside it."""
    figure, axes = new_figure(2, width=7, height=2.8, sharey=True)
    z = np.linspace(-6, 6, 601)
    curves = {"sigmoid": activations.sigmoid(z), "step": activations.step(z)}
    for ax, (title, values) in zip(axes, curves.items(), strict=True):
        ax.plot(z, values, color=CLASS_COLOURS[1])
        ax.axhline(0.5, color=GREY, linewidth=0.8, linestyle=":")
        ax.axvline(0, color=GREY, linewidth=0.8)
        ax.set(title=title, xlabel="z", ylim=(-0.05, 1.05))
    axes[0].set_ylabel("output")
    axes[0].annotate("slope 1/4", (0, 0.5), (1.6, 0.33), arrowprops={"arrowstyle": "->", "color": GREY})
    axes[1].annotate("slope 0, jump at 0", (3, 1), (-1.2, 0.7), arrowprops={"arrowstyle": "->", "color": GREY})
    return Picture(
        figure,
        "Both rise from 0 to 1 as z grows. The sigmoid bends smoothly through 0.5 at z = 0; the step jumps there "
        "and is flat everywhere else.",
    )


def draw_loss_over_output(ax: Axes, y: int) -> None:
    """The cross-entropy of one example over what the unit says, for a true label y."""
    a = np.linspace(0.002, 0.998, 500)
    ax.plot(a, losses.binary_cross_entropy(a, np.full_like(a, y)), color=CLASS_COLOURS[y])
    ax.set(xlabel="ŷ, the probability given to class 1", ylabel="loss", xlim=(0, 1), ylim=(-0.2, 5))
    ax.set_title(f"y = {y}")


def draw_loss_over_score(ax: Axes, y: int) -> None:
    """The same loss over the score z = w.T x + b."""
    z = np.linspace(-5, 5, 300)
    ax.plot(z, losses.binary_cross_entropy_from_scores(z, np.full_like(z, y)), color=CLASS_COLOURS[y])
    ax.set(xlabel="z, the score", ylabel="loss", xlim=(-5, 5), ylim=(-0.2, 5))


@house_style()
def loss_curves() -> Picture:
    """The loss against ŷ, for either label."""
    figure, axes = new_figure(2, width=7, height=2.8, sharey=True)
    for ax, y in zip(axes, (1, 0), strict=True):
        draw_loss_over_output(ax, y)
    axes[1].set_ylabel("")
    return Picture(
        figure,
        "Where y = 1 the loss falls from infinity at ŷ = 0 to nothing at ŷ = 1; where y = 0 it is the mirror image. "
        "Being sure and wrong costs without limit.",
    )


@house_style()
def loss_tangents(outputs: tuple[float, ...] = (0.2, 0.5, 0.9)) -> Picture:
    """Tangents of the loss for y = 1 at some ŷ, and the same points over z."""
    figure, (left, right) = new_figure(2, width=7, height=3)
    draw_loss_over_output(left, 1)
    draw_loss_over_score(right, 1)
    for a in outputs:
        z, loss = np.log(a / (1 - a)), -np.log(a)
        for ax, x, slope in ((left, a, -1 / a), (right, z, a - 1)):
            ax.axline((x, loss), slope=slope, color=ACCENT, linewidth=1.2)
            ax.plot(x, loss, "o", color=ACCENT)
            ax.annotate(decimal(slope, 1), (x, loss), (6, 6), textcoords="offset points", color=ACCENT)
    right.set_title("the same loss over z")
    over_output = ", ".join(decimal(-1 / a, 1) for a in outputs)
    over_score = ", ".join(decimal(a - 1, 1) for a in outputs)
    at = ", ".join(f"{a:g}" for a in outputs)
    return Picture(
        figure, f"For y = 1, tangents at ŷ = {at}. Over ŷ their slopes are {over_output}; over z they are {over_score}."
    )


@house_style()
def cost_curve(history: Any, title: str = "Cost while training") -> Picture:
    """The cost against the iteration, from a training history."""
    if not history.costs:
        raise ValueError("the history is empty: training was interrupted before it took its first cost")
    figure, ax = new_figure(width=3.6, height=2.8)
    ax.plot(history.iterations, history.costs, color=CLASS_COLOURS[1])
    ax.set(title=title, xlabel="iteration", ylabel="cost J", ylim=(0, None))
    first, highest, last = history.costs[0], max(history.costs), history.costs[-1]
    detour = (
        f"rises from {first:.3f} to {highest:.3f}, then falls" if highest > 1.02 * first else f"falls from {first:.3f}"
    )
    return Picture(figure, f"The cost {detour} to {last:.3f} in {history.iterations[-1]:,} iterations.")


@house_style()
def train_and_validation(numbers: Any, curves: Mapping[str, tuple[Any, Any]], xlabel: str) -> Picture:
    """Shares that are right on training and on validation data, for each name: {name: (train, validation)}."""
    figure, axes = new_figure(len(curves), width=3.5 * len(curves), height=3.1, sharey=True, squeeze=False)
    message = []
    for ax, (name, (train, validation)) in zip(axes[0], curves.items(), strict=True):
        ax.plot(numbers, train, "o-", color=CLASS_COLOURS[0], label="training")
        ax.plot(numbers, validation, "^-", color=CLASS_COLOURS[1], label="validation")
        ax.set(title=name, xlabel=xlabel, xscale="log", ylim=(0.45, 1.03))
        ax.set_xticks(numbers, [str(number) for number in numbers], minor=False)
        ax.minorticks_off()
        best = int(np.argmax(validation))
        message.append(
            f"on {name} validation is best at {numbers[best]} ({validation[best]:.0%}, training {train[best]:.0%})"
        )
    axes[0][0].set_ylabel("share that is right")
    axes[0][-1].legend(loc="lower right")
    return Picture(figure, f"Share that is right against {xlabel}: {'; '.join(message)}.")


@house_style()
def training_curves(
    curves: Mapping[str, tuple[Any, Any]], xlabel: str, ylabel: str, lowest: str | None = None
) -> Picture:
    """What changes while training goes on, for each name a curve: {name: (numbers, values)}.

    lowest: the name of the curve whose lowest point gets a ring.
    """
    figure, ax = new_figure(width=3.6, height=2.8)
    message, lines = [], ("-", "--", "-.", ":")
    for (name, (numbers, values)), colour, line in zip(curves.items(), SERIES, lines, strict=False):
        ax.plot(numbers, values, line, color=colour, label=name)
        message.append(f"{name} from {rounded(float(values[0]))} to {rounded(float(values[-1]))}")
        if name == lowest:
            least = int(np.argmin(values))
            ax.plot(numbers[least], values[least], "o", color=colour, fillstyle="none", markersize=12)
            message[-1] += f", lowest (ring) at {xlabel} {numbers[least]}"
    ax.set(xlabel=xlabel, ylabel=ylabel, ylim=(0, None))
    ax.legend()
    return Picture(figure, f"{ylabel[0].upper()}{ylabel[1:]} against {xlabel}: {'; '.join(message)}.")


@house_style()
def costs_by_step(found: Mapping[str, Array]) -> Picture:
    """The cost of each step's own batch, and its mean over each epoch, side by side: {name: (epochs, steps)}."""
    figure, axes = new_figure(len(found), width=2.9 * len(found), height=2.8, sharey=True, squeeze=False)
    message = []
    for ax, (name, costs) in zip(axes[0], found.items(), strict=True):
        epochs, steps = costs.shape
        means = costs.mean(axis=1)
        ax.plot((np.arange(costs.size) + 0.5) / steps, costs.ravel(), color=ARROW, linewidth=0.8, label="each step")
        ax.hlines(means, range(epochs), range(1, epochs + 1), color=VERMILION, linewidth=3, label="mean of an epoch")
        ax.set(title=name, xlabel="epoch", xlim=(0, epochs), xticks=range(epochs + 1))
        message.append(
            f"{name}, {decimal(float(costs[-1].min()))} to {decimal(float(costs[-1].max()))} in the last epoch, "
            f"its mean from {decimal(float(means[0]))} down to {decimal(float(means[-1]))}"
        )
    axes[0][0].set(ylabel="cost of the batch", ylim=(0, 1.02 * max(costs.max() for costs in found.values())))
    axes[0][0].legend(loc="lower left")
    return Picture(figure, f"The cost of each step's own batch: {'; '.join(message)}.")
