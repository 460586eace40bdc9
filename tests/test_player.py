"""A live panel without a page: its pulse, its buttons, its timeline; nothing starts alone, nothing is left running."""

import asyncio
import signal
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from helpers.explorers.live_network import LiveNetwork
from helpers.widgets import pulse
from helpers.widgets.controls import slider
from helpers.widgets.hands import Touch
from helpers.widgets.panel import Frame
from helpers.widgets.player import PARTS, TIMELINE, Player
from helpers.widgets.pulse import Pulse, interrupts


class Counting:
    """Counts its steps; breaks where it is told to."""

    def __init__(self, end: int = 10**9) -> None:
        self.steps, self.end, self.at, self.level, self.touched = [0], end, 0, 5, list[Touch]()

    @property
    def moments(self) -> int:
        return len(self.steps)

    def take(self, settings: Any) -> None:
        self.level = settings["level"]

    def touch(self, touch: Touch) -> None:
        self.touched.append(touch)

    def advance(self, count: int) -> bool:
        if self.level == 9:
            raise ArithmeticError("it broke")
        del self.steps[self.at + 1 :]
        self.steps.append(self.steps[-1] + count)
        self.at = len(self.steps) - 1
        return self.steps[-1] < self.end

    def go_to(self, number: int) -> None:
        self.at = number

    def reset(self) -> None:
        self.steps, self.at = [0], 0

    def place(self) -> str:
        return f"step {self.steps[self.at]}"

    def show(self, narrow: bool) -> Frame:
        return Frame(np.zeros((4, 4, 4), np.uint8), "black", f"step {self.steps[self.at]}")

    def finished(self) -> Frame:
        return Frame(np.zeros((4, 4, 4), np.uint8), "finished", "done")


class Page:
    """What panel.js does, as far as Python notices: it asks, and it paints."""

    def __init__(self, player: Player, paints: bool = True) -> None:
        self.player, self.asked, self.frames = player, 0, 0
        self.paints = paints
        player.observe(self.paint, "shown")

    def paint(self, change: Any) -> None:
        number = change["new"]["frame"]
        self.frames += number > 0
        if self.paints and number:
            self.player._receive(self.player, {"painted": number}, [])

    def ask(self, touches: Any = (), **positions: int) -> None:
        self.asked += 1
        standing = self.player.shown["positions"] | positions
        question = {"asked": self.asked, "positions": standing, "touches": list(touches)}
        self.player._receive(self.player, question, [])

    def press(self, *names: str) -> None:
        for name in names:
            self.ask(**{name: self.player.shown["positions"][name] + 1})


def in_a_kernel(session: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    """Run it on a loop of its own thread: a browser test may keep one on the main thread."""
    with ThreadPoolExecutor(1, "kernel") as kernel:
        return kernel.submit(asyncio.run, session()).result(60)


def player(playable: Any = None) -> Player:
    return Player("Counting", [slider("level", "level", range(10), 5)], playable or Counting())


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.002)


async def settled(page: Page) -> None:
    await until(lambda: page.player.shown["answered"] == page.asked)


def tasks() -> int:
    return len(asyncio.all_tasks()) - 1


def test_play_goes_on_until_pause_and_leaves_no_task() -> None:
    async def session() -> None:
        counting = Counting()
        panel = player(counting)
        page = Page(panel)
        await asyncio.sleep(0.1)
        assert tasks() == 0 and counting.steps == [0]  # nothing starts alone
        page.press("play")
        await until(lambda: page.frames > 5)
        assert panel.shown["live"] and panel.shown["texts"]["play"] == "Pause"
        page.press("play")
        await settled(page)
        await until(lambda: tasks() == 0)
        assert not panel.shown["live"] and panel.shown["texts"]["play"] == "Play"
        assert panel.shown["status"] == f"step {counting.steps[-1]}"
        panel.close()

    in_a_kernel(session)


def test_a_change_takes_effect_while_it_plays() -> None:
    async def session() -> None:
        counting = Counting()
        panel = player(counting)
        page = Page(panel)
        page.press("play")
        await until(lambda: page.frames > 1)
        page.ask(level=7)
        await settled(page)
        assert counting.level == 7 and panel.playing
        panel.close()
        await until(lambda: tasks() == 0)

    in_a_kernel(session)


def test_play_twice_is_one_loop_and_closing_ends_it() -> None:
    async def session() -> None:
        panel = player()
        page = Page(panel)
        for _ in range(3):
            page.press("play")
            await asyncio.sleep(0)
        await until(lambda: page.frames > 2)
        assert tasks() == 1
        again = player()  # the cell is run again
        await until(lambda: tasks() == 0)
        assert panel.comm is None and not panel.playing
        again.close()

    in_a_kernel(session)


def test_step_back_reset_and_the_timeline() -> None:
    async def session() -> None:
        counting = Counting()
        panel = player(counting)
        page = Page(panel)
        for _ in range(4):
            page.press("step")
            await settled(page)
        assert counting.steps == [0, 1, 2, 3, 4] and panel.shown["positions"]["timeline"] == TIMELINE
        page.press("back")
        await settled(page)
        assert counting.at == 3 and panel.shown["positions"]["timeline"] == 75
        assert panel.shown["texts"]["timeline"] == "step 3"
        page.ask(timeline=30)
        await settled(page)
        assert counting.at == 1 and panel.shown["positions"]["timeline"] == 30  # as the hand left it
        page.ask(timeline=100)
        await settled(page)
        assert counting.at == 4
        page.ask(timeline=50)
        await settled(page)
        page.press("step")
        await settled(page)
        assert counting.steps == [0, 1, 2, 3] and panel.shown["positions"]["timeline"] == TIMELINE
        page.press("reset")
        await settled(page)
        assert counting.steps == [0] and panel.shown["positions"]["timeline"] == TIMELINE
        panel.close()

    in_a_kernel(session)


def test_dragging_the_timeline_pauses() -> None:
    async def session() -> None:
        panel = player()
        page = Page(panel)
        page.press("play")
        await until(lambda: page.frames > 4)
        page.ask(timeline=0)
        await settled(page)
        await until(lambda: tasks() == 0)
        assert not panel.playing and panel.shown["status"] == "step 0"
        panel.close()

    in_a_kernel(session)


def test_a_page_that_paints_no_more_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulse, "PATIENCE", 0.1)

    async def session() -> None:
        panel = player()
        page = Page(panel, paints=False)
        page.press("play")
        await until(lambda: page.frames > 0)
        await until(lambda: tasks() == 0)
        assert page.frames <= pulse.WINDOW + 1 and not panel.playing and not panel.shown["live"]
        panel.close()

    in_a_kernel(session)


def test_where_it_cannot_go_on_it_pauses() -> None:
    async def session() -> None:
        counting = Counting(end=100)
        panel = player(counting)
        page = Page(panel)
        page.press("play")
        await until(lambda: page.frames > 0)
        await until(lambda: tasks() == 0)
        assert counting.steps[-1] >= 100 and panel.shown["texts"]["play"] == "Play"
        panel.close()

    in_a_kernel(session)


def test_an_exception_is_told_and_the_panel_goes_on() -> None:
    async def session() -> None:
        panel = player()
        page = Page(panel)
        page.ask(level=9)
        await settled(page)
        page.press("play")
        await until(lambda: "it broke" in panel.shown["status"])
        assert panel.shown["status"] == "ArithmeticError: it broke" and panel.shown["stale"] and tasks() == 0
        page.ask(level=5)
        await settled(page)
        assert not panel.shown["stale"]
        panel.close()

    in_a_kernel(session)


def test_ten_seconds_of_dragging_leave_no_backlog() -> None:
    """600 moves, one for each frame of a screen; the page keeps one question under way, Python the newest."""

    async def session() -> None:
        panel = Player("Dragged", [], LiveNetwork())
        page = Page(panel)
        page.press("play")
        await until(lambda: page.frames > 0)
        pulse_of = panel._pulse
        assert pulse_of is not None
        for number in range(600):
            move = {"handle": "plane", "hand": "down" if number == 0 else "move", "x": 0.5, "y": 0.2 + number / 3000}
            page.ask([move])
            assert len(panel._questions) <= 1 and pulse_of.sent - pulse_of.painted <= pulse.WINDOW
            if number % 60 == 0:
                await asyncio.sleep(0.01)
        await settled(page)
        explorer = panel._playable
        assert isinstance(explorer, LiveNetwork)
        assert len(explorer.live.log) < 30 and tasks() == 1 and not panel._questions
        panel.close()
        await until(lambda: tasks() == 0)

    in_a_kernel(session)


def test_touches_reach_what_is_played_and_nothing_else() -> None:
    async def session() -> None:
        panel = Player("Touched", [], LiveNetwork(units=3))
        page = Page(panel)
        page.ask([{"handle": "unit 2", "hand": "press"}, {"handle": "nowhere", "hand": "press"}])
        await settled(page)
        assert panel.frame.handles[2].label == "Enlarge unit 3, which is enlarged"
        page.ask([{"handle": "unit 2", "hand": "shout"}])
        await settled(page)
        assert panel.shown["stale"] and "no touch" in panel.shown["status"]
        page.ask([{"handle": "unit 2", "hand": "press"}] * 65)
        await settled(page)
        assert "a list of 64 touches" in panel.shown["status"]
        panel.close()

    in_a_kernel(session)


def test_without_a_loop_nothing_plays_and_a_file_shows_the_end() -> None:
    panel = player()
    page = Page(panel)
    page.press("play")
    assert not panel.playing and panel.shown["texts"]["play"] == "Play"
    assert panel._repr_mimebundle_()[0]["text/plain"] == "finished"
    panel.close()


@pytest.mark.parametrize("name", PARTS)
def test_each_control_at_its_least_and_its_greatest(name: str) -> None:
    panel = Player("Ends", [], LiveNetwork(units=2), list(PARTS))
    page = Page(panel)
    control = PARTS[name]
    for position in (0, control.start, len(control.values) - 1):
        assert isinstance(position, int)
        page.ask(**{name: position})
        assert not panel.shown["stale"]
    panel.close()


class TestInterrupts:
    def test_an_idle_kernel_which_is_deaf_hears_one(self) -> None:
        if threading.current_thread() is not threading.main_thread():
            pytest.skip("signals belong to the main thread")
        stopped: list[Any] = []

        def stop(*_: Any) -> None:
            stopped.append(True)

        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            with interrupts(stop):
                signal.raise_signal(signal.SIGINT)
            assert stopped and signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        finally:
            signal.signal(signal.SIGINT, before)

    def test_a_cell_that_was_interrupted_stops_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        hooks: dict[str, Any] = {}
        events = SimpleNamespace(register=hooks.__setitem__, unregister=lambda name, hook: hooks.pop(name))
        monkeypatch.setattr(pulse, "ipython", lambda: SimpleNamespace(events=events))
        stopped: list[Any] = []
        with interrupts(lambda *_: stopped.append(True)):
            hooks["post_run_cell"](SimpleNamespace(error_in_exec=None))
            assert not stopped
            hooks["post_run_cell"](SimpleNamespace(error_in_exec=KeyboardInterrupt()))
        assert stopped and not hooks

    def test_stop_may_be_called_before_it_begins(self) -> None:
        beats: list[int] = []
        Pulse(None, lambda: bool(beats.append(1)), lambda error: None).stop()
        assert not beats
