"""Two pictures for who needs them: the slopes of a curve, and how a matrix product is made.  Notebook 99."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from helpers.plots.style import ACCENT, CELL, INK, LIGHT, PALE_GREEN, PALE_YELLOW, Picture, house_style, new_figure
from helpers.validation import Array
from helpers.wording import decimal


@house_style()
def parabola_and_tangents(at: tuple[float, ...] = (-1.5, 0.0, 1.5)) -> Picture:
    """The curve of x squared, with its tangent and its slope at some x."""
    figure, ax = new_figure(width=3.6, height=2.9)
    x = np.linspace(-2.2, 2.2, 200)
    ax.plot(x, x**2, color=INK)
    for point in at:
        ends = point + np.array([-0.6, 0.6])
        ax.plot(ends, point**2 + 2 * point * (ends - point), color=ACCENT)
        ax.plot(point, point**2, "o", color=ACCENT)
        label = f"slope {decimal(2 * point, 0)}"
        ax.annotate(label, (point, point**2), (12, -6), textcoords="offset points", color=ACCENT, va="top")
    ax.set(xlabel="x", ylabel="y = x²", ylim=(-1, 5))
    slopes = ", ".join(f"{decimal(2 * point, 0)} at x = {point:g}".replace("-", "−") for point in at)
    return Picture(figure, f"The curve y = x² with three tangents. Their slopes are {slopes}.")


@house_style()
def matrix_product(A: Array, B: Array, row: int, column: int) -> Picture:
    """A (n, k) at the left, B (k, m) above, A B (n, m) between; one row, one column and their number are marked."""
    (n, k), m = A.shape, B.shape[1]
    C = A @ B
    figure, ax = new_figure(width=3.5, height=3.2)
    _cells(ax, A, (0, k + 0.6), np.arange(n)[:, None] == row)
    _cells(ax, B, (k + 0.6, 0), np.arange(m) == column)
    _cells(ax, C, (k + 0.6, k + 0.6), (np.arange(n)[:, None] == row) & (np.arange(m) == column), PALE_GREEN)
    for name, place in (("A", (k / 2, k + 0.3)), ("B", (k + 0.3, k / 2)), ("A B", (k + m + 1, k + 0.6 + n / 2))):
        ax.text(*place, name, ha="center", va="center", weight="bold")
    ax.set(xlim=(-0.1, k + m + 1.5), ylim=(k + n + 0.7, -0.1), aspect="equal")
    ax.set_axis_off()
    terms = " + ".join(f"{a} · {b}" for a, b in zip(A[row], B[:, column], strict=True))
    return Picture(
        figure,
        f"A stands at the left, B above, their product in the corner between. Row {row} of A and column {column} of B "
        f"are marked; where they cross stands {terms} = {C[row, column]}.",
    )


def _cells(ax: Axes, values: Array, corner: tuple[float, float], marked: Array, colour: str = PALE_YELLOW) -> None:
    """The numbers of a matrix in cells, its upper left corner at `corner`; the marked ones in colour and bold."""
    for (i, j), value in np.ndenumerate(values):
        mine = bool(np.broadcast_to(marked, values.shape)[i, j])
        place = corner[0] + j, corner[1] + i
        ax.add_patch(Rectangle(place, 1, 1, facecolor=colour if mine else CELL, edgecolor=LIGHT))
        weight = "bold" if mine else "normal"
        ax.text(place[0] + 0.5, place[1] + 0.5, f"{value}", ha="center", va="center", weight=weight)
