"""Gradients as pictures: the cells where one is wrong, the best step of a check, their size layer by layer."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LogNorm

from helpers.gradient_check import RIGHT, WRONG, GradientCheck, Part, verdict
from helpers.plots.style import CLASS_COLOURS, GREY, LIGHT, SERIES, VERDICTS, Picture, house_style, new_figure
from helpers.validation import Array
from helpers.wording import power_of_ten, rounded


@house_style()
def gradient_check(check: GradientCheck) -> Picture:
    """Where a gradient is wrong: |backward - difference| beside the size of the part, for every dW and db."""
    parts = list(check.parts)
    layers = len(parts) // 2
    widths = [ratio for k in range(layers) for ratio in (parts[2 * k].analytic.shape[1] + 1, 2)]
    figure, axes = new_figure(
        2 * layers, width=min(9, 3 + 2 * layers), height=2.9, squeeze=False, width_ratios=np.sqrt(widths)
    )
    for ax, part in zip(axes[0], parts, strict=True):
        image = _draw_part(ax, part)
    figure.colorbar(image, ax=axes[0].tolist(), label="difference / size", ticks=[RIGHT, WRONG, 1])
    wrong = [part.name for part in parts if verdict(part.error) != "right"]
    where = f"Backward and differences disagree in {', '.join(wrong)}" if wrong else "They agree in every cell"
    return Picture(figure, f"Every derivative is a cell, orange where backward is wrong. {where}.")


def _draw_part(ax: Axes, part: Part) -> Any:
    image = ax.imshow(_apart(part), cmap=VERDICTS, norm=LogNorm(RIGHT**1.1, 1), aspect="auto")
    ok = verdict(part.error) == "right"
    ax.set_title(f"{'✓' if ok else '✗'} {part.name}", color=GREY if ok else CLASS_COLOURS[1])
    ax.set(xticks=[], yticks=[])
    rows, columns = part.analytic.shape
    for edge in np.arange(0.5, rows - 0.5):
        ax.axhline(edge, color=LIGHT, linewidth=0.6)
    for edge in np.arange(0.5, columns - 0.5):
        ax.axvline(edge, color=LIGHT, linewidth=0.6)
    for row, column in np.argwhere(part.kink):
        ax.text(column, row, "kink", ha="center", va="center", fontsize=10, color=GREY)
    return image


def _apart(part: Part) -> Array:
    """For each cell: how far the two values are apart, over their typical size in the part; what kinks explain is 0."""
    size = (np.abs(part.analytic) + np.abs(part.numerical)).max()
    apart = np.where(part.kink, 0, np.abs(part.analytic - part.numerical))
    apart = np.where(apart <= part.rounding, 0, apart)
    return np.asarray(np.clip(np.nan_to_num(apart / (size or 1), nan=1), RIGHT**1.1, 1))


@house_style()
def step_sizes(steps: Sequence[float], errors: Sequence[float]) -> Picture:
    """The relative error of a right gradient against the step h of the check: too large errs, and too small does."""
    figure, ax = new_figure(width=3.6, height=2.8)
    ax.plot(steps, errors, "o-", color=CLASS_COLOURS[1])
    ax.axhline(RIGHT, color=GREY, linewidth=0.8, linestyle=":")
    ax.text(min(steps), RIGHT, '"right"\nlies below', va="top", color=GREY, fontsize=10)
    ax.set(xscale="log", yscale="log", xlabel="step h", ylabel="relative error")
    best = steps[int(np.argmin(errors))]
    return Picture(
        figure,
        f"Relative error against h, both in powers of ten: a V with its lowest point near h = {power_of_ten(best)}. To "
        "the right of it the curve bends, to the left rounding takes over.",
    )


@house_style()
def sizes_by_layer(moments: Mapping[str, Mapping[str, Sequence[float]]]) -> Picture:
    """The size of dW in each layer, for each activation, at a few moments: {moment: {activation: sizes}}."""
    figure, axes = new_figure(len(moments), width=3.5 * len(moments), height=3.1, sharey=True, squeeze=False)
    message = []
    for ax, (moment, curves) in zip(axes[0], moments.items(), strict=True):
        for (name, sizes), marker, colour in zip(curves.items(), "o^s", SERIES, strict=False):
            ax.plot(range(1, len(sizes) + 1), sizes, marker + "-", color=colour, label=name)
        ratios = ", ".join(f"{rounded(sizes[0] / sizes[-1], 1)} ({name})" for name, sizes in curves.items())
        message.append(f"{moment}, the first layer's over the last one's is {ratios}")
        ax.set(title=moment, xlabel="layer", yscale="log")
    axes[0][0].set_ylabel("size of dW")
    axes[0][0].legend()
    return Picture(figure, f"Size of the gradient by layer, in powers of ten: {'; '.join(message)}.")
