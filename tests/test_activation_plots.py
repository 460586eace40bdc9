"""The static pictures of notebook 03: each draws, carries its sentence, and shows what it says."""

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PIL import Image

from helpers import plots
from helpers.activations import softmax, tanh
from helpers.gradient_check import numerical_derivative
from helpers.gradient_flow import gradients_by_depth
from helpers.plots import activations as drawn
from helpers.plots.style import ACTIVATION_COLOURS

ALIVE = np.array([[0.0, 1.0, 2.0], [0.0, 0.0, 0.0], [3.0, 0.0, 1.0]])
PICTURES: dict[str, Callable[[], plots.Picture]] = {
    "activation_curves": plots.activation_curves,
    "activations_and_slopes": plots.activations_and_slopes,
    "tangents": lambda: plots.tangents("sigmoid", (-2, 0, 1)),
    "tangents_of_a_kink": lambda: plots.tangents("leaky ReLU", (-2, 1), slope=0.2),
    "tanh_from_sigmoid": plots.tanh_from_sigmoid,
    "gradients_through_layers": plots.gradients_through_layers,
    "active_units": lambda: plots.active_units([("before", ALIVE + 1), ("after", ALIVE)]),
    "score_bars": lambda: plots.score_bars([1.0, 0.0, -2.0], ["a", "b", "c"]),
}


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_is_drawn_with_ink_and_a_sentence_and_twice_the_same(name: str) -> None:
    picture = PICTURES[name]()
    first = picture.png()
    pixels = np.asarray(Image.open(io.BytesIO(first)).convert("L"))
    assert pixels[0, 0] == 255 and (pixels < 128).mean() > 0.001
    assert picture.alt.endswith(".") and picture.alt[0].isupper()
    assert PICTURES[name]().png() == first


def lines(ax: object) -> list[tuple[np.ndarray, np.ndarray]]:
    return [(np.asarray(line.get_xdata()), np.asarray(line.get_ydata())) for line in ax.lines]  # type: ignore[attr-defined]


def test_below_each_curve_stands_its_own_slope() -> None:
    upper, lower = np.split(np.array(plots.activations_and_slopes().figure.axes), 2)
    for above, below in zip(upper, lower, strict=True):
        (z, g), (_, slope) = (max(lines(ax), key=lambda line: line[0].size) for ax in (above, below))
        away = abs(z) > 0.02
        np.testing.assert_allclose(np.gradient(g, z)[away][1:-1], slope[away][1:-1], atol=1e-4)


def test_the_last_panel_lies_on_tanh() -> None:
    (z, grey), *_, (_, blue) = [line for line in lines(plots.tanh_from_sigmoid().figure.axes[-1]) if line[0].size > 2]
    np.testing.assert_allclose(blue, grey, atol=1e-14)
    np.testing.assert_allclose(grey, np.tanh(z), atol=1e-14)


def test_a_tangent_touches_its_curve_with_the_slope_of_the_dot() -> None:
    left, right = plots.tangents("tanh", (0.8,)).figure.axes
    (x, y) = next(line for line in lines(left) if line[0].size == 2 and np.allclose(line[0].mean(), 0.8))
    slope = float((y[1] - y[0]) / (x[1] - x[0]))
    assert slope == pytest.approx(float(numerical_derivative(tanh, 0.8)), rel=1e-6)
    assert y.mean() == pytest.approx(float(tanh(0.8)))
    assert any(line[0].size == 1 and line[1][0] == pytest.approx(slope) for line in lines(right))


def test_where_a_slope_is_undefined_no_line_joins_the_sides() -> None:
    for title in ("ReLU", "leaky ReLU"):
        _, slope = max(lines(plots.tangents(title, (1,)).figure.axes[1]), key=lambda line: line[0].size)
        assert np.isnan(slope[drawn.Z == 0]).all() and np.isfinite(slope[drawn.Z != 0]).all()
    assert np.isfinite(drawn.by_title("sigmoid")[1](drawn.Z)).all()


def test_the_curves_through_the_layers_are_the_measured_ones() -> None:
    ax = plots.gradients_through_layers(("relu",)).figure.axes[2]
    (_, sizes) = max(lines(ax), key=lambda line: line[0].size)
    np.testing.assert_array_equal(sizes, gradients_by_depth("relu", 20, 2**0.5).rms_gradients)
    assert sizes.min() > ax.get_ylim()[0] and sizes.max() < ax.get_ylim()[1]


def test_the_alt_texts_tell_the_numbers() -> None:
    assert "0.2 at z = −2, 1 at z = 1" in PICTURES["tangents_of_a_kink"]().alt
    assert "before, 0 of 3 rows blank; after, 1 of 3 rows blank" in PICTURES["active_units"]().alt
    a, b, c = softmax(np.array([1.0, 0.0, -2.0]))
    assert f"a {a:.2f}, b {b:.2f}, c {c:.2f}" in PICTURES["score_bars"]().alt


def test_an_activation_has_one_colour_in_all_pictures() -> None:
    def curve(figure: Any, at: int, points: int) -> str:
        return next(line.get_color() for line in figure.axes[at].lines if len(line.get_xdata()) == points)

    colours = {curve(plots.activation_curves().figure, 1, drawn.Z.size)}
    colours |= {curve(plots.activations_and_slopes().figure, at, drawn.Z.size) for at in (1, 6)}
    colours |= {curve(plots.tangents("tanh", (0,)).figure, at, drawn.Z.size) for at in (0, 1)}
    colours |= {curve(plots.gradients_through_layers(("tanh",)).figure, 0, 21)}
    assert colours == {ACTIVATION_COLOURS["tanh"]}
    assert len(set(ACTIVATION_COLOURS.values())) == len(ACTIVATION_COLOURS)
