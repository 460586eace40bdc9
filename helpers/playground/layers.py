"""Units, layers and inputs added to a network and taken away: what stays keeps its weights.

No answer changes with a new input or unit: the unit hears the layer before it at random and is not heard yet.  A new
layer passes on what it hears, so an answer changes by the bend of its activation alone, and not at all with relu behind
relu.  Where a layer goes, the matrices before and behind it become their product, which is what the two are without the
bend between.
Notebook 08, "A network to build"; Chen et al. (2016), Net2Net.
"""

from collections.abc import Sequence

import numpy as np

from helpers.parameters import Parameters
from helpers.validation import Array, Layers


def add_unit(params: Layers, layer: int, draw: int) -> Parameters:
    """One more unit in hidden layer 0, 1, ...; draw: the seed of the weights with which it hears the layer before."""
    layers = list(params)
    (W, b), (W_next, b_next) = layers[layer : layer + 2]
    n_prev = W.shape[1]
    w = np.random.default_rng(draw).standard_normal((1, n_prev)) / np.sqrt(n_prev)
    layers[layer] = np.vstack([W, w]), np.vstack([b, [[0.0]]])
    layers[layer + 1] = np.hstack([W_next, np.zeros((len(W_next), 1))]), b_next
    return Parameters(layers)


def remove_unit(params: Layers, layer: int, unit: int) -> Parameters:
    """Without one unit of a hidden layer, and without the weights to and from it."""
    layers = list(params)
    (W, b), (W_next, b_next) = layers[layer : layer + 2]
    layers[layer] = np.delete(W, unit, axis=0), np.delete(b, unit, axis=0)
    layers[layer + 1] = np.delete(W_next, unit, axis=1), b_next
    return Parameters(layers)


def add_layer(params: Layers, layer: int) -> Parameters:
    """One more hidden layer, number `layer` from now on, as large as what it hears: the identity."""
    layers = list(params)
    n = layers[layer][0].shape[1]
    layers.insert(layer, (np.eye(n), np.zeros((n, 1))))
    return Parameters(layers)


def remove_layer(params: Layers, layer: int) -> Parameters:
    """Without hidden layer 0, 1, ...: W_next (W a + b) + b_next = (W_next W) a + (W_next b + b_next)."""
    layers = list(params)
    (W, b), (W_next, b_next) = layers[layer : layer + 2]
    layers[layer : layer + 2] = [(np.dot(W_next, W), np.dot(W_next, b) + b_next)]
    return Parameters(layers)


def add_input(params: Layers, at: int) -> Parameters:
    """One more input, the one numbered `at` from now on, which no unit hears yet."""
    (W, b), *rest = params
    return Parameters([(np.insert(W, at, 0.0, axis=1), b), *rest])


def remove_input(params: Layers, at: int) -> Parameters:
    """Without an input and the weights from it."""
    (W, b), *rest = params
    return Parameters([(np.delete(W, at, axis=1), b), *rest])


def units_on(params: Layers, on: Sequence[Array]) -> Parameters:
    """The network without the hidden units that are off."""
    places = _places(params, on)
    return Parameters([(W[rows][:, columns], b[rows]) for (W, b), rows, columns in _zipped(params, places)])


def put_back(params: Layers, on: Sequence[Array], trained: Layers) -> None:
    """Write what was trained into the rows and columns of the units that are on."""
    for ((W, b), rows, columns), (W_new, b_new) in zip(_zipped(params, _places(params, on)), trained, strict=True):
        W[np.ix_(rows, columns)], b[rows] = W_new, b_new


def _places(params: Layers, on: Sequence[Array]) -> list[Array]:
    """For the inputs, each hidden layer and the output: which of them are there."""
    inputs, outputs = params[0][0].shape[1], len(params[-1][0])
    return [np.arange(inputs), *map(np.flatnonzero, on), np.arange(outputs)]


def _zipped(params: Layers, places: list[Array]) -> list[tuple[tuple[Array, Array], Array, Array]]:
    return list(zip(params, places[1:], places[:-1], strict=True))
