"""The network as PyTorch code: where PyTorch is there, it answers and trains as ours does.

It is large: the weekly run of the workflow installs it, others by hand, `.venv/bin/python -m pip install torch`.
"""

import os
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from test_playground_code import (
    KINDS,
    LABELS,
    POINTS,
    RULES,
    answers,
    our_training,
    run,
    small,
    trained_networks,
)

from helpers.parameters import Parameters
from helpers.playground.as_code import Trained, pytorch_code

if os.environ.get("REQUIRE_TORCH"):
    import torch
else:
    torch = pytest.importorskip("torch")
pytestmark = pytest.mark.weekly


def layers(network: Any) -> Parameters:
    linear = [layer for layer in network if isinstance(layer, torch.nn.Linear)]
    arrays = [(layer.weight.detach().numpy(), layer.bias.detach().numpy()[:, None]) for layer in linear]
    return Parameters(arrays)


@settings(max_examples=60)
@given(trained_networks(keep=(1.0, 0.8)))
def test_pytorch_gives_the_same_answers(trained: Trained) -> None:
    names = run(pytorch_code(trained))
    np.testing.assert_array_equal(layers(names["network"]).vector, Parameters(trained.params).vector)
    np.testing.assert_allclose(names["predict"](POINTS), answers(trained), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("batch_size", [None, 8])
@pytest.mark.parametrize("rule", RULES, ids=str)
@pytest.mark.parametrize("output", KINDS)
def test_pytorch_goes_on_as_ours_does(
    output: str, rule: dict[str, Any], batch_size: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of 30 examples, in their order; the last of four mini-batches has six."""
    monkeypatch.setattr(torch, "randperm", torch.arange)
    trained = small(output, hidden="leaky_relu", **rule, batch_size=batch_size)
    Y = LABELS if output == "sigmoid" else np.tanh(POINTS[:1])
    names = run(pytorch_code(trained))
    names["train"](POINTS, Y, 5)
    ours = our_training(trained, 5, Y).vector
    np.testing.assert_allclose(layers(names["network"]).vector, ours, rtol=1e-9, atol=1e-12)
    assert np.abs(ours - Parameters(trained.params).vector).max() > 1e-3


def test_pytorch_drops_as_many_units_in_training_and_none_in_use() -> None:
    names = run(pytorch_code(small("sigmoid", keep=0.75)))
    dropout = [layer for layer in names["network"] if isinstance(layer, torch.nn.Dropout)]
    assert [layer.p for layer in dropout] == [0.25, 0.25]
    names["train"](POINTS, LABELS, 1)
    assert all(layer.training for layer in dropout)
    once, again = names["predict"](POINTS), names["predict"](POINTS)
    np.testing.assert_array_equal(once, again)
