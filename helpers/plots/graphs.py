"""A computation graph with both numbers on every edge: the value going forward, the derivative coming back."""

from typing import Any

from matplotlib.axes import Axes

from helpers.computation_graph import Graph, Node
from helpers.plots.style import ARROW, CLASS_COLOURS, GREY, INK, WHITE, Picture, house_style, new_figure

HALO = {"boxstyle": "square,pad=0.05", "facecolor": WHITE, "edgecolor": "none", "alpha": 0.85}
SHARE = 0.42  # where on its way an edge has its numbers: clear of the node it leaves, and of the edges it will meet
Places = dict[str, tuple[float, float]]


def number(value: Any) -> str:
    """With four digits and a true minus sign."""
    return f"{float(value):.4g}".replace("-", "−")


def places(graph: Graph) -> Places:
    """Where each node stands: computed nodes on one line, inputs just left of the first node that uses them."""
    column: dict[str, int] = {}
    for node in graph.nodes:
        column[node.name] = 1 + max((column[p] for p in node.parents if p in column), default=0)
    at: Places = {name: (x, 0.0) for name, x in column.items()}
    for x in range(max(column.values())):
        here = [name for name in graph.inputs if _first_use(graph, name, column) == x + 1]
        taken = x in column.values()
        for row, name in enumerate(reversed(here)):
            at[name] = (x, row + 1.0 if taken else row - (len(here) - 1) / 2)
    return at


def _first_use(graph: Graph, name: str, column: dict[str, int]) -> int:
    return min(column[node.name] for node in graph.nodes if name in node.parents)


@house_style()
def computation_graph(graph: Graph, values: dict[str, Any], derivatives: dict[str, Any] | None = None) -> Picture:
    """The graph with its values and, when they are given, the derivatives that `graph.backward` found."""
    at = places(graph)
    low, high = min(y for _, y in at.values()), max(y for _, y in at.values())
    right = max(x for x, _ in at.values())
    figure, ax = new_figure(width=1.75 * (right + 1.15), height=0.8 + 0.72 * (high - low + 1))
    ax.set(xlim=(-0.3, right + 0.85), ylim=(low - 0.5, high + 0.5))
    ax.set_axis_off()
    for node in graph.nodes:
        _edges_into(ax, node, at, values, derivatives)
    last = graph.nodes[-1]
    end = (at[last.name][0] + 0.8, at[last.name][1])
    _edge(ax, at[last.name], end, values[last.name], None if derivatives is None else 1.0)
    box = {"boxstyle": "round,pad=0.45", "facecolor": WHITE, "edgecolor": INK}
    for name, (x, y) in at.items():
        ax.text(x, y, name, ha="center", va="center", fontsize=12, fontweight="bold", bbox=box, zorder=4)
    for node in graph.nodes:
        x, y = at[node.name]
        ax.text(x - 0.09, y - 0.27, node.formula, ha="left", va="top", fontsize=10, color=GREY, bbox=HALO, zorder=6)
    return Picture(figure, _alt(graph, values, derivatives))


def _edges_into(ax: Axes, node: Node, at: Places, values: dict[str, Any], d: dict[str, Any] | None) -> None:
    slopes = node.slopes(*(values[parent] for parent in node.parents))
    for parent, slope in zip(node.parents, slopes, strict=True):
        _edge(ax, at[parent], at[node.name], values[parent], None if d is None else d[node.name] * slope)


def _edge(ax: Axes, start: tuple[float, float], end: tuple[float, float], value: Any, derivative: Any) -> None:
    arrow = {"arrowstyle": "->", "color": ARROW, "shrinkA": 10, "shrinkB": 4}
    ax.annotate("", end, start, arrowprops=arrow, zorder=1)
    x, y = (a + SHARE * (b - a) for a, b in zip(start, end, strict=True))
    style: dict[str, Any] = {"fontsize": 10.5, "ha": "center", "zorder": 5}
    ax.text(x, y + 0.08, number(value), va="bottom", color=CLASS_COLOURS[0], bbox=HALO, **style)
    if derivative is not None:
        ax.text(x, y - 0.08, number(derivative), va="top", color=CLASS_COLOURS[1], bbox=HALO, **style)


def _alt(graph: Graph, values: dict[str, Any], derivatives: dict[str, Any] | None) -> str:
    message = f"Values, in blue, go forward: {', '.join(f'{k} = {number(v)}' for k, v in values.items())}."
    if derivatives is None:
        return message
    last = graph.nodes[-1].name
    back = ", ".join(f"d{k} = {number(v)}" for k, v in derivatives.items() if k != last)
    return f"{message} Derivatives of {last}, in orange, come back: {back}."
