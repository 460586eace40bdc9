"""fit_epochs: mini-batches, what is recorded after each epoch, early stopping, and every way of ending early."""

import tracemalloc
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import datasets, deep, networks
from helpers.losses import cross_entropy
from helpers.parameters import Parameters, flatten
from helpers.training import Adam, FitResult, GradientDescent, Momentum, fit, fit_epochs
from helpers.training.batches import mini_batches
from helpers.training.early_stopping import should_stop
from helpers.training.epochs import EpochSettings, EpochTraining
from helpers.training.interrupts import Interrupts, cell
from helpers.training.schedules import geometric_decay, inverse_time_decay, step_decay
from helpers.training.train_epochs import train_epochs

NAMES = ["tanh", "softmax"]
MODEL = networks.deep_network(NAMES)
ALL = datasets.load("digits")
X, Y, VALIDATION = ALL.X[:, :103], ALL.Y[:, :103], (ALL.X_test[:, :60], ALL.Y_test[:, :60])
START = deep.initialize([64, 5, 10], 1, "xavier")


@pytest.fixture(autouse=True)
def a_cell_of_its_own() -> Iterator[None]:
    """An interrupt in one test must not end the next."""
    yield
    cell.forget()


def train(model: Any = MODEL, **changes: Any) -> FitResult:
    settings = {"learning_rate": 0.3, "epochs": 3, "batch_size": 10, "rng": np.random.default_rng(5), **changes}
    return fit_epochs(model, settings.pop("params", START), X, Y, **settings)


def by_hand(epochs: int, l2: float = 0.0) -> Any:
    rng, params, gs = np.random.default_rng(5), [(W.copy(), b.copy()) for W, b in START], MODEL.activations
    for _ in range(epochs):
        order = rng.permutation(103)
        for k in range(0, 103, 10):
            x, y = X[:, order[k : k + 10]], Y[:, order[k : k + 10]]
            A, caches = deep.forward(params, x, gs)
            gradients = deep.backward(A - y, caches, gs)
            params = [
                (W - 0.3 * (dW + l2 / 103 * W), b - 0.3 * db)
                for (W, b), (dW, db) in zip(params, gradients, strict=True)
            ]
    return Parameters(params).vector


def test_the_loop_over_the_flat_vector_takes_the_steps_of_fit_epochs() -> None:
    """With momentum, a rate that falls and a last batch that is smaller."""

    def gradient(w: Any, x: Any, y: Any) -> Any:
        params = START.copy()
        params.vector[:] = w
        return flatten(MODEL.gradients(params, MODEL.forward(params, x), x, y))

    rates = np.array([geometric_decay(0.2, 0.5, k) for k in range(3)])
    before = START.vector.copy()
    w = train_epochs(START.vector, gradient, X, Y, rates, 0.8, 10, np.random.default_rng(5))
    expected = train(learning_rate=lambda epoch: rates[epoch], optimizer=Momentum(0.8)).params.vector
    np.testing.assert_allclose(w, expected, rtol=1e-9, atol=1e-12)
    np.testing.assert_array_equal(START.vector, before)


@given(st.integers(1, 40), st.integers(1, 50), st.integers(0, 99))
def test_every_example_comes_once_an_epoch_with_its_own_label(m: int, batch_size: int, seed: int) -> None:
    rng, examples = np.random.default_rng(seed), np.arange(m, dtype=float)
    batches = list(mini_batches(examples[None], 10 * examples[None], batch_size, rng))
    sizes = [x.shape[1] for x, _ in batches]
    assert sizes[:-1] == [batch_size] * (len(sizes) - 1) and 0 < sizes[-1] <= batch_size
    joined = np.concatenate([x[0] for x, _ in batches])
    assert sorted(joined) == examples.tolist()
    assert all((y == 10 * x).all() for x, y in batches)
    np.testing.assert_array_equal(joined, np.random.default_rng(seed).permutation(m))  # one draw, no more


@pytest.mark.parametrize("l2", [0.0, 0.7])
def test_it_is_the_loop_over_epochs_and_mini_batches_that_one_writes(l2: float) -> None:
    expected = by_hand(3, l2)
    in_place, as_written = (
        networks.deep_network(NAMES, l2=l2),
        networks.deep_network(NAMES, l2=l2, backward=lambda *given: deep.backward(*given)),
    )
    for model in (in_place, as_written):
        result = train(model)
        np.testing.assert_allclose(result.params.vector, expected, rtol=1e-10, atol=1e-12)
        assert result.updates == 33
    assert in_place.fast_path and not as_written.fast_path


@pytest.mark.parametrize("optimizer", [GradientDescent(), Momentum(0.8), Adam()])
def test_one_batch_of_all_is_fit(optimizer: Any) -> None:
    whole = fit(MODEL, START, X, Y, learning_rate=0.05, iterations=4, optimizer=optimizer)
    batches = train(learning_rate=0.05, epochs=4, batch_size=200, optimizer=optimizer)
    np.testing.assert_allclose(batches.params.vector, whole.params.vector, rtol=1e-8, atol=1e-10)
    np.testing.assert_allclose(batches.history.costs, whole.history.costs, rtol=1e-10)


def test_the_costs_are_those_of_all_examples_after_each_epoch() -> None:
    model = networks.deep_network(NAMES, l2=0.4)
    seen: list[Any] = []
    result = train(model, validation=VALIDATION, callback=lambda epoch, params: seen.append((epoch, params.copy())))
    assert result.history.iterations == result.validation.iterations == [0, 1, 2, 3]
    assert [epoch for epoch, _ in seen] == [1, 2, 3]
    for (epoch, params), cost, held_out in zip(
        [(0, START), *seen], result.history.costs, result.validation.costs, strict=True
    ):
        forwarded = model.forward(params, X)
        assert cost == pytest.approx(model.total_cost(params, forwarded, Y), rel=1e-12), epoch
        A = model.answer(model.forward(params, VALIDATION[0]))
        assert held_out == pytest.approx(np.mean(cross_entropy(A, VALIDATION[1])), rel=1e-12)  # without the penalty


def test_the_first_cost_of_ten_classes_is_that_of_guessing() -> None:
    zeros = Parameters([(0 * W, b) for W, b in START])
    assert train(params=zeros, epochs=1).history.costs[0] == pytest.approx(np.log(10))


def test_a_rate_may_fall_from_epoch_to_epoch() -> None:
    rng, params = np.random.default_rng(5), START
    for epoch in range(3):
        rate = inverse_time_decay(0.3, 0.5, epoch)
        params = train(params=params, learning_rate=rate, epochs=1, rng=rng).params
    falling = train(learning_rate=lambda epoch: inverse_time_decay(0.3, 0.5, epoch))
    np.testing.assert_allclose(falling.params.vector, params.vector, rtol=1e-12)
    with pytest.raises(ValueError, match="the learning rate of epoch 2 is 0; it must be"):
        train(learning_rate=lambda epoch: [0.1, 0.1, 0][epoch])


def test_schedules_by_hand() -> None:
    assert [geometric_decay(0.8, 0.5, k) for k in (0, 1, 3)] == [0.8, 0.4, 0.1]
    assert [inverse_time_decay(0.6, 0.5, k) for k in (0, 2, 4)] == [0.6, 0.3, pytest.approx(0.2)]
    assert [step_decay(0.8, 0.5, 10, k) for k in (0, 9, 10, 25)] == [0.8, 0.8, 0.4, 0.2]


@pytest.mark.parametrize(
    ("costs", "patience", "stops"),
    [
        ([3.0], 1, False),
        ([3.0, 2.0], 1, False),
        ([2.0, 3.0], 1, True),
        ([2.0, 3.0], 2, False),
        ([3.0, 2.0, 2.5, 2.0], 2, True),  # equal is not beaten
        ([3.0, 2.0, 2.5, 1.9], 2, False),
    ],
)
def test_when_to_stop(costs: list[float], patience: int, stops: bool) -> None:
    assert should_stop(costs, patience) is stops


def test_early_stopping_returns_what_was_best(capsys: pytest.CaptureFixture[str]) -> None:
    kept: list[Any] = [START]
    result = train(
        epochs=200, validation=VALIDATION, patience=4, callback=lambda epoch, params: kept.append(params.copy())
    )
    costs = result.validation.costs
    best = int(np.argmin(costs))
    assert 0 < best == len(costs) - 5 < 195
    np.testing.assert_array_equal(result.params.vector, kept[best].vector)
    expected = f"Stopped after epoch {best + 4}: the validation cost was lowest after epoch {best}."
    assert result.note == expected and capsys.readouterr().out == expected + "\n"


def test_functions_of_ones_own_are_called() -> None:
    called: list[str] = []

    def my_batches(X: Any, Y: Any, batch_size: int, rng: Any) -> Any:
        called.append("batches")
        return list(mini_batches(X, Y, batch_size, rng))

    def my_stop(costs: Any, patience: int) -> bool:
        called.append("stop")
        return should_stop(costs, patience)

    result = train(batches=my_batches, stop=my_stop, validation=VALIDATION, patience=9)
    assert called == ["batches", "stop"] * 3
    np.testing.assert_allclose(train().params.vector, by_hand(3), rtol=1e-10, atol=1e-12)
    assert result.history.costs == train().history.costs


@pytest.mark.parametrize(
    ("batches", "words"),
    [
        (lambda X, Y, size, rng: [X, Y], "give pairs (X_batch, Y_batch)"),
        (lambda X, Y, size, rng: [(X[:, :5], Y[:, :4])], "X of shape (64, 5) and Y of shape (10, 4)"),
        (lambda X, Y, size, rng: [(X[:, :0], Y[:, :0])], "X of shape (64, 0)"),
        (lambda X, Y, size, rng: [(X[:, 0], Y[:, 0])], "X of shape (64,)"),
        (lambda X, Y, size, rng: [(X[:, :100], Y[:, :100])], "hold 100 examples, X holds 103: each comes once"),
    ],
)
def test_mini_batches_that_are_none_get_a_sentence(batches: Any, words: str) -> None:
    with pytest.raises((TypeError, ValueError)) as error:
        train(batches=batches)
    assert words in str(error.value)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"epochs": 0}, "epochs is 0; it must be a whole number, 1 or more"),
        ({"batch_size": 2.5}, "batch_size is 2.5"),
        ({"rng": 3}, "rng is 3; pass a generator: np.random.default_rng(1)"),
        ({"learning_rate": -1}, "the learning rate is -1"),
        ({"patience": 3}, "pass validation=(X, Y) too"),
        ({"patience": 0, "validation": VALIDATION}, "patience is 0"),
        ({"validation": VALIDATION[0]}, "pass the pair (X, Y) of the validation data"),
        ({"validation": (VALIDATION[0][:9], VALIDATION[1])}, "X has shape (9, 60)"),
        ({"optimizer": Momentum}, "pass GradientDescent(), Momentum() or Adam()"),
        ({"callback": 3}, "callback is 3"),
        (
            {"model": networks.deep_network(NAMES, update=lambda p, g, r: p), "optimizer": Momentum()},
            "leave out one of them",
        ),
    ],
)
def test_what_does_not_fit_is_told(changes: dict[str, Any], words: str) -> None:
    with pytest.raises((TypeError, ValueError)) as error:
        train(**changes)
    assert words in str(error.value)


def interrupted_in_epoch(epoch: int, **settings: Any) -> FitResult:
    """Training with an interrupt in the middle of an epoch, in a learner's function."""
    calls = iter(range(10**6))

    def backward(*given: Any) -> Any:
        if next(calls) == 11 * (epoch - 1) + 5:
            raise KeyboardInterrupt
        return deep.backward(*given)

    return train(networks.deep_network(NAMES, backward=backward), epochs=8, **settings)


def test_an_interrupt_keeps_what_was_learned_or_the_best(capsys: pytest.CaptureFixture[str]) -> None:
    plain = interrupted_in_epoch(3)
    assert plain.updates == 27 and plain.history.iterations == [0, 1, 2]
    assert plain.note == "Stopped in epoch 3 of 8: here is what was learned so far."
    cell.forget()
    best = interrupted_in_epoch(3, validation=VALIDATION)
    np.testing.assert_allclose(best.params.vector, by_hand(2), rtol=1e-10, atol=1e-12)
    assert best.note == "Stopped in epoch 3 of 8: here is the best so far, from epoch 2."
    assert capsys.readouterr().out.count("Stopped") == 2


def test_a_cost_without_bound_names_a_rate_that_works(capsys: pytest.CaptureFixture[str]) -> None:
    model = networks.deep_network(["relu", "identity"], loss="squared_error")
    result = train(model, learning_rate=50.0, epochs=60)
    assert np.isfinite(result.params.vector).all() and np.isfinite(result.history.costs).all()
    assert "It is too large: " in result.note and capsys.readouterr().out == result.note + "\n"
    rate = float(result.note.partition("too large: ")[2].split()[0])
    again = train(model, learning_rate=rate, epochs=1)
    assert again.history.costs[1] < again.history.costs[0]


def test_what_is_passed_stays_and_training_goes_on_from_what_it_gives_back() -> None:
    before, optimizer = START.vector.copy(), Momentum(0.9)
    rng = np.random.default_rng(5)
    first = train(epochs=2, rng=rng, optimizer=optimizer)
    assert optimizer == Momentum(0.9) and (START.vector == before).all()
    second = train(params=first.params, epochs=1, rng=rng, optimizer=first.optimizer)
    np.testing.assert_allclose(second.params.vector, train(optimizer=Momentum(0.9)).params.vector, rtol=1e-12)


def test_memory_beyond_the_data_is_a_few_vectors_and_one_batch() -> None:
    """Parameters as a list and in place, gradient, velocity, the best so far, activations; and the examples' order."""
    m, sizes, batch_size = 4000, [784, 15, 10], 10
    rng = np.random.default_rng(0)
    rows, labels = rng.random((m, 784)), np.eye(10)[rng.integers(0, 10, m)].T
    start = deep.initialize(sizes, 1, "xavier")
    settings: dict[str, Any] = {"learning_rate": 0.1, "epochs": 2, "batch_size": batch_size, "optimizer": Momentum()}
    more = {"validation": (rows[:200].T, labels[:, :200]), "rng": rng}
    fit_epochs(MODEL, start, rows.T, labels, **settings, **more)
    tracemalloc.start()
    fit_epochs(MODEL, start, rows.T, labels, **settings, **more)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    vectors, batch, chunk = 5 * start.vector.size, 4 * 785 * batch_size, 8 * 25 * 256
    labels_checked, order = 2 * m, m
    assert peak < 8 * (vectors + batch + chunk + labels_checked + order) + 50_000 < rows.nbytes / 10


def test_a_cost_that_breaks_late_leaves_the_last_epoch_that_was_well(capsys: pytest.CaptureFixture[str]) -> None:
    model = networks.deep_network(["relu", "identity"], loss="squared_error")
    result = train(model, learning_rate=lambda epoch: 0.01 if epoch < 2 else 1e200, epochs=9)
    well = train(model, learning_rate=0.01, epochs=2)
    np.testing.assert_array_equal(result.params.vector, well.params.vector)
    assert result.history.iterations == [0, 1, 2] and "no longer a number" in capsys.readouterr().out


def test_between_epochs_an_interrupt_waits_and_progress_counts_every_batch() -> None:
    interrupts = Interrupts()
    settings = EpochSettings(MODEL, 0.3, 3, 10, np.random.default_rng(5))
    training = EpochTraining(settings, START, X, Y, interrupts)
    training.one_epoch()
    assert not interrupts.at_once and training.done == 11 and training.progress.total == 33
