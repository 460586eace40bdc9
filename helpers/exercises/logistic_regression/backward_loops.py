"""backward_loops: the gradient with a loop over examples and a loop over features."""

from typing import Any

import numpy as np

from helpers import logistic
from helpers.doors import Array, Layers
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.logistic_regression.gradients import SHARED, Backward, gradient, of_parts
from helpers.exercises.logistic_regression.inputs import EXAMPLES


def _of_examples(which: slice) -> Backward:
    """The gradient that comes out if only some examples are counted, though all of them divide."""
    return lambda params, A, X, Y: gradient(X[:, which], ((A - Y) / X.shape[1])[:, which])


def _row_for_column(params: Layers, A: Array, X: Array, Y: Array) -> Any:
    n, m = X.shape
    dw, db = np.zeros((n, 1)), 0.0
    for i in range(m):
        dz = A[0, i] - Y[0, i]
        for j in range(n):
            dw[j, 0] += X[i, j] * dz / m
        db += dz / m
    return [(dw, db)]


def _sizes_exchanged(params: Layers, A: Array, X: Array, Y: Array) -> Any:
    m, n = X.shape
    dw, db = np.zeros((n, 1)), 0.0
    for i in range(m):
        dz = A[0, i] - Y[0, i]
        for j in range(n):
            dw[j, 0] += X[j, i] * dz / m
        db += dz / m
    return [(dw, db)]


def _row_of_answers(params: Layers, A: Array, X: Array, Y: Array) -> Any:
    m = X.shape[1]
    return [A[i] - Y[i] for i in range(m)][0] if m > 1 else logistic.backward(params, A, X, Y)


BACKWARD_LOOPS = Exercise(
    reference=logistic.backward_loops,
    section="Two loops",
    returns="gradients",
    cases=EXAMPLES,
    hints=(
        "On paper, for one example: dz = a - y, dw_j = x_j dz for every feature j, db = dz. Now add up over the examples.",
        "`n, m = X.shape`. Begin with dw = np.zeros((n, 1)) and db = 0.0; the outer loop runs over the m examples.",
        "For example i: dz = A[0, i] - Y[0, i]; then, in a loop over j, dw[j, 0] += X[j, i] * dz.",
        "db += dz stands in the outer loop, not in the inner one. At the end divide dw and db by m and return [(dw, db)].",
    ),
    mistakes=(
        *SHARED,
        Mistake(
            _of_examples(slice(-1, None)),
            "Only the last example is left: `=` overwrites what the others gave. Add instead: dw[j, 0] += ... and "
            "db += ...",
        ),
        Mistake(
            lambda params, A, X, Y: [
                (_of_examples(slice(-1, None))(params, A, X, Y)[0][0], np.mean(A - Y, keepdims=True))
            ],
            "db is right, but dw holds the last example alone: `=` overwrites what the others gave. Write "
            "dw[j, 0] += ...",
        ),
        Mistake(
            of_parts(lambda dw, db, X: (dw, db * X.shape[0])),
            "db grew n times too large: it is added inside the inner loop, once for every feature. Move it out by one "
            "indentation.",
        ),
        Mistake(
            _of_examples(slice(0, 1)),
            "Only the first example is counted: `return` stands inside the loop. Move it to the left, under `for`.",
        ),
        Mistake(
            _of_examples(slice(0, -1)),
            "The last example is left out. range(m) already ends at m - 1; range(m - 1) ends one too soon.",
        ),
        Mistake(
            _of_examples(slice(1, None)),
            "The first example is left out. Python counts from 0: write range(m), not range(1, m).",
        ),
        Mistake(
            _row_for_column,
            "The indices of X have changed places. Feature j of example i stands in row j and column i: X[j, i].",
        ),
        Mistake(
            _sizes_exchanged,
            "The two sizes of X have changed places: features are rows and examples columns, so n, m = X.shape.",
        ),
        Mistake(
            _row_of_answers,
            "A and Y have one row and m columns, so A[i] asks for a row that is not there. Write A[0, i] and Y[0, i].",
        ),
        Mistake(
            lambda params, A, X, Y: [(pair[0][:, 0], pair[1]) for pair in logistic.backward(params, A, X, Y)],
            "The numbers are right, but dw has shape (n,), neither row nor column (the rank-1 trap). Begin with "
            "dw = np.zeros((n, 1)) and write into dw[j, 0].",
        ),
    ),
)
