"""The format of static pictures: alt text, pieces that a narrow page stacks, letters large enough, one palette."""

import base64
import io
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib.colors import Colormap, LinearSegmentedColormap
from matplotlib.text import Text
from needs import need
from PIL import Image
from test_activation_plots import PICTURES as OF_ACTIVATIONS
from test_plots import PICTURES as GENERAL
from test_plots import X, Y

from helpers import deep, gradient_check, networks, plots, shallow
from helpers.plots import rendering
from helpers.plots.columns import cuts
from helpers.plots.style import CLASS_COLOURS, PROBABILITY, SIGNED
from helpers.timings import Timings
from helpers.wording import power_of_ten, signed

DIAGRAMS = ("block_diagram", "computation_graph")  # one drawing as wide as it is: a narrow page scrolls it
NETWORK = deep.initialize([2, 5, 4, 1], 0)
FLAT = [(np.ones((3, 1)), np.zeros((3, 1))), (np.ones((1, 3)), np.zeros((1, 1)))]  # one input, one output
RUN = {"sigmoid": [1e-3, 0.1], "ReLU": [0.3, 0.2]}


def check_of_a_wrong_gradient() -> plots.Picture:
    params = shallow.initialize(2, 3, 1, seed=0, scale=0.5)
    return plots.gradient_check(gradient_check.compare(networks.shallow_network(), params, X[:, :5], Y[:, :5]))


PICTURES: dict[str, Callable[[], plots.Picture]] = {
    **GENERAL,
    **OF_ACTIVATIONS,
    "block_diagram": lambda: plots.block_diagram(NETWORK, X, ["tanh", "tanh", "sigmoid"]),
    "broadcast": lambda: plots.broadcast((3, 1), (1, 4)),
    "confusion_matrix": lambda: plots.confusion_matrix(np.array([[8, 1], [0, 9]])),
    "costs_by_step": lambda: plots.costs_by_step({"batch": np.ones((3, 1)), "mini-batch": np.ones((3, 4))}),
    "course_overview": plots.course_overview,
    "curve_fits": lambda: plots.curve_fits(X[:1], Y, {"placed": FLAT, "trained": FLAT}),
    "folded_lines": lambda: plots.folded_lines(np.arange(3), {"a": np.arange(3) / 2, "b": np.ones(3)}),
    "gradient_check": check_of_a_wrong_gradient,
    "heat_map": lambda: plots.heat_map(np.ones((2, 2)), ("rate", [0.1, 1.0]), ("units", [2, 4]), "cost"),
    "heat_maps": lambda: plots.heat_maps(
        {"a": np.ones((2, 2)), "b": np.ones((2, 2))}, ("rate", [0.1, 1.0]), ("batch size", [2, 4]), "cost"
    ),
    "hidden_space": lambda: plots.hidden_space(shallow.initialize(2, 3, 1), X, Y),
    "hidden_units": lambda: plots.hidden_units(shallow.initialize(2, 9, 1), X, Y),
    "images_to_columns": lambda: plots.images_to_columns(np.ones((4, 8, 8)), "0123"),
    "matrix_product": lambda: plots.matrix_product(np.ones((2, 3), int), np.ones((3, 2), int), 1, 0),
    "parabola_and_tangents": plots.parabola_and_tangents,
    "searches": lambda: plots.searches(
        {"grid": (np.ones(2), np.ones(2), np.arange(2)), "random": (abs(X[0]), abs(X[1]), abs(X[0]))}, ("a", "b")
    ),
    "sizes_by_layer": lambda: plots.sizes_by_layer({"at the start": RUN, "at the end": RUN}),
    "step_sizes": lambda: plots.step_sizes([1e-8, 1e-5, 1e-2], [1e-6, 1e-9, 1e-4]),
    "sums_along_axes": lambda: plots.sums_along_axes(np.ones((3, 4))),
    "sums_of_a_block": plots.sums_of_a_block,
    "training_curves": lambda: plots.training_curves({"a": ([0, 1], [2.3, 1.0])}, "epoch", "cost J"),
    "timings": lambda: plots.timings({"size": Timings(["loop", "array"], [1, 10], np.ones((2, 2)))}),
    "train_and_validation": lambda: plots.train_and_validation([1, 4], {"a": ([0.7, 1], [0.6, 0.9])}, "hidden units"),
}


@cache
def draw(name: str) -> tuple[str, plots.Picture, Any]:
    """The name of a picture, the picture, and its HTML."""
    picture = PICTURES[name]()
    return name, picture, need("bs4").BeautifulSoup(picture.html(), "html.parser")


@pytest.fixture(params=PICTURES)
def drawn(request: pytest.FixtureRequest) -> tuple[str, plots.Picture, Any]:
    return draw(request.param)


def test_every_plot_is_among_the_pictures() -> None:
    made_elsewhere = {"Picture", "decision_boundaries"}
    assert {name for name in plots.__all__ if name not in made_elsewhere} <= PICTURES.keys()


def test_the_first_piece_speaks_for_all_and_the_pieces_are_the_whole(drawn: Any) -> None:
    _, picture, page = drawn
    images = page.select("figure.hand-figure img")
    assert [image["alt"] for image in images] == [picture.alt, *[""] * (len(images) - 1)]
    assert [image.get("aria-hidden") for image in images] == [None, *["true"] * (len(images) - 1)]
    caption = page.select_one("figcaption")
    assert caption.text == picture.alt and caption["aria-hidden"] == "true"
    pieces = [rendering.opened(base64.b64decode(image["src"].split(",")[1])) for image in images]
    assert [piece.width // 2 for piece in pieces] == [int(image["width"]) for image in images]
    assert all(piece.info["Description"] == picture.alt for piece in pieces)
    whole = np.asarray(Image.open(io.BytesIO(picture.png())).convert("RGB"))
    np.testing.assert_array_equal(np.hstack([np.asarray(piece.convert("RGB")) for piece in pieces]), whole)


def test_every_piece_fits_a_telephone_with_letters_of_ten_pixels(drawn: Any) -> None:
    name, picture, page = drawn
    fonts = [text.get_fontsize() for text in picture.figure.findobj(Text) if text.get_visible() and text.get_text()]
    assert min(fonts) >= rendering.LEAST_FONT
    assert rendering.LEAST_FONT * rendering.CSS_DPI / 72 * rendering.LEAST_SCALE >= 9.99
    for image in page.select("img"):
        least = int(re.search(r"min-width: (\d+)px", image["style"])[1])  # type: ignore[index]
        assert least == round(rendering.LEAST_SCALE * int(image["width"]))
        assert least <= 284 or name in DIAGRAMS


def test_each_column_of_axes_is_a_piece(drawn: Any) -> None:
    name, picture, _ = drawn
    places = {round(ax.get_position().x0, 3) for ax in picture.figure.axes if ax.get_label() != "<colorbar>"}
    assert len(cuts(picture.figure)) == len(places) - 1, name


def test_no_letter_is_cut(drawn: Any) -> None:
    """Where a picture falls apart there is nothing but paper, nor at its left and right edge."""
    _, picture, _ = drawn
    pixels = picture.pixels[:, :, :3]
    for x in [0, *cuts(picture.figure), pixels.shape[1] - 1]:
        assert (pixels[:, x] == 255).all(), x


def lightness(colour: Any) -> float:
    """Relative luminance of an RGB colour, 0 (black) to 1 (white), as WCAG 2 defines it."""
    c = np.asarray(colour[:3])
    linear = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def contrast_of_sides(colours: Colormap, p: float) -> float:
    """How much lighter the side of class 1 is, at p, than that of class 0, at 1 - p: 1 means equal in grey."""
    return (lightness(colours(p)) + 0.05) / (lightness(colours(1 - p)) + 0.05)


def test_the_two_sides_of_a_boundary_differ_in_grey() -> None:
    assert contrast_of_sides(PROBABILITY, 1.0) > 1.6 and contrast_of_sides(PROBABILITY, 0.8) > 1.3
    assert lightness(PROBABILITY(0.5)) > lightness(PROBABILITY(1.0)) > lightness(PROBABILITY(0.0))
    before = LinearSegmentedColormap.from_list("", ["#7fb8de", "#f7f7f7", "#f2b184"])  # the eye saw one grey
    assert contrast_of_sides(before, 1.0) < 1.3


def test_the_more_positive_a_weight_the_lighter() -> None:
    assert (np.diff([lightness(SIGNED(v)) for v in np.linspace(0, 1, 50)]) > 0).all()


@pytest.mark.parametrize("label", [0, 1])
def test_the_points_of_a_class_stand_out_from_its_side(label: int) -> None:
    from matplotlib.colors import to_rgb

    point, side = lightness(to_rgb(CLASS_COLOURS[label])), lightness(PROBABILITY(float(label)))
    assert (side + 0.05) / (point + 0.05) > 1.8


def test_every_colour_of_a_plot_stands_in_the_palette() -> None:
    folder = Path(plots.__file__).parent
    literal = re.compile(r"""["'](#[0-9a-fA-F]{3,8}|white|black|gray|gray_r|RdBu\w*|viridis)["']""")
    assert len(literal.findall((folder / "style.py").read_text(encoding="utf-8"))) > 10
    for path in folder.glob("*.py"):
        if path.name not in ("style.py", "figure_html.py"):
            assert not literal.findall(path.read_text(encoding="utf-8")), path.name


def test_what_notebooks_show_is_one_output(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[dict[str, str]] = []
    monkeypatch.setattr("IPython.display.display", lambda data, raw=False: shown.append(data))
    picture = plots.loss_curves()
    picture._ipython_display_()
    assert shown == [{"text/html": picture.html(), "text/plain": picture.alt}]


def test_an_alt_text_with_quotes_and_brackets_arrives_whole() -> None:
    picture = plots.Picture(plots.loss_curves().figure, 'Where x < 1 & "y" > 2.')
    page = need("bs4").BeautifulSoup(picture.html(), "html.parser")
    assert page.select_one("img")["alt"] == page.select_one("figcaption").text == picture.alt


def test_powers_of_ten_and_signs() -> None:
    assert (power_of_ten(2e-5), power_of_ten(1e4), signed(-0.25), signed(3)) == ("10⁻⁵", "10⁴", "−0.2", "+3.0")


def test_no_sentence_has_a_number_in_computer_notation(drawn: Any) -> None:
    assert not re.search(r"\de[+-]?\d|(?<![\w])-\d", drawn[1].alt)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ([[8, 1], [0, 9]], "Most often it was 0 taken for 1, 1 time."),
        ([[8, 3], [3, 9]], "Most often it was 0 taken for 1 and 1 taken for 0, 3 times each."),
        ([[8, 0], [0, 9]], "There is no mistake."),
    ],
)
def test_a_confusion_matrix_names_every_most_frequent_mistake(table: list[list[int]], words: str) -> None:
    assert plots.confusion_matrix(np.array(table)).alt.endswith(words)


def test_the_lowest_point_of_a_curve_gets_a_ring() -> None:
    curves = {"training": ([0, 5, 9], [2.0, 1.0, 0.5]), "validation": ([0, 5, 9], [2.0, 0.8, 0.9])}
    picture = plots.training_curves(curves, "epoch", "cost J", lowest="validation")
    *_, ring = picture.figure.axes[0].lines
    assert ring.get_xydata().tolist() == [[5, 0.8]]
    assert picture.alt.endswith("validation from 2 to 0.9, lowest (ring) at epoch 5.")


def test_a_weight_of_zero_is_grey_and_all_images_of_weights_share_one_scale() -> None:
    figure = plots.image_grid([np.array([[0.0, 1.0]]), np.array([[0.0, -4.0]])], "ab", "Two.", 2, signed=True).figure
    small, large = (ax.images[0] for ax in figure.axes)
    assert small.get_clim() == large.get_clim()
    assert sum(small.get_clim()) == 0 and small.get_clim()[1] > 1
    assert small.to_rgba(0.0) == large.to_rgba(0.0) == SIGNED(0.5)
