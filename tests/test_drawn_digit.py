"""The panel that reads a drawn digit: its words, its picture, and what it refuses."""

import re

import numpy as np
import pytest
from drawn_digits import BY_HAND
from test_handwriting import read

from helpers.explorers import digit_reader
from helpers.explorers.drawn_digit import said, votes
from helpers.widgets.panel import Panel

SEVEN = [[int(value) for point in stroke for value in point] for stroke in next(s for d, s in BY_HAND if d == 7)]


def ask(panel: Panel, sent: list[list[int]]) -> str:
    panel._receive(panel, {"asked": 1, "positions": {"strokes": sent}}, None)
    return str(panel.shown["status"])


def test_it_starts_with_a_five_and_reads_what_is_drawn() -> None:
    panel = digit_reader(read)
    assert panel.frame.status.startswith("It reads 5") and panel.frame.status in panel.frame.alt
    first = panel.frame.picture
    assert ask(panel, SEVEN).startswith("It reads 7")
    assert not np.array_equal(panel.frame.picture, first)


def test_an_empty_sheet_asks_for_a_digit() -> None:
    assert ask(digit_reader(read), []).startswith("The sheet is empty")


def test_the_second_is_named_where_it_is_not_sure() -> None:
    P = np.zeros(10)
    P[3], P[8] = 0.6, 0.4
    assert said({"": P}) == "It reads 3, with 60% of the votes; 8 has 40%."
    P[3], P[8] = 0.95, 0.05
    assert said({"": P}) == "It reads 3, with 95% of the votes."


def test_several_readers_read_the_same_digit() -> None:
    panel = digit_reader({"a": read, "b": lambda images: np.roll(read(images), 1, axis=0)})
    assert re.match(r"A reads 5, .* B reads 6, ", panel.frame.status)
    alone = digit_reader(read)
    assert panel.frame.pixels().shape[1] > 1.5 * alone.frame.pixels().shape[1]
    assert re.match(r"A reads 7, .* B reads 8, ", ask(panel, SEVEN))
    assert ask(panel, []) == ask(alone, [])


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (np.zeros(10), "shape (10,)"),
        (np.full((10, 1), np.nan), "between 0 and 1"),
        (np.full((10, 1), 2.0), "go from 2"),
    ],
)
def test_votes_that_are_none_are_told(wrong: np.ndarray, words: str) -> None:
    with pytest.raises(ValueError) as error:
        votes(lambda images: wrong, np.ones((8, 8)))
    assert words in str(error.value)
