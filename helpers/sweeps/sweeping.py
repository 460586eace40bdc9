"""sweep(): every run once, wherever there is room for it; what fails, is killed or interrupted costs nothing else."""

from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from helpers.sweeps.carrying import packed
from helpers.sweeps.checks import check_run, check_settings, check_whole, takes_seed
from helpers.sweeps.live import Live
from helpers.sweeps.processes import CannotStart, LocalProcesses, WorkerDied, shared
from helpers.sweeps.results import Run, Sweep
from helpers.sweeps.runs import Outcome, Task, execute
from helpers.sweeps.search_space import Settings, combinations
from helpers.sweeps.storage import Kept
from helpers.training.interrupts import Interrupts, cell
from helpers.validation import Function

TRIES = 2  # of a run whose worker was killed
MOMENT = 0.2  # seconds between two looks at an interrupt, where waiting can't be interrupted


def sweep(
    run: Function,
    values: Mapping[str, Sequence[Any]] | Sequence[Settings],
    executor: Executor | None = None,
    *,
    seed: int = 0,
    file: str | Path | None = None,
) -> Sweep:
    """Call `run(**settings)` for each of the settings, on all cores, and return a row for each.

    run returns a number, such as the validation cost, or a dict of numbers.  If it takes `seed`, each run gets its own,
    from np.random.SeedSequence(seed).spawn: the results are the same whatever the executor and the order.
    values: name -> list of values, for every combination of them; or a list of settings, such as a random search draws.
    executor: any of concurrent.futures, or that of a Dask cluster; by default a process for each core, kept for later.
    file: where finished runs are kept, a line for each; several sweeps may use it at once.  A run with the same
    settings, seed and function is then not done again.
    What `run` reads travels with it, to each run anew: load large data within it.  What it prints is not shown.
    A run that raises is a row with its error.  So is one whose worker was killed, after a second try.  Interrupted, or
    with the page's ■, sweep returns what is done.
    """
    __tracebackhide__ = True
    cell.check()
    settings = combinations(values) if isinstance(values, Mapping) else list(values)
    check_settings(settings)
    check_run(run, settings[0])
    check_whole(seed)
    numbers = seeds(seed, len(settings)) if takes_seed(run) else [0] * len(settings)
    rows = [Run(each, number) for each, number in zip(settings, numbers, strict=True)]
    with Interrupts() as interrupts, threadpool_limits(limits=1):
        return Sweeping(run, rows, executor, Kept(file), interrupts).run()


def seeds(seed: int, runs: int) -> list[int]:
    """A seed for each run, from independent streams; those of the first runs do not hang on how many there are."""
    children = np.random.SeedSequence(seed).spawn(runs)
    return [int(child.generate_state(1, np.uint64)[0]) for child in children]


class Sweeping:
    """A sweep that is under way: rows that fill, and the futures of those that are not done."""

    def __init__(
        self, function: Function, rows: Sequence[Run], executor: Executor | None, kept: Kept, interrupts: Interrupts
    ) -> None:
        self.rows, self.kept, self.interrupts = list(rows), kept, interrupts
        self.packed, self.with_seed = packed(function), takes_seed(function)
        self.names = kept.names(function, rows)
        self.executor = shared() if executor is None else executor
        self.under_way: dict[Future[Outcome], int] = {}
        self.finished: SimpleQueue[Future[Outcome]] = SimpleQueue()
        self.deaths: Counter[int] = Counter()
        self.note, self.live = "", Live()

    def run(self) -> Sweep:
        """To the end, or as far as it goes."""
        __tracebackhide__ = True
        try:
            self.begin()
            while self.under_way:
                with suppress(Empty):
                    self.take(self.interrupts.allow(self.finished.get, True, MOMENT))
                self.live.look(self.rows)
        except KeyboardInterrupt:
            self.interrupts.accept()
            self.note = "Interrupted: here is what is done."
        finally:
            self.end()
        return Sweep(self.rows, self.note)

    def begin(self) -> None:
        """What is kept needs no run; all others go to the executor, which does as many at a time as it can."""
        self.kept.begin()
        for index, name in enumerate(self.names):
            self.rows[index] = replace(self.rows[index], measures=self.kept.find(name))
        for index, row in enumerate(self.rows):
            if not row.measures:
                self.submit(index)

    def submit(self, index: int) -> None:
        """Hand a run to the executor."""
        try:
            future = self.executor.submit(execute, self.task(index))
        except BrokenExecutor:
            self.go_on_here()
            return self.submit(index)
        except RuntimeError as error:
            raise RuntimeError(f"the executor takes no runs ({error}): make a new one") from None
        self.under_way[future] = index
        future.add_done_callback(self.finished.put)
        return None

    def task(self, index: int) -> Task:
        """What a worker needs to do a run."""
        row = self.rows[index]
        arguments = {**row.settings, "seed": row.seed} if self.with_seed else row.settings
        return Task(self.packed, arguments, self.deaths[index])

    def take(self, future: "Future[Outcome]") -> None:
        """A run is done; if its worker was killed, it is tried once more."""
        index = self.under_way.pop(future)
        error = CancelledError("it was cancelled") if future.cancelled() else future.exception()
        if error is None:
            self.put(index, future.result())
        elif isinstance(error, CannotStart):
            raise error
        else:  # a run's own errors are outcomes: this one is the executor's
            self.lost(index, error)

    def lost(self, index: int, error: BaseException) -> None:
        """The worker is gone.  A broken pool fails all runs that were in it: they go on here, and none is to blame."""
        if isinstance(error, BrokenExecutor) and not isinstance(error, WorkerDied):
            self.go_on_here()
        else:
            self.deaths[index] += 1
        if self.deaths[index] < TRIES:
            self.submit(index)
        else:
            self.put(index, Outcome({}, f"{type(error).__name__}: {error}; tried {TRIES} times"))

    def put(self, index: int, outcome: Outcome) -> None:
        """Fill a row, and keep it if it is done."""
        self.rows[index] = replace(self.rows[index], measures=outcome.measures, error=outcome.error)
        if outcome.measures and self.names:
            try:
                self.kept.add(self.names[index], self.rows[index])
            except OSError as error:  # the disk is full: the runs go on, and none is lost
                self.note, self.names = str(error), []

    def go_on_here(self) -> None:
        """In place of an executor that was given and broke, where a killed worker costs its own run alone."""
        self.executor = shared()
        self.note = "The executor broke: the other runs were done in processes of this machine."

    def end(self) -> None:
        """Nothing goes on behind one's back, nor is shown any longer."""
        for future in self.under_way:
            future.cancel()
        if self.under_way and isinstance(self.executor, LocalProcesses):
            self.executor.end_runs()
        self.live.close()
