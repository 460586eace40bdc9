"""A formula as a graph: a value, its parents, forward and backward; nothing more.

Going forward every node computes its value from its parents; going backward every node hands its derivative on,
multiplied by its own slope.  Each slope is written by hand beside the formula it belongs to.
Notebook 02, "Backwards through a graph"; Notebook 04, "One example backwards"; Goodfellow et al. (2016), section 6.5.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import log
from typing import Any

from helpers.activations import sigmoid, tanh


@dataclass(frozen=True)
class Node:
    """One step of a formula.  `value` and `slopes` take the parents' values; slopes: d node / d parent, one each."""

    name: str
    formula: str
    parents: tuple[str, ...]
    value: Callable[..., Any]
    slopes: Callable[..., tuple[Any, ...]]


@dataclass(frozen=True)
class Graph:
    """Inputs, and nodes in the order in which they can be computed; the last one is what is differentiated."""

    inputs: tuple[str, ...]
    nodes: tuple[Node, ...]

    def forward(self, **inputs: float) -> dict[str, Any]:
        """Every value, from left to right."""
        if set(inputs) != set(self.inputs):
            raise TypeError(f"this graph starts from {', '.join(self.inputs)}; given {', '.join(inputs) or 'nothing'}")
        values: dict[str, Any] = dict(inputs)
        for node in self.nodes:
            values[node.name] = node.value(*(values[parent] for parent in node.parents))
        return values

    def backward(self, values: dict[str, Any]) -> dict[str, Any]:
        """d last / d node for every node, from right to left: the lecture's dvar."""
        d = dict.fromkeys(values, 0.0)
        d[self.nodes[-1].name] = 1.0
        for node in reversed(self.nodes):
            slopes = node.slopes(*(values[parent] for parent in node.parents))
            for parent, slope in zip(node.parents, slopes, strict=True):
                d[parent] = d[parent] + d[node.name] * slope
        return d


def three_times_sum() -> Graph:
    """The lecture's example J = 3 (a + b c), in three steps."""
    u = Node("u", "b c", ("b", "c"), lambda b, c: b * c, lambda b, c: (c, b))
    v = Node("v", "a + u", ("a", "u"), lambda a, u: a + u, lambda a, u: (1.0, 1.0))
    J = Node("J", "3 v", ("v",), lambda v: 3 * v, lambda v: (3.0,))
    return Graph(("a", "b", "c"), (u, v, J))


def logistic_unit() -> Graph:
    """One logistic unit with two features, and its loss on one example: inputs x1, w1, x2, w2, b, y."""
    z = Node(
        "z",
        "w1 x1 + w2 x2 + b",
        ("x1", "w1", "x2", "w2", "b"),
        lambda x1, w1, x2, w2, b: w1 * x1 + w2 * x2 + b,
        lambda x1, w1, x2, w2, b: (w1, x1, w2, x2, 1.0),
    )
    return Graph(("x1", "w1", "x2", "w2", "b", "y"), (z, *_answer("z", "a")))


def _answer(z: str, a: str) -> tuple[Node, Node]:
    """The sigmoid of a score, and the loss of that answer for a label y."""
    answer = Node(a, f"σ({z})", (z,), sigmoid, lambda z: (sigmoid(z) * sigmoid(-z),))
    loss = Node(
        "L",
        f"−(y log {a} + (1−y) log(1−{a}))",
        (a, "y"),
        lambda a, y: -(y * log(a) + (1 - y) * log(1 - a)),
        lambda a, y: (-y / a + (1 - y) / (1 - a), log(1 - a) - log(a)),
    )
    return answer, loss


def hidden_unit() -> Graph:
    """One feature, one hidden tanh unit, one logistic unit, and the loss: inputs x, w1, b1, w2, b2, y."""
    z1, z2 = _score("z1", "w1", "x", "b1"), _score("z2", "w2", "a1", "b2")
    a1 = Node("a1", "tanh(z1)", ("z1",), tanh, lambda z: (1 - tanh(z) ** 2,))
    return Graph(("x", "w1", "b1", "w2", "b2", "y"), (z1, a1, z2, *_answer("z2", "a2")))


def _score(z: str, w: str, x: str, b: str) -> Node:
    return Node(z, f"{w} {x} + {b}", (w, x, b), lambda w, x, b: w * x + b, lambda w, x, b: (x, w, 1.0))
