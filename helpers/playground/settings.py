"""The settings of a playground: all that decides what is trained, as a dict that can be printed, copied and shared."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

import numpy as np

from helpers.activations import BY_NAME
from helpers.initialization import check_scheme, initialize
from helpers.playground.features import check_names
from helpers.playground.live import LiveTraining
from helpers.playground.own_points import as_points
from helpers.playground.points import Points, check_data, draw
from helpers.playground.state import OPTIMIZERS, Functions, State
from helpers.validation import Function, check_count, check_l2, check_learning_rate, check_seed, is_number

MOST_LAYERS, MOST_UNITS = 8, 16  # hidden layers, and units in each
ACTIVATIONS = tuple(name for name in BY_NAME if name != "softmax")


@dataclass(frozen=True)
class Settings:
    """What is trained on what, and how.

    data: a planar set, a surface, "function" or "own"; m, noise, train_share, data_seed: how it is drawn.
    function: what "function" draws.  points: [x1, x2, y] each, of "own"; held_out: likewise, or a share of points is.
    features: inputs of the network.
    hidden: (units, activation) of each hidden layer.  initialization, seed: of its first weights.
    batch_size: examples in a step; None: all.  keep: the share that dropout leaves, 1 without it.
    """

    data: str = "circles"
    task: str = "classification"
    m: int = 200
    noise: float | None = None
    train_share: float = 0.5
    data_seed: int = 1
    function: str = "sin(2 * x)"
    points: Sequence[Sequence[float]] = ()
    held_out: Sequence[Sequence[float]] = ()
    features: Sequence[str] = ("x1", "x2")
    hidden: Sequence[tuple[int, str]] = ((4, "tanh"), (2, "tanh"))
    initialization: str | float = "xavier"
    seed: int = 1
    learning_rate: float = 0.1
    batch_size: int | None = 10
    optimizer: str = "gradient descent"
    l2: float = 0.0
    keep: float = 1.0

    def __post_init__(self) -> None:
        check_data(self.data, self.task)
        _check_network(self)
        _check_rule(self)
        object.__setattr__(self, "features", tuple(self.features))
        object.__setattr__(self, "hidden", tuple((int(units), name) for units, name in self.hidden))

    def as_dict(self) -> dict[str, Any]:
        """What differs from the usual: playground(**settings.as_dict()) is this one."""
        usual = asdict(Settings())
        return {name: _plain(value) for name, value in asdict(self).items() if value != usual[name]}

    def examples(self) -> Points:
        """To train on, and held out; where both are given, just these, as few and as far out as they may be."""
        if self.data == "own" and self.held_out not in ((), []):
            both = [as_points(getattr(self, name), name, self.task) for name in ("points", "held_out")]
            return Points(*(part for own in both for part in (own[:2], own[2:])))  # of (3, m) and (3, k)
        how = {name: getattr(self, name) for name in ("task", "m", "noise", "train_share", "function")}
        return draw(self.data, seed=self.data_seed, own=self.points, **how)

    def state(self, examples: Points) -> State:
        """Before the first step; every unit is on."""
        return State(
            examples.points,
            examples.Y,
            self.learning_rate,
            on=tuple(np.ones(units, bool) for units, _ in self.hidden),
            activations=tuple(name for _, name in self.hidden),
            held_out=(examples.points_test, examples.Y_test),
            **{name: getattr(self, name) for name in ("features", "task", "batch_size", "optimizer", "l2", "keep")},
        )

    def begin(self, examples: Points, functions: Functions | None = None) -> LiveTraining:
        """A training on these examples, at its start."""
        return self.train(self.state(examples), functions)

    def train(self, state: State, functions: Functions | None = None) -> LiveTraining:
        """The same for a state that there is already: first weights, and all that chance decides, from the seed."""
        return LiveTraining(state, initialize(state.sizes, self.seed, self.initialization), self.seed, functions)


def of(settings: Any) -> Settings:
    """Settings from a dict; a name that is none of them gets a sentence."""
    known = [field.name for field in fields(Settings)]
    for name in settings:
        if name not in known:
            raise TypeError(f"there is no setting {name!r}; there are {', '.join(known)}")
    return Settings(**settings)


def training(*, forward: Function | None = None, backward: Function | None = None, **settings: Any) -> LiveTraining:
    """What a playground with these settings trains, at its start, without the panel.

    forward, backward: a learner's own.  settings: those of `Settings`.
    """
    chosen = of(settings)
    return chosen.begin(chosen.examples(), Functions.own(forward, backward))


def _plain(value: Any) -> Any:
    """A number of NumPy's as one of Python's, which is printed so that it can be read without NumPy."""
    return value.item() if isinstance(value, np.generic) else value


def _check_network(settings: Settings) -> None:
    check_names(settings.features)
    check_scheme(settings.initialization)
    for name in ("seed", "data_seed"):
        _check_fixed_seed(name, getattr(settings, name))
    hidden = settings.hidden
    if isinstance(hidden, str) or not isinstance(hidden, Sequence) or len(hidden) > MOST_LAYERS:
        raise ValueError(
            f'hidden is {hidden!r:.60}; pass up to {MOST_LAYERS} layers, such as [(4, "tanh"), (2, "tanh")]'
        )
    for layer in hidden:
        _check_layer(layer)


def _check_fixed_seed(name: str, seed: Any) -> None:
    check_seed(seed)
    if seed is None:
        raise ValueError(f"{name} is None; what can be restored needs a whole number, such as 1")


def _check_layer(layer: Any) -> None:
    if isinstance(layer, str) or not isinstance(layer, Sequence) or len(layer) != 2:
        raise ValueError(f'a hidden layer is {layer!r:.40}; pass its units and its activation, such as (4, "tanh")')
    units, name = layer
    check_count(units, "the number of units of a hidden layer")
    if units > MOST_UNITS:
        raise ValueError(f"a hidden layer has {units} units; there is room for {MOST_UNITS}")
    if name not in ACTIVATIONS:
        raise ValueError(f"the activation of a hidden layer is {name!r}; it is one of {', '.join(ACTIVATIONS)}")


def _check_rule(settings: Settings) -> None:
    check_learning_rate(settings.learning_rate)
    check_l2(settings.l2)
    if settings.batch_size is not None:
        check_count(settings.batch_size, "batch_size")
    if settings.optimizer not in list(OPTIMIZERS):
        raise ValueError(f"optimizer is {settings.optimizer!r}; it is one of {', '.join(OPTIMIZERS)}")
    if not is_number(settings.keep) or not 0 < settings.keep <= 1:
        raise ValueError(f"keep is {settings.keep!r}; it is the share that dropout leaves, above 0 and up to 1")
