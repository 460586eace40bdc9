"""forward: four equations."""

from typing import Any

import numpy as np

from helpers import shallow
from helpers.activations import relu, sigmoid, tanh
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.labels import PARAMS
from helpers.exercises.shallow_network.inputs import FORWARD_WORK, NETWORKS
from helpers.validation import Array, Layers


def _forward(params: Layers, X: Array, *, one: Any = tanh, two: Any = sigmoid, b1: float = 1, b2: float = 1) -> Any:
    """The four equations, with what may go wrong in them."""
    (W1, bias1), (W2, bias2) = params
    A1 = one(np.dot(W1, X) + b1 * bias1)
    return A1, two(np.dot(W2, A1) + b2 * bias2)


def _skips(params: Layers, X: Array) -> Any:
    (W1, b1), (W2, b2) = params
    return tanh(np.dot(W1, X) + b1), sigmoid(np.dot(W2, X) + b2)


def _from_scores(params: Layers, X: Array) -> Any:
    (W1, b1), (W2, b2) = params
    Z1 = np.dot(W1, X) + b1
    return tanh(Z1), sigmoid(np.dot(W2, Z1) + b2)


def _bias_after(params: Layers, X: Array) -> Any:
    (W1, b1), (W2, b2) = params
    A1 = tanh(np.dot(W1, X)) + b1
    return A1, sigmoid(np.dot(W2, A1)) + b2


def _element_wise(first: bool, second: bool) -> Any:
    """Forward with * for the matrix product of the first layer, the second, or both."""

    def wrong(params: Layers, X: Array) -> Any:
        (W1, b1), (W2, b2) = params
        A1 = tanh((W1 * X if first else np.dot(W1, X)) + b1)
        return A1, sigmoid((W2 * A1 if second else np.dot(W2, A1)) + b2)

    return wrong


def _transposed(params: Layers, X: Array) -> Any:
    (W1, b1), (W2, b2) = params
    A1 = tanh(np.dot(W1.T, X) + b1)
    return A1, sigmoid(np.dot(W2.T, A1) + b2)


def _scores(params: Layers, X: Array) -> Any:
    (W1, b1), (W2, b2) = params
    Z1 = np.dot(W1, X) + b1
    return Z1, np.dot(W2, tanh(Z1)) + b2


FORWARD = Exercise(
    reference=shallow.forward,
    section="Four equations",
    takes={"params": PARAMS},
    returns=("A1", "A2"),
    all_digits=True,
    work=FORWARD_WORK,
    cases=NETWORKS,
    hints=(
        "Take the layers apart: (W1, b1), (W2, b2) = params. Then four lines, one for each equation.",
        "Z1 = np.dot(W1, X) + b1 and A1 = tanh(Z1). What goes into the second layer is A1.",
        "Z2 = np.dot(W2, A1) + b2 and A2 = sigmoid(Z2). Return both outputs: A1, A2.",
    ),
    mistakes=(
        Mistake(
            lambda params, X: _forward(params, X, one=sigmoid),
            "The hidden layer goes through the sigmoid. In this network it is tanh; the sigmoid is for the output.",
        ),
        Mistake(
            lambda params, X: _forward(params, X, two=tanh),
            "The output goes through tanh, from -1 to 1. A probability lies between 0 and 1.",
        ),
        Mistake(
            lambda params, X: _forward(params, X, one=sigmoid, two=tanh),
            "The two activations have changed places. tanh is in the hidden layer, the sigmoid at the output.",
        ),
        Mistake(
            lambda params, X: _forward(params, X, one=relu),
            "The hidden layer goes through ReLU here. This network, and its derivative below, has tanh.",
        ),
        Mistake(
            lambda params, X: _forward(params, X, one=lambda Z: Z),
            "The hidden layer has no activation, so both layers together are one linear layer. Between them is tanh.",
        ),
        Mistake(
            lambda params, X: _forward(params, X, two=lambda Z: Z),
            "A2 is the score Z2 itself. The last step makes a probability of it.",
        ),
        Mistake(
            lambda params, X: _forward(params, X, b1=0),
            "b1 is left out, so every hidden unit's line goes through the origin. Look at the first equation.",
        ),
        Mistake(
            lambda params, X: _forward(params, X, b2=0),
            "b2 is left out of the second score. Look at the third equation.",
        ),
        Mistake(
            lambda params, X: _forward(params, X, b1=0, b2=0),
            "Both biases are left out. Each score has its own.",
        ),
        Mistake(
            lambda params, X: _forward(params, X)[1],
            "Only A2 comes back. Training needs A1 too, for the way back.",
        ),
        Mistake(
            lambda params, X: _forward(params, X)[::-1],
            "A1 and A2 have changed places. The hidden layer comes first.",
        ),
        Mistake(
            _scores,
            "These are the scores Z1 and Z2. Needed is what the activations make of them.",
        ),
        Mistake(
            _skips,
            "The second layer gets X here. Its input is what the first layer gives.",
        ),
        Mistake(
            _from_scores,
            "The second layer gets Z1, before the tanh. It hears the output of the hidden units.",
        ),
        Mistake(
            _bias_after,
            "The biases are added after the activations. They belong to the scores.",
        ),
        Mistake(
            _element_wise(True, True),
            "* multiplies element by element. A score sums over all inputs, as a matrix product does.",
        ),
        Mistake(
            _transposed,
            "W has a row for each unit already: no transpose on the way forward. Compare the sizes: (n1, "
            "n0) and (n0, m).",
        ),
        Mistake(
            _element_wise(True, False),
            "In the first layer * multiplies element by element. A score sums over all inputs, as the "
            "matrix product of the second layer does.",
        ),
        Mistake(
            _element_wise(False, True),
            "In the second layer * multiplies element by element. A score sums over all hidden units, as "
            "the matrix product of the first layer does.",
        ),
    ),
)
