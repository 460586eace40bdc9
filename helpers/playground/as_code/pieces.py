"""The pieces that every program has: its docstring, the weights in full, the inputs, a few points to try it on."""

import textwrap

from helpers.playground.as_code.trained import Trained
from helpers.playground.features import FEATURES
from helpers.validation import Array

WIDTH = 79  # PEP 8

TRY_IT = """\
if __name__ == "__main__":
    points = np.array([[0.0, 1.0, -2.0], [0.0, 1.5, 0.5]])  # (2, 3)
    print(predict(points))"""


def program(docstring: str, *blocks: str) -> str:
    """A whole file: blocks that define something stand two lines apart, as PEP 8 has it."""
    return "\n\n\n".join([f"{docstring}\n\n{blocks[0]}", *blocks[1:]]) + "\n"


def docstring(title: str, *paragraphs: str) -> str:
    """One line, then paragraphs that are broken into lines."""
    return '"""' + "\n\n".join([title, *(textwrap.fill(each, WIDTH) for each in paragraphs)]) + '\n"""'


def weights(trained: Trained) -> str:
    """W1, b1, W2, b2, ... as literals that are read back to the last bit."""
    lines = ["# Weights and biases as they were learned, to the last digit"]
    for layer, (W, b) in enumerate(trained.params, 1):
        lines += [_literal(f"W{layer}", W), _literal(f"b{layer}", b.T, ".T" * (len(b) > 1))]
    return "\n".join(lines)


def params(trained: Trained) -> str:
    """The line that puts them together: params = [(W1, b1), (W2, b2)]."""
    pairs = ", ".join(f"(W{layer}, b{layer})" for layer, _ in enumerate(trained.params, 1))
    return _wrapped(f"params = [{pairs}]", " " * 10)


def inputs(trained: Trained) -> str:
    """The function that makes the inputs of points."""
    n = len(trained.features)
    values = ", ".join(FEATURES[name].code for name in trained.features)
    stacked = _wrapped(f"    return np.stack([{values}])", " " * 21)
    return f'''\
def inputs(points):
    """What the network is told of points (2, m), one a column: ({n}, m)."""
    x1, x2 = np.asarray(points, dtype=float)  # (m,), (m,)
{stacked}'''


def answer(trained: Trained) -> str:
    """What `predict` returns, in words."""
    return "The probability of class 1" if trained.is_classifier else "The value"


def goes_on(trained: Trained) -> str:
    """What `train` does, in words; what the optimiser remembers is not in the weights."""
    same = "`train` goes on from there in the same way"
    memory = {"momentum": "the velocity", "adam": "Adam's memory"}.get(trained.optimizer)
    return f"{same}, {memory} set back to 0" if memory else same


def number(value: float) -> str:
    """A Python literal; what is whole has no decimals."""
    return repr(int(value)) if float(value).is_integer() else repr(float(value))


def _literal(name: str, values: Array, end: str = "") -> str:
    """`name` = np.array(...), on one line if it fits, else a row after the other.  end: what is done with it."""
    shape = f"  # {values.T.shape if end else values.shape}"
    line = f"{name} = np.array({values.tolist()}){end}{shape}"
    if len(line) <= WIDTH:
        return line
    rows = [_wrapped(f"    {row},", " " * 5) for row in values.tolist()]
    return "\n".join([f"{name} = np.array([", *rows, f"]){end}{shape}"])


def _wrapped(line: str, indent: str) -> str:
    """A line that is too long goes on in the next, under what its bracket holds."""
    return textwrap.fill(line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
