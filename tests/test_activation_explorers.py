"""What stands behind the panels of notebook 03: at their least, default and greatest settings."""

import numpy as np
import pytest

from helpers import explorers
from helpers.explorers import activation, gradient_flow
from helpers.gradient_check import numerical_derivative
from helpers.plots.activations import by_title
from helpers.widgets.panel import Panel

MAKERS = [explorers.activation_explorer, explorers.depth_explorer]


@pytest.fixture(scope="module", params=MAKERS, ids=lambda make: make.__name__)
def panel(request: pytest.FixtureRequest) -> Panel:
    return request.param()


def test_it_starts_with_a_picture_and_words(panel: Panel) -> None:
    assert panel.frame.status and panel.frame.status in panel.frame.alt
    assert panel.frame.picture.std() > 5


def test_each_control_changes_picture_and_words(panel: Panel) -> None:
    for name, control in panel._controls.items():
        frames = [panel._draw(panel.settings | {name: value}) for value in (control.values[0], control.values[-1])]
        assert frames[0].status != frames[1].status, name
        assert not np.array_equal(frames[0].picture, frames[1].picture), name


def test_every_combination_of_ends_is_drawn(panel: Panel) -> None:
    controls = list(panel._controls.values())
    for values in np.array(np.meshgrid(*[[0, len(c.values) - 1] for c in controls])).reshape(len(controls), -1).T:
        settings = {c.name: c.values[i] for c, i in zip(controls, values, strict=True)}
        assert "nan" not in panel._draw(settings).status


class TestActivation:
    @pytest.mark.parametrize("title", activation.TITLES)
    @pytest.mark.parametrize("z", [-4.0, -0.1, 0.3, 4.0])
    def test_the_slope_is_that_of_differences(self, title: str, z: float) -> None:
        at = activation.touch(title, z, 0.25)
        function, _ = by_title(title, 0.25)
        assert at.value == pytest.approx(float(function(z)))
        assert at.slope == pytest.approx(float(numerical_derivative(function, z)), abs=1e-8)

    @pytest.mark.parametrize("title", ["ReLU", "leaky ReLU", "step"])
    def test_at_a_kink_there_is_no_tangent(self, title: str) -> None:
        at = activation.touch(title, 0.0)
        assert at.slope is None and "no tangent" in at.status

    def test_a_leak_of_one_has_no_kink(self) -> None:
        assert activation.touch("leaky ReLU", 0.0, 1.0).slope == 1

    def test_zero_is_among_the_points_of_the_slider(self) -> None:
        assert 0.0 in activation.POINTS and not np.signbit(activation.POINTS[activation.POINTS == 0]).any()


class TestDepth:
    @pytest.mark.parametrize(
        ("arriving", "word"), [(1e-9, "vanishes"), (0.02, "arrives"), (1.0, "arrives"), (1e4, "explodes")]
    )
    def test_the_verdict_fits_the_size(self, arriving: float, word: str) -> None:
        assert word in gradient_flow.verdict(arriving)

    def test_deeper_is_the_same_stack_with_more_layers(self) -> None:
        assert gradient_flow.run("sigmoid", 5, 1.0).arriving > gradient_flow.run("sigmoid", 20, 1.0).arriving

    def test_the_questions_of_the_notebook_have_answers(self) -> None:
        def said(name: str, scale: float) -> str:
            return gradient_flow.verdict(gradient_flow.run(name, 20, scale).arriving)

        assert {said("sigmoid", s).split()[1].strip(".:") for s in gradient_flow.SCALES} == {"vanishes", "arrives"}
        assert all("vanishes" in said("sigmoid", s) for s in gradient_flow.SCALES if s <= 4)
        assert any("explodes" in said("tanh", s) for s in gradient_flow.SCALES)
