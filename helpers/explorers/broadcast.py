"""Broadcasting explorer: write two shapes, and see what NumPy makes of them."""

from helpers.broadcasting import Broadcast, Shape, read_shape
from helpers.plots.broadcast import GridOnAxes, alt, grids
from helpers.plots.rendering import Pixels
from helpers.plots.style import house_style, new_figure
from helpers.widgets.blitting import BlitFigure
from helpers.widgets.panel import Frame, Panel, field

LARGEST = 1_000_000  # a size that can still be written beside the cells


def explained(a: Shape, b: Shape) -> tuple[Broadcast, str]:
    """What becomes of two shapes, and the sentence for the status line."""
    found = Broadcast(a, b)
    if found.result is not None:
        return found, f"The result has shape {found.result}. {found.warning}".strip()
    place, axis = next((place, axis) for place, axis in enumerate(found.axes) if not axis.fits)
    fixes = " or ".join(f"{text}, which gives {shape}" for text, shape in found.fixes)
    return found, f"Axis {place}: {axis.message()}." + (f" What would fit: {fixes}." if fixes else "")


class _Scene:
    """The kept figure: three grids of cells."""

    @house_style()
    def __init__(self) -> None:
        figure, axes = new_figure(3, width=9, height=3.2)
        self.grids = [GridOnAxes(ax) for ax in axes]
        self.stage = BlitFigure(figure, [artist for grid in self.grids for artist in grid.artists])

    def show(self, found: Broadcast) -> Pixels:
        """Both arrays, and the result if the shapes fit."""
        for shown, grid in zip(self.grids, grids(found), strict=True):
            shown.show(grid)
        return self.stage.render()


def broadcast_explorer() -> Panel:
    """Write the shapes of a and b, such as (3, 1) and (4,): the cells show what is stretched and what comes out."""
    scene = _Scene()

    def draw(settings: dict[str, Shape]) -> Frame:
        found, status = explained(settings["a"], settings["b"])
        return Frame(scene.show(found), alt(found), status)

    starts = (("a", "(3, 1)"), ("b", "(4,)"))
    controls = [field(name, f"shape of {name}", start, read=_readable) for name, start in starts]
    return Panel("Broadcasting explorer", controls, draw)


def _readable(text: str) -> Shape:
    """A shape that can be drawn: at most two axes, and sizes that can be written."""
    shape = read_shape(text)
    if len(shape) > 2:
        raise ValueError(f"{shape} has more than two axes, which can't be drawn here: explain_broadcast takes them")
    if max(shape, default=0) > LARGEST:
        raise ValueError(f"{max(shape):,} is too large to be drawn here: take sizes up to {LARGEST:,}")
    return shape
