"""The words in the picture of a network: the legend explains what is drawn, and none runs into another."""

from typing import Any

import pytest
from drawn_words import misplaced_words

from helpers.explorers.live_network import LiveNetwork
from helpers.explorers.network_legend import SAMPLES, legend
from helpers.widgets.drawing import Dots, Line, Map, Mark, Words

FORMS = [(plain, narrow) for plain in (False, True) for narrow in (False, True)]


def shown(plain: bool, narrow: bool, units: int = 4) -> tuple[LiveNetwork, Any]:
    """A network that has learned a little, and its picture."""
    explorer = LiveNetwork(plain, units=units)
    explorer.advance(100)
    explorer.show(narrow)
    return explorer, explorer.drawing(narrow)


def looks(marks: list[Mark]) -> set[tuple[Any, ...]]:
    """How points and weights look: the colour, and the shape or whether it is dashed."""
    dots = {(mark.colour, mark.shape) for mark in marks if isinstance(mark, Dots) and mark.colour.startswith("class")}
    return dots | {(mark.colour, bool(mark.dash)) for mark in marks if isinstance(mark, Line)} & WEIGHTS


WEIGHTS = {(colour, dashed) for colour in ("plus", "minus") for dashed in (False, True)}


@pytest.mark.parametrize(("plain", "narrow"), FORMS)
def test_what_is_drawn_is_explained_and_nothing_else(plain: bool, narrow: bool) -> None:
    explorer, drawing = shown(plain, narrow)
    explained = list(legend(explorer.layout))
    above = drawing.marks[: -len(explained)]
    assert looks(explained) == looks(above) and len(looks(above)) == 4
    assert [mark.values.ravel().tolist() for mark in explained if isinstance(mark, Map)] == [[1.0] * 4, [-1.0] * 4]
    assert sum(isinstance(mark, Words) for mark in explained) == len(SAMPLES)


@pytest.mark.parametrize(("plain", "narrow"), FORMS)
@pytest.mark.parametrize("units", [1, 50])
def test_no_words_run_over_the_rim_or_into_others(plain: bool, narrow: bool, units: int) -> None:
    _, drawing = shown(plain, narrow, units)
    assert misplaced_words(drawing) == []
