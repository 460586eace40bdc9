"""The gradient check itself: right derivatives pass, planted bugs do not, and it says which part is wrong."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from helpers import activations, logistic, networks, plots
from helpers.gradient_check import (
    GradientCheck,
    Part,
    check_gradient,
    compare,
    count_saturated,
    gradient_errors,
    numerical_derivative,
    numerical_gradient,
    relative_error,
    verdict,
)
from helpers.parameters import Parameters
from helpers.training import fit

RNG = np.random.default_rng(0)
PARAMS = Parameters([(RNG.normal(size=(3, 1)), RNG.normal(size=(1, 1)))])
X, Y = RNG.normal(size=(3, 7)), RNG.integers(0, 2, (1, 7)).astype(float)


def test_the_derivative_of_a_cube() -> None:
    z = np.array([[-2.0, 0.0], [1.0, 3.0]])
    np.testing.assert_allclose(numerical_derivative(lambda v: v**3, z), 3 * z**2, atol=1e-8)


def test_the_gradient_of_a_polynomial_in_every_parameter() -> None:
    params = Parameters([(np.array([[1.0, 2.0]]), 3.0), (np.array([[4.0]]), 5.0)])
    numerical = numerical_gradient(lambda v: float(np.sum(v**2)), params.vector)
    np.testing.assert_allclose(numerical, 2 * params.vector, rtol=1e-9)
    assert numerical.shape == (5,)


def test_nudging_puts_every_parameter_back() -> None:
    before = PARAMS.vector.copy()
    seen: list[Any] = []
    numerical_gradient(lambda v: float(seen.append(v.copy()) or 0), PARAMS.vector)
    np.testing.assert_array_equal(PARAMS.vector, before)
    nudges = seen
    assert len(nudges) == 2 * before.size
    assert all((vector != before).sum() == 1 for vector in nudges)


@pytest.mark.parametrize(
    ("given", "expected", "error"), [([1, 2], [1, 2], 0), ([1, 0], [-1, 0], 1), ([0], [0], 0), ([3], [1], 0.5)]
)
def test_relative_error_by_hand(given: list[float], expected: list[float], error: float) -> None:
    assert relative_error(given, expected) == pytest.approx(error)


@pytest.mark.parametrize(
    ("error", "word"),
    [(0, "right"), (9e-8, "right"), (1e-7, "doubtful"), (1e-4, "doubtful"), (2e-4, "wrong"), (np.nan, "wrong")],
)
def test_verdicts(error: float, word: str) -> None:
    assert verdict(error) == word


def test_a_right_gradient_is_right() -> None:
    errors = gradient_errors(networks.logistic_regression(), PARAMS, X, Y)
    assert list(errors) == ["dW1", "db1"]
    assert all(verdict(error) == "right" for error in errors.values())


def test_the_part_that_is_wrong_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    def backward(params: Any, A: Any, X: Any, Y: Any) -> Any:
        [(dw, db)] = logistic.backward(params, A, X, Y)
        return [(dw, 2 * db)]

    check_gradient(networks.logistic_regression(backward=backward), PARAMS, X, Y)
    message = capsys.readouterr().out.splitlines()
    assert message[0] == "✓ dW1: right, relative error below 1e-7"
    assert message[1].startswith("✗ db1: wrong, relative error 0.33; most at [0, 0]: backward ")
    assert message[2].startswith("all 4 derivatives on 7 examples: wrong, ")


@pytest.mark.parametrize("place", [(0, 0), (0, 2), (1, 1), (1, 2)])
@pytest.mark.parametrize("sign", [-1.0, 1.0])
def test_the_worst_place_is_where_the_two_are_furthest_apart(place: tuple[int, int], sign: float) -> None:
    """Everywhere a little wrong, the largest entry elsewhere, and one place more wrong than the others."""
    numerical = np.array([[9.0, -1.0, 0.0], [2.0, 0.5, -9.0]])
    off = np.full((2, 3), -sign)
    off[place] = 2.0 * sign
    part = Part("dW1", numerical + off, numerical, np.zeros((2, 3), bool), 0.0)
    assert part.worst == place
    given, expected = numerical[place] + 2 * sign, numerical[place]
    assert f"; most at {list(place)}: backward {given:.4f}, difference {expected:.4f}" in str(part)


def test_a_kink_is_never_the_worst_place_and_nan_always_is() -> None:
    numerical = np.zeros((1, 3))
    kink = np.array([[True, False, False]])
    assert Part("dW1", np.array([[9.0, 1.0, 2.0]]), numerical, kink, 0.0).worst == (0, 2)
    assert Part("dW1", np.array([[9.0, np.nan, 2.0]]), numerical, kink, 0.0).worst == (0, 1)


@pytest.mark.parametrize("h", [0, -1e-5, float("nan")])
def test_a_step_that_is_none_is_refused(h: float) -> None:
    with pytest.raises(ValueError, match="must be a number above 0"):
        numerical_derivative(np.sin, 0.0, h)


def relu_at_its_kink() -> tuple[Any, Any, Any, Any]:
    """Two ReLU units; the first one's score is exactly 0 for the first example."""
    params = Parameters([(np.array([[1.0], [1.0]]), np.array([[-1.0], [0.5]])), (np.ones((1, 2)), np.zeros((1, 1)))])
    return networks.deep_network(["relu", "sigmoid"]), params, np.array([[1.0, 2.0]]), np.array([[0.0, 1.0]])


@pytest.mark.parametrize("slope", [0.0, 1.0])
def test_at_a_kink_either_slope_will_do_and_it_says_so(slope: float) -> None:
    model, *rest = relu_at_its_kink()
    relu = replace(activations.relu, derivative_from_output=lambda A: np.where(A > 0, 1.0, slope))
    found = compare(networks.deep_network([relu, "sigmoid"]), *rest)
    dW1, db1, dW2, db2 = found.parts
    assert verdict(found.error) == "right" and verdict(dW1.error) == "right"
    assert dW1.kink.tolist() == [[True], [False]] and db1.kink.sum() == 1
    assert not dW2.kink.any() and not db2.kink.any()
    assert "1 of 2 nudges cross a kink, where either slope will do" in str(found)


def test_a_bug_beside_a_kink_is_still_found() -> None:
    model, *rest = relu_at_its_kink()
    relu = replace(activations.relu, derivative_from_output=lambda A: np.where(A > 0, 1.1, 0.0))
    dW1, *_ = compare(networks.deep_network([relu, "sigmoid"]), *rest).parts
    assert verdict(dW1.error) == "wrong" and not dW1.kink[1, 0]


@pytest.mark.parametrize(
    ("analytic", "kink"),
    [(0.2, False), (0.9, False), (1.5, True), (2.7, True), (-0.7, False), (-1.5, True), (4.0, False)],
)
def test_what_rounding_explains_is_no_kink_and_rounding_does_not_hide_one(analytic: float, kink: bool) -> None:
    """The sides are -1 and 1, and a difference may be off by 1: a kink's slope lies within 2 of a side."""
    parameters = [Parameters([([[value]], [[value]])]) for value in (analytic, -1.0, 1.0)]
    cost, h = 1e10, 4 * np.finfo(float).eps * 1e10
    found = GradientCheck(parameters[0], (parameters[1], parameters[2]), cost, h, 1)
    assert found.rounding == pytest.approx(1) and found.kinks.vector.tolist() == [kink, kink]


@pytest.mark.parametrize("h", [1e-7, 1e-6, 1e-5])
def test_rounding_is_no_error_of_the_gradient(h: float) -> None:
    """Near the end of training derivatives are tiny, and a small h leaves little but rounding in a difference."""
    trained = fit(networks.logistic_regression(), logistic.initialize(3), X, Y, learning_rate=1.0, iterations=3000)
    found = compare(networks.logistic_regression(), trained.params, X, Y, h)
    assert verdict(found.error) == "right"
    assert ("lets rounding into the differences; 1e-5 is about best" in str(found)) is (h < 1e-6)


def test_a_step_that_is_too_large_is_blamed_on_the_curve() -> None:
    assert "h = 0.1 lets the curve's own bend into" in str(compare(networks.logistic_regression(), PARAMS, X, Y, 0.1))


def test_few_examples_suffice_and_it_says_so() -> None:
    many = compare(networks.logistic_regression(), PARAMS, np.tile(X, 2), np.tile(Y, 2))
    assert "A few examples would have done" in str(many)
    assert "few examples" not in str(compare(networks.logistic_regression(), PARAMS, X, Y))


def test_all_derivatives_wrong_by_one_sign_have_error_one() -> None:
    def uphill(*arguments: Any) -> Any:
        return [(-dw, -db) for dw, db in logistic.backward(*arguments)]

    assert compare(networks.logistic_regression(backward=uphill), PARAMS, X, Y).error == pytest.approx(1)


def test_nan_is_wrong() -> None:
    def lost(*arguments: Any) -> Any:
        return [(dw * np.nan, db) for dw, db in logistic.backward(*arguments)]

    found = compare(networks.logistic_regression(backward=lost), PARAMS, X, Y)
    assert [verdict(part.error) for part in found.parts] == ["wrong", "right"] and "✗ dW1: wrong" in str(found)


def test_the_picture_shows_where_it_is_wrong() -> None:
    def backward(*arguments: Any) -> Any:
        [(dw, db)] = logistic.backward(*arguments)
        return [(dw * np.array([[1.0], [1.2], [1.0]]), db)]

    picture = plots.gradient_check(compare(networks.logistic_regression(backward=backward), PARAMS, X, Y))
    assert "disagree in dW1." in picture.alt
    dW, db, *_ = picture.figure.axes
    shown = np.asarray(dW.images[0].get_array())
    assert shown[1, 0] > 1e-2 and max(shown[0, 0], shown[2, 0]) < 1e-7
    assert (dW.get_title(loc="left"), db.get_title(loc="left")) == ("✗ dW1", "✓ db1")
    assert "agree in every cell" in plots.gradient_check(compare(networks.logistic_regression(), PARAMS, X, Y)).alt


def test_the_picture_marks_kinks() -> None:
    model, *rest = relu_at_its_kink()
    picture = plots.gradient_check(compare(model, *rest))
    assert [text.get_text() for text in picture.figure.axes[0].texts] == ["kink"]


def test_the_best_step_is_named() -> None:
    picture = plots.step_sizes([1e-1, 1e-5, 1e-9], [1e-3, 1e-11, 1e-7])
    assert "lowest point near h = 10⁻⁵" in picture.alt
    assert (picture.figure.axes[0].get_xscale(), picture.figure.axes[0].get_yscale()) == ("log", "log")


def test_sizes_of_gradients_are_drawn_layer_by_layer() -> None:
    picture = plots.sizes_by_layer(
        {"at the start": {"sigmoid": [0.001, 0.1], "relu": [0.2, 0.1]}, "later": {"relu": [1, 1]}}
    )
    first, later = picture.figure.axes
    assert [line.get_ydata().tolist() for line in first.lines] == [[0.001, 0.1], [0.2, 0.1]] and len(later.lines) == 1
    assert "at the start, the first layer's over the last one's is 0.01 (sigmoid), 2 (relu); later" in picture.alt


@pytest.mark.parametrize("z", [2.0, 5.0, 9.0, 12.0, 20.0, 30.0, 40.0, 700.0])
@pytest.mark.parametrize("factor", [1.0, 2.0, 0.0])
def test_a_saturated_answer_is_never_judged_falsely(z: float, factor: float) -> None:
    """One unit that says 1 with score z where 0 is true: right and wrong gradients get their due, or no verdict."""

    def backward(params: Any, A: Any, X: Any, Y: Any) -> Any:
        return [(factor * dw, factor * db) for dw, db in logistic.backward(params, A, X, Y)]

    model = networks.logistic_regression(backward=backward)
    found = compare(model, [(np.array([[z]]), np.zeros((1, 1)))], np.ones((1, 1)), np.zeros((1, 1)))
    if "Too saturated" in str(found):
        assert z > 9
    else:
        assert z < 10 and {verdict(part.error) for part in found.parts} == {"right" if factor == 1 else "wrong"}


def test_an_example_with_one_surely_wrong_answer_is_saturated() -> None:
    Y = np.array([[1.0, 0.0, 0.0, 1.0], [0.0, 1.0, 1.0, 1.0]])
    A = np.array([[1.0, 1.0, 0.5, 1.0], [0.0, 0.0, 0.0, 0.5]])
    assert count_saturated(A, Y) == 2
    assert count_saturated(Y, Y) == 0


def test_only_cross_entropy_saturates() -> None:
    model = networks.deep_network(["sigmoid"], loss="squared_error")
    assert compare(model, [(np.array([[30.0]]), np.zeros((1, 1)))], np.ones((1, 1)), np.zeros((1, 1))).saturated == 0


def test_a_smooth_network_has_no_kinks() -> None:
    """The rounding of a far score once passed for one."""
    model = networks.shallow_network()
    params = [(np.full((2, 1), 6.0), np.zeros((2, 1))), (np.full((1, 2), 4.0), np.zeros((1, 1)))]
    assert "kink" not in str(compare(model, params, np.ones((1, 1)), np.zeros((1, 1))))
