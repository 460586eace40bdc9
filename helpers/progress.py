"""How far a training or a download is, shown once it takes more than two seconds; then nothing of it stays on the page.

Nothing is written to stderr, which notebooks paint like an error.  A notebook gets a progress bar that is taken back at
the end, a terminal one line that is wiped out; anything else, such as a file, gets nothing.
"""

import os
import sys
import threading
import time
from collections.abc import Callable
from typing import Any, TextIO

from helpers.shell import ipython

PATIENCE = 2.0  # seconds before anything is shown
BEAT = 0.1  # seconds between two looks at the clock


class Progress:
    """Looks at the clock now and then, and shows how far the work is, in its own words, and the time left."""

    def __init__(self, work: str, total: int, done: int = 0, clock: Callable[[], float] = time.monotonic) -> None:
        """work: its name, such as "training".  total: its size in steps or bytes, of which `done` were done before."""
        self.work, self.total, self.before, self.clock = work, total, done, clock
        self.began = clock()
        self.due = PATIENCE  # seconds after the beginning when something is to be shown
        self.pace = 1  # steps until the next look
        self.display: Notebook | Terminal | None = None

    def look(self, done: int, words: str) -> None:
        """Called after every block of steps, with what to say; `pace` says how long the next one may be."""
        elapsed, since = max(self.clock() - self.began, 1e-6), max(done - self.before, 1)
        self.pace = max(1, int(BEAT * since / elapsed))
        if elapsed >= self.due:
            self.due = elapsed + BEAT
            self.show(done, f"{words}, {duration(elapsed * (self.total - done) / since)} left")

    def show(self, done: int, words: str) -> None:
        """A bar with words."""
        self.display = self.display or display_here(self.work)
        if self.display:
            self.display.show(done / self.total, words)

    def close(self) -> None:
        """Take it back."""
        if self.display:
            self.display.clear()


def duration(seconds: float) -> str:
    """About how long, in the largest unit that fits: 8 s, 3 min, 5 h, 12 days."""
    for size, unit in ((86400, "days"), (3600, "h"), (60, "min")):
        if seconds >= 2 * size:
            return f"{seconds / size:,.0f} {unit}"
    return f"{seconds:.0f} s"


class Notebook:
    """A progress bar in the cell's output."""

    def __init__(self, work: str) -> None:
        from IPython.display import display

        show: Any = display  # IPython types it no further
        self.work = work
        self.handle = show({}, raw=True, display_id=True)

    def show(self, share: float, text: str, more: str = "") -> None:
        """The bar itself; more: HTML below it."""
        bar = f'<progress value="{share:.4f}" aria-label="{self.work}"></progress>'
        self.handle.update({"text/html": f"<div>{bar} {text}</div>{more}", "text/plain": text}, raw=True)

    def clear(self) -> None:
        """Leave nothing behind."""
        self.handle.update({}, raw=True)


class Terminal:
    """One line, written over again and again."""

    def __init__(self, work: str, stream: TextIO) -> None:
        self.work, self.stream, self.width = work, stream, 0

    def show(self, share: float, text: str, more: str = "") -> None:
        """The line itself; a terminal shows no HTML."""
        line = f"{self.work}: {share:.0%}, {text}"
        self.stream.write("\r" + line.ljust(self.width))
        self.stream.flush()
        self.width = len(line)

    def clear(self) -> None:
        """Leave nothing behind."""
        self.stream.write("\r" + " " * self.width + "\r")
        self.stream.flush()


def display_here(work: str) -> Notebook | Terminal | None:
    """Where progress can be shown; nowhere while notebooks are built or tested, and not behind a panel's back."""
    if os.environ.get("COURSE_TEST") == "1" or threading.current_thread() is not threading.main_thread():
        return None
    if getattr(ipython(), "kernel", None) is not None:
        return Notebook(work)
    return Terminal(work, sys.stdout) if sys.stdout is not None and sys.stdout.isatty() else None
