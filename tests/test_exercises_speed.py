"""Right, but slow: the lines that run tell it; how slow, a clock of our own; no test looks at a real one."""

import sys
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from exercise_kit import EXERCISES, body, finding, scope_of

from helpers import exercises
from helpers.exercises import grade as grading
from helpers.exercises import report, speed
from helpers.exercises.call_result import call
from helpers.exercises.exercise import Work
from helpers.exercises.grade import grade
from helpers.exercises.speed import MANY, PATIENCE, ROUNDS, Slowness, best, lines, slowness


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


EXERCISE = EXERCISES["02-backward"]
LOOPS = """
n, m = X.shape
dw = np.zeros((n, 1))
for j in range(n):
    for i in range(m):
        dw[j, 0] += X[j, i] * (A[0, i] - Y[0, i]) / m
return [(dw, np.mean(A - Y))]
"""
SUMS = """
n, m = X.shape
return [(np.array([[sum(X[j, i] * (A[0, i] - Y[0, i]) for i in range(m)) / m] for j in range(n)]), np.mean(A - Y))]
"""
ONE_LOOP = """
m = X.shape[1]
return [(sum(X[:, [i]] * (A[0, i] - Y[0, i]) for i in range(m)) / m, np.mean(A - Y))]
"""
PRODUCT = "return [(X @ (A - Y).T / X.shape[1], np.mean(A - Y))]"


@pytest.mark.parametrize(
    "written, loops",
    [(LOOPS, True), (SUMS, True), ("backward_loops(params, A, X, Y)", True), (ONE_LOOP, False), (PRODUCT, False)],
)
def test_the_lines_that_run_tell_whether_it_loops(written: str, loops: bool) -> None:
    """As many on a slow machine as on a quick one, and whoever wrote the loops."""
    work, function = EXERCISE.work, body("02-backward", written)
    assert work is not None and finding("02-backward", function).state == "done"
    assert (lines(function, work) * work.calls > MANY) == loops
    assert lines(function, work) == lines(function, work) and finding("02-backward", function).in_use != loops


def test_what_looks_at_the_arguments_does_not_count() -> None:
    work = EXERCISE.work
    assert work is not None and lines(EXERCISE.reference, work) < 10


def test_a_debugger_gets_its_trace_back() -> None:
    def trace(*_: Any) -> None:
        """Sees nothing."""

    before, work = sys.gettrace(), EXERCISE.work
    assert work is not None
    sys.settrace(trace)
    try:
        for written in (LOOPS, PRODUCT):
            lines(body("02-backward", written), work)
            assert sys.gettrace() is trace
    finally:
        sys.settrace(before)


def test_a_clock_tells_how_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(speed, "lines", lambda *_: MANY)
    found = slowness(replace(EXERCISE, reference=clock.taking(0.001)), clock.taking(0.09), clock)
    assert found and (round(found.times), round(found.minutes)) == (90, 6)


def test_a_busy_machine_only_lengthens_so_the_shortest_call_counts() -> None:
    clock = Clock()
    assert best(clock.taking(1.5, 0.9, 0.2, 1.1, 0.8), Work((1,), 1000), clock) == pytest.approx(0.2)


def test_a_hopeless_one_is_called_once() -> None:
    clock = Clock()
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
    assert slowness(exercise, exercise.reference) is None


def test_the_loop_is_blamed_only_where_ours_has_none() -> None:
    words = {name: report.slow(EXERCISES[name], 90, 0.5).text for name in ("02-backward", "05-forward")}
    assert "until yours does without the loop" in " ".join(words["02-backward"].split())
    assert "until yours loops only over the layers" in " ".join(words["05-forward"].split())
    assert all("would take 30 seconds on it" in " ".join(text.split()) for text in words.values())


def test_loops_that_are_asked_for_are_never_slow() -> None:
    assert EXERCISES["02-backward_loops"].work is None and np.ndim(scope_of("02-backward_loops")["np"].pi) == 0
