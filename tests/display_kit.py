"""A display that remembers what it showed, in place of the notebook's or the terminal's."""

import pytest

from helpers import progress


class Screen:
    """shown: each share, text and HTML below it, in turn."""

    def __init__(self) -> None:
        self.shown: list[tuple[float, str, str]] = []
        self.cleared = False

    def show(self, share: float, text: str, more: str = "") -> None:
        self.shown.append((share, text, more))
        self.cleared = False

    def clear(self) -> None:
        self.cleared = True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """What stands where progress is shown."""
    screen = Screen()
    monkeypatch.setattr(progress, "display_here", lambda work: screen)
    return screen
