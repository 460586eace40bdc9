"""A network as a program in scikit-learn, whose MLPs have one activation for all hidden layers and no dropout."""

from helpers.playground.as_code import pieces
from helpers.playground.as_code.trained import Trained
from helpers.wording import listed

ACTIVATIONS = {"sigmoid": "logistic", "tanh": "tanh", "relu": "relu", "identity": "identity"}
SOLVERS = {
    "gradient descent": ['solver="sgd"', "momentum=0"],
    "momentum": ['solver="sgd"', "momentum=0.9", "nesterovs_momentum=False"],
    "adam": ['solver="adam"'],
}


def sklearn_code(trained: Trained) -> str:
    """A program that needs scikit-learn: the MLP with its weights, `predict(points)`, and `train(points, Y, epochs)`.

    Where the MLP can't hold the network: one sentence that names all that it lacks (`not_in_sklearn` is the list).
    """
    obstacles = not_in_sklearn(trained)
    if obstacles:
        return f"scikit-learn's MLP can't hold this network: it has {listed(obstacles)}."
    return pieces.program(
        pieces.docstring(
            f"A {trained.size_in_words} neural network in scikit-learn.",
            f"Trained with {trained.rule_in_words}; {pieces.goes_on(trained)}.",
            *_differences(trained),
        ),
        f"{_imports(trained)}\n\n{pieces.weights(trained)}\n\n{_network(trained)}",
        pieces.inputs(trained),
        _predict(trained),
        _train(trained),
        pieces.TRY_IT,
    )


def not_in_sklearn(trained: Trained) -> list[str]:
    """How scikit-learn's MLP is poorer than the network; empty where it can hold it."""
    kinds = list(dict.fromkeys(trained.hidden))
    obstacles = []
    if len(kinds) > 1:
        obstacles += [f"one activation for all hidden layers (here are {listed(kinds)})"]
    obstacles += ["no leaky_relu"] * ("leaky_relu" in kinds)
    obstacles += [f"no dropout (here {trained.keep:g} is kept)"] * trained.has_dropout
    return obstacles


def _name(trained: Trained) -> str:
    return "MLPClassifier" if trained.is_classifier else "MLPRegressor"


def _imports(trained: Trained) -> str:
    return f"""\
import warnings

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import {_name(trained)}"""


def _differences(trained: Trained) -> list[str]:
    """What is done otherwise there, and how the program makes up for it."""
    said = []
    changes = ["twice the learning rate"] * (trained.optimizer != "adam") + ["half the L2 penalty"] * (trained.l2 > 0)
    if changes and not trained.is_classifier:
        said += [f"scikit-learn halves the squared error; so this takes {listed(changes)}."]
    if trained.optimizer == "adam":
        said += ["The epsilon of its Adam stands elsewhere in the formula: the steps differ by a little."]
    return said


def _factor(trained: Trained) -> int:
    """How many times larger our gradient is: the squared error is halved there."""
    return 1 if trained.is_classifier else 2


def _network(trained: Trained) -> str:
    rate = trained.learning_rate * (1 if trained.optimizer == "adam" else _factor(trained))
    arguments = [
        f"hidden_layer_sizes={tuple(trained.sizes[1:-1])}",
        *(f'activation="{ACTIVATIONS[name]}"' for name in trained.hidden[:1]),
        *SOLVERS[trained.optimizer],
        f"learning_rate_init={pieces.number(rate)}",
        *_alpha_for_all_steps(trained),
        "n_iter_no_change=np.inf,  # it stops when the epochs are over",
        "warm_start=True,  # it goes on from its weights",
    ]
    lines = "\n".join(f"    {each}" if "#" in each else f"    {each}," for each in arguments)
    classes = ", classes=[0, 1]" if trained.is_classifier else ""
    return f"""\
network = {_name(trained)}(
{lines}
)
# A step on two points makes its arrays; then ours take their place
network.partial_fit(np.zeros((2, {trained.sizes[0]})), [0, 1]{classes})
{pieces.params(trained)}
network.coefs_ = [W.T.copy() for W, b in params]
network.intercepts_ = [b[:, 0].copy() for W, b in params]"""


def _predict(trained: Trained) -> str:
    answer = "predict_proba(X)[:, 1]" if trained.is_classifier else "predict(X)"
    return f'''\
def predict(points):
    """{pieces.answer(trained)} at each of points (2, m): (1, m)."""
    X = inputs(points).T  # (m, {trained.sizes[0]}), one example a row
    return network.{answer}.reshape(1, -1)'''


def _train(trained: Trained) -> str:
    size = "m" if trained.batch_size is None else f"min({trained.batch_size}, m)"
    return f'''\
def train(points, Y, epochs):
    """Go on training with points (2, m) and what is true of each, Y (1, m)."""
    X, y = inputs(points).T, Y[0]  # (m, {trained.sizes[0]}), (m,)
    m = len(X)
    network.set_params(max_iter=epochs, batch_size={size})
{_alpha_in_batches(trained)}    with warnings.catch_warnings():  # it would say that more epochs may help
        warnings.simplefilter("ignore", ConvergenceWarning)
        network.fit(X, y)'''


def _alpha(trained: Trained) -> str:
    return pieces.number(trained.l2 / _factor(trained))


def _alpha_for_all_steps(trained: Trained) -> list[str]:
    if not trained.l2:
        return ["alpha=0"]
    return [f"alpha={_alpha(trained)},  # L2 penalty"] if trained.batch_size is None else []


def _alpha_in_batches(trained: Trained) -> str:
    if not trained.l2 or trained.batch_size is None:
        return ""
    return f"""\
    # Its L2 penalty is divided by the examples in a batch, ours by all m;
    # so in a last batch that is smaller its penalty weighs more than ours
    network.set_params(alpha={_alpha(trained)} * network.batch_size / m)
"""
