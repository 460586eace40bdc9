"""Answers that are no plain function or never end: each gets a sentence, and soon."""

import functools
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from exercise_kit import EXERCISES, body, finding, said, typed

from helpers import exercises, logistic
from helpers.exercises import call_result, time_limit
from helpers.exercises.call_result import call
from helpers.exercises.time_limit import TimeIsUp, within

check, hint, solution = exercises.of("02_logistic_regression")


@pytest.fixture
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """A learner who waits a tenth of a second."""
    monkeypatch.setattr(call_result.call, "__defaults__", (0.1,))


@pytest.mark.parametrize(
    "lines",
    [
        "while True:\n    pass\nreturn 1",
        "while True:\n    try:\n        Z = Z + 0\n    except Exception:\n        pass\nreturn 1",
        "while True:\n    try:\n        Z = Z + 0\n    finally:\n        Z = Z * 1\nreturn 1",
        "while True:\n    print('again')\nreturn 1",
    ],
)
@pytest.mark.usefixtures("hurry")
def test_what_never_ends_is_stopped_and_its_line_named(lines: str) -> None:
    text = said("02-sigmoid", body("02-sigmoid", lines))
    assert "✗ sigmoid: TimeIsUp in line" in text and "of its cell" in text
    assert "on this small input and did not end. Is there a loop that never ends?" in text


@pytest.mark.usefixtures("hurry")
def test_only_the_first_input_that_does_not_end_is_waited_for() -> None:
    seen = []

    def sigmoid(Z: Any) -> Any:
        seen.append(Z)
        while Z.size > 1:
            pass
        return logistic.sigmoid(Z)

    assert finding("02-sigmoid", sigmoid).state == "tried" and len(seen) == 2


def test_within_gives_the_answer_or_raises_in_the_same_thread() -> None:
    assert within(60.0, lambda: 3) == 3
    with pytest.raises(ZeroDivisionError):
        within(60.0, lambda: 1 / 0)

    def endless() -> None:
        while True:
            pass

    with pytest.raises(TimeIsUp):
        within(0.05, endless)


def test_an_exception_that_was_caught_comes_again() -> None:
    caught = []

    def stubborn() -> None:
        while True:
            try:
                while True:
                    pass
            except BaseException as error:
                caught.append(error)
                if len(caught) == 2:
                    raise

    with pytest.raises(TimeIsUp):
        within(0.05, stubborn)
    assert len(caught) == 2


def test_a_profiler_or_a_debugger_is_not_stalled() -> None:
    """In a process of its own: a stall would never end."""
    code = """if True:
        import cProfile
        from helpers.exercises.time_limit import TimeIsUp, within

        def endless():
            while True:
                pass

        def both():
            try:
                within(0.05, endless)
            except TimeIsUp:
                return within(60.0, lambda: sum(range(3)))

        print(cProfile.Profile().runcall(both))
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "3\n"


def test_where_there_are_no_threads_nothing_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_threads(self: Any) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(time_limit._Watch, "start", no_threads)
    assert within(0.0, lambda: 3) == 3


def test_prints_are_shown_once_and_cut(capsys: pytest.CaptureFixture[str]) -> None:
    @check
    def sigmoid(Z: Any) -> Any:
        for i in range(100):
            print("line", i, "x" * 300)
        return logistic.sigmoid(Z)

    text = capsys.readouterr().out
    assert text.startswith("✓ sigmoid") and text.count("Your function prints, with input 1:") == 1
    assert text.count("line") < 15 and max(map(len, text.splitlines())) <= 110
    assert "    ... and more\n" in text


def test_a_print_for_a_later_input_is_labelled_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    @check
    def sigmoid(Z: Any) -> Any:
        if Z.ndim == 1:
            print("shape", Z.shape)
        return logistic.sigmoid(Z)

    assert "  Your function prints, with input 3:\n    shape (3,)\n" in capsys.readouterr().out


def test_endless_prints_fill_no_memory() -> None:
    def chatty() -> None:
        for _ in range(1000):
            print("x" * 1000)

    assert len(call(chatty, ()).printed) <= 2000


@pytest.mark.parametrize("giant", [np.zeros((3000, 3000)), np.zeros((3000, 3000)).tolist()])
def test_giants_are_told_without_being_looked_through(giant: Any) -> None:
    calls = []

    def sigmoid(Z: Any) -> Any:
        calls.append(Z)
        return giant

    text = said("02-sigmoid", sigmoid)
    assert "It returns an array of shape (3000, 3000); needed is an array of shape (1, 1)." in text or (
        "It returns a list of 3000 things; needed is an array of shape (1, 1)." in text
    )
    assert len(text) < 600 and len(calls) == 1


def test_other_kinds_of_functions() -> None:
    kinds = {
        "async def sigmoid(Z):\n    return Z": "It begins with `async def`, so a call gives a promise",
        "def sigmoid(Z):\n    yield Z": "It has a `yield`, so a call gives a generator",
        (
            "class sigmoid:\n    def __init__(self, Z):\n        self.Z = Z"
        ): "sigmoid is a class. The course calls a function",
    }
    for code, words in kinds.items():
        assert words in said("02-sigmoid", typed("02-sigmoid", code))


def test_a_cache_does_not_go_with_arrays() -> None:
    @functools.lru_cache
    def sigmoid(Z: Any) -> Any:
        return 1 / (1 + np.exp(-Z))

    text = said("02-sigmoid", sigmoid)
    assert "unhashable type" in text and "A cache, a set or a dictionary needs keys that never change" in text


def test_a_vectorised_function_and_one_made_by_exec_are_as_good() -> None:
    assert (
        finding("02-sigmoid", typed("02-sigmoid", "def sigmoid(Z):\n    return 1 / (1 + np.exp(-Z))")).state == "done"
    )
    one = np.vectorize(lambda z: 1 / (1 + np.exp(-z)))
    one.__name__ = "sigmoid"
    assert finding("02-sigmoid", one).state == "done"


@pytest.mark.parametrize(
    "given, words",
    [
        (lambda Z: Z, "A lambda has no name, so check can't know which exercise it answers. Give it one with def: def"),
        (functools.partial(logistic.update, learning_rate=0.1), "A functools.partial has no name"),
        ("Sigmoid", "Did you mean sigmoid? Change the name"),
        ("BackwardLoops", "Did you mean backward_loops? Change the name"),
        ("relu", "relu is not an exercise of this notebook. It belongs to notebook 00 Start here"),
        ("layer_backward", "It belongs to notebook 05"),
        ("convolution", "Its exercises are sigmoid, forward,"),
    ],
)
def test_what_is_no_exercise_of_this_notebook(capsys: pytest.CaptureFixture[str], given: Any, words: str) -> None:
    if isinstance(given, str):
        hint(given)
    else:
        assert check(given) is given
    text = capsys.readouterr().out
    assert words in " ".join(text.split()) and max(map(len, text.splitlines())) <= 110


@pytest.mark.parametrize(
    "name, lines, words",
    [
        ("02-sigmoid", "1 / (1 + np.e ^ -Z)", "In Python ^ is not a power. A power is written **."),
        ("02-cost", "-np.mean(Y(np.log(A)))", "Something that is not a function stands before a bracket"),
        ("02-sigmoid", "one = 1\nreturn 1 / one(1 + np.exp(-Z))", "a * is missing there"),
        ("02-forward", "w, b = params\nreturn w", "takes another number of things apart"),
        ("04-layer_sizes", "n0, m, k = X.shape\nreturn n0, n1, m", "takes another number of things apart"),
        ("02-cost", "if Y == 1:\n    return 1\nreturn 0", "need one True or False, and an array holds many"),
        ("02-cost", "np.mean(np.log(AA))", "Did you mean A?"),
        ("02-cost", "np.mean(wholly_unknown)", "No cell has given this name a value"),
        ("05-layer_forward", "np.dot(W, A_prv) + b", "Did you mean A_prev?"),
        (
            "04-output_gradient",
            "A2 @ A1",
            "A product of matrices needs inner sizes that agree: (n, k) times (k, m). "
            "Here the left one ends with 3, and the right one begins with 2.",
        ),
        ("04-output_gradient", "np.dot(A2, A1)", "Here the left one ends with 3, and the right one begins with 2."),
        ("02-cost", "m += 1\nreturn m", "the function's own, and here it has none yet"),
        ("04-initialize", "W1 = np.zeros(n1, n0)\nreturn W1", "A shape is one argument, a tuple"),
    ],
)
def test_exceptions_that_beginners_meet_in_plain_words(name: str, lines: str, words: str) -> None:
    text = said(name, body(name, lines))
    assert words in text, text


def test_an_array_of_another_cell_is_warned_of() -> None:
    m = said("02-cost", body("02-cost", "-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m", m=400))
    assert "Mind: it reads m from outside the function, where another cell left it." in m
    a = said("01-as_column", body("01-as_column", "np.reshape(b, (-1, 1))", b=np.arange(5.0)))
    assert "Mind: it reads b from outside" in a
    assert "Mind" not in said("02-cost", body("02-cost", "np.sum(Y)", eps=1e-9))


def test_every_exercise_still_tells_when_it_is_not_written() -> None:
    for name in EXERCISES:
        assert finding(name, body(name, "...")).state == "open"
