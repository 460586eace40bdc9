"""Momentum explorer: two ways down one narrow valley, with momentum and without, and a rate that may fall."""

from dataclasses import dataclass

import numpy as np

from helpers.plots.cost_surfaces import draw_contours, draw_path
from helpers.plots.rendering import Pixels
from helpers.plots.style import ACCENT, GREY, INK, house_style, new_figure
from helpers.training.optimizers import GradientDescent, Momentum, Optimizer
from helpers.training.schedules import inverse_time_decay
from helpers.validation import Array
from helpers.widgets.blitting import BlitFigure
from helpers.widgets.panel import Frame, Panel, slider
from helpers.wording import rounded

WINDOW = (-11.0, 11.0, -3.4, 3.4)  # w1 from, to; w2 from, to
START = (-9.0, 2.0)
STEEPNESS = np.array([1.0, 25.0])  # across the valley the cost is 25 times as steep as along it
STEPS = 80
NEAR = 0.01  # so low counts as arrived: the cost begins at 90.5
RATES = np.geomspace(0.005, 0.12, 24).tolist()
BETAS = [round(0.05 * k, 2) for k in range(20)] + [0.98]
DECAYS = [0.0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5]


def cost_at(w1: float, w2: float) -> float:
    """J = (w1^2 + 25 w2^2) / 2."""
    return float(np.sum(STEEPNESS * np.square([w1, w2])) / 2)


@dataclass(frozen=True)
class Path:
    """Where a descent goes: (2, STEPS + 1), and the cost at every point of it."""

    points: Array
    costs: Array

    @property
    def arrived(self) -> int | None:
        """After how many steps the cost is near 0 and stays there; None if it is not so within `STEPS`."""
        far = np.flatnonzero(~(self.costs <= NEAR))
        steps = int(far[-1]) + 1 if far.size else 0
        return steps if steps <= STEPS else None

    @property
    def words(self) -> str:
        """How it ended."""
        if self.arrived is not None:
            return f"is at the bottom after {self.arrived} steps"
        if self.costs[-1] > self.costs[0]:
            return f"ends higher than it began, at cost {rounded(float(self.costs[-1]))}"
        return f"is not there after {STEPS} steps: cost {rounded(float(self.costs[-1]))}"


def descend(optimizer: Optimizer, learning_rate: float, decay: float = 0.0) -> Path:
    """`STEPS` steps from START, with the rate mu_0 / (1 + decay step)."""
    w, points = np.array(START), [np.array(START)]
    for step in range(STEPS):
        w = w + optimizer.move(w, STEEPNESS * w, inverse_time_decay(learning_rate, decay, step))
        points.append(w)
    path = np.array(points).T
    return Path(path, np.dot(STEEPNESS, path**2) / 2)


class _Scene:
    """The kept figure: both paths over the valley, and both costs by step."""

    @house_style()
    def __init__(self) -> None:
        figure, (valley, curve) = new_figure(2, width=9, height=3.4, width_ratios=(1.6, 1))
        draw_contours(valley, cost_at, WINDOW)
        start = np.array([START]).T
        self.plain = draw_path(valley, start, color=GREY, linestyle="--", label="plain descent")
        self.heavy = draw_path(valley, start, color=ACCENT, label="with momentum")
        valley.plot(*START, "s", color=INK, markersize=7)
        valley.plot(0, 0, "+", color=INK, markersize=10, markeredgewidth=2)
        valley.legend(loc="upper right", frameon=True, framealpha=0.85, edgecolor="none")
        valley.set_title("paths over the cost")
        (self.plain_cost,) = curve.plot([], [], color=GREY, linestyle="--")
        (self.heavy_cost,) = curve.plot([], [], color=ACCENT)
        curve.set(title="cost", xlabel="step", xlim=(0, STEPS), yscale="log", ylim=(1e-6, 1e4))
        self.stage = BlitFigure(figure, [self.plain, self.heavy, self.plain_cost, self.heavy_cost])

    def show(self, plain: Path, heavy: Path) -> Pixels:
        """Both descents."""
        for path, line, curve in ((plain, self.plain, self.plain_cost), (heavy, self.heavy, self.heavy_cost)):
            line.set_data(*np.clip(path.points, -1e6, 1e6))
            curve.set_data(np.arange(STEPS + 1), np.clip(path.costs, 1e-12, 1e12))
        return self.stage.render()


def momentum_explorer() -> Panel:
    """Drag the learning rate, beta and the decay: the two paths down the valley follow."""
    scene = _Scene()

    def draw(settings: dict[str, float]) -> Frame:
        rate, decay = settings["learning_rate"], settings["decay"]
        plain, heavy = descend(GradientDescent(), rate, decay), descend(Momentum(settings["beta"]), rate, decay)
        status = f"Plain descent {plain.words}. With momentum it {heavy.words}."
        return Frame(scene.show(plain, heavy), f"Two paths down a narrow valley, and their costs. {status}", status)

    controls = [
        slider("learning_rate", "learning rate", RATES, start=RATES[14], text=rounded),
        slider("beta", "momentum, beta", BETAS, start=0.8, text=rounded),
        slider("decay", "decay of the rate", DECAYS, start=0.0, text=rounded),
    ]
    return Panel("Momentum explorer", controls, draw)
