"""The exercises of notebook 06: batches may be yielded or returned, and an rng may be drawn from."""

import pytest
from exercise_kit import finding, typed

START = "def mini_batches(X, Y, batch_size, rng):\n    order = rng.permutation(X.shape[1])\n"
PARTS = "[order[k:k + batch_size] for k in range(0, len(order), batch_size)]"


@pytest.mark.parametrize(
    "end",
    [
        f"    for part in {PARTS}:\n        yield X[:, part], Y[:, part]",
        f"    return ((X[:, part], Y[:, part]) for part in {PARTS})",
        f"    return [(X[:, part], Y[:, part]) for part in {PARTS}]",
    ],
)
def test_batches_may_come_one_by_one_or_in_a_list(end: str) -> None:
    assert finding("06-mini_batches", typed("06-mini_batches", START + end)).state == "done"


def test_where_one_array_is_needed_a_yield_is_refused() -> None:
    yields = typed("06-dropout_backward", "def dropout_backward(dA, mask, keep):\n    yield dA * mask / keep")
    assert "It has a `yield`" in finding("06-dropout_backward", yields).text
