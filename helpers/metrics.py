"""How good are predictions: the share that is right, and which class was taken for which."""

import numpy as np

from helpers.validation import Array, check_same_shape, numbers


def accuracy(predicted: Array, Y: Array) -> float:
    """The share of the examples that are right, 0 to 1.

    predicted, Y: classes of m examples in the same layout: (1, m), or one-hot (C, m), where every row has to agree.
    """
    check_same_shape(predicted, Y, ("predicted", "Y"))
    right = _labels(predicted, "predicted") == _labels(Y, "Y")
    return float(np.mean(np.all(right, axis=0)))


def confusion_table(predicted: Array, Y: Array) -> Array:
    """Counts (C, C): in row i and column j the examples of class i that were taken for class j.

    predicted, Y: (1, m) with classes 0 to C - 1 (at least two), or one-hot (C, m).  For two classes the table reads
    [[true negatives, false positives], [false negatives, true positives]]; the diagonal is what is right.
    """
    check_same_shape(predicted, Y, ("predicted", "Y"))
    taken_for, true = _classes(predicted, "predicted"), _classes(Y, "Y")
    C = len(Y) if len(Y) > 1 else 1 + max(1, *taken_for, *true)
    table = np.zeros((C, C), dtype=int)
    np.add.at(table, (true, taken_for), 1)
    return table


def _classes(labels: Array, name: str) -> Array:
    """The class of each example (m,), a whole number from 0."""
    values = _labels(labels, name)
    classes = np.argmax(values, axis=0) if len(values) > 1 else values[0]
    return classes.astype(int)


def _labels(labels: Array, name: str) -> Array:
    """The labels as they are, (1, m) or (C, m), if they are some."""
    values = numbers(labels, name)
    if values.ndim != 2 or not values.size:
        raise ValueError(f"{name} has shape {values.shape}; labels go in one row, (1, m), or one-hot in (C, m)")
    if not (np.isfinite(values).all() and (values >= 0).all() and (values == np.floor(values)).all()):
        raise ValueError(f"{name} holds numbers that are no classes; they are 0, 1, 2 ...: pass what `predict` returns")
    return values
