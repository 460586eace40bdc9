"""backward: the recursion from the last layer to the first."""

from collections.abc import Sequence
from typing import Any

from helpers import deep
from helpers.activations import Activation
from helpers.exercises.deep_network.inputs import ACTIVATIONS, CACHES, RECURSIONS
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.labels import GRADIENTS
from helpers.validation import Array


def _recursion(dA: Array, caches: Sequence[Any], gs: Sequence[Activation], **change: bool) -> Any:
    """From the last layer to the first, with what may go wrong on the way."""
    gradients: list[Any] = []
    for cache, g in zip(reversed(caches), reversed(gs), strict=True):
        dA_prev, dW, db = deep.layer_backward(dA, cache, g)
        gradients.append((dW, db))
        dA = dA_prev
    return gradients if change.get("reverse") else gradients[::-1]


def _from_the_front(dA: Array, caches: Sequence[Any], gs: Sequence[Activation]) -> Any:
    gradients = []
    for cache, g in zip(caches, gs, strict=True):
        dA, dW, db = deep.layer_backward(dA, cache, g)
        gradients.append((dW, db))
    return gradients


def _same_error(dA: Array, caches: Sequence[Any], gs: Sequence[Activation]) -> Any:
    return [deep.layer_backward(dA, cache, g)[1:] for cache, g in zip(caches, gs, strict=True)]


def _wrong_activations(dA: Array, caches: Sequence[Any], gs: Sequence[Activation]) -> Any:
    return deep.backward(dA, caches, gs[::-1])


def _with_inputs(dA: Array, caches: Sequence[Any], gs: Sequence[Activation]) -> Any:
    gradients: list[Any] = []
    for cache, g in zip(reversed(caches), reversed(gs), strict=True):
        dA, dW, db = deep.layer_backward(dA, cache, g)
        gradients.insert(0, (dA, dW, db))
    return gradients


BACKWARD = Exercise(
    reference=deep.backward,
    section="The recursion back",
    takes={"caches": CACHES, "activations": ACTIVATIONS},
    returns=GRADIENTS,
    cases=RECURSIONS,
    hints=(
        "Begin at the last layer, with the dA that is given. Each block gives the dA of the layer below.",
        "zip(reversed(caches), reversed(activations)) goes from the last layer to the first.",
        "In the loop: dA, dW, db = layer_backward(dA, cache, g), and gradients.insert(0, (dW, db)): to the front.",
    ),
    mistakes=(
        Mistake(
            lambda *given: _recursion(*given, reverse=True),
            "The numbers are right, but the last layer's pair comes first. Put each in front: insert(0, (dW, db)).",
        ),
        Mistake(
            _from_the_front,
            "The loop runs from the first layer to the last. The error comes from the output: reversed(caches).",
        ),
        Mistake(
            _same_error,
            "Every layer gets the output's dA. Each needs the dA_prev of the layer above: dA, dW, db = ...",
        ),
        Mistake(
            _wrong_activations,
            "Layers and activations do not match: one list is reversed, the other is not. Reverse both.",
        ),
        Mistake(
            lambda dA, caches, gs: deep.backward(dA, caches, [gs[-1]] * len(gs)),
            "The output's activation is used in every layer. Take each layer's own: reversed(activations).",
        ),
        Mistake(
            lambda dA, caches, gs: deep.backward(dA, caches, [gs[0]] * len(gs)),
            "The first layer's activation is used in every layer. Take each layer's own: reversed(activations).",
        ),
        Mistake(
            lambda dA, caches, gs: _recursion(dA, caches, gs)[-1:],
            "Only the last layer's gradient is there. Go on to the first one, and collect them all.",
        ),
        Mistake(
            lambda dA, caches, gs: _recursion(dA, caches, gs)[1:],
            "The first layer is missing: the loop ends one layer too soon. Go through all caches.",
        ),
        Mistake(
            _with_inputs,
            "Each layer has three parts here. A gradient has the form of the parameters: pairs (dW, db), without dA.",
        ),
        Mistake(
            lambda dA, caches, gs: deep.backward(-dA, caches, gs),
            "All signs are wrong. Use dA as it is given, without a minus.",
        ),
    ),
)
