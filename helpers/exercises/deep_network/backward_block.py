"""The backward block, in two parts: through the weights, and through the activation."""

from typing import Any

import numpy as np

from helpers import deep
from helpers.activations import Activation, sigmoid_derivative
from helpers.exercises.deep_network.inputs import BACK_BLOCKS, BACK_LINEAR
from helpers.exercises.exercise import Exercise, Mistake
from helpers.validation import Array


def _three(dZ: Array, cache: Any, *, m: Any = None, dA: Any = None, dW: Any = None, db: Any = None) -> Any:
    """(dA_prev, dW, db), or with another m, or with another one of the three."""
    A_prev, W, _, _ = cache
    m = dZ.shape[1] if m is None else m
    right = np.dot(W.T, dZ), np.dot(dZ, A_prev.T) / m, dZ.sum(axis=1, keepdims=True) / m
    return tuple(own if own is not None else ours for own, ours in zip((dA, dW, db), right, strict=True))


LINEAR_BACKWARD = Exercise(
    reference=deep.linear_backward,
    section="The backward block",
    returns="dA_prev, dW, db",
    cases=BACK_LINEAR,
    hints=(
        "A_prev, W, Z, A = cache takes the cache apart. dW and db are as in the shallow network.",
        "dW is (n, n_prev): np.dot(dZ, A_prev.T) / m. db is (n, 1): the mean of dZ over the examples.",
        "The error goes down through the weights that it came along: dA_prev = np.dot(W.T, dZ).",
    ),
    mistakes=(
        Mistake(
            lambda dZ, c: _three(dZ, c, dW=np.sum(dZ, axis=1, keepdims=True) / dZ.shape[1]),
            "That is db in the place of dW. A weight's derivative has what came in as a factor: np.dot(dZ, A_prev.T).",
        ),
        Mistake(
            lambda dZ, c: _three(dZ, c, m=1),
            "The 1/m is missing in dW and db. The cost is a mean over the examples: m = dZ.shape[1].",
        ),
        Mistake(
            lambda dZ, c: _three(dZ, c, m=dZ.shape[0]),
            "This divides by the number of units. The mean is over the examples: m = dZ.shape[1].",
        ),
        Mistake(
            lambda dZ, c: _three(dZ, c, dW=np.dot(dZ, c[0].T)),
            "db is right, dW lacks its 1/m. Divide both by m.",
        ),
        Mistake(
            lambda dZ, c: _three(dZ, c, db=np.sum(dZ, axis=1, keepdims=True)),
            "dW is right, db lacks its 1/m. Divide both by m.",
        ),
        Mistake(
            lambda dZ, c: _three(dZ, c, dA=np.dot(c[1].T, dZ) / dZ.shape[1]),
            "dA_prev is divided by m as well. Only the means dW and db are; dA_prev is passed on whole.",
        ),
        Mistake(
            lambda dZ, c: _three(dZ, c, dW=np.dot(dZ, c[3].T) / dZ.shape[1]),
            "dW was made with A, which comes out of the layer. What went in is A_prev: np.dot(dZ, A_prev.T) / m.",
        ),
        Mistake(
            lambda dZ, c: _three(dZ, c, dW=np.dot(c[0], dZ.T) / dZ.shape[1]),
            "dW is turned round. It must have the shape of W: np.dot(dZ, A_prev.T).",
        ),
        Mistake(
            lambda dZ, c: _three(dZ, c, dA=np.dot(c[1], dZ)),
            "W leads up; on the way down it is turned round. dA_prev = np.dot(W.T, dZ).",
        ),
        Mistake(
            lambda dZ, c: _three(dZ, c, dA=c[1].T),
            "dA_prev is W' alone. The error itself has to come along: np.dot(W.T, dZ).",
        ),
        Mistake(
            lambda dZ, c: _three(dZ, c, db=np.sum(dZ, axis=1) / dZ.shape[1]),
            "db lost its axis: shape (n,). Keep it: keepdims=True.",
        ),
        Mistake(
            lambda dZ, c: _three(dZ, c, db=np.sum(dZ) / dZ.shape[1]),
            "db is one number for the whole layer. Each unit has its own: axis=1, keepdims=True.",
        ),
        Mistake(
            lambda dZ, c: _three(dZ, c, db=np.mean(dZ)),
            "db is one mean over everything. Each unit has its own: np.mean(dZ, axis=1, keepdims=True).",
        ),
        Mistake(
            lambda dZ, c: _three(dZ, c, db=np.sum(dZ, axis=0, keepdims=True) / dZ.shape[1]),
            "db is summed over the units, axis 0. Sum over the examples: axis=1.",
        ),
        Mistake(
            lambda dZ, c: _three(dZ, c)[1:],
            "dA_prev is missing: the layer below waits for it. Return dA_prev, dW, db.",
        ),
        Mistake(
            lambda dZ, c: _three(dZ, c)[::-1],
            "The three come in the wrong order. Return dA_prev, dW, db.",
        ),
        Mistake(
            lambda dZ, c: (_three(dZ, c)[1], _three(dZ, c)[2], _three(dZ, c)[0]),
            "dA_prev stands last. Return dA_prev, dW, db.",
        ),
    ),
)


def _block(change: Any) -> Any:
    """The backward block with something else for dZ: change(dA, Z, A, g)."""

    def wrong(dA: Array, cache: Any, g: Activation) -> Any:
        return _three(change(dA, cache[2], cache[3], g), cache)

    return wrong


LAYER_BACKWARD = Exercise(
    reference=deep.layer_backward,
    section="The backward block",
    returns="dA_prev, dW, db",
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
            "dA is multiplied by g(Z). The chain rule wants the slope there: g.derivative(Z).",
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
            "g.derivative_from_output takes A, but it got Z. Either that of A, or g.derivative(Z).",
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
            "g.derivative got dA. It is the slope at Z that counts: dA * g.derivative(Z).",
        ),
        Mistake(
            _block(lambda dA, Z, A, g: g.derivative(Z)),
            "The slope is there, but dA is not. dZ = dA * g.derivative(Z).",
        ),
        Mistake(
            lambda dA, cache, g: dA * g.derivative(cache[2]),
            "This is dZ. One part is left: return linear_backward(dZ, cache).",
        ),
    ),
)
