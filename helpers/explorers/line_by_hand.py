"""One unit whose line is turned by hand, or by gradient descent: what the line explorer plays."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from helpers import datasets, logistic, networks
from helpers.explorers import line_grip
from helpers.explorers.line_picture import NARROW, WIDE, Unit, draw
from helpers.losses import binary_cross_entropy_from_scores
from helpers.metrics import accuracy, best_line
from helpers.parameters import Parameters
from helpers.plots.rendering import Limits
from helpers.training import fit
from helpers.validation import Array
from helpers.widgets.drawing import Drawing
from helpers.widgets.hands import Handle, Plane, Touch
from helpers.widgets.panel import Frame
from helpers.wording import count, decimal

CORNERS = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
GATES = {"AND": (0, 0, 0, 1), "OR": (0, 1, 1, 1), "NAND": (1, 1, 1, 0), "XOR": (0, 1, 1, 0)}
SIZES = {"blobs": 200}  # 400 examples of the others
START = np.array([-0.8, 0.6])  # w; the line passes the middle of the plane
LEARNING_RATE = 0.02  # small, so that one sees it go
MOST_MOMENTS = 240


def examples(name: str) -> tuple[Array, Array]:
    """X (2, m) and Y (1, m): a gate's four corners, or a planar data set."""
    if name in GATES:
        return CORNERS, np.array([GATES[name]], float)
    data = datasets.load(name, m=SIZES.get(name, 400), seed=1)
    return data.X, data.Y


def square(X: Array) -> Limits:
    """A square window with all of X in it: where right angles are seen as such."""
    low, high = X.min(axis=1), X.max(axis=1)
    (x, y), half = (low + high) / 2, 0.62 * float(np.max(high - low))
    if X is CORNERS:
        half = 1.1
    return float(x - half), float(x + half), float(y - half), float(y + half)


class LineByHand:
    """The unit, the examples, and what became of the line so far.

    vector: w1, w2, b.  moments: (step, vector) of the descent since a hand last moved the line.
    """

    def __init__(self, data: str = "blobs") -> None:
        self.layout, self.data = WIDE, data
        self._load()

    def _load(self) -> None:
        self.X, self.Y = examples(self.data)
        self.window = square(self.X)
        self.most = accuracy(logistic.predict(best_line(self.X, self.Y), self.X), self.Y)
        self.lowest: float | None = None  # cost that a hand found
        self.reset()

    def reset(self) -> None:
        """The line as it was at first."""
        left, right, bottom, top = self.window
        self.foot = np.array([left + right, bottom + top]) / 2
        self.place_line(START, self.foot, by_hand=False)

    def place_line(self, w: Array, foot: Array, by_hand: bool = True) -> None:
        """w, across the line, which passes through `foot`."""
        self.foot = np.asarray(foot, float)
        self._moments = [(0, np.array([*w, -np.dot(w, self.foot)]))]
        self.at, self.grip = 0, None
        if by_hand:
            self.lowest = min(self.cost, self.cost if self.lowest is None else self.lowest)

    @property
    def moments(self) -> int:
        """How many moments of the descent are remembered."""
        return len(self._moments)

    @property
    def step(self) -> int:
        """How many steps of descent were taken since a hand moved the line."""
        return self._moments[self.at][0]

    @property
    def vector(self) -> Array:
        """w1, w2, b as they are now."""
        return self._moments[self.at][1]

    @property
    def params(self) -> Parameters:
        """[(w, b)]."""
        w1, w2, b = self.vector
        return Parameters([(np.array([[w1], [w2]]), np.array([[b]]))])

    @property
    def cost(self) -> float:
        """The mean loss."""
        [(w, b)] = self.params
        return float(np.mean(binary_cross_entropy_from_scores(np.dot(w.T, self.X) + b, self.Y)))

    @property
    def share(self) -> float:
        """How much is right."""
        return accuracy(logistic.predict(self.params, self.X), self.Y)

    def take(self, settings: Mapping[str, Any]) -> None:
        """Other examples begin again."""
        if settings.get("data", self.data) != self.data:
            self.data = settings["data"]
            self._load()

    def touch(self, touch: Touch) -> None:
        """The line or its arrow was grabbed, moved or let go, or a key was pressed."""
        line_grip.touch(self, touch)

    def advance(self, count: int) -> bool:
        """So many steps of gradient descent."""
        del self._moments[self.at + 1 :]
        result = fit(
            networks.logistic_regression(),
            self.params,
            self.X,
            self.Y,
            learning_rate=LEARNING_RATE,
            iterations=count,
            record_every=count,
        )
        self._moments.append((self.step + count, result.params.vector.copy()))
        if len(self._moments) > MOST_MOMENTS:
            del self._moments[1:-1:2]
        self.at = len(self._moments) - 1
        return True

    def go_to(self, number: int) -> None:
        """Show a moment."""
        self.at = number

    def place(self) -> str:
        """How many steps were taken."""
        return f"step {self.step:,}"

    def unit(self) -> Unit:
        """What is drawn."""
        [(w, b)] = self.params
        m = self.X.shape[1]
        words = [
            (f"w = ({decimal(w[0, 0])}, {decimal(w[1, 0])})", False),
            (f"b = {decimal(b.item())}", False),
            (f"{round(self.share * m)} of {count(m, 'example')} right: {self.share:.0%}", True),
            (f"cost {decimal(self.cost, 3)}", True),
        ]
        if self.lowest is not None:
            words.append((f"lowest cost by hand {decimal(self.lowest, 3)}", False))
        plane = Plane(self.layout.plane, self.window)
        return Unit(w, b.item(), self.X, self.Y, self.window, line_grip.arrow(self, plane), words)

    def told(self) -> str:
        """The status line."""
        w1, w2, b = self.vector
        where = f"Descent, step {self.step:,}" if self.step else "The line"
        numbers = f"w = ({decimal(w1)}, {decimal(w2)}), b = {decimal(b)}"
        return f"{where}: {numbers}; {self.share:.1%} right, cost {decimal(self.cost, 3)}.{self._feat()}"

    def _feat(self) -> str:
        if self.share >= 1:
            return " All right!"
        return " No straight line gets more right." if self.share >= self.most - 1e-9 else ""

    def show(self, narrow: bool) -> Frame:
        """The picture, its words, and the handle over the plane."""
        layout = self.layout = NARROW if narrow else WIDE
        status = self.told()
        keys = "Left and right arrow keys turn the line, up and down move it, Page Up makes it steeper, Page Down less."
        handle = Handle("plane", f"The plane. {status} {keys}", layout.plane, drags=True)
        alt = f"The examples in the plane, cut by a line; an arrow w stands across it. {status}"
        return Frame(Drawing(layout.width, layout.height, draw(self.unit(), layout)), alt, status, [handle])

    def finished(self) -> Frame:
        """As it is at first: nothing is given away."""
        return LineByHand(self.data).show(narrow=False)
