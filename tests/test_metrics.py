"""Accuracy and confusion table, against counting by hand and scikit-learn."""

from collections.abc import Callable

import numpy as np
import pytest
from needs import need

from helpers import datasets, logistic
from helpers.labels import one_hot
from helpers.metrics import accuracy, best_line, confusion_table

SAID, TRUE = np.array([[1.0, 1, 1, 0, 0]]), np.array([[1.0, 1, 0, 1, 0]])


def test_two_classes_counted_by_hand() -> None:
    assert confusion_table(SAID, TRUE).tolist() == [[1, 1], [1, 2]]
    assert accuracy(SAID, TRUE) == 0.6


def test_who_was_taken_for_whom_stands_in_the_row_of_the_true_class() -> None:
    assert confusion_table(np.array([[1, 1, 1]]), np.array([[0, 0, 1]])).tolist() == [[0, 2], [0, 1]]


def test_one_hot_and_numbers_give_the_same_table_as_scikit_learn() -> None:
    expected = need("sklearn.metrics").confusion_matrix
    taken_for, true = np.random.default_rng(0).integers(0, 10, (2, 500))
    table = confusion_table(one_hot(taken_for, 10), one_hot(true, 10))
    np.testing.assert_array_equal(table, expected(true, taken_for))
    np.testing.assert_array_equal(table, confusion_table(taken_for[np.newaxis], true[np.newaxis]))
    assert accuracy(one_hot(taken_for, 10), one_hot(true, 10)) == np.trace(table) / 500 == np.mean(taken_for == true)


def test_a_class_that_never_comes_has_its_row() -> None:
    assert confusion_table(np.zeros((1, 3)), np.zeros((1, 3))).tolist() == [[3, 0], [0, 0]]
    assert confusion_table(one_hot(np.array([0]), 3), one_hot(np.array([1]), 3)).shape == (3, 3)


@pytest.mark.parametrize("function", [accuracy, confusion_table])
def test_labels_in_another_layout_are_refused(function: object) -> None:
    with pytest.raises(ValueError, match=r"predicted has shape \(1, 5\) and Y has shape \(5,\)"):
        function(SAID, TRUE[0])  # type: ignore[operator]


@pytest.mark.parametrize("wrong", [0.5, -1.0, np.nan])
@pytest.mark.parametrize("function", [accuracy, confusion_table])
def test_what_is_no_class_is_refused(function: Callable[..., object], wrong: float) -> None:
    with pytest.raises(ValueError, match="pass what `predict` returns"):
        function(np.array([[wrong, 1.0]]), np.array([[0.0, 1.0]]))


@pytest.mark.parametrize("labels", [np.ones(3), np.ones((1, 0))])
@pytest.mark.parametrize("function", [accuracy, confusion_table])
def test_rank_1_arrays_and_none_at_all_are_refused(function: Callable[..., object], labels: np.ndarray) -> None:
    with pytest.raises(ValueError, match=r"labels go in one row, \(1, m\)"):
        function(labels, labels)


def share(data: tuple[np.ndarray, np.ndarray]) -> float:
    X, Y = data
    return accuracy(logistic.predict(best_line(X, Y), X), Y)


CORNERS = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])


@pytest.mark.parametrize(
    ("labels", "right"), [([0, 0, 0, 1], 1), ([0, 1, 1, 1], 1), ([1, 1, 1, 0], 1), ([0, 1, 1, 0], 0.75), ([1] * 4, 1)]
)
def test_one_line_does_and_or_and_nand_and_three_quarters_of_xor(labels: list[int], right: float) -> None:
    assert share((CORNERS, np.array([labels], float))) == right


def test_the_best_line_has_the_widest_gap_of_those_that_get_all_right() -> None:
    [(w, b)] = best_line(np.array([[-1.0, -1.0, 3.0, 3.0], [0.0, 1.0, 0.0, 1.0]]), np.array([[0.0, 0.0, 1.0, 1.0]]))
    np.testing.assert_allclose([*w.ravel(), b.item()], [1, 0, -1], atol=1e-12)


def test_no_line_passes_between_equal_points() -> None:
    assert share((np.ones((2, 4)), np.array([[0.0, 1.0, 1.0, 1.0]]))) == 0.75


@pytest.mark.parametrize("name", ["xor", "moons", "flower"])
def test_no_line_through_two_of_the_examples_is_better(name: str) -> None:
    """Any line can be moved until it touches two examples, without crossing one."""
    data = datasets.load(name, m=60)
    X, Y = data.X, data.Y[0]
    best = 0.0
    for i in range(60):
        for j in range(i):
            across = X[:, j] - X[:, i]
            scores = (np.array([-across[1], across[0]]) @ (X - X[:, [i]])).round(12)
            for way in (1, -1):  # the two that it touches can be on whichever side is right for them
                here = (way * scores > 0) == Y
                here[[i, j]] = True
                best = max(best, here.mean())
    found = share((X, data.Y))
    assert best - 2 / 60 <= found <= best + 1e-12


def test_the_best_line_beats_the_line_of_least_cost_where_no_line_will_do() -> None:
    shares = {name: share((data.X, data.Y)) for name in ("xor", "moons", "flower") for data in [datasets.load(name)]}
    assert shares == {"xor": 0.77, "moons": 0.8825, "flower": 0.705}
