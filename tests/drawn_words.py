"""Where the words of a drawing stand on the page, for tests that none runs into another."""

from itertools import combinations

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.transforms import Bbox

from helpers.widgets import still
from helpers.widgets.drawing import Drawing, Words


def misplaced_words(drawing: Drawing) -> list[str]:
    """Words that run over the rim of the sheet or into others."""
    words = [mark for mark in drawing.marks if isinstance(mark, Words) and mark.text]
    figure, artists = still.figure(Drawing(drawing.width, drawing.height, words))
    canvas = FigureCanvasAgg(figure)
    boxes = [artist.get_window_extent(canvas.get_renderer()) for artist in artists]
    placed = list(zip((mark.text for mark in words), boxes, strict=True))
    over = [text for text, box in placed if _outside(box, *canvas.get_width_height())]
    return over + [f"{a} / {b}" for (a, one), (b, other) in combinations(placed, 2) if one.overlaps(other)]


def _outside(box: Bbox, wide: float, high: float) -> bool:
    return box.x0 < -1 or box.x1 > wide + 1 or box.y0 < -1 or box.y1 > high + 1
