"""A network as a program in PyTorch: the same weights, and a loop that goes on training by the same rule."""

from itertools import pairwise, zip_longest

from helpers.playground.as_code import pieces
from helpers.playground.as_code.trained import Trained

IMPORTS = """\
import numpy as np
import torch
from torch import nn"""
MODULES = {
    "sigmoid": "nn.Sigmoid()",
    "tanh": "nn.Tanh()",
    "relu": "nn.ReLU()",
    "leaky_relu": "nn.LeakyReLU(0.01)",
    "identity": "nn.Identity()",
}
OPTIMIZERS = {
    "gradient descent": ("SGD", ""),
    "momentum": ("SGD", ", momentum=0.9"),
    "adam": ("Adam", ""),
}


def pytorch_code(trained: Trained) -> str:
    """A program that needs PyTorch: the network with its weights, `predict(points)`, and `train(points, Y, epochs)`.

    It goes on as it was trained here, whatever the rule; what momentum or Adam remember begins anew.
    """
    return pieces.program(
        pieces.docstring(
            f"A {trained.size_in_words} neural network in PyTorch.",
            f"Trained with {trained.rule_in_words}; {pieces.goes_on(trained)}.",
        ),
        f"{IMPORTS}\n\n{pieces.weights(trained)}\n\n{_network(trained)}",
        pieces.inputs(trained),
        _predict(trained),
        _train(trained),
        pieces.TRY_IT,
    )


def _network(trained: Trained) -> str:
    modules = "\n".join(f"    {module}," for module in _modules(trained))
    end = "  # a score; `loss` and `predict` take its sigmoid" if trained.is_classifier else ""
    loss = "nn.BCEWithLogitsLoss()  # cross-entropy" if trained.is_classifier else "nn.MSELoss()  # squared error"
    return f"""\
torch.set_default_dtype(torch.float64)  # as exact as NumPy
network = nn.Sequential(
{modules}{end}
)
loss = {loss}, the mean over m examples

{pieces.params(trained)}
linear = [layer for layer in network if isinstance(layer, nn.Linear)]
with torch.no_grad():
    for layer, (W, b) in zip(linear, params, strict=True):
        layer.weight.copy_(torch.tensor(W))
        layer.bias.copy_(torch.tensor(b[:, 0]))"""


def _modules(trained: Trained) -> list[str]:
    linear = [f"nn.Linear({n_prev}, {n})" for n_prev, n in pairwise(trained.sizes)]
    dropout = [f"nn.Dropout({1 - trained.keep:.12g})"] * trained.has_dropout
    hidden = [[MODULES[name], *dropout] for name in trained.hidden]
    return [module for layer in zip_longest(linear, hidden) for module in (layer[0], *(layer[1] or []))]


def _predict(trained: Trained) -> str:
    rest = "    network.eval()  # dropout rests\n" * trained.has_dropout
    answer = "torch.sigmoid(network(X))" if trained.is_classifier else "network(X)"
    return f'''\
def predict(points):
    """{pieces.answer(trained)} at each of points (2, m): (1, m)."""
    X = torch.tensor(inputs(points).T)  # (m, {trained.sizes[0]}), one example a row
{rest}    with torch.no_grad():
        return {answer}.numpy().T'''


def _train(trained: Trained) -> str:
    m = "    m = len(X)\n" * (trained.l2 > 0 or trained.batch_size is not None)
    dropout = "    network.train()  # dropout is at work\n" * trained.has_dropout
    return f'''\
def train(points, Y, epochs):
    """Go on training with points (2, m) and what is true of each, Y (1, m)."""
    X = torch.tensor(inputs(points).T)  # (m, {trained.sizes[0]})
    Y = torch.tensor(Y.T, dtype=float)  # (m, 1)
{m}{_optimizer(trained)}
{dropout}{_loop(trained)}'''


def _optimizer(trained: Trained) -> str:
    if not trained.l2:
        return _made(trained, "network.parameters()")
    return f"""\
    weights = {{
        "params": [layer.weight for layer in linear],
        "weight_decay": {pieces.number(trained.l2)} / m,  # L2 penalty
    }}
    biases = {{"params": [layer.bias for layer in linear]}}
{_made(trained, "[weights, biases]")}"""


def _made(trained: Trained, what: str) -> str:
    """The line that makes the optimiser, as three where it is too long."""
    kind, more = OPTIMIZERS[trained.optimizer]
    arguments = f"{what}, lr={pieces.number(trained.learning_rate)}{more}"
    start = f"    optimizer = torch.optim.{kind}("
    line = f"{start}{arguments})"
    return line if len(line) <= pieces.WIDTH else f"{start}\n        {arguments}\n    )"


def _loop(trained: Trained) -> str:
    if trained.batch_size is None:
        return """\
    for _ in range(epochs):
        optimizer.zero_grad()
        loss(network(X), Y).backward()
        optimizer.step()"""
    return f"""\
    for _ in range(epochs):
        for batch in torch.randperm(m).split({trained.batch_size}):
            optimizer.zero_grad()
            loss(network(X[batch]), Y[batch]).backward()
            optimizer.step()"""
