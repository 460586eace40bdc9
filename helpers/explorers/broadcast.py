"""Broadcasting explorer: write two shapes, and see what NumPy makes of them."""

from helpers.broadcasting import Broadcast, Shape, read_shape
from helpers.plots.broadcast import COLOURS, alt, draw_grid, grids, titles
from helpers.plots.rendering import Pixels
from helpers.plots.style import GREY, house_style, new_figure
from helpers.widgets.blitting import BlitFigure
from helpers.widgets.panel import Frame, Panel, field


def explained(a: Shape, b: Shape) -> tuple[Broadcast, str]:
    """What becomes of two shapes, and the sentence for the status line."""
    found = Broadcast(a, b)
    if found.result is not None:
        return found, f"The result has shape {found.result}. {found.warning}".strip()
    place, axis = next((place, axis) for place, axis in enumerate(found.axes) if not axis.fits)
    fixes = " or ".join(f"{text}, which gives {shape}" for text, shape in found.fixes)
    return found, f"Axis {place}: {axis.message()}." + (f" What would fit: {fixes}." if fixes else "")


class _Scene:
    """The kept figure: three grids of cells, and a title above each."""

    @house_style()
    def __init__(self, found: Broadcast) -> None:
        figure, axes = new_figure(3, width=9, height=3.1)
        self.images = [draw_grid(ax, image) for ax, image in zip(axes, grids(found), strict=True)]
        self.titles = [ax.set_title("a") for ax in axes]
        self.stage = BlitFigure(figure, [*self.images, *self.titles])

    def show(self, found: Broadcast) -> Pixels:
        for image, cells in zip(self.images, grids(found), strict=True):
            image.set_data(cells)
        for text, title, colour in zip(self.titles, titles(found), COLOURS, strict=True):
            text.set_text(title)
            text.set_color(GREY if "✗" in title else colour)
        return self.stage.render()


def broadcast_explorer() -> Panel:
    """Write the shapes of a and b, such as 3, 1 and 4: the cells show what is stretched and what comes out."""
    scene = _Scene(Broadcast((3, 1), (4,)))

    def draw(settings: dict[str, Shape]) -> Frame:
        found, status = explained(settings["a"], settings["b"])
        return Frame(scene.show(found), alt(found), status)

    controls = [field(name, f"shape of {name}", start, read=_readable) for name, start in (("a", "3, 1"), ("b", "4"))]
    return Panel("Broadcasting explorer", controls, draw)


def _readable(text: str) -> Shape:
    """A shape of at most two axes."""
    shape = read_shape(text)
    if len(shape) > 2:
        raise ValueError(f"{shape} has more than two axes, which can't be drawn here: explain_broadcast takes them")
    return shape
