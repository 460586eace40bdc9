"""All cores of this machine: an executor that has a process for each worker, and knows which run ended a process.

`concurrent.futures.ProcessPoolExecutor` is broken as a whole when one of its processes is killed, and nobody can tell
by which run; and what is under way in it can't be stopped.  Here each process has one run at a time, over a pipe of
its own: if it ends, that run is to blame, the others go on, and a new process takes its place.

The processes are spawned, which Windows and macOS need, and which is safe beside the threads of a kernel.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from functools import cache, partial
from multiprocessing.connection import Connection
from pathlib import Path
from pickle import dumps, loads
from queue import LifoQueue
from threading import Lock
from typing import Any, TypeVar

from helpers.validation import check_count

T = TypeVar("T")
SPAWN = multiprocessing.get_context("spawn")
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")

GUARD = "In a script, put what calls sweep under  if __name__ == '__main__':  since each process reads the script again"


class WorkerDied(BrokenExecutor):
    """The process that did this run ended in the middle of it."""


class CannotStart(RuntimeError):
    """A new process ended before it could do anything."""


class LocalProcesses(Executor):
    """`workers` processes, by default one for each core; they start when they are needed and stay until shutdown."""

    def __init__(self, workers: int | None = None) -> None:
        if workers is not None:
            check_count(workers, "workers")
        if getattr(multiprocessing.current_process(), "_inheriting", False):  # it reads the script that started it
            raise CannotStart(GUARD)
        self.workers = workers or cores()
        self._threads = ThreadPoolExecutor(self.workers, "sweep")
        self._idle: LifoQueue[_Process | None] = LifoQueue()  # what has started is used before what has not
        self._all: list[_Process] = []
        self._lock, self._ended = Lock(), 0  # how often its runs were ended
        for _ in range(self.workers):
            self._idle.put(None)

    def submit(self, function: Callable[..., T], /, *args: Any, **kwargs: Any) -> "Future[T]":
        """Call a function in the next process that is free."""
        return self._threads.submit(self._call, partial(function, *args, **kwargs))

    def _call(self, work: Callable[[], T]) -> T:
        before, process = self._ended, self._idle.get()
        try:
            process = process if process and process.alive else self._start(before)
            answer: T = process.call(work)
            return answer
        except WorkerDied:
            process = None
            raise
        finally:
            self._idle.put(process)

    def _start(self, before: int) -> "_Process":
        """A new process, unless all runs were ended since this one was taken up."""
        with self._lock:
            if before != self._ended:
                raise WorkerDied("its process was stopped")
            process = _Process()
            self._all.append(process)
            return process

    def end_runs(self) -> None:
        """End what is under way: each of these futures raises WorkerDied."""
        with self._lock:
            self._ended += 1
            for process in self._all:
                process.end()
            self._all.clear()

    def stop(self) -> None:
        """At once: what waits is dropped, and what is under way is ended."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self.end_runs()
        self._threads.shutdown(wait=True)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """As of any executor: what was submitted is done first; without `wait` the processes end with Python."""
        self._threads.shutdown(wait=wait, cancel_futures=cancel_futures)
        if wait:
            self.stop()


@cache
def shared() -> LocalProcesses:
    """The processes of this session, one for each core: the first sweep starts them, and the next ones use them."""
    return LocalProcesses()


class _Process:
    """A spawned process that answers one call at a time."""

    def __init__(self) -> None:
        self.connection, theirs = SPAWN.Pipe()
        self.process = SPAWN.Process(target=serve, args=(theirs,), daemon=True, name="sweep")
        self.process.start()
        theirs.close()
        self.ready = False

    @property
    def alive(self) -> bool:
        """Does it still run?"""
        return self.process.is_alive()

    def call(self, work: Callable[[], Any]) -> Any:
        """What `work()` returns or raises there; WorkerDied if the process ends."""
        pickled = dumps(work)
        try:
            self.ready = self.ready or self.connection.recv()
            self.connection.send_bytes(pickled)
            answer = self.connection.recv_bytes()
        except (EOFError, OSError):
            raise self._died() from None
        returned, value = loads(answer)
        if not returned:
            raise value
        return value

    def _died(self) -> Exception:
        self.process.join()
        how = ended(self.process.exitcode)
        if self.ready or how == "was stopped":
            return WorkerDied(f"its process {how}")
        return CannotStart(f"a new process {how} before it could begin. {GUARD}")

    def end(self) -> None:
        """End it, whatever it is doing."""
        self.process.terminate()
        self.process.join(2)
        self.process.kill()


def ended(exitcode: int | None) -> str:
    """How a process ended, in words."""
    if exitcode is not None and exitcode < 0:
        name = signal.Signals(-exitcode).name
        if name == "SIGTERM":
            return "was stopped"
        return f"was killed by {name}" + (": perhaps the memory was full" if name == "SIGKILL" else "")
    return f"ended with exit code {exitcode}"


def serve(connection: Connection) -> None:
    """What a process does: answer until nobody asks.  An interrupt is the kernel's affair, which then ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(dict.fromkeys(THREADS, "1"))  # for libraries that are not loaded yet
    with suppress(EOFError, OSError), unheard():
        connection.send(True)
        while True:
            connection.send_bytes(_answer(connection.recv_bytes()))


@contextmanager
def unheard() -> Iterator[None]:
    """What is printed in a worker goes nowhere; else it would turn up in some cell or other."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        yield


def _answer(work: bytes) -> bytes:
    """(True, what was returned) or (False, what was raised), pickled."""
    try:
        return dumps((True, loads(work)()))
    except Exception as error:
        try:
            return dumps((False, error))
        except Exception:
            return dumps((False, RuntimeError(repr(error))))


def cores() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
