"""add_l2: what the penalty adds to the gradient."""

from collections.abc import Callable

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.labels import GRADIENTS, PARAMS
from helpers.exercises.training.inputs import PENALISED
from helpers.regularization import add_l2
from helpers.validation import Array, Layers

Wrong = Callable[[Layers, Layers, float, int], Layers]


def _weights(rule: Callable[[Array, Array, float, int], Array]) -> Wrong:
    """Another rule for dW: rule(dW, W, l2, m); db as it is."""

    def wrong(gradients: Layers, params: Layers, l2: float, m: int) -> Layers:
        layers = zip(gradients, params, strict=True)
        return [(rule(dW, W, l2, m), db) for (dW, db), (W, _) in layers]

    return wrong


def _biases_too(gradients: Layers, params: Layers, l2: float, m: int) -> Layers:
    layers = zip(gradients, params, strict=True)
    return [(dW + l2 / m * W, db + l2 / m * b) for (dW, db), (W, b) in layers]


ADD_L2 = Exercise(
    reference=add_l2,
    section="L2",
    takes={"gradients": GRADIENTS, "params": PARAMS},
    returns=GRADIENTS,
    cases=PENALISED,
    hints=(
        "The penalty is l2 / (2 m) times the sum of all W squared. What is its derivative with respect to one W?",
        "It is l2 / m * W: the 2 goes. Each dW gets that of its own layer; db stays as it is.",
        "Begin with new = [] and go through both lists at once: for (dW, db), (W, b) in zip(gradients, params).",
        "In the loop: new.append((dW + l2 / m * W, db)). After it: return new.",
    ),
    mistakes=(
        Mistake(_biases_too, "The biases are penalised too. Leave db as it is: only weights cost something."),
        Mistake(
            _weights(lambda dW, W, l2, m: dW + l2 * W),
            "1/m is missing. The cost is a mean over m examples, and so is the penalty.",
        ),
        Mistake(
            _weights(lambda dW, W, l2, m: dW + 2 * l2 / m * W),
            "This is twice too much: the 2 of the square and the 1/2 of the penalty cancel.",
        ),
        Mistake(
            _weights(lambda dW, W, l2, m: dW + l2 / (2 * m) * W),
            "This is half of it: the square gives a 2, which cancels the 1/2 of the penalty.",
        ),
        Mistake(
            _weights(lambda dW, W, l2, m: dW - l2 / m * W),
            "The penalty is subtracted, so large weights grow larger. Add it.",
        ),
        Mistake(
            _weights(lambda dW, W, l2, m: l2 / m * W),
            "This is the gradient of the penalty alone. Add it to dW.",
        ),
        Mistake(
            _weights(lambda dW, W, l2, m: dW + l2 / m * W**2),
            "The weights are squared, as in the penalty itself. Its derivative has W, not W squared.",
        ),
        Mistake(
            _weights(lambda dW, W, l2, m: dW + l2 / m),
            "The weights are missing. The derivative of W squared is in proportion to W.",
        ),
        Mistake(
            _weights(lambda dW, W, l2, m: dW + W / m),
            "l2 is missing. It says how strong the penalty is.",
        ),
        Mistake(_weights(lambda dW, W, l2, m: dW), "This is the gradient as it came. The penalty's own is missing."),
    ),
)
