"""train: the loop of steps."""

from typing import Any

import numpy as np

from helpers import shallow
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.labels import PARAMS
from helpers.exercises.shallow_network.inputs import TRAININGS
from helpers.validation import Array


def _loop(
    X: Array, Y: Array, n1: int, learning_rate: float, iterations: int, seed: int, *, more: int = 0, sign: float = 1.0
) -> Any:
    """Training with another number of steps, or another direction."""
    params: Any = shallow.initialize(*shallow.layer_sizes(X, Y, n1), seed)
    for _ in range(iterations + more):
        gradients = shallow.backward(params, shallow.forward(params, X), X, Y)
        params = shallow.update(params, gradients, sign * learning_rate)
    return params


def _fixed_gradient(X: Array, Y: Array, n1: int, learning_rate: float, iterations: int, seed: int) -> Any:
    params: Any = shallow.initialize(*shallow.layer_sizes(X, Y, n1), seed)
    gradients = shallow.backward(params, shallow.forward(params, X), X, Y)
    for _ in range(iterations):
        params = shallow.update(params, gradients, learning_rate)
    return params


def _stale_cache(X: Array, Y: Array, n1: int, learning_rate: float, iterations: int, seed: int) -> Any:
    params: Any = shallow.initialize(*shallow.layer_sizes(X, Y, n1), seed)
    cache = shallow.forward(params, X)
    for _ in range(iterations):
        params = shallow.update(params, shallow.backward(params, cache, X, Y), learning_rate)
    return params


def _from_zeros(X: Array, Y: Array, n1: int, learning_rate: float, iterations: int, seed: int) -> Any:
    n0, _, n2 = shallow.layer_sizes(X, Y, n1)
    params: Any = [(np.zeros((n1, n0)), np.zeros((n1, 1))), (np.zeros((n2, n1)), np.zeros((n2, 1)))]
    for _ in range(iterations):
        params = shallow.update(params, shallow.backward(params, shallow.forward(params, X), X, Y), learning_rate)
    return params


def _exchanged(X: Array, Y: Array, n1: int, learning_rate: float, iterations: int, seed: int) -> Any:
    params: Any = shallow.initialize(*shallow.layer_sizes(X, Y, n1), seed)
    for _ in range(iterations):
        params = shallow.update(shallow.backward(params, shallow.forward(params, X), X, Y), params, learning_rate)
    return params


def _without_seed(X: Array, Y: Array, n1: int, learning_rate: float, iterations: int, seed: int) -> Any:
    return _loop(X, Y, n1, learning_rate, iterations, 0)


def _with_cache(*given: Any) -> Any:
    params = _loop(*given)
    return params, shallow.forward(params, given[0])


TRAIN = Exercise(
    reference=shallow.train,
    section="The loop",
    returns=PARAMS,
    by_name=("learning_rate", "iterations", "seed"),
    cases=TRAININGS,
    hints=(
        "First the start: params = initialize(*layer_sizes(X, Y, n1), seed, scale=0.01). The star gives it "
        "the three sizes one by one.",
        "Then a loop, for _ in range(iterations), with three lines in it: forward, backward, update.",
        "Each step needs fresh ones, since the parameters have moved: cache = forward(params, X), "
        "then gradients = backward(params, cache, X, Y).",
        "params = update(params, gradients, learning_rate) inside the loop, and return params after it.",
    ),
    mistakes=(
        Mistake(
            lambda X, Y, n1, learning_rate, iterations, seed: shallow.initialize(*shallow.layer_sizes(X, Y, n1), seed),
            "These are the parameters of the start. update returns new ones, and they must be kept.",
        ),
        Mistake(
            lambda X, Y, n1, learning_rate, iterations, seed: _loop(X, Y, n1, learning_rate, 1, seed),
            "Only one step counts: return is inside the loop, or initialize is. Move it out of the loop.",
        ),
        Mistake(
            lambda *given: _loop(*given, more=-1),
            "One step is missing. How many numbers does your range give?",
        ),
        Mistake(
            lambda *given: _loop(*given, more=1),
            "That is one step too many. How many numbers does your range give?",
        ),
        Mistake(
            lambda *given: _loop(*given, sign=-1.0),
            "The steps go uphill. update subtracts already: the learning rate is not to be turned round.",
        ),
        Mistake(
            _fixed_gradient,
            "The gradient is computed once, before the loop. It changes with every step.",
        ),
        Mistake(
            _stale_cache,
            "forward runs once, before the loop, so backward looks at old activations. They change with every step.",
        ),
        Mistake(
            _from_zeros,
            "It starts from zeros, where all hidden units stay equal. The start is random, and small.",
        ),
        Mistake(
            _without_seed,
            "The seed is not given to initialize, so every training starts with the same weights. It comes "
            "as an argument.",
        ),
        Mistake(
            _with_cache,
            "The parameters are there, with the activations beside them. The parameters alone are needed.",
        ),
        Mistake(
            _exchanged,
            "params and gradients have changed places in update, so the parameters are taken from the "
            "gradient. Its first argument is what is moved.",
        ),
    ),
)
