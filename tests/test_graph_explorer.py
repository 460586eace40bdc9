"""The computation graph to touch: each number against the graph's own, guesses, nudges, and what is drawn."""

import re
from typing import Any

import numpy as np
import pytest

from helpers import explorers
from helpers.explorers.graph.picture import NARROW, WIDE
from helpers.explorers.graph.walk import GRAPHS, LECTURE, GraphWalk
from helpers.widgets.drawing import Line, Words

FIRST, FORK = GRAPHS


def take(walk: GraphWalk, **settings: Any) -> GraphWalk:
    walk.take(walk.settings | settings)
    return walk


def at_the_end(graph: str = FIRST, **inputs: float) -> GraphWalk:
    walk = take(GraphWalk(), graph=graph)
    take(walk, **inputs)
    walk.go_to(len(walk.steps))
    return walk


def marks(walk: GraphWalk, kind: type, narrow: bool = False) -> list[Any]:
    return [mark for mark in walk.show(narrow).picture.marks if isinstance(mark, kind)]  # type: ignore[union-attr]


def words(walk: GraphWalk, narrow: bool = False) -> list[str]:
    return [mark.text for mark in marks(walk, Words, narrow)]


@pytest.mark.parametrize("inputs", [{}, {"a": -1.5, "b": 2.0, "c": 4.5}, {"a": 0.0, "b": -3.0, "c": -6.0}])
@pytest.mark.parametrize("graph", GRAPHS)
def test_what_arrived_at_the_end_is_what_backward_finds(graph: str, inputs: dict[str, float]) -> None:
    walk = at_the_end(graph, **inputs)
    d = walk.graph.backward(walk.values)
    assert {name: sum(terms) for name, terms in walk.arrived().items()} == pytest.approx(d)


def test_the_lectures_numbers_appear_one_at_a_time() -> None:
    walk, found = GraphWalk(), []
    for step in walk.steps:
        found.append(walk.result(step))
        walk.advance(1)
    assert found == [6, 11, 33, 1, 3, 3, 3, 6, 9]
    assert not walk.advance(1) and walk.at == walk.moments - 1


@pytest.mark.parametrize("graph", GRAPHS)
def test_nothing_is_shown_before_its_step(graph: str) -> None:
    walk = take(GraphWalk(), graph=graph)
    for count in range(len(walk.steps)):
        bold = [mark.colour for mark in marks(walk, Words) if mark.bold and mark.text]
        known = {each.parent or each.child.name for each in walk.steps[:count] if each.back}
        assert bold.count("class1") == len(known)
        slopes = [text for text in words(walk) if re.fullmatch(r"× \S+", text)]
        assert len(slopes) == sum(len(each.child.parents) for each in walk.steps[:count] if not each.back)
        walk.advance(1)


def test_each_step_is_written_out() -> None:
    walk = GraphWalk()
    assert walk.told() == "The inputs: a = 5, b = 3, c = 2."
    walk.advance(1)
    assert walk.told() == "u = b · c = 3 · 2 = 6."
    walk.go_to(8)
    assert walk.told() == "What arrives at b: du · slope = 3 · 2 = 6."


def test_the_next_question_stands_over_the_picture_at_the_field_for_the_guess() -> None:
    walk = GraphWalk()
    assert walk.show(False).texts == {"guess": "Next: u = b · c. How much is it?"}
    walk.go_to(4)
    assert walk.asked() == "Next, back from J to v: dJ times the slope on the arrow. How much is it?"
    assert at_the_end().asked() == "All is known. Move a slider: watch J."


@pytest.mark.parametrize("narrow", [False, True])
def test_the_legend_says_what_a_slope_is(narrow: bool) -> None:
    said = words(GraphWalk(), narrow)
    assert "blue: the value" in said and "orange: how fast J follows" in said
    assert any(text.startswith("× 3") and text.endswith("how fast the tip follows the tail") for text in said)


def test_a_negative_number_stands_in_brackets_where_it_is_multiplied() -> None:
    walk = take(GraphWalk(), c=-2.0)
    walk.go_to(1)
    assert "b · c = 3 · (−2) = −6." in walk.told()
    take(walk, graph=FORK).go_to(2)
    assert "max(b, c) = max(3, −2) = 3." in walk.told()


def test_where_paths_meet_they_add() -> None:
    walk = at_the_end(FORK, a=1.0)
    assert "What arrives at b: ds · slope = 3 · 1 = 3. Paths meet, so add: db = 4 + 3 = 7." in walk.told()
    assert {"7", "4 + 3", "0"} <= set(words(walk))


def test_a_max_of_two_equal_numbers_is_said() -> None:
    walk = take(GraphWalk(), graph=FORK)
    take(walk, c=3.0)
    walk.go_to(8)
    assert "max has a kink there" in walk.told()
    walk.go_to(9)
    assert "kink" not in walk.told()


@pytest.mark.parametrize(
    ("typed", "said"),
    [("6", "Your guess, 6, is right."), (" 5.5", "Your guess was 5.5."), ("−6", "Your guess was −6."), ("", "= 6.")],
)
def test_a_guess_is_judged_by_the_next_step(typed: str, said: str) -> None:
    walk = take(GraphWalk(), guess=typed)
    assert "guess" not in walk.told()
    walk.advance(1)
    assert walk.at == 1 and said in walk.told() and not walk.settings["guess"]


@pytest.mark.parametrize("typed", ["six", "nan", "1e999", "-"])
def test_a_guess_that_is_no_number_keeps_the_answer_hidden(typed: str) -> None:
    walk = take(GraphWalk(), guess=typed)
    walk.advance(1)
    assert walk.at == 0 and f"{typed} is no number" in walk.told() and "= 6" not in walk.told()
    assert "no number" not in take(walk, guess="6").told()


def test_an_input_that_moves_is_followed_to_J() -> None:
    walk = at_the_end()
    assert "b went up by 0.1, and J up by 0.6: 6 times as far." in take(walk, b=3.1).told()
    assert "c went down by 1, and J down by 9.3: 9.3 times as far." in take(walk, c=1.0).told()
    assert "c went down by 0.5, and J stayed." in take(at_the_end(FORK), c=1.5).told()
    assert "J" not in take(GraphWalk(), b=4.0).said
    on_the_way = at_the_end()
    on_the_way.go_to(len(on_the_way.graph.nodes))
    assert take(on_the_way, b=3.1).told().endswith("b went up by 0.1, and J up by 0.6.")


def test_another_graph_begins_again() -> None:
    assert take(at_the_end(), graph=FORK).at == 0


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
@pytest.mark.parametrize("graph", GRAPHS)
@pytest.mark.parametrize("inputs", [{}, dict.fromkeys(LECTURE, -5.9)], ids=["usual", "long"])
def test_everything_stands_on_the_sheet(graph: str, narrow: bool, inputs: dict[str, float]) -> None:
    walk, layout = at_the_end(graph, **inputs), NARROW if narrow else WIDE
    for moment in range(walk.moments):
        walk.go_to(moment)
        frame = walk.show(narrow)
        assert frame.status and frame.status in frame.alt
        for mark in frame.picture.marks:  # type: ignore[union-attr]
            if isinstance(mark, Words):
                room = 0.55 * mark.size * len(mark.text) * {"left": 1, "center": 0.5, "right": 0}[mark.align]
                assert mark.x + room <= layout.width + 2 and 0 < mark.y < layout.height(walk.graph), mark.text
            if isinstance(mark, Line):
                x, y = np.asarray(mark.points, float).T
                assert (
                    x.min() >= 0 and x.max() <= layout.width and y.min() >= 0 and y.max() <= layout.height(walk.graph)
                )


def test_the_panel_empties_the_field_when_the_guess_was_judged() -> None:
    panel = explorers.graph_explorer()
    panel._receive(panel, {"asked": 1, "positions": panel._positions | {"guess": "-2"}}, None)
    assert panel.settings["guess"] == "-2" and "right" not in panel.shown["status"]
    panel._receive(panel, {"asked": 2, "positions": panel._positions | {"next": 1}}, None)
    assert panel.settings["guess"] == "" and "Your guess, −2, is right." in panel.shown["status"]
    panel.close()


def test_a_file_shows_every_number() -> None:
    frame = GraphWalk().finished()
    assert (
        "Known: a = 5, b = 3, c = 2, u = 6, v = 11, J = 33, dJ = 1, dv = 3, da = 3, du = 3, db = 6, dc = 9."
        in frame.alt
    )
