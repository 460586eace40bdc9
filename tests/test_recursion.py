"""The recursion, step by step: every derivative beside a difference, and the pictures of blocks and arrays."""

import numpy as np
import pytest

from helpers import deep, explorers, plots
from helpers.explorers import recursion
from helpers.explorers.recursion import Step

STEPS = recursion.steps()


@pytest.mark.parametrize("step", [step for step in STEPS if step.backward], ids=lambda step: step.name)
def test_every_entry_of_every_derivative_agrees_with_its_difference(step: Step) -> None:
    for index in np.ndindex(step.value.shape):
        assert recursion.difference(step, index) == pytest.approx(step.value[index], abs=1e-7)


def test_its_arrays_are_those_of_the_deep_network() -> None:
    values = {step.name: step.value for step in STEPS}
    A, caches = deep.forward(recursion.PARAMS, recursion.X, recursion.GS)
    np.testing.assert_array_equal(values["A3"], A)
    gradients = deep.backward(values["dZ3"], caches, recursion.GS)
    for layer, (dW, db) in enumerate(gradients, 1):
        np.testing.assert_allclose(values[f"dW{layer}"], dW)
        np.testing.assert_allclose(values[f"db{layer}"], db)
    assert len(STEPS) == 18 and not [name for name in values if name == "dA0"]


@pytest.mark.parametrize("number", range(len(STEPS)))
def test_the_panel_shows_formula_and_numbers(number: int) -> None:
    panel = explorers.recursion_explorer()
    frame = panel._draw({"step": number, "entry": 5})
    assert frame.status.startswith(f"{STEPS[number].name} = ") and frame.status in frame.alt
    assert ("by difference" in frame.status) is STEPS[number].backward


def test_the_still_picture_has_all_the_numbers() -> None:
    picture = explorers.recursion_still()
    shown = {ax.get_title(loc="left"): len(ax.texts) for ax in picture.figure.axes}
    assert shown == {step.name: step.value.size for step in STEPS}


def test_blocks_carry_the_live_shapes() -> None:
    params, X = deep.initialize([6, 4, 3, 1], 0), np.zeros((6, 9))
    picture = plots.network_diagram(params, X, ["relu", "tanh", "sigmoid"])
    message = {text.get_text() for text in picture.figure.axes[0].texts}
    assert {"X\n(6, 9)", "A1\n(4, 9)", "A3 = ŷ\n(1, 9)", "dA2\n(3, 9)", "dW2 (3, 4), db2", "layer 2\ntanh"} <= message
    assert f"{params.vector.size} derivatives in all" in picture.alt
