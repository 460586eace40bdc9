"""A kept figure draws the same pixels as a full drawing, only sooner."""

import io
from typing import Any

import numpy as np
import pytest
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from helpers.plots.rendering import PIXEL_RATIO, Pixels, jpeg, png
from helpers.widgets.blitting import BlitFigure

GRID = np.linspace(-1, 1, 40)


def scene(framed: bool = True) -> tuple[Figure, dict[str, Artist]]:
    """Two axes with all that a panel may hold: contours, a heat map, lines, points, a legend, titles, a note."""
    figure = Figure(figsize=(5, 2), layout="constrained")
    left, right = figure.subplots(1, 2)
    left.contourf(GRID, GRID, GRID[:, None] ** 2 + GRID**2)
    (path,) = left.plot([], [], "o-", color="black")
    image = right.imshow(np.zeros((40, 40)), extent=(-1, 1, -1, 1), origin="lower", vmin=0, vmax=1)
    points = right.scatter(GRID[::4], -GRID[::4], zorder=3)
    (line,) = right.plot(GRID, GRID**2, label="a line over the image")
    right.legend(loc="upper center")
    left.set(title="left", xlabel="x")
    right.axis("on" if framed else "off")
    note = figure.text(0.5, 0.02, "")
    return figure, {"path": path, "image": image, "line": line, "points": points, "note": note}


def move(artists: dict[str, Artist], t: float) -> None:
    """Everything that moves, to where it is at time t."""
    artists["path"].set_data([-1, t, 1], [t, -t, 0])
    artists["image"].set_data(np.outer(GRID + 1, GRID + 1) * t / 4)
    artists["line"].set_ydata(np.sin(5 * t * GRID))
    artists["note"].set_text(f"t = {t}")


def full_drawing(t: float, framed: bool = True) -> Pixels:
    """The same figure at time t, drawn by matplotlib as a whole."""
    figure, artists = scene(framed)
    figure.set_dpi(100 * PIXEL_RATIO)
    canvas = FigureCanvasAgg(figure)
    layout: Any = figure.get_layout_engine()
    for _ in range(2):  # axes of equal aspect find their place in the second round
        layout.execute(figure)
    figure.set_layout_engine("none")
    move(artists, t)
    canvas.draw()
    return np.array(canvas.buffer_rgba())


@pytest.mark.parametrize("moving", [("path", "image", "line", "note"), ("note", "line", "image", "path")])
@pytest.mark.parametrize("framed", [True, False])
def test_a_picture_is_that_of_a_full_drawing(moving: tuple[str, ...], framed: bool) -> None:
    figure, artists = scene(framed)
    stage = BlitFigure(figure, [artists[name] for name in moving])
    for t in (0.9, -0.3, 0.5):
        move(artists, t)
        np.testing.assert_array_equal(stage.render(), full_drawing(t, framed))


def test_the_pixels_change_only_where_something_moved() -> None:
    figure, artists = scene()
    stage = BlitFigure(figure, [artists["path"]])
    artists["path"].set_data([-0.5, 0.5], [-0.5, 0.5])
    before = stage.render()
    artists["path"].set_data([-0.5, 0.5], [0.5, -0.5])
    changed = (stage.render() != before).any(axis=-1)
    box = artists["path"].axes.bbox
    assert changed.any()
    assert not changed[:, : int(box.x0)].any() and not changed[:, int(box.x1) + 1 :].any()


def test_an_artist_that_hides_leaves_the_background() -> None:
    figure, artists = scene()
    stage = BlitFigure(figure, [artists["path"]])
    empty = stage.render()
    artists["path"].set_data([-0.5, 0.5], [-0.5, 0.5])
    assert (stage.render() != empty).any()
    artists["path"].set_visible(False)
    np.testing.assert_array_equal(stage.render(), empty)


def test_rendering_leaves_earlier_pictures_alone() -> None:
    figure, artists = scene()
    stage = BlitFigure(figure, [artists["line"]])
    first = stage.render()
    kept = first.copy()
    artists["line"].set_ydata(-(GRID**2))
    assert (stage.render() != kept).any()
    np.testing.assert_array_equal(first, kept)


def test_redraw_takes_up_what_stands_still() -> None:
    figure, artists = scene()
    stage = BlitFigure(figure, [artists["line"]])
    before = stage.render()
    figure.axes[0].set_title("another title")
    np.testing.assert_array_equal(stage.render(), before)
    stage.redraw()
    assert (stage.render() != before).any()


def test_an_artist_added_later_is_drawn_too() -> None:
    figure, artists = scene()
    stage = BlitFigure(figure, [artists["line"]])
    before = stage.render()
    contour = figure.axes[1].contour(GRID, GRID, np.outer(GRID, GRID), [0.1], zorder=4)
    assert (stage.render() != before).any()
    contour.remove()
    np.testing.assert_array_equal(stage.render(), before)


def test_a_picture_is_as_large_and_dense_as_it_should_be() -> None:
    figure, artists = scene()
    assert BlitFigure(figure, [artists["line"]]).render().shape == (200 * PIXEL_RATIO, 500 * PIXEL_RATIO, 4)
    assert PIXEL_RATIO >= 2  # a screen with two pixels to one of the page is common


@pytest.mark.parametrize("moving", [[], [Figure().text(0, 0, "elsewhere")]])
def test_moving_artists_must_be_in_the_figure(moving: list[Artist]) -> None:
    with pytest.raises(ValueError, match="each of them in its figure"):
        BlitFigure(scene()[0], moving)


def test_jpeg_and_png_keep_size_and_colours() -> None:
    pixels = full_drawing(0.5)
    for encoded, kind, off in ((jpeg(pixels), "JPEG", 1.5), (png(pixels), "PNG", 1.5)):
        image = Image.open(io.BytesIO(encoded))
        assert (image.format, image.size) == (kind, pixels.shape[1::-1])
        assert np.abs(np.asarray(image.convert("RGB"), float) - pixels[..., :3]).mean() < off


def test_text_is_crisp_after_jpeg() -> None:
    """Black on white stays black on white, without the grey veil of a strong compression."""
    figure = Figure(figsize=(2, 0.5))
    stage = BlitFigure(figure, [figure.text(0.1, 0.4, "cost 0.123")])
    seen = np.asarray(Image.open(io.BytesIO(jpeg(stage.render()))).convert("L"), float)
    assert np.abs(seen - stage.render()[..., 0]).max() < 24
    assert seen.min() < 10 and np.median(seen) == 255
