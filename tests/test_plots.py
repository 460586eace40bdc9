"""Static pictures: each draws, carries its sentence, and shows what it says."""

import io
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from helpers import computation_graph, logistic, metrics, networks, plots
from helpers.activations import sigmoid, tanh
from helpers.parameters import Parameters
from helpers.plots import boundaries, computation_graphs, cost_surfaces, rendering
from helpers.training import fit

RNG = np.random.default_rng(0)
X = np.hstack([RNG.normal(-1, 0.5, (2, 20)), RNG.normal(1, 0.5, (2, 20))])
Y = np.repeat([[0.0, 1.0]], 20, axis=1)
TRAINED = fit(networks.logistic_regression(), logistic.initialize(2), X, Y, learning_rate=0.5, iterations=100)
GRAPH = computation_graph.three_times_sum()
VALUES = GRAPH.forward(a=5, b=3, c=2)

PICTURES: dict[str, Callable[[], plots.Picture]] = {
    "sigmoid_and_step": plots.sigmoid_and_step,
    "loss_curves": plots.loss_curves,
    "loss_tangents": plots.loss_tangents,
    "functions": lambda: plots.functions({"sigmoid": sigmoid, "tanh": tanh}, "Two curves."),
    "cost_curve": lambda: plots.cost_curve(TRAINED.history),
    "decision_boundary": lambda: plots.decision_boundary(networks.logistic_regression(), TRAINED.params, X, Y),
    "computation_graph": lambda: plots.computation_graph(GRAPH, VALUES, GRAPH.backward(VALUES)),
    "wishes": lambda: plots.wishes(X, Y, X[0] / 10, np.array([1.0, 0.5]), 0.2),
    "products": lambda: plots.products([("$W$", "$X$", "$Z$", "ji,ie->je", "forward")], {"i": 2, "j": 3, "e": 4}),
    "image_grid": lambda: plots.image_grid([RNG.random((8, 8, 3))] * 7, ["a"] * 7, "Seven images."),
    "weights_image": lambda: plots.weights_image(RNG.normal(size=(48, 1)), (4, 4, 3)),
    "examples": lambda: plots.examples(X, Y, "Two clouds."),
    "two_lines": lambda: plots.two_lines([(name, X, Y, metrics.best_line(X, Y), TRAINED.params) for name in "ab"]),
    "linear_and_logistic": lambda: plots.linear_and_logistic(
        X[:1], Y, [(0.4, 0.5), (0.3, 0.4)], [[(np.array([[w]]), 0.0)] for w in (3.0, 2.0)]
    ),
    "two_surfaces": lambda: plots.two_surfaces([("a", np.hypot)] * 2, (-1, 1, -1, 1), "Two cones.", ("w", "b")),
    "descent_paths": lambda: plots.descent_paths(
        lambda u, v: u * u + v * v, [("a", np.ones((2, 3))), ("b", np.eye(2))], (-1, 1, -1, 1), "Two paths."
    ),
}


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_is_drawn_with_ink_and_a_sentence(name: str) -> None:
    picture = PICTURES[name]()
    pixels = np.asarray(Image.open(io.BytesIO(picture.png())).convert("L"))
    width = picture.figure.get_figwidth() * rendering.CSS_DPI * rendering.PIXEL_RATIO
    assert abs(pixels.shape[1] - width) <= 1  # how a half pixel is rounded depends on matplotlib
    assert pixels[0, 0] == 255 and (pixels < 128).mean() > 0.001
    assert picture.alt.endswith(".") and picture.alt[0].isupper()


@pytest.mark.parametrize("name", PICTURES)
def test_the_same_picture_is_the_same_bytes(name: str) -> None:
    if name in ("image_grid", "weights_image"):
        RNG.bit_generator.state = np.random.default_rng(1).bit_generator.state
    first = PICTURES[name]().png()
    if name in ("image_grid", "weights_image"):
        RNG.bit_generator.state = np.random.default_rng(1).bit_generator.state
    assert PICTURES[name]().png() == first


def test_the_map_has_its_rows_from_the_bottom() -> None:
    P = boundaries.probability_map(lambda X: (X[1] > 0).astype(float), (-1, 1, -1, 1), 10)
    assert P[0].sum() == 0 and P[-1].sum() == 10


def test_the_boundary_is_drawn_only_where_there_is_one() -> None:
    sure = Parameters([(np.zeros((2, 1)), np.full((1, 1), 9.0))])
    picture = plots.decision_boundary(networks.logistic_regression(), sure, X, Y)
    lines = [a for a in picture.figure.axes[0].collections if a.get_label().startswith("_")]
    drawn = plots.decision_boundary(networks.logistic_regression(), TRAINED.params, X, Y)
    more = [a for a in drawn.figure.axes[0].collections if a.get_label().startswith("_")]
    assert len(more) == len(lines) + 1


def test_the_alt_text_tells_the_accuracy() -> None:
    assert metrics.accuracy(networks.logistic_regression().predict(TRAINED.params, X), Y) == 1
    assert "100% right." in plots.decision_boundary(networks.logistic_regression(), TRAINED.params, X, Y).alt


def test_the_alt_text_of_a_graph_has_all_numbers() -> None:
    alt = PICTURES["computation_graph"]().alt
    assert "a = 5, b = 3, c = 2, u = 6, v = 11, J = 33" in alt
    assert "b to u 2, c to u 3, a to v 1, u to v 1, v to J 3" in plots.computation_graph(GRAPH, VALUES).alt
    assert "da = 3, db = 6, dc = 9, du = 3, dv = 3" in alt


def texts(picture: plots.Picture) -> list[str]:
    return [text.get_text() for text in picture.figure.axes[0].texts if text.get_text()]


def test_boxes_carry_values_and_derivatives_and_arrows_their_slopes() -> None:
    found = texts(PICTURES["computation_graph"]())
    assert sorted(found) == sorted(
        [*("$a$", "$b$", "$c$", "$u$", "$v$", "$J$"), r"$b \,c$", "$a + u$", r"$3 \,v$"]
        + [*("5", "3", "2", "6", "11", "33"), *("3", "6", "9", "3", "3", "1")]
        + ["× 2", "× 3", "× 1", "× 1", "× 3"]
    )
    forward = texts(plots.computation_graph(GRAPH, VALUES))
    assert len(forward) == len(found) - 6


def test_at_a_fork_the_sum_is_written_out() -> None:
    graph = computation_graph.fork()
    values = graph.forward(a=-3, b=2, c=1)
    assert graph.backward(values)["b"] == 1
    assert "2 − 1" in texts(plots.computation_graph(graph, values, graph.backward(values)))


def test_paths_are_picked_out_with_their_products() -> None:
    graph = computation_graph.fork()
    values = graph.forward(a=1, b=3, c=2)
    picture = plots.computation_graph(graph, values, paths=list(graph.paths("b")))
    assert {"1 · 3 = 3", "1 · 4 = 4"} <= set(texts(picture))
    assert "Picked out: b to t to J, slopes 1 · 4 = 4." in picture.alt
    assert computation_graphs.product(("a", "s"), {("a", "s"): -0.5}) == "(−0.5) = −0.5"


def test_names_become_symbols() -> None:
    names = ("J", "x1", "a1_2", "w2_11")
    assert [computation_graphs.symbol(name) for name in names] == ["$J$", "$x_{1}$", "$a^{[1]}_{2}$", "$w^{[2]}_{11}$"]


def test_boxes_do_not_stand_on_each_other() -> None:
    for graph in (GRAPH, computation_graph.fork(), computation_graph.logistic_unit(), computation_graph.two_two_one()):
        at = {name: tuple(place) for name, place in computation_graphs.places(graph, graph.inputs).items()}
        assert len(set(at.values())) == len(at) == len(graph.inputs) + len(graph.nodes)
        for node in graph.nodes:
            assert all(at[parent][0] < at[node.name][0] for parent in node.parents)


def test_a_wish_points_along_its_example_and_the_line_turns_by_their_mean() -> None:
    dz, w = X[0] / 10, np.array([1.0, 0.5])
    plane, weights = plots.wishes(X, Y, dz, w, 0.2).figure.axes
    ends = np.array([arrow.xy for arrow in weights.texts])
    np.testing.assert_allclose(ends[:-1], (-dz * X).T)
    np.testing.assert_allclose(ends[-1], -(dz * X).mean(axis=1))
    now, after = (line.get_xydata() for line in plane.lines[-2:])
    np.testing.assert_allclose(now @ w, -0.2)
    np.testing.assert_allclose(after @ (w - 2 * (dz * X).mean(axis=1)), -(0.2 - 2 * dz.mean()))


def test_one_example_picked_out_turns_the_line_alone() -> None:
    dz = X[0] / 10
    picture = plots.wishes(X, Y, dz, np.array([1.0, 0.5]), 0.2, example=3)
    np.testing.assert_allclose(picture.figure.axes[1].texts[-1].xy, -dz[3] * X[:, 3])
    assert "A thick arrow, example 3, is" in picture.alt


def test_a_product_names_the_letter_that_is_summed() -> None:
    picture = PICTURES["products"]()
    assert "entry je sums over i: " in picture.alt
    found = texts(picture)
    assert found.count("i") == 2 and found.count("j") == found.count("e") == 1


def test_heights_are_the_cost() -> None:
    u, v, J = cost_surfaces.heights(lambda a, b: a + 10 * b, (0, 1, 0, 2), 3)
    assert J[2, 1] == u[1] + 10 * v[2] == 20.5


def test_a_machine_with_its_own_style_gets_ours() -> None:
    import matplotlib as mpl

    usual = plots.cost_curve(TRAINED.history).png()
    with mpl.rc_context({"font.size": 30, "axes.facecolor": "black"}):
        assert plots.cost_curve(TRAINED.history).png() == usual


def test_train_and_validation_say_where_validation_is_best() -> None:
    picture = plots.train_and_validation(
        [1, 4, 20], {"the flower": ([0.7, 0.9, 1.0], [0.7, 0.88, 0.8])}, "hidden units"
    )
    assert "on the flower validation is best at 4 (88%, training 90%)" in picture.alt
    assert len(picture.figure.axes[0].lines) == 2
