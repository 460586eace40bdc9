"""What training leaves behind: the cost curve, the parameters, and why it ended."""

from dataclasses import dataclass, field

from helpers.parameters import Parameters


@dataclass(frozen=True)
class History:
    """The cost curve: (iteration, cost before that update), and one last point after the last update."""

    points: list[tuple[int, float]] = field(default_factory=list)

    @property
    def iterations(self) -> list[int]:
        """The horizontal axis of the cost curve."""
        return [iteration for iteration, _ in self.points]

    @property
    def costs(self) -> list[float]:
        """The vertical axis of the cost curve."""
        return [cost for _, cost in self.points]


@dataclass(frozen=True)
class FitResult:
    """What training gives back: the parameters after so many updates, the history, and why it ended early (or "")."""

    params: Parameters
    history: History
    note: str = ""
    updates: int = 0

    @property
    def cost(self) -> float:
        """The last cost."""
        return self.history.costs[-1]
