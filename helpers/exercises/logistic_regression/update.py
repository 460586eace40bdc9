"""update: one step downhill."""

from typing import Any

from helpers import logistic
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.logistic_regression.inputs import GRADIENTS, PARAMS, STEPS
from helpers.validation import Layers


def _in_place(params: Layers, gradients: Layers, learning_rate: float) -> Any:
    [(w, b)], [(dw, db)] = params, gradients
    w -= learning_rate * dw
    b -= learning_rate * db
    return [(w, b)]


UPDATE = Exercise(
    reference=logistic.update,
    section="One step downhill",
    takes={"params": PARAMS, "gradients": GRADIENTS},
    returns=PARAMS,
    by_name=("learning_rate",),
    cases=STEPS,
    hints=(
        "The gradient points uphill, and you want to go down. How far? The learning rate says.",
        "[(w, b)], [(dw, db)] = params, gradients takes all four apart. w and b move by the same rule.",
        "new_w = w - learning_rate * dw is a new array. With w -= ... the caller's own weights would change.",
        "new_b = b - learning_rate * db. Return both in the form in which they came: [(new_w, new_b)].",
    ),
    mistakes=(
        Mistake(
            _in_place,
            "The numbers are right, but they are written into the caller's own arrays or list, so the old "
            "parameters are lost. Make new ones.",
        ),
        Mistake(
            lambda p, g, learning_rate: [(p[0][0] + learning_rate * g[0][0], p[0][1] + learning_rate * g[0][1])],
            "This step goes uphill: the gradient is added. Subtract it.",
        ),
        Mistake(
            lambda p, g, learning_rate: [(p[0][0] - g[0][0], p[0][1] - g[0][1])],
            "The learning rate is missing. Multiply dw and db by learning_rate before you subtract them.",
        ),
        Mistake(
            lambda p, g, learning_rate: [(p[0][0] - learning_rate * g[0][0], p[0][1] - g[0][1])],
            "w is right, but b moved by the whole db. The learning rate belongs to both.",
        ),
        Mistake(
            lambda p, g, learning_rate: [(p[0][0] - learning_rate * g[0][0], p[0][1])],
            "w moved, but b did not. b has a derivative of its own.",
        ),
        Mistake(
            lambda p, g, learning_rate: [p[0][0] - learning_rate * g[0][0]],
            "The new w alone is there. A layer is a pair: return [(w, b)], both of them moved.",
        ),
        Mistake(
            lambda p, g, learning_rate: (p[0][0] - learning_rate * g[0][0], p[0][1] - learning_rate * g[0][1]),
            "The numbers are right, but a network is a list of layers, even if it has one. The pair stands "
            "in square brackets.",
        ),
        Mistake(
            lambda p, g, learning_rate: [(p[0][0] - learning_rate * g[0][1], p[0][1] - learning_rate * g[0][0])],
            "dw and db have changed places. w goes with dw and b with db.",
        ),
        Mistake(
            lambda p, g, learning_rate: [
                (p[0][0] - learning_rate * learning_rate * g[0][0], p[0][1] - learning_rate * learning_rate * g[0][1])
            ],
            "The learning rate is applied twice. Multiply dw and db by it once.",
        ),
        Mistake(
            lambda p, g, learning_rate: [(p[0][0] - g[0][0] / learning_rate, p[0][1] - g[0][1] / learning_rate)],
            "Dividing by a small learning rate makes huge steps. The smaller the rate, the shorter the step.",
        ),
        Mistake(
            lambda p, g, learning_rate: [(-learning_rate * g[0][0], -learning_rate * g[0][1])],
            "This is only the step. It starts from the old parameters.",
        ),
        Mistake(
            lambda p, g, learning_rate: p,
            "Nothing has moved: these are the old parameters. Return the new ones.",
        ),
    ),
)
