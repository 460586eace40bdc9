"""Labels as one-hot columns: by hand, against scikit-learn, and what is no label is refused."""

from typing import Any

import numpy as np
import pytest
from needs import need

from helpers.labels import one_hot


def test_by_hand() -> None:
    assert one_hot(np.array([2, 0, 2]), 4).tolist() == [[0, 1, 0], [0, 0, 0], [1, 0, 1], [0, 0, 0]]


@pytest.mark.parametrize("kind", [int, float])
def test_a_row_of_labels_gives_the_same_as_a_vector_and_argmax_finds_them_again(kind: type) -> None:
    labels = np.random.default_rng(1).integers(0, 10, 50).astype(kind)
    Y = one_hot(labels, 10)
    np.testing.assert_array_equal(Y, one_hot(labels.reshape(1, 50), 10))
    np.testing.assert_array_equal(np.argmax(Y, axis=0), labels)
    assert Y.shape == (10, 50) and Y.dtype == float and (Y.sum(axis=0) == 1).all()
    ours = need("sklearn.preprocessing").label_binarize(labels, classes=range(10))
    np.testing.assert_array_equal(Y, ours.T)


@pytest.mark.parametrize(
    ("labels", "C", "words"),
    [
        ([0, 1, 3], 3, "labels holds 3; of 3 classes the labels are the whole numbers 0 to 2"),
        ([0, -1], 2, "labels holds -1"),
        ([0.5], 2, "labels holds 0.5"),
        ([[0, 1], [1, 0]], 2, r"labels has shape \(2, 2\); it must be \(m,\) or \(1, m\)"),
        ([0], 0, "C is 0; it must be a whole number, 1 or more"),
    ],
)
def test_what_is_no_label_is_refused_in_a_sentence(labels: Any, C: int, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        one_hot(np.array(labels), C)
