"""fit: the loop, its history, and every way of ending early."""

import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import threadpoolctl

from helpers import datasets, logistic, networks
from helpers.parameters import Parameters, flatten
from helpers.training import fit

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


def test_the_start_stays_as_it_is_and_plain_lists_will_do() -> None:
    start = [(np.zeros((2, 1)), 0.0)]
    np.testing.assert_array_equal(train(params=start).params.vector, train().params.vector)
    assert not start[0][0].any() and not ZEROS.vector.any()


def test_nothing_is_printed_when_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    train()
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("where", ["forward", "backward", "callback"])
def test_an_interrupt_returns_what_was_learned(where: str, capsys: pytest.CaptureFixture[str]) -> None:
    calls = {"n": 0}

    def interrupting(function: Any) -> Any:
        def wrapped(*arguments: Any) -> Any:
            calls["n"] += 1
            if calls["n"] == 8:
                raise KeyboardInterrupt
            return function(*arguments)

        return wrapped

    if where == "callback":
        result = train(callback=interrupting(lambda *_: None))
    else:
        result = train(
            networks.logistic_regression(**{where: interrupting(getattr(networks.logistic_regression(), where))})
        )
    np.testing.assert_allclose(result.params.vector, by_hand(7), rtol=1e-12)
    assert result.note == "Stopped after 7 of 20 iterations: here is what was learned so far."
    assert capsys.readouterr().out == result.note + "\n"


def test_an_interrupt_in_the_span_carries_the_weights_back() -> None:
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(50, 6)), np.array([[0.0, 1.0] * 3])
    calls = {"n": 0}

    def backward(*arguments: Any) -> Any:
        calls["n"] += 1
        if calls["n"] == 4:
            raise KeyboardInterrupt
        return logistic.backward(*arguments)

    start = logistic.initialize(50)
    early = fit(
        networks.logistic_regression(backward=backward), start, X, Y, learning_rate=0.1, iterations=9, in_span=True
    )
    three = fit(networks.logistic_regression(), start, X, Y, learning_rate=0.1, iterations=3, in_span=False)
    np.testing.assert_allclose(early.params.vector, three.params.vector, atol=1e-12)


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
    found = re.search(r"learning rate 50\. It is too large: (\S+) works\.", result.note)
    assert found and capsys.readouterr().out == result.note + "\n"
    again = train(squares(), learning_rate=float(found[1]), iterations=2000)
    assert again.note == "" and again.cost < again.history.costs[0]


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


@pytest.mark.parametrize(("under_test", "shown"), [("0", True), ("1", False)])
def test_long_work_shows_its_progress_except_under_test(under_test: str, shown: bool) -> None:
    code = (
        "import time; from dataclasses import replace; from helpers import datasets, logistic, networks\n"
        "from helpers.training import fit\n"
        "d = datasets.load('blobs', m=4)\n"
        "slow = networks.logistic_regression(forward=lambda p, X: time.sleep(0.02) or logistic.forward(p, X))\n"
        "fit(slow, logistic.initialize(2), d.X, d.Y, learning_rate=0.1, iterations=150)"
    )
    environment = {**__import__("os").environ, "COURSE_TEST": under_test}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert ("training" in done.stderr) is shown and done.stdout == ""


def test_parameters_in_the_result_are_windows_onto_one_vector() -> None:
    params = train().params
    assert isinstance(params, Parameters)
    params.vector[:] = 7
    assert (params[0][0] == 7).all()
