"""update: a step in both layers."""

from typing import Any

from helpers import shallow
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.labels import GRADIENTS, PARAMS
from helpers.exercises.shallow_network.inputs import STEPS
from helpers.validation import Layers


def _step(params: Layers, gradients: Layers, *rates: float) -> Any:
    """Each of the four moved by its own learning rate."""
    W1, b1, W2, b2 = rates
    (p1, q1), (p2, q2) = params
    (d1, e1), (d2, e2) = gradients
    return [(p1 - W1 * d1, q1 - b1 * e1), (p2 - W2 * d2, q2 - b2 * e2)]


def _in_place(params: Layers, gradients: Layers, learning_rate: float) -> Any:
    for (W, b), (dW, db) in zip(params, gradients, strict=True):
        W -= learning_rate * dW
        b -= learning_rate * db
    return params


def _swapped(params: Layers, gradients: Layers, learning_rate: float) -> Any:
    (W1, b1), (W2, b2) = params
    (dW1, db1), (dW2, db2) = gradients
    return [(W1 - learning_rate * dW2, b1 - learning_rate * db2), (W2 - learning_rate * dW1, b2 - learning_rate * db1)]


def _bias_first(params: Layers, gradients: Layers, learning_rate: float) -> Any:
    return [(b, W) for W, b in shallow.update(params, gradients, learning_rate)]


UPDATE = Exercise(
    reference=shallow.update,
    section="The loop",
    takes={"params": PARAMS, "gradients": GRADIENTS},
    returns=PARAMS,
    cases=STEPS,
    hints=(
        "As in logistic regression, only for four arrays: from each subtract learning_rate times its own derivative.",
        "Take them apart: (W1, b1), (W2, b2) = params, and (dW1, db1), (dW2, db2) = gradients.",
        "The first pair is layer1 = (W1 - learning_rate * dW1, b1 - learning_rate * db1), in new arrays.",
        "layer2 = (W2 - learning_rate * dW2, b2 - learning_rate * db2). Return [layer1, layer2].",
    ),
    mistakes=(
        Mistake(
            _in_place,
            "The numbers are right, but they are written into the caller's own arrays or list, so the old "
            "parameters are lost. Make new ones.",
        ),
        Mistake(
            lambda p, g, learning_rate: _step(p, g, -learning_rate, -learning_rate, -learning_rate, -learning_rate),
            "This step goes uphill: the gradient is added. Subtract it.",
        ),
        Mistake(
            lambda p, g, learning_rate: _step(p, g, 1, 1, 1, 1),
            "The learning rate is missing. Multiply each derivative by learning_rate.",
        ),
        Mistake(
            lambda p, g, learning_rate: _step(p, g, learning_rate, learning_rate, 0, 0),
            "Only the first layer has moved. The second has derivatives too: dW2 and db2.",
        ),
        Mistake(
            lambda p, g, learning_rate: _step(p, g, 0, 0, learning_rate, learning_rate),
            "Only the second layer has moved. The first has derivatives too: dW1 and db1.",
        ),
        Mistake(
            lambda p, g, learning_rate: _step(p, g, learning_rate, 0, learning_rate, 0),
            "The biases have not moved. Each has its own derivative.",
        ),
        Mistake(
            lambda p, g, learning_rate: _step(p, g, 0, learning_rate, 0, learning_rate),
            "The weights have not moved. Each has its own derivative.",
        ),
        Mistake(
            lambda p, g, learning_rate: _step(p, g, learning_rate, 1, learning_rate, 1),
            "The biases move by their whole derivative. The learning rate is for them too.",
        ),
        Mistake(
            _swapped,
            "The layers' derivatives have changed places. W1 goes with dW1, W2 with dW2.",
        ),
        Mistake(
            _bias_first,
            "W and b have changed places in the pairs. The weights come first.",
        ),
        Mistake(
            lambda p, g, learning_rate: p,
            "Nothing has moved: these are the old parameters. Return the new ones.",
        ),
        Mistake(
            lambda p, g, learning_rate: [(-learning_rate * dW, -learning_rate * db) for dW, db in g],
            "These are only the steps. Each starts from its old value.",
        ),
    ),
)
