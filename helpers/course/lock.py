"""One start at a time sets the course up. The system keeps the lock, and drops it with the process that has it."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpers.course.problem import Problem
from helpers.course.screen import MovingLine

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def hold(path: Path) -> Iterator[int]:
    """Wait until no other start has the lock, then keep it; gives its descriptor, which children keep open.

    So a child that outlives a killed start keeps the lock as well, until it is done with the environment.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise Problem(_why_not(path, error)) from None
    try:
        _wait(descriptor)
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def hold_if_possible(path: Path, seconds: float = 2.0) -> Iterator[None]:
    """Keep the lock if it can be had within so many seconds; where it can't, go on without it."""
    descriptor = _opened(path)
    until = time.monotonic() + seconds
    try:
        while descriptor is not None and not _taken(descriptor) and time.monotonic() < until:
            time.sleep(0.01)
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _why_not(path: Path, error: OSError) -> str:
    if path.exists() and os.access(path.parent, os.W_OK):
        return f"{path} cannot be opened ({error.strerror}): another user made it; delete it and try again."
    return f"Nothing can be written in {path.parent} ({error.strerror}): put the course into a folder of your own."


def _opened(path: Path) -> int | None:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:
        return None


def _wait(descriptor: int) -> None:
    if _taken(descriptor):
        return
    line = MovingLine("Another start is setting the course up: waiting for it")
    while not _taken(descriptor):
        line.move()
        time.sleep(0.2)
    line.end()


def _taken(descriptor: int) -> bool:
    """True when the lock is ours, or when this disk has no locks at all."""
    try:
        _take(descriptor)
    except (BlockingIOError, PermissionError):  # another has it; Windows says the second
        return False
    except OSError:
        return True
    return True
