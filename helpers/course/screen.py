"""What the learner sees while the course starts: plain lines, and one that moves."""

import os
import sys
import time


def prepare() -> None:
    """Make standard output safe to write to: closed, or without the letters of this folder's name."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # it takes the lowest free number: this one
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def say(text: str, end: str = "\n") -> None:
    """Print it now; nobody may be listening any more, which stops nothing."""
    try:
        print(text, end=end, flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # also for what still waits to be written


class MovingLine:
    """`doing`, and for how many seconds; on a terminal it moves, elsewhere it is said once."""

    def __init__(self, doing: str) -> None:
        self.doing = doing
        self.began = time.monotonic()
        self.moves = sys.stdout.isatty()
        if not self.moves:
            say(f"  {doing} ...")

    def move(self) -> None:
        """The seconds so far."""
        if self.moves:
            say(f"\r  {self.doing} ... {time.monotonic() - self.began:.0f} s ", end="")

    def end(self) -> None:
        """Leave the line as it is and begin a new one."""
        if self.moves:
            self.move()
            say("")
