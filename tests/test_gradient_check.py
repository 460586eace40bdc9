"""The gradient check itself: right derivatives pass, planted bugs do not, and it says which part is wrong."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from helpers import logistic
from helpers.gradient_check import (
    gradient_check,
    gradient_errors,
    numerical_derivative,
    numerical_gradient,
    relative_error,
    verdict,
)
from helpers.parameters import Parameters

RNG = np.random.default_rng(0)
PARAMS = Parameters([(RNG.normal(size=(3, 1)), RNG.normal(size=(1, 1)))])
X, Y = RNG.normal(size=(3, 7)), RNG.integers(0, 2, (1, 7)).astype(float)


def test_the_derivative_of_a_cube() -> None:
    z = np.array([[-2.0, 0.0], [1.0, 3.0]])
    np.testing.assert_allclose(numerical_derivative(lambda v: v**3, z), 3 * z**2, atol=1e-8)


def test_the_gradient_of_a_polynomial_in_every_parameter() -> None:
    params = Parameters([(np.array([[1.0, 2.0]]), 3.0), (np.array([[4.0]]), 5.0)])
    slow = numerical_gradient(lambda p: float(np.sum(p.vector**2)), params)
    np.testing.assert_allclose(slow.vector, 2 * params.vector, rtol=1e-9)
    assert slow[0][0].shape == (1, 2)


def test_nudging_puts_every_parameter_back() -> None:
    before = PARAMS.vector.copy()
    seen: list[Any] = []
    numerical_gradient(lambda p: float(seen.append(p.vector.copy()) or 0), PARAMS)
    np.testing.assert_array_equal(PARAMS.vector, before)
    assert len(seen) == 2 * before.size
    assert all((vector != before).sum() == 1 for vector in seen)


@pytest.mark.parametrize(
    ("given", "expected", "error"), [([1, 2], [1, 2], 0), ([1, 0], [-1, 0], 1), ([0], [0], 0), ([3], [1], 0.5)]
)
def test_relative_error_by_hand(given: list[float], expected: list[float], error: float) -> None:
    assert relative_error(given, expected) == pytest.approx(error)


@pytest.mark.parametrize(
    ("error", "word"), [(0, "right"), (9e-8, "right"), (1e-6, "doubtful"), (2e-4, "wrong"), (float("nan"), "wrong")]
)
def test_verdicts(error: float, word: str) -> None:
    assert verdict(error) == word


def test_a_right_gradient_is_right() -> None:
    errors = gradient_errors(logistic.model, PARAMS, X, Y)
    assert list(errors) == ["dW1", "db1"]
    assert all(verdict(error) == "right" for error in errors.values())


def test_the_part_that_is_wrong_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    def backward(params: Any, A: Any, X: Any, Y: Any) -> Any:
        [(dw, db)] = logistic.backward(params, A, X, Y)
        return [(dw, 2 * db)]

    gradient_check(replace(logistic.model, backward=backward), PARAMS, X, Y)
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "✓ dW1: right, relative error below 1e-7"
    assert said[1].startswith("✗ db1: wrong, relative error 0.33")


@pytest.mark.parametrize("h", [0, -1e-5, float("nan")])
def test_a_step_that_is_none_is_refused(h: float) -> None:
    with pytest.raises(ValueError, match="must be a number above 0"):
        numerical_derivative(np.sin, 0.0, h)
