"""What training leaves behind: the cost curve, the parameters, and why it ended."""

from dataclasses import dataclass, field

from helpers.parameters import Parameters
from helpers.training.optimizers import GradientDescent, Optimizer

DENSITY = 32  # 1/32 of the way so far is the largest gap between two points while nobody knows where training will end


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


class Recorder:
    """Decides when the cost is taken, and keeps it.

    every: a whole training is recorded at the multiples of `every`, and after its last update.
    growing: in between as well, at every iteration first and then at gaps that grow with the way gone, so that a
    training of 10**9 iterations that is interrupted after a moment has a curve to draw.
    """

    def __init__(self, every: int, growing: bool) -> None:
        self.every, self.growing = every, growing
        self.points: list[tuple[int, float]] = []

    def next_after(self, iteration: int) -> int:
        """The next iteration at which the cost is wanted."""
        regular = iteration - iteration % self.every + self.every
        return min(regular, iteration + max(1, iteration // DENSITY)) if self.growing else regular

    def add(self, iteration: int, cost: float) -> None:
        """Keep one cost; that of an iteration which is there already changes nothing."""
        if iteration > self.last:
            self.points.append((iteration, cost))

    @property
    def last(self) -> int:
        """The last iteration that was recorded; -1 before the first."""
        return self.points[-1][0] if self.points else -1

    def whole(self) -> History:
        """The curve of a training that came to its end: a regular grid, and the last point."""
        return History([point for point in self.points[:-1] if point[0] % self.every == 0] + self.points[-1:])

    def so_far(self) -> History:
        """The curve of a training that ended early: every point there is."""
        return History(list(self.points))


@dataclass(frozen=True)
class FitResult:
    """What training gives back: the parameters after so many updates, the history, and why it ended early (or "").

    validation: the costs of the validation data, if there were some.  optimizer: as it ended; `fit` goes on from it.
    """

    params: Parameters
    history: History
    note: str = ""
    updates: int = 0
    validation: History = field(default_factory=History)
    optimizer: Optimizer = field(default_factory=GradientDescent, repr=False)

    @property
    def cost(self) -> float:
        """The last cost; nan if training was interrupted before there was one."""
        return self.history.costs[-1] if self.history.points else float("nan")
