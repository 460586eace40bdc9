"""Timings, memory and their picture: what a notebook shows of them can't be compared, so it is tested here."""

from typing import Any

import numpy as np
import pytest

from helpers import plots, timings, vectorization


class Clock:
    """A clock that moves only when work says so; `timings` reads it in place of the machine's."""

    def __init__(self) -> None:
        self.now = 0.0

    def perf_counter(self) -> float:
        return self.now

    def work(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(timings, "time", clock)
    return clock


def test_seconds_are_the_best_of_runs_that_last_long_enough_together(clock: Clock) -> None:
    runs = iter([0.009, 0.007, 0.008, 0.001])
    assert timings.seconds(lambda: clock.work(next(runs))) == pytest.approx(0.007)
    assert next(runs) == 0.001, "three runs last 0.024 seconds, which is enough"


def test_work_that_takes_no_time_at_all_comes_to_an_end() -> None:
    assert timings.seconds(lambda: None, least=1e-6) >= 0


def test_there_is_a_time_for_each_function_and_size(clock: Clock) -> None:
    seen: list[Any] = []

    def inputs(size: int) -> Any:
        seen.append(size)
        return np.ones(size), np.ones(size)

    functions = {"loop": lambda a, b: clock.work(len(a)), "dot": lambda a, b: clock.work(0.25)}
    found = timings.time_functions(functions, inputs, [10, 5000])
    assert found.names == ["loop", "dot"] and found.sizes == [10, 5000] == seen
    np.testing.assert_allclose(found.table, [[10, 5000], [0.25, 0.25]])


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


def test_the_picture_says_how_much_faster_the_last_one_is() -> None:
    found = timings.Timings(["loop", "dot"], [10, 1000], np.array([[1e-4, 1e-2], [1e-6, 2e-5]]))
    picture = plots.timings({"numbers": found})
    assert "at 1,000 numbers, loop took 500 times as long as dot." in picture.alt
    ax = picture.figure.axes[0]
    assert (ax.get_xscale(), ax.get_yscale()) == ("log", "log") and len(ax.lines) == 2
