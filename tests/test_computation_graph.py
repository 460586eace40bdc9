"""Computation graphs: the lecture's numbers, and every slope against differences."""

from typing import Any

import numpy as np
import pytest

from helpers.computation_graph import Graph, by_index, fork, fork_backward, logistic_unit, three_times_sum, two_two_one

SMALL: Any = [
    (np.array([[0.5, -0.5], [0.25, 0.5]]), np.array([[0.5], [-0.25]])),
    (np.array([[1.0, -0.5]]), np.array([[0.25]])),
]
EVERY_GRAPH: list[tuple[Graph, dict[str, float]]] = [
    (three_times_sum(), {"a": 5.0, "b": 3.0, "c": 2.0}),
    (fork(), {"a": 1.0, "b": 3.0, "c": 2.0}),
    (fork(), {"a": 1.0, "b": 2.0, "c": 5.0}),
    (logistic_unit(), {"x1": 1.0, "w1": 0.5, "x2": -2.0, "w2": 1.0, "b": 0.3, "y": 0.7}),
    (two_two_one(), by_index(SMALL, np.array([1.0, 2.0]), np.array([1.0]))),
    (two_two_one(), by_index(SMALL, np.array([-3.0, 0.5]), np.array([0.3]))),
]
every_graph = pytest.mark.parametrize(("graph", "at"), EVERY_GRAPH)


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


@every_graph
def test_every_input_against_differences(graph: Graph, at: dict[str, float]) -> None:
    last, h = graph.nodes[-1].name, 1e-6
    d = graph.backward(graph.forward(**at))
    for name, value in at.items():
        above, below = (graph.forward(**(at | {name: value + s}))[last] for s in (h, -h))
        assert d[name] == pytest.approx((above - below) / (2 * h), rel=1e-6)


def test_wrong_inputs_are_named() -> None:
    with pytest.raises(TypeError, match="starts from a, b, c; given a, b"):
        three_times_sum().forward(a=1, b=2)


@every_graph
def test_the_derivative_is_the_sum_over_all_paths_of_the_products_along_each(
    graph: Graph, at: dict[str, float]
) -> None:
    values = graph.forward(**at)
    slopes, d = graph.slopes(values), graph.backward(values)
    for name in values:
        products = [np.prod([slopes[edge] for edge in zip(path, path[1:], strict=False)]) for path in graph.paths(name)]
        assert d[name] == pytest.approx(sum(products)), name


def test_at_a_fork_what_comes_back_adds() -> None:
    """a = 1, b = 3, c = 2: s = 4, t = 3, J = 12; ds = 3, dt = 4, so db = 3 + 4."""
    graph = fork()
    values = graph.forward(a=1, b=3, c=2)
    assert values == {"a": 1, "b": 3, "c": 2, "s": 4, "t": 3, "J": 12}
    assert graph.backward(values) == {"a": 3, "b": 7, "c": 0, "s": 3, "t": 4, "J": 1}
    assert list(graph.paths("b")) == [("b", "s", "J"), ("b", "t", "J")]


@pytest.mark.parametrize("at", [(1, 3, 2), (1, 2, 5), (-4, 0.5, -2), (2, -3, -7)])
def test_the_learners_way_back_is_that_of_the_graph(at: tuple[float, float, float]) -> None:
    graph = fork()
    d = graph.backward(graph.forward(**dict(zip("abc", at, strict=True))))
    assert fork_backward(*at) == tuple(d[name] for name in "abc")


def test_a_loss_far_out_is_finite() -> None:
    inputs = by_index(SMALL, np.array([1.0, 2.0]), np.array([0.0])) | {"b2_1": 1e4}
    graph = two_two_one()
    values = graph.forward(**inputs)
    assert values["L"] == pytest.approx(1e4, rel=1e-3) and graph.backward(values)["z2_1"] == 1
