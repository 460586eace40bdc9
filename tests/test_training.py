"""fit: the loop, its history, and every way of ending early."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import wraps
from typing import Any

import numpy as np
import pytest
import threadpoolctl

from helpers import datasets, logistic, networks
from helpers.activations import sigmoid
from helpers.parameters import Parameters, flatten
from helpers.training import fit
from helpers.training.divergence import explain, format_number
from helpers.training.history import Recorder
from helpers.training.interrupts import cell

DATA = datasets.load("blobs", m=40)
ZEROS = logistic.initialize(2)
LOGISTIC = networks.logistic_regression()


def train(
    model: Any = LOGISTIC,
    params: Any = ZEROS,
    learning_rate: float = 0.5,
    iterations: int = 20,
    **more: Any,
) -> Any:
    return fit(model, params, DATA.X, DATA.Y, learning_rate=learning_rate, iterations=iterations, **more)


def interrupted_at(where: str, call: int, **settings: Any) -> Any:
    """Training that is interrupted in the `call`th call of one of the model's functions."""
    calls = iter(range(1, 10**9))

    def function(*arguments: Any) -> Any:
        if next(calls) == call:
            raise KeyboardInterrupt
        return getattr(logistic, where)(*arguments)

    return train(networks.logistic_regression(**{where: function}), **settings)


@pytest.fixture(autouse=True)
def a_cell_of_its_own() -> Iterator[None]:
    """An interrupt in one test must not end the next."""
    yield
    cell.forget()


def by_hand(steps: int, learning_rate: float = 0.5) -> Any:
    params: Any = [(np.zeros((2, 1)), np.zeros((1, 1)))]
    for _ in range(steps):
        params = logistic.update(
            params, logistic.backward(params, logistic.forward(params, DATA.X), DATA.X, DATA.Y), learning_rate
        )
    return flatten(params)


def test_it_is_forward_backward_update_repeated() -> None:
    np.testing.assert_allclose(train().params.vector, by_hand(20), rtol=1e-12)


def test_the_history_has_the_cost_before_each_update_and_after_the_last() -> None:
    history = train(record_every=8).history
    assert history.iterations == [0, 8, 16, 20]
    for iteration, cost in history.points:
        params = [(by_hand(iteration)[:2].reshape(2, 1), by_hand(iteration)[2:].reshape(1, 1))]
        assert cost == pytest.approx(logistic.cost(logistic.forward(params, DATA.X), DATA.Y))


def test_the_cost_is_recorded_about_200_times() -> None:
    assert len(train(iterations=1000).history.points) == 201
    assert train().cost == train().history.costs[-1]


@pytest.mark.parametrize("iterations", [1, 2, 199, 200, 401, 10_000, 123_456])
def test_a_whole_training_is_recorded_on_a_regular_grid(iterations: int) -> None:
    recorder, i = Recorder(max(1, iterations // 200), growing=True), 0
    while i <= iterations:
        recorder.add(i, 1.0)
        i = iterations + 1 if i == iterations else min(recorder.next_after(i), iterations)
    grid = range(0, iterations, max(1, iterations // 200))
    assert recorder.whole().iterations == [*grid, iterations]
    assert len(recorder.points) < 2 * len(grid) + 300


@pytest.mark.parametrize("far", [10, 200, 5000, 10**6])
def test_a_training_without_end_has_a_curve_wherever_it_stops(far: int) -> None:
    recorder, i = Recorder(10**9 // 200, growing=True), 0
    while i <= far:
        recorder.add(i, 1.0)
        i = recorder.next_after(i)
    gaps = np.diff([*recorder.so_far().iterations, i])
    assert min(100, far) <= len(recorder.points) <= 500
    assert gaps.max() <= max(1, far / 32)


def test_an_interval_of_ones_own_is_kept_to() -> None:
    at_6 = interrupted_at("backward", 7, iterations=10**9, record_every=4)
    assert at_6.history.iterations == [0, 4, 6]


def test_the_start_stays_as_it_is_and_plain_lists_will_do() -> None:
    start = [(np.zeros((2, 1)), 0.0)]
    np.testing.assert_array_equal(train(params=start).params.vector, train().params.vector)
    assert not start[0][0].any() and not ZEROS.vector.any()


def test_nothing_is_printed_when_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    train()
    assert capsys.readouterr() == ("", "")


def squares() -> Any:
    """A cost that diverges: J = mean (w'x - y)^2, whose steps grow without bound above a certain rate."""

    def backward(params: Any, A: Any, X: Any, Y: Any) -> Any:
        dZ = 2 * (A - Y) / X.shape[1]
        return [(X @ dZ.T, dZ.sum(axis=1, keepdims=True))]

    def forward(params: Any, X: Any) -> Any:
        return params[0][0].T @ X + params[0][1]

    return networks.logistic_regression(
        forward=forward, backward=backward, cost=lambda A, Y: float(np.mean((A - Y) ** 2))
    )


def test_divergence_names_the_rate_and_one_that_works(capsys: pytest.CaptureFixture[str]) -> None:
    result = train(squares(), learning_rate=50.0, iterations=2000)
    assert np.isfinite(result.params.vector).all() and np.isfinite(result.history.costs).all()
    assert not re.search(r"\de[+-]?\d", result.note)
    found = re.search(r"learning rate 50\. It is too large: (\S+) works\.", result.note)
    assert found and capsys.readouterr().out == result.note + "\n"
    again = train(squares(), learning_rate=float(found[1]), iterations=2000)
    assert again.note == "" and again.cost < again.history.costs[0]


def test_the_smaller_rate_is_the_one_that_was_tried() -> None:
    tried: list[float] = []
    assert explain(7, 0.36, lambda rate: tried.append(rate) is None and rate < 0.01).count("0.004 works") == 1
    assert tried == [0.04, 0.004]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (10.0, "10"),
        (0.0001, "0.0001"),
        (1e-5, "1e-05"),
        (1200.0, "1200"),
        (1 / 3, "0.333333"),
        (1, "1"),
        (1e4, "10000"),
    ],
)
def test_learning_rates_are_written_as_plain_numbers(value: float, text: str) -> None:
    assert format_number(value) == text


def test_a_wrong_gradient_is_suspected_when_no_rate_works() -> None:
    def uphill(*arguments: Any) -> Any:
        [(dw, db)] = squares().backward(*arguments)
        return [(-dw, -db)]

    result = train(replace(squares(), backward=uphill), learning_rate=50.0, iterations=2000)
    assert "no smaller rate lowers it: look at the gradient" in result.note


def test_nan_from_the_first_cost_is_said_too() -> None:
    result = train(networks.logistic_regression(cost=lambda A, Y: float("nan")))
    assert "no longer a number" in result.note and result.history.points == []


def test_a_learners_functions_are_the_ones_that_train() -> None:
    used = set()

    def mine(name: str, function: Any) -> Any:
        def wrapped(*arguments: Any) -> Any:
            used.add(name)
            return function(*arguments)

        return wrapped

    parts = {name: getattr(logistic, name) for name in ("forward", "backward", "cost", "update")}
    result = train(networks.logistic_regression(**{name: mine(name, part) for name, part in parts.items()}))
    assert used == set(parts)
    np.testing.assert_allclose(result.params.vector, train().params.vector, rtol=1e-12)


@pytest.mark.parametrize(
    ("gradients", "message"),
    [
        (lambda: [(np.zeros((1, 2)), 0.0)], "dW1 has shape (1, 2), but W1 has shape (2, 1)"),
        (lambda: [(np.zeros((2, 1)), np.zeros(2))], "db1 has shape (2,), but b1 has shape (1, 1)"),
        (lambda: [(np.zeros((2, 1)), 0.0)] * 2, "2 pairs (dW, db) for 1 layers"),
        (lambda: np.zeros(3), "what backward returns must be a list with a pair for each layer: [(dW, db)]"),
        (lambda: None, "what backward returns must be a list"),
    ],
)
def test_gradients_that_do_not_mirror_the_parameters_are_refused(gradients: Any, message: str) -> None:
    with pytest.raises((TypeError, ValueError), match=re.escape(message)):
        train(networks.logistic_regression(backward=lambda *_: gradients()))


@pytest.mark.parametrize(
    ("updated", "message"),
    [
        (lambda: [(np.zeros((2, 2)), 0.0)], "the new W1 has shape (2, 2), but W1 has shape (2, 1): they must be equal"),
        (lambda: [(np.zeros((1, 2)), 0.0)], "the new W1 has shape (1, 2), but W1 has shape (2, 1): they must be equal"),
        (lambda: [(np.zeros((2, 1)), 0.0)] * 2, "what update returns has 2 pairs (W, b) for 1 layers"),
        (lambda: None, "what update returns must be a list with a pair for each layer"),
    ],
)
def test_updated_layers_that_do_not_mirror_the_parameters_are_refused(updated: Any, message: str) -> None:
    with pytest.raises((TypeError, ValueError), match=re.escape(message)):
        train(networks.logistic_regression(update=lambda *_: updated()))


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"params": [(np.array([[1.0], [np.nan]]), 0.0)]}, "w holds 1 nan or inf, the first at [1, 0]"),
        ({"params": [(np.zeros((2, 1)), np.inf)]}, "b holds 1 nan or inf"),
        ({"learning_rate": 0}, "the learning rate is 0; it must be a number above 0, such as 0.1"),
        ({"learning_rate": -0.1}, "the learning rate is -0.1; it must be a number above 0, such as 0.1"),
        ({"learning_rate": np.nan}, "the learning rate is nan; it must be a number above 0, such as 0.1"),
        ({"learning_rate": "0.1"}, "the learning rate is '0.1'; it must be a number above 0, such as 0.1"),
    ],
)
def test_what_leads_nowhere_is_refused(settings: Any, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        train(**settings)


def test_a_training_without_examples_is_refused() -> None:
    with pytest.raises(ValueError, match=re.escape("X has shape (2, 0): there are no examples")):
        fit(networks.logistic_regression(), ZEROS, np.zeros((2, 0)), np.zeros((1, 0)), learning_rate=0.1, iterations=5)


def test_the_wrapper_of_a_learners_own_function_stays() -> None:
    calls: list[str] = []

    @wraps(logistic.forward)
    def counted(*arguments: Any) -> Any:
        calls.append("forward")
        return logistic.forward(*arguments)

    train(networks.logistic_regression(forward=counted))
    assert len(calls) == 21  # 20 steps, and one for the last cost


def test_a_callback_sees_every_step() -> None:
    seen: list[tuple[int, Any]] = []
    train(iterations=3, callback=lambda i, params: seen.append((i, params.vector.copy())))
    assert [i for i, _ in seen] == [0, 1, 2]
    np.testing.assert_allclose(seen[2][1], by_hand(2), rtol=1e-12)


def test_float32_stays_float32() -> None:
    data32 = DATA.X.astype(np.float32), DATA.Y.astype(np.float32)
    result = fit(
        networks.logistic_regression(), logistic.initialize(2, np.float32), *data32, learning_rate=0.5, iterations=20
    )
    assert result.params.vector.dtype == np.float32
    np.testing.assert_allclose(result.params.vector, train().params.vector, rtol=1e-4)


def test_one_blas_thread_inside_and_as_many_as_before_after() -> None:
    def threads() -> list[int]:
        return [pool["num_threads"] for pool in threadpoolctl.threadpool_info() if pool["user_api"] == "blas"]

    seen: list[list[int]] = []
    before = threads()
    train(iterations=1, callback=lambda *_: seen.append(threads()))
    assert seen and all(count == 1 for count in seen[0])
    assert threads() == before


def test_parameters_in_the_result_are_windows_onto_one_vector() -> None:
    params = train().params
    assert isinstance(params, Parameters)
    params.vector[:] = 7
    assert (params[0][0] == 7).all()


def test_the_callback_and_functions_that_nobody_knows_are_checked_as_elsewhere() -> None:
    def look(_iteration: int, params: Parameters) -> None:
        logistic.forward(params, np.zeros((1, 5)))

    with pytest.raises(ValueError, match="X has shape"):
        train(callback=look)

    def forward(params: Any, X: Any) -> Any:
        return sigmoid((np.dot(params[0][0].T, X) + params[0][1]).tolist())

    ours, own = (train(networks.logistic_regression(**more)) for more in ({}, {"forward": forward}))
    np.testing.assert_allclose(own.params.vector, ours.params.vector)
