"""What training needs to know of a network: the functions that the lecture names, bundled."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from helpers import regularization
from helpers.activations import BY_NAME, Activation
from helpers.networks.formulas import is_formula
from helpers.networks.output_layers import OutputLayer
from helpers.validation import Array, Function, Layers, check_examples, check_finite, check_layers


@dataclass(frozen=True)
class FastPath:
    """A network that can be trained in place, and the functions that it stands for."""

    activations: Sequence[Activation]
    output_layer: OutputLayer
    functions: tuple[Function, ...]  # forward, backward, cost

    def serves(self, model: "Model") -> bool:
        """Is every function of the model still the one that this path stands for?"""
        ours = all(BY_NAME.get(g.name) == g for g in self.activations)
        as_written = model.update is None and model.in_training is None and model.add_l2 is regularization.add_l2
        return ours and as_written and self.functions == (model.forward, model.backward, model.cost)


@dataclass(frozen=True)
class Model:
    """The functions of a network, ours or a learner's; `helpers.networks` makes models.

    forward(params, X)                       -> what backward needs, the answer A[L] (n_L, m) among it
    backward(params, forwarded, X, Y)        -> [(dW1, db1), ...], the gradient of the cost
    cost(A, Y)                               -> a number, from the answer
    update(params, gradients, learning_rate) -> new params; None: gradient descent on the flat vector
    answer(forwarded)                        -> A[L]
    layers: the form of params, such as "[(W1, b1), (W2, b2)]"
    features_axis: the axis of the first layer's weights that runs over the features: 0 for a column w (n, 1)
    l2: strength of the L2 penalty, l2/(2m) times the sum of all squared weights, which is added to the cost
    fast_path: the same network over kept arrays (training.in_place), used while all functions are ours
    activations: one a layer, where they are known
    own_predict(params, X): a learner's, in place of `predict`
    add_l2(gradients, params, l2, m): adds the penalty's gradient
    in_training: what takes this model's place in the steps of training, where that is another: with dropout
    """

    name: str
    forward: Function
    backward: Function
    cost: Function
    update: Function | None
    answer: Function
    output_layer: OutputLayer
    layers: str
    features_axis: int = 1
    l2: float = 0.0
    fast_path: FastPath | None = field(default=None, repr=False)
    activations: Sequence[Activation] = ()
    own_predict: Function | None = None
    add_l2: Function = regularization.add_l2
    in_training: "Model | None" = field(default=None, repr=False)

    def predict(self, params: Layers, X: Array) -> Array:
        """What is predicted for each example: 0 or 1, a one-hot column, or the answer itself.  (n_L, m)."""
        if self.own_predict is not None:
            return self.own_predict(params, X)
        return self.output_layer.to_labels(self.answer(self.forward(params, X)))

    def check(self, params: Layers, X: Any, Y: Any) -> None:
        """A sentence if the layers are not those of this model, or the examples and labels do not fit them."""
        __tracebackhide__ = True
        check_layers(params, "params", self.layers)
        axis = self.features_axis
        check_examples(X, params[0][0].shape[axis])
        if X.shape[1] == 0:
            raise ValueError(f"X has shape {X.shape}: there are no examples; training needs one column or more")
        check_finite(X, "X")
        self.output_layer.check_labels(Y, X.shape[1], params[-1][0].shape[1 - axis])

    @property
    def uses_cross_entropy(self) -> bool:
        """Is its loss the cross-entropy of probabilities?"""
        return self.output_layer.name == "cross_entropy"

    @property
    def runs_on_formulas(self) -> bool:
        """Is every function one of the course's formulas, ours or a learner's that was found right?"""
        functions = (self.forward, self.backward, self.cost, self.update, self.add_l2)
        formulas = all(is_formula(function) for function in functions if function is not None)
        return formulas and self.in_training is None

    def total_cost(self, params: Layers, forwarded: Any, Y: Array) -> float:
        """What training lowers: the cost of the answers, and the penalty."""
        return float(self.cost(self.answer(forwarded), Y)) + self.penalty(params, Y.shape[1])

    def penalty(self, params: Layers, m: int) -> float:
        """What L2 adds to the cost of m examples; without it nothing, however large the weights are."""
        return regularization.l2_cost(params, self.l2, m) if self.l2 else 0.0

    def gradients(self, params: Layers, forwarded: Any, X: Array, Y: Array, m: int | None = None) -> Any:
        """The derivatives of `total_cost`: those of the cost, and l2/m W.

        m: all the training examples, where X is only some of them; so the penalty weighs the same in every mini-batch.
        """
        gradients = self.backward(params, forwarded, X, Y)
        if not self.l2:
            return gradients
        return self.add_l2(gradients, params, self.l2, m or Y.shape[1])
