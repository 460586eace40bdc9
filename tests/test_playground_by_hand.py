"""A small network of the playground in the panel of notebook 05: its own numbers, forward and back."""

from typing import Any

import numpy as np
import pytest

from helpers import deep, explorers
from helpers.explorers.playground.by_hand import passes_of
from helpers.playground.live import LiveTraining
from helpers.playground.settings import training


def small(**settings: Any) -> LiveTraining:
    return training(**{"hidden": [(2, "tanh"), (2, "tanh")], "m": 20} | settings)


@pytest.mark.parametrize("activation", ["tanh", "relu", "sigmoid"])
def test_its_numbers_are_those_of_the_network(activation: str) -> None:
    live = small(hidden=[(2, activation), (2, activation)])
    live.advance(30)
    passes = passes_of(live)
    assert passes.X.shape == (2, 3) and set(passes.Y[0]) == {0.0, 1.0}
    A, caches = deep.forward(live.params, passes.X, live.model.activations)
    np.testing.assert_allclose(passes.arrays["A3"], A)
    for layer, (dW, db) in enumerate(deep.backward(A - passes.Y, caches, live.model.activations), 1):
        np.testing.assert_allclose(passes.arrays[f"dW{layer}"], dW, atol=1e-9)
        np.testing.assert_allclose(passes.arrays[f"db{layer}"], db, atol=1e-9)
    before = live.params.vector.copy()
    passes.stepped(0.5)
    np.testing.assert_array_equal(live.params.vector, before)


def test_the_panel_opens_on_the_network_and_comes_back_to_it() -> None:
    panel = explorers.playground(hidden=[(2, "sigmoid"), (2, "sigmoid")], m=20, title="small")
    panel.live.advance(5)
    hand: Any = panel.by_hand()
    np.testing.assert_array_equal(hand._playable.all.params.vector, panel.live.params.vector)
    assert hand.settings["hidden"] == "sigmoid"
    hand._playable.change(1.0)
    hand._playable.reset()
    np.testing.assert_array_equal(hand._playable.all.X, passes_of(panel.live).X)
    assert hand._playable.finished().alt
    hand.close()
    panel.close()


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (
            {"hidden": [(4, "tanh"), (2, "tanh")]},
            "the network is 2-4-2-1, for classification; by hand one follows 2-2-2-1",
        ),
        ({"data": "hills", "task": "regression"}, "the network is 2-2-2-1, for regression; by hand"),
        (
            {"hidden": [(2, "tanh"), (2, "relu")]},
            "the hidden layers are tanh and relu; by hand both are the same: relu",
        ),
        ({"hidden": [(2, "identity"), (2, "identity")]}, "by hand both are the same: relu, tanh or sigmoid"),
    ],
    ids=str,
)
def test_another_form_gets_a_sentence(settings: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        passes_of(small(**settings))


def test_a_unit_that_is_off_is_said() -> None:
    live = small()
    live.change("switch", (0, 0))
    with pytest.raises(ValueError, match="with units that are off; by hand one follows 2-2-2-1"):
        passes_of(live)
