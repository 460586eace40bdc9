"""A formula as a graph: a value, its parents, forward and backward; nothing more.

Going forward every node computes its value from its parents; going backward every node hands its derivative on,
multiplied by its own slope, and a node that several others use adds up what comes back.  Each slope is written by hand
beside the formula it belongs to.
Notebook 02, "Backwards through a graph"; Notebook 04, "One example as a graph"; Goodfellow et al. (2016), section 6.5.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import exp, log, log1p
from typing import Any

import numpy as np

from helpers.activations import sigmoid, tanh
from helpers.validation import Array, Layers

Path = tuple[str, ...]


@dataclass(frozen=True)
class Node:
    """One step of a formula.  `value` and `slopes` take the parents' values; slopes: d node / d parent, one each.

    formula: as a picture writes it, in LaTeX.
    """

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

    def slopes(self, values: dict[str, Any]) -> dict[tuple[str, str], Any]:
        """The local slope of each edge: (parent, node) -> d node / d parent."""
        found: dict[tuple[str, str], Any] = {}
        for node in self.nodes:
            slopes = node.slopes(*(values[parent] for parent in node.parents))
            found.update(zip(((parent, node.name) for parent in node.parents), slopes, strict=True))
        return found

    def backward(self, values: dict[str, Any]) -> dict[str, Any]:
        """d last / d node for every node, from right to left: the lecture's dvar.  Where paths meet, they add."""
        slopes, d = self.slopes(values), dict.fromkeys(values, 0.0)
        d[self.nodes[-1].name] = 1.0
        for node in reversed(self.nodes):
            for parent in node.parents:
                d[parent] += d[node.name] * slopes[parent, node.name]
        return d

    def paths(self, start: str) -> Iterator[Path]:
        """Every way from a value to the last node."""
        children = [node.name for node in self.nodes if start in node.parents]
        for child in children:
            yield from ((start, *rest) for rest in self.paths(child))
        if not children:
            yield (start,)


def three_times_sum() -> Graph:
    """The lecture's example J = 3 (a + b c), in three steps."""
    u = Node("u", r"b \,c", ("b", "c"), lambda b, c: b * c, lambda b, c: (c, b))
    v = Node("v", "a + u", ("a", "u"), lambda a, u: a + u, lambda a, u: (1.0, 1.0))
    J = Node("J", r"3 \,v", ("v",), lambda v: 3 * v, lambda v: (3.0,))
    return Graph(("a", "b", "c"), (u, v, J))


def fork() -> Graph:
    """J = (a + b) max(b, c): an add, a max and a multiply gate, and b is used twice.  Notebook 02, "A fork"."""
    s = Node("s", "a + b", ("a", "b"), lambda a, b: a + b, lambda a, b: (1.0, 1.0))
    t = Node("t", r"\max(b, c)", ("b", "c"), max, lambda b, c: (float(b > c), float(c > b)))
    J = Node("J", r"s \,t", ("s", "t"), lambda s, t: s * t, lambda s, t: (t, s))
    return Graph(("a", "b", "c"), (s, t, J))


def fork_backward(a: float, b: float, c: float) -> tuple[float, float, float]:
    """(da, db, dc) of J = (a + b) max(b, c), from right to left.  Notebook 02, "A fork"."""
    s, t = a + b, max(b, c)
    ds, dt = t, s  # multiply: each gets the other
    da = ds  # add: both get it whole
    db = ds + dt * (b > c)  # a fork: what comes back along both paths, added up
    dc = dt * (c > b)  # max: the larger gets all of it
    return da, db, dc


def logistic_unit() -> Graph:
    """One logistic unit with two features, and its loss on one example: inputs x1, x2, w1, w2, b, y."""
    z = _score("z", ("w1", "w2"), ("x1", "x2"), "b", r"w_1 x_1 + w_2 x_2 + b")
    a = Node("a", r"\sigma(z)", ("z",), sigmoid, lambda z: (sigmoid(z) * sigmoid(-z),))
    loss = Node(
        "L",
        "L(a, y)",
        ("a", "y"),
        lambda a, y: -(y * log(a) + (1 - y) * log(1 - a)),
        lambda a, y: (-y / a + (1 - y) / (1 - a), log(1 - a) - log(a)),
    )
    return Graph(("x1", "x2", "w1", "w2", "b", "y"), (z, a, loss))


def two_two_one() -> Graph:
    """Two features, two tanh units, one logistic unit and its loss, on one example: each feature feeds both units.

    Its inputs are those of `by_index`; w1_21 leads from feature 1 to hidden unit 2.
    """
    x, z, a = ("x1", "x2"), ("z1_1", "z1_2"), ("a1_1", "a1_2")
    weights, biases = (("w1_11", "w1_12"), ("w1_21", "w1_22")), ("b1_1", "b1_2")
    scores = (_score(*parts[:2], x, parts[2]) for parts in zip(z, weights, biases, strict=True))
    hidden = (Node(a, r"\tanh", (z,), tanh, lambda z: (1 - tanh(z) ** 2,)) for z, a in zip(z, a, strict=True))
    score = _score("z2_1", ("w2_11", "w2_12"), a, "b2_1")
    loss = Node(
        "L",
        "",
        ("z2_1", "y"),
        lambda z, y: max(z, 0) + log1p(exp(-abs(z))) - y * z,
        lambda z, y: (sigmoid(z) - y, -z),  # the last two slopes of a logistic unit, multiplied
    )
    inputs = (*x, *weights[0], *weights[1], *biases, "w2_11", "w2_12", "b2_1", "y")
    return Graph(inputs, (*scores, *hidden, score, loss))


def by_index(params: Layers, x: Array, y: Array) -> dict[str, float]:
    """The numbers of a network with one output and of one example, each by its name: w1_21 is W1[1, 0]."""
    numbers = {f"x{i + 1}": float(value) for i, value in enumerate(np.ravel(x))}
    for layer, (W, b) in enumerate(params, 1):
        numbers |= {f"w{layer}_{j + 1}{i + 1}": float(value) for (j, i), value in np.ndenumerate(W)}
        numbers |= {f"b{layer}_{j + 1}": float(value) for j, value in enumerate(np.ravel(b))}
    return numbers | {"y": float(np.ravel(y)[0])}


def _score(name: str, weights: Path, inputs: Path, bias: str, formula: str = "") -> Node:
    """The weighted sum w1 x1 + w2 x2 + ... + b."""
    n = len(weights)
    return Node(
        name,
        formula,
        (*weights, *inputs, bias),
        lambda *v: sum(w * x for w, x in zip(v[:n], v[n:-1], strict=True)) + v[-1],
        lambda *v: (*v[n:-1], *v[:n], 1.0),
    )
