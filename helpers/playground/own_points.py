"""Points of the reader's own, from a file or from arrays: a list of [x1, x2, y] that fits the plane, or a sentence.

Nothing changes in silence: when features are standardised, values divided or words made classes, a line is printed.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from helpers.playground.csv_rows import Row, rows_of
from helpers.validation import Array, check_examples, check_finite, check_targets, is_number, numbers
from helpers.wording import count, rounded

FEWEST, MOST = 4, 600  # points
FARTHEST = 6.0  # coordinates lie from -FARTHEST to FARTHEST
LARGEST = 10.0  # and values to learn from -LARGEST to LARGEST

Own = list[list[float]]  # [x1, x2, y] for each point


def read_csv(path: Any, task: str = "classification") -> Own:
    """The points of a file: two features and a label in each line, with a header or without; FEWEST to MOST lines.

    Columns are divided by commas, semicolons or tabs; beside the last two a decimal comma is read.  Labels are 0 and 1,
    or any two words or numbers; in regression, numbers.  Raises ValueError in a sentence that names the line.
    """
    return _fitted(rows_of(path), task)


def from_arrays(X: Array, Y: Array, task: str = "classification") -> Own:
    """The points of two arrays: X (2, m), one a column, and their labels Y (1, m): 0 and 1, or any two numbers.

    In regression any numbers.  Raises ValueError or TypeError in a sentence that names the column.
    """
    check_examples(X, 2)
    check_finite(numbers(X, "X"), "X")
    check_targets(Y, X.shape[1])
    pairs = zip(X.T.tolist(), Y[0].tolist(), strict=True)
    return _fitted([Row(f"column {k} of X", x1, x2, float(y)) for k, ((x1, x2), y) in enumerate(pairs)], task)


def check_own(own: Any, task: str = "classification") -> Array:
    """A list of [x1, x2, y] as an array (3, m): enough points, near enough, with labels that fit the task."""
    _check_list(own, "own")
    _check_count(len(own))
    points = as_points(own, "own", task)
    for k, (x1, x2, y) in enumerate(own):
        _check_near(x1, x2, y, f"own[{k}]")
    if task == "classification" and np.ptp(points[2]) == 0:
        raise ValueError(f"all points are of class {points[2, 0]:g}; add points of class {1 - points[2, 0]:g}")
    return points


def as_points(own: Any, name: str, task: str) -> Array:
    """A list of [x1, x2, y] as an array (3, m): one point or more, wherever they are, with labels that fit the task."""
    _check_list(own, name)
    if not own:
        raise ValueError(f"{name} is empty; it needs one point or more, each [x1, x2, y]")
    for k, point in enumerate(own):
        _check_point(point, f"{name}[{k}]", task)
    return np.array(own, dtype=float).T


def _check_list(own: Any, name: str) -> None:
    if not isinstance(own, Sequence) or isinstance(own, str):
        raise ValueError(f"{name} is a {type(own).__name__}; pass a list of [x1, x2, y], one for each point")


def _check_count(m: int) -> None:
    if not FEWEST <= m <= MOST:
        fix = "add some" if m < FEWEST else "leave some out"
        raise ValueError(f"{count(m, 'point')} given; there may be {FEWEST} to {MOST}: {fix}")


def _check_point(point: Any, name: str, task: str) -> None:
    """Three numbers, the last of them a class, or a value."""
    if not isinstance(point, Sequence) or len(point) != 3 or not all(map(is_number, point)):
        raise ValueError(f"{name} is {point!r:.60}; each point is three numbers, [x1, x2, y]")
    if task == "classification" and point[2] not in (0, 1):
        raise ValueError(f"{name} has the label {point[2]:g}; classes are 0 and 1: name them so, or choose regression")


def _check_near(x1: float, x2: float, y: float, name: str) -> None:
    """Near enough for the plane, and no value too large."""
    if max(abs(x1), abs(x2)) > FARTHEST:
        raise ValueError(f"{name} lies at ({x1:g}, {x2:g}); {_allowed('coordinates', FARTHEST)}")
    if abs(y) > LARGEST:
        raise ValueError(f"{name} has the value {y:g}; {_allowed('values', LARGEST)}")


def _allowed(what: str, most: float) -> str:
    return f"{what} go from -{most:g} to {most:g}: own_points.from_arrays(X, Y) scales them, and says how"


def _fitted(rows: list[Row], task: str) -> Own:
    """Rows as points of the plane; what has to change for that is printed."""
    _check_count(len(rows))
    X = _near(np.array([[row.x1, row.x2] for row in rows]).T, rows)  # (2, m)
    y = _classes(rows) if task == "classification" else _values(rows)  # (m,)
    return np.vstack([X, y]).T.tolist()


def _near(X: Array, rows: list[Row]) -> Array:
    """X, or if a point lies too far away, X with each feature standardised: mean 0, standard deviation 1."""
    if np.abs(X).max() <= FARTHEST:
        return X
    with np.errstate(over="ignore", invalid="ignore"):
        mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)  # (2, 1)
        deviation[X.max(axis=1) == X.min(axis=1)] = 1  # a feature that never changes
        near = (X - mean) / deviation
    distances = np.abs(near if np.isfinite(deviation).all() else X).max(axis=0)  # (m,)
    if distances.max() > FARTHEST:
        where = rows[int(distances.argmax())].where
        raise ValueError(f"{where} lies so far out that the other points would be one dot beside it: leave it out")
    steps = [f"x{i + 1} minus {rounded(mean[i, 0], 3)}, divided by {rounded(deviation[i, 0], 3)}" for i in (0, 1)]
    print(f"Points lie beyond {FARTHEST:g}, so the features are standardised: {'; '.join(steps)}.")
    return near


def _values(rows: list[Row]) -> Array:
    """The labels as numbers, divided by the greatest if they are large.  Returns (m,)."""
    for row in rows:
        if isinstance(row.label, str):
            raise ValueError(f"{row.where} has the label {row.label!r:.40}; regression learns numbers: write one there")
    y = np.array([row.label for row in rows], dtype=float)
    greatest = np.abs(y).max()
    if greatest <= LARGEST:
        return y
    print(f"Values reach {rounded(greatest, 3)}, so all are divided by it: they lie from -1 to 1.")
    return y / greatest


def _classes(rows: list[Row]) -> Array:
    """Class 0 and class 1 for the two labels: numbers by size, words by the alphabet.  Returns (m,)."""
    first = {row.label: row for row in reversed(rows)}  # label -> the first row that has it
    labels = list(dict.fromkeys(row.label for row in rows))
    if len(labels) > 2:
        raise ValueError(
            f"{first[labels[2]].where} has a third label, {_shown(labels[2])}, beside {_shown(labels[0])} and "
            f"{_shown(labels[1])}; two are needed: leave out the other classes, or choose regression for numbers"
        )
    if len(labels) < 2:
        raise ValueError(f"all points have the label {_shown(labels[0])}; two are needed: add points of another class")
    zero, one = sorted(labels, key=lambda label: (isinstance(label, str), label))
    if (zero, one) != (0, 1):
        print(f"{_shown(zero)} is class 0, {_shown(one)} is class 1.")
    return np.array([float(row.label == one) for row in rows])


def _shown(label: float | str) -> str:
    return f"{label!r:.40}" if isinstance(label, str) else f"{label:g}"
