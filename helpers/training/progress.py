"""How far a training is, shown once it takes more than two seconds; when it ends, nothing of it stays on the page.

Nothing is written to stderr, which notebooks paint like an error.  A notebook gets a progress bar that is taken back at
the end, a terminal one line that is wiped out; anything else, such as a file, gets nothing.
"""

import os
import sys
import threading
import time
from collections.abc import Callable
from typing import Any, TextIO

from helpers.training.interrupts import ipython

PATIENCE = 2.0  # seconds before anything is shown
BEAT = 0.1  # seconds between two looks at the clock


class Progress:
    """Looks at the clock now and then, and shows iteration, cost and time left."""

    def __init__(self, iterations: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.iterations, self.clock = iterations, clock
        self.began = clock()
        self.due = PATIENCE  # seconds after the beginning when something is to be shown
        self.pace = 1  # iterations until the next look
        self.display: Notebook | Terminal | None = None

    def look(self, done: int, cost: float) -> None:
        """Called after every block of iterations; `pace` says how long the next one may be."""
        elapsed = max(self.clock() - self.began, 1e-6)
        self.pace = max(1, int(BEAT * done / elapsed))
        if elapsed >= self.due:
            self.due = elapsed + BEAT
            self.show(done, cost, elapsed * (self.iterations - done) / done)

    def show(self, done: int, cost: float, left: float) -> None:
        """How far it is, as a bar with words."""
        self.display = self.display or display_here()
        if self.display:
            text = f"{done:,} of {self.iterations:,} iterations, cost {cost:.4g}, {duration(left)} left"
            self.display.show(done / self.iterations, text)

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

    def __init__(self, what: str = "training") -> None:
        from IPython.display import display

        self.what = what
        show: Any = display  # IPython types it no further
        self.handle = show({}, raw=True, display_id=True)

    def show(self, share: float, text: str, more: str = "") -> None:
        """The bar itself; more: HTML below it."""
        bar = f'<progress value="{share:.4f}" aria-label="{self.what}"></progress>'
        self.handle.update({"text/html": f"<div>{bar} {text}</div>{more}", "text/plain": text}, raw=True)

    def clear(self) -> None:
        """Leave nothing behind."""
        self.handle.update({}, raw=True)


class Terminal:
    """One line, written over again and again."""

    def __init__(self, stream: TextIO, what: str = "training") -> None:
        self.stream, self.what, self.width = stream, what, 0

    def show(self, share: float, text: str, more: str = "") -> None:
        """The line itself; a terminal shows no HTML."""
        line = f"{self.what}: {share:.0%}, {text}"
        self.stream.write("\r" + line.ljust(self.width))
        self.stream.flush()
        self.width = len(line)

    def clear(self) -> None:
        """Leave nothing behind."""
        self.stream.write("\r" + " " * self.width + "\r")
        self.stream.flush()


def display_here(what: str = "training") -> Notebook | Terminal | None:
    """Where progress can be shown; nowhere while notebooks are built or tested, and not behind a panel's back."""
    if os.environ.get("COURSE_TEST") == "1" or threading.current_thread() is not threading.main_thread():
        return None
    if getattr(ipython(), "kernel", None) is not None:
        return Notebook(what)
    return Terminal(sys.stdout, what) if sys.stdout is not None and sys.stdout.isatty() else None
