"""Computation graphs: the lecture's numbers, and every slope against differences."""

import numpy as np
import pytest

from helpers import shallow
from helpers.computation_graph import Graph, hidden_unit, logistic_unit, three_times_sum


def test_the_lectures_example_forward_and_backward() -> None:
    graph = three_times_sum()
    values = graph.forward(a=5, b=3, c=2)
    assert values == {"a": 5, "b": 3, "c": 2, "u": 6, "v": 11, "J": 33}
    assert graph.backward(values) == {"a": 3, "b": 6, "c": 9, "u": 3, "v": 3, "J": 1}


def test_a_thousandth_more_shows_each_derivative() -> None:
    graph, at = three_times_sum(), {"a": 5.0, "b": 3.0, "c": 2.0}
    J = graph.forward(**at)["J"]
    gains = {name: graph.forward(**(at | {name: at[name] + 0.001}))["J"] - J for name in at}
    assert gains == pytest.approx({"a": 0.003, "b": 0.006, "c": 0.009})


@pytest.mark.parametrize("y", [0.0, 1.0])
def test_the_logistic_unit_by_its_formulas(y: float) -> None:
    graph = logistic_unit()
    v = graph.forward(x1=1, w1=0.5, x2=-2, w2=1, b=0.3, y=y)
    d = graph.backward(v)
    a = v["a"]
    assert v["z"] == pytest.approx(-1.2) and a == pytest.approx(1 / (1 + np.exp(1.2)))
    assert d["a"] == pytest.approx(-y / a + (1 - y) / (1 - a))
    assert d["z"] == pytest.approx(a - y) == d["b"]
    assert d["w1"] == pytest.approx(1 * d["z"]) and d["w2"] == pytest.approx(-2 * d["z"])
    assert d["x1"] == pytest.approx(0.5 * d["z"]) and d["x2"] == pytest.approx(1 * d["z"])


@pytest.mark.parametrize(
    ("graph", "at"),
    [
        (three_times_sum(), {"a": 5.0, "b": 3.0, "c": 2.0}),
        (logistic_unit(), {"x1": 1.0, "w1": 0.5, "x2": -2.0, "w2": 1.0, "b": 0.3, "y": 0.7}),
        (hidden_unit(), {"x": 1.5, "w1": 0.8, "b1": -0.4, "w2": 1.2, "b2": 0.3, "y": 0.7}),
    ],
)
def test_every_input_against_differences(graph: Graph, at: dict[str, float]) -> None:
    last, h = graph.nodes[-1].name, 1e-6
    d = graph.backward(graph.forward(**at))
    for name, value in at.items():
        above, below = (graph.forward(**(at | {name: value + s}))[last] for s in (h, -h))
        assert d[name] == pytest.approx((above - below) / (2 * h), rel=1e-6)


def test_wrong_inputs_are_named() -> None:
    with pytest.raises(TypeError, match="starts from a, b, c; given a, b"):
        three_times_sum().forward(a=1, b=2)


def test_the_hidden_unit_is_the_shallow_network_on_one_example() -> None:
    graph = hidden_unit()
    v = graph.forward(x=1.5, w1=0.8, b1=-0.4, w2=1.2, b2=0.3, y=1.0)
    d = graph.backward(v)
    params = [(np.array([[0.8]]), np.array([[-0.4]])), (np.array([[1.2]]), np.array([[0.3]]))]
    X, Y = np.array([[1.5]]), np.array([[1.0]])
    (dW1, db1), (dW2, db2) = shallow.backward(params, shallow.forward(params, X), X, Y)
    assert [d[name] for name in ("w1", "b1", "w2", "b2")] == pytest.approx([x.item() for x in (dW1, db1, dW2, db2)])
