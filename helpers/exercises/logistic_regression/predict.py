"""predict: from probability to class."""

import numpy as np

from helpers import logistic
from helpers.activations import sigmoid
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.logistic_regression.inputs import CUTS, PARAMS, scores

CHANGED_PLACES = "The classes have changed places: A is the probability of class 1. So it is 1 where A is large."

PREDICT = Exercise(
    reference=logistic.predict,
    section="From probability to class",
    takes={"params": PARAMS},
    returns="prediction",
    optional=1,
    cases=CUTS,
    hints=(
        "You have a function that gives the probability of class 1 for every example. Which of them are "
        "above the threshold?",
        "A = forward(params, X). A comparison such as A > threshold gives True or False for every element.",
        "np.where(condition, a, b) takes a where the condition holds and b elsewhere, and keeps the shape (1, m).",
        "1.0 where it holds, 0.0 elsewhere: np.where(A > threshold, 1.0, 0.0).",
    ),
    mistakes=(
        Mistake(
            lambda params, X: sigmoid(scores(params, X)),
            "These are the probabilities. Compare them with 0.5 to get classes: 1 above, 0 below.",
        ),
        Mistake(
            lambda params, X: np.where(scores(params, X) > 0.5, 1.0, 0.0),
            "The score z is compared with 0.5. It's the probability that has its threshold there: has it "
            "been through the sigmoid?",
        ),
        Mistake(lambda params, X: np.where(scores(params, X) < 0, 1.0, 0.0), CHANGED_PLACES),
        Mistake(lambda params, X: np.where(scores(params, X) <= 0, 1.0, 0.0), CHANGED_PLACES),
        Mistake(
            lambda params, X: np.ones((1, X.shape[1])),
            "Everything is 1: a probability is always above 0. The threshold for probabilities is 0.5 (for "
            "scores it is 0).",
        ),
        Mistake(
            lambda params, X: np.zeros((1, X.shape[1])),
            "Everything is 0: an integer keeps only what is before the point, and a probability has 0 there. "
            "Compare with 0.5 instead.",
        ),
        Mistake(
            lambda params, X, threshold: np.where(sigmoid(scores(params, X)) >= threshold, 1.0, 0.0),
            "A probability that is exactly at the threshold is not above it, so its class is 0. Yours takes it for 1.",
        ),
        Mistake(
            lambda params, X: np.where(scores(params, X) > 0, 1.0, -1.0),
            "The classes here are -1 and 1. Our labels are 0 and 1.",
        ),
        Mistake(
            lambda params, X: 1 if sigmoid(scores(params, X)) > 0.5 else 0,
            "`if` needs one True or False, and a comparison with A holds one for every example. NumPy has "
            "a function that chooses element by element.",
        ),
        Mistake(
            lambda params, X: np.where(scores(params, X) > 0, 1.0, 0.0)[0],
            "The classes are right, but in shape (m,), neither row nor column. Y is (1, m): keep the shape that A has.",
        ),
        Mistake(
            lambda params, X: np.where(scores(params, X) > 0, 1.0, sigmoid(scores(params, X))),
            "Those above 0.5 became 1, the others are still probabilities. Both sides need a class.",
        ),
        Mistake(
            lambda params, X: np.argmax(sigmoid(scores(params, X)), axis=0),
            "argmax chooses among several rows, and A has only one, so it always chooses row 0. It is the "
            "threshold that decides here.",
        ),
    ),
)
