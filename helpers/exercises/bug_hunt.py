"""Name that bug: one line of a network's training is wrong, chosen by a seed; curve, gradients, check give it away."""

from dataclasses import dataclass, field
from typing import Any

from helpers import networks
from helpers.faults import FAULTS, Fault, functions, hidden, suspects, verdict
from helpers.networks.model import Model

__all__ = ["FAULTS", "Suspect", "hide", "list_suspects"]


@dataclass(frozen=True)
class Suspect:
    """A network with one fault, which its repr does not give away."""

    fault: Fault = field(repr=False)

    def network(self, activations: Any) -> Model:
        """The faulty functions, ready for training and for a gradient check."""
        return networks.deep_network(activations, **functions(self.fault))

    def accuse(self, number: int | None) -> None:
        """Say whether fault `number` of the list is the one; if so, show its line."""
        print(verdict(self.fault, number))


def hide(seed: int) -> Suspect:
    """A fault that this seed chooses."""
    return Suspect(hidden(seed))


def list_suspects() -> None:
    """Print what may be wrong."""
    print(suspects())
