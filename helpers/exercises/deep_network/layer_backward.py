"""layer_backward: back through the activation, then through the weights."""

from typing import Any

import numpy as np

from helpers import deep
from helpers.activations import Activation, sigmoid_derivative
from helpers.exercises.deep_network.inputs import BACK_BLOCKS, CACHE, LAYER_BACKWARD_WORK
from helpers.exercises.deep_network.shared import linear_gradients
from helpers.exercises.exercise import Exercise, Mistake
from helpers.validation import Array


def _block(change: Any) -> Any:
    """The backward block with something else for dZ: change(dA, Z, A, g)."""

    def wrong(dA: Array, cache: Any, g: Activation) -> Any:
        return linear_gradients(change(dA, cache[2], cache[3], g), cache)

    return wrong


LAYER_BACKWARD = Exercise(
    reference=deep.layer_backward,
    section="The backward block",
    takes={"cache": CACHE},
    returns=("dA_prev", "dW", "db"),
    work=LAYER_BACKWARD_WORK,
    within="backward",
    cases=BACK_BLOCKS,
    hints=(
        "First through the activation: dZ = dA times the slope, element by element. Then linear_backward "
        "does the rest.",
        "A_prev, W, Z, A = cache. The slope comes from there: g.derivative(Z), or the same from the "
        "output, g.derivative_from_output(A).",
        "dZ = dA * g.derivative(Z), then return linear_backward(dZ, cache).",
    ),
    mistakes=(
        Mistake(
            _block(lambda dA, Z, A, g: dA),
            "The slope of the activation is missing: dZ is dA times g'(Z), element by element.",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: dA * g(Z)),
            "dA is multiplied by the activation itself. The chain rule needs its slope there.",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: dA + g.derivative(Z)),
            "The slope is added. By the chain rule slopes multiply.",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: dA * g.derivative(A)),
            "g.derivative takes Z, but it got A. The slope from A has another name.",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: dA * g.derivative_from_output(Z)),
            "g.derivative_from_output takes A, but it got Z. The slope from Z has another name.",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: dA * sigmoid_derivative(Z)),
            "Here the slope is always that of the sigmoid. Each layer brings its own: that of g.",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: dA * (Z > 0)),
            "Here the slope is always that of a ReLU. Each layer brings its own: that of g.",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: dA * (1 - A**2)),
            "Here the slope is always that of tanh. Each layer brings its own: that of g.",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: dA @ g.derivative(Z)),
            "@ is the matrix product. The slope goes element by element.",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: g.derivative(dA)),
            "g.derivative got dA. The slope is needed where the layer's score was: at Z.",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: g.derivative(Z)),
            "The slope is right, but dA is missing. dZ is the product of both.",
        ),
        Mistake(
            lambda dA, cache, g: dA * g.derivative(cache[2]),
            "This is dZ. One part is left: from dZ follow dA_prev, dW and db.",
        ),
        Mistake(
            lambda dA, cache, g: (np.dot(cache[1].T, dA), *linear_gradients(dA * g.derivative(cache[2]), cache)[1:]),
            "dW and db are right, but dA_prev is made from dA. The error goes through the slope before it goes down.",
        ),
        Mistake(
            lambda dA, cache, g: (
                linear_gradients(dA * g.derivative(cache[2]), cache)[0],
                *linear_gradients(dA, cache)[1:],
            ),
            "dA_prev is right, but dW and db are made from dA. They follow from dZ, behind the slope.",
        ),
    ),
)
