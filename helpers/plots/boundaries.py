"""Decision boundaries over the plane: the probability as a map, the boundary as a line, the examples on top."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from helpers.metrics import accuracy
from helpers.networks.model import Model
from helpers.plots.rendering import Limits
from helpers.plots.style import INK, PROBABILITY, Picture, house_style, limits, new_figure, scatter_classes
from helpers.validation import Array, Layers


def probability_map(probability: Callable[[Array], Array], window: Limits, steps: int = 120) -> Array:
    """The probability of class 1 on a grid of steps x steps points over the window, row by row from the bottom."""
    left, right, bottom, top = window
    x1, x2 = np.meshgrid(np.linspace(left, right, steps), np.linspace(bottom, top, steps))
    return np.asarray(probability(np.stack([x1.ravel(), x2.ravel()]))).reshape(steps, steps)


def draw_boundary(ax: Axes, probability: Callable[[Array], Array], X: Array, Y: Array, threshold: float = 0.5) -> Any:
    """Probability map, boundary and examples on `ax`; returns the image of the map, for a colour bar."""
    window = limits(X)
    P = probability_map(probability, window)
    image = ax.imshow(P, extent=window, origin="lower", cmap=PROBABILITY, vmin=0, vmax=1, aspect="auto")
    if P.min() < threshold < P.max():
        grid = np.linspace(window[0], window[1], len(P)), np.linspace(window[2], window[3], len(P))
        ax.contour(*grid, P, levels=[threshold], colors=INK, linewidths=2)
    scatter_classes(ax, X, Y)
    ax.set(xlabel="x1", ylabel="x2")
    return image


def probability_of(model: Model, params: Layers) -> Callable[[Array], Array]:
    """The function X -> P(y = 1 | x) that a trained model stands for."""
    return lambda X: model.answer(model.forward(params, X))


def decision_boundary(model: Model, params: Layers, X: Array, Y: Array, title: str = "") -> Picture:
    """What a model that was trained on (X, Y) says all over the plane."""
    return decision_boundaries([(title, model, params, X, Y)])


@house_style()
def decision_boundaries(rows: Sequence[tuple[str, Model, Layers, Array, Array]]) -> Picture:
    """The same for several (title, model, params, X, Y), side by side."""
    figure, axes = new_figure(len(rows), width=min(2.5 * len(rows) + 0.9, 9), height=3.1, squeeze=False)
    message = []
    for ax, (title, model, params, X, Y) in zip(axes[0], rows, strict=True):
        image = draw_boundary(ax, probability_of(model, params), X, Y)
        share = accuracy(model.predict(params, X), Y)
        ax.set_title(f"{title}\n{share:.0%} right" if title else f"{share:.0%} right")
        message.append(f"{share:.0%} right" + f" ({title})" * bool(title))
    for ax in axes[0][1:]:
        ax.set_ylabel("")
    figure.colorbar(image, ax=axes[0].tolist(), label="P(class 1)", ticks=[0, 0.5, 1])
    return Picture(figure, f"P(class 1) as a map, with a black line where it is 0.5: {'; '.join(message)}.")
