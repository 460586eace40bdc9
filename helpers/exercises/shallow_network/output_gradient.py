"""output_gradient: the three derivatives of the output layer."""

from typing import Any

import numpy as np

from helpers import shallow
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.shallow_network.inputs import OUTPUTS
from helpers.exercises.shallow_network.shared import group, sums


def _output(change: Any) -> Any:
    """The output group with something else for dZ2."""
    return lambda A1, A2, Y: group(change(A1, A2, Y), A1)


OUTPUT_GRADIENT = Exercise(
    reference=shallow.output_gradient,
    section="As products",
    returns=("dZ2", "dW2", "db2"),
    cases=OUTPUTS,
    hints=(
        "dZ2 is the error of each answer, as in logistic regression. dW2 is a mean of products, db2 a mean.",
        "dW2 must be (n2, n1): dZ2 is (n2, m), so A1, which is (n1, m), must be transposed.",
        "dZ2 = A2 - Y, dW2 = np.dot(dZ2, A1.T) / m, db2 = np.sum(dZ2, axis=1, keepdims=True) / m.",
    ),
    mistakes=(
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, dW=np.dot(A2 - Y, A2.T) / Y.shape[1]),
            "dW2 was made with A2. What came into the second layer is A1: np.dot(dZ2, A1.T) / m.",
        ),
        Mistake(
            _output(lambda A1, A2, Y: Y - A2),
            "The sign is wrong: this is y - a. With it, every step would go uphill. dZ2 = A2 - Y.",
        ),
        Mistake(
            lambda A1, A2, Y: sums(A2 - Y, A1, 1),
            "The 1/m is missing in dW2 and db2. The cost is a mean over the examples: divide by m = Y.shape[1].",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, dW=np.dot(A2 - Y, A1.T)),
            "db2 is right, dW2 lacks its 1/m. Divide both by m.",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, db=np.sum(A2 - Y, axis=1, keepdims=True)),
            "dW2 is right, db2 lacks its 1/m. Divide both by m.",
        ),
        Mistake(
            lambda A1, A2, Y: sums(A2 - Y, A1, len(A1)),
            "This divides by n1, the number of hidden units. The mean is over the examples: m = Y.shape[1].",
        ),
        Mistake(
            _output(lambda A1, A2, Y: (A2 - Y) * A2 * (1 - A2)),
            "The sigmoid's slope a (1 - a) is still in dZ2. With the cross-entropy it cancels: dZ2 = A2 - Y.",
        ),
        Mistake(
            _output(lambda A1, A2, Y: (A2 - Y) * (1 - A2**2)),
            "The slope of tanh is in dZ2, but tanh is in the hidden layer. dZ2 = A2 - Y.",
        ),
        Mistake(
            lambda A1, A2, Y: group((A2 - Y) / Y.shape[1], A1),
            "m divides twice: once in dZ2, and again in dW2 and db2. Do not divide in dZ2: dZ2 = A2 - Y.",
        ),
        Mistake(
            lambda A1, A2, Y: ((A2 - Y) / Y.shape[1], *group(A2 - Y, A1)[1:]),
            "dW2 and db2 are right, but dZ2 is already divided by m. Here dZ2 = A2 - Y, and the next two divide.",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, db=np.sum(A2 - Y, axis=1) / Y.shape[1]),
            "db2 lost its axis: shape (n2,), and b2 - learning_rate * db2 would become a matrix. Keep it: "
            "keepdims=True.",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, db=np.sum(A2 - Y, axis=0, keepdims=True) / Y.shape[1]),
            "db2 is summed over the units, axis 0, and still has a number for each example. Sum along axis=1.",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, db=np.sum(A2 - Y) / Y.shape[1]),
            "db2 is one number for the whole layer. Each unit has its own: np.sum(dZ2, axis=1, keepdims=True) / m.",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, db=np.mean(A2 - Y)),
            "db2 is one mean over everything. Each output has its own: np.mean(dZ2, axis=1, keepdims=True).",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, dW=np.dot(A1, (A2 - Y).T) / Y.shape[1]),
            "dW2 is transposed: (n1, n2). It must have the shape of W2: np.dot(dZ2, A1.T).",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, dW=np.dot(A2 - Y, A1) / Y.shape[1]),
            "The inner sizes do not agree: dZ2 is (n2, m), A1 is (n1, m). Transpose A1: A1.T.",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, dW=(A2 - Y) * A1 / Y.shape[1]),
            "dW2 is multiplied element by element, and nothing is summed. Take the matrix product np.dot(dZ2, A1.T).",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, dW=np.sum(A2 - Y, axis=1, keepdims=True) / Y.shape[1]),
            "This dW2 has the formula of db2. The derivative of a weight also has the factor A1: np.dot(dZ2, A1.T).",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1)[1:],
            "dZ2 is missing: the hidden layer needs it. Return dZ2, dW2, db2.",
        ),
    ),
)
