"""What a program is made of: a network, what it is told of a point, and the rule by which it learned."""

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.playground.changes import RULE
from helpers.playground.features import check_names
from helpers.playground.layers import units_on
from helpers.playground.live import LiveTraining
from helpers.playground.settings import ACTIVATIONS
from helpers.playground.state import OUTPUTS
from helpers.validation import Layers, check_count, check_l2, check_layers, check_learning_rate, is_number
from helpers.wording import count, listed

OUTPUT = ("sigmoid", "identity")
OPTIMIZERS = {"gradient descent": "gradient descent", "momentum": "momentum (beta 0.9)", "adam": "Adam"}


@dataclass(frozen=True)
class Trained:
    """A network with one output, and how it was trained.

    params: [(W1, b1), ..., (WL, bL)].  activations: names, one a layer; the last is "sigmoid", trained with
    cross-entropy, or "identity", trained with the squared error.  features: names of FEATURES, one an input.
    batch_size: examples in a step; None: all.  l2: of the penalty l2/(2m) times all squared weights, m examples in all.
    keep: the share of each hidden layer's outputs that dropout leaves.
    """

    params: Layers
    activations: Sequence[str]
    features: Sequence[str]
    learning_rate: float = 0.1
    batch_size: int | None = None
    optimizer: str = "gradient descent"
    l2: float = 0.0
    keep: float = 1.0

    def __post_init__(self) -> None:
        check_names(self.features)
        self._check_units()
        check_layers(self.params)
        self._check_ends()
        self._check_activations()
        self._check_rule()

    @classmethod
    def of(cls, live: LiveTraining) -> "Trained":
        """The network of a playground as it is; units that are off are left out."""
        state = live.state
        activations = [*state.activations, OUTPUTS[state.task][0]]
        rule = {name: getattr(state, name) for name in RULE}
        return cls(units_on(live.params, state.on), activations, state.features, **rule)

    @property
    def sizes(self) -> list[int]:
        """The inputs, the units of each hidden layer, the output."""
        return [len(self.features), *(len(W) for W, _ in self.params)]

    @property
    def hidden(self) -> list[str]:
        """The activations of the hidden layers."""
        return list(self.activations[:-1])

    @property
    def is_classifier(self) -> bool:
        """A class is asked for, not a number."""
        return self.activations[-1] == "sigmoid"

    @property
    def has_dropout(self) -> bool:
        """There are hidden units, and some are silent in each step."""
        return self.keep < 1 and bool(self.hidden)

    @property
    def size_in_words(self) -> str:
        """As the field writes it: 2-4-1."""
        return "-".join(map(str, self.sizes))

    @property
    def rule_in_words(self) -> str:
        """How it was trained: what a docstring says of it."""
        batch = "all examples in each step" if self.batch_size is None else f"mini-batches of {self.batch_size}"
        parts = [OPTIMIZERS[self.optimizer], f"learning rate {self.learning_rate:g}", batch]
        parts += [f"L2 penalty {self.l2:g}"] * (self.l2 > 0)
        parts += [f"dropout that keeps {self.keep:g} of each hidden layer"] * self.has_dropout
        return ", ".join(parts)

    def _check_units(self) -> None:
        for layer, (W, _) in enumerate(self.params, 1):
            if len(W) == 0:
                raise ValueError(f"layer {layer} has no unit that is on: switch one on, or remove the layer")

    def _check_ends(self) -> None:
        inputs, outputs = self.params[0][0].shape[1], len(self.params[-1][0])
        if inputs != len(self.features):
            features = count(len(self.features), "feature")
            raise ValueError(f"W1 takes {count(inputs, 'input')} and there are {features}: each input needs one")
        if outputs != 1:
            raise ValueError(f"the network has {outputs} outputs; one that becomes a program here has one")

    def _check_activations(self) -> None:
        if isinstance(self.activations, str) or len(self.activations) != len(self.params):
            layers = count(len(self.params), "layer")
            raise ValueError(
                f"the activations are {self.activations!r}; pass a list of names, one for each of {layers}"
            )
        for layer, name in enumerate(self.activations, 1):
            known = ACTIVATIONS if layer < len(self.params) else OUTPUT
            if name not in known:
                raise ValueError(f"the activation of layer {layer} is {name!r}; it must be {listed(known, 'or')}")

    def _check_rule(self) -> None:
        check_learning_rate(self.learning_rate)
        check_l2(self.l2)
        if self.batch_size is not None:
            check_count(self.batch_size, "batch_size")
        if self.optimizer not in OPTIMIZERS:
            raise ValueError(f"there is no optimizer {self.optimizer!r}; there are {listed(list(OPTIMIZERS))}")
        if not is_number(self.keep) or not 0 < self.keep <= 1:
            raise ValueError(f"keep is {self.keep!r}; it must be a number above 0 and up to 1, such as 0.8")
