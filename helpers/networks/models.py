"""The three networks of the course, ready for training; functions of one's own take the place of ours."""

from collections.abc import Sequence
from dataclasses import replace
from functools import wraps
from operator import itemgetter
from typing import Any

from helpers import deep, logistic, regularization, shallow
from helpers.activations import Activation, as_activation, sigmoid, tanh
from helpers.networks.dropout import Dropout
from helpers.networks.model import FastPath, Model
from helpers.networks.output_layers import OutputLayer, as_it_is, output_layer
from helpers.validation import Array, Function, Layers, check_l2


def logistic_regression(
    *,
    forward: Function = logistic.forward,
    cost: Function = logistic.cost,
    backward: Function = logistic.backward,
    update: Function | None = None,
    predict: Function | None = None,
) -> Model:
    """One sigmoid unit.  params: [(w, b)], w (n, 1).  forward(params, X) gives A (1, m).  Notebook 02, "The loop"."""
    return Model(
        name="logistic regression",
        forward=forward,
        backward=backward,
        cost=cost,
        update=_own(update, logistic.update),
        answer=as_it_is,
        output_layer=output_layer(sigmoid),
        layers="[(w, b)]",
        features_axis=0,
        activations=(sigmoid,),
        own_predict=predict,
    )


def shallow_network(
    *,
    forward: Function = shallow.forward,
    cost: Function = shallow.cost,
    backward: Function = shallow.backward,
    update: Function | None = None,
    l2: float = 0.0,
) -> Model:
    """One hidden layer of tanh units.  params: [(W1, b1), (W2, b2)].  forward(params, X) gives (A1, A2).

    l2: strength of the penalty on the weights.  Notebook 04, "The loop".
    """
    check_l2(l2)
    activations, end = (tanh, sigmoid), output_layer(sigmoid)
    return Model(
        name="shallow network",
        forward=forward,
        backward=backward,
        cost=cost,
        update=_own(update, shallow.update),
        answer=itemgetter(1),  # forward returns (A1, A2)
        output_layer=end,
        layers="[(W1, b1), (W2, b2)]",
        l2=l2,
        fast_path=FastPath(activations, end, (shallow.forward, shallow.backward, shallow.cost)),
        activations=activations,
    )


def deep_network(
    activations: Sequence[Activation | Function | str],
    *,
    loss: str = "cross_entropy",
    l2: float = 0.0,
    forward: Function = deep.forward,
    cost: Function | None = None,
    backward: Function = deep.backward,
    update: Function | None = None,
    add_l2: Function = regularization.add_l2,
    dropout: Dropout | None = None,
) -> Model:
    """Any number of layers: deep_network([relu, relu, sigmoid]).  params: [(W1, b1), ..., (WL, bL)].

    activations: one a layer.  loss: "cross_entropy" (after sigmoid or softmax) or "squared_error".
    l2: strength of the penalty on the weights.  dropout: Dropout([0.8, 0.5], rng), in training only.
    forward(params, X, activations) -> A[L] and the caches; backward(dZ, caches, activations) -> gradients, from dZ[L].
    Notebook 05, "The whole network".
    """
    gs = _checked(activations)
    check_l2(l2)
    end = output_layer(gs[-1], loss)
    run, back, cost = _forward(forward, gs), _backward(backward, gs, end), cost or end.cost
    ours = forward is deep.forward and backward is deep.backward
    model = Model(
        name=", ".join(g.name for g in gs),
        forward=run,
        backward=back,
        cost=cost,
        update=_own(update, deep.update),
        answer=itemgetter(0),  # forward returns (A[L], caches)
        output_layer=end,
        layers=f"[{', '.join(f'(W{layer}, b{layer})' for layer, _ in enumerate(gs, 1))}]",
        l2=l2,
        fast_path=FastPath(gs, end, (run, back, cost)) if ours else None,
        activations=gs,
        add_l2=add_l2,
    )
    if dropout is None:
        return model
    dropped = dropout.after(gs)
    in_training = replace(model, forward=_forward(forward, dropped), backward=_backward(backward, dropped, end))
    return replace(model, in_training=in_training)


def _own(update: Function | None, ours: Function) -> Function | None:
    """A learner's update; None for ours, which is gradient descent on the flat vector."""
    return None if update is ours else update


def _forward(forward: Function, gs: Sequence[Activation]) -> Function:
    """forward(params, X) for these activations."""

    @wraps(forward, assigned=())
    def with_activations(params: Layers, X: Array) -> Any:
        return forward(params, X, gs)

    return with_activations


def _backward(backward: Function, gs: Sequence[Activation], end: OutputLayer) -> Function:
    """backward(params, forwarded, X, Y) for these activations, from dZ[L]."""

    @wraps(backward, assigned=())
    def from_output_delta(_params: Layers, forwarded: Any, _X: Array, Y: Array) -> Any:
        A, caches = forwarded
        return backward(end.output_delta(A, Y), caches, gs)

    return from_output_delta


def _checked(activations: Any) -> list[Activation]:
    if isinstance(activations, (str, Activation)) or not activations:
        raise ValueError("each layer needs an activation: pass a list such as [tanh, sigmoid]")
    gs = [as_activation(g) for g in activations]
    if any(g.name == "softmax" for g in gs[:-1]):
        raise ValueError("softmax stands in a hidden layer; it turns scores into probabilities: only the output has it")
    return gs
