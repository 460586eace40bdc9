"""The pulse of a live panel: one task on the kernel's own loop, which beats until it is stopped.

Between two beats it sleeps, so that other cells, and the questions of the page, get their turn; and it waits for the
page, so that pictures never queue.  A page that is gone, closed or hidden no longer paints: then it ends.
"""

import asyncio
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from helpers.shell import ipython

PERIOD = 0.04  # seconds from one beat to the next, at least
REST = 0.004  # and between two beats: with sleep(0) other cells would wait
WINDOW = 3  # pictures that may be on their way
PATIENCE = 3.0  # seconds without a painted picture before it ends


class Pulse:
    """Calls `beat()` again and again from `start` to `stop`, or until it returns False.

    ended(error): called once it has ended, with the exception that ended it or None.
    sent, painted: the numbers of the last picture that went out, and of the last one that the page has painted.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop | None,
        beat: Callable[[], bool],
        ended: Callable[[Exception | None], object],
    ) -> None:
        self.loop, self.beat, self.ended = loop, beat, ended
        self.sent = self.painted = 0
        self.going = False
        self.task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin, unless it beats already; without a loop there is no page, and nothing begins."""
        if self.loop is None:
            return
        self.going, self.painted = True, self.sent
        if self.task is None or self.task.done():
            self.task = self.loop.create_task(self._run())

    def stop(self, *_: Any) -> None:
        """End before the next beat.  It may be called anywhere, in a signal handler too."""
        self.going = False

    async def _run(self) -> None:
        error = None
        try:
            with interrupts(self.stop):
                while self.going:
                    began = time.monotonic()
                    if not self.beat():
                        break
                    await asyncio.sleep(max(REST, began + PERIOD - time.monotonic()))
                    await self._page()
        except Exception as caught:
            error = caught
        self.going = False
        self.ended(error)

    async def _page(self) -> None:
        """Wait until all but a few pictures are painted; end if none is for long."""
        since, painted = time.monotonic(), self.painted
        while self.going and self.sent - self.painted >= WINDOW:
            if self.painted > painted:
                since, painted = time.monotonic(), self.painted
            if time.monotonic() - since > PATIENCE:
                self.stop()
            await asyncio.sleep(REST)


@contextmanager
def interrupts(stop: Callable[..., None]) -> Iterator[None]:
    """Within it an interrupt calls `stop`: of a running cell, and of an idle kernel, which would not hear it."""
    shell = ipython()

    def after_cell(result: Any) -> None:
        if isinstance(result.error_in_exec, KeyboardInterrupt):
            stop()

    main = threading.current_thread() is threading.main_thread()
    deaf = main and signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    if deaf:
        signal.signal(signal.SIGINT, stop)
    if shell:
        shell.events.register("post_run_cell", after_cell)
    try:
        yield
    finally:
        if deaf and signal.getsignal(signal.SIGINT) == stop:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        if shell:
            shell.events.unregister("post_run_cell", after_cell)
