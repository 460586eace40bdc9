"""backward: the gradient without a loop."""

import numpy as np

from helpers import logistic
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.logistic_regression.inputs import BACKWARD_WORK, EXAMPLES, GRADIENTS, PARAMS
from helpers.exercises.logistic_regression.shared import SHARED, of_parts

BACKWARD = Exercise(
    reference=logistic.backward,
    section="No loop at all",
    takes={"params": PARAMS},
    returns=GRADIENTS,
    work=BACKWARD_WORK,
    cases=EXAMPLES,
    hints=(
        ("Three lines, one for each of dZ, dw and db. Write the shape of each beside it: dZ is (1, m), dw is (n, 1)."),
        ("dZ = (A - Y) / m takes care of the mean once and for all. Both loops hide in one product of X and dZ."),
        "(n, m) times (m, 1) is (n, 1), so dZ must be transposed: dZ.T. db is the sum of dZ along the examples.",
        "dw = np.dot(X, dZ.T) and db = dZ.sum(axis=1, keepdims=True). Return [(dw, db)].",
    ),
    mistakes=(
        *SHARED,
        Mistake(
            of_parts(lambda dw, db, X: (dw.T, db)),
            "dw is a row, (1, n), as np.dot(dZ, X.T) gives it. w is (n, 1), and so is its derivative: np.dot(X, dZ.T).",
        ),
        Mistake(
            lambda params, A, X, Y: [(np.dot(X.T, (A - Y).T) / X.shape[1], np.mean(A - Y, keepdims=True))],
            "X.T puts the examples where the features should be. (n, m) times (m, 1): np.dot(X, dZ.T).",
        ),
        Mistake(
            lambda params, A, X, Y: [(np.dot(X, A - Y) / X.shape[1], np.mean(A - Y, keepdims=True))],
            "The inner sizes must agree: X is (n, m) and dZ is (1, m). Transpose dZ: np.dot(X, dZ.T).",
        ),
        Mistake(
            of_parts(lambda dw, db, X: (dw[:, 0], db)),
            "The numbers are right, but dw has shape (n,), neither row nor column (the rank-1 trap). "
            "np.dot(X, dZ.T) is (n, 1); np.sum needs axis=1, keepdims=True.",
        ),
        Mistake(
            lambda params, A, X, Y: [(X * (A - Y) / X.shape[1], np.mean(A - Y, keepdims=True))],
            "X * dZ multiplies element by element and adds nothing up: dw still has a column for each "
            "example. Use the matrix product np.dot(X, dZ.T).",
        ),
        Mistake(
            lambda params, A, X, Y: [(np.sum(X * (A - Y), axis=0) / X.shape[1], np.mean(A - Y, keepdims=True))],
            "The sum runs over the features, and leaves a number for each example. Sum over the examples, "
            "axis=1, or use np.dot(X, dZ.T).",
        ),
        Mistake(
            lambda params, A, X, Y: [(np.sum(X * (A - Y)) / X.shape[1], np.mean(A - Y, keepdims=True))],
            "np.sum without an axis adds up features too, and leaves one number for all weights. Each "
            "weight has its own: np.dot(X, dZ.T).",
        ),
        Mistake(
            lambda params, A, X, Y: [(np.dot(X, (A - Y).T) / X.shape[1], np.sum(A - Y, axis=0) / X.shape[1])],
            "db has a number for each example: axis=0 runs down the columns of dZ, which has one row. Sum "
            "along the row: axis=1, keepdims=True.",
        ),
        Mistake(
            lambda params, A, X, Y: [(np.dot(X, (A - Y).T) / X.shape[1], (A - Y) / X.shape[1])],
            "db is dZ itself, a number for each example. There is one bias: sum dZ along the row, axis=1, "
            "keepdims=True.",
        ),
    ),
)
