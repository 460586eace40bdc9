"""Touches, planes and ink: what the page sends is read or refused, and turned into data."""

import json
from typing import Any

import numpy as np
import pytest

from helpers.widgets.controls import ROOM, SHEET, ink
from helpers.widgets.drawing import Dots, Drawing, Line, Map, Words, frame
from helpers.widgets.hands import Handle, Plane, Touch
from helpers.widgets.panel import Frame, Panel

PLANE = Plane((100, 50, 200, 100), (-2.0, 2.0, -1.0, 1.0))


@pytest.mark.parametrize(
    "sent",
    [
        None,
        {"handle": "a"},
        {"handle": 1, "hand": "press"},
        {"handle": "a", "hand": "key", "key": "q"},
        {"handle": "a", "hand": "down", "x": "0", "y": 0},
        {"handle": "a", "hand": "move"},
        {"handle": "a", "hand": "grab", "x": 0, "y": 0},
    ],
)
def test_what_is_no_touch_is_refused(sent: Any) -> None:
    with pytest.raises(ValueError, match="which is no touch"):
        Touch.read(sent)


def test_a_touch_beside_the_picture_is_at_its_rim() -> None:
    assert Touch.read({"handle": "a", "hand": "move", "x": 7, "y": -1}) == Touch("a", "move", 1.0, 0.0)


@pytest.mark.parametrize(
    ("key", "way"), [("ArrowLeft", (-1, 0)), ("ArrowRight", (1, 0)), ("ArrowUp", (0, 1)), ("Delete", None)]
)
def test_arrows_point(key: str, way: Any) -> None:
    assert Touch.read({"handle": "a", "hand": "key", "key": key}).arrow == way


def test_a_plane_goes_there_and_back() -> None:
    points = np.array([[-2, 0, 1.5], [-1, 0, 0.25]])
    there = PLANE.to_picture(points)
    assert there[0].tolist() == [100, 150] and there[1].tolist() == [200, 100]
    np.testing.assert_allclose([PLANE.to_data(x, y) for x, y in there], points.T)
    assert PLANE.to_data(0, 1000) == (-2.0, -1.0)


def test_the_nearest_is_grabbed_if_it_is_near() -> None:
    points = np.array([[0, 0.1], [0, 0]])
    assert PLANE.grabbed(points, 204, 100) == 1
    assert PLANE.grabbed(points, 200, 120) is None


def test_a_handle_tells_the_page_its_box_in_fractions() -> None:
    assert Handle("a", "A", (10, 20, 30, 40)).declared(100, 200)["box"] == [0.1, 0.1, 0.3, 0.2]


class TestInk:
    def test_its_value_is_its_strokes_from_0_to_1(self) -> None:
        [stroke] = ink("digit", "digit").value([[0, 0, SHEET, SHEET // 2]])
        assert stroke.tolist() == [[0, 0], [1, 0.5]]
        assert ink("digit", "digit").value([]) == []

    @pytest.mark.parametrize("sent", [None, [[]], [[1]], [[0, SHEET + 1]], [[0.5, 1]], ["ab"], [[0, 0] * ROOM]])
    def test_the_page_is_not_trusted(self, sent: Any) -> None:
        with pytest.raises(ValueError, match="strokes are lists of whole numbers"):
            ink("digit", "digit").checked(sent)

    def test_a_panel_is_told_what_was_drawn(self) -> None:
        def draw(settings: Any) -> Frame:
            return Frame(np.zeros((2, 2, 4), np.uint8), "black", f"{len(settings['digit'])} strokes")

        panel = Panel("Inked", [ink("digit", "digit")], draw)
        panel._receive(panel, {"asked": 1, "positions": {"digit": [[1, 2, 3, 4]]}}, [])
        assert panel.shown["status"] == "1 strokes"
        panel.close()


class TestDrawing:
    MARKS = (
        Map((10, 10, 40, 20), np.array([[-1.0, 1.0], [np.nan, 0.0]])),
        Line([(0, 0), (60, 40)], "plus", 2, (3, 4)),
        frame((10, 10, 40, 20)),
        Dots(np.array([[30.04, 20]]), "triangle", "class1"),
        Dots(np.zeros((0, 2)), "plus"),
        Words(30, 20, "here", align="center", bold=True),
    )

    def test_a_map_is_bytes_with_the_middle_at_127(self) -> None:
        declared = self.MARKS[0].declared()
        assert list(declared["levels"]) == [0, 254, 127, 127] and declared["shape"] == (2, 2)

    def test_points_are_numbers_in_a_row(self) -> None:
        assert (
            self.MARKS[3].declared()["points"].tolist() == [30.04, 20.0]
            and self.MARKS[4].declared()["points"].size == 0
        )

    def test_packed_the_points_of_all_marks_are_one_row_and_so_are_the_levels(self) -> None:
        packed = Drawing(60, 40, self.MARKS).packed()
        points, levels = np.frombuffer(packed["points"], "<f4"), list(packed["levels"])
        marks = json.loads(packed["marks"])
        assert [mark.get("points", mark.get("levels")) for mark in marks] == [4, 4, 10, 2, 0, None]
        assert points.tolist() == pytest.approx([0, 0, 60, 40, *np.ravel(self.MARKS[2].points), 30, 20])
        assert levels == [0, 254, 127, 127]

    def test_for_a_file_it_is_drawn_in_the_same_places(self) -> None:
        picture = Frame(Drawing(60, 40, self.MARKS[:1]), "a map").pixels()
        assert picture.shape == (80, 120, 4)
        left, right = picture[55, 30, :3].astype(int), picture[55, 90, :3].astype(int)
        assert left[2] > left[0] + 40 and right[0] > right[2] + 40  # below: blue on the left, warm on the right
        assert (picture[5, 5, :3] == 255).all()

    def test_every_mark_can_be_drawn_for_a_file(self) -> None:
        assert Frame(Drawing(60, 40, self.MARKS), "all of them").pixels().std() > 5

    def test_a_panel_sends_it_in_numbers_with_its_handles(self) -> None:
        touched: list[Touch] = []
        shown = Frame(Drawing(60, 40, self.MARKS), "all", "fine", [Handle("a", "A", (0, 0, 6, 4))], {"x": "y"})
        panel = Panel("Drawn", [], lambda _: shown, touched.append)
        assert [mark["kind"] for mark in json.loads(panel.shown["picture"]["marks"])][:2] == ["map", "line"]
        assert (panel.shown["width"], panel.shown["handles"][0]["box"]) == (60, [0, 0, 0.1, 0.1])
        panel._receive(panel, {"asked": 1, "positions": {}, "touches": [{"handle": "a", "hand": "press"}]}, [])
        assert touched == [Touch("a", "press")]
        panel.close()
