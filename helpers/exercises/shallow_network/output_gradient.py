"""output_gradient: the three derivatives of the output layer."""

from typing import Any

import numpy as np

from helpers import shallow
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.shallow_network.inputs import OUTPUT_WORK, OUTPUTS
from helpers.exercises.shallow_network.shared import group, sums


def _output(change: Any) -> Any:
    """The output group with something else for dZ2."""
    return lambda A1, A2, Y: group(change(A1, A2, Y), A1)


OUTPUT_GRADIENT = Exercise(
    reference=shallow.output_gradient,
    section="Six equations",
    returns=("dZ2", "dW2", "db2"),
    work=OUTPUT_WORK,
    cases=OUTPUTS,
    hints=(
        "dZ2 is the error of each answer, as in logistic regression: dZ2 = A2 - Y. dW2 is a mean of "
        "products, db2 a mean.",
        "dW2 must be (n2, n1): dZ2 is (n2, m), so A1, which is (n1, m), must be transposed. The mean is "
        "over m = Y.shape[1] examples.",
        "dW2 = np.dot(dZ2, A1.T) / m, db2 = np.sum(dZ2, axis=1, keepdims=True) / m. Return dZ2, dW2, db2.",
    ),
    mistakes=(
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, dW=np.dot(A2 - Y, A2.T) / Y.shape[1]),
            "dW2 was made with A2. What came into the second layer is the output of the first.",
        ),
        Mistake(
            _output(lambda A1, A2, Y: Y - A2),
            "The sign is wrong: this is y - a. With it, every step would go uphill.",
        ),
        Mistake(
            lambda A1, A2, Y: sums(A2 - Y, A1, 1),
            "The 1/m is missing in dW2 and db2. The cost is a mean over the examples, and so are its derivatives.",
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
            "This divides by n1, the number of hidden units. The mean is over the examples.",
        ),
        Mistake(
            _output(lambda A1, A2, Y: (A2 - Y) * A2 * (1 - A2)),
            "The sigmoid's slope a (1 - a) is still in dZ2. With the cross-entropy it cancels.",
        ),
        Mistake(
            _output(lambda A1, A2, Y: (A2 - Y) * (1 - A2**2)),
            "The slope of tanh is in dZ2, but tanh is in the hidden layer. With the cross-entropy no slope "
            "is left at the output.",
        ),
        Mistake(
            lambda A1, A2, Y: group((A2 - Y) / Y.shape[1], A1),
            "m divides twice: once in dZ2, and again in dW2 and db2. dZ2 is the error of each example, and no mean.",
        ),
        Mistake(
            lambda A1, A2, Y: ((A2 - Y) / Y.shape[1], *group(A2 - Y, A1)[1:]),
            "dW2 and db2 are right, but dZ2 is already divided by m. It is the error of each example, and no mean.",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, db=np.sum(A2 - Y, axis=1) / Y.shape[1]),
            "db2 lost its axis: shape (n2,), and b2 - learning_rate * db2 would become a matrix. A bias is "
            "a column, and so is its derivative.",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, db=np.sum(A2 - Y, axis=0, keepdims=True) / Y.shape[1]),
            "db2 is summed over the units, axis 0, and still has a number for each example. The sum is "
            "over the examples.",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, db=np.sum(A2 - Y) / Y.shape[1]),
            "db2 is one number for the whole layer. Each unit has its own sum, over the examples.",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, db=np.mean(A2 - Y)),
            "db2 is one mean over everything. Each output has its own mean, over the examples.",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, dW=np.dot(A1, (A2 - Y).T) / Y.shape[1]),
            "dW2 is transposed: (n1, n2). It must have the shape of W2: look at the order of the factors.",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, dW=np.dot(A2 - Y, A1) / Y.shape[1]),
            "The inner sizes do not agree: dZ2 is (n2, m), A1 is (n1, m). One of the two has to be turned round.",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, dW=(A2 - Y) * A1 / Y.shape[1]),
            "dW2 is multiplied element by element, and nothing is summed. A matrix product sums over the examples.",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, dW=np.sum(A2 - Y, axis=1, keepdims=True) / Y.shape[1]),
            "This dW2 has the formula of db2. The derivative of a weight also has as a factor what came in through it.",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1)[1:],
            "dZ2 is missing: the hidden layer needs it. Three arrays come back.",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, dW=np.dot(A2 - Y, A1.T) / Y.shape[1] ** 2),
            "db2 is right, but m divides twice in dW2. Once makes a mean.",
        ),
        Mistake(
            lambda A1, A2, Y: group(A2 - Y, A1, db=np.sum(A2 - Y, axis=1, keepdims=True) / Y.shape[1] ** 2),
            "dW2 is right, but m divides twice in db2. Once makes a mean.",
        ),
    ),
)
