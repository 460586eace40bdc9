"""explain_broadcast agrees with NumPy on every pair of shapes, its mends work, and its words are right."""

from typing import Any

import numpy as np
import pytest
from needs import need

from helpers.broadcasting import Axis, broadcast, explain_broadcast, read_shape, shape_of

hypothesis = need("hypothesis")
st = hypothesis.strategies
shapes = st.lists(st.integers(0, 4), max_size=4).map(tuple)


def numpys(a: Any, b: Any) -> Any:
    try:
        return np.broadcast_shapes(a, b)
    except ValueError:
        return None


@hypothesis.given(shapes, shapes)
@hypothesis.settings(max_examples=400)
def test_it_agrees_with_numpy(a: Any, b: Any) -> None:
    found = broadcast(a, b)
    assert found.result == numpys(a, b)
    assert broadcast(np.zeros(a), np.zeros(b)) == found
    assert (found.result is None) == bool(found.refusing)
    if found.result is not None:
        assert (np.zeros(a) + np.zeros(b)).shape == found.result


@hypothesis.given(shapes, shapes)
@hypothesis.settings(max_examples=400)
def test_every_mend_works(a: Any, b: Any) -> None:
    for text, shape in broadcast(a, b).fixes:
        scope = {"a": np.zeros(a), "b": np.zeros(b), "np": np}
        changed = eval(text, scope)
        other = scope["b"] if text.startswith("a") else scope["a"]
        assert (changed + other).shape == shape


@hypothesis.given(shapes, shapes)
@hypothesis.settings(max_examples=300)
def test_a_warning_names_a_way_to_go_one_to_one(a: Any, b: Any) -> None:
    found = broadcast(a, b)
    if found.warning:
        scope = {"a": np.zeros(a), "b": np.zeros(b)}
        fix = found.warning.split("take ")[1].rstrip(".")
        other = scope["b"] if fix.startswith("a") else scope["a"]
        assert (eval(fix, scope) + other).size == np.prod(a)


@hypothesis.given(shapes, shapes)
def test_its_lines_are_short_and_say_every_axis(a: Any, b: Any) -> None:
    lines = str(broadcast(a, b)).splitlines()
    assert max(map(len, lines)) <= 90 and sum(line.startswith("axis ") for line in lines) == max(len(a), len(b))
    assert lines == [line.rstrip() for line in lines] and len(lines) <= 10


def message(capsys: pytest.CaptureFixture[str], a: Any, b: Any) -> str:
    explain_broadcast(a, b)
    return capsys.readouterr().out


def test_a_column_and_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    assert message(capsys, (3, 1), (1, 4)).splitlines() == [
        "a           3     1",
        "b           1     4",
        "result      3     4",
        "axis 0: b is stretched from 1 to 3.",
        "axis 1: a is stretched from 1 to 4.",
    ]


def test_what_refuses_is_named_with_its_mend(capsys: pytest.CaptureFixture[str]) -> None:
    text = message(capsys, (64, 1437), (64,))
    assert "axis 1: 1437 meets 64, and neither is 1: they do not fit." in text
    assert "b[:, np.newaxis] would fit: the result is then (64, 1437)." in text


@pytest.mark.parametrize(("a", "b"), [((5,), (5, 1)), ((5, 1), (5,)), ((1, 5), (5, 1)), ((2, 3), (6, 1, 1))])
def test_the_silent_ones_are_warned_of(a: Any, b: Any) -> None:
    assert broadcast(a, b).warning.startswith(f"Careful: {np.prod(a)} numbers and {np.prod(a)} numbers make ")


@pytest.mark.parametrize(
    ("a", "b"), [((3, 1), (1, 4)), ((3, 4), (4,)), ((5,), (5,)), ((), (5,)), ((1, 5), (5,)), ((2,), (3,))]
)
def test_what_is_usual_is_not_warned_of(a: Any, b: Any) -> None:
    assert broadcast(a, b).warning == ""


def test_arrays_lists_and_numbers_are_taken_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert "result      2     3" in message(capsys, np.ones((2, 3)), [1, 2, 3])
    assert "result      3" in message(capsys, 7.5, [1, 2, 3])
    assert "a has no such axis: it is repeated 3 times" in message(capsys, 7.5, [1, 2, 3])


@pytest.mark.parametrize(
    ("a", "b", "fits", "size", "words"),
    [
        (3, 3, True, 3, "both have 3: they match"),
        (1, 1, True, 1, "both have 1: they match"),
        (1, 4, True, 4, "a is stretched from 1 to 4"),
        (4, 1, True, 4, "b is stretched from 1 to 4"),
        (1, 0, True, 0, "a is cut from 1 to 0: nothing is left"),
        (0, 1, True, 0, "b is cut from 1 to 0: nothing is left"),
        (None, 4, True, 4, "a has no such axis: it is repeated 4 times"),
        (4, None, True, 4, "b has no such axis: it is repeated 4 times"),
        (None, 1, True, 1, "a has no such axis: it is repeated once, as it is"),
        (0, None, True, 0, "b has no such axis: it is repeated 0 times, so nothing is left"),
        (2, 3, False, None, "2 meets 3, and neither is 1: they do not fit"),
        (0, 3, False, None, "0 meets 3, and neither is 1: they do not fit"),
    ],
)
def test_one_axis_in_words(a: Any, b: Any, fits: bool, size: Any, words: str) -> None:
    axis = Axis(a, b)
    assert (axis.fits, axis.message()) == (fits, words)
    assert size is None or axis.size == size


def test_a_number_and_a_number(capsys: pytest.CaptureFixture[str]) -> None:
    assert message(capsys, 2, ()) == "a\nb\nresult\nTwo single numbers: there is no axis to stretch.\n"


def test_large_sizes_stand_apart_and_are_counted_right() -> None:
    text = str(broadcast((10**10, 10**10), (10**10, 10**10, 1)))
    assert "b        10000000000  10000000000            1" in text and f"numbers make {10**30}." in text


@pytest.mark.parametrize(
    ("a", "b", "fixes"),
    [
        ((3, 4), (3,), ["b[:, np.newaxis]"]),
        ((2, 3, 4), (2,), ["b[:, np.newaxis, np.newaxis]"]),
        ((5, 2, 3), (5, 2), ["b[:, :, np.newaxis]"]),
        ((5, 2, 3), (5, 3), ["b[:, np.newaxis, :]"]),
        ((2, 3), (3, 2), ["b.T", "a.T"]),
        ((3, 4), (12,), ["b.reshape(3, 4)"]),
        ((12, 1, 1), (3, 4), []),
        ((1, 12), (3, 4), ["a.reshape(3, 4)"]),
        ((2,), (3,), ["b[:, np.newaxis]", "a[:, np.newaxis]"]),
        ((2, 3), (4, 5), []),
    ],
)
def test_the_mend_that_one_would_write_comes_first(a: Any, b: Any, fixes: list[str]) -> None:
    found = broadcast(a, b)
    assert [text for text, _ in found.fixes][: len(fixes) or None] == fixes
    assert ("There is no simple fix" in str(found)) == (found.result is None and not fixes)


def test_the_axes_that_refuse_are_named() -> None:
    assert broadcast((5, 2, 3), (5, 2)).refusing == [1, 2] and broadcast((2, 3), (3,)).refusing == []


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((3, -1), "a is the shape (3, -1); a size can't be below 0: write how many there are"),
        ((True, False), "a is (True, False); a shape holds whole numbers, as (3, 1): write an array as a list"),
        ((2.5, 3), "a is (2.5, 3); a shape holds whole numbers"),
        ((3, None), "a is (3, None); a shape holds whole numbers"),
        ("3, 1", "a must hold numbers; given text"),
        (None, "a must hold numbers; given None"),
        ([[1, 2], [3]], "a is a ragged list"),
    ],
)
def test_bad_input_gets_a_sentence(given: Any, words: str) -> None:
    with pytest.raises((ValueError, TypeError)) as caught:
        shape_of(given)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("3, 1", (3, 1)),
        ("(3,1)", (3, 1)),
        ("(3, )", (3,)),
        ("3,", (3,)),
        ("4", (4,)),
        ("(4,)", (4,)),
        ("()", ()),
        ("0,2", (0, 2)),
    ],
)
def test_shapes_are_read_from_text(text: str, shape: Any) -> None:
    assert read_shape(text) == shape


@pytest.mark.parametrize("text", ["", " ", "(", "(3", "(3,", "(3, 1", "3, 1)", ",", "3,,1", "((3", "3 1"])
def test_what_may_be_half_a_shape_is_waited_for(text: str) -> None:
    with pytest.raises(ValueError, match=r"^Type a shape such as \(3, 1\)\.$"):
        read_shape(text)


@pytest.mark.parametrize("text", ["three", "-3", "3.5", "3;1", "²", "(3, x"])
def test_what_is_no_shape_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a shape: write whole numbers with commas"):
        read_shape(text)
