"""What a learner's function prints while it is checked: kept, not shown once for every input, and never too much."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

LENGTH, LINES = 2000, 10  # characters kept, and lines shown


class Printed(StringIO):
    """Takes everything, keeps the beginning."""

    def write(self, text: str) -> int:
        """Like a file that never fills up."""
        super().write(text[: max(LENGTH - self.tell(), 0)])
        return len(text)

    @property
    def text(self) -> str:
        """What is kept."""
        return self.getvalue()


@contextmanager
def kept() -> Iterator[Printed]:
    """Catch what is printed in this block."""
    before, printed = sys.stdout, Printed()
    sys.stdout = printed
    try:
        yield printed
    finally:
        sys.stdout = before


def shortened(text: str, case: int) -> str:
    """A function's own prints at one input, a few lines of them; "" if there are none."""
    lines = [line[:90] for line in text.strip("\n").splitlines()]
    if not lines:
        return ""
    cut = ["... and more"] if len(lines) > LINES or len(text) >= LENGTH else []
    return "\n".join([f"  Your function prints, with input {case + 1}:", *(f"    {x}" for x in (lines[:LINES] + cut))])
