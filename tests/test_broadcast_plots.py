"""Broadcasting drawn: dark cells are an array's own, pale ones its copies; and the explorer behind its two fields."""

from typing import Any

import numpy as np
import pytest

from helpers import explorers, plots
from helpers.explorers import broadcast as explorer
from helpers.plots import broadcast as picture_of
from helpers.plots.broadcast import CELL, COLOURS, GAP, flat, places


def count(image: Any, colour: str, pale: bool = False) -> int:
    """How many cells of a colour there are in a grid."""
    from matplotlib.colors import to_rgb

    wanted = np.array(to_rgb(colour))
    wanted = 0.75 + 0.25 * wanted if pale else wanted
    corners = np.asarray(image)[GAP :: CELL + GAP, GAP :: CELL + GAP]
    return int(np.isclose(corners, wanted, atol=1e-6).all(axis=2).sum())


@pytest.mark.parametrize(
    ("a", "b", "own", "copies"),
    [
        ((3, 1), (1, 4), (3, 4, 12), (9, 8)),
        ((2, 3), (3,), (6, 3, 6), (0, 3)),
        ((), (2, 2), (1, 4, 4), (3, 0)),
        ((5,), (5, 1), (5, 5, 25), (20, 20)),
    ],
)
def test_each_cell_is_its_own_or_a_copy(a: Any, b: Any, own: Any, copies: Any) -> None:
    picture = picture_of(a, b)
    images = [ax.images[0].get_array() for ax in picture.figure.axes]
    assert tuple(count(image, colour) for image, colour in zip(images, COLOURS, strict=True)) == own
    assert tuple(count(images[k], COLOURS[k], pale=True) for k in (0, 1)) == copies
    assert f"The result has shape {np.broadcast_shapes(a, b)}." in picture.alt


def test_what_does_not_fit_has_no_result() -> None:
    picture = plots.broadcast((2, 3), (2,))
    assert picture.alt.endswith("They do not fit.") and "3 meets 2" in picture.alt
    assert count(picture.figure.axes[2].images[0].get_array(), COLOURS[2]) == 0
    assert picture.figure.axes[2].get_title(loc="left") == "✗ does not fit"


def test_long_axes_have_a_break_and_their_true_sizes_at_the_sides() -> None:
    axes = plots.broadcast((64, 1437), (64, 1)).figure.axes
    assert count(axes[0].images[0].get_array(), COLOURS[0]) == 8 * 10  # 9 by 11, without a row and a column of dots
    sizes = [[text.get_text() for text in ax.texts[:2]] for ax in axes]
    assert sizes == [["1,437", "64"], ["1", "64"], ["1,437", "64"]]


@pytest.mark.parametrize(("a", "b"), [((64, 1437), (64,)), ((9,), (10,)), ((8,), (9,)), ((7, 3), (100, 50))])
def test_sizes_that_differ_never_look_alike(a: Any, b: Any) -> None:
    sizes = {*flat(a), *flat(b)}
    drawn = places(sizes)
    assert [len(drawn[size]) for size in sorted(sizes)] == sorted({len(shown) for shown in drawn.values()})
    assert all((None in shown) is (size > 8) for size, shown in drawn.items())


def test_sizes_that_refuse_are_bold() -> None:
    weights = [ax.texts[0].get_fontweight() for ax in plots.broadcast((64, 1437), (64,)).figure.axes[:2]]
    assert weights == ["bold", "bold"] and plots.broadcast((3,), (3,)).figure.axes[0].texts[0].get_fontweight() == 400


def test_more_than_two_axes_are_refused() -> None:
    with pytest.raises(ValueError, match="more than two axes; explain_broadcast takes any number"):
        plots.broadcast((2, 2, 2), (2,))


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ((3, 1), (4,), "The result has shape (3, 4)."),
        ((5, 1), (5,), "Careful: 5 numbers and 5 numbers make 25."),
        ((64, 9), (64,), "Axis 1: 9 meets 64, and neither is 1: they do not fit. What would fit: b[:, np.newaxis]"),
    ],
)
def test_the_status_line_says_what_comes_out_or_what_would_mend_it(a: Any, b: Any, words: str) -> None:
    _, status = explorer.explained(a, b)
    assert words in status


def test_the_panel_reads_its_fields_and_keeps_its_picture_over_nonsense() -> None:
    panel = explorers.broadcast_explorer()
    assert panel.frame.status == "The result has shape (3, 4)."
    for asked, (text, words) in enumerate(
        [
            ("5,5", "Axis 1: 5 meets 4"),
            ("three", "'three' is not a shape: write whole numbers"),
            ("2,2,2", "(2, 2, 2) has more than two axes"),
            ("(2,", "Type a shape such as (3, 1)."),
            ("", "Type a shape such as (3, 1)."),
            ("9999999", "9,999,999 is too large to be drawn"),
            ("()", "The result has shape (4,)"),
        ],
        1,
    ):
        before = panel.frame.picture
        panel._receive(panel, {"asked": asked, "positions": {"a": text, "b": "4"}}, [])
        assert panel.shown["status"].startswith(words)
        assert panel.shown["stale"] is (panel.frame.picture is before)
        assert panel.shown["stale"] is ("meets" not in words and "result" not in words)
    panel.close()
