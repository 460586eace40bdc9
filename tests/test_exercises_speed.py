"""Right, but slow: told with the times and minutes that a clock of our own shows; no test looks at a real one."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from exercise_kit import EXERCISES, scope_of

from helpers import exercises
from helpers.exercises import grade as grading
from helpers.exercises.call_result import call
from helpers.exercises.exercise import Work
from helpers.exercises.grade import grade
from helpers.exercises.speed import PATIENCE, ROUNDS, Slowness, best, slowness


class Clock:
    """Stands still but where a function says that time passes."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def taking(self, *seconds: float) -> Any:
        """A function whose calls take so long; the last of them again and again."""
        left = list(seconds)

        def work(*_: Any) -> None:
            self.now += left.pop(0) if len(left) > 1 else left[0]

        return work


EXERCISE = replace(EXERCISES["02-forward"], work=Work((1,), calls=1000))


@pytest.mark.parametrize(
    "theirs, ours, calls, expected",
    [
        (0.09, 0.001, 8000, Slowness(times=90, minutes=12)),
        (0.09, 0.001, 100, None),  # 90 times slower, but no one waits for it
        (0.09, 0.05, 8000, None),  # long, but as long as ours: it is a slow machine
    ],
)
def test_slow_is_many_times_slower_and_long(theirs: float, ours: float, calls: int, expected: Any) -> None:
    clock = Clock()
    exercise = replace(EXERCISE, reference=clock.taking(ours), work=Work((1,), calls))
    found = slowness(exercise, clock.taking(theirs), clock)
    assert (found is None) == (expected is None)
    if found:
        assert (round(found.times), round(found.minutes)) == (expected.times, expected.minutes)


def test_a_busy_machine_only_lengthens_so_the_shortest_call_counts() -> None:
    clock = Clock()
    assert best(clock.taking(1.5, 0.9, 0.2, 1.1, 0.8), Work((1,), 1000), clock) == pytest.approx(0.2)


def test_a_quick_one_is_called_once_and_a_hopeless_one_too() -> None:
    clock = Clock()
    assert best(clock.taking(0.001, 5.0), Work((1,), 1000), clock) == pytest.approx(0.001)
    assert best(clock.taking(PATIENCE + 1, 0.0), Work((1,), 1000), clock) == PATIENCE
    assert ROUNDS >= 3


def test_what_is_slow_is_right_and_the_course_goes_on_with_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    check, _, _ = exercises.of("02_logistic_regression")
    monkeypatch.setattr(grading, "slowness", lambda *_: Slowness(times=90, minutes=12))
    ours = EXERCISES["02-forward"].reference

    def forward(params: Any, X: Any) -> Any:
        return ours(params, X)

    assert check(forward) is ours
    text = " ".join(capsys.readouterr().out.split())
    assert text.startswith("✓ forward: right on ")
    assert (
        "It is right, and about 90 times slower than ours: the cells below would take about 12 minutes on it." in text
    )
    assert grade(EXERCISES["02-forward"], forward).state == "done"


@pytest.mark.parametrize("name", [name for name, exercise in EXERCISES.items() if exercise.work])
def test_the_work_is_valid_and_ours_is_not_slow(name: str) -> None:
    exercise = EXERCISES[name]
    work = exercise.work
    assert work is not None
    result = call(exercise.reference, work.inputs)
    assert result.error is None and len(work.inputs) == len(exercise.arguments)
    clock = Clock()
    assert slowness(exercise, clock.taking(0.001), clock) is None


def test_a_second_of_loops_is_many_operations_more() -> None:
    """Two loops in `backward` start n times m multiplications from Python, the product one: what the minutes are."""
    work = EXERCISES["02-backward"].work
    assert work is not None
    n, m = work.inputs[2].shape
    assert n * m * work.calls > 1e8


def test_loops_that_are_asked_for_are_never_slow() -> None:
    assert EXERCISES["02-backward_loops"].work is None and np.ndim(scope_of("02-backward_loops")["np"].pi) == 0
