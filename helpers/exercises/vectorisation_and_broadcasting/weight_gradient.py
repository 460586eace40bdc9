"""weight_gradient: the gradient of the weights without a loop."""

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.vectorisation_and_broadcasting.inputs import EXAMPLES
from helpers.validation import Array
from helpers.vectorization import weight_gradient


def _overwritten(X: Array, dZ: Array) -> Array:
    dw = np.zeros((X.shape[0], 1))
    for i in range(X.shape[1]):
        dw = X[:, i : i + 1] * dZ[0, i]
    return dw / X.shape[1]


WEIGHT_GRADIENT = Exercise(
    reference=weight_gradient,
    section="Three ways to one gradient",
    returns="dw",
    cases=EXAMPLES,
    hints=(
        "Row j of X times dZ, summed over the examples, is dw_j. A matrix product does that for every row at once.",
        "Shapes: X is (n, m) and dw is (n, 1). So the factor on the right must be (m, 1). dZ is (1, m).",
        "np.dot(X, dZ.T) is the sum over the examples, and X.shape[1] is their number: return np.dot(X, "
        "dZ.T) / X.shape[1].",
    ),
    mistakes=(
        Mistake(
            lambda X, dZ: np.dot(X, dZ.T),
            "This is the sum over the examples; needed is their mean. Which side of X counts the examples?",
        ),
        Mistake(
            lambda X, dZ: np.dot(X, dZ.T) / X.shape[0],
            "This divides by n, the number of features. The mean is over the examples: divide by m.",
        ),
        Mistake(
            lambda X, dZ: np.dot(X, dZ.T) / X.size,
            "This divides by n * m, all the numbers in X. The mean is over the examples, and there are m.",
        ),
        Mistake(
            lambda X, dZ: np.dot(X, dZ) / X.shape[1],
            "The inner sizes must agree: (n, m) needs (m, 1) beside it, but dZ is (1, m). Turn dZ round.",
        ),
        Mistake(
            lambda X, dZ: np.dot(X.T, dZ.T) / X.shape[1],
            "X.T puts the examples where the features should be. X itself is (n, m): its rows are the features.",
        ),
        Mistake(
            lambda X, dZ: np.dot(dZ, X.T) / X.shape[1],
            "The numbers are right, but they are in a row, (1, n). dw must be a column, as w is: look at "
            "the order of the factors.",
        ),
        Mistake(
            lambda X, dZ: X * dZ / X.shape[1],
            "X * dZ multiplies element by element and sums nothing: there is still a column for each "
            "example. A matrix product sums over them.",
        ),
        Mistake(
            lambda X, dZ: np.sum(X * dZ, axis=1) / X.shape[1],
            "The numbers are right, but in an array of rank 1, shape (n,). The sum has lost its axis: dw "
            "must be a column, (n, 1).",
        ),
        Mistake(
            lambda X, dZ: np.sum(X * dZ, axis=0, keepdims=True) / X.shape[1],
            "The sum runs down the features, axis 0, and leaves a number for each example. It has to run "
            "over the examples.",
        ),
        Mistake(
            lambda X, dZ: np.sum(X * dZ) / X.shape[1],
            "Without an axis np.sum adds up everything, one number for all weights. Each weight has its "
            "own sum, over the examples.",
        ),
        Mistake(
            lambda X, dZ: np.sum(X, axis=1, keepdims=True) * np.sum(dZ) / X.shape[1],
            "Sums are taken first and then multiplied. It is the products x dz that are summed, example by example.",
        ),
        Mistake(
            _overwritten,
            "= overwrites dw at each example, so only the last one is left. Each example has to be added "
            "to what is there.",
        ),
        Mistake(
            lambda X, dZ: -np.dot(X, dZ.T) / X.shape[1],
            "The sign is wrong. dw is the mean of x dz, with no minus in it.",
        ),
        Mistake(
            lambda X, dZ: np.dot(X, dZ.T) / X.shape[1] ** 2,
            "m divides twice here. The mean over the examples divides once.",
        ),
    ),
)
