"""forward: the probabilities of all examples at once."""

import numpy as np

from helpers import logistic
from helpers.activations import sigmoid
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.logistic_regression.inputs import FORWARD_WORK, NETWORKS, PARAMS, scores

FORWARD = Exercise(
    reference=logistic.forward,
    section="All examples at once",
    takes={"params": PARAMS},
    returns="A",
    all_digits=True,
    work=FORWARD_WORK,
    cases=NETWORKS,
    hints=(
        ("Two steps: the scores Z of all examples, then the sigmoid of Z. Write the shape of w, X and Z beside them."),
        (
            "`[(w, b)] = params` takes the two apart. w is (n, 1) and X is (n, m); Z must be (1, m), so w must "
            "be transposed."
        ),
        "(1, n) times (n, m) is (1, m): np.dot(w.T, X). b is added to every example by broadcasting.",
        "Z = np.dot(w.T, X) + b, and what you return is sigmoid(Z).",
    ),
    mistakes=(
        Mistake(
            lambda params, X: sigmoid(np.dot(params[0][0], X) + params[0][1]),
            "The inner sizes must agree, and w is (n, 1). Which of the two has to be turned round before it meets X?",
        ),
        Mistake(
            lambda params, X: sigmoid(np.dot(X, params[0][0]) + params[0][1]),
            "The factors have changed places. (1, n) times (n, m) gives (1, m), so the weights come first.",
        ),
        Mistake(
            lambda params, X: sigmoid(np.dot(params[0][0].T, X.T) + params[0][1]),
            "X already has one example a column, so X.T puts the examples where the features should be. "
            "Leave X as it is.",
        ),
        Mistake(
            lambda params, X: sigmoid(scores(params, X)).T,
            "The numbers are right, but they are in a column, as np.dot(X.T, w) gives them. Examples go "
            "along the row: (1, m).",
        ),
        Mistake(
            lambda params, X: sigmoid(np.dot(params[0][0].T, X)),
            "This is what comes out without the bias. It belongs to the scores.",
        ),
        Mistake(
            lambda params, X: sigmoid(np.dot(params[0][0].T, X)) + params[0][1],
            "b is added after the sigmoid, so the result may be below 0 or above 1. Add it to the score, then "
            "take the sigmoid.",
        ),
        Mistake(
            scores,
            "These are the scores Z, from minus infinity to infinity. One step is left: they are to be probabilities.",
        ),
        Mistake(
            lambda params, X: sigmoid(params[0][0] * X + params[0][1]),
            "w * X multiplies element by element and adds nothing up. A score is the sum over the "
            "features, as a matrix product gives it.",
        ),
        Mistake(
            lambda params, X: sigmoid(np.sum(params[0][0] * X) + params[0][1]),
            "np.sum without an axis adds up all examples into one score. A score is a sum over the features alone.",
        ),
        Mistake(
            lambda params, X: np.tanh(scores(params, X)),
            "The scores are right, but they went through tanh, which runs from -1 to 1. Probabilities come "
            "out of the sigmoid.",
        ),
        Mistake(
            lambda params, X: np.where(scores(params, X) > 0, 1.0, 0.0),
            "These are classes, 0 or 1. forward returns the probability, without a threshold or rounding.",
        ),
    ),
)
