"""Progress is shown for long work only, leaves nothing behind, and never goes to stderr."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from display_kit import Screen
from needs import need

from helpers import progress
from helpers.progress import Progress, Terminal, duration


def test_short_work_shows_nothing(screen: Screen) -> None:
    shown = Progress("training", 100, clock=iter([0.0, 1.0, 1.9]).__next__)
    shown.look(50, "half")
    shown.look(100, "all")
    shown.close()
    assert screen.shown == [] and not screen.cleared


def test_long_work_shows_its_words_and_the_time_left(screen: Screen) -> None:
    shown = Progress("training", 4000, clock=iter([10.0, 13.0]).__next__)
    shown.look(1000, "1,000 of 4,000 iterations, cost 0.25")
    shown.close()
    assert screen.shown == [(0.25, "1,000 of 4,000 iterations, cost 0.25, 9 s left", "")] and screen.cleared


def test_it_is_written_ten_times_a_second_at_most(screen: Screen) -> None:
    shown = Progress("training", 400, clock=iter([0.0, 2.0, 2.05, 2.11]).__next__)
    for done in (1, 2, 3):
        shown.look(done, "words")
    assert [share * 400 for share, *_ in screen.shown] == [1, 3]


def test_a_look_at_the_clock_is_due_ten_times_a_second(screen: Screen) -> None:
    shown = Progress("training", 10**6, clock=iter([0.0, 0.001, 10.0, 1000.0]).__next__)
    paces = []
    for done in (1, 10_000, 10_001):
        shown.look(done, "words")
        paces.append(shown.pace)
    assert paces == [100, 100, 1]


def test_what_was_done_before_took_no_time(screen: Screen) -> None:
    Progress("download", 400, done=300, clock=iter([0.0, 4.0]).__next__).look(320, "320 of 400")
    assert screen.shown == [(0.8, "320 of 400, 16 s left", "")]


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.2, "0 s"), (119, "119 s"), (150, "2 min"), (7200, "2 h"), (86400 * 3, "3 days")]
)
def test_time_left_in_the_unit_that_fits(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_the_terminal_line_is_wiped_out(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal("training", sys.stdout)
    terminal.show(0.5, "a long line")
    terminal.show(0.75, "a line")
    terminal.clear()
    lines = capsys.readouterr().out.split("\r")
    assert lines[1] == "training: 50%, a long line" and lines[2].rstrip() == "training: 75%, a line"
    assert len(lines[2]) == len(lines[1]) and lines[3].strip() == "" and len(lines[3]) >= len("training: 75%, a line")
    assert lines[4] == ""


def test_no_display_under_test_on_other_threads_or_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Tty())
    monkeypatch.setenv("COURSE_TEST", "1")
    assert progress.display_here("") is None
    monkeypatch.setenv("COURSE_TEST", "0")
    assert isinstance(progress.display_here(""), Terminal)
    found: list[Any] = [1]
    thread = threading.Thread(target=lambda: found.append(progress.display_here("")))
    thread.start()
    thread.join()
    assert found == [1, None]
    monkeypatch.setattr(sys, "stdout", Tty(False))
    assert progress.display_here("") is None


class Tty:
    """A standard output that is a terminal, or not."""

    def __init__(self, is_terminal: bool = True) -> None:
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal


LONG = """
from dataclasses import replace
from itertools import count
from helpers import networks, datasets, logistic
from helpers import progress
from helpers.training import fit
progress.PATIENCE = 0.0
data = datasets.load("blobs", m=4)
print("before")
result = fit(networks.logistic_regression(), logistic.initialize(2), data.X, data.Y, learning_rate=0.1, iterations=500)
print("after")
"""


@pytest.mark.parametrize("under_test", ["0", "1"])
def test_in_a_terminal(under_test: str) -> None:
    ours, theirs = pytest.importorskip("pty").openpty()
    environment = {**os.environ, "COURSE_TEST": under_test}
    with os.fdopen(ours, "rb") as reader:
        process = subprocess.Popen([sys.executable, "-c", LONG], env=environment, stdout=theirs, stderr=subprocess.PIPE)
        os.close(theirs)
        said = b"".join(_read(reader)).decode()
        _, complaints = process.communicate()
    assert process.returncode == 0 and complaints == b""
    shown = re.findall(r"\rtraining: \d+%, [\d,]+ of 500 iterations, cost 0\.\d+, \d+ s left", said)
    assert bool(shown) is (under_test == "0")
    assert [_last(line) for line in said.replace("\r\n", "\n").split("\n")] == ["before", "after", ""]


def _last(line: str) -> str:
    """What a terminal shows of a line after carriage returns."""
    shown = ""
    for piece in line.split("\r"):
        shown = piece + shown[len(piece) :]
    return shown.strip()


def _read(reader: Any) -> Iterator[bytes]:
    try:
        while piece := reader.read1(4096):
            yield piece
    except OSError:  # what a closed terminal says
        return


@pytest.mark.parametrize("end", ["", "forward"])
def test_in_a_notebook_nothing_is_left(end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_TEST", "0")
    nbformat, nbclient = need("nbformat"), need("nbclient")
    code = LONG
    if end:  # an interrupt on the way
        code = LONG.replace(
            "fit(networks.logistic_regression()", "fit(networks.logistic_regression(forward=forward)"
        ).replace("\ndata", "\ncalls = count()\n" + INTERRUPTED + "data")
    shown: list[Any] = []
    cell = nbformat.v4.new_code_cell(code.strip())
    client = nbclient.NotebookClient(nbformat.v4.new_notebook(cells=[cell]), timeout=60, kernel_name="python3")
    process = client.process_message
    monkeypatch.setattr(
        client, "process_message", lambda message, *more: (shown.append(message), process(message, *more))[1]
    )
    client.execute()
    updates = [m["content"]["data"] for m in shown if m["msg_type"] == "update_display_data"]
    assert any("<progress" in data.get("text/html", "") for data in updates) and updates[-1] == {}
    assert [output.output_type for output in cell.outputs] == ["stream", "display_data", "stream"]
    assert cell.outputs[1].data == {}
    assert all(output.get("name", "stdout") == "stdout" for output in cell.outputs)
    assert cell.outputs[2].text.startswith("Stopped after 100 of 500" if end else "after\n")


INTERRUPTED = """
def forward(params, X):
    if next(calls) == 100:
        raise KeyboardInterrupt
    return logistic.forward(params, X)
"""
