"""softmax: scores of several classes become probabilities, however large they are."""

import numpy as np

from helpers.activations import sigmoid, softmax
from helpers.exercises.activation_functions.inputs import CLASS_SCORES
from helpers.exercises.exercise import Exercise, Mistake
from helpers.validation import Array


def _without_shift(Z: Array) -> Array:
    E = np.exp(Z)
    return E / np.sum(E, axis=0)


def _shifted_by(Z: Array, shift: Array) -> Array:
    return _without_shift(Z - shift)


def _exp(Z: Array) -> Array:
    return np.exp(Z - np.max(Z, axis=0))


SOFTMAX = Exercise(
    reference=softmax,
    section="Softmax",
    returns="A",
    cases=CLASS_SCORES,
    hints=(
        "Each column is one example. Within a column: exp of each score, divided by the sum of them all.",
        "np.sum(E, axis=0, keepdims=True) adds up each column and keeps the shape (1, m).",
        "np.exp(1000) is inf. Subtract from each column its largest score first: the result is the same.",
        "E = np.exp(Z - np.max(Z, axis=0, keepdims=True)), and then E / np.sum(E, axis=0, keepdims=True).",
    ),
    mistakes=(
        Mistake(
            _without_shift,
            "Right for small scores, but exp(1000) is inf, and inf / inf is nan. Subtract each column's "
            "largest score before exp.",
        ),
        Mistake(
            lambda Z: softmax(Z.T).T,
            "This goes along the rows, so it mixes the examples. The classes of one example are in one column: axis=0.",
        ),
        Mistake(
            lambda Z: _exp(Z) / np.sum(_exp(Z)),
            "The sum runs over everything, so all columns together sum to 1. Each example has a sum of its own: "
            "axis=0.",
        ),
        Mistake(
            lambda Z: np.exp(Z - np.max(Z)) / np.sum(np.exp(Z - np.max(Z))),
            "Both the shift and the sum run over everything. Each example, a column, has its own.",
        ),
        Mistake(
            lambda Z: np.exp(Z) / np.sum(np.exp(Z)),
            "The sum runs over everything, and exp(1000) is inf. Each column has its own sum, and can lose "
            "its own largest score before exp.",
        ),
        Mistake(
            lambda Z: np.exp(Z),
            "This is exp(z) alone: it does not sum to 1. Divide each column by its sum.",
        ),
        Mistake(
            _exp,
            "Shifted and exponentiated, but it does not sum to 1 yet. Divide each column by its sum.",
        ),
        Mistake(
            lambda Z: Z / np.sum(Z, axis=0),
            "exp is missing: without it a negative score would be a negative probability. Take np.exp first.",
        ),
        Mistake(
            lambda Z: _shifted_by(Z, np.max(Z)),
            "The shift is the largest score of all examples, so a column far below it underflows to 0 / 0. "
            "Each column has its own largest score.",
        ),
        Mistake(
            lambda Z: _shifted_by(Z, np.max(Z, axis=1, keepdims=True)),
            "The shift runs along the rows, so each class loses another number. Within a column all must "
            "lose the same.",
        ),
        Mistake(
            sigmoid,
            "The sigmoid looks at each score alone, so the column does not sum to 1. Let the classes share one "
            "denominator.",
        ),
        Mistake(
            lambda Z: np.where(Z == np.max(Z, axis=0), 1.0, 0.0),
            "This is the hard choice: 1 for the winner, 0 for the others, and no slope. Use exp and divide by the sum.",
        ),
        Mistake(
            lambda Z: _exp(Z) / np.sum(np.exp(Z), axis=0),
            "The shift is in the numerator only, so it does not cancel. Compute E once, and use it above and below.",
        ),
        Mistake(
            lambda Z: np.exp(Z) / np.exp(np.sum(Z, axis=0)),
            "The exp of a sum is not the sum of exps. First exp of each score, then the sum down the column.",
        ),
        Mistake(
            lambda Z: _exp(Z) / np.sum(_exp(Z), axis=1),
            "The sums run along the rows and do not fit the columns. The classes of one example are in one column.",
        ),
        Mistake(
            lambda Z: softmax(-Z),
            "The lowest score wins here: there is a minus sign too many in exp. It is z minus the largest, not "
            "the largest minus z.",
        ),
        Mistake(
            lambda Z: softmax(Z) * len(Z),
            "Each column sums to the number of classes: that comes from a mean in the denominator. Use np.sum.",
        ),
        Mistake(
            lambda Z: np.log(softmax(Z)),
            "These are the logarithms of the probabilities. Return the probabilities themselves, between 0 and 1.",
        ),
    ),
)
