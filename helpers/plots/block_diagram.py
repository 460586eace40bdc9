"""A network as blocks: forward above, backward below, with the shapes on the arrows and the caches between them."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from helpers.plots.style import ACCENT, CLASS_COLOURS, GREY, INK, WHITE, Picture, house_style, new_figure
from helpers.validation import Array, Layers

UP, DOWN = 1.9, 0.0  # heights of the two rows


@house_style()
def block_diagram(params: Layers, X: Array, activations: Sequence[str]) -> Picture:
    """Forward and backward blocks of a network, with the shapes of all that goes in and out, for these examples."""
    n, m = X.shape
    layers = len(params)
    figure, ax = new_figure(width=1.2 + 2.1 * layers, height=3.9)
    ax.set(xlim=(-1.25, 2.3 * layers - 0.2), ylim=(-1.25, UP + 1.0))
    ax.set_axis_off()
    _arrow(ax, (-1.2, UP), (-0.25, UP), f"X\n({n}, {m})", CLASS_COLOURS[0])
    _arrow(ax, (-0.25, DOWN), (-1.2, DOWN), "dA0\nthrown away", GREY)
    for layer, ((W, _), name) in enumerate(zip(params, activations, strict=True), 1):
        _layer(ax, layer, layers, (len(W), m), W.shape, name)
    sizes = ", ".join(str(len(W)) for W, _ in params)
    total = sum(W.size + b.size for W, b in params)
    return Picture(
        figure,
        f"{layers} forward blocks from left to right, with {sizes} units, and below them {layers} backward blocks from "
        f"right to left. Caches lead from each block to the one below it; each backward block gives dW and db, "
        f"{total:,} derivatives in all. dA0, which comes out last, is thrown away.",
    )


def _layer(ax: Axes, layer: int, layers: int, out: tuple[int, int], weights: tuple[int, int], name: str) -> None:
    x = 2.3 * (layer - 1)
    after = x + 1.3, x + 2.05
    _box(ax, x, UP, f"layer {layer}\n{name}", CLASS_COLOURS[0])
    _box(ax, x, DOWN, f"layer {layer}\nback", CLASS_COLOURS[1])
    last = layer == layers
    _arrow(ax, (after[0], UP), (after[1], UP), f"A{layer}{' = ŷ' if last else ''}\n{out}", CLASS_COLOURS[0])
    _arrow(ax, (after[1], DOWN), (after[0], DOWN), f"dA{layer}\n{out}", CLASS_COLOURS[1])
    _arrow(ax, (x + 0.52, UP - 0.45), (x + 0.52, DOWN + 0.45), f"cache\nW{layer} {weights}", GREY)
    _arrow(ax, (x + 0.52, DOWN - 0.45), (x + 0.52, DOWN - 0.9), f"dW{layer} {weights}, db{layer}", ACCENT, below=True)


def _box(ax: Axes, x: float, y: float, text: str, colour: str) -> None:
    shape = FancyBboxPatch((x - 0.15, y - 0.38), 1.35, 0.76, boxstyle="round,pad=0.06", fc=WHITE, ec=colour, lw=1.8)
    ax.add_patch(shape)
    ax.text(x + 0.52, y, text, ha="center", va="center", color=INK, fontsize=10)


def _arrow(
    ax: Axes, start: tuple[float, float], end: tuple[float, float], text: str, colour: str, below: bool = False
) -> None:
    ax.annotate("", end, start, arrowprops={"arrowstyle": "->", "color": colour, "linewidth": 1.6})
    upright = start[0] == end[0]
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    if below:
        ax.text(x, end[1] - 0.05, text, ha="center", va="top", color=colour, fontsize=10)
    elif upright:
        ax.text(x + 0.1, y, text, ha="left", va="center", color=colour, fontsize=10)
    else:
        ax.text(x, y + 0.08, text, ha="center", va="bottom", color=colour, fontsize=10)
