"""Wrong answers that nobody wrote: every reference with one small change, judged by `check`.

python tests/test_exercises_mutants.py prints a table: for each exercise how many were made, how many are wrong on some
valid input, how many of these were accepted, got a diagnosis that isn't theirs, or heard "wrong numbers" and no more.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from inspect import unwrap
from math import inf
from typing import Any

import numpy as np
import pytest
from exercise_kit import EXERCISES
from mutate import mutants, slips
from valid_inputs import VALID, pool

from helpers.exercises.call_result import CallResult, call
from helpers.exercises.compare import difference, same
from helpers.exercises.exercise import Exercise
from helpers.exercises.grade import grade, run
from helpers.exercises.known import diagnosis, taken
from helpers.exercises.source import source
from helpers.validation import checking

MORE_THAN_NUMBERS = ("has the right shape, but wrong numbers", "is another number than the one needed")


@dataclass
class Tally:
    """What became of the mutants of one exercise."""

    made: int = 0
    wrong: int = 0
    accepted: tuple[str, ...] = ()
    misled: tuple[str, ...] = ()
    wrong_numbers_only: tuple[str, ...] = ()


def function_of(exercise: Exercise, code: str) -> Callable[..., Any]:
    """The function that a learner has who typed this code into the cell."""
    scope = dict(unwrap(exercise.reference).__globals__)
    exec(compile(code, "cell", "exec"), scope)
    made: Callable[..., Any] = scope[unwrap(exercise.reference).__name__]
    return made


def is_wrong(exercise: Exercise, function: Callable[..., Any], ours: list[CallResult], inputs: list[Any]) -> bool:
    """Does it do another thing than the reference, on any valid input?  The first that shows it is enough."""
    for needed, given in zip(ours, inputs, strict=True):
        result, between = call(function, given), exercise.free_at(given)
        if result.error or result.changed or difference(result.value, needed.value, exercise.returns, between):
            return True
    return False


def misleads(exercise: Exercise, function: Callable[..., Any], inputs: list[Any]) -> str:
    """The diagnosis that it gets though it does something else on some valid input."""
    words = diagnosis(exercise, run(function, exercise.cases))
    fitting = [mistake.wrong for mistake in exercise.mistakes if mistake.diagnosis == words]
    return words if not all(_agree(exercise, wrong, function, inputs) for wrong in fitting) else ""


def _agree(exercise: Exercise, wrong: Callable[..., Any], function: Callable[..., Any], inputs: list[Any]) -> bool:
    for given in inputs:
        result, between = call(function, given), exercise.free_at(given)
        short = given[: taken(wrong, len(given))]
        if same(result, call(wrong, short), between):
            continue
        with checking(False):
            if not same(result, call(wrong, short), between):
                return False
    return True


def tally(name: str, every: int = 1) -> Tally:
    """Of all mutants, or of every so manyth."""
    exercise, inputs = EXERCISES[name], list(pool(name))
    ours, found = [call(exercise.reference, each) for each in inputs], Tally()
    for change, code in list(mutants(source(exercise.reference), slips))[::every]:
        try:
            function = function_of(exercise, code)
        except SyntaxError:
            continue
        found.made += 1
        if not is_wrong(exercise, function, ours, inputs):
            continue
        found.wrong += 1
        finding = grade(exercise, function)
        text = " ".join(finding.text.split())
        if finding.state == "done":
            found.accepted += (change,)
        elif any(words in text for words in MORE_THAN_NUMBERS):
            found.wrong_numbers_only += (f"{change}\n{finding.text}",)
        if words := misleads(exercise, function, inputs):
            found.misled += (f"{change}: {words}",)
    return found


def test_every_exercise_has_valid_inputs() -> None:
    assert EXERCISES.keys() <= VALID.keys()


@pytest.mark.parametrize("name", EXERCISES)
def test_the_reference_takes_all_of_them(name: str) -> None:
    results = [call(EXERCISES[name].reference, each) for each in pool(name)]
    assert not any(result.error or result.changed for result in results)


@pytest.fixture
def without_a_watch(monkeypatch: pytest.MonkeyPatch) -> None:
    """No reference has a loop that could run for ever, and a thread for each of 200,000 calls takes its time."""
    monkeypatch.setattr(call, "__defaults__", (inf,))


@pytest.mark.usefixtures("without_a_watch")
@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.weekly)])
def test_made_up_wrong_answers_are_refused_none_is_misled_and_few_hear_no_more_than_wrong_numbers(every: int) -> None:
    """In one test, so that each answer is judged once: every fourth, and once a week all of them."""
    found = {name: tally(name, every) for name in EXERCISES}
    assert all(each.made >= 3 / every and each.wrong >= 2 / every for each in found.values())
    assert {name: each.accepted for name, each in found.items() if each.accepted} == {}
    assert {name: each.misled for name, each in found.items() if each.misled} == {}
    only = sum(len(each.wrong_numbers_only) for each in found.values())
    assert only <= sum(each.wrong for each in found.values()) / 4


def main() -> None:
    call.__defaults__ = (inf,)
    print(f"{'exercise':<32}{'made':>6}{'wrong':>7}{'accepted':>10}{'misled':>8}{'numbers only':>14}")
    total = np.zeros(5, int)
    for name in EXERCISES:
        found = tally(name)
        row = [found.made, found.wrong, *map(len, (found.accepted, found.misled, found.wrong_numbers_only))]
        total += row
        print(f"{name:<32}{row[0]:>6}{row[1]:>7}{row[2]:>10}{row[3]:>8}{row[4]:>14}", flush=True)
        if "-v" in sys.argv:
            print("\n".join([*(f"  accepted {x}" for x in found.accepted), *(f"  misled {x}" for x in found.misled)]))
        if "-vv" in sys.argv:
            print("\n".join(f"  numbers only: {x}" for x in found.wrong_numbers_only))
    print(f"{'all':<32}{total[0]:>6}{total[1]:>7}{total[2]:>10}{total[3]:>8}{total[4]:>14}")


if __name__ == "__main__":
    main()
