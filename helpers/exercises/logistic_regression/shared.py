"""Mistakes that both ways of writing the gradient share: with loops and without."""

from collections.abc import Callable

import numpy as np

from helpers.exercises.exercise import Mistake
from helpers.validation import Array, Layers

Gradient = list[tuple[Array, Array]]
Backward = Callable[[Layers, Array, Array, Array], Gradient]


def gradient(X: Array, dZ: Array) -> Gradient:
    """[(dw, db)] from dZ (1, m), divided by m already."""
    return [(np.dot(X, dZ.T), dZ.sum(axis=1, keepdims=True))]


def of_dz(dz: Callable[[Array, Array], Array]) -> Backward:
    """The gradient that comes out if the mistake is in dZ."""
    return lambda params, A, X, Y: gradient(X, dz(A, Y))


def of_parts(change: Callable[[Array, Array, Array], tuple[Array, Array]]) -> Backward:
    """The gradient that comes out if dZ is right and the mistake is in dw or db: change(dw, db, X)."""

    def wrong(params: Layers, A: Array, X: Array, Y: Array) -> Gradient:
        [(dw, db)] = gradient(X, (A - Y) / X.shape[1])
        return [change(dw, db, X)]

    return wrong


SHARED = (
    Mistake(
        of_dz(lambda A, Y: (Y - A) / A.shape[1]),
        "The sign is wrong: this is y - a. With it, update would go uphill.",
    ),
    Mistake(
        of_dz(lambda A, Y: A - Y),
        (
            "This is what comes out without 1/m: the sum over the examples. The cost is a mean, so dw and "
            "db are means too."
        ),
    ),
    Mistake(
        lambda params, A, X, Y: gradient(X, (A - Y) / X.shape[0]),
        (
            "This is what comes out if you divide by n, the number of features. The mean is over the "
            "examples: divide by m."
        ),
    ),
    Mistake(
        of_dz(lambda A, Y: (A - Y) / A.shape[1] ** 2),
        "m divides twice, for instance in dZ and again in dw and db. Keep one of the two.",
    ),
    Mistake(
        of_parts(lambda dw, db, X: (dw * X.shape[1], db)),
        "db is right, dw lacks its 1/m. Divide both by m.",
    ),
    Mistake(
        of_parts(lambda dw, db, X: (dw, db * X.shape[1])),
        "dw is right, db lacks its 1/m. Divide both by m.",
    ),
    Mistake(
        of_parts(lambda dw, db, X: (dw, 0 * db)),
        ("dw is right, but db is still 0. The bias has a derivative too: the mean of dz over the examples."),
    ),
    Mistake(
        of_dz(lambda A, Y: (A - Y) * A * (1 - A) / A.shape[1]),
        ("The factor a (1 - a) is for the squared error. With the cross-entropy it cancels: look again at dz."),
    ),
    Mistake(
        of_dz(lambda A, Y: A / A.shape[1]),
        "dz is a here, without the label. The error compares the answer with the label.",
    ),
    Mistake(
        lambda params, A, X, Y: gradient(np.ones_like(X), (A - Y) / X.shape[1]),
        "x is missing from dw, so every weight gets the bias's derivative. By the chain rule dw_j = x_j dz.",
    ),
    Mistake(
        lambda params, A, X, Y: gradient(X, (A - Y) / X.shape[1])[0],
        (
            "The numbers are right, but a network is a list of layers, even if it has one. The pair stands "
            "in square brackets."
        ),
    ),
    Mistake(
        of_parts(lambda dw, db, X: (dw / X.shape[1], db)),
        "db is right, but m divides twice in dw. Once makes a mean.",
    ),
    Mistake(
        of_parts(lambda dw, db, X: (dw, db / X.shape[1])),
        "dw is right, but m divides twice in db. Once makes a mean.",
    ),
)
