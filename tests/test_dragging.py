"""Dragging for long in a panel's picture leaves nothing behind: bytes are counted, and twice the moves need no more."""

import gc
import tracemalloc
from collections.abc import Callable, Iterator
from math import cos, sin
from typing import Any

import pytest

from helpers import explorers
from helpers.widgets.player import Player

MOVES = 30
BYTES = 1500  # a move, at most: a picture has over 20,000, an entry of the log some 500
WITH_CHANCE = 3000  # the same where a moment also keeps the generators that draw mini-batches

# A place of the picture where a click adds a point, or where the line is.
PLACES: dict[Callable[[], Player], tuple[float, float]] = {
    explorers.first_network: (0.45, 0.45),
    explorers.line_explorer: (0.247, 0.5),
    explorers.playground: (0.86, 0.34),
}


@pytest.fixture(autouse=True)
def counted() -> Iterator[None]:
    tracemalloc.start()
    yield
    tracemalloc.stop()


def touch(panel: Player, hand: str, x: float, y: float) -> None:
    """What the page sends."""
    touches = [{"handle": "plane", "hand": hand, "x": x, "y": y}]
    question = {"asked": panel.shown["answered"] + 1, "positions": panel.shown["positions"], "touches": touches}
    panel._receive(panel, question, [])


def peak(panel: Player, place: tuple[float, float], steps: int, kept: list[Any] | None = None) -> int:
    """The most bytes that were held at once during the moves, with `steps` of training after each."""
    gc.collect()
    tracemalloc.reset_peak()
    for move in range(MOVES):
        touch(panel, "move", place[0] + 0.1 * cos(move / 7), place[1] + 0.1 * sin(move / 7))
        if steps:
            panel._playable.advance(steps)
        if kept is not None:
            kept.append(panel.shown)
    return tracemalloc.get_traced_memory()[1]


def growth(panel: Player, place: tuple[float, float], steps: int, kept: list[Any] | None = None) -> int:
    """How many bytes more are held once there were twice the moves."""
    for hand in ("down", "up", "down"):  # a click, and the hand is down
        touch(panel, hand, *place)
    peak(panel, place, steps)  # until all is there that is made once
    once = peak(panel, place, steps, kept)
    return peak(panel, place, steps, kept) - once


@pytest.mark.parametrize("make", PLACES, ids=lambda make: make.__name__)
@pytest.mark.parametrize(
    "steps", [pytest.param(0, marks=pytest.mark.weekly, id="paused"), pytest.param(3, id="training")]
)
def test_twice_the_moves_need_no_more(make: Callable[[], Player], steps: int) -> None:
    panel = make()
    before = panel.shown["handles"][-1]["label"]
    most = WITH_CHANCE if make is explorers.playground else BYTES
    assert growth(panel, PLACES[make], steps) < most * MOVES
    assert panel.shown["handles"][-1]["label"] != before
    panel.close()


def test_pictures_that_are_kept_would_be_found() -> None:
    panel = explorers.first_network()
    assert growth(panel, PLACES[explorers.first_network], 0, kept=[]) > BYTES * MOVES
    panel.close()
