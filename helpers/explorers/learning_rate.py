"""Learning-rate explorer: the same descent at any learning rate, from a crawl to steps that never settle.

It can be watched step by step, and its start can be dragged over the landscape of the cost.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from helpers import logistic, networks
from helpers.explorers.decision_map import DecisionMap
from helpers.losses import binary_cross_entropy_from_scores
from helpers.parameters import Parameters
from helpers.plots import Picture, descent_paths
from helpers.plots.cost_surfaces import draw_contours, draw_path
from helpers.plots.rendering import Pixels
from helpers.plots.style import CLASS_COLOURS, GREY, INK, WHITE, house_style, new_figure
from helpers.training import fit
from helpers.validation import Array, check_count, check_learning_rate
from helpers.widgets.blitting import BlitFigure
from helpers.widgets.hands import Handle, Touch
from helpers.widgets.panel import Frame, Panel, slider
from helpers.wording import count, rounded

WINDOW = (-2.0, 6.5, -1.5, 7.0)  # w1 from, to; w2 from, to
STEPS = 50
START = (0.0, 0.0)
RATES = np.geomspace(0.001, 100, 51)
BOTTOM = 0.2521  # the lowest cost, where the gradient is zero; a test finds it again
NEAR = 1.001  # times the lowest cost: in the picture that is at the bottom, where 1.02 still stops short of it


@cache
def mirrored_data() -> tuple[Array, Array]:
    """120 examples in two features; every x of class 1 has its mirror image -x in class 0.

    So b = 0 is best whatever w is, gradient descent leaves it there, and the cost is a landscape over (w1, w2) alone.
    """
    rng = np.random.default_rng(2)
    ones = np.array([[0.9], [0.7]]) + np.array([[2.2], [0.7]]) * rng.standard_normal((2, 60))
    return np.hstack([ones, -ones]), np.repeat([[1.0, 0.0]], 60, axis=1)


def cost_at(w1: float, w2: float) -> float:
    """The cost of the mirrored data with weights (w1, w2) and b = 0, right for weights of any size."""
    X, Y = mirrored_data()
    Z = np.dot([[w1, w2]], X)
    return float(np.mean(binary_cross_entropy_from_scores(Z, Y)))


@dataclass(frozen=True)
class Descent:
    """Gradient descent: path (2, steps + 1) of the weights and the cost at every point of it."""

    learning_rate: float
    path: Array
    costs: Array

    @property
    def verdict(self) -> str:
        """What this learning rate does, in words."""
        steps, first, last = len(self.costs) - 1, self.costs[0], self.costs[-1]
        rises = int(np.sum(np.diff(self.costs) > 1e-9))
        if last < BOTTOM * NEAR:
            return "Right: it reached the bottom." + (" It overshot on the way." if rises else "")
        if last > first:
            return "Far too large. It overshoots the valley and lands higher: the cost is now above where it began."
        far = f"after {count(steps, 'step')} it has not reached the bottom."
        if rises > steps / 4:
            return f"Too large. Steps jump across the valley, the cost goes up and down, and {far}"
        if rises:
            return f"It overshot on the way, and {far}"
        small = steps == STEPS and not self.path[:, 0].any()  # from elsewhere the way may be long
        return f"{'Small' if small else 'On its way'}: the cost falls at every step, but {far}"


def descend(learning_rate: float, steps: int = STEPS, start: tuple[float, float] = START) -> Descent:
    """Gradient descent on the mirrored data from w = start and b = 0, with the whole path kept."""
    check_learning_rate(learning_rate)
    check_count(steps, "steps")
    X, Y = mirrored_data()
    path: list[Array] = []
    result = fit(
        networks.logistic_regression(),
        [(np.array(start).reshape(2, 1), np.zeros((1, 1)))],
        X,
        Y,
        learning_rate=learning_rate,
        iterations=steps,
        record_every=steps,
        callback=lambda _, params: path.append(params.vector[:2].copy()),
    )
    weights = np.array([*path, result.params.vector[:2]]).T
    scores = np.dot(weights.T, X)
    costs = binary_cross_entropy_from_scores(scores, np.broadcast_to(Y, scores.shape)).mean(axis=1)
    return Descent(learning_rate, weights, costs)


def learning_rate_still(rates: tuple[float, ...] = (0.03, 3.0, 10.0)) -> Picture:
    """The descents at a few learning rates over the contours of the cost: the explorer's still picture."""
    runs = [descend(learning_rate) for learning_rate in rates]
    ends = "; ".join(f"at {rounded(run.learning_rate)} it ends at {run.costs[-1]:.2f}" for run in runs)
    return descent_paths(
        cost_at,
        [(f"learning rate {rounded(run.learning_rate)}", run.path) for run in runs],
        WINDOW,
        f"{STEPS} steps downhill from the square at w = 0, over lines of equal cost. It starts at 0.69: {ends}.",
    )


class _Scene:
    """The kept figure: the plane with its boundary, the path over the contours, the cost curve."""

    @house_style()
    def __init__(self) -> None:
        X, Y = mirrored_data()
        figure, (plane, valley, curve) = new_figure(3, width=10, height=3.4)
        self.plane = DecisionMap(plane, X, Y)
        draw_contours(valley, cost_at, WINDOW)
        valley.set_title("path over the cost")
        self.path = draw_path(valley, np.zeros((2, 1)))
        (self.start,) = valley.plot(*START, "s", color=INK, markersize=8, markeredgecolor=WHITE, zorder=4)
        self.valley = valley
        (self.costs,) = curve.plot([], [], color=CLASS_COLOURS[1])
        curve.axhline(BOTTOM, color=GREY, linewidth=0.8, linestyle=":")
        curve.set(title="cost", xlabel="step", xlim=(0, STEPS), yscale="log", ylim=(0.1, 30))
        self.stage = BlitFigure(figure, [*self.plane.artists, self.path, self.start, self.costs])

    def show(self, run: Descent) -> Pixels:
        """The whole path of the descent, and the boundary at its end."""
        w1, w2 = run.path[:, -1]
        params = Parameters([(np.array([[w1], [w2]]), np.zeros((1, 1)))])
        self.plane.show(logistic.forward(params, self.plane.points))
        self.path.set_data(*run.path)
        self.start.set_data(*run.path[:, :1])
        self.costs.set_data(np.arange(len(run.costs)), run.costs)
        return self.stage.render()


class _Explorer:
    """The scene, and where the descent starts in it."""

    def __init__(self) -> None:
        self.scene, self.start = _Scene(), START

    def draw(self, settings: dict[str, float]) -> Frame:
        """The descent with these settings, and its start as something to drag."""
        run = descend(settings["learning_rate"], int(settings["steps"]), self.start)
        rate, step = rounded(run.learning_rate), len(run.costs) - 1
        status = f"Learning rate {rate}, step {step}: cost {run.costs[-1]:.3f}. {run.verdict}"
        picture, (w1, w2) = self.scene.show(run), self.start
        label = f"The start of the descent, at w1 = {w1:.2f}, w2 = {w2:.2f}. Arrow keys move it."
        handle = Handle("start", label, self.scene.stage.plane(self.scene.valley).box, drags=True)
        return Frame(picture, f"Boundary, path over the contours, and cost curve. {status}", status, [handle])

    def touch(self, touch: Touch) -> None:
        """The start goes where the pointer is, or where an arrow key moves it."""
        plane = self.scene.stage.plane(self.scene.valley)
        width, height = self.scene.stage.size
        if touch.arrow:
            self.start = plane.moved(self.start, touch.arrow)
        elif touch.hand in ("down", "move"):
            self.start = plane.to_data(touch.x * width, touch.y * height)


def learning_rate_explorer() -> Panel:
    """Drag the learning rate, the number of steps and the start: boundary, path and cost curve follow."""
    explorer = _Explorer()
    rates = slider("learning_rate", "learning rate", RATES.tolist(), start=float(RATES[30]), text=rounded)
    steps = slider("steps", "steps", list(range(1, STEPS + 1)), start=STEPS, play=True)
    return Panel("Learning-rate explorer", [rates, steps], explorer.draw, explorer.touch)
