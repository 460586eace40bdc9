"""Sweeps: the same rows wherever and in whatever order they are done; what goes wrong costs its own run alone."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import sweep_runs
from needs import need
from sweep_runs import Backwards, Here, marks, mostly_well, product_and_noise

from helpers.sweeps import LocalProcesses, Sweep, sweep
from helpers.sweeps.processes import SPAWN, cores, ended
from helpers.sweeps.sweeping import seeds
from helpers.training.interrupts import Interrupted

COURSE = Path(__file__).parents[1]
GRID = {"a": [1, 2, 3], "b": [5, 4]}
KINDS = ["well", "raises", "kills", "leaves", "kills once", "returns a word"]


@pytest.fixture(scope="module")
def two() -> Iterator[LocalProcesses]:
    with LocalProcesses(2) as processes:
        yield processes


def rows(result: Sweep) -> list[Any]:
    return [(run.settings, run.seed, run.measures, run.error) for run in result.runs]


def errors(result: Sweep) -> dict[str, str]:
    return {run.settings["kind"]: run.error for run in result.runs}


def test_every_combination_is_run_once_and_comes_back_in_order() -> None:
    result = sweep(product_and_noise, GRID, Backwards(6))
    assert [run.settings for run in result.runs] == [{"a": a, "b": b} for a in (1, 2, 3) for b in (5, 4)]
    np.testing.assert_array_equal(result.matrix("a", "b"), np.outer([1, 2, 3], [5, 4]))
    assert result.best().settings == {"a": 1, "b": 4} and result.names == ["product", "noise"]
    assert len(set(result.values("noise"))) == 6 and result.note == ""


def test_the_results_are_the_same_whatever_the_executor_and_the_order(two: LocalProcesses) -> None:
    here = rows(sweep(product_and_noise, GRID, Backwards(6)))
    with ThreadPoolExecutor(3) as threads:
        assert rows(sweep(product_and_noise, GRID, threads)) == here
    assert rows(sweep(product_and_noise, GRID, two)) == here
    assert rows(sweep(product_and_noise, GRID)) == here
    assert rows(sweep(product_and_noise, GRID, Backwards(6), seed=1)) != here


def test_no_run_finds_what_another_one_changed(two: LocalProcesses) -> None:
    seen = [0]

    def run(a: int) -> float:
        seen[0] += a
        return seen[0]

    for executor in (Here(), Backwards(3), two):
        assert sweep(run, {"a": [1, 2, 3]}, executor).values().tolist() == [1, 2, 3]


def test_seeds_are_spawned_and_those_of_the_first_runs_stay() -> None:
    child = np.random.SeedSequence(7).spawn(3)[2]
    assert seeds(7, 3)[2] == int(child.generate_state(1, np.uint64)[0])
    assert seeds(7, 50)[:3] == seeds(7, 3) and len(set(seeds(7, 1000))) == 1000


def test_a_run_is_done_again_by_hand() -> None:
    run = sweep(product_and_noise, GRID, Here()).runs[3]
    assert product_and_noise(**run.settings, seed=run.seed) == run.measures


def test_a_function_from_a_cell_reaches_other_processes(two: LocalProcesses) -> None:
    cell: dict[str, Any] = {"__name__": "__main__"}
    code = "import numpy as np\nfactor = 3\ndef times(x): return factor * x\ndef run(x): return np.sum(times(x))"
    exec(code, cell)
    assert sweep(cell["run"], {"x": [1, 2]}, two).values().tolist() == [3, 6]
    assert sweep(lambda x: x, {"x": [1, 2]}, two).values().tolist() == [1, 2]


def test_what_fails_is_a_row_and_a_killed_worker_costs_its_run_alone(two: LocalProcesses, tmp_path: Path) -> None:
    result = sweep(mostly_well, {"kind": KINDS, "folder": [str(tmp_path)]}, two)
    found = errors(result)
    assert found["raises"] == "ValueError: the rate is too large" and found["leaves"] == "SystemExit: 3"
    assert found["returns a word"].startswith("TypeError: the run returned 'well'; it must return a number")
    assert found["kills"].startswith("WorkerDied: its process ") and found["kills"].endswith("; tried 2 times")
    assert result.values().tolist()[::4] == [1.0, 2.0] and found["well"] == found["kills once"] == ""
    assert {kind: marks(tmp_path, kind) for kind in KINDS} == {kind: 1 + ("kill" in kind) for kind in KINDS}
    assert "6 runs, 4 failed." in repr(result)


class BreaksWithTwo(Executor):
    """A pool that breaks as soon as two runs are in it, as one does when a process of it is killed."""

    def __init__(self) -> None:
        self.futures: list[Future[Any]] = []

    def submit(self, *_: Any, **__: Any) -> Future[Any]:
        self.futures.append(Future())
        for future in self.futures if len(self.futures) == 2 else []:
            future.set_exception(BrokenProcessPool("a process was killed"))
        return self.futures[-1]


def test_a_broken_pool_is_left_and_costs_the_innocent_nothing(tmp_path: Path) -> None:
    """The second run loses its process once more, by itself, and is tried again all the same."""
    result = sweep(mostly_well, {"kind": ["kills", "kills once"], "folder": [str(tmp_path)]}, BreaksWithTwo())
    killer, innocent = result.runs
    assert (innocent.error, innocent.measures) == ("", {"cost": 2.0})
    assert killer.error.startswith("WorkerDied") and marks(tmp_path, "kills") == 2
    assert result.note == "The executor broke: the other runs were done in processes of this machine."


def test_a_worker_has_one_thread_for_products(two: LocalProcesses) -> None:
    assert sweep(sweep_runs.threads, {"k": [1, 2]}, two).values().tolist() == [1, 1]


def test_processes_start_when_they_are_needed_and_are_used_again() -> None:
    with LocalProcesses(3) as three:
        first = [three.submit(os.getpid).result() for _ in range(5)]
        assert len(set(first)) == 1 and cores() >= 1
        assert three.submit(os.getppid).result() == os.getpid()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no interrupt that a process can send to another")
def test_an_interrupt_keeps_what_is_done_and_ends_the_workers(tmp_path: Path) -> None:
    kernel, folder = os.getpid(), str(tmp_path)

    def run(k: int) -> float:
        if k == 2:  # the kernel hears it while this run, and so its process, goes on and on
            os.kill(kernel, signal.SIGINT)
            sweep_runs.until(Path(folder) / "never")
        return float(k)

    others = set(SPAWN.active_children())
    with LocalProcesses(1) as one:
        result = sweep(run, {"k": [0, 1, 2, 3]}, one)
        assert [run.measures for run in result.runs] == [{"cost": 0.0}, {"cost": 1.0}, {}, {}]
        assert result.note == "Interrupted: here is what is done." and "2 not done" in repr(result)
        with pytest.raises(Interrupted):
            sweep(run, {"k": [0, 1]}, one)
        assert set(SPAWN.active_children()) <= others
        assert sweep(run, {"k": [0, 1]}, one).values().tolist() == [0, 1]


def test_a_script_without_its_guard_is_told_so(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from helpers.sweeps import sweep\nsweep(abs, [{'x': 1}]) if 0 else sweep(lambda x: x, {'x': [1]})\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(COURSE)}
    said = subprocess.run(
        [sys.executable, script], capture_output=True, encoding="utf-8", env=environment, check=False
    ).stderr
    assert "CannotStart: a new process ended with exit code 1 before it could begin. In a script, put" in said


def test_how_a_process_ended_in_words() -> None:
    assert ended(3) == "ended with exit code 3" and ended(-int(signal.SIGTERM)) == "was stopped"
    if hasattr(signal, "SIGKILL"):
        assert ended(-9) == "was killed by SIGKILL: perhaps the memory was full"


def test_processes_are_an_executor_like_any_other(two: LocalProcesses) -> None:
    assert list(two.map(pow, [2, 3], [3, 2])) == [8, 9]
    with pytest.raises(ValueError, match="invalid literal"):
        two.submit(int, "x").result()
    with pytest.raises(Exception, match="pickle"):
        two.submit(print, threading.Lock()).result()
    with pytest.raises(TypeError, match="pickle"):
        two.submit(threading.Lock).result()
    with pytest.raises(OSError, match="nowhere"):
        two.submit(open, "/nowhere/at/all").result()
    assert two.submit(sum, [1, 2]).result() == 3
    with pytest.raises(ValueError, match="workers is 0; it must be a whole number"):
        LocalProcesses(0)


def test_an_executor_that_is_shut_down_is_refused() -> None:
    pool = ThreadPoolExecutor(1)
    pool.shutdown()
    with pytest.raises(RuntimeError, match="the executor takes no runs .*: make a new one"):
        sweep(product_and_noise, GRID, pool)


def run_a(a: int) -> float:
    return a


@pytest.mark.parametrize(
    ("run", "values", "error", "words"),
    [
        (3, GRID, TypeError, "run is 3; it must be a function, such as  def run(a, b): ..."),
        (run_a, GRID, TypeError, "run takes a, and the settings are a and b; the names must be the same"),
        (run_a, {}, TypeError, "the values are {}; they must be a dict of lists"),
        (run_a, {"a": []}, ValueError, "the values of a are []; they must be a list with one value or more"),
        (run_a, {"a": "tanh"}, ValueError, "the values of a are 'tanh'; they must be a list"),
        (run_a, {"a": 0.1}, ValueError, "the values of a are 0.1; they must be a list"),
        (run_a, [], TypeError, "the settings are []; they must be a dict of lists, or a list of one dict or more"),
        (run_a, [{"a": 1}, {"b": 1}], ValueError, "one of the settings has b, another a; all must have the same names"),
        (product_and_noise, {"a": [1], "seed": [1]}, ValueError, "seed is not a hyperparameter"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(run: Any, values: Any, error: Any, words: str) -> None:
    with pytest.raises(error) as caught:
        sweep(run, values, Here())
    assert words in str(caught.value)


@pytest.mark.parametrize("seed", [-1, 0.5, True, None, np.random.default_rng(0)])
def test_a_seed_is_a_whole_number(seed: Any) -> None:
    with pytest.raises(ValueError, match="it must be a whole number, 0 or more, from which each run gets its own"):
        sweep(run_a, {"a": [1]}, Here(), seed=seed)


def test_a_name_that_is_not_there_is_told() -> None:
    result = sweep(run_a, {"a": [1, 2]}, Here())
    with pytest.raises(ValueError, match="there is no measure 'loss'; the runs measured cost"):
        result.values("loss")
    with pytest.raises(ValueError, match="there is no 'b'; the settings are a"):
        result.settings("b")


def test_dask_in_this_process_gives_the_same_rows() -> None:
    distributed = need("distributed")
    options: dict[str, Any] = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.Client(processes=False, **options) as client:
        assert rows(sweep(product_and_noise, GRID, client.get_executor())) == rows(
            sweep(product_and_noise, GRID, Backwards(6))
        )


def test_a_dask_worker_killed_in_the_middle_loses_nothing(tmp_path: Path) -> None:
    distributed = need("distributed")
    kinds = ["well", "kills once", "raises", "also well"]
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster,
        distributed.Client(cluster) as client,
    ):
        result = sweep(mostly_well, {"kind": kinds, "folder": [str(tmp_path)]}, client.get_executor())
    assert errors(result) == {kind: "ValueError: the rate is too large" * (kind == "raises") for kind in kinds}
    assert marks(tmp_path, "kills once") == 2 and len(result.done) == 3


def test_a_run_that_kills_every_dask_worker_is_a_row() -> None:
    class KilledWorker(Exception):
        """As Dask raises it, once for all tries on its workers."""

    class Cluster(Here):
        def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
            asked.append(args[0])
            if args[0].arguments["a"] != 2:
                return super().submit(function, *args)
            future: Future[Any] = Future()
            if args[0].tried:
                future.set_exception(KilledWorker("four workers died"))
            else:
                future.cancel()
            return future

    asked: list[Any] = []
    result = sweep(run_a, {"a": [1, 2, 3]}, Cluster())
    assert [run.error for run in result.runs] == ["", "KilledWorker: four workers died; tried 2 times", ""]
    assert [task.tried for task in asked] == [0, 0, 0, 1]  # else Dask would take the second try for the first
