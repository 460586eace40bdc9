"""train: the whole of gradient descent, put together from the others."""

from typing import Any

import numpy as np

from helpers import logistic
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.logistic_regression.inputs import PARAMS, RUNS
from helpers.validation import Array, Layers


def _start(X: Array) -> Layers:
    return [(np.zeros((X.shape[0], 1)), 0.0)]


def _without_looking_again(X: Array, Y: Array, learning_rate: float, iterations: int) -> Any:
    A = logistic.forward(_start(X), X)
    params = _start(X)
    for _ in range(iterations):
        params = logistic.update(params, logistic.backward(params, A, X, Y), learning_rate)
    return params


def _uphill(X: Array, Y: Array, learning_rate: float, iterations: int) -> Any:
    params = _start(X)
    for _ in range(iterations):
        [(dw, db)] = logistic.backward(params, logistic.forward(params, X), X, Y)
        params = logistic.update(params, [(-dw, -db)], learning_rate)
    return params


TRAIN = Exercise(
    reference=logistic.train,
    section="The loop",
    returns=PARAMS,
    by_name=("learning_rate", "iterations"),
    cases=RUNS,
    hints=(
        "You have all the parts: forward, backward and update. Which of them needs what another one returns?",
        "A loop, for _ in range(iterations): with three lines in it. It begins with A = forward(params, X).",
        "Then gradients = backward(params, A, X, Y). The start, params = [(np.zeros((X.shape[0], 1)), 0.0)], stays "
        "before the loop.",
        "The loop ends with params = update(params, gradients, learning_rate); after it, return params.",
    ),
    mistakes=(
        Mistake(
            lambda X, Y, learning_rate, iterations: logistic.train(X, Y, learning_rate, 0),
            "Nothing was trained: these are the zeros from which it starts. Does update get the gradients, and does "
            "what it returns become params?",
        ),
        Mistake(
            lambda X, Y, learning_rate, iterations: logistic.train(X, Y, learning_rate, iterations - 1),
            "One step too few. range(5) gives five numbers, from 0 to 4.",
        ),
        Mistake(
            lambda X, Y, learning_rate, iterations: logistic.train(X, Y, learning_rate, iterations + 1),
            "One step too many. range(5) gives five numbers, from 0 to 4.",
        ),
        Mistake(
            lambda X, Y, learning_rate, iterations: logistic.train(X, Y, learning_rate, 1),
            "This is where it stands after the first step. Does each step start where the last one ended, and does "
            "`return` stand after the loop?",
        ),
        Mistake(
            _without_looking_again,
            "A is worked out once, before the loop, and the weights move on. Each step needs the answers of the "
            "weights that it starts from.",
        ),
        Mistake(_uphill, "Every step goes uphill: update subtracts already, so give it the gradient as it is."),
        Mistake(
            lambda X, Y, learning_rate, iterations: logistic.train(X, Y, 1.0, iterations),
            "The learning rate that was given is not used: this is what comes out with 1.",
        ),
        Mistake(
            lambda X, Y, learning_rate, iterations: logistic.train(X, Y, learning_rate, iterations)[0],
            "The numbers are right, but a network is a list of layers, even if it has one. The pair stands in square "
            "brackets.",
        ),
        Mistake(
            lambda X, Y, learning_rate, iterations: logistic.forward(
                logistic.train(X, Y, learning_rate, iterations), X
            ),
            "These are the answers of the trained unit. What is wanted is the unit: its params.",
        ),
    ),
)
