"""send_back: a gradient on its way back through many layers."""

from collections.abc import Callable, Sequence

import numpy as np

from helpers.activations import sigmoid_derivative_from_output
from helpers.exercises.activation_functions.inputs import WAYS_BACK
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.labels import EachLayer
from helpers.gradient_flow import send_back
from helpers.validation import Array

Slope = Callable[[Array], Array]
Step = Callable[[Array, Array, Array, Slope], Array]
Wrong = Callable[[Array, Sequence[Array], Sequence[Array], Slope], Array]


def _stepwise(step: Step) -> Wrong:
    """What comes out if each layer is passed by step(dA, W, A, slope)."""

    def wrong(dA: Array, weights: Sequence[Array], outputs: Sequence[Array], slope: Slope) -> Array:
        for W, A in zip(reversed(weights), reversed(outputs), strict=True):
            dA = step(dA, W, A, slope)
        return dA

    return wrong


def _forwards(dA: Array, weights: Sequence[Array], outputs: Sequence[Array], slope: Slope) -> Array:
    for W, A in zip(weights, outputs, strict=True):
        dA = np.dot(W.T, dA * slope(A))
    return dA


SEND_BACK = Exercise(
    reference=send_back,
    section="Vanishing gradients",
    takes={"weights": EachLayer("W{l}", "weights"), "outputs": EachLayer("A{l}", "outputs")},
    returns="dA",
    cases=WAYS_BACK,
    hints=(
        "One layer first. What does dA become on its way through g? And then on its way through W?",
        "Through g: dZ = dA * slope(A). Through W: np.dot(W.T, dZ), which is the dA of the layer below.",
        "Start with the last layer: for W, A in zip(reversed(weights), reversed(outputs)).",
        "In the loop: dA = np.dot(W.T, dA * slope(A)). After it, return dA.",
    ),
    mistakes=(
        Mistake(
            _stepwise(lambda dA, W, A, slope: np.dot(W.T, dA)),
            "The slopes are missing. Each layer multiplies by its slope first, then by W.",
        ),
        Mistake(
            _stepwise(lambda dA, W, A, slope: dA * slope(A)),
            "The weights are missing: a unit below collects what comes back from all units above.",
        ),
        Mistake(
            _stepwise(lambda dA, W, A, slope: np.dot(W.T, dA * A)),
            "dA is multiplied by the outputs A. It is their slopes that count.",
        ),
        Mistake(
            _stepwise(lambda dA, W, A, slope: np.dot(W.T, dA) * slope(A)),
            "The order is wrong: the slope belongs to the units of this layer, so it comes before W.",
        ),
        Mistake(
            _stepwise(lambda dA, W, A, slope: np.dot(W, dA * slope(A))),
            "W is not turned round. Forward W goes from the layer below to this one; back it is the other way.",
        ),
        Mistake(
            _forwards,
            "The layers are passed from the first to the last. The way back begins at the last one.",
        ),
        Mistake(
            lambda dA, weights, outputs, slope: np.dot(weights[-1].T, dA * slope(outputs[-1])),
            "Only the last layer is passed. The loop goes on to the first.",
        ),
        Mistake(
            lambda dA, weights, outputs, slope: send_back(dA, weights[1:], outputs[1:], slope),
            "The first layer is left out. Needed is the gradient at the input, below it.",
        ),
        Mistake(
            lambda dA, weights, outputs, slope: send_back(dA, weights, outputs, sigmoid_derivative_from_output),
            "The slope is a (1 - a) whatever is asked for. It comes as an argument, a function of A.",
        ),
    ),
)
