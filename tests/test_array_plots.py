"""Arrays drawn: the numbers in the pictures are those of NumPy."""

import numpy as np
import pytest

from helpers import plots


def texts(ax: object) -> list[str]:
    return [text.get_text() for text in ax.texts if text.get_text()]  # type: ignore[attr-defined]


def test_images_stand_as_columns_in_reading_order() -> None:
    images = np.arange(24.0).reshape(2, 3, 4)
    picture = plots.images_to_columns(images, ["a", "b"])
    first, second, columns = picture.figure.axes
    np.testing.assert_array_equal(np.asarray(columns.images[0].get_array())[:, 1], images[1].ravel())
    assert {"a", "b", "Y"} <= set(texts(columns)) and columns.get_title(loc="left") == "X: (12, 2)"
    assert "An image of 3 x 4 pixels becomes one column of 12 numbers" in picture.alt


@pytest.mark.parametrize("shape", [(2, 3), (4, 2)])
def test_sums_are_those_of_numpy(shape: tuple[int, int]) -> None:
    a = np.arange(shape[0] * shape[1]).reshape(shape)
    picture = plots.sums_along_axes(a)
    plain, down, across = (sorted(map(float, texts(ax))) for ax in picture.figure.axes)
    assert plain == sorted(a.ravel())
    assert down == sorted([*a.ravel(), *a.sum(axis=0)]) and across == sorted([*a.ravel(), *a.sum(axis=1)])
    assert f"each column gives one number, {shape[1]} numbers in all" in picture.alt


def test_a_block_loses_the_axis_that_is_named() -> None:
    picture = plots.sums_of_a_block((4, 3, 2))
    cells = [len(ax.patches) for ax in picture.figure.axes]
    assert cells == [24, 6, 8, 12]
    titles = [ax.get_title(loc="left") for ax in picture.figure.axes]
    assert titles == ["a (4, 3, 2)", "axis=0: (3, 2)", "axis=1: (4, 2)", "axis=2: (4, 3)"]


def test_the_journey_has_a_picture_for_each_notebook() -> None:
    picture = plots.course_overview()
    assert [ax.get_title(loc="left") for ax in picture.figure.axes] == [f"{k:02}" for k in range(1, 9)]
    assert picture.alt.endswith("08 the playground.")


def test_a_product_shows_the_row_the_column_and_the_sum_of_their_products() -> None:
    A, B = np.array([[1, 2, 0], [0, 1, 3]]), np.array([[3, 1], [1, 0], [1, 2]])
    picture = plots.matrix_product(A, B, row=1, column=0)
    [ax] = picture.figure.axes
    bold = [text.get_text() for text in ax.texts if text.get_weight() == "bold"]
    assert bold == ["0", "1", "3", "3", "1", "1", "4", "A", "B", "A B"]
    assert [text.get_text() for text in ax.texts if text.get_text().isdigit()][-4:] == ["5", "1", "4", "6"]
    assert picture.alt.endswith("where they cross stands 0 · 3 + 1 · 1 + 3 · 1 = 4.")


def test_the_tangents_of_a_parabola_have_slope_2x() -> None:
    picture = plots.parabola_and_tangents((-1.0, 2.0))
    assert picture.alt.endswith("Their slopes are −2 at x = −1, 4 at x = 2.")
    tangents = [line.get_xydata() for line in picture.figure.axes[0].lines if len(line.get_xdata()) == 2]
    assert [float(np.diff(ends[:, 1])[0] / np.diff(ends[:, 0])[0]) for ends in tangents] == pytest.approx([-2, 4])
