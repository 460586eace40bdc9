"""A time limit for code that may never end: it works on every system, in a script and in a notebook.

The code runs where it stands, so that an interrupt still reaches it; a second thread watches the clock, and has
`TimeIsUp` raised in the first one between two of its instructions (PyThreadState_SetAsyncExc of the C API).
"""

import ctypes
import threading
from collections.abc import Callable
from math import isinf
from typing import TypeVar

T = TypeVar("T")

SECONDS = 5.0  # for one input; ours need a few thousandths for all of them
AGAIN = 0.1  # seconds after which code that caught the exception gets it once more


class TimeIsUp(BaseException):
    """Not an Exception: `except Exception` in a learner's loop must not swallow it."""


def within(seconds: float, function: Callable[[], T]) -> T:
    """function(), or TimeIsUp when the seconds have passed; inf: it may take as long as it likes."""
    if isinf(seconds):
        return function()
    watch = _Watch(seconds)
    try:
        watch.start()
    except RuntimeError:  # no threads in the browser's Python
        return function()
    try:
        try:
            return function()
        finally:
            watch.stop()
    finally:  # the exception may come just before the line above
        watch.stop()


class _Watch(threading.Thread):
    """Raises TimeIsUp in the thread that made it, again and again until it is stopped."""

    def __init__(self, seconds: float) -> None:
        super().__init__(daemon=True)
        self.seconds, self.watched = seconds, threading.get_ident()
        self.stopped, self.lock = threading.Event(), threading.RLock()
        self.raised = False

    def run(self) -> None:
        """Wait; then raise until the code has ended."""
        wait = self.seconds
        while not self.stopped.wait(wait):
            with self.lock:
                if not self.stopped.is_set():
                    self.raised = True
                    thread = ctypes.c_ulong(self.watched)
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(TimeIsUp))
            wait = AGAIN

    def stop(self) -> None:
        """From here on nothing is raised; what is on its way arrives here, and is let go."""
        try:
            with self.lock:
                self.stopped.set()
            for _ in range(100 if self.raised else 0):  # taking it back through the C API would stall a profiler
                pass
        except TimeIsUp:
            self.stopped.set()
