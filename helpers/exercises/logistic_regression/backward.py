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
        "Three lines, one for each of dZ, dw and db. Write the shape of each beside it: dZ is (1, m), dw is (n, 1).",
        "dZ = A - Y is the error of each example. Both loops hide in one product of X and dZ.",
        "(n, m) times (m, 1) is (n, 1), so dZ must be transposed: dw = np.dot(X, dZ.T) / m, with m = X.shape[1].",
        "db is the mean along the examples: db = np.sum(dZ, axis=1, keepdims=True) / m. Return [(dw, db)].",
    ),
    mistakes=(
        *SHARED,
        Mistake(
            of_parts(lambda dw, db, X: (dw.T, db)),
            "dw is a row, (1, n). w is (n, 1), and so is its derivative: look at the order of the factors.",
        ),
        Mistake(
            lambda params, A, X, Y: [(np.dot(X.T, (A - Y).T) / X.shape[1], np.mean(A - Y, keepdims=True))],
            "X.T puts the examples where the features should be. (n, m) times (m, 1) is (n, 1).",
        ),
        Mistake(
            lambda params, A, X, Y: [(np.dot(X, A - Y) / X.shape[1], np.mean(A - Y, keepdims=True))],
            "The inner sizes must agree: X is (n, m) and dZ is (1, m). One of the two has to be turned round.",
        ),
        Mistake(
            of_parts(lambda dw, db, X: (dw[:, 0], db)),
            "The numbers are right, but dw has shape (n,), neither row nor column (the rank-1 trap). The "
            "sum has lost its axis.",
        ),
        Mistake(
            lambda params, A, X, Y: [(X * (A - Y) / X.shape[1], np.mean(A - Y, keepdims=True))],
            "X * dZ multiplies element by element and adds nothing up: dw still has a column for each "
            "example. A matrix product adds up.",
        ),
        Mistake(
            lambda params, A, X, Y: [(np.sum(X * (A - Y), axis=0) / X.shape[1], np.mean(A - Y, keepdims=True))],
            "The sum runs over the features, and leaves a number for each example. It has to run over the examples.",
        ),
        Mistake(
            lambda params, A, X, Y: [(np.sum(X * (A - Y)) / X.shape[1], np.mean(A - Y, keepdims=True))],
            "np.sum without an axis adds up features too, and leaves one number for all weights. Each "
            "weight has its own.",
        ),
        Mistake(
            lambda params, A, X, Y: [(np.dot(X, (A - Y).T) / X.shape[1], np.sum(A - Y, axis=0) / X.shape[1])],
            "db has a number for each example: axis=0 runs down the columns of dZ, which has one row. The "
            "sum has to run along it.",
        ),
        Mistake(
            lambda params, A, X, Y: [(np.dot(X, (A - Y).T) / X.shape[1], (A - Y) / X.shape[1])],
            "db is dZ itself, a number for each example. There is one bias: its derivative is their mean.",
        ),
    ),
)
