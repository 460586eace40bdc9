"""train: the loop of steps, put together from forward, backward and update."""

from collections.abc import Sequence
from typing import Any

from helpers import deep
from helpers.activations import Activation
from helpers.exercises.deep_network.inputs import ACTIVATIONS, TRAININGS
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.labels import PARAMS
from helpers.validation import Array, Layers

Activations = Sequence[Activation]


def _step(params: Layers, X: Array, Y: Array, gs: Activations, rate: float, sign: float = 1.0) -> Layers:
    A, caches = deep.forward(params, X, gs)
    return deep.update(params, deep.backward(sign * (A - Y), caches, gs), rate)


def _fixed_gradient(params: Layers, X: Array, Y: Array, gs: Activations, rate: float, iterations: int) -> Any:
    A, caches = deep.forward(params, X, gs)
    gradients = deep.backward(A - Y, caches, gs)
    for _ in range(iterations):
        params = deep.update(params, gradients, rate)
    return params


def _uphill(params: Layers, X: Array, Y: Array, gs: Activations, rate: float, iterations: int) -> Any:
    for _ in range(iterations):
        params = _step(params, X, Y, gs, rate, -1.0)
    return params


def _from_answer(params: Layers, X: Array, Y: Array, gs: Activations, rate: float, iterations: int) -> Any:
    """Starts back-propagation from A itself."""
    for _ in range(iterations):
        A, caches = deep.forward(params, X, gs)
        params = deep.update(params, deep.backward(A, caches, gs), rate)
    return params


def _from_the_loss(params: Layers, X: Array, Y: Array, gs: Activations, rate: float, iterations: int) -> Any:
    """Hands dA[L] on as if it were dZ[L]."""
    for _ in range(iterations):
        A, caches = deep.forward(params, X, gs)
        params = deep.update(params, deep.backward(-Y / A + (1 - Y) / (1 - A), caches, gs), rate)
    return params


def _iterations(change: Any) -> Any:
    """Another number of steps."""
    return lambda params, X, Y, gs, rate, iterations: deep.train(params, X, Y, gs, rate, change(iterations))


def _one_less(params: Layers, X: Array, Y: Array, gs: Activations, rate: float, iterations: int) -> Any:
    return deep.train(params, X, Y, gs, rate, iterations - 1) if iterations > 1 else params


TRAIN = Exercise(
    reference=deep.train,
    section="The whole network",
    takes={"params": PARAMS, "activations": ACTIVATIONS},
    returns=PARAMS,
    by_name=("learning_rate", "iterations"),
    cases=TRAININGS,
    hints=(
        "A loop, for _ in range(iterations), with three calls in it: forward, backward, update. "
        "Which of them needs what another returns?",
        "backward starts from dZ of the last layer. For a sigmoid and its cross-entropy that is A - Y.",
        "A, caches = forward(params, X, activations), then gradients = backward(A - Y, caches, activations).",
        "params = update(params, gradients, learning_rate) is the last line of the loop; return params after it.",
    ),
    mistakes=(
        Mistake(lambda *given: given[0], "These are the parameters of the start. update returns new ones: keep them."),
        Mistake(
            _iterations(lambda n: 1),
            "Only one step counts: return is inside the loop, or each step starts from the first parameters again.",
        ),
        Mistake(_one_less, "One step is missing. How many numbers does your range give?"),
        Mistake(_iterations(lambda n: n + 1), "That is one step too many. How many numbers does your range give?"),
        Mistake(_fixed_gradient, "The gradient is computed once, before the loop. It changes with every step."),
        Mistake(_uphill, "The steps go uphill: Y - A has the wrong sign. Back-propagation starts from A - Y."),
        Mistake(_from_answer, "backward starts from A itself. The error of the answer is A - Y."),
        Mistake(
            _from_the_loss,
            "backward got dA of the last layer. It starts from dZ, in which the sigmoid's slope is counted already.",
        ),
        Mistake(
            lambda *given: (deep.train(*given), deep.forward(deep.train(*given), given[1], given[3])[0]),
            "The parameters are there, with the answer beside them. The parameters alone are needed.",
        ),
    ),
)
