"""The L-layer network: any sizes, any activation in each layer; one loop over the layers, forward and back.

params: [(W1, b1), ..., (WL, bL)] with W[l] (n_l, n_{l-1}) and b[l] (n_l, 1).  X: (n_0, m), one example a column.
Y: (n_L, m).  activations: one a layer, such as [relu, relu, sigmoid].
Notebook 05, where every line is derived; Goodfellow et al., Deep Learning (2016), section 6.5.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from helpers.activations import Activation
from helpers.initialization import initialize as initialize
from helpers.validation import Array, Layers, validated


class Cache(NamedTuple):
    """What a forward block keeps for the way back: A_prev (n_prev, m), W (n, n_prev), Z (n, m) and A (n, m)."""

    A_prev: Array
    W: Array
    Z: Array
    A: Array


@validated(W="(n, n_prev)", A_prev="(n_prev, m)", b="(n, 1)", g="activation")
def layer_forward(A_prev: Array, W: Array, b: Array, g: Activation) -> tuple[Array, Cache]:
    """The forward block: A[l-1] in; Z[l] = W[l] A[l-1] + b[l]; A[l] = g(Z[l]), (n_l, m), out, and the cache.

    Notebook 05, "The forward block".
    """
    Z = np.dot(W, A_prev) + b  # (n, m)
    A = g(Z)  # (n, m)
    return A, Cache(A_prev, W, Z, A)


@validated(params="[(W, b), ...]", X="(n0, m)", activations="activations")
def forward(params: Layers, X: Array, activations: Sequence[Activation]) -> tuple[Array, list[Cache]]:
    """Forward blocks from X to the answer A[L], (n_L, m), and their caches.  Notebook 05, "The loop over layers"."""
    A, caches = X, []  # (n0, m)
    for (W, b), g in zip(params, activations, strict=True):
        A, cache = layer_forward(A, W, b, g)  # (n, m)
        caches.append(cache)
    return A, caches


@validated(cache="cache", dZ="(n, m)")
def linear_backward(dZ: Array, cache: Cache) -> tuple[Array, Array, Array]:
    """dA[l-1] = W.T dZ, dW = dZ A[l-1].T / m and db = sum of dZ / m: (n_prev, m), (n, n_prev) and (n, 1).

    Notebook 05, "The backward block".
    """
    A_prev, W, Z, A = cache
    m = dZ.shape[1]
    dW = np.dot(dZ, A_prev.T) / m  # (n, n_prev)
    db = dZ.sum(axis=1, keepdims=True) / m  # (n, 1)
    dA_prev = np.dot(W.T, dZ)  # (n_prev, m)
    return dA_prev, dW, db


@validated(cache="cache", dA="(n, m)", g="activation")
def layer_backward(dA: Array, cache: Cache, g: Activation) -> tuple[Array, Array, Array]:
    """The backward block: dA[l] in; dA[l-1], dW[l] and db[l] out.  Notebook 05, "The backward block"."""
    A_prev, W, Z, A = cache
    dZ = dA * g.derivative_from_output(A)  # (n, m)
    return linear_backward(dZ, cache)


@validated(caches="caches", dZ="(nL, m)", activations="activations")
def backward(dZ: Array, caches: Sequence[Cache], activations: Sequence[Activation]) -> Layers:
    """From dZ[L] (n_L, m) back to the first layer: [(dW1, db1), ..., (dWL, bL)].  Notebook 05, "The recursion back".

    The output's own slope is in dZ[L] already, A[L] - Y as a rule.  dA[0], which comes out last, is thrown away: X is
    given, nothing could change it.
    """
    dA, dW, db = linear_backward(dZ, caches[-1])  # (n_prev, m), (nL, n_prev), (nL, 1)
    gradients = [(dW, db)]
    for cache, g in zip(reversed(caches[:-1]), reversed(activations[:-1]), strict=True):
        dA, dW, db = layer_backward(dA, cache, g)  # (n_prev, m), (n, n_prev), (n, 1)
        gradients.insert(0, (dW, db))
    return gradients


@validated(params="[(W, b), ...]", gradients="like params", learning_rate="learning rate")
def update(params: Layers, gradients: Layers, learning_rate: float) -> Layers:
    """One step downhill in every layer: W - learning_rate dW and b - learning_rate db.

    Notebook 05, "The whole network".
    """
    layers = zip(params, gradients, strict=True)
    return [(W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in layers]  # as params


@validated(
    params="[(W, b), ...]",
    X="(n0, m)",
    Y="(nL, m)",
    activations="activations",
    learning_rate="learning rate",
    iterations="count",
)
def train(
    params: Layers, X: Array, Y: Array, activations: Sequence[Activation], learning_rate: float, iterations: int
) -> Layers:
    """The whole recipe: forward, dZ[L] = A[L] - Y, backward, update, over and over.  Notebook 05, "The whole network".

    The output is a sigmoid or a softmax, the loss its cross-entropy.  Returns the last parameters.
    """
    for _ in range(iterations):
        A, caches = forward(params, X, activations)  # (nL, m)
        gradients = backward(A - Y, caches, activations)
        params = update(params, gradients, learning_rate)
    return params
