"""Settings that are worth a look, good and bad: why, and what is seen after how many epochs.

A preset is its settings: playground(**PRESETS[name].settings) begins with them.  What each comes to was counted on 20
seeds, by benchmarks/playground_presets.py; the figures stand beside it.
"""

from dataclasses import dataclass
from typing import Any

from helpers.playground.live import LiveTraining
from helpers.playground.outcomes import MEASURES, Bounds
from helpers.playground.settings import Settings, of


@dataclass(frozen=True)
class Preset:
    """settings: what differs from the usual.  reason: why one looks at it, and what happens, in a sentence.

    outcome: what holds after so many epochs, whatever the seeds.
    """

    settings: dict[str, Any]
    reason: str
    epochs: int
    outcome: tuple[Bounds, ...]

    def with_seed(self, seed: int) -> Settings:
        """Its settings, with other points and other first weights."""
        return of(self.settings | {"data_seed": seed, "seed": seed})

    def trained(self, seed: int) -> LiveTraining:
        """After its epochs, or as far as numbers go; each epoch is a moment."""
        settings = self.with_seed(seed)
        live = settings.begin(settings.examples())
        while live.step < self.epochs and live.advance(1):
            pass
        return live

    def figures(self, seed: int) -> list[float]:
        """What came of it, one for each of its bounds."""
        live = self.trained(seed)
        return [MEASURES[bounds.measure](live) for bounds in self.outcome]

    def holds(self, figures: list[float]) -> bool:
        """Do figures lie within the bounds?"""
        return all(bounds.holds(figure) for bounds, figure in zip(self.outcome, figures, strict=True))


SPIRALS: dict[str, Any] = {"data": "spirals", "hidden": [(8, "tanh"), (8, "tanh")], "learning_rate": 0.03}
FEW: dict[str, Any] = {"data": "moons", "m": 100, "noise": 0.8, "train_share": 0.2}
MANY_UNITS: dict[str, Any] = {"hidden": [(16, "tanh"), (16, "tanh")], "learning_rate": 0.02, "optimizer": "adam"}
XOR: dict[str, Any] = {"data": "xor", "hidden": []}

PRESETS = {
    "spirals: 2-8-8-1 and momentum": Preset(
        SPIRALS | {"optimizer": "momentum"},
        "Two layers of eight units can wind round the spirals, and momentum gets there within 100 epochs.",
        100,
        (Bounds("right on points held out", least=0.85),),
    ),
    "spirals without momentum": Preset(
        SPIRALS,
        "Same network, same rate, but plain gradient descent: after 100 epochs the border has hardly begun to wind.",
        100,
        (Bounds("right on points held out", most=0.82),),
    ),
    "zero weights: nothing happens": Preset(
        {"initialization": "zeros"},
        "With weights of 0 no hidden unit says anything and no error comes back, so every weight stays 0.",
        100,
        (Bounds("largest weight", most=0), Bounds("cost", least=0.68, most=0.71)),
    ),
    "equal weights: four units that are one": Preset(
        {"initialization": "constant", "hidden": [(4, "tanh")]},
        "Units that start equal get equal gradients and stay equal: four maps, one picture, and no ring is found.",
        100,
        (
            Bounds("largest difference between units of layer 1", most=1e-6),
            Bounds("largest weight", least=0.2),
            Bounds("right on training points", most=0.75),
        ),
    ),
    "rate 3: it explodes": Preset(
        {"data": "hills", "task": "regression", "hidden": [(8, "tanh")], "learning_rate": 3.0, "batch_size": None},
        "Each step goes further past the goal than the one before: after ten epochs the cost has 16 digits, or more.",
        10,
        (Bounds("cost", least=1e15),),
    ),
    "rate 3 and relu: every unit dies": Preset(
        {"hidden": [(8, "relu"), (8, "relu")], "initialization": "he", "learning_rate": 3.0},
        "A few large steps push all units of a layer below 0 for all points; from there no gradient brings them back.",
        40,
        (Bounds("largest gradient of hidden layers", most=0), Bounds("right on training points", most=0.6)),
    ),
    "six layers of sigmoid: the first never learns": Preset(
        {"hidden": [(8, "sigmoid")] * 6},
        "The slope of a sigmoid is a quarter at most: behind six of them next to nothing of the error reaches layer 1.",
        100,
        (Bounds("change of W1, relative", most=0.02), Bounds("right on training points", most=0.6)),
    ),
    "six layers of relu: all of them learn": Preset(
        {"hidden": [(8, "relu")] * 6, "initialization": "he", "learning_rate": 0.003, "optimizer": "adam"},
        "As deep, with ReLU, He's weights and Adam: at the start the gradient reaches layer 1, and the ring is found.",
        100,
        (Bounds("change of W1, relative", least=0.05), Bounds("right on training points", least=0.95)),
    ),
    "xor without a hidden layer": Preset(
        XOR,
        "One straight line gets three of the four clouds right at most; at the lowest cost it is unsure everywhere.",
        60,
        (Bounds("right on training points", most=0.75),),
    ),
    "xor with x1 x2 as an input": Preset(
        XOR | {"features": ["x1", "x2", "x1 x2"]},
        "The product has one sign in each class, so with it as an input no hidden layer is needed.",
        60,
        (Bounds("right on points held out", least=0.95),),
    ),
    "overfits: 40 noisy points, 32 units": Preset(
        FEW | MANY_UNITS,
        "The border bends round single points; the cost held out falls, then climbs: drag the timeline to its lowest.",
        200,
        (
            Bounds("right on training points", least=0.85),
            Bounds("cost of points held out, over its least", least=1.6),
        ),
    ),
    "the same 40 points with L2": Preset(
        FEW | MANY_UNITS | {"l2": 3.0},
        "L2 keeps the weights small and the border smooth, so the cost held out stays near its lowest.",
        200,
        (Bounds("cost of points held out, over its least", most=1.2),),
    ),
    "regression: hills": Preset(
        {
            "data": "hills",
            "task": "regression",
            "hidden": [(8, "tanh"), (8, "tanh")],
            "learning_rate": 0.01,
            "optimizer": "adam",
        },
        "A value in place of a class: three bumps and three pits appear, and the cost nears that of the noise.",
        200,
        (Bounds("cost of points held out", most=0.06),),
    ),
    "batch 1: the cost is noisy": Preset(
        {"data": "moons", "batch_size": 1, "learning_rate": 0.3},
        "Each step sees one point and suits it alone: in one epoch of five, or more, the cost of all points rises.",
        60,
        (Bounds("share of epochs in which the cost rises", least=0.2),),
    ),
}
