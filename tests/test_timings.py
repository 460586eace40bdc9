"""Timings, memory and their picture: what a notebook shows of them can't be compared, so it is tested here."""

import time
from typing import Any

import numpy as np
import pytest

from helpers import plots, timings, vectorization


def test_seconds_are_those_that_the_work_takes() -> None:
    assert timings.seconds(lambda: time.sleep(0.01)) >= 0.01


def test_a_ladder_has_a_time_for_each_rung_and_size() -> None:
    seen: list[Any] = []

    def inputs(size: int) -> Any:
        seen.append(size)
        return np.ones(size), np.ones(size)

    found = timings.time_functions(
        {"loop": lambda a, b: sum(x * y for x, y in zip(a, b, strict=True)), "dot": np.dot}, inputs, [10, 5000]
    )
    assert found.table.shape == (2, 2) and (found.table > 0).all() and seen == [10, 5000]
    assert found.table[0, 1] > 5 * found.table[1, 1], "a loop over 5,000 numbers is never nearly as quick as np.dot"


def test_peak_memory_counts_what_is_held_at_once() -> None:
    megabyte = 131_072  # float64
    one = timings.peak_memory(lambda: [np.ones(megabyte) for _ in range(3)] and None)
    assert 3e6 < one < 3.6e6
    assert timings.peak_memory(lambda: [np.ones(megabyte).sum() for _ in range(3)]) < 1.5e6


def test_the_product_form_of_distances_needs_far_less() -> None:
    A, B = np.ones((64, 60)), np.ones((64, 50))
    lean = timings.peak_memory(lambda: vectorization.pairwise_distances(A, B))
    greedy = timings.peak_memory(lambda: np.sqrt(np.sum((A[:, :, None] - B[:, None, :]) ** 2, axis=0)))
    assert greedy > 10 * lean


def test_memory_is_not_traced_for_ever() -> None:
    with pytest.raises(ZeroDivisionError):
        timings.peak_memory(lambda: 1 / 0)
    import tracemalloc

    assert not tracemalloc.is_tracing()


def test_the_picture_says_how_much_faster_the_last_rung_is() -> None:
    found = timings.Timings(["loop", "dot"], [10, 1000], np.array([[1e-4, 1e-2], [1e-6, 2e-5]]))
    picture = plots.timings({"numbers": found})
    assert "at 1,000 numbers, loop took 500 times as long as dot." in picture.alt
    ax = picture.figure.axes[0]
    assert (ax.get_xscale(), ax.get_yscale()) == ("log", "log") and len(ax.lines) == 2
