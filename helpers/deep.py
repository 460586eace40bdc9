"""The L-layer network: any sizes, any activation in each layer; one loop over the layers, forward and back.

params: [(W1, b1), ..., (WL, bL)] with W[l] (n_l, n_{l-1}) and b[l] (n_l, 1).  X: (n_0, m), one example a column.
Y: (n_L, m).  Notebook 05, where every line is derived; Goodfellow et al., Deep Learning (2016), section 6.5.
"""

from collections.abc import Callable, Sequence
from inspect import unwrap
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np

from helpers.activations import Activation, by_name
from helpers.initialization import initialize as initialize
from helpers.networks.model import Model
from helpers.networks.output_layers import OutputLayer, output
from helpers.parameters import pairs
from helpers.training.in_place import FastPath
from helpers.validation import Array, Layers, check_examples, check_same_shape, door, explained

Gradient: TypeAlias = list[tuple[Array, Array]]
Cache: TypeAlias = tuple[Array, Array, Array, Array]  # A_prev, W, Z, A: what a forward block keeps for the way back


def _check_layer(A_prev: Any, W: Any, b: Any, *_: Any) -> None:
    if np.shape(b) != (len(W), 1):
        raise ValueError(f"b has shape {np.shape(b)}; W has shape {np.shape(W)}, so b must be ({len(W)}, 1)")
    check_examples(A_prev, W.shape[1], "A_prev")


@explained(_check_layer)
def linear_forward(A_prev: Array, W: Array, b: Array) -> Array:
    """Z[l] = W[l] A[l-1] + b[l]: the scores of a layer, (n_l, m).  Notebook 05, "The forward block"."""
    return np.dot(W, A_prev) + b


def layer_forward(A_prev: Array, W: Array, b: Array, g: Activation) -> tuple[Array, Cache]:
    """The forward block: a[l-1] in, a[l] = g(z[l]) out, and the cache.  Notebook 05, "The forward block"."""
    Z = linear_forward(A_prev, W, b)
    A = g(Z)
    return A, (A_prev, W, Z, A)


def check_layers(params: Layers, activations: Sequence[Activation]) -> None:
    """Each layer must take as many numbers as the one before it gives, and have an activation."""
    if len(pairs(params, "params")) != len(activations):
        raise ValueError(f"there are {len(params)} layers and {len(activations)} activations; each layer needs one")
    for layer, ((W_prev, _), (W, _)) in enumerate(pairwise(params), 2):
        if W.shape[1] != len(W_prev):
            message = f"W{layer} has shape {W.shape}, but layer {layer - 1} gives {len(W_prev)} numbers"
            raise ValueError(f"{message}: W{layer} must be ({len(W)}, {len(W_prev)})")


def _check(params: Layers, X: Any, activations: Sequence[Activation]) -> None:
    check_layers(params, activations)
    check_examples(X, params[0][0].shape[1])


@door(_check)
def forward(params: Layers, X: Array, activations: Sequence[Activation]) -> tuple[Array, list[Cache]]:
    """Forward blocks from X to the answer A[L], and their caches.  Notebook 05, "The loop over layers"."""
    A, caches = X, []
    for (W, b), g in zip(params, activations, strict=True):
        A, cache = layer_forward(A, W, b, g)
        caches.append(cache)
    return A, caches


def _check_dz(dZ: Any, cache: Cache) -> None:
    check_same_shape(cache[2], dZ, ("Z", "dZ"))


@explained(_check_dz)
def linear_backward(dZ: Array, cache: Cache) -> tuple[Array, Array, Array]:
    """dA[l-1] = W' dZ, dW = dZ A[l-1]'/m and db = sum of dZ /m, from dZ[l].  Notebook 05, "The backward block"."""
    A_prev, W, _, _ = cache
    m = dZ.shape[1]
    dW = np.dot(dZ, A_prev.T) / m
    db = dZ.sum(axis=1, keepdims=True) / m
    dA_prev = np.dot(W.T, dZ)
    return dA_prev, dW, db


def layer_backward(dA: Array, cache: Cache, g: Activation) -> tuple[Array, Array, Array]:
    """The backward block: da[l] in, da[l-1], dW[l] and db[l] out.  Notebook 05, "The backward block"."""
    _, _, _, A = cache
    dZ = g.error(dA, A)  # dA * g'(Z), with the slope read off A
    return linear_backward(dZ, cache)


def backward(dA: Array, caches: Sequence[Cache], activations: Sequence[Activation]) -> Gradient:
    """Backward blocks from dA[L] to the first layer: [(dW1, db1), ...].  Notebook 05, "The recursion back".

    dA[0], which comes out last, is thrown away: X is given, nothing could change it.
    """
    gradients: Gradient = []
    for cache, g in zip(reversed(caches), reversed(activations), strict=True):
        dA, dW, db = layer_backward(dA, cache, g)
        gradients.insert(0, (dW, db))
    return gradients


def backward_deltas(dZ: Array, caches: Sequence[Cache], activations: Sequence[Activation]) -> Gradient:
    """The same from dZ[L], with dZ[l-1] = g'(z[l-1]) * W[l]' dZ[l].  Notebook 05, "The same in deltas".

    Divided by m once, and dA[0] is never computed: this is what training runs on.
    """
    dZ = dZ / dZ.shape[1]
    gradients: Gradient = []
    for layer in reversed(range(len(caches))):
        A_prev, W, _, _ = caches[layer]
        gradients.insert(0, (np.dot(dZ, A_prev.T), dZ.sum(axis=1, keepdims=True)))
        if layer:
            dZ = activations[layer - 1].error(np.dot(W.T, dZ), A_prev)
    return gradients


def update(params: Layers, gradients: Layers, learning_rate: float) -> Gradient:
    """One step downhill in every layer, W - rate dW and b - rate db.  Notebook 05, "The whole network"."""
    return [
        (W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in zip(params, gradients, strict=True)
    ]


def model(
    activations: Sequence[str | Activation], *, loss: str = "cross_entropy", l2: float = 0.0, **own: Callable[..., Any]
) -> Model:
    """A network for `training.fit`: deep.model(["relu", "relu", "sigmoid"]).

    activations: one a layer, by name or as an `Activation`.  loss: "cross_entropy" (after sigmoid or softmax) or
    "squared_error".  l2: strength of the penalty on the weights.
    own: forward, cost, backward or update of your own in place of ours, with the same arguments.
    """
    gs = [by_name(name) for name in activations]
    _check_model(gs, l2, own)
    end = output(gs[-1], loss)
    forwards, backwards, cost = _forwards(gs, own), _backwards(gs, end, own), own.get("cost", end.cost)
    return Model(
        name=", ".join(g.name for g in gs),
        forward=forwards,
        backward=backwards,
        cost=cost,
        predict=lambda params, X: end.to_labels(_first(forwards(params, X))),
        update=own.get("update"),
        output=_first,
        check_labels=end.check_labels,
        check_layers=lambda params: check_layers(params, gs),
        fast_path=None if own else FastPath(gs, end, (forwards, backwards, cost)),
        l2=l2,
    )


def _forwards(gs: Sequence[Activation], own: dict[str, Any]) -> Callable[..., Any]:
    """forward(params, X) for these activations, behind a door."""
    run = unwrap(own.get("forward", forward))

    def check(params: Layers, X: Any) -> None:
        _check(params, X, gs)

    @door(check)
    def forwards(params: Layers, X: Array) -> Any:
        return run(params, X, gs)

    return forwards


def _backwards(gs: Sequence[Activation], end: OutputLayer, own: dict[str, Any]) -> Callable[..., Any]:
    """backward(params, forwarded, X, Y) for these activations: from dA[L] by one's own, from dZ[L] by ours."""

    def backwards(_params: Layers, forwarded: Any, _X: Array, Y: Array) -> Any:
        A, caches = forwarded
        if "backward" in own:
            return own["backward"](end.derivative(A, Y), caches, gs)
        return backward_deltas(end.error(A, Y), caches, gs)

    return backwards


def _first(forwarded: Any) -> Array:
    A: Array = forwarded[0]
    return A


def _check_model(gs: Sequence[Activation], l2: Any, own: dict[str, Any]) -> None:
    if not gs:
        raise ValueError("there are no activations; each layer needs one, such as ['tanh', 'sigmoid']")
    if any(g.name == "softmax" for g in gs[:-1]):
        raise ValueError("softmax stands in a hidden layer; it turns scores into probabilities: only the output has it")
    if not isinstance(l2, (int, float, np.number)) or not 0 <= l2 < np.inf:
        raise ValueError(f"l2 is {l2!r}; it must be 0 or a number above it, such as 0.1")
    unknown = own.keys() - {"forward", "cost", "backward", "update"}
    if unknown:
        raise TypeError(f"{', '.join(sorted(unknown))} can't be replaced; forward, cost, backward and update can")
