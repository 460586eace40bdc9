"""The panel: every setting a control, the picture to touch, and the network as settings and as code."""

from collections.abc import Sequence
from typing import Any

from helpers.explorers.backpropagation import backpropagation_by_hand
from helpers.explorers.playground.by_hand import passes_of
from helpers.explorers.playground.chosen import CLICKS, FOLLOWING, NO_PRESET, SOURCES, source_of
from helpers.explorers.playground.playing import Playground
from helpers.faults import OF_THE_PASSES, Fault, hidden, passes, suspects, verdict
from helpers.initialization import SCHEMES
from helpers.playground import function_text
from helpers.playground.as_code import CODE, Trained
from helpers.playground.presets import PRESETS
from helpers.playground.settings import Settings, of
from helpers.playground.state import OPTIMIZERS, Functions
from helpers.validation import Function, check_seed
from helpers.widgets.controls import Control, folded
from helpers.widgets.hands import Touch
from helpers.widgets.panel import button, choice, field, slider, toggle
from helpers.widgets.player import Player
from helpers.wording import rounded

NOISE = (None, 0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.8, 1.2)
SHARES = tuple(round(0.1 * k, 1) for k in range(1, 10))
DECADE = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)  # evenly spaced, nearly, on a logarithmic scale
RATES = (*(float(f"{rate}e{power}") for power in (-3, -2, -1, 0) for rate in DECADE), 10.0)
BATCHES = (1, 2, 5, 10, 20, 50, None)
L2 = (0.0, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
KEEP = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)


class PlaygroundPanel(Player):
    """A player that also gives its network as settings and as code."""

    _playable: Playground
    fault: Fault | None = None

    @property
    def live(self) -> Any:
        """The training: its parameters, its moments, its log."""
        return self._playable.live

    @property
    def now(self) -> dict[str, Any]:
        """What differs from the usual: playground(**panel.now) begins with the same form, examples and rule.

        Weights are drawn anew from the seed, and every unit is on.
        """
        return self._playable.now().as_dict()

    def code(self, kind: str = "numpy") -> str:
        """The network as it is, as a program: "numpy", "pytorch" or "sklearn".

        The formulas are the course's: with a forward of your own that differs from them, the answers differ too.
        """
        if kind not in CODE:
            raise ValueError(f"there is no code for {kind!r}; there is {', '.join(CODE)}")
        return CODE[kind](Trained.of(self.live))

    def by_hand(self) -> Player:
        """Back-propagation by hand, the panel of notebook 05, on this network as it is, if it is a 2-2-2-1 network."""
        functions = self._playable.functions
        return backpropagation_by_hand(functions and functions.backward, passes_of(self.live))

    def list_suspects(self) -> None:
        """Print what may be wrong where a fault is hidden."""
        print(suspects(OF_THE_PASSES))

    def accuse(self, number: int | None) -> None:
        """Say whether fault `number` of the list is the one that is hidden here; if so, show its line."""
        if self.fault is None:
            raise ValueError("no fault is hidden here; begin with playground(fault=1), or another number")
        print(verdict(self.fault, number, OF_THE_PASSES))

    def _take(self, question: Any) -> None:
        super()._take(question)
        self._follow({name: self._playable.controls[name] for name in FOLLOWING})

    def _touched(self, touch: Touch) -> None:
        """A preset that was changed by hand is none any more, and points moved by hand are one's own.

        What follows here is not taken for what was just chosen.
        """
        before = dict(self._playable.controls)
        super()._touched(touch)
        now = self._playable.controls
        self._follow({name: now[name] for name in ("preset", "source") if now[name] != before[name]})


def playground(
    *,
    forward: Function | None = None,
    backward: Function | None = None,
    fault: int | None = None,
    title: str = "Playground",
    **settings: Any,
) -> PlaygroundPanel:
    """A network that trains under your hands.

    forward(params, X, activations) and backward(dZ, caches, activations): your own of notebook 05 train it, and the
    gradient check goes on beside.  settings: what a playground begins with, such as data="spirals" or
    hidden=[(8, "tanh"), (8, "tanh")]; `Settings` names them all.  title: a second playground needs one of its own.
    fault: a seed that hides a fault in forward or backward; find it, then say so with `accuse`.
    """
    if fault is not None:
        if forward or backward:
            raise ValueError("a fault is hidden in functions of ours; pass fault, or forward and backward, not both")
        return _with_fault(fault, title, of(settings))
    game = Playground(of(settings), Functions.own(forward, backward))
    return PlaygroundPanel(title, controls(game.settings), game, unit="epoch", speed=1)


def _with_fault(seed: int, title: str, settings: Settings) -> PlaygroundPanel:
    """The gradient check waits to be asked for: it names the layer, and curve and map are to be read first."""
    check_seed(seed)
    fault = hidden(seed, OF_THE_PASSES)
    game = Playground(settings, Functions(**passes(fault)))
    game.controls["check"] = False
    panel = PlaygroundPanel(
        title, [*controls(settings), toggle("check", "gradient check")], game, unit="epoch", speed=1
    )
    panel.fault = fault
    return panel


def controls(now: Settings) -> list[Control]:
    """One for each thing that is not touched in the picture, at its value of now; the rarer ones are folded away."""
    return [*_first(now), *folded("More settings", [*_data(now), *_rule(now), *_view()])]


def _first(now: Settings) -> list[Control]:
    return [
        choice("preset", "preset", [NO_PRESET, *PRESETS], start=NO_PRESET),
        choice("source", "data", list(SOURCES), start=source_of(now)),
        _through("learning_rate", "learning rate", RATES, now.learning_rate, rounded),
        choice("batch_size", "batch", _with(BATCHES, now.batch_size), start=now.batch_size, text=_batch),
        choice("optimizer", "optimiser", list(OPTIMIZERS), start=now.optimizer),
    ]


def _data(now: Settings) -> list[Control]:
    return [
        field("function", "function, such as sin(2 * x)", now.function, read=_read),
        _through("noise", "noise", NOISE, now.noise, lambda noise: "usual" if noise is None else f"{noise:g}"),
        _through("train_share", "training share", SHARES, now.train_share, lambda share: f"{share:.0%}"),
        button("new_points", "New points"),
    ]


def _rule(now: Settings) -> list[Control]:
    return [
        choice("initialization", "first weights", _with(SCHEMES, now.initialization), start=now.initialization),
        button("new_start", "Another start"),
        _through("l2", "L2", L2, now.l2, lambda l2: f"{l2:g}"),
        _through("keep", "kept by dropout", KEEP, now.keep, lambda keep: f"{keep:.0%}"),
    ]


def _view() -> list[Control]:
    return [
        choice("click", "a click adds", CLICKS, start=CLICKS[0]),
        toggle("hard", "answer in two colours"),
        toggle("unseen", "draw points held out"),
    ]


def _read(text: str) -> str:
    function_text.read(text)
    return text


def _batch(size: int | None) -> str:
    return "all" if size is None else str(size)


def _through(name: str, label: str, values: Sequence[Any], now: Any, text: Any) -> Control:
    return slider(name, label, sorted(_with(values, now), key=_order), now, text=text)


def _order(value: Any) -> float:
    return -1.0 if value is None else float(value)


def _with(values: Sequence[Any], now: Any) -> list[Any]:
    """The values, and the one of now, if it is none of them."""
    return [*values] if now in values else [*values, now]
