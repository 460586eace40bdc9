"""layer_backward: back through the activation, then through the weights."""

from typing import Any

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
    cases=BACK_BLOCKS,
    hints=(
        "First through the activation: dZ = dA times the slope, element by element. Then linear_backward(dZ, cache).",
        "The slope comes from the cache: g.derivative(Z), or g.derivative_from_output(A).",
        "A_prev, W, Z, A = cache, then return linear_backward(dA * g.derivative(Z), cache).",
    ),
    mistakes=(
        Mistake(
            _block(lambda dA, Z, A, g: dA),
            "The slope of the activation is missing: dZ = dA * g.derivative(Z).",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: dA * g(Z)),
            "dA is multiplied by g(Z). The chain rule needs the slope there: g.derivative(Z).",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: dA + g.derivative(Z)),
            "The slope is added. Slopes multiply: dA * g.derivative(Z).",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: dA * g.derivative(A)),
            "g.derivative takes Z, but it got A. Either g.derivative(Z) or g.derivative_from_output(A).",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: dA * g.derivative_from_output(Z)),
            "g.derivative_from_output takes A, but it got Z. Write g.derivative_from_output(A) or g.derivative(Z).",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: dA * sigmoid_derivative(Z)),
            "Here the slope is always that of the sigmoid. Each layer brings its own: g.derivative(Z).",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: dA * (Z > 0)),
            "Here the slope is always that of a ReLU. Each layer brings its own: g.derivative(Z).",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: dA * (1 - A**2)),
            "Here the slope is always that of tanh. Each layer brings its own: g.derivative(Z).",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: dA @ g.derivative(Z)),
            "@ is the matrix product. The slope goes element by element: dA * g.derivative(Z).",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: g.derivative(dA)),
            "g.derivative got dA. The slope is needed at Z: dA * g.derivative(Z).",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: g.derivative(Z)),
            "The slope is right, but dA is missing. dZ = dA * g.derivative(Z).",
        ),
        Mistake(
            lambda dA, cache, g: dA * g.derivative(cache[2]),
            "This is dZ. One part is left: return linear_backward(dZ, cache).",
        ),
    ),
)
