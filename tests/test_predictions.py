"""guess and reveal: a prediction, and later the answer beside it."""

from typing import Any

import numpy as np
import pytest

from helpers.course import predictions
from helpers.exercises import guess, reveal


@pytest.fixture(autouse=True)
def no_guesses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(predictions, "_guesses", {})


def message(capsys: Any) -> str:
    return capsys.readouterr().out


@pytest.mark.parametrize("nothing", [None, ...])
def test_no_guess_says_how_to_make_one_and_nothing_fails(capsys: Any, nothing: Any) -> None:
    guess(cost_at_zeros=nothing)
    assert message(capsys) == (
        "cost at zeros: what is your guess? Put it in place of None, then run this cell again.\n"
    )
    reveal(cost_at_zeros=np.log(2))
    assert message(capsys) == "cost at zeros: it is 0.6931.\n"


def test_the_guess_stands_beside_the_answer(capsys: Any) -> None:
    guess(cost_at_zeros=0.5)
    assert message(capsys) == "cost at zeros: your guess is 0.5. The answer comes below.\n"
    reveal(cost_at_zeros=np.log(2))
    assert message(capsys) == "cost at zeros: you guessed 0.5, it is 0.6931.\n"


def test_several_at_once_and_again(capsys: Any) -> None:
    guess(rows=3, columns=4)
    guess(rows=5)
    message(capsys)
    reveal(rows=5, columns=7, depth=1)
    assert message(capsys) == (
        "rows: you guessed 5, it is 5. Well guessed.\ncolumns: you guessed 4, it is 7.\ndepth: it is 1.\n"
    )


def test_taking_a_guess_back(capsys: Any) -> None:
    guess(rows=3)
    guess(rows=None)
    reveal(rows=3)
    assert message(capsys).endswith("rows: it is 3.\n")


def test_choices(capsys: Any) -> None:
    for value in (None, "climbs", " Falls"):
        guess(next_cost=value, choices=("falls", "rises", "stays"))
    reveal(next_cost="falls")
    assert message(capsys) == (
        "next cost: falls, rises or stays? Put it in place of None, then run this cell again.\n"
        "next cost: climbs is not among the choices: falls, rises or stays.\n"
        "next cost: your guess is Falls. The answer comes below.\n"
        "next cost: you guessed Falls, it is falls. Well guessed.\n"
    )


def test_a_guess_that_is_no_choice_is_not_kept(capsys: Any) -> None:
    guess(next_cost="climbs", choices=("falls", "rises"))
    reveal(next_cost="falls")
    assert message(capsys).endswith("next cost: it is falls.\n")


@pytest.mark.parametrize(
    "guessed, answer",
    [
        (0.69, np.float64(0.6931)),
        ("70%", 0.71),
        ("70 %", np.array([[0.7]])),
        ((2, 1), np.zeros((2, 1)).shape),
        ("(2,1)", (2, 1)),
        (True, np.bool_(True)),
        ("Yes ", "yes"),
        (12_000, 11_935),
        (0, 0.0),
    ],
)
def test_well_guessed(guessed: Any, answer: Any) -> None:
    assert predictions.agree(guessed, answer)


@pytest.mark.parametrize(
    "guessed, answer",
    [(0.6, 0.6931), ("70", 0.7), ("%", 0.7), ((1, 2), (2, 1)), (True, 1), (1, True), ("no", "yes"), (-1, 1), (0, 0.01)],
)
def test_not_so_well_guessed(guessed: Any, answer: Any) -> None:
    assert not predictions.agree(guessed, answer)


@pytest.mark.parametrize(
    "value, words",
    [
        (0.1 + 0.2, "0.3"),
        (2 / 3, "0.6667"),
        (1e-7, "1e-07"),
        (11935, "11,935"),
        (np.int64(11935), "11,935"),
        (123456.789, "123,457"),
        (np.float32(0.1), "0.1"),
        (np.array([[0.25]]), "0.25"),
        (True, "True"),
        ((2, 1), "(2, 1)"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        ("x" * 100, "x" * 60),
    ],
)
def test_values_are_the_same_on_every_machine(value: Any, words: str) -> None:
    assert predictions.say(value) == words
