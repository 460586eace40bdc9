"""Matrix products with their letters: which row and which column make an entry, and the letter that is summed."""

from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from helpers.plots.style import AMBER, CELL, GREEN, INK, LIGHT, Picture, house_style, new_figure

GAP = 0.9  # between the arrays, in cells
Place = tuple[float, float]
Product = tuple[str, str, str, str, str]


@house_style()
def products(products: Sequence[Product], sizes: Mapping[str, int]) -> Picture:
    """Each product with its left factor on the left, its right factor above, and between them the result.

    products: (left, right, result, letters, title) such as ("$W$", "$X$", "$Z$", "ji,ie->je", "forward").
    sizes: how many there are of each letter.
    """
    most = max(sizes.values())
    tallest = max(sizes[letters.split("->")[1][0]] + sizes[_summed(letters)] for *_, letters, _ in products)
    figure, axes = new_figure(len(products), width=3.4 * len(products), height=3.6, squeeze=False)
    for ax, (left, right, result, letters, title) in zip(axes[0], products, strict=True):
        _draw(ax, left, right, result, letters, sizes)
        ax.set(xlim=(-GAP - most - 1, most + 0.1), ylim=(-0.1, GAP + tallest + 1), aspect="equal")
        ax.set_title(title, fontsize=11)
    written = "; ".join(f"entry {letters.split('->')[1]} sums over {_summed(letters)}" for *_, letters, _ in products)
    return Picture(
        figure,
        f"Matrix products: row and column picked out make one entry where they cross. There {written}: the letter "
        "of the sides where the factors touch.",
    )


def _summed(letters: str) -> str:
    """The letter of both factors that the result doesn't have."""
    factors, result = letters.split("->")
    return next(letter for letter in factors if letter.isalpha() and letter not in result)


def _draw(ax: Axes, left: str, right: str, result: str, letters: str, sizes: Mapping[str, int]) -> None:
    row, column = list(letters.split("->")[1])
    summed = _summed(letters)
    rows, columns, inner = (sizes[letter] for letter in (row, column, summed))
    _draw_array(ax, (-GAP - inner, 0), rows, inner, left, True, False)
    _draw_array(ax, (0, GAP + rows), inner, columns, right, False, True)
    _draw_array(ax, (0, 0), rows, columns, result, True, True)
    style: dict[str, Any] = {"ha": "center", "va": "center", "fontsize": 13, "fontstyle": "italic"}
    ax.text(-GAP - inner - 0.5, rows / 2, row, color=INK, **style)
    ax.text(columns / 2, GAP + rows + inner + 0.5, column, color=INK, **style)
    ax.text(-GAP - inner / 2, rows + 0.5, summed, color=GREEN, fontweight="bold", **style)
    ax.text(-0.5, GAP + rows + inner / 2, summed, color=GREEN, fontweight="bold", **style)
    ax.set_axis_off()


def _draw_array(ax: Axes, corner: Place, rows: int, columns: int, name: str, in_row: bool, in_column: bool) -> None:
    """A grid of cells from its lower left corner; picked out is its first row, its last column, or where they cross."""
    for row in range(rows):
        for column in range(columns):
            picked = (row == 0 or not in_row) and (column == columns - 1 or not in_column)
            colour = AMBER if in_row and in_column else GREEN
            style = {"facecolor": colour, "alpha": 0.45} if picked else {"facecolor": CELL}
            at = corner[0] + column, corner[1] + rows - 1 - row
            ax.add_patch(Rectangle(at, 1, 1, edgecolor=LIGHT, linewidth=1, **style))
    ax.add_patch(Rectangle(corner, columns, rows, fill=False, edgecolor=INK, linewidth=1.3))
    ax.text(corner[0] + columns / 2, corner[1] + rows / 2, name, ha="center", va="center", fontsize=15)
