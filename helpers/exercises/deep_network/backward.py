"""backward: the recursion from the last layer to the first."""

from collections.abc import Sequence
from typing import Any

from helpers import deep
from helpers.activations import Activation
from helpers.exercises.deep_network.inputs import ACTIVATIONS, BACKWARD_WORK, CACHES, RECURSIONS
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.labels import GRADIENTS
from helpers.validation import Array


def _recursion(dZ: Array, caches: Sequence[Any], gs: Sequence[Activation]) -> Any:
    """From the last layer to the first, the last layer's pair first."""
    dA, dW, db = deep.linear_backward(dZ, caches[-1])
    gradients: list[Any] = [(dW, db)]
    for cache, g in zip(reversed(caches[:-1]), reversed(gs[:-1]), strict=True):
        dA, dW, db = deep.layer_backward(dA, cache, g)
        gradients.append((dW, db))
    return gradients


def _slope_of_the_output(dZ: Array, caches: Sequence[Any], gs: Sequence[Activation]) -> Any:
    return deep.backward(gs[-1].backward(dZ, caches[-1][3]), caches, gs)


def _no_slopes(dZ: Array, caches: Sequence[Any], gs: Sequence[Activation]) -> Any:
    gradients: list[Any] = []
    for cache in reversed(caches):
        dZ, dW, db = deep.linear_backward(dZ, cache)
        gradients.insert(0, (dW, db))
    return gradients


def _from_the_front(dZ: Array, caches: Sequence[Any], gs: Sequence[Activation]) -> Any:
    gradients = []
    for cache, g in zip(caches, gs, strict=True):
        dZ, dW, db = deep.layer_backward(dZ, cache, g)
        gradients.append((dW, db))
    return gradients


def _same_error(dZ: Array, caches: Sequence[Any], gs: Sequence[Activation]) -> Any:
    return [deep.linear_backward(dZ, cache)[1:] for cache in caches]


def _with_inputs(dZ: Array, caches: Sequence[Any], gs: Sequence[Activation]) -> Any:
    gradients: list[Any] = [deep.linear_backward(dZ, caches[-1])]
    for cache, g in zip(reversed(caches[:-1]), reversed(gs[:-1]), strict=True):
        gradients.insert(0, deep.layer_backward(gradients[0][0], cache, g))
    return gradients


BACKWARD = Exercise(
    reference=deep.backward,
    section="The recursion back",
    takes={"caches": CACHES, "activations": ACTIVATIONS},
    returns=GRADIENTS,
    work=BACKWARD_WORK,
    cases=RECURSIONS,
    hints=(
        "dZ of the last layer is given: dA, dW, db = linear_backward(dZ, caches[-1]) will do. dA is that "
        "of the layer below.",
        "gradients = [(dW, db)] is the start of the list. for cache, g in zip(reversed(caches[:-1]), "
        "reversed(activations[:-1])) goes on to the first layer.",
        "In the loop: dA, dW, db = layer_backward(dA, cache, g), and gradients.insert(0, (dW, db)), to the "
        "front. Then return gradients.",
    ),
    mistakes=(
        Mistake(
            _recursion,
            "The numbers are right, but the last layer's pair comes first. Each layer has to be put in "
            "front of those after it.",
        ),
        Mistake(
            _slope_of_the_output,
            "The output's slope is counted twice: it is in dZ already. For the last layer only the linear "
            "half is left.",
        ),
        Mistake(
            lambda dZ, caches, gs: _slope_of_the_output(dZ, caches, gs)[::-1],
            "Two things are wrong. The pairs stand from the last layer to the first: put each in front. And dZ goes "
            "through the output's slope once more: begin with linear_backward.",
        ),
        Mistake(
            _no_slopes,
            "The slopes of the hidden layers are missing. Below the last layer, layer_backward takes dA through them.",
        ),
        Mistake(
            _from_the_front,
            "The loop runs from the first layer to the last. The error comes from the output, so it starts there.",
        ),
        Mistake(
            _same_error,
            "Every layer gets the output's dZ. Each needs the dA_prev that the layer above gives it.",
        ),
        Mistake(
            lambda dZ, caches, gs: deep.backward(dZ, caches, gs[::-1]),
            "Layers and activations do not match: one list is reversed, the other is not. Reverse both.",
        ),
        Mistake(
            lambda dZ, caches, gs: deep.backward(dZ, caches, [gs[-1]] * len(gs)),
            "The output's activation is used in every layer. Each layer has its own: the two lists go side by side.",
        ),
        Mistake(
            lambda dZ, caches, gs: deep.backward(dZ, caches, [gs[0]] * len(gs)),
            "The first layer's activation is used in every layer. Each layer has its own: the two lists go "
            "side by side.",
        ),
        Mistake(
            lambda dZ, caches, gs: _recursion(dZ, caches, gs)[:1],
            "Only the last layer's gradient is there. Go on to the first one, and collect them all.",
        ),
        Mistake(
            lambda dZ, caches, gs: deep.backward(dZ, caches, gs)[len(caches) > 1 :],
            "The first layer is missing: the loop ends one layer too soon. Go through all caches.",
        ),
        Mistake(
            _with_inputs,
            "Each layer has three parts here. A gradient has the form of the parameters: pairs (dW, db), without dA.",
        ),
        Mistake(
            lambda dZ, caches, gs: deep.backward(-dZ, caches, gs),
            "All signs are wrong. Use dZ as it is given, without a minus.",
        ),
    ),
)
