"""update: a step in every layer."""

from collections.abc import Callable
from typing import Any

from helpers import deep
from helpers.exercises.deep_network.inputs import STEPS
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.labels import GRADIENTS, PARAMS
from helpers.validation import Layers


def _each(move: Callable[..., Any]) -> Callable[..., Any]:
    """Every layer moved in the same wrong way: move(W, b, dW, db, learning_rate)."""

    def wrong(params: Layers, gradients: Layers, learning_rate: float) -> Any:
        return [move(W, b, dW, db, learning_rate) for (W, b), (dW, db) in zip(params, gradients, strict=True)]

    return wrong


def _in_place(params: Layers, gradients: Layers, learning_rate: float) -> Any:
    for (W, b), (dW, db) in zip(params, gradients, strict=True):
        W -= learning_rate * dW
        b -= learning_rate * db
    return params


UPDATE = Exercise(
    reference=deep.update,
    section="The whole network",
    takes={"params": PARAMS, "gradients": GRADIENTS},
    returns=PARAMS,
    cases=STEPS,
    hints=(
        "The same step in every layer: W less learning_rate times dW, and b less learning_rate times db.",
        "for (W, b), (dW, db) in zip(params, gradients) goes through both together.",
        "Begin with new = []. In the loop: new.append((W - learning_rate * dW, b - learning_rate * db)). "
        "Then return new.",
    ),
    mistakes=(
        Mistake(
            _in_place,
            "The numbers are right, but they are written into the caller's own arrays or list, so the old "
            "parameters are lost. Make new ones.",
        ),
        Mistake(
            _each(lambda W, b, dW, db, learning_rate: (W + learning_rate * dW, b + learning_rate * db)),
            "This step goes uphill: the gradient is added. Subtract it.",
        ),
        Mistake(
            _each(lambda W, b, dW, db, learning_rate: (W - dW, b - db)),
            "The learning rate is missing. Multiply each derivative by learning_rate.",
        ),
        Mistake(
            _each(lambda W, b, dW, db, learning_rate: (W - learning_rate * dW, b)),
            "The biases have not moved. Each has its own derivative.",
        ),
        Mistake(
            lambda p, g, learning_rate: [*deep.update(p, g, learning_rate)[:-1], p[-1]],
            "The last layer has not moved: the loop ends one layer too soon. Go through all layers.",
        ),
        Mistake(
            lambda p, g, learning_rate: deep.update(p, g, learning_rate)[:-1],
            "The last layer is missing in what comes back. Go through all layers.",
        ),
        Mistake(
            lambda p, g, learning_rate: deep.update(p, g, learning_rate)[:1],
            "Only the first layer is there: return is inside the loop. Give it less indentation.",
        ),
        Mistake(
            lambda p, g, learning_rate: [
                (W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in zip(p, g[::-1], strict=True)
            ],
            "The gradients are used from the last layer to the first. Use them in the order of the layers.",
        ),
        Mistake(
            lambda p, g, learning_rate: [part for layer in deep.update(p, g, learning_rate) for part in layer],
            "The numbers are right, but in one flat list. Put each layer into a pair.",
        ),
        Mistake(
            lambda p, g, learning_rate: p,
            "Nothing has moved: these are the old parameters. Return the new ones.",
        ),
    ),
)
