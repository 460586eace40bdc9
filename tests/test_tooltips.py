"""What Shift + Tab shows of the functions that notebooks import."""

import inspect

import pytest

from helpers import deep, exercises, explorers, plots, shallow
from helpers.course.tooltips import shorten_signatures
from helpers.finite_differences import numerical_derivative
from helpers.training import FitResult as fit_result
from helpers.training import fit


@pytest.fixture(autouse=True)
def shortened() -> None:
    shorten_signatures()


def test_types_are_shown_by_their_last_names() -> None:
    shown = str(inspect.signature(shallow.forward))
    assert shown == "(params: Layers, X: Array) -> tuple[Array, Array]"
    assert str(inspect.signature(fit)).startswith("(model: Model, params: Layers, X: Array, Y: Array, *, learning_rate")
    assert str(inspect.signature(numerical_derivative)).startswith("(f: Callable[[Any], Any], z: Any")


def test_no_type_shows_its_insides() -> None:
    modules = (deep, shallow, plots, explorers, exercises)
    functions = [f for module in modules for f in vars(module).values() if inspect.isfunction(f)]
    assert len(functions) > 40
    for function in functions:
        shown = str(inspect.signature(function))
        assert not any(word in shown for word in ("collections.", "typing.", "numpy.", "helpers.")), shown


def test_the_notebooks_ask_for_it() -> None:
    def fresh(history: fit_result) -> fit_result: ...

    plots.fresh = fresh  # type: ignore[attr-defined]
    exercises.of("00_start_here")
    del plots.fresh  # type: ignore[attr-defined]
    assert str(inspect.signature(fresh)) == "(history: FitResult) -> FitResult"
