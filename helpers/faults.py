"""Faults of a network's training, one line each: the line that is right, and what stands in its place.

Notebook 05, "Name that bug", and the playground hide one by a seed.  What is shown in the end is what ran.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

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


OF_THE_PASSES = (  # forward and backward
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
)
OF_THE_UPDATE = (
    Fault("update adds the gradient of the weights", "W = W - learning_rate * dW", "W = W + learning_rate * dW"),
    Fault("update leaves the biases as they are", "b = b - learning_rate * db", "b = b"),
)
FAULTS = OF_THE_PASSES + OF_THE_UPDATE


def functions(fault: Fault) -> dict[str, Any]:
    """forward, backward and update with the fault in them."""
    names: dict[str, Any] = {"np": np}
    exec(SOURCE.replace(fault.right, fault.wrong), names)
    return {name: names[name] for name in ("forward", "backward", "update")}


def passes(fault: Fault) -> dict[str, Any]:
    """forward and backward alone."""
    return {name: function for name, function in functions(fault).items() if name != "update"}


def hidden(seed: int, faults: Sequence[Fault] = FAULTS) -> Fault:
    """The one that this seed chooses."""
    return faults[int(np.random.default_rng(seed).integers(len(faults)))]


def suspects(faults: Sequence[Fault] = FAULTS) -> str:
    """What may be wrong, a numbered line each."""
    return "\n".join(f"{number}. {fault.words}" for number, fault in enumerate(faults, 1))


def verdict(fault: Fault, number: int | None, faults: Sequence[Fault] = FAULTS) -> str:
    """Whether number 1, 2, ... of the list is the fault; if so, its line."""
    if number is None:
        return "Which one is it? Put its number in place of None, then run this cell again."
    if number not in range(1, len(faults) + 1):
        return f"There are {len(faults)} suspects, from 1 to {len(faults)}."
    if faults[number - 1] is not fault:
        return f"It is not number {number}: {faults[number - 1].words}. Look again at what is right and what is wrong."
    return f"Found: {fault.words}.\n  it ran    {fault.wrong}\n  right is  {fault.right}"
