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
    within="backward",
    cases=BACK_LINEAR,
    hints=(
        "A_prev, W, Z, A = cache takes the cache apart. dW and db are as in the shallow network, with m = dZ.shape[1].",
        "dW is (n, n_prev): dW = np.dot(dZ, A_prev.T) / m. db is (n, 1): db = np.sum(dZ, axis=1, keepdims=True) / m.",
        "The error goes back through the same weights: dA_prev = np.dot(W.T, dZ). Return dA_prev, dW, db.",
    ),
    mistakes=(
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, dW=np.sum(dZ, axis=1, keepdims=True) / dZ.shape[1]),
            "This dW has the formula of db. The derivative of a weight also has as a factor what came in through it.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, m=1),
            "The 1/m is missing in dW and db. The cost is a mean over the examples, and so are its derivatives.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, m=dZ.shape[0]),
            "This divides by the number of units. The mean is over the examples.",
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
            "dA_prev is divided by m as well. Only dW and db are means.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, dW=np.dot(dZ, c[3].T) / dZ.shape[1]),
            "dW was made with A, which comes out of the layer. Needed is what went in.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, dW=np.dot(c[0], dZ.T) / dZ.shape[1]),
            "dW is transposed. It must have the shape of W: look at the order of the factors.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, dA=np.dot(c[1], dZ)),
            "Forward uses W; the way back, from (n, m) to (n_prev, m), needs its transpose. It stands in dA_prev.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, dA=c[1].T),
            "dA_prev is W.T alone. The error goes through it: a matrix product.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, db=np.sum(dZ, axis=1) / dZ.shape[1]),
            "db lost its axis: shape (n,). A bias is a column, and so is its derivative.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, db=np.sum(dZ) / dZ.shape[1]),
            "db is one number for the whole layer. Each unit has its own sum, over the examples.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, db=np.mean(dZ)),
            "db is one mean over everything. Each unit has its own mean, over the examples.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, db=np.sum(dZ, axis=0, keepdims=True) / dZ.shape[1]),
            "db is summed over the units, axis 0. The sum is over the examples.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c)[1:],
            "dA_prev is missing: the layer below needs it. Three arrays come back.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c)[::-1],
            "The three come in the wrong order. First comes what the layer below needs, then dW, then db.",
        ),
        Mistake(
            lambda dZ, c: (linear_gradients(dZ, c)[1], linear_gradients(dZ, c)[2], linear_gradients(dZ, c)[0]),
            "dA_prev comes last. What the layer below needs comes first.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, m=dZ.shape[1] ** 2),
            "m divides twice in dW and db. Once makes a mean.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, dW=np.dot(dZ, c[0].T) / dZ.shape[1] ** 2),
            "db is right, but m divides twice in dW. Once is enough for a mean.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, db=np.sum(dZ, axis=1, keepdims=True) / dZ.shape[1] ** 2),
            "dW is right, but m divides twice in db. Once is enough for a mean.",
        ),
        Mistake(
            lambda dZ, c: linear_gradients(dZ, c, dA=c[1].T * dZ),
            "In dA_prev * multiplies element by element. Each unit below collects the errors of all units "
            "above: a matrix product.",
        ),
    ),
)
