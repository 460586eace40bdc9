"""One interrupt (■ in a notebook, Ctrl-C elsewhere) stops a training, loses nothing, and ends the cell.

Python raises KeyboardInterrupt between any two instructions: also half-way through a step, or while the result is on
its way out.  So `fit` listens itself.  Inside the functions of the model, which may be slow or never end, an interrupt
is raised at once; anywhere else it waits for the next step.  Then `fit` returns what was learned, so that
`trained = fit(...)` has it, and the next `fit` of the same cell raises `Interrupted` before it begins: a cell with 48
trainings ends at one interrupt.  Without cells, in a script or at Python's own prompt, the next `fit` does so once.
"""

import signal
import threading
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any, TypeVar

from helpers.shell import ipython

R = TypeVar("R")


class Interrupted(KeyboardInterrupt):
    """The training before this one was interrupted, and so this one does not begin."""

    def _render_traceback_(self) -> list[str]:
        """What IPython shows: one sentence in place of a traceback."""
        return [str(self)]


class _Cell:
    """Was a training of the running cell interrupted?"""

    interrupted = False

    def interrupt(self) -> None:
        self.interrupted = True
        if shell := ipython():
            for event in ("pre_execute", "post_execute"):  # the second one is missing if no cell is running
                shell.events.register(event, self.forget)

    def forget(self) -> None:
        """What a new cell, or the end of this one, does."""
        self.interrupted = False

    def check(self) -> None:
        """Raise `Interrupted` if one training of this cell was interrupted before."""
        if not self.interrupted or not _is_main_thread():
            return
        if ipython() is None:
            self.forget()
        raise Interrupted("Interrupted: the training before this one was stopped, so this one did not begin.")


cell = _Cell()


class Interrupts:
    """Listens for an interrupt while a training runs.  Use with `with`."""

    def __init__(self) -> None:
        self.at_once = False  # may it be raised here?
        self.pending = False  # it came where it may not
        self.listening = False

    def __enter__(self) -> "Interrupts":
        if _is_main_thread() and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._hear)
            self.listening = True
        return self

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        cell.interrupt()
        self.pending = not self.at_once
        if self.at_once:
            self.at_once = False
            raise KeyboardInterrupt

    def allow(self, function: Callable[..., R], *arguments: Any) -> R:
        """Call a function of the learner's: an interrupt is raised at once, or now if it came before."""
        __tracebackhide__ = True
        self.at_once = True
        try:
            self.raise_pending()
            return function(*arguments)
        finally:
            self.at_once = False

    def raise_pending(self) -> None:
        """Raise an interrupt that waits."""
        if self.pending:
            self.pending = False
            raise KeyboardInterrupt

    def accept(self) -> None:
        """An interrupt was raised and caught: from here on only a new one counts."""
        self.at_once = self.pending = False
        cell.interrupt()  # once more, if no signal came before

    def __exit__(self, _kind: type[BaseException] | None, _error: object, _traceback: TracebackType | None) -> None:
        if self.listening:
            signal.signal(signal.SIGINT, signal.default_int_handler)


def _is_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()
