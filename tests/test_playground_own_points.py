"""Points of the reader's own: what is changed is said, what can't be read has its line."""

from pathlib import Path

import numpy as np
import pytest
from needs import need

from helpers.playground import csv_rows, own_points
from helpers.playground.own_points import check_own, from_arrays, read_csv

hypothesis = need("hypothesis")
st = hypothesis.strategies

OWN = [[1.0, 2.0, 0.0], [-1.5, 0.5, 1.0], [0.0, 0.0, 1.0], [3.0, -6.0, 0.0]]


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "points.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    "content",
    [
        "1,2,0\n-1.5,0.5,1\n0,0,1\n3,-6,0\n",
        "x1,x2,y\r\n1,2,0\r\n-1.5,.5,1\r\n0,0,1\r\n3,-6,0",
        "\n\nfirst feature;second;class\n1,0;2;0\n\n-1,5;0,5;1\n0;0;1\n;;\n3;-6;0\n",
        "1\t2\t0\n-15e-1\t0.5\t1.0\n0\t0\t1\n3\t-6\t0.0",
        '\ufeff"x1","x2","y"\n"1","2","0"\n -1.5 , 0.5 , 1\n0,0,1,\n3,-6,0,,\n',
        "1,2,0\r-1.5,0.5,1\r0,0,1\r3,-6,0\r",
    ],
    ids=["plain", "header", "decimal commas", "tabs", "quotes, BOM, empty cells", "old line ends"],
)
def test_files_as_they_come_are_read_without_a_word(tmp_path: Path, content: str, capsys: object) -> None:
    assert read_csv(write(tmp_path, content)) == OWN
    assert read_csv(str(tmp_path / "points.csv"), "regression") == OWN
    assert capsys.readouterr().out == ""  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("labels", "classes", "said"),
    [
        ("no yes yes no", [0, 1, 1, 0], "'no' is class 0, 'yes' is class 1.\n"),
        ("yes no no yes", [1, 0, 0, 1], "'no' is class 0, 'yes' is class 1.\n"),
        ("1 -1 -1 1", [1, 0, 0, 1], "-1 is class 0, 1 is class 1.\n"),
        ("10 9 9.0 1e1", [1, 0, 0, 1], "9 is class 0, 10 is class 1.\n"),
        ("0 1 1 0.0", [0, 1, 1, 0], ""),
        ("red 5 5 red", [1, 0, 0, 1], "5 is class 0, 'red' is class 1.\n"),
    ],
)
def test_two_labels_become_classes_and_that_is_said(
    tmp_path: Path, labels: str, classes: list[float], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [f"{x1},{x2},{label}" for (x1, x2, _), label in zip(OWN, labels.split(), strict=True)]
    assert [y for _, _, y in read_csv(write(tmp_path, "\n".join(lines)))] == classes
    assert capsys.readouterr().out == said


def test_points_far_out_are_standardised_and_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    X, Y = np.array([[10, 20, 30, 40], [1, 1, 3, 3]]), np.array([[0, 1, 0, 1]])
    own = np.array(from_arrays(X, Y))
    np.testing.assert_allclose(own[:, 0], np.array([-3, -1, 1, 3]) / 5**0.5)
    np.testing.assert_allclose(own[:, 1:], [[-1, 0], [-1, 1], [1, 0], [1, 1]])
    told = (
        "Points lie beyond 6, so the features are standardised: x1 minus 25, divided by 11.2; x2 minus 2, divided by 1."
    )
    assert capsys.readouterr().out == told + "\n"
    flat = np.array(from_arrays(np.array([[7.0, 7, 7, 7], [1, 2, 3, 4]]), Y))
    np.testing.assert_array_equal(flat[:, 0], 0)


def test_large_values_are_divided_and_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    X, Y = np.zeros((2, 4)), np.array([[5.0, -20, 10, 0]])
    assert [y for _, _, y in from_arrays(X, Y, "regression")] == [0.25, -1, 0.5, 0]
    assert capsys.readouterr().out == "Values reach 20, so all are divided by it: they lie from -1 to 1.\n"
    assert [y for _, _, y in from_arrays(X, Y / 2, "regression")] == [2.5, -10, 5, 0]
    assert capsys.readouterr().out == ""


@hypothesis.given(
    points=st.lists(st.tuples(*[st.floats(-1e300, 1e300)] * 2), min_size=4, max_size=30), small=st.booleans()
)
@hypothesis.settings(deadline=None)
def test_what_is_read_fits_the_plane_or_gets_a_sentence(points: list[tuple[float, float]], small: bool) -> None:
    X = np.array(points).T / (1e300 if small else 1)
    Y = np.resize([0.0, 1.0], (1, X.shape[1]))
    try:
        own = from_arrays(X, Y)
    except ValueError as error:
        assert not small and str(error).startswith("column ")
    else:
        assert check_own(own).shape == (3, X.shape[1])
        if small:
            np.testing.assert_array_equal(np.array(own).T, np.vstack([X, Y]))


GOOD = "1,2,0\n2,1,1\n3,2,0\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            GOOD + "1,2\n",
            r"line 4 of points.csv has 2 columns \(1, 2\), not 3; each line is x1, x2, label, with commas",
        ),
        (GOOD + "1,2,3,4\n", "line 4 of points.csv has 4 columns"),
        ("1 2 0\n" * 4, r"line 1 of points.csv has 1 column \(1 2 0\), not 3"),
        (GOOD + "\n1,a,0\n", "line 5 of points.csv has 'a' where a number is needed"),
        (GOOD + "nan,1,0\n", "line 4 of points.csv has 'nan' where a number is needed"),
        (GOOD + "1,inf,0\n", "line 4 of points.csv has 'inf' where"),
        (GOOD + ",1,0\n", "line 4 of points.csv has '' where"),
        (GOOD + "1,1,\n", "line 4 of points.csv has no label; write 0 or 1"),
        ("a,1,0\n" + GOOD, "line 1 of points.csv has 'a' where"),
        ("x,y,z\nx,y,z\n" + GOOD, "line 2 of points.csv has 'x' where"),
        (GOOD + "1,1,2\n", "line 4 of points.csv has a third label, 2, beside 0 and 1; two are needed"),
        ("1,1,a\n1,1,b\n1,1,c\n1,1,a\n", "line 3 of points.csv has a third label, 'c', beside 'a' and 'b'"),
        ("1,1,a\n" * 4, "all points have the label 'a'; two are needed: add points of another class"),
        (GOOD, "3 points given; there may be 4 to 600: add some"),
        ("", "0 points given"),
        ("x1,x2,y\n", "0 points given"),
        (GOOD * 201, "603 points given; there may be 4 to 600: leave some out"),
        (GOOD + '1,"2,0\n', "points.csv has a quotation mark that is not closed"),
        (GOOD.encode() + b"1,2,\xff\n", "line 4 of points.csv is not text in UTF-8: save the file as CSV"),
        ("x1,x2,y\n".encode("utf-16"), "line 1 of points.csv is not text in UTF-8"),
        (b"PK\3\4\0", "points.csv is a spreadsheet, not a CSV file: save it as CSV"),
        ("<!doctype html>", "points.csv is a web page, not the data"),
        ("1,2,0\n" * 200_000, "points.csv has 1,200,000 bytes; it may have 1,000,000: keep fewer lines"),
        ("0,0,0\n0,1,1\n" * 30 + "9e9,1,1\n", "line 61 of points.csv lies so far out that the other points"),
        ("1e308,0,0\n-1e308,0,1\n" * 3, "line 1 of points.csv lies so far out"),
    ],
)
def test_a_bad_file_gets_a_sentence_with_its_line(tmp_path: Path, content: str | bytes, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_csv(write(tmp_path, content))


def test_words_are_no_values_in_regression(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="line 2 of points.csv has the label 'hot'; regression learns numbers"):
        read_csv(write(tmp_path, "1,1,0.5\n1,2,hot\n2,1,3\n2,2,4\n"), "regression")


def test_what_is_no_file_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"there is no file none.csv in .*; check its name"):
        read_csv(tmp_path / "none.csv")
    with pytest.raises(ValueError, match="there is no file"):
        read_csv(tmp_path)
    with pytest.raises(ValueError, match="the path is a list; pass the name of a file"):
        read_csv([[1, 2, 0]])


@hypothesis.given(st.binary(max_size=60) | st.text(alphabet='0123.,;\t\n\r"- ae', max_size=60).map(str.encode))
@hypothesis.settings(
    deadline=None, suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture], max_examples=200
)
def test_any_file_is_read_or_gets_a_sentence(tmp_path: Path, content: bytes) -> None:
    try:
        rows = csv_rows.rows_of(write(tmp_path, content))
    except ValueError as error:
        assert "points.csv" in str(error)
    else:
        assert all(np.isfinite([row.x1, row.x2]).all() and row.label != "" for row in rows)


@pytest.mark.parametrize(
    ("X", "Y", "message"),
    [
        (np.zeros((4, 2)), np.zeros((1, 4)), "X has shape .*: pass X.T"),
        (np.zeros((2, 4)), np.zeros(4), r"labels go in one row, shape \(1, 4\): pass Y.reshape"),
        ([[0.0]], np.zeros((1, 4)), "X is a list; pass an array"),
        (np.full((2, 4), np.nan), np.zeros((1, 4)), "X holds 8 nan or inf"),
        (np.zeros((2, 4)), np.array([[0, 1, 2, 0]]), "column 2 of X has a third label, 2"),
        (np.zeros((2, 3)), np.array([[0, 1, 0]]), "3 points given"),
    ],
)
def test_arrays_that_do_not_fit_get_a_sentence(X: np.ndarray, Y: np.ndarray, message: str) -> None:
    with pytest.raises((ValueError, TypeError), match=message):
        from_arrays(X, Y)


@pytest.mark.parametrize(
    ("own", "task", "message"),
    [
        (OWN[:3], "classification", "3 points given; there may be 4 to 600"),
        ("1,2,0", "classification", r"own is a str; pass a list of \[x1, x2, y\]"),
        ([*OWN, [1, 2]], "classification", r"own\[4\] is \[1, 2\]; each point is three numbers"),
        ([*OWN, [1, 2, "a"]], "regression", r"own\[4\] is \[1, 2, 'a'\]; each point is three numbers"),
        ([*OWN, 5], "classification", r"own\[4\] is 5"),
        ([*OWN, [1, 2, float("nan")]], "regression", r"own\[4\] is \[1, 2, nan\]"),
        ([*OWN, [7, 2, 0]], "regression", r"own\[4\] lies at \(7, 2\); coordinates go from -6 to 6: own_points.from_"),
        ([*OWN, [1, 2, 2]], "classification", r"own\[4\] has the label 2; classes are 0 and 1"),
        ([*OWN, [1, 2, -11]], "regression", r"own\[4\] has the value -11; values go from -10 to 10"),
        ([[1, 2, 1]] * 4, "classification", "all points are of class 1; add points of class 0"),
    ],
)
def test_a_list_that_does_not_fit_gets_a_sentence(own: object, task: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        check_own(own, task)


def test_a_list_that_fits_becomes_columns() -> None:
    np.testing.assert_array_equal(check_own(OWN), np.array(OWN).T)
    np.testing.assert_array_equal(check_own([(*x[:2], 0.5) for x in OWN], "regression")[2], 0.5)
    assert own_points.FARTHEST == 6
