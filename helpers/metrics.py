"""How good are predictions: the share that is right, which class was taken for which, the most that a line can get."""

import numpy as np

from helpers.validation import Array, Layers, check_same_shape, numbers

TIE = 1e-9  # scores as near as that are the same number: no line passes between them


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


def best_line(X: Array, Y: Array, directions: int = 720) -> Layers:
    """The line that gets the most examples right, w of length 1: [(w, b)], class 1 where w.T x + b > 0.

    X: (2, m), Y: (1, m) of 0 and 1.  Of so many directions all round, with every offset of each, the best is taken, and
    of several equally good ones that with the widest gap.
    """
    angles = 2 * np.pi * np.arange(directions) / directions
    W = np.stack([np.cos(angles), np.sin(angles)])  # (2, directions)
    scores = np.dot(W.T, numbers(X, "X"))  # (directions, m)
    order = np.argsort(scores, axis=1)
    labels = _labels(Y, "Y")[0][order]
    cuts = np.pad(np.take_along_axis(scores, order, axis=1), ((0, 0), (1, 1)))
    cuts[:, 0], cuts[:, -1] = cuts[:, 1] - 1, cuts[:, -2] + 1
    gaps = np.diff(cuts, axis=1)  # (directions, m + 1): class 0 before the gap, class 1 behind it
    right = np.pad(np.cumsum(1 - 2 * labels, axis=1), ((0, 0), (1, 0))) + labels.sum(axis=1, keepdims=True)
    right = np.where(gaps > TIE, right, -1)
    k, gap = np.unravel_index(np.argmax(np.where(right == right.max(), gaps, 0)), gaps.shape)
    return [(W[:, [k]], -(cuts[[[k]], gap] + cuts[[[k]], gap + 1]) / 2)]


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
