"""The benchmarks run, and their jobs train the same network; how fast they are is not for a test to say."""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from helpers import deep, networks
from helpers.training import fit

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
Imported = Callable[[str], ModuleType]


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> Imported:
    """Imports a benchmark by its name, which stands for another module afterwards."""
    monkeypatch.setattr(sys, "path", [str(BENCHMARKS), *sys.path])

    def imported(name: str) -> ModuleType:
        module = import_module(name)
        monkeypatch.delitem(sys.modules, name)
        return module

    return imported


def differences(printed: str) -> list[float]:
    """How much the parameters of each job differ from those of the first one."""
    return [float(line.split()[-3]) for line in printed.splitlines() if "differ by" in line]


def test_a_learners_functions_in_fit_learn_what_a_bare_loop_does(
    benchmark: Imported, capsys: pytest.CaptureFixture[str]
) -> None:
    benchmark("networks").learners(20, 1)
    found = differences(capsys.readouterr().out)
    assert len(found) == 5 and max(found) < 1e-12


def test_an_epoch_in_mini_batches_is_one_step_for_each_of_them(benchmark: Imported) -> None:
    rng = np.random.default_rng(0)
    X, Y = rng.random((40, 12)).T, np.eye(3)[rng.integers(0, 3, 40)].T
    batches = rng.permutation(40).reshape(5, 8)
    start = params = deep.initialize([12, 4, 3], 1)
    model = networks.deep_network(["sigmoid", "softmax"])
    for batch in batches:
        params = fit(model, params, X[:, batch], Y[:, batch], learning_rate=0.5, iterations=1).params
    peers = benchmark("mini_batch_peers")
    jobs = [peers.course_code(start, X, Y, 0.5, batches), peers.torch_eager(start, X, Y, 0.5, batches)]
    jobs += [benchmark("jax_peers").jax_epoch(["sigmoid", "softmax"], start, X, Y, 0.5, batches)]
    for train in (job for job in jobs if job is not None):
        np.testing.assert_allclose(train(), params.vector, rtol=0, atol=1e-12)


def test_an_epoch_in_mini_batches_is_the_same_in_the_usual_course_code(
    benchmark: Imported, capsys: pytest.CaptureFixture[str]
) -> None:
    rng = np.random.default_rng(0)
    X, Y = rng.random((40, 12)).T, np.eye(3)[rng.integers(0, 3, 40)].T
    ratios = benchmark("mini_batches").one_epoch(X, Y, hidden=4, batch_size=8, rounds=1)
    found = differences(capsys.readouterr().out)
    assert len(found) >= 3 and max(found) < 1e-12
    assert "nothing but products and activations" in ratios
