"""class_votes: the functions of the notebook put together to a reader of digits."""

import numpy as np

from helpers.activations import softmax
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.vectorisation_and_broadcasting.inputs import VOTES
from helpers.validation import Array
from helpers.vectorization import class_votes, pairwise_distances


def _weights(known: Array, unknown: Array, sharpness: float = -30.0) -> Array:
    return softmax(sharpness * pairwise_distances(known, unknown))


CLASS_VOTES = Exercise(
    reference=class_votes,
    section="Digits, read by your functions",
    returns="P",
    cases=VOTES,
    hints=(
        "Three steps, and you have a function for two of them. How far is each known example from each unknown one? "
        "That is (p, q).",
        "The nearer, the larger the share: D = pairwise_distances(known, unknown), then S = softmax(-30 * D). "
        "Each column of S sums to 1.",
        "Y is (C, p) and S is (p, q). Their product adds up, for each class, the shares of its examples: "
        "return np.dot(Y, S).",
    ),
    mistakes=(
        Mistake(
            lambda known, Y, unknown: np.dot(Y, _weights(known, unknown, 30.0)),
            "The minus is missing: here the examples that are farthest away have the most votes.",
        ),
        Mistake(
            lambda known, Y, unknown: np.dot(Y, _weights(known, unknown, -1.0)),
            "The 30 is missing. Without it far examples count nearly as much as near ones.",
        ),
        Mistake(
            lambda known, Y, unknown: _weights(known, unknown),
            "These are the shares of the examples, (p, q). One step is left: add them up for each class, with Y.",
        ),
        Mistake(
            lambda known, Y, unknown: np.dot(Y, _weights(unknown, known)),
            "The distances are turned round: (q, p). The known examples come first, since it is they who vote.",
        ),
        Mistake(
            lambda known, Y, unknown: np.dot(Y, pairwise_distances(known, unknown)),
            "These are sums of distances, not of votes. Softmax of -30 D makes shares of them first.",
        ),
        Mistake(
            lambda known, Y, unknown: np.dot(Y.T, _weights(known, unknown)),
            "Y is (C, p) as it is, and the shares are (p, q): nothing has to be turned round.",
        ),
        Mistake(
            lambda known, Y, unknown: np.dot(Y, softmax(-30 * pairwise_distances(known, unknown) ** 2)),
            "The distances are squared here. Take them as they are.",
        ),
        Mistake(
            lambda known, Y, unknown: np.argmax(np.dot(Y, _weights(known, unknown)), axis=0),
            "This is the class with the most votes. Needed are the votes of all classes, (C, q).",
        ),
        Mistake(
            lambda known, Y, unknown: softmax(np.dot(Y, -30 * pairwise_distances(known, unknown))),
            "Distances are added up for each class, then softmax is taken. First make shares of the distances; "
            "then add up.",
        ),
    ),
)
