"""From scores to probabilities, to a cost, to classes: sigmoid, forward, cost and predict."""

import math

import numpy as np

from helpers import activations, logistic
from helpers.activations import sigmoid
from helpers.doors import Array, Layers
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.logistic_regression.inputs import ANSWERS, NETWORKS, SCORES


def _scores(params: Layers, X: Array) -> Array:
    [(w, b)] = params
    return np.asarray(np.dot(w.T, X) + b)


def _loss(A: Array, Y: Array) -> Array:
    return -(Y * np.log(A) + (1 - Y) * np.log(1 - A))


SIGMOID = Exercise(
    reference=activations.sigmoid,
    section="From a score to a probability",
    returns="A",
    cases=SCORES,
    hints=(
        "Start from the formula: sigma(z) = 1 / (1 + e to the power of -z). What is it for z = 0? And for z = 100?",
        "np.exp(-Z) takes e to the power of every element of -Z at once; +, - and / work on every element too.",
        "The denominator needs brackets of its own: 1 / (1 + ...). What stands in place of the dots is np.exp(-Z).",
    ),
    mistakes=(
        Mistake(
            lambda Z: 1 / (1 + np.exp(Z)),
            "This curve falls from 1 to 0: it is what comes out with exp(z), or as 1 - sigma(z). The exponent needs "
            "its minus sign: np.exp(-Z).",
        ),
        Mistake(
            lambda Z: 1 / 1 + np.exp(-Z),
            "Python divides before it adds: 1 / 1 + np.exp(-Z) is 1 + np.exp(-Z). Put the whole denominator in "
            "brackets: 1 / (1 + ...).",
        ),
        Mistake(
            lambda Z: 1 / np.exp(-Z),
            "The 1 + in the denominator is missing, so the value grows past 1. Divide by (1 + np.exp(-Z)).",
        ),
        Mistake(
            lambda Z: 1 / (1 + math.exp(-Z)),
            "math.exp takes one number, not an array. Use np.exp, which takes every element at once.",
        ),
        Mistake(
            lambda Z: np.array([1 / (1 + math.exp(-z)) for z in Z.flat]).reshape(Z.shape),
            "The formula is right, but math.exp gives up on large numbers. Use np.exp: it gives inf there, and 1 / inf "
            "is 0, as it should be.",
        ),
        Mistake(
            lambda Z: np.exp(Z) / (1 + np.exp(Z)),
            "For large z both e^z and 1 + e^z overflow to inf, and inf / inf is nan. Divide both by e^z: 1 / (1 + e^-z) "
            "is the same number and stays finite.",
        ),
        Mistake(
            lambda Z: np.where(Z > 0, 1.0, 0.0),
            "That is the perceptron's step: only 0 and 1, so it comes from a comparison or from rounding. Return the "
            "probability itself, without either.",
        ),
        Mistake(
            lambda Z: np.tanh(Z),
            "That is tanh, which runs from -1 to 1; a probability runs from 0 to 1. Take 1 / (1 + np.exp(-Z)), or "
            "(1 + np.tanh(Z / 2)) / 2.",
        ),
        Mistake(
            lambda Z: sigmoid(Z) * (1 - sigmoid(Z)),
            "That is the slope of the sigmoid, a (1 - a). Return a itself.",
        ),
        Mistake(
            lambda Z: np.exp(Z) / np.sum(np.exp(Z)),
            "Dividing by the sum over all elements makes the examples compete with each other. Each has its own "
            "denominator: 1 + np.exp(-Z), without a sum.",
        ),
        Mistake(
            lambda Z: 1 / (1 + 2.718**-Z),
            "Nearly: 2.718 is e with its digits cut off, and the error grows with z. Use np.exp(-Z).",
        ),
    ),
)

FORWARD = Exercise(
    reference=logistic.forward,
    section="All examples at once",
    returns="A",
    cases=NETWORKS,
    hints=(
        "Two steps: the scores Z of all examples, then the sigmoid of Z. Write the shape of w, X and Z beside them.",
        "`[(w, b)] = params` takes the two apart. w is (n, 1) and X is (n, m); Z must be (1, m), so w has to lie down.",
        "(1, n) times (n, m) is (1, m): np.dot(w.T, X). b is added to every example by broadcasting.",
        "Z = np.dot(w.T, X) + b, and what you return is sigmoid(Z).",
    ),
    mistakes=(
        Mistake(
            lambda params, X: sigmoid(np.dot(params[0][0], X) + params[0][1]),
            "The inner sizes must agree, and w stands upright, (n, 1). Lay it down first: np.dot(w.T, X).",
        ),
        Mistake(
            lambda params, X: sigmoid(np.dot(X, params[0][0]) + params[0][1]),
            "The factors have changed places. (1, n) times (n, m) gives (1, m): np.dot(w.T, X).",
        ),
        Mistake(
            lambda params, X: sigmoid(np.dot(params[0][0].T, X.T) + params[0][1]),
            "X already has one example a column, so X.T puts the examples where the features belong. Use X itself: "
            "np.dot(w.T, X).",
        ),
        Mistake(
            lambda params, X: sigmoid(_scores(params, X)).T,
            "The numbers are right but stand in a column, as np.dot(X.T, w) gives them. Examples go along the row: "
            "np.dot(w.T, X) is (1, m).",
        ),
        Mistake(
            lambda params, X: sigmoid(np.dot(params[0][0].T, X)),
            "This is what comes out without the bias. Add b to the scores: Z = np.dot(w.T, X) + b.",
        ),
        Mistake(
            lambda params, X: sigmoid(np.dot(params[0][0].T, X)) + params[0][1],
            "b is added after the sigmoid, where it pushes probabilities out of 0 to 1. Add it to the score, then take "
            "the sigmoid.",
        ),
        Mistake(
            _scores,
            "These are the scores Z, from minus infinity to infinity. One step is left: return sigmoid(Z).",
        ),
        Mistake(
            lambda params, X: sigmoid(params[0][0] * X + params[0][1]),
            "w * X multiplies element by element and adds nothing up. A score is the sum over the features: "
            "np.dot(w.T, X).",
        ),
        Mistake(
            lambda params, X: sigmoid(np.sum(params[0][0] * X) + params[0][1]),
            "np.sum without an axis adds up all examples into one score. Sum over the features alone: np.dot(w.T, X).",
        ),
        Mistake(
            lambda params, X: np.tanh(_scores(params, X)),
            "The scores are right, but they went through tanh, which runs from -1 to 1. Return sigmoid(Z).",
        ),
        Mistake(
            lambda params, X: np.where(_scores(params, X) > 0, 1.0, 0.0),
            "These are classes, 0 or 1. forward returns the probability: sigmoid(Z), without a threshold or rounding.",
        ),
    ),
)

COST = Exercise(
    reference=logistic.cost,
    section="The cost",
    returns="J",
    cases=ANSWERS,
    hints=(
        "First the loss of every example, a (1, m) row; then their mean, one number.",
        "The loss is -(y log a + (1 - y) log(1 - a)). The minus stands before both terms: mind the brackets.",
        "np.log takes the natural logarithm of every element; * multiplies element by element; np.mean adds up all "
        "and divides by their number, m.",
        "losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A)), and what you return is their mean.",
    ),
    mistakes=(
        Mistake(
            lambda A, Y: -np.mean(_loss(A, Y)),
            "The minus in front is missing, so going downhill would make the answers worse. Put it before both terms.",
        ),
        Mistake(
            lambda A, Y: np.sum(_loss(A, Y)),
            "This is the sum over the examples, not their mean (A.shape[0] and len(A) are 1, so dividing by them does "
            "nothing). Divide by m = A.shape[1].",
        ),
        Mistake(
            lambda A, Y: np.mean(-Y * np.log(A)),
            "Only y log a is there, so an example with y = 0 costs nothing, however wrong. Add (1 - Y) * np.log(1 - A).",
        ),
        Mistake(
            lambda A, Y: np.mean(-(1 - Y) * np.log(1 - A)),
            "Only (1 - y) log(1 - a) is there, so an example with y = 1 costs nothing. Add Y * np.log(A).",
        ),
        Mistake(
            lambda A, Y: np.mean(-Y * np.log(A) + (1 - Y) * np.log(1 - A)),
            "The minus reaches the first term only. Put both terms in brackets: -(... + ...).",
        ),
        Mistake(
            lambda A, Y: np.mean(-(Y * np.log(A) + (1 - Y) * np.log(A))),
            "The second term has log(a) where it needs log(1 - a), the probability of class 0. Write np.log(1 - A).",
        ),
        Mistake(
            lambda A, Y: np.mean(-(Y * np.log(A) + (1 - Y) * (1 - np.log(A)))),
            "1 - np.log(A) is not the logarithm of 1 - a. The subtraction goes inside: np.log(1 - A).",
        ),
        Mistake(
            lambda A, Y: np.mean(-(A * np.log(Y) + (1 - A) * np.log(1 - Y))),
            "A and Y have changed places, so you take the logarithm of labels, and log(0) is minus infinity. Take the "
            "logarithm of A: Y * np.log(A).",
        ),
        Mistake(
            lambda A, Y: np.mean(_loss(A, Y)).reshape(1, 1),
            "The number is right, but it comes in an array, as np.dot or keepdims leaves it. Take it out: end with "
            ".item().",
        ),
        Mistake(
            lambda A, Y: np.dot(Y, np.log(A)) + np.dot(1 - Y, np.log(1 - A)),
            "Two rows have no matrix product: (1, m) times (1, m). Multiply element by element with *, then take the "
            "mean.",
        ),
        Mistake(
            lambda A, Y: -(np.dot(Y.T, np.log(A)) + np.dot((1 - Y).T, np.log(1 - A))) / Y.shape[1],
            "(m, 1) times (1, m) pairs every label with every answer: (m, m) numbers. Each label meets its own answer: "
            "multiply element by element with *.",
        ),
        Mistake(
            _loss,
            "These are the losses, one for each example. The cost is one number, their mean: np.mean.",
        ),
        Mistake(
            lambda A, Y: np.mean(_loss(A, Y), axis=0),
            "axis=0 runs down the columns, and each holds one example alone, so nothing is averaged. Leave the axis out "
            "of np.mean or np.sum.",
        ),
        Mistake(
            lambda A, Y: np.mean(_loss(A, Y)) / np.log(10),
            "That is the logarithm to base 10. The lecture's log is the natural one: np.log.",
        ),
        Mistake(
            lambda A, Y: np.mean(_loss(A, Y)) / np.log(2),
            "That is the logarithm to base 2. The lecture's log is the natural one: np.log.",
        ),
        Mistake(
            lambda A, Y: np.mean((A - Y) ** 2),
            "That is the mean squared error, which has no single valley behind a sigmoid. Use the cross-entropy: "
            "-(y log a + (1 - y) log(1 - a)).",
        ),
        Mistake(
            lambda A, Y: np.mean((A - Y) ** 2) / 2,
            "That is half the mean squared error, which has no single valley behind a sigmoid. Use the cross-entropy: "
            "-(y log a + (1 - y) log(1 - a)).",
        ),
        Mistake(
            lambda A, Y: np.mean(np.abs(A - Y)),
            "That is the mean distance |a - y|. Use the cross-entropy: -(y log a + (1 - y) log(1 - a)).",
        ),
    ),
)

PREDICT = Exercise(
    reference=logistic.predict,
    section="From probability to class",
    returns="classes",
    cases=NETWORKS,
    hints=(
        "You have a function that gives the probability of class 1 for every example. Which of them are above 0.5?",
        "A = forward(params, X). A comparison such as A > 0.5 gives True or False for every element.",
        "np.where(condition, 1.0, 0.0) puts a 1 where the condition holds and a 0 elsewhere, and keeps the shape (1, m).",
    ),
    mistakes=(
        Mistake(
            lambda params, X: sigmoid(_scores(params, X)),
            "These are the probabilities. Compare them with 0.5 to get classes: 1 above, 0 below.",
        ),
        Mistake(
            lambda params, X: np.where(_scores(params, X) > 0.5, 1.0, 0.0),
            "The score z is compared with 0.5. It's the probability that has its threshold there: compare sigmoid(Z), "
            "or compare Z with 0.",
        ),
        Mistake(
            lambda params, X: np.where(_scores(params, X) < 0, 1.0, 0.0),
            "The classes have changed places: A is the probability of class 1, so 1 belongs where A is above 0.5.",
        ),
        Mistake(
            lambda params, X: np.ones((1, X.shape[1])),
            "Everything is 1: a probability is always above 0. The threshold for probabilities is 0.5 (0 is that for "
            "scores).",
        ),
        Mistake(
            lambda params, X: np.zeros((1, X.shape[1])),
            "Everything is 0: turning a probability into an integer cuts its digits off. Compare with 0.5 instead.",
        ),
        Mistake(
            lambda params, X: np.sign(_scores(params, X)),
            "The classes here are -1 and 1. Our labels are 0 and 1: write np.where(A > 0.5, 1.0, 0.0).",
        ),
        Mistake(
            lambda params, X: 1 if sigmoid(_scores(params, X)) > 0.5 else 0,
            "`if` needs one True or False, and A > 0.5 holds one for every example. Use np.where(A > 0.5, 1.0, 0.0).",
        ),
        Mistake(
            lambda params, X: np.where(_scores(params, X) > 0, 1.0, 0.0)[0],
            "The classes are right, but in shape (m,), neither row nor column. Y is (1, m): keep A's shape, with "
            "np.where on all of A, or end with .reshape(1, -1).",
        ),
        Mistake(
            lambda params, X: np.where(_scores(params, X) > 0, 1.0, sigmoid(_scores(params, X))),
            "Those above 0.5 became 1, the others are still probabilities. Let np.where say both: "
            "np.where(A > 0.5, 1.0, 0.0).",
        ),
        Mistake(
            lambda params, X: np.argmax(sigmoid(_scores(params, X)), axis=0),
            "argmax chooses among several rows, and A has only one, so it always chooses row 0. Compare A with 0.5.",
        ),
    ),
)
