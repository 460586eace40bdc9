"""linear_backward: back through the weights of one layer."""

import numpy as np

from helpers import deep
from helpers.exercises.deep_network.inputs import BACK_LINEAR, CACHE, LINEAR_BACKWARD_WORK
from helpers.exercises.deep_network.shared import linear_gradients
from helpers.exercises.exercise import Exercise, Mistake

LINEAR_BACKWARD = Exercise(
    reference=deep.linear_backward,
    section="The backward block",
    takes={"cache": CACHE},
    returns=("dA_prev", "dW", "db"),
    work=LINEAR_BACKWARD_WORK,
    cases=BACK_LINEAR,
    hints=(
        "A_prev, W, Z, A = cache takes the cache apart. dW and db are as in the shallow network.",
        "dW is (n, n_prev): np.dot(dZ, A_prev.T) / m. db is (n, 1): the mean of dZ over the examples.",
        "The error goes back through the same weights: dA_prev = np.dot(W.T, dZ).",
    ),
    mistakes=(
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, dW=np.sum(dZ, axis=1, keepdims=True) / dZ.shape[1]),
            "This dW has the formula of db. The derivative of a weight also has the factor A_prev: np.dot(dZ, "
            "A_prev.T).",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, m=1),
            "The 1/m is missing in dW and db. The cost is a mean over the examples: m = dZ.shape[1].",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, m=dZ.shape[0]),
            "This divides by the number of units. The mean is over the examples: m = dZ.shape[1].",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, dW=np.dot(dZ, c[0].T)),
            "db is right, dW lacks its 1/m. Divide both by m.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, db=np.sum(dZ, axis=1, keepdims=True)),
            "dW is right, db lacks its 1/m. Divide both by m.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, dA=np.dot(c[1].T, dZ) / dZ.shape[1]),
            "dA_prev is divided by m as well. Only dW and db are means; do not divide dA_prev.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, dW=np.dot(dZ, c[3].T) / dZ.shape[1]),
            "dW was made with A, which comes out of the layer. What went in is A_prev: np.dot(dZ, A_prev.T) / m.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, dW=np.dot(c[0], dZ.T) / dZ.shape[1]),
            "dW is transposed. It must have the shape of W: np.dot(dZ, A_prev.T).",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, dA=np.dot(c[1], dZ)),
            "Forward uses W; the way back needs its transpose. dA_prev = np.dot(W.T, dZ).",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, dA=c[1].T),
            "dA_prev is W.T alone. Multiply it by the error dZ: np.dot(W.T, dZ).",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, db=np.sum(dZ, axis=1) / dZ.shape[1]),
            "db lost its axis: shape (n,). Keep it: keepdims=True.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, db=np.sum(dZ) / dZ.shape[1]),
            "db is one number for the whole layer. Each unit has its own: axis=1, keepdims=True.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, db=np.mean(dZ)),
            "db is one mean over everything. Each unit has its own: np.mean(dZ, axis=1, keepdims=True).",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, db=np.sum(dZ, axis=0, keepdims=True) / dZ.shape[1]),
            "db is summed over the units, axis 0. Sum over the examples: axis=1.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c)[1:],
            "dA_prev is missing: the layer below needs it. Return dA_prev, dW, db.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c)[::-1],
            "The three come in the wrong order. Return dA_prev, dW, db.",
        ),
        Mistake(
            lambda dZ, c: (linear_gradients(dZ, c)[1], linear_gradients(dZ, c)[2], linear_gradients(dZ, c)[0]),
            "dA_prev comes last. Return dA_prev, dW, db.",
        ),
    ),
)
