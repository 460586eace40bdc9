"""Panels without a page: settings, questions and answers, what is displayed, and what happens if something is wrong."""

import asyncio
import base64
import io
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient
from needs import need
from PIL import Image

from helpers.plots.style import new_figure
from helpers.validation import check_count
from helpers.widgets.blitting import BlitFigure
from helpers.widgets.panel import Frame, Panel, Settings, button, choice, field, slider, toggle
from helpers.widgets.trouble import sentence

WIDGET = "application/vnd.jupyter.widget-view+json"


def draw(settings: Settings) -> Frame:
    """A grey picture, 30 wide and 20 high."""
    if settings["mood"] == "broken":
        raise ArithmeticError("it broke,\nas it was told to")
    picture = np.full((40, 60, 4), settings["level"], dtype=np.uint8)
    return Frame(picture, f"Grey of brightness {settings['level']}", f"now {settings['level']}")


@pytest.fixture
def panel() -> Iterator[Panel]:
    controls = [
        slider("level", "brightness", [0, 50, 200], 50),
        choice("mood", "mood", ["well", "broken"], "well"),
        toggle("bright", "bright"),
        button("again", "Again"),
    ]
    panel = Panel("A test", controls, draw)
    yield panel
    panel.close()


def two_axes() -> tuple[Any, list[Any]]:
    """A figure of two axes, and what moves in it."""
    figure, axes = new_figure(2, width=9, height=3)
    return figure, [ax.plot([0, 1])[0] for ax in axes]


def ask(panel: Panel, asked: int = 1, **positions: Any) -> dict[str, Any]:
    """Ask as the page does; what it is shown then."""
    panel._receive(panel, {"asked": asked, "positions": panel.shown["positions"] | positions}, [])
    return panel.shown


def brightness(encoded: bytes) -> float:
    return float(np.asarray(Image.open(io.BytesIO(encoded)).convert("L")).mean())


class TestField:
    """A line of text, which Python reads."""

    @pytest.fixture
    def typed(self) -> Iterator[Panel]:
        def grey(settings: Settings) -> Frame:
            picture = np.full((40, 60, 4), settings["level"], dtype=np.uint8)
            return Frame(picture, f"Grey of brightness {settings['level']}", f"now {settings['level']}")

        panel = Panel("A field", [field("level", "brightness", "50", read=int)], grey)
        yield panel
        panel.close()

    def test_its_value_is_what_was_read(self, typed: Panel) -> None:
        assert typed.settings == {"level": 50} and typed.shown["positions"] == {"level": "50"}
        shown = ask(typed, level="200")
        assert typed.settings == {"level": 200} and abs(brightness(shown["picture"]) - 200) < 2

    def test_a_text_that_cannot_be_read_is_said_and_stays(self, typed: Panel) -> None:
        shown = ask(typed, level="two")
        assert "invalid literal" in shown["status"] and shown["positions"] == {"level": "two"} and shown["stale"]
        assert abs(brightness(shown["picture"]) - 50) < 2
        shown = ask(typed, 2, level="100")
        assert shown["status"] == "now 100" and not shown["stale"]

    @pytest.mark.parametrize("sent", [7, None, "1" * 201, ["50"]])
    def test_the_page_is_not_trusted(self, typed: Panel, sent: Any) -> None:
        shown = ask(typed, level=sent)
        assert "at most 200 letters" in shown["status"] and shown["positions"] == {"level": "50"}

    def test_a_start_that_cannot_be_read_is_refused_at_once(self) -> None:
        with pytest.raises(ValueError, match="invalid literal"):
            field("level", "brightness", "two", read=int)


class TestControls:
    def test_settings_start_where_they_should(self, panel: Panel) -> None:
        assert panel.settings == {"level": 50, "mood": "well", "bright": False, "again": 0}

    def test_a_position_stands_for_any_value(self) -> None:
        control = slider("g", "activation", [np.tanh, np.exp], np.exp, text=lambda g: g.__name__)
        assert control.values[control.start] is np.exp
        assert control.declared()["texts"] == ["tanh", "exp"]

    def test_numbers_are_shown_short_and_texts_as_they_are(self) -> None:
        assert slider("r", "learning_rate", [0.1 + 0.2, 1, "auto"], 1).texts == ["0.3", "1", "auto"]
        assert slider("r", "learning_rate", [1, 2], 1, text=["one", "two"]).texts == ["one", "two"]

    def test_the_start_may_be_off_by_rounding(self) -> None:
        rates = np.arange(1, 5) * 0.1  # the third is 0.30000000000000004
        assert slider("r", "learning_rate", rates, 0.3).start == 2

    @pytest.mark.parametrize("start", [0.3, "0.1", None])
    def test_a_start_that_is_no_value_is_refused(self, start: Any) -> None:
        with pytest.raises(ValueError, match=r"rate starts at .*; its values are 0.1, 0.2"):
            slider("r", "learning_rate", [0.1, 0.2], start)

    @pytest.mark.parametrize(("values", "text"), [([], str), ([1, 2], ["one"])])
    def test_each_value_needs_a_text(self, values: list[int], text: Any) -> None:
        with pytest.raises(ValueError, match="each value needs one text"):
            slider("r", "learning_rate", values, 1, text=text)

    def test_names_must_differ(self) -> None:
        with pytest.raises(ValueError, match="same name"):
            Panel("Twice", [toggle("a", "one"), toggle("a", "two")], draw)


class TestAnswers:
    def test_a_question_is_answered_with_its_picture(self, panel: Panel) -> None:
        shown = ask(panel, 7, level=2, bright=1, again=3)
        assert panel.settings == {"level": 200, "mood": "well", "bright": True, "again": 3}
        assert (shown["answered"], shown["status"], shown["alt"]) == (7, "now 200", "Grey of brightness 200")
        assert brightness(shown["picture"]) == pytest.approx(200, abs=1)
        assert (shown["width"], shown["height"]) == (30, 20)

    @pytest.mark.parametrize(
        "positions",
        [{"level": 3}, {"level": -1}, {"level": 1.0}, {"level": True}, {"mood": "well"}, {"other": 0}],
    )
    def test_what_the_controls_cannot_be_is_refused(self, panel: Panel, positions: dict[str, Any]) -> None:
        before = dict(panel.settings)
        shown = ask(panel, 8, **positions)
        assert shown["status"].startswith("the page sent") and shown["stale"]
        assert panel.settings == before and shown["answered"] == 8
        assert ask(panel, 9, level=0)["status"] == "now 0"

    @pytest.mark.parametrize("question", [None, [], "level", {"asked": 1}, {"asked": "1", "positions": {}}])
    def test_what_is_no_question_is_left_alone(self, panel: Panel, question: Any) -> None:
        before = dict(panel.shown)
        panel._receive(panel, question, [])
        assert panel.shown == before

    def test_an_exception_becomes_the_status_and_the_picture_stays(self, panel: Panel) -> None:
        before = panel.shown
        shown = ask(panel, 2, mood=1)
        assert shown["status"] == "ArithmeticError: it broke," and shown["stale"] and not before["stale"]
        assert (shown["picture"], shown["alt"]) == (before["picture"], f"Of other settings: {before['alt']}")
        again = ask(panel, 3, mood=0)
        assert (again["status"], again["alt"], again["stale"]) == ("now 50", before["alt"], False)

    def test_the_picture_kept_for_files_is_not_called_old(self, panel: Panel) -> None:
        ask(panel, 2, mood=1)
        data, _ = panel._repr_mimebundle_()
        assert data["text/plain"] == "Grey of brightness 50" and 'alt="Grey of brightness 50"' in data["text/html"]

    def test_our_own_sentences_come_without_the_name_of_the_exception(self) -> None:
        def refuse(settings: Settings) -> Frame:
            if settings["on"]:
                check_count(0, "steps")
            return Frame(np.zeros((2, 2, 4), np.uint8), "black")

        panel = Panel("Refuses", [toggle("on", "on")], refuse)
        assert ask(panel, on=1)["status"].startswith("steps is 0;")
        panel.close()

    @pytest.mark.parametrize(
        ("trouble", "words"),
        [
            (lambda: {}["x"], "KeyError: 'x'"),
            (lambda: Frame(np.zeros((2, 2, 4)), ""), "alt is empty"),  # type: ignore[arg-type]
            (lambda: np.ones(2) + np.ones(3), "ValueError: operands could not be broadcast"),
            (
                lambda: toggle("on", "on").value("x"),
                "ValueError: invalid literal",
            ),  # in helpers, yet no `raise` of ours
            (lambda: next(iter([])), "StopIteration"),
        ],
    )
    def test_whose_sentence_it_is(self, trouble: Any, words: str) -> None:
        try:
            trouble()
        except Exception as error:
            assert sentence(error).startswith(words)
        else:
            pytest.fail("nothing was raised")

    def test_a_page_that_waits_is_told_whether_a_cell_is_why(self, panel: Panel, monkeypatch: Any) -> None:
        sent: list[Any] = []
        monkeypatch.setattr(panel, "send", sent.append)
        panel._receive(panel, {"waiting": True}, [])
        panel._loop = SimpleNamespace(call_soon_threadsafe=lambda answer: None)  # type: ignore[assignment]
        panel._receive(panel, {"asked": 1, "positions": panel.shown["positions"]}, [])
        panel._receive(panel, {"waiting": True}, [])
        assert sent == [{"busy": False}, {"busy": True}]

    def test_a_narrow_page_gets_its_axes_one_below_the_other(self) -> None:
        stage = BlitFigure(*two_axes())
        panel = Panel("Axes", [toggle("on", "on")], lambda settings: Frame(stage.render(), "two axes"))
        wide = {key: panel.shown[key] for key in ("width", "height", "narrow")}
        panel._receive(panel, {"asked": 1, "positions": {"on": 0}, "narrow": True}, [])
        assert wide == {"width": 900, "height": 300, "narrow": False}
        assert (panel.shown["width"], panel.shown["height"], panel.shown["narrow"]) == (380, 540, True)
        panel._receive(panel, {"asked": 2, "positions": {"on": 0}, "narrow": False}, [])
        assert {key: panel.shown[key] for key in wide} == wide
        panel.close()

    def test_an_exception_at_the_start_is_the_authors_and_raised(self) -> None:
        with pytest.raises(ArithmeticError):
            Panel("Broken", [choice("mood", "mood", ["broken"], "broken")], draw)

    def test_draw_must_return_a_frame(self) -> None:
        with pytest.raises(TypeError, match="draw returned None; it must return a Frame"):
            Panel("Nothing", [], lambda settings: None)  # type: ignore[arg-type, return-value]

    def test_a_frame_needs_words(self) -> None:
        with pytest.raises(ValueError, match="what is to be seen"):
            Frame(np.zeros((2, 2, 4), np.uint8), "")


class TestThreads:
    def test_only_the_newest_question_is_answered_on_the_loop_that_made_the_panel(self) -> None:
        drawn: list[tuple[int, threading.Thread]] = []

        def slow(settings: Settings) -> Frame:
            drawn.append((settings["n"], threading.current_thread()))
            return Frame(np.zeros((2, 2, 4), np.uint8), "black")

        async def session() -> Panel:
            panel = Panel("Threads", [slider("n", "n", range(100), 0)], slow)

            def drag() -> None:
                for n in range(1, 100):
                    panel._receive(panel, {"asked": n, "positions": {"n": n}}, [])

            dragging = threading.Thread(target=drag)
            dragging.start()
            dragging.join()  # the loop is busy meanwhile, as with a cell that runs
            await asyncio.sleep(0.05)
            return panel

        with ThreadPoolExecutor(1, "kernel") as kernel:  # not the main thread: a browser test may keep a loop there
            panel = kernel.submit(asyncio.run, session()).result()
        assert [n for n, _ in drawn] == [0, 99]
        assert len({thread for _, thread in drawn}) == 1 and drawn[0][1].name.startswith("kernel")
        assert (panel.settings["n"], panel.shown["answered"]) == (99, 99)
        panel.close()


class TestDisplay:
    def test_the_bundle_holds_widget_picture_and_words(self, panel: Panel) -> None:
        data, _ = panel._repr_mimebundle_()
        assert data[WIDGET]["model_id"] == panel.model_id
        assert data["text/plain"] == "Grey of brightness 50"
        pattern = r'<img alt="(.*?)" src="data:image/png;base64,(.*?)" width="(.*?)"'
        [(alt, png, width)] = re.findall(pattern, data["text/html"])
        assert (alt, width) == ("Grey of brightness 50", "30")
        still = base64.b64decode(png)
        assert still.startswith(b"\x89PNG") and brightness(still) == 50

    def test_the_page_gets_everything_it_needs_at_once(self, panel: Panel) -> None:
        state = panel.get_state()
        assert [control["kind"] for control in state["controls"]] == ["slider", "choice", "toggle", "button"]
        assert brightness(state["shown"]["picture"]) == pytest.approx(50, abs=1)
        assert "export default" in state["_esm"] and ".hand-panel" in state["_css"]

    def test_a_panel_closes_the_one_of_its_title_before(self, panel: Panel) -> None:
        other, again = (Panel(title, [], lambda _: panel.frame) for title in ("Another", "A test"))
        assert panel.comm is None
        assert other.comm is not None and again.comm is not None
        other.close()
        again.close()

    def test_a_notebook_keeps_picture_and_words(self) -> None:
        source = (
            "import numpy as np\nfrom helpers.widgets.panel import *\n"
            "Panel('P', [toggle('a', 'A')], lambda s: Frame(np.zeros((8, 6, 4), np.uint8), 'Black'))"
        )
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
        NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
        [output] = notebook.cells[0].outputs
        assert output.data.keys() == {WIDGET, "text/html", "text/plain"}
        assert output.data["text/plain"] == "Black"
        assert 'alt="Black"' in output.data["text/html"]


class TestPageSide:
    """panel.js without a browser: Node, the system's or Playwright's own, reads it."""

    @pytest.fixture
    def node(self) -> str:
        bundled = Path(need("playwright").__file__).parent / "driver" / "node"
        found = shutil.which("node") or (str(bundled) if bundled.exists() else None)
        return found or pytest.skip("no Node: the syntax of panel.js is not checked here")

    @pytest.mark.parametrize(("flaw", "sound"), [("", True), ("\nconst = 1;", False), ("\nfunction open() {", False)])
    def test_its_syntax(self, node: str, tmp_path: Path, flaw: str, sound: bool) -> None:
        page = tmp_path / "panel.mjs"
        page.write_text(Panel._esm + flaw, encoding="utf-8")
        checked = subprocess.run([node, "--check", page], capture_output=True, text=True, timeout=30)
        assert (checked.returncode == 0) is sound, checked.stderr
