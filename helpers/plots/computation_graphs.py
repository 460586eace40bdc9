"""A computation graph: values in the boxes, local slopes on the arrows, derivatives coming back; paths picked out."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from helpers.computation_graph import Graph, Path
from helpers.plots.style import AMBER, CLASS_COLOURS, GREEN, GREY, INK, WHITE, Picture, house_style, new_figure
from helpers.validation import Array

Values = dict[str, Any]
Edge = tuple[str, str]
Slopes = dict[Edge, Any]
Places = dict[str, Array]

FORWARD, BACKWARD = CLASS_COLOURS
PATHS = (AMBER, GREEN)
COLUMN, ROW, WIDTH = 1.9, 1.25, 0.78  # inches from box to box, and how wide a box is
HALO = {"boxstyle": "square,pad=0.12", "facecolor": WHITE, "edgecolor": "none"}


def number(value: Any) -> str:
    """With at most three decimals and a true minus sign."""
    return f"{round(float(value), 3) + 0.0:g}".replace("-", "−")


def symbol(name: str) -> str:
    """As one writes it: w1_12 is w, of layer 1, with the indices 12; x1 has the index 1."""
    letter, layer, index = re.fullmatch(r"([A-Za-z])(?:(\d)_)?(\d*)", name).groups()  # type: ignore[union-attr]
    return f"${letter}{f'^{{[{layer}]}}' if layer else ''}{f'_{{{index}}}' if index else ''}$"


def places(graph: Graph, inputs: Sequence[str]) -> Places:
    """The middle of each box, in inches: a node right of its parents, an input just left of what uses it first."""
    column: dict[str, int] = {}
    for node in graph.nodes:
        column[node.name] = 1 + max((column[p] for p in node.parents if p in column), default=0)
    first = {name: min(column[node.name] for node in graph.nodes if name in node.parents) - 1 for name in inputs}
    column = first | column
    at: Places = {}
    for x in set(column.values()):
        here = [name for name in column if column[name] == x]
        at |= {name: np.array([COLUMN * x, ROW * ((len(here) - 1) / 2 - row)]) for row, name in enumerate(here)}
    return at


@house_style()
def computation_graph(
    graph: Graph,
    values: Values,
    derivatives: Values | None = None,
    inputs: Sequence[str] | None = None,
    paths: Sequence[Path] = (),
) -> Picture:
    """The graph with its values, its local slopes and, when they are given, the derivatives that `backward` found.

    inputs: those that are drawn, from top to bottom; all if not given.  paths: picked out, each with its product.
    """
    at = places(graph, graph.inputs if inputs is None else inputs)
    low, high = np.min(list(at.values()), axis=0), np.max(list(at.values()), axis=0)
    low, high = low - [0.76, 0.66 + 0.3 * len(paths)], high + [0.7, 0.55]
    figure, ax = new_figure(width=high[0] - low[0], height=high[1] - low[1])
    figure.set_layout_engine("none")
    ax.set(xlim=(low[0], high[0]), ylim=(low[1], high[1]), position=(0, 0, 1, 1))
    ax.set_axis_off()
    slopes = {edge: slope for edge, slope in graph.slopes(values).items() if edge[0] in at}
    _draw_paths(ax, paths, at, slopes, low[1])
    for edge, slope in slopes.items():
        start, end = (at[name] for name in edge)
        _draw_edge(ax, start, end, _crossed(edge, slopes, at), slope, derivatives is not None)
    below = {node.name: f"${node.formula}$" if node.formula else "" for node in graph.nodes}
    below |= sums_at_forks(slopes, derivatives)
    for name in at:
        _draw_box(ax, at[name], name, values[name], derivatives, below.get(name, ""))
    return Picture(figure, _alt(graph, values, derivatives, slopes, paths))


def sums_at_forks(slopes: Slopes, derivatives: Values | None) -> dict[str, str]:
    """What comes back to a value along each of several edges: "3 + 4"; nothing without derivatives."""
    if derivatives is None:
        return {}
    back: dict[str, list[str]] = {}
    for (parent, child), slope in slopes.items():
        back.setdefault(parent, []).append(number(derivatives[child] * slope))
    return {name: " + ".join(terms).replace("+ −", "− ") for name, terms in back.items() if len(terms) > 1}


def _crossed(edge: Edge, slopes: Slopes, at: Places) -> bool:
    """Does another edge between the same columns cross this one?"""
    (x, y), (end_x, end_y) = (at[name] for name in edge)
    others = [(at[a], at[b]) for a, b in slopes if (at[a][0], at[b][0]) == (x, end_x)]
    return any((a[1] - y) * (b[1] - end_y) < 0 for a, b in others)


def _draw_edge(ax: Axes, start: Array, end: Array, crossed: bool, slope: float, back: bool) -> None:
    """An arrow with its slope, before the middle if another one crosses there; the way back is an arrow of its own."""
    start, end = start + [WIDTH / 2, 0], end - [WIDTH / 2, 0]
    aside = [0, 0.055 if back else 0]
    arrow = {"arrowstyle": "->", "shrinkA": 1, "shrinkB": 1, "mutation_scale": 11}
    ax.annotate("", tuple(end + aside), tuple(start + aside), arrowprops={**arrow, "color": GREY}, zorder=2)
    if back:
        ax.annotate("", tuple(start - aside), tuple(end - aside), arrowprops={**arrow, "color": BACKWARD}, zorder=2)
    x, y = start + (0.33 if crossed else 0.47) * (end - start)
    ax.text(x, y, f"× {factor(slope)}", ha="center", va="center", fontsize=11, color=INK, zorder=5, bbox=HALO)


def _draw_box(ax: Axes, at: Array, name: str, value: Any, derivatives: Values | None, below: str) -> None:
    half = 0.34 if derivatives is None else 0.46
    corner = (at[0] - WIDTH / 2, at[1] - half)
    ax.add_patch(Rectangle(corner, WIDTH, 2 * half, facecolor=WHITE, edgecolor=INK, linewidth=1.2, zorder=3))
    lines = [(symbol(name), INK), (number(value), FORWARD)]
    if derivatives is not None:
        lines.append((number(derivatives[name]), BACKWARD))
    for row, (text, colour) in enumerate(lines):
        y = at[1] + 0.27 * ((len(lines) - 1) / 2 - row)
        size, weight = (11, "bold") if row else (14, "normal")
        ax.text(at[0], y, text, ha="center", va="center", fontsize=size, fontweight=weight, color=colour, zorder=6)
    colour = GREY if below.startswith("$") else BACKWARD
    ax.text(at[0], at[1] - half - 0.05, below, ha="center", va="top", fontsize=11, color=colour, zorder=6)


def _draw_paths(ax: Axes, paths: Sequence[Path], at: Places, slopes: Slopes, bottom: float) -> None:
    """Each path as a broad band, and at the foot of the picture its slopes multiplied."""
    for row, (path, colour) in enumerate(zip(paths, PATHS, strict=False)):
        shift = 0.1 * ((len(paths) - 1) / 2 - row)
        line = np.array([at[name] + [side * WIDTH / 2, shift] for name in path for side in (-1, 1)])
        ax.plot(*line[1:-1].T, color=colour, linewidth=8, alpha=0.45, solid_capstyle="butt", zorder=1)
        y = bottom + 0.22 + 0.3 * (len(paths) - 1 - row)
        left = min(place[0] for place in at.values()) - WIDTH / 2
        ax.plot([left, left + 0.35], [y, y], color=colour, linewidth=8, alpha=0.45, solid_capstyle="round")
        ax.text(left + 0.5, y, product(path, slopes), ha="left", va="center", fontsize=12)


def product(path: Path, slopes: Slopes) -> str:
    """The slopes along a path, multiplied: "1 · 0.5 · (−2) = −1"."""
    factors = [slopes[edge] for edge in pairwise(path)]
    return f"{' · '.join(map(factor, factors))} = {number(np.prod(factors))}"


def factor(value: Any) -> str:
    """A number as it stands in a product: one below 0 in brackets."""
    return f"({number(value)})" if value < 0 else number(value)


def _alt(graph: Graph, values: Values, derivatives: Values | None, slopes: Slopes, paths: Sequence[Path]) -> str:
    if paths:
        return " ".join(f"Picked out: {' to '.join(path)}, slopes {product(path, slopes)}." for path in paths)
    drawn, last = {name for edge in slopes for name in edge}, graph.nodes[-1].name
    message = f"Values, in blue: {', '.join(f'{k} = {number(v)}' for k, v in values.items() if k in drawn)}."
    if derivatives is None:
        arrows = ", ".join(f"{start} to {end} {number(slope)}" for (start, end), slope in slopes.items())
        return f"{message} Slopes on the arrows: {arrows}."
    back = ", ".join(f"d{k} = {number(v)}" for k, v in derivatives.items() if k in drawn - {last})
    return f"{message} Derivatives of {last}, in orange, come back: {back}."
