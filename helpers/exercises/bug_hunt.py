"""Name that bug: one line of a network's training is wrong, chosen by a seed; curve, gradients and check give it away.

The faults are data: the line that is right, and what stands in its place.  What is shown in the end is what ran.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from helpers import networks
from helpers.networks.model import Model

SOURCE = """
def forward(params, X, activations):
    A, caches = X, []
    for (W, b), g in zip(params, activations):
        Z = np.dot(W, A) + b
        A_prev, A = A, g(Z)
        caches.append((A_prev, W, Z, A))
    return A, caches


def backward(dZ, caches, activations):
    m, gradients = dZ.shape[1], []
    for layer in reversed(range(len(caches))):
        A_prev, W, Z, A = caches[layer]
        dW = np.dot(dZ, A_prev.T) / m
        db = dZ.sum(axis=1, keepdims=True) / m
        gradients.insert(0, (dW, db))
        if layer > 0:
            dA_prev = np.dot(W.T, dZ)
            slope = activations[layer - 1].derivative(caches[layer - 1][2])
            dZ = dA_prev * slope
    return gradients


def update(params, gradients, learning_rate):
    new = []
    for (W, b), (dW, db) in zip(params, gradients):
        W = W - learning_rate * dW
        b = b - learning_rate * db
        new.append((W, b))
    return new
"""


@dataclass(frozen=True)
class Fault:
    """words: what is wrong, as a suspect; right: the line of SOURCE; wrong: what stands in its place."""

    words: str
    right: str
    wrong: str


FAULTS = (
    Fault(
        "the slope of a layer is taken at A, where Z is needed",
        "slope = activations[layer - 1].derivative(caches[layer - 1][2])",
        "slope = activations[layer - 1].derivative(caches[layer - 1][3])",
    ),
    Fault("the slopes of the hidden layers are missing", "dZ = dA_prev * slope", "dZ = dA_prev"),
    Fault("the error is turned round at each layer", "dZ = dA_prev * slope", "dZ = -dA_prev * slope"),
    Fault("the error is divided by m at each layer", "dA_prev = np.dot(W.T, dZ)", "dA_prev = np.dot(W.T, dZ) / m"),
    Fault("db lacks its 1/m", "db = dZ.sum(axis=1, keepdims=True) / m", "db = dZ.sum(axis=1, keepdims=True)"),
    Fault("dW lacks its 1/m", "dW = np.dot(dZ, A_prev.T) / m", "dW = np.dot(dZ, A_prev.T)"),
    Fault("the biases are left out on the way forward", "Z = np.dot(W, A) + b", "Z = np.dot(W, A)"),
    Fault("update adds the gradient of the weights", "W = W - learning_rate * dW", "W = W + learning_rate * dW"),
    Fault("update leaves the biases as they are", "b = b - learning_rate * db", "b = b"),
)


@dataclass(frozen=True)
class Suspect:
    """A network with one fault, which its repr does not give away."""

    fault: Fault = field(repr=False)

    def network(self, activations: Any) -> Model:
        """The faulty functions, ready for training and for a gradient check."""
        return networks.deep_network(activations, **functions(self.fault))

    def accuse(self, number: int | None) -> None:
        """Say whether fault `number` of the list is the one; if so, show its line."""
        if number is None:
            print("Which one is it? Put its number in place of None, then run this cell again.")
        elif number not in range(1, len(FAULTS) + 1):
            print(f"There are {len(FAULTS)} suspects, from 1 to {len(FAULTS)}.")
        elif FAULTS[number - 1] is not self.fault:
            print(
                f"It is not number {number}: {FAULTS[number - 1].words}. Look again at what is right and what is wrong."
            )
        else:
            print(f"Found: {self.fault.words}.\n  it ran    {self.fault.wrong}\n  right is  {self.fault.right}")


def functions(fault: Fault) -> dict[str, Any]:
    """forward, backward and update with the fault in them."""
    names: dict[str, Any] = {"np": np}
    exec(SOURCE.replace(fault.right, fault.wrong), names)
    return {name: names[name] for name in ("forward", "backward", "update")}


def hide(seed: int) -> Suspect:
    """A fault that this seed chooses."""
    return Suspect(FAULTS[int(np.random.default_rng(seed).integers(len(FAULTS)))])


def list_suspects() -> None:
    """Print what may be wrong."""
    for number, fault in enumerate(FAULTS, 1):
        print(f"{number}. {fault.words}")
