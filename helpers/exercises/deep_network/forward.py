"""forward: the loop over layers."""

from collections.abc import Sequence
from typing import Any

from helpers import deep
from helpers.activations import Activation
from helpers.exercises.deep_network.inputs import ACTIVATIONS, CACHES, FORWARD_WORK, NETWORKS
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.labels import PARAMS
from helpers.validation import Array, Layers


def _loop(params: Layers, X: Array, gs: Sequence[Activation], skip: int = 0) -> Any:
    """Forward through all layers but the last `skip`."""
    A, caches = X, []
    layers = list(zip(params, gs, strict=True))
    for (W, b), g in layers[: len(layers) - skip]:
        A, cache = deep.layer_forward(A, W, b, g)
        caches.append(cache)
    return A, caches


def _one_activation(which: int) -> Any:
    return lambda params, X, gs: _loop(params, X, [gs[which]] * len(gs))


def _without_feeding(params: Layers, X: Array, gs: Sequence[Activation]) -> Any:
    A, caches = X, []
    for (W, b), g in zip(params, gs, strict=True):
        A, cache = deep.layer_forward(X, W, b, g)
        caches.append(cache)
    return A, caches


def _last_cache(params: Layers, X: Array, gs: Sequence[Activation]) -> Any:
    A, caches = _loop(params, X, gs)
    return A, caches[-1]


def _backwards(params: Layers, X: Array, gs: Sequence[Activation]) -> Any:
    A, caches = _loop(params, X, gs)
    return A, caches[::-1]


FORWARD = Exercise(
    reference=deep.forward,
    section="The loop over layers",
    takes={"params": PARAMS, "activations": ACTIVATIONS},
    returns=("A", CACHES),
    all_digits=True,
    work=FORWARD_WORK,
    cases=NETWORKS,
    hints=(
        "A, caches = X, [] is the start. Each layer takes the last A and makes the next one.",
        "for (W, b), g in zip(params, activations) goes through layers and their activations together.",
        "In the loop: A, cache = layer_forward(A, W, b, g), and caches.append(cache). Then return A, caches.",
    ),
    mistakes=(
        Mistake(
            lambda params, X, gs: _loop(params, X, gs, skip=1),
            "The loop ends one layer too soon: the output layer is missing. Go through all of params.",
        ),
        Mistake(
            _without_feeding,
            "Every layer gets X. Only the first one does; each other one gets the A of the layer before.",
        ),
        Mistake(
            _one_activation(-1),
            "The output's activation is used in every layer. Each layer has its own: the two lists go side by side.",
        ),
        Mistake(
            _one_activation(0),
            "The first layer's activation is used in every layer. Each layer has its own: the two lists go "
            "side by side.",
        ),
        Mistake(
            lambda params, X, gs: _loop(params, X, gs[::-1]),
            "The activations are used from the last to the first. Use them in the order of the layers.",
        ),
        Mistake(
            lambda params, X, gs: _loop(params, X, gs)[0],
            "A[L] is there, but the caches are not. The way back needs them.",
        ),
        Mistake(
            lambda params, X, gs: _loop(params, X, gs)[1],
            "The caches are there, but the answer is not. Both come back.",
        ),
        Mistake(
            lambda params, X, gs: _loop(params, X, gs)[::-1],
            "The answer and the caches have changed places. The answer comes first.",
        ),
        Mistake(
            _last_cache,
            "Only the last cache is left. Collect them all, in a list.",
        ),
        Mistake(
            _backwards,
            "The caches are in the wrong order. The first layer's comes first: each new one goes to the end.",
        ),
        Mistake(
            lambda params, X, gs: (_loop(params, X, gs)[0], []),
            "The list of caches is empty. Each layer adds its own.",
        ),
    ),
)
