"""A network as a program in NumPy alone, its forward pass written out layer by layer."""

from helpers.playground.as_code import pieces
from helpers.playground.as_code.trained import Trained

FUNCTIONS = {
    "sigmoid": '''\
def sigmoid(Z):
    """1 / (1 + exp(-Z)), written so that nothing overflows."""
    return (1 + np.tanh(Z / 2)) / 2''',
    "relu": '''\
def relu(Z):
    """Z where it is above 0, else 0."""
    return np.maximum(Z, 0)''',
    "leaky_relu": '''\
def leaky_relu(Z):
    """Z where it is above 0, else a hundredth of it."""
    return np.where(Z > 0, Z, 0.01 * Z)''',
}
CALLS = {"tanh": "np.tanh({Z})", "identity": "{Z}"}


def numpy_code(trained: Trained) -> str:
    """A program that needs NumPy alone: the weights, and `predict(points)`, points (2, m), which gives (1, m)."""
    functions = [code for name, code in FUNCTIONS.items() if name in trained.activations]
    return pieces.program(
        pieces.docstring(
            f"A {trained.size_in_words} neural network in NumPy alone.",
            f"Trained with {trained.rule_in_words}.",
        ),
        f"import numpy as np\n\n{pieces.weights(trained)}",
        *functions,
        pieces.inputs(trained),
        _predict(trained),
        pieces.TRY_IT,
    )


def _predict(trained: Trained) -> str:
    lines = [f"X = inputs(points)  # ({trained.sizes[0]}, m)"]
    for layer, (g, n) in enumerate(zip(trained.activations, trained.sizes[1:], strict=True), 1):
        A_prev = f"A{layer - 1}" if layer > 1 else "X"
        A = CALLS.get(g, f"{g}({{Z}})").format(Z=f"Z{layer}")
        lines += [f"Z{layer} = np.dot(W{layer}, {A_prev}) + b{layer}  # ({n}, m)", f"A{layer} = {A}  # ({n}, m)"]
    body = "\n".join(f"    {line}" for line in [*lines, f"return A{len(trained.params)}"])
    return f'''\
def predict(points):
    """{pieces.answer(trained)} at each of points (2, m): (1, m)."""
{body}'''
