"""A card on a page: what a screen reader hears, hints by keyboard, wide and narrow, light and dark."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from helpers.exercises import registry
from helpers.exercises.grade import grade
from helpers.exercises.verdict_card import verdict_card

WIDTHS = {"wide": 1000, "narrow": 400}


def forward(params: Any, X: Any) -> Any:
    """An answer that is wrong in a few places."""
    (W1, b1), (W2, b2) = params
    A1 = np.maximum(np.tanh(np.dot(W1, X) + b1), -0.5)
    return A1, 1 / (1 + np.exp(-(np.dot(W2, A1) + b2)))


FORWARD = next(each for each in registry.load("04_shallow_network") if each.name == "forward")
CARD = verdict_card(grade(FORWARD, forward).verdict, FORWARD.hints)


@pytest.fixture(params=WIDTHS)
def page(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page with a card, wide or narrow."""
    page = browser.new_page(viewport={"width": WIDTHS[request.param], "height": 900})
    page.set_content(f"<body>{CARD}</body>")
    yield page
    page.close()


def test_needed_and_given_stand_side_by_side_where_there_is_room(page: Any) -> None:
    needed, given = (page.locator("table").nth(number).bounding_box() for number in (0, 1))
    if page.viewport_size["width"] == WIDTHS["wide"]:
        assert needed["y"] == given["y"] and needed["x"] + needed["width"] < given["x"]
    else:
        assert needed["x"] == given["x"] and needed["y"] + needed["height"] < given["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_a_screen_reader_hears_tables_with_headers(page: Any) -> None:
    heard = page.locator(".hand-card").aria_snapshot()
    for words in (
        'table "needed A1 (3, 4)"',
        'table "your A1 (3, 4)"',
        'columnheader "3"',
        'rowheader "2"',
        'cell "≠ -0',
    ):
        assert words in heard, heard


def test_hints_open_one_by_one_with_the_keyboard(page: Any) -> None:
    hints = [page.get_by_text(hint.replace("`", "")) for hint in FORWARD.hints]
    assert not any(hint.is_visible() for hint in hints)
    page.locator("summary", has_text="Hint 1").focus()
    for number in range(len(hints)):
        page.keyboard.press("Enter")
        assert [hint.is_visible() for hint in hints] == [other <= number for other in range(len(hints))]
        page.keyboard.press("Tab")


def test_each_front_end_s_dark_theme_is_seen(page: Any) -> None:
    colour = "() => getComputedStyle(document.querySelector('.sign')).color"
    assert page.evaluate(colour) == "rgb(163, 61, 0)"
    for name, value in (("data-jp-theme-light", "false"), ("class", "vscode-dark"), ("theme", "dark")):
        page.evaluate("([name, value]) => document.body.setAttribute(name, value)", [name, value])
        assert page.evaluate(colour) == "rgb(255, 164, 107)"
        page.evaluate("name => document.body.removeAttribute(name)", name)
